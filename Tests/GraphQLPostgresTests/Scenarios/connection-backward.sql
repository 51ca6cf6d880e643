-- 1 statement in 1 round trip

-- round trip 1
SELECT s.c1, s.c2
FROM (
SELECT t.id AS c1, t.rank AS c2, t.id AS o1
FROM app.entry t
WHERE t.court_code = ANY ((SELECT $1::text[])::text[])
ORDER BY t.id
LIMIT (SELECT $2::bigint)
) s
ORDER BY s.o1 DESC;
