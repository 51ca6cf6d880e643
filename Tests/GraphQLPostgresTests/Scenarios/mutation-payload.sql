-- 5 statements in 4 round trips

-- round trip 1
BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE;
UPDATE app.letter SET state = 'CLOSED' WHERE id = $1;

-- round trip 2
SELECT k.ord, t.state, j1.code, j1.name, t.id
FROM unnest((SELECT $1::bigint[])) WITH ORDINALITY k(k1, ord)
JOIN app.letter t ON t.id = k.k1
LEFT JOIN app.court j1 ON j1.code = t.court_code
WHERE t.court_code = ANY ((SELECT $2::text[])::text[])
    AND (NOT t.sealed OR $3)
    AND (NOT $4 OR t.assignee_id = $5)
    AND NOT coalesce(t.accused_staff_ids && $6, false)
ORDER BY k.ord;

-- round trip 3
SELECT k.ord, count(*)
FROM unnest((SELECT $1::bigint[])) WITH ORDINALITY k(k1, ord)
JOIN app.event t ON t.letter_id = k.k1
WHERE t.court_code = ANY ((SELECT $2::text[])::text[])
GROUP BY k.ord
ORDER BY k.ord;

SELECT k.ord, s.c1
FROM unnest((SELECT $1::bigint[])) WITH ORDINALITY k(k1, ord)
CROSS JOIN LATERAL (
SELECT t.kind AS c1, t.id AS o1
FROM app.event t
WHERE t.letter_id = k.k1
    AND t.court_code = ANY ((SELECT $2::text[])::text[])
ORDER BY t.id
LIMIT (SELECT $3::bigint)
) s
ORDER BY k.ord, s.o1;

SELECT k.ord, t.name_masked
FROM unnest((SELECT $1::bigint[])) WITH ORDINALITY k(k1, ord)
JOIN app.petitioner t ON t.letter_id = k.k1
WHERE t.court_code = ANY ((SELECT $2::text[])::text[])
ORDER BY k.ord, t.seq, t.id
LIMIT (SELECT $3::bigint);

-- round trip 4
COMMIT;
