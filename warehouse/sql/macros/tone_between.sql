-- How two sides dealt with each other, month by month: tone_between('USA', 'CHN'). Takes names, country codes or actor ids.
CREATE OR REPLACE MACRO tone_between(one, other) AS TABLE
SELECT
    date_trunc('month', date)::DATE AS month,
    count(*) AS event_count,
    count(*) FILTER (quad_code IN (1, 2)) AS cooperation_count,
    count(*) FILTER (quad_code IN (3, 4)) AS conflict_count,
    round(avg(goldstein_score), 1) AS mean_goldstein_score
FROM events_between(one, other)
GROUP BY month
ORDER BY month;
