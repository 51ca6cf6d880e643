-- Recusal (回避), and one text of the rule who sees a row: every policy, and every function that runs as its owner, is made
-- of it. The plan of a read says the same once more (StatementCompiler+Conditions.swift).

-- Whose accusation keeps a member of staff from a matter: their own, that of anyone in their department, and for a
-- vice-president (分管院长) that of anyone in the court. A president is kept from what accuses themselves.
CREATE FUNCTION core.recusing_staff(staff bigint, staff_roles text[]) RETURNS bigint[] LANGUAGE sql STABLE PARALLEL SAFE
    RETURN ARRAY(
        SELECT other.id
        FROM core.staff me
        JOIN core.staff other ON other.court_code = me.court_code
            AND (other.department_id = me.department_id OR 'VICE_PRESIDENT' = ANY (staff_roles || me.roles))
        WHERE me.id = staff
        ORDER BY other.id
    );

-- What the server told of the caller; the caller is one of them, told or not.
CREATE FUNCTION core.recused_from() RETURNS bigint[] LANGUAGE sql STABLE PARALLEL SAFE
    RETURN coalesce(nullif(current_setting('docket.recused_from', true), '')::bigint[], '{}') || core.staff_id();

-- The rule as a condition over a row's columns, each given as it is written in the statement, or left out:
-- rows of readable courts; sealed ones to whoever may read them; own ones to whoever sees only own assignments; none that
-- accuses somebody from whose matters the caller is recused.
CREATE FUNCTION core.visible_rows(
    court text, sealed text DEFAULT NULL, assignee text DEFAULT NULL, assignees text DEFAULT NULL, recused text DEFAULT NULL
) RETURNS text LANGUAGE sql IMMUTABLE
    RETURN concat_ws(' AND ',
        court || ' = ANY ((SELECT core.readable_courts())::text[])',
        '(NOT ' || sealed || ' OR (SELECT core.may_read_sealed()))',
        '(' || assignee || ' = (SELECT core.staff_id()) OR NOT (SELECT core.sees_only_assigned()))',
        '((SELECT core.staff_id()) = ANY (' || assignees || ') OR NOT (SELECT core.sees_only_assigned()))',
        'NOT coalesce(' || recused || ' && (SELECT core.recused_from())::bigint[], false)'
    );

-- The holder of a token, with whose accusation recuses them.
DROP FUNCTION core.token_holder;
CREATE FUNCTION core.token_holder(hash bytea)
    RETURNS TABLE (
        id bigint, name text, staff_id bigint, court_code text, department_code text, roles text[], readable_courts text[],
        recused_from bigint[]
    )
    LANGUAGE sql STABLE STRICT ROWS 1 SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT t.id, t.name, t.staff_id, coalesce(t.court_code, ''), d.code, t.roles, core.courts_below(t.court_code, t.roles),
        core.recusing_staff(t.staff_id, t.roles)
    FROM core.token t
    LEFT JOIN core.staff s ON s.id = t.staff_id
    LEFT JOIN core.department d ON d.id = s.department_id
    WHERE t.secret_hash = hash AND t.revoked_at IS NULL AND t.expires_at > now() AND s.active IS NOT FALSE
$$;
REVOKE EXECUTE ON FUNCTION core.token_holder FROM PUBLIC;
GRANT EXECUTE ON FUNCTION core.token_holder TO docket_reader;
