-- grain: happening as told (who, what, whom, whether): those told by most documents, between two, and of most weight first;
-- source: claimed, accounts; parameters: since, until, row_limit
WITH told AS (
    SELECT
        claimed.*,
        coalesce(CASE WHEN date_granularity = 'day' THEN event_date END, published_date) AS day,
        coalesce(accounts.account_id, claimed.event_id) AS happening
    FROM claimed
    LEFT JOIN accounts ON accounts.event_id = claimed.event_id
    WHERE initiator IS NOT NULL
        AND ($since::DATE IS NULL OR published_date >= $since) AND ($until::DATE IS NULL OR published_date <= $until)
),
counted AS (
    SELECT
        told.*,
        document_counts.document_count,
        row_number() OVER (
            PARTITION BY initiator, event, recipient, polarity, status
            ORDER BY document_counts.document_count DESC, published_date, doc_id, start_char
        ) AS place_among_alike
    FROM told
    JOIN (SELECT happening, count(DISTINCT doc_id) AS document_count FROM told GROUP BY happening) AS document_counts
        ON document_counts.happening = told.happening
)
SELECT
    day, initiator, event, recipient, polarity, status, asserted_by, quad_code, sentence, trigger, place, title, source,
    published_date, doc_id, start_char, end_char, document_count
FROM counted
WHERE place_among_alike = 1
ORDER BY
    document_count DESC, recipient IS NULL, status <> 'actual', polarity DESC, abs(coalesce(goldstein_score, 0)) DESC, day, doc_id,
    start_char
LIMIT $row_limit
