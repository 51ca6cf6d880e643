-- 3 statements in 3 round trips

-- round trip 1
BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
SELECT t.name, t.code
FROM app.court t
WHERE t.code = $1;

-- round trip 2
SELECT k.ord, s.c1, s.c2, s.c3
FROM unnest((SELECT $1::text[])) WITH ORDINALITY k(k1, ord)
CROSS JOIN LATERAL (
SELECT t.typename AS c1, t.title AS c2, t.id AS c3, t.opened_on AS o1, t.title AS o2, t.id AS o3, t.typename AS o4
FROM app.matter t
WHERE t.court_code = k.k1
    AND t.court_code = ANY ((SELECT $2::text[])::text[])
    AND (NOT t.sealed OR $3)
    AND (NOT $4 OR t.assignee_id = $5)
    AND NOT coalesce(t.accused_staff_ids && $6, false)
ORDER BY t.opened_on, t.title, t.id, t.typename
LIMIT (SELECT $7::bigint)
) s
ORDER BY k.ord, s.o1, s.o2, s.o3, s.o4;

-- round trip 3
SELECT k.ord, t.text
FROM unnest((SELECT $1::text[]), (SELECT $2::bigint[])) WITH ORDINALITY k(k1, k2, ord)
JOIN app.note t ON t.subject_type = k.k1 AND t.subject_id = k.k2
WHERE t.court_code = ANY ((SELECT $3::text[])::text[])
ORDER BY k.ord, t.id
LIMIT (SELECT $4::bigint);
COMMIT;
