-- Quotes of sources that have words but no name: an aide, officials, reports. Who a bare "they" means is unknown, so it is left out; said has
-- it, with speaker_reason. Grain: one row per quote.
-- source_words: The words that stand for the source.
-- columns_of: said
CREATE OR REPLACE VIEW unnamed_sources AS
SELECT coalesce(said.speaker, said.speaker_text) AS source_words, said.*
FROM said
JOIN quotes ON quotes.quote_id = said.quote_id
WHERE lower(source_words) NOT IN ('i', 'you', 'we', 'they', 'he', 'she', 'it', 'this', 'that', 'those', 'who', 'one', 'both')
    AND (
        quotes.speaker_entity_id IS NULL
        OR quotes.speaker_entity_id NOT IN (SELECT entity_id FROM mentions WHERE kind = 'name')
    );
