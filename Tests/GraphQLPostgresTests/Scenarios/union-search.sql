-- 2 statements in 1 round trip

-- round trip 1
SELECT count(*)
FROM app.search_result t
WHERE t.words LIKE $1
    AND t.court_code = ANY ((SELECT $2::text[])::text[])
    AND (NOT t.sealed OR $3)
    AND (NOT $4 OR t.assignee_id = $5)
    AND NOT coalesce(t.accused_staff_ids && $6, false);

SELECT t.kind, j1.id, j1.letter_no, j2.id, j2.title, j3.id, j3.name
FROM app.search_result t
LEFT JOIN app.letter j1 ON j1.id = CASE WHEN t.kind = 'Letter' THEN t.row_id END AND j1.court_code = ANY ((SELECT $1::text[])::text[]) AND (NOT j1.sealed OR $2) AND (NOT $3 OR j1.assignee_id = $4) AND NOT coalesce(j1.accused_staff_ids && $5, false)
LEFT JOIN app.dossier j2 ON j2.id = CASE WHEN t.kind = 'Dossier' THEN t.row_id END AND j2.court_code = ANY ((SELECT $1::text[])::text[]) AND (NOT j2.sealed OR $2)
LEFT JOIN app.staff j3 ON j3.id = CASE WHEN t.kind = 'Staff' THEN t.row_id END
WHERE t.words LIKE $6
    AND t.court_code = ANY ((SELECT $1::text[])::text[])
    AND (NOT t.sealed OR $2)
    AND (NOT $3 OR t.assignee_id = $4)
    AND NOT coalesce(t.accused_staff_ids && $5, false)
ORDER BY t.row_id, t.kind
LIMIT (SELECT $7::bigint);
