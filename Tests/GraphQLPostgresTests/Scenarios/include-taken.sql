-- 2 statements in 2 round trips

-- round trip 1
BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
SELECT t.letter_no, t.id
FROM app.letter t
WHERE t.id = $1
    AND t.court_code = ANY ((SELECT $2::text[])::text[])
    AND (NOT t.sealed OR $3)
    AND (NOT $4 OR t.assignee_id = $5)
    AND NOT coalesce(t.accused_staff_ids && $6, false);

-- round trip 2
SELECT k.ord, t.name_masked
FROM unnest((SELECT $1::bigint[])) WITH ORDINALITY k(k1, ord)
JOIN app.petitioner t ON t.letter_id = k.k1
WHERE t.court_code = ANY ((SELECT $2::text[])::text[])
ORDER BY k.ord, t.seq, t.id
LIMIT (SELECT $3::bigint);
COMMIT;
