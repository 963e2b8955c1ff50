-- Fingerprints of incoming texts: the smallest hash in each of 64 classes of their runs of four words, four classes to a band.
-- Two texts that share a band are compared word for word; at a likeness of 0.7 they share one with a probability of 0.99.
DELETE FROM fingerprints WHERE doc_id IN (SELECT doc_id FROM incoming);
INSERT INTO fingerprints
WITH texts AS (
    SELECT doc_id, regexp_extract_all(lower(text), '[\pL\pN]+') AS words FROM incoming
),
runs_of_words AS (
    SELECT doc_id, unnest(word_runs(words)) AS words FROM texts
),
hashes AS (
    SELECT doc_id, md5_number_lower(words) AS hash FROM runs_of_words
),
minima AS (
    SELECT doc_id, (hash % 64)::INTEGER AS class, min(hash) AS smallest FROM hashes GROUP BY ALL
)
SELECT doc_id, class // 4 AS band, md5_number_lower(string_agg(class || ':' || smallest, ' ' ORDER BY class)) AS hash
FROM minima
GROUP BY doc_id, band
ORDER BY doc_id, band;
