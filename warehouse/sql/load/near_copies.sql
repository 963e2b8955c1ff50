-- Link each current text to the first other one that it shares 0.6 of its runs of four words with (Jaccard). Texts under one url are
-- versions, not copies. Worked out again for all texts that share a fingerprint with one that this package brings or supersedes.
CREATE OR REPLACE TEMP TABLE touched_documents AS
WITH touched AS (
    SELECT doc_id FROM incoming
    UNION
    SELECT doc_id FROM documents WHERE url IN (SELECT url FROM touched_urls)
),
shared AS (
    SELECT band, hash FROM fingerprints WHERE doc_id IN (SELECT doc_id FROM touched)
)
SELECT doc_id FROM touched
UNION
SELECT fingerprints.doc_id FROM fingerprints JOIN shared USING (band, hash);

CREATE OR REPLACE TEMP TABLE near_copies AS
WITH pairs AS (
    SELECT DISTINCT one.doc_id, other.doc_id AS other_doc_id
    FROM fingerprints AS one
    JOIN fingerprints AS other ON other.band = one.band AND other.hash = one.hash AND other.doc_id <> one.doc_id
    WHERE one.doc_id IN (SELECT doc_id FROM touched_documents)
),
in_order AS (
    SELECT pairs.*
    FROM pairs
    JOIN documents AS later ON later.doc_id = pairs.doc_id
    JOIN documents AS earlier ON earlier.doc_id = pairs.other_doc_id
    WHERE later.is_current AND earlier.is_current
        AND list_append(preference(earlier.published_date, earlier.url, earlier.location), earlier.doc_id)
            < list_append(preference(later.published_date, later.url, later.location), later.doc_id)
),
runs_of_words AS (
    SELECT doc_id, word_runs(regexp_extract_all(lower(text), '[\pL\pN]+')) AS runs
    FROM documents
    WHERE doc_id IN (SELECT doc_id FROM in_order UNION SELECT other_doc_id FROM in_order)
),
alike AS (
    SELECT in_order.*
    FROM in_order
    JOIN runs_of_words AS later ON later.doc_id = in_order.doc_id
    JOIN runs_of_words AS earlier ON earlier.doc_id = in_order.other_doc_id
    WHERE len(list_intersect(later.runs, earlier.runs)) >= 0.6 * len(list_distinct(later.runs || earlier.runs))
)
SELECT alike.doc_id, alike.other_doc_id AS original_doc_id
FROM alike
JOIN documents AS earlier ON earlier.doc_id = alike.other_doc_id
QUALIFY row_number() OVER (
    PARTITION BY alike.doc_id
    ORDER BY preference(earlier.published_date, earlier.url, earlier.location), earlier.doc_id
) = 1;

UPDATE documents
SET original_doc_id = settled.original_doc_id
FROM (
    SELECT touched_documents.doc_id, near_copies.original_doc_id
    FROM touched_documents
    LEFT JOIN near_copies ON near_copies.doc_id = touched_documents.doc_id
) AS settled
WHERE documents.doc_id = settled.doc_id AND documents.original_doc_id IS DISTINCT FROM settled.original_doc_id;
