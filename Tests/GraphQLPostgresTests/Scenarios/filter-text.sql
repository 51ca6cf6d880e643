-- 3 statements in 1 round trip

-- round trip 1
SELECT t.subject
FROM app.letter t
WHERE t.subject LIKE $1
    AND t.court_code = ANY ((SELECT $2::text[])::text[])
    AND (NOT t.sealed OR $3)
    AND (NOT $4 OR t.assignee_id = $5)
    AND NOT coalesce(t.accused_staff_ids && $6, false)
ORDER BY t.received_on DESC, t.letter_no, t.id
LIMIT (SELECT $7::bigint);

SELECT t.letter_no
FROM app.letter t
WHERE t.letter_no ^@ $1
    AND t.court_code = ANY ((SELECT $2::text[])::text[])
    AND (NOT t.sealed OR $3)
    AND (NOT $4 OR t.assignee_id = $5)
    AND NOT coalesce(t.accused_staff_ids && $6, false)
ORDER BY t.received_on DESC, t.letter_no, t.id
LIMIT (SELECT $7::bigint);

SELECT t.letter_no, t.tags
FROM app.letter t
WHERE t.tags @> ARRAY[$1]
    AND t.court_code = ANY ((SELECT $2::text[])::text[])
    AND (NOT t.sealed OR $3)
    AND (NOT $4 OR t.assignee_id = $5)
    AND NOT coalesce(t.accused_staff_ids && $6, false)
ORDER BY t.received_on DESC, t.letter_no, t.id
LIMIT (SELECT $7::bigint);
