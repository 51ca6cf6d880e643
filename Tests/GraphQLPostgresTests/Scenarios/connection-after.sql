-- 1 statement in 1 round trip

-- round trip 1
SELECT t.id, t.rank, t.label
FROM app.entry t
WHERE t.court_code = ANY ((SELECT $1::text[])::text[])
    AND (t.rank > $2 OR t.rank IS NULL OR t.rank = $2 AND (t.label < $3 OR t.label = $3 AND (t.id > $4)))
ORDER BY t.rank, t.label DESC, t.id
LIMIT (SELECT $5::bigint);
