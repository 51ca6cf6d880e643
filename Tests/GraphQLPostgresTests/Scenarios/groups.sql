-- 2 statements in 1 round trip

-- round trip 1
SELECT count(*)
FROM app.letter t
WHERE t.court_code = ANY ((SELECT $1::text[])::text[])
    AND (NOT t.sealed OR $2)
    AND (NOT $3 OR t.assignee_id = $4)
    AND NOT coalesce(t.accused_staff_ids && $5, false);

SELECT t.state, count(*)
FROM app.letter t
WHERE t.court_code = ANY ((SELECT $1::text[])::text[])
    AND (NOT t.sealed OR $2)
    AND (NOT $3 OR t.assignee_id = $4)
    AND NOT coalesce(t.accused_staff_ids && $5, false)
GROUP BY t.state
ORDER BY t.state
LIMIT 201;
