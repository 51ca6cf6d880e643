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
SELECT k.ord, t.letter_no, j1.id, j1.letter_no
FROM unnest((SELECT $1::bigint[])) WITH ORDINALITY k(k1, ord)
JOIN app.letter t ON t.duplicate_of_id = k.k1
LEFT JOIN app.letter j1 ON j1.id = t.duplicate_of_id AND j1.court_code = ANY ((SELECT $2::text[])::text[]) AND (NOT j1.sealed OR $3) AND (NOT $4 OR j1.assignee_id = $5) AND NOT coalesce(j1.accused_staff_ids && $6, false)
WHERE t.court_code = ANY ((SELECT $2::text[])::text[])
    AND (NOT t.sealed OR $3)
    AND (NOT $4 OR t.assignee_id = $5)
    AND NOT coalesce(t.accused_staff_ids && $6, false)
ORDER BY k.ord, t.letter_no, t.id
LIMIT (SELECT $7::bigint);
COMMIT;
