-- 1 statement in 1 round trip

-- round trip 1
SELECT t.group_key, t.items
FROM app.report("from" => $1, "to" => $2, "groupBy" => $3) t
ORDER BY t.items DESC, t.group_key
LIMIT 201;
