-- Nobody can say of an anonymous contact that it is the first.
UPDATE dossiers.registration r SET is_first = false, version = version + 1, updated_at = now()
WHERE is_first AND NOT EXISTS (SELECT FROM dossiers.registration_petitioner p WHERE p.registration_id = r.id);
