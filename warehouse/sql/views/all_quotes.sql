-- Every quote of every version and copy of every text. Grain: one row per quote. Normally use said.
-- speaker: Who said it; NULL where unknown.
-- quote: What was said.
-- kind: direct: all inside quote marks; mixed: partly; indirect: none of it.
-- stance: What the cue says of it: neutral, assertive, denying, demanding and so on.
-- polarity: negated: the text says that it was not said.
-- published_date: Publication date of the document.
-- title: Title of the document.
-- source: Who published the document.
-- url: Address of the document.
-- speaker_type: Kind of actor.
-- speaker_country_code: ISO 3166 alpha-3 code of the speaker.
-- speaker_text: The words that name the source in the text.
-- speaker_reason: Why the speaker is unknown.
-- cue: The words that introduce it.
-- addressee: To whom it was said.
-- medium: Statement, interview, call, letter, post, where stated.
-- speaker_actor_id: The speaker across documents.
-- addressee_actor_id: The addressee across documents.
-- quote_id: The quote.
-- doc_id: The document.
-- start_char: Start of the quote in documents.text: 0-based.
-- end_char: End of the quote in documents.text: exclusive.
-- is_counted: The document is the current version of its article and no near copy of another.
CREATE OR REPLACE VIEW all_quotes AS
SELECT
    speakers.name AS speaker,
    quotes.text AS quote,
    quotes.kind,
    quotes.stance,
    quotes.polarity,
    documents.published_date,
    documents.title,
    documents.source,
    documents.url,
    speakers.type AS speaker_type,
    speakers.country_code AS speaker_country_code,
    quotes.speaker_text,
    quotes.speaker_reason,
    quotes.cue_text AS cue,
    addressees.name AS addressee,
    quotes.medium,
    speakers.actor_id AS speaker_actor_id,
    addressees.actor_id AS addressee_actor_id,
    quotes.quote_id,
    quotes.doc_id,
    quotes.start_char,
    quotes.end_char,
    documents.is_current AND documents.original_doc_id IS NULL AS is_counted
FROM quotes
JOIN documents ON documents.doc_id = quotes.doc_id
LEFT JOIN named_entities AS speakers ON speakers.entity_id = quotes.speaker_entity_id
LEFT JOIN named_entities AS addressees ON addressees.entity_id = quotes.addressee_entity_id;
