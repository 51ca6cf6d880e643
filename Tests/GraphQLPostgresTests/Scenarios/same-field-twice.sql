-- 7 statements in 2 round trips

-- round trip 1
BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
SELECT t.id
FROM app.letter t
WHERE t.id = $1
    AND t.court_code = ANY ((SELECT $2::text[])::text[])
    AND (NOT t.sealed OR $3)
    AND (NOT $4 OR t.assignee_id = $5)
    AND NOT coalesce(t.accused_staff_ids && $6, false);

SELECT t.letter_no
FROM app.letter t
WHERE t.id = $1
    AND t.court_code = ANY ((SELECT $2::text[])::text[])
    AND (NOT t.sealed OR $3)
    AND (NOT $4 OR t.assignee_id = $5)
    AND NOT coalesce(t.accused_staff_ids && $6, false);

-- round trip 2
SELECT k.ord, count(*)
FROM unnest((SELECT $1::bigint[])) WITH ORDINALITY k(k1, ord)
JOIN app.event t ON t.letter_id = k.k1
WHERE t.kind = $2
    AND t.court_code = ANY ((SELECT $3::text[])::text[])
GROUP BY k.ord
ORDER BY k.ord;

SELECT k.ord, s.c1
FROM unnest((SELECT $1::bigint[])) WITH ORDINALITY k(k1, ord)
CROSS JOIN LATERAL (
SELECT t.id AS c1, t.id AS o1
FROM app.event t
WHERE t.letter_id = k.k1
    AND t.kind = $2
    AND t.court_code = ANY ((SELECT $3::text[])::text[])
ORDER BY t.id
LIMIT (SELECT $4::bigint)
) s
ORDER BY k.ord, s.o1;

SELECT k.ord, s.c1, s.c2
FROM unnest((SELECT $1::bigint[])) WITH ORDINALITY k(k1, ord)
CROSS JOIN LATERAL (
SELECT t.id AS c1, t.kind AS c2, t.id AS o1
FROM app.event t
WHERE t.letter_id = k.k1
    AND t.kind = $2
    AND t.court_code = ANY ((SELECT $3::text[])::text[])
ORDER BY t.id
LIMIT (SELECT $4::bigint)
) s
ORDER BY k.ord, s.o1;

SELECT k.ord, s.c1
FROM unnest((SELECT $1::bigint[])) WITH ORDINALITY k(k1, ord)
CROSS JOIN LATERAL (
SELECT t.id AS c1, t.id AS o1
FROM app.event t
WHERE t.letter_id = k.k1
    AND t.court_code = ANY ((SELECT $2::text[])::text[])
ORDER BY t.id DESC
LIMIT (SELECT $3::bigint)
) s
ORDER BY k.ord, s.o1 DESC;

SELECT k.ord, s.c1
FROM unnest((SELECT $1::bigint[])) WITH ORDINALITY k(k1, ord)
CROSS JOIN LATERAL (
SELECT t.id AS c1, t.id AS o1
FROM app.event t
WHERE t.letter_id = k.k1
    AND t.court_code = ANY ((SELECT $2::text[])::text[])
ORDER BY t.id DESC
LIMIT (SELECT $3::bigint)
) s
ORDER BY k.ord, s.o1 DESC;
COMMIT;
