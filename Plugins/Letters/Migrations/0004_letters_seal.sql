-- An accusation is sealed from entry, and so is every letter of the same matter: a root and its duplicates share one seal
-- and one list of the accused.
CREATE FUNCTION letters.seal_matter(root bigint) RETURNS TABLE (letter_id bigint, court_code text, registration_id bigint, accused bigint[])
LANGUAGE sql AS $$
    WITH matter AS (
        SELECT bool_or(l.sealed OR l.matter_class = 'ACCUSATION') AS sealed, ARRAY(
            SELECT DISTINCT unnest(m.accused_staff_ids) FROM letters.letter m WHERE m.id = root OR m.duplicate_of_id = root ORDER BY 1
        ) AS accused
        FROM letters.letter l WHERE l.id = root OR l.duplicate_of_id = root
    )
    UPDATE letters.letter l SET sealed = true, accused_staff_ids = matter.accused, version = l.version + 1, updated_at = now()
    FROM matter
    WHERE (l.id = root OR l.duplicate_of_id = root) AND matter.sealed
        AND (l.sealed, l.accused_staff_ids) IS DISTINCT FROM (true, matter.accused)
    RETURNING l.id, l.court_code, l.registration_id, l.accused_staff_ids
$$;
UPDATE letters.letter SET sealed = true WHERE matter_class = 'ACCUSATION' AND NOT sealed;
SELECT letters.seal_matter(r.id) FROM (
    SELECT DISTINCT coalesce(l.duplicate_of_id, l.id) AS id FROM letters.letter l WHERE l.sealed
) r;

DO $$
DECLARE
    seen text := core.visible_rows(
        'l.court_code', sealed => 'l.sealed', assignee => 'l.assignee_id', recused => 'l.accused_staff_ids'
    );
BEGIN
    EXECUTE format('ALTER POLICY letter_read ON letters.letter USING (%s)', replace(seen, 'l.', ''));
    -- These run as their owner, see 0003_letters_search.sql.
    EXECUTE format($f$
        CREATE OR REPLACE FUNCTION letters.mentioning(words text) RETURNS SETOF bigint
            LANGUAGE sql STABLE STRICT PARALLEL SAFE SECURITY DEFINER ROWS 200
            SET search_path = pg_catalog, pg_temp SET work_mem = '64MB'
        BEGIN ATOMIC
            SELECT l.id
            FROM letters.letter_text s
            JOIN letters.letter l ON l.id = s.letter_id
            WHERE core.search_pairs(s.search_text) @@ (SELECT core.search_query(words))
                AND s.search_text LIKE ALL ((SELECT core.search_patterns(words))::text[])
                AND %s;
        END
    $f$, seen);
    EXECUTE format($f$
        CREATE OR REPLACE FUNCTION letters.resembling(words text) RETURNS SETOF bigint
            LANGUAGE sql STABLE STRICT PARALLEL SAFE SECURITY DEFINER ROWS 200
            SET search_path = pg_catalog, pg_temp SET work_mem = '64MB'
        BEGIN ATOMIC
            SELECT l.id
            FROM letters.letter_text s
            JOIN letters.letter l ON l.id = s.letter_id
            WHERE core.search_pairs(s.search_text) @@ (SELECT core.similar_query(words))
                AND core.similar_share(s.search_text, (SELECT core.similar_pairs(words))) > 0.5
                AND %s;
        END
    $f$, seen);
    -- Whoever registered a letter keeps what registering needs, whatever its seal: its numbers and its state.
    EXECUTE format($f$
        CREATE VIEW letters.letter_receipt WITH (security_barrier = true) AS
            SELECT l.id, l.court_code, l.letter_no, l.batch_no, l.item_no, l.state, l.version, l.created_by, l.received_on
            FROM letters.letter l
            WHERE l.created_by = (SELECT core.staff_id()) AND %s
    $f$, core.visible_rows('l.court_code', recused => 'l.accused_staff_ids'));
END
$$;
GRANT SELECT ON letters.letter_receipt TO docket_reader;
CREATE INDEX letter_created_by ON letters.letter (created_by, received_on, letter_no);
