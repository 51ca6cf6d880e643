-- Who reviews a reply, in order: by the letter's source and by what the reply says. Rows, never code.
CREATE TABLE letters.review_rule (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    -- A court's own rows of a source go before the common ones, all of them.
    for_court text REFERENCES core.court,
    source text NOT NULL CHECK (source IN (
        'ORDINARY', 'CENTRAL_INSPECTION', 'PRESIDENT', 'CONGRESS_DEPUTY', 'SUPERIOR_COURT', 'PARTY_POLITICAL_LEGAL', 'OTHER'
    )),
    weight text NOT NULL CHECK (weight IN ('ANY', 'SUPPORTED', 'STAFF_CONDUCT')),
    levels text[] NOT NULL CHECK (
        cardinality(levels) > 0 AND levels <@ ARRAY['DIVISION_HEAD', 'VICE_PRESIDENT', 'PRESIDENT']
    ),
    basis text NOT NULL,
    confirmed boolean NOT NULL DEFAULT false,
    effective_from date NOT NULL,
    effective_to date,
    CHECK (effective_to IS NULL OR effective_to > effective_from)
);
CREATE UNIQUE INDEX review_rule_key ON letters.review_rule (source, weight, effective_from, for_court) NULLS NOT DISTINCT;
GRANT SELECT ON letters.review_rule TO docket_reader;

-- Three reviews are stated for presidents' letters; the others are defaults until a court has confirmed them.
INSERT INTO letters.review_rule (source, weight, levels, basis, effective_from)
SELECT source, 'ANY', ARRAY['DIVISION_HEAD', 'VICE_PRESIDENT', 'PRESIDENT'], basis, '2017-01-01'::date
FROM (VALUES ('PRESIDENT', '院长来信三级审核'), ('CENTRAL_INSPECTION', '内部规定（待法院确认）'),
    ('CONGRESS_DEPUTY', '内部规定（待法院确认）'), ('SUPERIOR_COURT', '内部规定（待法院确认）'),
    ('PARTY_POLITICAL_LEGAL', '内部规定（待法院确认）')) AS v (source, basis)
UNION ALL
SELECT source, weight, levels, '内部规定（待法院确认）', '2017-01-01'::date
FROM (VALUES ('ANY', ARRAY['DIVISION_HEAD']), ('SUPPORTED', ARRAY['DIVISION_HEAD', 'VICE_PRESIDENT']),
    ('STAFF_CONDUCT', ARRAY['DIVISION_HEAD', 'VICE_PRESIDENT'])) AS w (weight, levels)
CROSS JOIN (VALUES ('ORDINARY'), ('OTHER')) AS s (source);

-- The levels that a letter's reply passes: of the rules that concern it the longest; empty where there is none.
CREATE FUNCTION letters.review_levels(court text, letter_source text, is_supported boolean, is_conduct boolean, on_day date)
    RETURNS text[] LANGUAGE sql STABLE AS $$
    SELECT coalesce((
        SELECT r.levels FROM letters.review_rule r
        WHERE r.source = letter_source AND (r.for_court = court OR r.for_court IS NULL)
            AND r.effective_from <= on_day AND (r.effective_to IS NULL OR r.effective_to > on_day)
            AND (r.weight = 'ANY' OR r.weight = 'SUPPORTED' AND is_supported OR r.weight = 'STAFF_CONDUCT' AND is_conduct)
        ORDER BY r.for_court NULLS LAST, cardinality(r.levels) DESC, r.effective_from DESC LIMIT 1
    ), '{}')
$$;

-- The chain is pinned when a reply is submitted: a rule that changes meanwhile concerns the next round.
ALTER TABLE letters.letter ADD COLUMN review_levels text[];
UPDATE letters.letter SET review_levels = '{}';
ALTER TABLE letters.letter ALTER COLUMN review_levels SET DEFAULT '{}', ALTER COLUMN review_levels SET NOT NULL;
UPDATE letters.letter l SET review_levels = letters.review_levels(
    l.court_code, l.source,
    EXISTS (SELECT FROM letters.claim_reply c WHERE c.letter_id = l.id AND c.outcome = 'SUPPORTED'),
    l.category = 'STAFF_CONDUCT', core.today()
) WHERE l.state = 'IN_REVIEW';
