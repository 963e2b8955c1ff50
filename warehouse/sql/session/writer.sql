-- Settings of the one writing connection: times are UTC everywhere.
SET TimeZone = 'UTC';
