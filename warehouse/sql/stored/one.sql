-- grain: document whose id begins with a prefix, at most two; source: documents; parameter: prefix
SELECT doc_id, text, published_date, title, url, author, source, language, location, pipeline_version
FROM documents
WHERE starts_with(doc_id, $prefix)
ORDER BY doc_id
LIMIT 2
