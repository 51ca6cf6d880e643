-- 2 statements in 1 round trip

-- round trip 1
SELECT t.a, t.b, t.id
FROM f.entry t
ORDER BY t.a NULLS FIRST, t.b DESC NULLS LAST, t.id
LIMIT (SELECT $1::bigint);

SELECT t.a, t.b
FROM f.entry t
ORDER BY t.a DESC NULLS LAST, t.b NULLS FIRST, t.id
LIMIT (SELECT $1::bigint);
