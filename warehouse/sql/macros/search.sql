-- Documents and quotes that hold all words given, best first (BM25): search('ceasefire "power stations"'). Quote marks keep words together.
-- Scans the text, so it needs no index and sees every row; accents and case do not matter.
CREATE OR REPLACE MACRO search(words) AS TABLE
WITH terms AS MATERIALIZED (
    SELECT DISTINCT trim(term, '"') AS term
    FROM (SELECT unnest(regexp_extract_all(lower(strip_accents(words)), '"[^"]+"|[^\s"]+')) AS term)
),
counted AS (
    SELECT doc_id, title, published_date, url, text, word_count FROM documents WHERE is_current AND original_doc_id IS NULL
),
-- First the rows that hold the letters of a term anywhere; whole words are looked for in those alone.
holding AS (
    SELECT
        'quote' AS what, terms.term, quotes.text AS passage, length(quotes.text) // 6 + 1 AS word_count,
        quotes.speaker_entity_id, quotes.quote_id, quotes.doc_id, quotes.start_char, quotes.end_char
    FROM quotes
    JOIN terms ON contains(lower(strip_accents(quotes.text)), terms.term)
    WHERE quotes.polarity = 'affirmed'
    UNION ALL
    SELECT
        'document', terms.term, concat_ws('. ', counted.title, counted.text), counted.word_count,
        NULL, NULL, counted.doc_id, 0, length(counted.text)::INTEGER
    FROM counted
    JOIN terms ON contains(lower(strip_accents(concat_ws('. ', counted.title, counted.text))), terms.term)
),
hits AS MATERIALIZED (
    SELECT
        * EXCLUDE (padded),
        (length(padded) - length(replace(padded, ' ' || replace(term, ' ', '  ') || ' ', ''))) // (length(replace(term, ' ', '  ')) + 2)
            AS frequency
    FROM (
        SELECT
            holding.* EXCLUDE (passage),
            '  ' || regexp_replace(lower(strip_accents(passage)), '[^\pL\pN]+', '  ', 'g') || '  ' AS padded
        FROM holding
        SEMI JOIN counted USING (doc_id)
    )
    WHERE frequency > 0
),
sizes AS (
    SELECT 'document' AS what, count(*) AS passage_count, avg(word_count) AS mean_word_count FROM counted
    UNION ALL
    SELECT 'quote', count(*), avg(length(text) // 6 + 1) FROM quotes SEMI JOIN counted USING (doc_id) WHERE polarity = 'affirmed'
),
weights AS (
    SELECT
        hits.what,
        hits.term,
        ln(1 + (any_value(sizes.passage_count) - count(*) + 0.5) / (count(*) + 0.5)) AS weight,
        any_value(sizes.mean_word_count) AS mean_word_count
    FROM hits
    JOIN sizes ON sizes.what = hits.what
    GROUP BY hits.what, hits.term
),
ranked AS (
    SELECT
        round(sum(weights.weight * hits.frequency * 2.2
            / (hits.frequency + 1.2 * (0.25 + 0.75 * hits.word_count / weights.mean_word_count))), 3) AS score,
        hits.what,
        any_value(hits.speaker_entity_id) AS speaker_entity_id,
        min(hits.term) AS term,
        hits.quote_id,
        hits.doc_id,
        hits.start_char,
        hits.end_char
    FROM hits
    JOIN weights ON weights.what = hits.what AND weights.term = hits.term
    GROUP BY hits.what, hits.quote_id, hits.doc_id, hits.start_char, hits.end_char
    HAVING count(*) = (SELECT count(*) FROM terms)
)
SELECT
    ranked.score,
    ranked.what,
    named_entities.name AS speaker,
    CASE ranked.what
        WHEN 'quote' THEN quotes.text
        ELSE substring(counted.text, greatest(1, strpos(lower(strip_accents(counted.text)), ranked.term)::INTEGER - 60), 160)
    END AS passage,
    counted.title,
    counted.published_date,
    counted.url,
    ranked.quote_id,
    ranked.doc_id,
    ranked.start_char,
    ranked.end_char
FROM ranked
JOIN counted ON counted.doc_id = ranked.doc_id
LEFT JOIN quotes ON quotes.quote_id = ranked.quote_id
LEFT JOIN named_entities ON named_entities.entity_id = ranked.speaker_entity_id
ORDER BY ranked.score DESC, ranked.doc_id, ranked.start_char, ranked.what;
