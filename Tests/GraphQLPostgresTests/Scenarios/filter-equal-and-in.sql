-- 1 statement in 1 round trip

-- round trip 1
SELECT t.letter_no
FROM app.letter t
WHERE t.court_code = $1
    AND t.state = ANY ($2)
    AND t.assignee_id = ANY ($3)
    AND t.court_code = ANY ((SELECT $4::text[])::text[])
    AND (NOT t.sealed OR $5)
    AND (NOT $6 OR t.assignee_id = $7)
    AND NOT coalesce(t.accused_staff_ids && $8, false)
ORDER BY t.received_on DESC, t.letter_no, t.id
LIMIT (SELECT $9::bigint);
