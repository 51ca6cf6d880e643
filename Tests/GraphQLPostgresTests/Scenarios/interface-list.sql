-- 1 statement in 1 round trip

-- round trip 1
SELECT t.typename, j1.id, j1.subject, j1.received_on, j2.code, j2.name, j1.letter_no, j3.id, j3.title, j3.opened_on, j4.code, j4.name, j3.volumes
FROM app.matter t
LEFT JOIN app.letter j1 ON j1.id = CASE WHEN t.typename = 'Letter' THEN t.id END AND j1.court_code = ANY ((SELECT $1::text[])::text[]) AND (NOT j1.sealed OR $2) AND (NOT $3 OR j1.assignee_id = $4) AND NOT coalesce(j1.accused_staff_ids && $5, false)
LEFT JOIN app.court j2 ON j2.code = j1.court_code
LEFT JOIN app.dossier j3 ON j3.id = CASE WHEN t.typename = 'Dossier' THEN t.id END AND j3.court_code = ANY ((SELECT $1::text[])::text[]) AND (NOT j3.sealed OR $2)
LEFT JOIN app.court j4 ON j4.code = j3.court_code
WHERE t.court_code = ANY ((SELECT $1::text[])::text[])
    AND (NOT t.sealed OR $2)
    AND (NOT $3 OR t.assignee_id = $4)
    AND NOT coalesce(t.accused_staff_ids && $5, false)
ORDER BY t.opened_on, t.id, t.typename
LIMIT (SELECT $6::bigint);
