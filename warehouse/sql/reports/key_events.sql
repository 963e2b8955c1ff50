-- grain: happening (an account, or an event told once), as its first affirming telling has it: those told by most documents, between two,
-- and of most weight first (by how many documents speak of the two, and by Goldstein score); source: claimed, accounts, actors;
-- parameters: since, until, row_limit
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
happenings AS (
    SELECT happening, count(DISTINCT doc_id) AS document_count, count(DISTINCT polarity) > 1 AS is_disputed
    FROM told
    GROUP BY happening
),
first_tellings AS (
    SELECT
        told.*,
        happenings.document_count,
        happenings.is_disputed,
        (ln(1 + coalesce(initiators.document_count, 0)) + ln(1 + coalesce(recipients.document_count, 0)))
            * (5 + abs(coalesce(told.goldstein_score, 0))) AS weight
    FROM told
    JOIN happenings ON happenings.happening = told.happening
    LEFT JOIN actors AS initiators ON initiators.actor_id = told.initiator_actor_id
    LEFT JOIN actors AS recipients ON recipients.actor_id = told.recipient_actor_id
    QUALIFY row_number() OVER (
        PARTITION BY told.happening
        ORDER BY polarity, status <> 'actual', recipient IS NULL, published_date, doc_id, start_char
    ) = 1
)
SELECT
    day, initiator, event, recipient, polarity, status, asserted_by, quad_code, sentence, trigger, place, title, source,
    published_date, doc_id, start_char, end_char, document_count, is_disputed
FROM first_tellings
QUALIFY row_number() OVER (
    PARTITION BY initiator, event, recipient, polarity, status
    ORDER BY document_count DESC, published_date, doc_id, start_char
) = 1
ORDER BY
    document_count DESC, recipient IS NULL, status <> 'actual', polarity, round(weight, 6) DESC, day, doc_id, start_char
LIMIT $row_limit
