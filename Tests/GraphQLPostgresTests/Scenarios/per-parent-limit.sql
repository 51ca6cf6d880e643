-- 2 statements in 2 round trips

-- round trip 1
BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
SELECT t.letter_no, t.id
FROM app.letter t
WHERE t.court_code = ANY ((SELECT $1::text[])::text[])
    AND (NOT t.sealed OR $2)
    AND (NOT $3 OR t.assignee_id = $4)
    AND NOT coalesce(t.accused_staff_ids && $5, false)
ORDER BY t.received_on DESC, t.letter_no, t.id
LIMIT (SELECT $6::bigint);

-- round trip 2
SELECT k.ord, s.c1, s.c2
FROM unnest((SELECT $1::bigint[])) WITH ORDINALITY k(k1, ord)
CROSS JOIN LATERAL (
SELECT t.id AS c1, t.kind AS c2, t.id AS o1
FROM app.event t
WHERE t.letter_id = k.k1
    AND t.court_code = ANY ((SELECT $2::text[])::text[])
ORDER BY t.id DESC
LIMIT (SELECT $3::bigint)
) s
ORDER BY k.ord, s.o1 DESC;
COMMIT;
