-- 4 statements in 1 round trip

-- round trip 1
SELECT t.id
FROM f.letter t
WHERE EXISTS (SELECT 1 FROM f.dossier f1 WHERE f1.id = t.dossier_id AND f1.court_code = ANY ((SELECT $2::text[])::text[]) AND f1.status = $1)
    AND t.court_code = ANY ((SELECT $2::text[])::text[])
ORDER BY t.id
LIMIT 201;

SELECT t.id
FROM f.letter t
WHERE EXISTS (SELECT 1 FROM f.note f1 WHERE f1.letter_id = t.id AND f1.court_code = ANY ((SELECT $2::text[])::text[]) AND f1.kind ^@ $1)
    AND t.court_code = ANY ((SELECT $2::text[])::text[])
ORDER BY t.id
LIMIT 201;

SELECT t.id
FROM f.letter t
WHERE NOT EXISTS (SELECT 1 FROM f.note f1 WHERE f1.letter_id = t.id AND f1.court_code = ANY ((SELECT $1::text[])::text[]))
    AND t.court_code = ANY ((SELECT $1::text[])::text[])
ORDER BY t.id
LIMIT 201;

SELECT t.id
FROM f.dossier t
WHERE NOT EXISTS (SELECT 1 FROM f.letter f1 WHERE f1.dossier_id = t.id AND f1.court_code = ANY ((SELECT $2::text[])::text[]) AND (f1.state <> $1) IS NOT TRUE)
    AND t.court_code = ANY ((SELECT $2::text[])::text[])
ORDER BY t.id
LIMIT 201;
