-- 1 statement in 1 round trip

-- round trip 1
SELECT t.letter_no, j1.code, j1.name, j2.code, j2.name, j2.level, j3.id, j3.name, j4.code, j5.letter_id, j5.text
FROM app.letter t
LEFT JOIN app.court j1 ON j1.code = t.court_code
LEFT JOIN app.court j2 ON j2.code = j1.parent_code
LEFT JOIN app.staff j3 ON j3.id = t.assignee_id
LEFT JOIN app.court j4 ON j4.code = j3.court_code
LEFT JOIN app.endorsement j5 ON j5.letter_id = t.id AND j5.court_code = ANY ((SELECT $1::text[])::text[])
WHERE t.id = $2
    AND t.court_code = ANY ((SELECT $1::text[])::text[])
    AND (NOT t.sealed OR $3)
    AND (NOT $4 OR t.assignee_id = $5)
    AND NOT coalesce(t.accused_staff_ids && $6, false);
