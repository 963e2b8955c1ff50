-- fail: Quotes and events per document of the last run lie within a third and three times the median of up to ten runs before it.
WITH per_run AS (
    SELECT
        loads.run_id,
        max(loads.loaded_at) AS loaded_at,
        sum(loads.loaded_count + loads.replaced_count) AS document_count,
        sum((loads.row_counts ->> 'quotes')::BIGINT) / sum(loads.loaded_count + loads.replaced_count) AS quotes,
        sum((loads.row_counts ->> 'events')::BIGINT) / sum(loads.loaded_count + loads.replaced_count) AS events
    FROM loads
    GROUP BY loads.run_id
    HAVING sum(loads.loaded_count + loads.replaced_count) >= 20
),
ranked AS (SELECT *, row_number() OVER (ORDER BY loaded_at DESC, run_id) AS age FROM per_run),
bounds AS (
    SELECT measure, median(value) AS usual, count(*) AS run_count
    FROM (UNPIVOT ranked ON quotes, events INTO NAME measure VALUE value)
    WHERE age BETWEEN 2 AND 11
    GROUP BY measure
)
SELECT latest.run_id, latest.measure, latest.value AS per_document, bounds.usual
FROM (UNPIVOT ranked ON quotes, events INTO NAME measure VALUE value) AS latest
JOIN bounds ON bounds.measure = latest.measure
WHERE latest.age = 1 AND bounds.run_count >= 3 AND latest.value NOT BETWEEN bounds.usual / 3 AND bounds.usual * 3;
