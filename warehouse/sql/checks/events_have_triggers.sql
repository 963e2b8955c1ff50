-- fail: No event without a trigger, and none that is its own content.
SELECT event_id, trigger_text, parent_event_id FROM events WHERE trim(trigger_text) = '' OR parent_event_id = event_id;
