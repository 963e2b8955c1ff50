-- grain: place that could not be read and was not loaded since, newest first; source: rejects, documents; parameter: row_limit
SELECT location, stage, code, message, hint, max(rejected_at) AS rejected_at, count(*) OVER () AS total_count
FROM rejects
ANTI JOIN documents USING (location)
GROUP BY location, stage, code, message, hint
ORDER BY max(rejected_at) DESC, location, code
LIMIT $row_limit
