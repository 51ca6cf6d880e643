-- 1 statement in 1 round trip

-- round trip 1
SELECT t.name
FROM app.court t
WHERE t.code = $1;
