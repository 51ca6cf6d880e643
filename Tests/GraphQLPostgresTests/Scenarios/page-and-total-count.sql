-- 2 statements in 1 round trip

-- round trip 1
SELECT count(*)
FROM app.entry t
WHERE t.court_code = ANY ((SELECT $1::text[])::text[]);

SELECT t.id
FROM app.entry t
WHERE t.court_code = ANY ((SELECT $1::text[])::text[])
ORDER BY t.rank, t.label DESC, t.id
LIMIT (SELECT $2::bigint);
