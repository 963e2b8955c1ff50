-- grain: reject of one run; source: rejects; parameter: run_id
SELECT location, code, message, hint
FROM rejects
WHERE run_id = $run_id
ORDER BY location, code
LIMIT 50
