-- grain: sentence of one document; source: sentences; parameter: doc_id
SELECT start_char, end_char FROM sentences WHERE doc_id = $doc_id ORDER BY number
