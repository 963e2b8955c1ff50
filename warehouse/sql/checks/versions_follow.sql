-- fail: A later version follows the one before it under the same url, and a near copy leads to a text that is none itself.
SELECT documents.doc_id, documents.version, documents.supersedes_doc_id, documents.original_doc_id
FROM documents
LEFT JOIN documents AS earlier ON earlier.doc_id = documents.supersedes_doc_id
LEFT JOIN documents AS originals ON originals.doc_id = documents.original_doc_id
WHERE (documents.version > 1) <> (documents.supersedes_doc_id IS NOT NULL)
    OR earlier.url <> documents.url OR earlier.version <> documents.version - 1 OR earlier.is_current
    OR originals.original_doc_id IS NOT NULL OR originals.doc_id = documents.doc_id;
