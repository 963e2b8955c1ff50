-- grain: quote, two per speaker: direct ones and those of a length that reads well first, the same words once (whatever their marks); source: said;
-- parameters: since, until, actor_ids
WITH once AS (
    SELECT *
    FROM said
    WHERE list_contains($actor_ids, speaker_actor_id)
        AND ($since::DATE IS NULL OR published_date >= $since) AND ($until::DATE IS NULL OR published_date <= $until)
    QUALIFY row_number() OVER (PARTITION BY speaker_actor_id, left(regexp_replace(lower(quote), '[^\pL\pN]+', '', 'g'), 60) ORDER BY published_date, quote_id) = 1
        AND row_number() OVER (PARTITION BY speaker_actor_id, doc_id, end_char ORDER BY length(quote), quote_id) = 1
)
SELECT speaker_actor_id AS actor_id, quote, kind, addressee, medium, title, source, published_date, doc_id, start_char, end_char
FROM once
QUALIFY row_number() OVER (
    PARTITION BY speaker_actor_id
    ORDER BY length(quote) BETWEEN 30 AND 240 DESC, kind = 'direct' DESC, length(quote) DESC, quote_id
) <= 2
ORDER BY speaker_actor_id, published_date, doc_id, start_char
