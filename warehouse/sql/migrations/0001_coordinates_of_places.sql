-- Where the catalogue knows the place of an event, its coordinates.
ALTER TABLE events ADD COLUMN place_latitude DOUBLE;
ALTER TABLE events ADD COLUMN place_longitude DOUBLE;
