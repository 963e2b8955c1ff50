-- fail: An event that hangs on another says how, and no chain of events leads back to where it began.
WITH RECURSIVE climbed AS (
    SELECT event_id, parent_event_id, 1 AS steps FROM events WHERE parent_event_id IS NOT NULL
    UNION ALL
    SELECT climbed.event_id, events.parent_event_id, climbed.steps + 1
    FROM climbed
    JOIN events ON events.event_id = climbed.parent_event_id
    WHERE events.parent_event_id IS NOT NULL AND climbed.steps < 20
)
SELECT event_id, parent_event_id, relation FROM events WHERE (parent_event_id IS NULL) <> (relation IS NULL)
UNION ALL
SELECT event_id, parent_event_id, 'circle' FROM climbed WHERE event_id = parent_event_id;
