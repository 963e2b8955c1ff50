-- Decisions become a history: each row says what was decided or taken back, and none is ever deleted.
CREATE TABLE decisions_with_history (
    act_id VARCHAR NOT NULL,
    decision_id VARCHAR NOT NULL,
    number INTEGER NOT NULL,
    act VARCHAR NOT NULL,
    action VARCHAR NOT NULL,
    from_actor_id VARCHAR NOT NULL,
    to_actor_id VARCHAR NOT NULL,
    entity_id VARCHAR,
    note VARCHAR,
    decided_by VARCHAR,
    decided_at TIMESTAMP NOT NULL
);
INSERT INTO decisions_with_history
SELECT
    left(md5(decision_id || '1'), 16), decision_id, 1, 'decided', action, from_actor_id, to_actor_id, entity_id, note, decided_by,
    decided_at
FROM decisions;
DROP TABLE decisions;
ALTER TABLE decisions_with_history RENAME TO decisions;
