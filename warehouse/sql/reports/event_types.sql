-- grain: type of event; source: claimed; parameters: since, until
SELECT
    event,
    any_value(quad_code) AS quad_code,
    count(*) FILTER (polarity = 'affirmed' AND status = 'actual') AS happened_count,
    count(*) FILTER (polarity = 'negated') AS negated_count,
    count(*) FILTER (polarity = 'affirmed' AND status = 'planned') AS planned_count,
    count(*) FILTER (polarity = 'affirmed' AND status = 'requested') AS requested_count,
    count(*) FILTER (polarity = 'affirmed' AND status = 'possible') AS possible_count,
    count(*) AS claim_count
FROM claimed
WHERE ($since::DATE IS NULL OR published_date >= $since) AND ($until::DATE IS NULL OR published_date <= $until)
GROUP BY event
ORDER BY claim_count DESC, event
