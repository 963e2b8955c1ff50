-- Link each current text to the first other one that it shares 0.6 of its runs of four words with (Jaccard). Texts under one url are
-- versions, not copies. Worked out again for texts that come, that are superseded, and that one of these goes before or was the original
-- of. Within one fingerprint a text is compared with the first five alone: many copies of one text cost no more than a few.
CREATE OR REPLACE TEMP TABLE ranked AS
WITH touched AS (
    SELECT doc_id FROM incoming
    UNION
    SELECT doc_id FROM documents WHERE url IN (SELECT url FROM touched_urls)
),
shared AS (
    SELECT DISTINCT band, hash FROM fingerprints WHERE doc_id IN (SELECT doc_id FROM touched)
)
SELECT
    fingerprints.*,
    fingerprints.doc_id IN (SELECT doc_id FROM touched) AS is_touched,
    documents.original_doc_id IN (SELECT doc_id FROM touched) AS is_orphaned,
    row_number() OVER (
        PARTITION BY fingerprints.band, fingerprints.hash
        ORDER BY preference(documents.published_date, documents.url, documents.location), documents.doc_id
    ) AS place
FROM fingerprints
JOIN shared USING (band, hash)
JOIN documents ON documents.doc_id = fingerprints.doc_id;

CREATE OR REPLACE TEMP TABLE unsettled AS
SELECT DISTINCT later.doc_id
FROM ranked AS later
JOIN (SELECT band, hash, min(place) AS first_touched FROM ranked WHERE is_touched GROUP BY band, hash) AS firsts USING (band, hash)
WHERE later.is_touched OR later.is_orphaned OR (firsts.first_touched <= 5 AND later.place > firsts.first_touched);

CREATE OR REPLACE TEMP TABLE near_copies AS
WITH pairs AS (
    SELECT DISTINCT later.doc_id, earlier.doc_id AS other_doc_id
    FROM ranked AS later
    JOIN ranked AS earlier
        ON earlier.band = later.band AND earlier.hash = later.hash AND earlier.place < later.place AND earlier.place <= 5
    WHERE later.doc_id IN (SELECT doc_id FROM unsettled)
),
in_order AS (
    SELECT pairs.*
    FROM pairs
    JOIN documents AS later ON later.doc_id = pairs.doc_id
    JOIN documents AS earlier ON earlier.doc_id = pairs.other_doc_id
    WHERE later.is_current AND earlier.is_current
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
    SELECT unsettled.doc_id, near_copies.original_doc_id
    FROM unsettled
    LEFT JOIN near_copies ON near_copies.doc_id = unsettled.doc_id
) AS settled
WHERE documents.doc_id = settled.doc_id AND documents.original_doc_id IS DISTINCT FROM settled.original_doc_id;
