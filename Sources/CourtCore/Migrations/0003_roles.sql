-- The role under which commands write: it owns nothing, cannot change a table, a trigger or a policy, and cannot touch what
-- was appended. docs/decisions/0024-the-server-owns-nothing.md says why; docs/operations.md, how a server logs in.
DO $$
BEGIN
    CREATE ROLE docket_writer NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
EXCEPTION
    WHEN duplicate_object OR unique_violation THEN NULL;
    WHEN insufficient_privilege THEN
        RAISE EXCEPTION 'the role docket_writer is missing, and % may not make it; a superuser runs: CREATE ROLE docket_writer; '
            'GRANT docket_writer TO %', quote_ident(CURRENT_USER), quote_ident(CURRENT_USER)
            USING ERRCODE = 'insufficient_privilege';
END
$$;
DO $$
BEGIN
    IF NOT pg_has_role(CURRENT_USER, 'docket_writer', 'MEMBER') THEN
        EXECUTE format('GRANT docket_writer TO %I', CURRENT_USER);
    END IF;
END
$$;

-- Which courts a holder of these roles at a court reads: the own one and those below it; for a reader of the upper court all
-- below, however deep. UNION, so that a circle of courts ends.
CREATE FUNCTION core.courts_below(court text, roles text[]) RETURNS text[] LANGUAGE sql STABLE
    RETURN ARRAY(
        WITH RECURSIVE below AS (
            SELECT c.code, c.level FROM core.court c WHERE c.code = court
            UNION
            SELECT c.code, c.level FROM core.court c JOIN below b ON c.parent_code = b.code
            WHERE b.level = 'INTERMEDIATE' OR 'UPPER_COURT_READER' = ANY (roles)
        )
        SELECT code FROM below ORDER BY code
    );

-- Who holds the token with this hash, as long as it is valid. Neither role sees the hashes themselves.
CREATE FUNCTION core.token_holder(hash bytea)
    RETURNS TABLE (
        id bigint, name text, staff_id bigint, court_code text, department_code text, roles text[], readable_courts text[]
    )
    LANGUAGE sql STABLE STRICT ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT t.id, t.name, t.staff_id, coalesce(t.court_code, ''), d.code, t.roles, core.courts_below(t.court_code, t.roles)
    FROM core.token t
    LEFT JOIN core.staff s ON s.id = t.staff_id
    LEFT JOIN core.department d ON d.id = s.department_id
    WHERE t.secret_hash = hash AND t.revoked_at IS NULL AND t.expires_at > now() AND s.active IS NOT FALSE
$$;
REVOKE EXECUTE ON FUNCTION core.token_holder FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.token_holder TO docket_reader;

-- A known value under each sealing key that a server has sealed with: opened at every start.
CREATE TABLE core.sealing_key (
    id integer PRIMARY KEY,
    known_value bytea NOT NULL,
    match_value bytea NOT NULL,
    at timestamptz NOT NULL DEFAULT now()
);

-- Where a server tries whether a row can be written: nothing is ever kept. A row fills a page, so that the file must grow.
CREATE TABLE core.write_probe (filler text NOT NULL);
ALTER TABLE core.write_probe ALTER COLUMN filler SET STORAGE PLAIN;

-- Gives docket_writer what commands need in every schema of the owner, a plugin's included: called after each migration, so
-- that a plugin need not think of it. A table whose changes core.refuse_change refuses is appended to; its times are the
-- clock's.
CREATE FUNCTION core.settle_roles() RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
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
            c.oid = 'core.outbox_event'::regclass OR EXISTS (
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
    -- A key that was used stays known, and a probe is never kept.
    REVOKE UPDATE, DELETE ON core.sealing_key FROM docket_writer;
    REVOKE ALL ON core.write_probe FROM docket_writer;
    GRANT INSERT ON core.write_probe TO docket_writer;
    -- A server asks at its start whether migrations are pending, before it takes a role.
    IF EXISTS (
        SELECT FROM pg_class c WHERE c.oid = to_regclass('public.docket_migration') AND pg_has_role(c.relowner, 'USAGE')
    ) THEN
        GRANT SELECT ON public.docket_migration TO PUBLIC;
    END IF;
END
$$;
REVOKE EXECUTE ON FUNCTION core.settle_roles FROM PUBLIC;
