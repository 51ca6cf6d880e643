-- 3 statements in 1 round trip

-- round trip 1
SELECT t.letter_no
FROM app.letter t
WHERE t.assignee_id IS NULL
    AND t.court_code = ANY ((SELECT $1::text[])::text[])
    AND (NOT t.sealed OR $2)
    AND (NOT $3 OR t.assignee_id = $4)
    AND NOT coalesce(t.accused_staff_ids && $5, false)
ORDER BY t.received_on DESC, t.letter_no, t.id
LIMIT (SELECT $6::bigint);

SELECT t.letter_no
FROM app.letter t
WHERE t.due_on IS NULL
    AND t.court_code = ANY ((SELECT $1::text[])::text[])
    AND (NOT t.sealed OR $2)
    AND (NOT $3 OR t.assignee_id = $4)
    AND NOT coalesce(t.accused_staff_ids && $5, false)
ORDER BY t.received_on DESC, t.letter_no, t.id
LIMIT (SELECT $6::bigint);

SELECT t.letter_no
FROM app.letter t
WHERE t.state <> $1
    AND t.due_on IS NOT NULL
    AND t.court_code = ANY ((SELECT $2::text[])::text[])
    AND (NOT t.sealed OR $3)
    AND (NOT $4 OR t.assignee_id = $5)
    AND NOT coalesce(t.accused_staff_ids && $6, false)
ORDER BY t.received_on DESC, t.letter_no, t.id
LIMIT (SELECT $7::bigint);
