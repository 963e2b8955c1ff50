-- Documents and quotes that hold all words given, best first (BM25): search('ceasefire "power stations"'). Quote marks keep words together.
-- Scans the text, so it needs no index and sees every row; accents and case do not matter.
CREATE OR REPLACE MACRO search(words) AS TABLE
WITH terms AS (
    SELECT DISTINCT trim(term, '"') AS term
    FROM (SELECT unnest(regexp_extract_all(lower(strip_accents(words)), '"[^"]+"|[^\s"]+')) AS term)
),
passages AS (
    SELECT
        'document' AS what, NULL AS speaker, concat_ws('. ', title, text) AS passage, word_count, text AS shown,
        NULL AS quote_id, doc_id, 0 AS start_char, length(text)::INTEGER AS end_char
    FROM documents
    WHERE is_current AND original_doc_id IS NULL
    UNION ALL
    SELECT 'quote', speaker, quote, length(quote) // 6 + 1, quote, quote_id, doc_id, start_char, end_char FROM said
),
folded AS (
    SELECT passages.*, terms.term, '  ' || regexp_replace(lower(strip_accents(passages.passage)), '[^\pL\pN]+', '  ', 'g') || '  ' AS padded
    FROM passages
    JOIN terms ON contains(lower(strip_accents(passages.passage)), terms.term)
),
hits AS (
    SELECT *, (length(padded) - length(replace(padded, ' ' || replace(term, ' ', '  ') || ' ', ''))) // (length(replace(term, ' ', '  ')) + 2)
        AS frequency
    FROM folded
),
weights AS (
    SELECT hits.what, hits.term, ln(1 + (any_value(sizes.passage_count) - count(*) + 0.5) / (count(*) + 0.5)) AS weight,
        any_value(sizes.mean_word_count) AS mean_word_count
    FROM hits
    JOIN (SELECT what, count(*) AS passage_count, avg(word_count) AS mean_word_count FROM passages GROUP BY what) AS sizes
        ON sizes.what = hits.what
    WHERE hits.frequency > 0
    GROUP BY hits.what, hits.term
),
ranked AS (
    SELECT
        round(sum(weights.weight * hits.frequency * 2.2
            / (hits.frequency + 1.2 * (0.25 + 0.75 * hits.word_count / weights.mean_word_count))), 3) AS score,
        hits.what,
        any_value(hits.speaker) AS speaker,
        any_value(hits.shown) AS shown,
        min(hits.term) AS term,
        hits.quote_id,
        hits.doc_id,
        hits.start_char,
        hits.end_char
    FROM hits
    JOIN weights ON weights.what = hits.what AND weights.term = hits.term
    WHERE hits.frequency > 0
    GROUP BY hits.what, hits.quote_id, hits.doc_id, hits.start_char, hits.end_char
    HAVING count(*) = (SELECT count(*) FROM terms)
)
SELECT
    ranked.score,
    ranked.what,
    ranked.speaker,
    CASE ranked.what
        WHEN 'quote' THEN ranked.shown
        ELSE substring(ranked.shown, greatest(1, strpos(lower(ranked.shown), ranked.term)::INTEGER - 60), 160)
    END AS passage,
    documents.title,
    documents.published_date,
    documents.url,
    ranked.quote_id,
    ranked.doc_id,
    ranked.start_char,
    ranked.end_char
FROM ranked
JOIN documents ON documents.doc_id = ranked.doc_id
ORDER BY ranked.score DESC, ranked.doc_id, ranked.start_char, ranked.what;
