-- Since which day a letter has stood in its present step.
ALTER TABLE letters.letter ADD COLUMN state_since date;
UPDATE letters.letter SET state_since = (updated_at AT TIME ZONE 'Asia/Shanghai')::date;
ALTER TABLE letters.letter ALTER COLUMN state_since SET NOT NULL;
CREATE FUNCTION letters.keep_state_since() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' OR NEW.state <> OLD.state THEN
        NEW.state_since := core.today();
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER letter_state_since BEFORE INSERT OR UPDATE OF state ON letters.letter
    FOR EACH ROW EXECUTE FUNCTION letters.keep_state_since();
CREATE INDEX letter_state_since ON letters.letter (state_since);

CREATE FUNCTION letters.waiting_days(letters.letter) RETURNS integer LANGUAGE sql STABLE PARALLEL SAFE
    RETURN CASE WHEN $1.state NOT IN ('CLOSED', 'BOUND', 'ARCHIVED', 'VOIDED') THEN core.today() - $1.state_since END;

-- Whether somebody of the caller's own division handles it.
CREATE FUNCTION letters.of_my_division(letters.letter) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
    RETURN EXISTS (
        SELECT FROM core.staff a JOIN core.staff me ON me.department_id = a.department_id
        WHERE a.id = $1.assignee_id AND me.id = core.staff_id()
    );

-- A case is one, whichever of its documents is cited (之一), and however its brackets are written.
CREATE FUNCTION letters.case_key(case_no text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN regexp_replace(core.folded_number(case_no), '号.*$', '号');
ALTER TABLE letters.letter_case ADD COLUMN case_key text NOT NULL GENERATED ALWAYS AS (letters.case_key(case_no)) STORED;
CREATE INDEX letter_case_key ON letters.letter_case (case_key);

-- Pairs of a batch's letters and earlier ones of the court by the same person or of the same case: it compares keyed hashes,
-- which the reading role may not see, and answers only which are equal.
CREATE FUNCTION letters.tied_letters(batch text) RETURNS TABLE (letter_id bigint, candidate_id bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    WITH item AS (
        SELECT l.id FROM letters.letter l
        WHERE l.batch_no = core.folded_number(batch) AND l.court_code = ANY ((SELECT core.readable_courts())::text[])
            AND l.state <> 'VOIDED' AND l.duplicate_of_id IS NULL
    )
    SELECT i.id, o.letter_id FROM item i JOIN letters.letter_sender s ON s.letter_id = i.id
        JOIN letters.letter_sender o ON o.id_number_hash = s.id_number_hash AND o.court_code = s.court_code
    UNION
    SELECT i.id, o.letter_id FROM item i JOIN letters.letter_sender s ON s.letter_id = i.id
        JOIN letters.letter_sender o ON o.mobile_hash = s.mobile_hash AND o.court_code = s.court_code
    UNION
    SELECT i.id, o.letter_id FROM item i JOIN letters.letter_case c ON c.letter_id = i.id
        JOIN letters.letter_case o ON o.case_key = c.case_key AND o.court_code = c.court_code
$$;
-- The suggestions of letters.duplicate_candidate for every letter of a batch at once: each of these needs a tie.
CREATE FUNCTION letters.batch_duplicates("batchNo" text) RETURNS SETOF letters.duplicate_candidate LANGUAGE sql STABLE AS $$
    SELECT l.id, c.id, l.court_code, l.sealed OR c.sealed, l.assignee_id, l.accused_staff_ids || c.accused_staff_ids,
        r.reasons, s.text_similarity
    FROM letters.tied_letters("batchNo") t
    JOIN letters.letter l ON l.id = t.letter_id
    JOIN letters.letter c ON c.id = t.candidate_id AND c.id <> l.id AND c.duplicate_of_id IS NULL
        AND (c.received_on, c.id) < (l.received_on, l.id) AND c.state <> 'VOIDED'
    CROSS JOIN LATERAL (
        SELECT public.similarity(c.subject || c.abstract, l.subject || l.abstract)::double precision AS text_similarity
    ) s
    CROSS JOIN LATERAL (SELECT letters.duplicate_reasons(l.id, c.id, s.text_similarity >= 0.6) AS reasons) r
    WHERE (ARRAY['SAME_ID_NUMBER', 'SAME_MOBILE'] && r.reasons) OR (ARRAY['SAME_CASE', 'SIMILAR_TEXT'] <@ r.reasons)
$$;
REVOKE EXECUTE ON FUNCTION letters.tied_letters, letters.batch_duplicates FROM PUBLIC;
GRANT EXECUTE ON FUNCTION letters.tied_letters, letters.batch_duplicates TO docket_reader;
