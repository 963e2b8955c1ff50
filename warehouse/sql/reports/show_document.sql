-- grain: document with that id, with an id that begins so, read from that place, or with those words in its title, the likeliest first;
-- source: documents; parameter: wanted
SELECT doc_id, text, published_date, title, url, author, source, language, location
FROM documents
WHERE starts_with(doc_id, $wanted) OR location = $wanted OR url = $wanted OR contains(lower(title), lower($wanted))
ORDER BY doc_id = $wanted DESC, is_current DESC, published_date DESC, doc_id
LIMIT 5
