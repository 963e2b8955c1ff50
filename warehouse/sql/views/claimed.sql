-- All that texts tell of, with polarity and status: also what was denied, demanded, planned or feared. Never count these as facts: use did.
-- columns_of: all_events
CREATE OR REPLACE VIEW claimed AS
SELECT * EXCLUDE (is_counted) FROM all_events WHERE is_counted;
