-- Whom each outlet quotes: how its quotes divide over countries and kinds of speakers. Grain: source, country, kind of speaker.
-- source: Who published the documents.
-- speaker_country_code: ISO 3166 alpha-3 code of the speakers; NULL where unknown.
-- speaker_type: Kind of actor; NULL where the speaker is unknown.
-- quote_count: Quotes.
-- speaker_count: Different speakers.
-- document_count: Documents with such quotes.
-- quote_share: Share of all quotes of the source, from 0 to 1.
CREATE OR REPLACE VIEW source_balance AS
SELECT
    source,
    speaker_country_code,
    speaker_type,
    count(*) AS quote_count,
    count(DISTINCT speaker_actor_id) AS speaker_count,
    count(DISTINCT doc_id) AS document_count,
    count(*) / sum(count(*)) OVER (PARTITION BY source) AS quote_share
FROM said
GROUP BY source, speaker_country_code, speaker_type;
