-- 1 statement in 2 round trips

-- round trip 1
BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE;
SELECT k.ord, t.letter_no
FROM unnest((SELECT $1::bigint[])) WITH ORDINALITY k(k1, ord)
JOIN app.letter t ON t.id = k.k1
WHERE t.court_code = ANY ((SELECT $2::text[])::text[])
    AND (NOT t.sealed OR $3)
    AND (NOT $4 OR t.assignee_id = $5)
    AND NOT coalesce(t.accused_staff_ids && $6, false)
ORDER BY k.ord;

-- round trip 2
COMMIT;
