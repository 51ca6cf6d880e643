-- 1 statement in 1 round trip

-- round trip 1
SELECT t.letter_no, t.received_on, t.due_on
FROM app.letter t
WHERE t.court_code = ANY ((SELECT $1::text[])::text[])
    AND (NOT t.sealed OR $2)
    AND (NOT $3 OR t.assignee_id = $4)
    AND NOT coalesce($4 = ANY (t.accused_staff_ids), false)
    AND t.received_on <= $5 AND (t.received_on < $5 OR t.received_on = $5 AND (t.due_on > $6 OR t.due_on IS NULL OR t.due_on = $6 AND (t.id > $7)))
ORDER BY t.received_on DESC, t.due_on, t.id
LIMIT (SELECT $8::bigint);
