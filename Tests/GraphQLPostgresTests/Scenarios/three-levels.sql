-- 4 statements in 4 round trips

-- round trip 1
BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
SELECT t.name, t.code
FROM app.court t
WHERE t.level = $1
ORDER BY t.code
LIMIT 201;

-- round trip 2
SELECT k.ord, s.c1, s.c2, s.c3, s.c4
FROM unnest((SELECT $1::text[])) WITH ORDINALITY k(k1, ord)
CROSS JOIN LATERAL (
SELECT t.letter_no AS c1, j1.id AS c2, j1.name AS c3, t.id AS c4, t.received_on AS o1, t.id AS o2
FROM app.letter t
LEFT JOIN app.staff j1 ON j1.id = t.assignee_id
WHERE t.court_code = k.k1
    AND t.court_code = ANY ((SELECT $2::text[])::text[])
    AND (NOT t.sealed OR $3)
    AND (NOT $4 OR t.assignee_id = $5)
    AND NOT coalesce(t.accused_staff_ids && $6, false)
ORDER BY t.received_on, t.id
LIMIT (SELECT $7::bigint)
) s
ORDER BY k.ord, s.o1, s.o2;

-- round trip 3
SELECT k.ord, s.c1, s.c2, s.c3, s.c4
FROM unnest((SELECT $1::bigint[])) WITH ORDINALITY k(k1, ord)
CROSS JOIN LATERAL (
SELECT t.kind AS c1, j1.id AS c2, j1.name AS c3, j2.id AS c4, t.id AS o1
FROM app.event t
LEFT JOIN app.staff j1 ON j1.id = t.staff_id
LEFT JOIN app.letter j2 ON j2.id = t.letter_id AND j2.court_code = ANY ((SELECT $2::text[])::text[]) AND (NOT j2.sealed OR $3) AND (NOT $4 OR j2.assignee_id = $5) AND NOT coalesce(j2.accused_staff_ids && $6, false)
WHERE t.letter_id = k.k1
    AND t.court_code = ANY ((SELECT $2::text[])::text[])
ORDER BY t.id
LIMIT (SELECT $7::bigint)
) s
ORDER BY k.ord, s.o1;

-- round trip 4
SELECT k.ord, t.name_masked
FROM unnest((SELECT $1::bigint[])) WITH ORDINALITY k(k1, ord)
JOIN app.petitioner t ON t.letter_id = k.k1
WHERE t.court_code = ANY ((SELECT $2::text[])::text[])
ORDER BY k.ord, t.seq, t.id
LIMIT (SELECT $3::bigint);
COMMIT;
