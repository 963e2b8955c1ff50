-- Last settings of a reading connection: times are UTC, and nothing can be set after this.
SET TimeZone = 'UTC';
SET lock_configuration = true;
