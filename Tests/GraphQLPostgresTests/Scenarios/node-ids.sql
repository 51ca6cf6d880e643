-- 1 statement in 1 round trip

-- round trip 1
SELECT t.id, j1.code
FROM app.letter t
LEFT JOIN app.court j1 ON j1.code = t.court_code
WHERE t.id = $1
    AND t.court_code = ANY ((SELECT $2::text[])::text[])
    AND (NOT t.sealed OR $3)
    AND (NOT $4 OR t.assignee_id = $5)
    AND NOT coalesce(t.accused_staff_ids && $6, false);
