-- Happenings that are told more than once, alike or differently: each telling, with how many documents and sources tell of it.
-- account_id: The happening; rows with the same id are accounts of the same.
-- document_count: Documents that tell of it.
-- source_count: Sources that published these documents.
-- columns_of: claimed
CREATE OR REPLACE VIEW accounts_told AS
WITH counted AS (
    SELECT
        accounts.account_id,
        count(*) AS telling_count,
        count(DISTINCT documents.doc_id) AS document_count,
        count(DISTINCT documents.source) AS source_count
    FROM accounts
    JOIN documents ON documents.doc_id = accounts.doc_id
    WHERE documents.is_current AND documents.original_doc_id IS NULL
    GROUP BY accounts.account_id
)
SELECT accounts.account_id, counted.document_count, counted.source_count, claimed.*
FROM accounts
JOIN counted ON counted.account_id = accounts.account_id
JOIN claimed ON claimed.event_id = accounts.event_id
WHERE counted.telling_count > 1;
