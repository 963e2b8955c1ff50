-- fail: An event has a date exactly when it has a granularity.
SELECT event_id, event_date, date_granularity FROM events WHERE (event_date IS NULL) <> (date_granularity IS NULL);
