-- grain: pair of actors, bucket of time and quad class, for the pairs that most documents tell of; source: did; parameters: since, until, bucket, row_limit
WITH between_two AS (
    SELECT
        initiator,
        recipient,
        date_trunc($bucket, coalesce(CASE WHEN date_granularity = 'day' THEN event_date END, published_date))::DATE AS starts,
        quad_code,
        event,
        doc_id
    FROM did
    WHERE initiator IS NOT NULL AND recipient IS NOT NULL
        AND coalesce(CASE WHEN date_granularity = 'day' THEN event_date END, published_date) BETWEEN $since AND $until
),
most AS (
    SELECT initiator, recipient, count(*) AS pair_count, count(DISTINCT doc_id) AS document_count
    FROM between_two
    GROUP BY initiator, recipient
    ORDER BY document_count DESC, pair_count DESC, initiator, recipient
    LIMIT $row_limit
)
SELECT
    between_two.initiator,
    between_two.recipient,
    most.document_count,
    most.pair_count,
    between_two.starts,
    between_two.quad_code,
    count(*) AS event_count,
    string_agg(DISTINCT between_two.event, ', ' ORDER BY between_two.event) AS events
FROM between_two
JOIN most ON most.initiator = between_two.initiator AND most.recipient = between_two.recipient
GROUP BY ALL
ORDER BY most.document_count DESC, most.pair_count DESC, between_two.initiator, between_two.recipient, between_two.starts, between_two.quad_code
