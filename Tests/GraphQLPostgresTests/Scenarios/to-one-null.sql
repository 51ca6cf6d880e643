-- 1 statement in 1 round trip

-- round trip 1
SELECT t.letter_no, j1.id, j1.name, j2.id, j2.letter_no, j3.letter_id, j3.text
FROM app.letter t
LEFT JOIN app.staff j1 ON j1.id = t.assignee_id
LEFT JOIN app.letter j2 ON j2.id = t.duplicate_of_id AND j2.court_code = ANY ((SELECT $1::text[])::text[]) AND (NOT j2.sealed OR $2) AND (NOT $3 OR j2.assignee_id = $4) AND NOT coalesce(j2.accused_staff_ids && $5, false)
LEFT JOIN app.endorsement j3 ON j3.letter_id = t.id AND j3.court_code = ANY ((SELECT $1::text[])::text[])
WHERE t.id = $6
    AND t.court_code = ANY ((SELECT $1::text[])::text[])
    AND (NOT t.sealed OR $2)
    AND (NOT $3 OR t.assignee_id = $4)
    AND NOT coalesce(t.accused_staff_ids && $5, false);
