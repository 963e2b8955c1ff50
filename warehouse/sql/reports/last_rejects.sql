-- grain: reject of the run that started last, the first few; source: rejects, runs
SELECT location, code, message, hint
FROM rejects
WHERE run_id = (SELECT run_id FROM runs ORDER BY started_at DESC LIMIT 1)
ORDER BY location, code
LIMIT 5
