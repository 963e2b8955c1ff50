-- Decisions on actors that stand: made, and not taken back since.
-- decision_id: Hash of what was decided.
-- action: What was decided: two actors are one (merge), or one is several (split).
-- from_actor_id: The actor that is merged away or split.
-- to_actor_id: The actor that stands from now on.
-- entity_id: For a split, the actor in one document that goes to to_actor_id; NULL where the two actors are to be kept apart.
-- note: Why.
-- decided_by: Who decided.
-- decided_at: When it was decided (UTC).
CREATE OR REPLACE VIEW live_decisions AS
WITH latest AS (
    FROM decisions
    QUALIFY row_number() OVER (PARTITION BY decision_id ORDER BY number DESC) = 1
)
SELECT decision_id, action, from_actor_id, to_actor_id, entity_id, note, decided_by, decided_at
FROM latest
WHERE act = 'decided';
