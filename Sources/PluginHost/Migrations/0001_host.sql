-- What the host writes is the host's: the records that commit with every write, first answers by idempotency key, and what a
-- start and a readiness check try. The rows stay, with their triggers, indexes and grants. docs/decisions/0028 says why.
CREATE SCHEMA host;
GRANT USAGE ON SCHEMA host TO docket_reader;

ALTER TABLE core.audit_event SET SCHEMA host;
ALTER TABLE core.outbox_event SET SCHEMA host;
ALTER TABLE core.idempotency SET SCHEMA host;
ALTER TABLE core.sealing_key SET SCHEMA host;
ALTER TABLE core.write_probe SET SCHEMA host;

-- Gives docket_writer what commands need in every schema of the owner, a plugin's included: called after each migration, so
-- that a plugin need not think of it. A table whose changes core.refuse_change refuses is appended to; its times are the
-- clock's. What else a schema keeps from commands, its own function settle_roles() takes back.
CREATE OR REPLACE FUNCTION core.settle_roles() RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    place record;
BEGIN
    FOR place IN
        SELECT n.nspname AS name FROM pg_namespace n
        WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND pg_has_role(n.nspowner, 'USAGE')
            AND n.nspowner IN (CURRENT_USER::regrole, (SELECT c.nspowner FROM pg_namespace c WHERE c.nspname = 'core'))
            AND n.nspname <> 'public'
    LOOP
        EXECUTE format('GRANT USAGE ON SCHEMA %I TO docket_writer', place.name);
        EXECUTE format('GRANT USAGE ON ALL SEQUENCES IN SCHEMA %I TO docket_writer', place.name);
    END LOOP;

    FOR place IN
        SELECT c.oid::regclass AS name, c.relkind IN ('v', 'm') AS is_view, c.relrowsecurity AS has_policies,
            EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'docket_writer') AS has_policy,
            EXISTS (
                SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgfoid = 'core.refuse_change'::regproc
            ) AS is_appended,
            (
                SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FROM pg_attribute a
                LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
                WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attidentity = '' AND a.attgenerated = ''
                    AND coalesce(pg_get_expr(d.adbin, d.adrelid) NOT IN ('clock_timestamp()', 'now()'), true)
            ) AS appended_columns
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm') AND pg_has_role(c.relowner, 'USAGE')
            AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'public')
            AND n.nspowner IN (CURRENT_USER::regrole, (SELECT c.nspowner FROM pg_namespace c WHERE c.nspname = 'core'))
    LOOP
        IF place.is_view THEN
            EXECUTE format('GRANT SELECT ON %s TO docket_writer', place.name);
        ELSIF place.is_appended THEN
            EXECUTE format('REVOKE ALL ON %s FROM docket_writer', place.name);
            EXECUTE format('GRANT SELECT, INSERT (%s) ON %s TO docket_writer', place.appended_columns, place.name);
        ELSE
            EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO docket_writer', place.name);
        END IF;
        IF place.has_policies AND NOT place.has_policy THEN
            EXECUTE format('CREATE POLICY docket_writer ON %s TO docket_writer USING (true) WITH CHECK (true)', place.name);
        END IF;
    END LOOP;

    -- What readers may call, commands may.
    FOR place IN
        SELECT p.oid::regprocedure AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
        WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'public') AND pg_has_role(p.proowner, 'USAGE')
            AND n.nspowner IN (CURRENT_USER::regrole, (SELECT c.nspowner FROM pg_namespace c WHERE c.nspname = 'core'))
            AND has_function_privilege('docket_reader', p.oid, 'EXECUTE')
            AND NOT has_function_privilege('docket_writer', p.oid, 'EXECUTE')
    LOOP
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO docket_writer', place.name);
    END LOOP;

    -- Nobody makes or changes a token through the API.
    REVOKE ALL ON core.token FROM docket_writer;
    GRANT SELECT (id, name, staff_id, court_code, roles, created_at, expires_at, revoked_at) ON core.token TO docket_writer;
    FOR place IN
        SELECT p.oid::regproc AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
        WHERE p.proname = 'settle_roles' AND p.pronargs = 0 AND n.nspname NOT IN ('core', 'public')
            AND pg_has_role(p.proowner, 'USAGE')
            AND n.nspowner IN (CURRENT_USER::regrole, (SELECT c.nspowner FROM pg_namespace c WHERE c.nspname = 'core'))
    LOOP
        EXECUTE format('SELECT %s()', place.name);
    END LOOP;
    -- A server asks at its start whether migrations are pending, before it takes a role.
    IF EXISTS (
        SELECT FROM pg_class c WHERE c.oid = to_regclass('public.docket_migration') AND pg_has_role(c.relowner, 'USAGE')
    ) THEN
        GRANT SELECT ON public.docket_migration TO PUBLIC;
    END IF;
END
$$;

CREATE FUNCTION host.settle_roles() RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    -- An event stays as it was recorded, at the clock's time.
    REVOKE ALL ON host.outbox_event FROM docket_writer;
    GRANT SELECT, INSERT (name, object_id, court_code, state) ON host.outbox_event TO docket_writer;
    -- A key that was used stays known, and a probe is never kept.
    REVOKE UPDATE, DELETE ON host.sealing_key FROM docket_writer;
    REVOKE ALL ON host.write_probe FROM docket_writer;
    GRANT INSERT ON host.write_probe TO docket_writer;
END
$$;
REVOKE EXECUTE ON FUNCTION host.settle_roles FROM PUBLIC;
