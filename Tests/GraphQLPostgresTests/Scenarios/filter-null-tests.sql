-- 5 statements in 1 round trip

-- round trip 1
SELECT t.id
FROM f.letter t
WHERE t.due_on IS NULL
    AND t.court_code = ANY ((SELECT $1::text[])::text[])
ORDER BY t.id
LIMIT 201;

SELECT t.id
FROM f.letter t
WHERE t.due_on IS NOT NULL
    AND t.court_code = ANY ((SELECT $1::text[])::text[])
ORDER BY t.id
LIMIT 201;

SELECT t.id
FROM f.letter t
WHERE t.priority IS NULL
    AND t.court_code = ANY ((SELECT $1::text[])::text[])
ORDER BY t.id
LIMIT 201;

SELECT t.id
FROM f.letter t
WHERE t.court_code = ANY ((SELECT $1::text[])::text[])
ORDER BY t.id
LIMIT 201;

SELECT t.id
FROM f.letter t
WHERE t.id <> ALL ($1)
    AND t.court_code = ANY ((SELECT $2::text[])::text[])
ORDER BY t.id
LIMIT 201;
