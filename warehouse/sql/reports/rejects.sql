-- grain: place that was rejected in the period (by the day of the run: a reject has no day of publication) and not loaded since, newest
-- first; source: rejects, documents; parameters: since, until, row_limit
SELECT location, stage, code, message, hint, max(rejected_at) AS rejected_at, count(*) OVER () AS total_count
FROM rejects
ANTI JOIN documents USING (location)
WHERE ($since::DATE IS NULL OR rejected_at::DATE >= $since) AND ($until::DATE IS NULL OR rejected_at::DATE <= $until)
GROUP BY location, stage, code, message, hint
ORDER BY max(rejected_at) DESC, location, code
LIMIT $row_limit
