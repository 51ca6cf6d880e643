-- 1 statement in 1 round trip

-- round trip 1
SELECT t.letter_no, j1.code, j1.name
FROM app.letter t
LEFT JOIN app.court j1 ON j1.code = t.court_code
WHERE t.court_code = ANY ((SELECT $1::text[])::text[])
    AND (NOT t.sealed OR $2)
    AND (NOT $3 OR t.assignee_id = $4)
    AND NOT coalesce(t.accused_staff_ids && $5, false)
ORDER BY t.received_on DESC, t.letter_no, t.id
LIMIT (SELECT $6::bigint);
