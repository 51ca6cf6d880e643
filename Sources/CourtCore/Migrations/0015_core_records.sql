-- What is on record of a row — its history in the audit log, and its disclosures — is seen by whoever sees the row, and by
-- nobody where its type has not been named to core.show_records.
CREATE TABLE core.record_type (
    -- As the audit log names it: `Letter`.
    object_type text PRIMARY KEY,
    relation text NOT NULL
);
GRANT SELECT ON core.record_type TO docket_reader;
ALTER TABLE core.disclosure ADD FOREIGN KEY (object_type) REFERENCES core.record_type;

ALTER TABLE core.audit_event ENABLE ROW LEVEL SECURITY;
CREATE POLICY audit_event_history ON core.audit_event FOR SELECT TO docket_reader USING (
    court_code = ANY ((SELECT core.readable_courts())::text[])
    AND object_type = ANY ((SELECT array_agg(t.object_type) FROM core.record_type t)::text[])
);
-- Neither the purpose, which belongs to whoever reviews access, nor request and token.
GRANT SELECT (id, at, client, staff_id, roles, court_code, action, object_type, object_id, changed_fields)
    ON core.audit_event TO docket_reader;

-- The history of rows. A system is named, a person by their post.
CREATE VIEW core.change_record WITH (security_invoker = true) AS
    SELECT id, at, action, staff_id, roles, CASE WHEN staff_id IS NULL THEN client END AS client, changed_fields, court_code,
        object_type, object_id
    FROM core.audit_event;
GRANT SELECT ON core.change_record TO docket_reader;

-- Shows the records of a type's rows to whoever sees the row, by the row security of its own table, whose key is `id`. The
-- policies restrict: a type that others are added beside is not opened by them. OFFSET keeps PostgreSQL from reading all rows of
-- the table to ask about a few.
CREATE FUNCTION core.show_records(object_type text, relation regclass) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    place record;
BEGIN
    INSERT INTO core.record_type VALUES ($1, $2::text);
    FOR place IN
        SELECT c.oid::regclass AS name, c.relname FROM pg_class c
        -- The log is found through its view, wherever it stands.
        WHERE c.oid = 'core.disclosure'::regclass OR c.oid IN (
            SELECT d.refobjid FROM pg_rewrite w
            JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = w.oid AND d.refclassid = 'pg_class'::regclass
            WHERE w.ev_class = 'core.change_record'::regclass AND d.refobjid <> w.ev_class
        )
    LOOP
        EXECUTE format(
            'CREATE POLICY %I ON %s AS RESTRICTIVE FOR SELECT TO docket_reader USING ('
                'object_type <> %L OR EXISTS (SELECT FROM %s seen WHERE seen.id = %I.object_id OFFSET 0))',
            'records_of_' || $1, place.name, $1, $2, place.relname
        );
    END LOOP;
END
$$;
REVOKE EXECUTE ON FUNCTION core.show_records FROM PUBLIC;
