-- How many an event befell, as each telling says: sources differ in the number of dead.
ALTER TABLE events ADD COLUMN stated_count INTEGER;
