-- grain: happening as told (who, what, whom, whether), those told by most documents and of most weight first; source: claimed;
-- parameters: since, until, row_limit
WITH told AS (
    SELECT *, coalesce(CASE WHEN date_granularity = 'day' THEN event_date END, published_date) AS day
    FROM claimed
    WHERE initiator IS NOT NULL
        AND ($since::DATE IS NULL OR published_date >= $since) AND ($until::DATE IS NULL OR published_date <= $until)
)
SELECT
    day, initiator, event, recipient, polarity, status, asserted_by, quad_code, sentence, trigger, place, title, source,
    published_date, doc_id, start_char, end_char,
    count(DISTINCT doc_id) OVER alike AS document_count,
    count(*) OVER alike AS telling_count
FROM told
WINDOW alike AS (PARTITION BY initiator, event, recipient, polarity, status)
QUALIFY row_number() OVER (
    PARTITION BY initiator, event, recipient, polarity, status
    ORDER BY published_date, doc_id, start_char
) = 1
ORDER BY document_count DESC, recipient IS NULL, abs(coalesce(goldstein_score, 0)) DESC, day, doc_id, start_char
LIMIT $row_limit
