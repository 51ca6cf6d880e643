-- 2 statements in 1 round trip

-- round trip 1
SELECT count(*)
FROM app.entry t
WHERE t.court_code = ANY ($1);

SELECT t.id
FROM app.entry t
WHERE t.court_code = ANY ($1)
ORDER BY t.rank, t.label DESC, t.id
LIMIT $2;
