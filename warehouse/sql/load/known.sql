-- Of several copies among those read, only the one that goes first is loaded; a stored copy read again is no duplicate of itself.
SELECT
    staged.doc_id,
    staged.url,
    staged.location,
    CASE
        WHEN outcomes.outcome IN ('loaded', 'replaced') AND row_number() OVER copies > 1 THEN 'duplicate'
        ELSE outcomes.outcome
    END AS outcome
FROM staged_documents AS staged
JOIN outcomes
    ON outcomes.doc_id = staged.doc_id AND outcomes.url IS NOT DISTINCT FROM staged.url
    AND outcomes.location IS NOT DISTINCT FROM staged.location
WINDOW copies AS (
    PARTITION BY staged.doc_id
    ORDER BY outcomes.outcome NOT IN ('loaded', 'replaced'), preference(staged.published_date, staged.url, staged.location), staged.number
)
ORDER BY staged.number;
