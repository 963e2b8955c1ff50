-- fail: An event has a date exactly when it has a granularity; that of a month or year is its first day.
SELECT event_id, event_date, date_granularity
FROM events
WHERE (event_date IS NULL) <> (date_granularity IS NULL)
    OR (date_granularity IN ('month', 'year') AND event_date <> date_trunc(date_granularity, event_date));
