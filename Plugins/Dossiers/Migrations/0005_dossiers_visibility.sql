-- Who sees a dossier, a registration, a petitioner and what hangs on them is declared in Dossiers.graphql (@visible), and the
-- migrator makes the policies: of these, which say the same until it does, so that no row is hidden or shown meanwhile.
DO $$
DECLARE
    child text;
BEGIN
    FOREACH child IN ARRAY ARRAY[
        'dossier', 'registration', 'petitioner', 'contact_point', 'registration_petitioner', 'dossier_petitioner', 'claim',
        'case_link'
    ] LOOP
        EXECUTE format('ALTER POLICY %I ON dossiers.%I RENAME TO docket_visible', child || '_read', child);
    END LOOP;
END
$$;
