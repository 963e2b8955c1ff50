-- grain: place in a document, with its sentences and one more on each side; source: documents, sentences;
-- parameters: doc_ids, starts, ends (lists of the same length)
WITH places AS (
    SELECT DISTINCT unnest($doc_ids) AS doc_id, unnest($starts) AS start_char, unnest($ends) AS end_char
),
sentence_numbers AS (
    SELECT places.doc_id, places.start_char, places.end_char, min(sentences.number) AS first_number, max(sentences.number) AS last_number
    FROM places
    JOIN sentences ON sentences.doc_id = places.doc_id
        AND sentences.start_char < places.end_char AND sentences.end_char > places.start_char
    GROUP BY ALL
),
stretches AS (
    SELECT
        found.doc_id, found.start_char, found.end_char,
        min(sentences.start_char) AS from_char,
        max(sentences.end_char) AS to_char,
        min(sentences.start_char) FILTER (sentences.number >= found.first_number) AS sentence_start_char,
        max(sentences.end_char) FILTER (sentences.number <= found.last_number) AS sentence_end_char
    FROM sentence_numbers AS found
    JOIN sentences ON sentences.doc_id = found.doc_id AND sentences.number BETWEEN found.first_number - 1 AND found.last_number + 1
    GROUP BY ALL
)
SELECT
    places.doc_id,
    places.start_char,
    places.end_char,
    coalesce(stretches.sentence_start_char, places.start_char) AS sentence_start_char,
    coalesce(stretches.sentence_end_char, places.end_char) AS sentence_end_char,
    coalesce(stretches.from_char, places.start_char) AS from_char,
    substring(
        documents.text,
        coalesce(stretches.from_char, places.start_char) + 1,
        coalesce(stretches.to_char, places.end_char) - coalesce(stretches.from_char, places.start_char)
    ) AS text,
    documents.title,
    documents.source,
    documents.published_date,
    documents.url,
    documents.location
FROM places
JOIN documents ON documents.doc_id = places.doc_id
LEFT JOIN stretches ON stretches.doc_id = places.doc_id
    AND stretches.start_char = places.start_char AND stretches.end_char = places.end_char
ORDER BY documents.published_date, places.doc_id, places.start_char, places.end_char
