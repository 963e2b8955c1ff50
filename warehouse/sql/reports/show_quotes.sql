-- grain: quote of one document, with its spans; source: quotes, quote_spans; parameter: doc_id
SELECT
    quotes.*,
    list({'part': quote_spans.part, 'start_char': quote_spans.start_char, 'end_char': quote_spans.end_char}
        ORDER BY quote_spans.part, quote_spans.number) AS spans
FROM quotes
JOIN quote_spans ON quote_spans.quote_id = quotes.quote_id
WHERE quotes.doc_id = $doc_id
GROUP BY ALL
ORDER BY quotes.start_char, quotes.end_char DESC, quotes.quote_id
