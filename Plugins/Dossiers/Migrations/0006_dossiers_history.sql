-- Whoever sees a dossier sees what is on record of it.
SELECT core.show_records('Dossier', 'dossiers.dossier');
