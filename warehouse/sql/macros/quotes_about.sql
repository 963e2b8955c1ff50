-- What others said about someone: quotes_about('Navalny'): quotes with a mention inside. Takes a name, a country code or an actor id.
CREATE OR REPLACE MACRO quotes_about(actor_name) AS TABLE
WITH wanted AS MATERIALIZED (SELECT actor_id FROM actors_named(actor_name)),
places AS MATERIALIZED (
    SELECT mentions.doc_id, mentions.start_char, mentions.end_char
    FROM mentions
    JOIN entity_actors ON entity_actors.entity_id = mentions.entity_id
    WHERE entity_actors.actor_id IN (SELECT actor_id FROM wanted)
)
SELECT * FROM said
WHERE quote_id IN (
        SELECT quote_spans.quote_id
        FROM quote_spans
        JOIN places ON places.doc_id = quote_spans.doc_id
            AND places.start_char >= quote_spans.start_char AND places.end_char <= quote_spans.end_char
        WHERE quote_spans.part = 'content'
    )
    AND (speaker_actor_id IS NULL OR speaker_actor_id NOT IN (SELECT actor_id FROM wanted))
ORDER BY published_date, doc_id, start_char;
