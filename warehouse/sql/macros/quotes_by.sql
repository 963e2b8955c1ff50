-- What someone said: quotes_by('Putin'). Takes a name, a country code or an actor id.
CREATE OR REPLACE MACRO quotes_by(speaker_name) AS TABLE
SELECT * FROM said
WHERE speaker_actor_id IN (SELECT actor_id FROM actors_named(speaker_name))
ORDER BY published_date, doc_id, start_char;
