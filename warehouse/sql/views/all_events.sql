-- Every event of every version and copy of every text, whether it happened or not. Grain: one row per event. Normally use did.
-- initiator: Who does it; several joined by commas.
-- event: Type of event (event_types).
-- recipient: To whom it is done; several joined by commas.
-- date: When it happened or is to happen, where the text says so, else when that was published.
-- event_date: When: first day of the period that date_granularity names; NULL where the text does not say.
-- date_granularity: How exact event_date is: day, month or year.
-- place: Place as the sentence names it.
-- polarity: negated: said not to have happened, or not to happen.
-- status: actual, planned, requested or possible.
-- asserted_by: Whose account it is: a name, or author.
-- sentence: The sentence that it rests on.
-- trigger: The word that signals the event.
-- mode: PLOVER mode: how it was done.
-- quad_code: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
-- goldstein_score: From -10 (conflict) to 10 (cooperation).
-- cameo_code: CAMEO code where known.
-- place_country_code: ISO 3166 alpha-3 code of the place.
-- place_latitude: Latitude of the place in degrees, where the catalogue knows it.
-- place_longitude: Longitude of the place in degrees, where the catalogue knows it.
-- duration_days: How long it lasted or is to last.
-- stated_count: How many it befell, or took part in a protest, as the sentence says.
-- published_date: Publication date of the document.
-- title: Title of the document.
-- source: Who published the document.
-- url: Address of the document.
-- initiator_country_code: ISO 3166 alpha-3 code of the first initiator.
-- recipient_country_code: ISO 3166 alpha-3 code of the first recipient.
-- initiator_actor_id: Id of the first initiator; event_actors has all.
-- recipient_actor_id: Id of the first recipient; event_actors has all.
-- asserted_by_actor_id: Id of whose account it is; NULL for the author.
-- parent_event_id: The demand, promise, threat, accusation or denial of which this is the content.
-- relation: How it hangs on that event.
-- quote_id: Innermost quote in which it stands.
-- event_id: The event.
-- doc_id: The document.
-- start_char: Start of the trigger in documents.text: 0-based.
-- end_char: End of the trigger in documents.text: exclusive.
-- is_counted: The document is the current version of its article and no near copy of another.
CREATE OR REPLACE VIEW all_events AS
SELECT
    nullif(concat_ws(', ', initiators.name, more.initiators), '') AS initiator,
    events.type AS event,
    nullif(concat_ws(', ', recipients.name, more.recipients), '') AS recipient,
    coalesce(events.event_date, documents.published_date) AS date,
    events.event_date,
    events.date_granularity,
    events.place_text AS place,
    events.polarity,
    events.status,
    CASE WHEN events.asserted_by_entity_id IS NULL THEN 'author' ELSE asserters.name END AS asserted_by,
    rtrim(events.sentence_text, chr(10) || ' ') AS sentence,
    events.trigger_text AS trigger,
    events.mode,
    event_types.quad_code,
    event_types.goldstein_score,
    events.cameo_code,
    events.place_country_code,
    events.place_latitude,
    events.place_longitude,
    events.duration_days,
    events.stated_count,
    documents.published_date,
    documents.title,
    documents.source,
    documents.url,
    initiators.country_code AS initiator_country_code,
    recipients.country_code AS recipient_country_code,
    initiators.actor_id AS initiator_actor_id,
    recipients.actor_id AS recipient_actor_id,
    asserters.actor_id AS asserted_by_actor_id,
    events.parent_event_id,
    events.relation,
    events.quote_id,
    events.event_id,
    events.doc_id,
    events.start_char,
    events.end_char,
    documents.is_current AND documents.original_doc_id IS NULL AS is_counted
FROM events
JOIN documents ON documents.doc_id = events.doc_id
LEFT JOIN event_types ON event_types.type = events.type
LEFT JOIN named_entities AS asserters ON asserters.entity_id = events.asserted_by_entity_id
LEFT JOIN named_entities AS initiators ON initiators.entity_id = events.initiator_entity_id
LEFT JOIN named_entities AS recipients ON recipients.entity_id = events.recipient_entity_id
LEFT JOIN further_participants AS more ON more.event_id = events.event_id;
