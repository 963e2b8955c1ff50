-- grain: one row: the document with that id, with an id that begins so, or read from that place; source: documents; parameter: wanted
SELECT doc_id, text, published_date, title, url, author, source, language, location
FROM documents
WHERE doc_id = $wanted OR starts_with(doc_id, $wanted) OR location = $wanted OR url = $wanted
ORDER BY doc_id = $wanted DESC, is_current DESC, doc_id
LIMIT 2
