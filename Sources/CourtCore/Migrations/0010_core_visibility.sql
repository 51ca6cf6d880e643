-- Who may see a row is declared where its type is (@visible); from it the migrator makes each table's policy.

-- The caller's department, as the server told it.
CREATE FUNCTION core.department_id() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('docket.department_id', true), '')::bigint;

-- Each policy as it was made: of which text, and as PostgreSQL kept it. A server compares the newest of each table with what is
-- there, and does not start where they differ.
CREATE TABLE core.row_policy (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    relation text NOT NULL,
    source text NOT NULL,
    expression text NOT NULL,
    made_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX row_policy_relation ON core.row_policy (relation, id);
CREATE TRIGGER row_policy_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON core.row_policy
    FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change();

-- The holder of a token, with the key of their department: its code is unique in its court only.
DROP FUNCTION core.token_holder;
CREATE FUNCTION core.token_holder(hash bytea)
    RETURNS TABLE (
        id bigint, name text, staff_id bigint, court_code text, department_id bigint, department_code text, roles text[],
        readable_courts text[], recused_from bigint[]
    )
    LANGUAGE sql STABLE STRICT ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT t.id, t.name, t.staff_id, coalesce(t.court_code, ''), d.id, d.code, t.roles, core.courts_below(t.court_code, t.roles),
        core.recusing_staff(t.staff_id, t.roles)
    FROM core.token t
    LEFT JOIN core.staff s ON s.id = t.staff_id
    LEFT JOIN core.department d ON d.id = s.department_id
    WHERE t.secret_hash = hash AND t.revoked_at IS NULL AND t.expires_at > now() AND s.active IS NOT FALSE
$$;
REVOKE EXECUTE ON FUNCTION core.token_holder FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.token_holder TO docket_reader;

-- What a function with its owner's rights says of a row: the text that a policy of the same columns has (VisibleRows.swift).
CREATE OR REPLACE FUNCTION core.visible_rows(
    court text, sealed text DEFAULT NULL, assignee text DEFAULT NULL, assignees text DEFAULT NULL, recused text DEFAULT NULL
) RETURNS text LANGUAGE sql IMMUTABLE
    RETURN concat_ws(' AND ',
        court || ' = ANY ((SELECT core.readable_courts())::text[])',
        '(NOT ' || sealed || ' OR (SELECT core.may_read_sealed()))',
        '(NOT (SELECT core.sees_only_assigned()) OR ' || assignee || ' = (SELECT core.staff_id()))',
        '(NOT (SELECT core.sees_only_assigned()) OR (SELECT core.staff_id()) = ANY (' || assignees || '))',
        'NOT coalesce(' || recused || ' && (SELECT core.recused_from())::bigint[], false)'
    );
