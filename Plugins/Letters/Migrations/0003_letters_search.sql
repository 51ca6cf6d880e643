-- What a letter says, in the form that is searched. A table of its own, as a letter changes its state a dozen times and its
-- text hardly ever, and each new version of a row goes into all of its table's indexes. Only the functions below read it.
CREATE TABLE letters.letter_text (
    letter_id bigint PRIMARY KEY REFERENCES letters.letter ON DELETE CASCADE,
    search_text text NOT NULL
);
ALTER TABLE letters.letter_text ENABLE ROW LEVEL SECURITY;
CREATE INDEX letter_text_search ON letters.letter_text USING gin (core.search_pairs(search_text));
-- What is searched for is not known when the search is planned, so statistics would be gathered for nothing.
ALTER INDEX letters.letter_text_search ALTER COLUMN 1 SET STATISTICS 0;

CREATE FUNCTION letters.keep_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO letters.letter_text VALUES (NEW.id, core.search_text(NEW.subject || E'\n' || NEW.abstract))
        ON CONFLICT (letter_id) DO UPDATE SET search_text = excluded.search_text;
    RETURN NULL;
END
$$;
CREATE TRIGGER letter_text AFTER INSERT OR UPDATE OF subject, abstract ON letters.letter
    FOR EACH ROW EXECUTE FUNCTION letters.keep_text();
INSERT INTO letters.letter_text SELECT id, core.search_text(subject || E'\n' || abstract) FROM letters.letter;

-- Letters that say every one of the words. It runs as its owner, since row security keeps conditions that are not leakproof
-- from an index; so it says the policy letter_read again. The memory keeps the places of common words exact.
CREATE FUNCTION letters.mentioning(words text) RETURNS SETOF bigint
    LANGUAGE sql STABLE STRICT PARALLEL SAFE SECURITY DEFINER ROWS 200
    SET search_path = pg_catalog, pg_temp SET work_mem = '64MB'
BEGIN ATOMIC
    SELECT l.id
    FROM letters.letter_text s
    JOIN letters.letter l ON l.id = s.letter_id
    WHERE core.search_pairs(s.search_text) @@ (SELECT core.search_query(words))
        AND s.search_text LIKE ALL ((SELECT core.search_patterns(words))::text[])
        AND l.court_code = ANY ((SELECT core.readable_courts())::text[])
        AND (NOT l.sealed OR (SELECT core.may_read_sealed()))
        AND (l.assignee_id = (SELECT core.staff_id()) OR NOT (SELECT core.sees_only_assigned()))
        AND NOT coalesce((SELECT core.staff_id()) = ANY (l.accused_staff_ids), false);
END;

-- Letters that say something like it: they have more than half of its pairs of characters.
CREATE FUNCTION letters.resembling(words text) RETURNS SETOF bigint
    LANGUAGE sql STABLE STRICT PARALLEL SAFE SECURITY DEFINER ROWS 200
    SET search_path = pg_catalog, pg_temp SET work_mem = '64MB'
BEGIN ATOMIC
    SELECT l.id
    FROM letters.letter_text s
    JOIN letters.letter l ON l.id = s.letter_id
    WHERE core.search_pairs(s.search_text) @@ (SELECT core.similar_query(words))
        AND core.similar_share(s.search_text, (SELECT core.similar_pairs(words))) > 0.5
        AND l.court_code = ANY ((SELECT core.readable_courts())::text[])
        AND (NOT l.sealed OR (SELECT core.may_read_sealed()))
        AND (l.assignee_id = (SELECT core.staff_id()) OR NOT (SELECT core.sees_only_assigned()))
        AND NOT coalesce((SELECT core.staff_id()) = ANY (l.accused_staff_ids), false);
END;

REVOKE EXECUTE ON FUNCTION letters.mentioning, letters.resembling, letters.keep_text FROM PUBLIC;
GRANT EXECUTE ON FUNCTION letters.mentioning, letters.resembling TO docket_reader;
