-- grain: document extracted by another version; source: documents; parameters: after (doc_id), version, count
SELECT doc_id, text, published_date, title, url, author, source, language, location, pipeline_version
FROM documents
WHERE doc_id > $after AND pipeline_version <> $version
ORDER BY doc_id
LIMIT $count
