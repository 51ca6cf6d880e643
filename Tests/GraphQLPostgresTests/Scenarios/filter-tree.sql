-- 1 statement in 1 round trip

-- round trip 1
SELECT t.id, t.state, t.due_on
FROM f.letter t
WHERE (t.state = $1 OR t.due_on IS NULL AND (t.priority >= $2) IS NOT TRUE)
    AND t.court_code = ANY ((SELECT $3::text[])::text[])
ORDER BY t.id
LIMIT 201;
