-- Delegation (代理): while it is in force the deputy holds the roles that were given and acts for whoever gave them.
-- docs/decisions/0038 says why.
CREATE TABLE core.delegation (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    court_code text NOT NULL REFERENCES core.court,
    from_staff_id bigint NOT NULL REFERENCES core.staff,
    to_staff_id bigint NOT NULL REFERENCES core.staff,
    roles text[] NOT NULL CHECK (cardinality(roles) > 0),
    from_on date NOT NULL,
    to_on date NOT NULL,
    reason text NOT NULL,
    -- From this day on it is not in force, whatever it said.
    ended_on date,
    ended_by bigint REFERENCES core.staff,
    created_by bigint NOT NULL REFERENCES core.staff,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CHECK (from_staff_id <> to_staff_id),
    CHECK (from_on <= to_on AND to_on <= from_on + interval '6 months'),
    CHECK ((ended_on IS NULL) = (ended_by IS NULL))
);
CREATE INDEX delegation_court ON core.delegation (court_code, from_on);
CREATE INDEX delegation_from_on ON core.delegation (from_on, id);
CREATE INDEX delegation_to ON core.delegation (to_staff_id);
CREATE INDEX delegation_from ON core.delegation (from_staff_id);
GRANT SELECT ON core.delegation TO docket_reader;
SELECT core.show_records('Delegation', 'core.delegation');

CREATE FUNCTION core.delegation_in_force(d core.delegation) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
    RETURN core.today() BETWEEN d.from_on AND d.to_on AND (d.ended_on IS NULL OR d.ended_on > core.today());
GRANT EXECUTE ON FUNCTION core.delegation_in_force TO docket_reader;

-- For whom the caller acts today.
CREATE VIEW core.acting_for WITH (security_invoker = true) AS
    SELECT d.id, d.court_code, d.from_staff_id, d.to_staff_id, d.roles, d.to_on
    FROM core.delegation d
    WHERE d.to_staff_id = core.staff_id() AND core.delegation_in_force(d);
GRANT SELECT ON core.acting_for TO docket_reader;

-- Whom the caller is, and for whom they act; and their departments. The server tells; the caller is one of them, told or not.
CREATE FUNCTION core.acting_as() RETURNS bigint[] LANGUAGE sql STABLE PARALLEL SAFE
    RETURN coalesce(nullif(current_setting('docket.acting_as', true), '')::bigint[], '{}') || core.staff_id();
CREATE FUNCTION core.acting_in() RETURNS bigint[] LANGUAGE sql STABLE PARALLEL SAFE
    RETURN coalesce(nullif(current_setting('docket.acting_in', true), '')::bigint[], '{}') || core.department_id();

-- The holder of a token on a day, with what others have given them for that day: their roles as far as whoever gave them still
-- holds them, and whom they act for. Nobody gives what they were given: a delegation names roles of its giver's own post.
DROP FUNCTION core.token_holder;
CREATE FUNCTION core.token_holder(hash bytea, day date)
    RETURNS TABLE (
        id bigint, name text, staff_id bigint, court_code text, department_id bigint, department_code text, roles text[],
        readable_courts text[], recused_from bigint[], acts_for bigint[], acts_in bigint[],
        own_roles text[]
    )
    LANGUAGE sql STABLE STRICT ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    WITH holder AS MATERIALIZED (
        SELECT t.id, t.name, t.staff_id, coalesce(t.court_code, '') AS court_code, t.roles, s.department_id, s.court_code AS post_court
        FROM core.token t LEFT JOIN core.staff s ON s.id = t.staff_id
        WHERE t.secret_hash = hash AND t.revoked_at IS NULL AND t.expires_at > now() AND s.active IS NOT FALSE
    ), given AS MATERIALIZED (
        SELECT f.id AS staff_id, f.department_id, ARRAY(
            SELECT unnest(d.roles) INTERSECT SELECT unnest(f.roles)
        ) AS roles
        FROM holder h
        JOIN core.delegation d ON d.to_staff_id = h.staff_id AND day BETWEEN d.from_on AND d.to_on
            AND (d.ended_on IS NULL OR d.ended_on > day)
        JOIN core.staff f ON f.id = d.from_staff_id AND f.active AND f.court_code = h.post_court
    ), whole AS (
        SELECT h.*, ARRAY(
            SELECT unnest(h.roles) UNION SELECT unnest(g.roles) FROM given g ORDER BY 1
        ) AS all_roles
        FROM holder h
    )
    SELECT w.id, w.name, w.staff_id, w.court_code, w.department_id, p.code, w.all_roles,
        core.courts_below(w.court_code, w.all_roles),
        ARRAY(
            SELECT unnest(core.recusing_staff(w.staff_id, w.all_roles))
            UNION SELECT unnest(core.recusing_staff(g.staff_id, g.roles)) FROM given g ORDER BY 1
        ),
        ARRAY(SELECT DISTINCT g.staff_id FROM given g ORDER BY 1),
        ARRAY(SELECT DISTINCT g.department_id FROM given g WHERE g.department_id IS NOT NULL ORDER BY 1),
        w.roles
    FROM whole w LEFT JOIN core.department p ON p.id = w.department_id
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
        '(NOT (SELECT core.sees_only_assigned()) OR ' || assignee || ' = ANY ((SELECT core.acting_as())::bigint[]))',
        '(NOT (SELECT core.sees_only_assigned()) OR ' || assignees || ' && (SELECT core.acting_as())::bigint[])',
        'NOT coalesce(' || recused || ' && (SELECT core.recused_from())::bigint[], false)'
    );
