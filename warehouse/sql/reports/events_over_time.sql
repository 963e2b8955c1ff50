-- grain: bucket of time (day, week or month) and quad class; source: did; parameters: since, until, bucket
SELECT
    date_trunc($bucket, coalesce(CASE WHEN date_granularity = 'day' THEN event_date END, published_date))::DATE AS starts,
    quad_code,
    count(*) AS event_count
FROM did
WHERE coalesce(CASE WHEN date_granularity = 'day' THEN event_date END, published_date) BETWEEN $since AND $until
GROUP BY starts, quad_code
ORDER BY starts, quad_code
