-- grain: one row: what the period holds; source: documents, said, claimed, did, conflicting_accounts; parameters: since, until
WITH read AS (
    SELECT * FROM documents
    WHERE is_current AND original_doc_id IS NULL
        AND ($since::DATE IS NULL OR published_date >= $since) AND ($until::DATE IS NULL OR published_date <= $until)
)
SELECT
    count(*) AS document_count,
    count(DISTINCT source) AS source_count,
    min(published_date) AS first_date,
    max(published_date) AS last_date,
    coalesce(sum(word_count), 0)::BIGINT AS word_count,
    (SELECT count(*) FROM said SEMI JOIN read USING (doc_id)) AS quote_count,
    (SELECT count(DISTINCT speaker_actor_id) FROM said SEMI JOIN read USING (doc_id)) AS speaker_count,
    (SELECT count(*) FROM said SEMI JOIN read USING (doc_id) WHERE speaker IS NULL) AS unnamed_quote_count,
    (SELECT count(*) FROM did SEMI JOIN read USING (doc_id)) AS event_count,
    (SELECT count(*) FROM claimed SEMI JOIN read USING (doc_id)) AS claim_count,
    (SELECT count(DISTINCT account_id) FROM conflicting_accounts SEMI JOIN read USING (doc_id)
        WHERE list_has_any(differs_in, $kinds)) AS conflict_count
FROM read
