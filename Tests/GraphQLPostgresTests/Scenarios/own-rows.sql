-- 2 statements in 1 round trip

-- round trip 1
SELECT t.name, t.today
FROM app.viewer t
ORDER BY t.id
LIMIT 1;

SELECT t.letter_no
FROM app.letter t
WHERE t.assignee_id = $1
    AND t.court_code = ANY ((SELECT $2::text[])::text[])
    AND (NOT t.sealed OR $3)
    AND (NOT $4 OR t.assignee_id = $1)
    AND NOT coalesce(t.accused_staff_ids && $5, false)
ORDER BY t.due_on, t.id
LIMIT (SELECT $6::bigint);
