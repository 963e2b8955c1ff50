-- Who said what: quotes of the current version of each article, syndicated copies counted once. Grain: one row per quote.
-- columns_of: all_quotes
CREATE OR REPLACE VIEW said AS
SELECT * EXCLUDE (is_counted, polarity) FROM all_quotes WHERE is_counted AND polarity = 'affirmed';
