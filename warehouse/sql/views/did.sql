-- Who did what to whom: events asserted to have happened or to be happening, with whose account it is. Grain: one row per event.
-- columns_of: claimed
CREATE OR REPLACE VIEW did AS
SELECT * FROM claimed WHERE polarity = 'affirmed' AND status = 'actual';
