-- fail: A quote without a known speaker says why.
SELECT quote_id, speaker_text FROM quotes WHERE speaker_entity_id IS NULL AND speaker_reason IS NULL;
