-- The rows of one batch of documents, as a package holds them.
SELECT $columns FROM $table WHERE doc_id IN (SELECT unnest($$doc_ids)) ORDER BY ALL;
