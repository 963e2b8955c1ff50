-- Whether an actor of that id is known: in documents, or by a decision about it.
SELECT
    EXISTS (FROM entities WHERE extracted_actor_id = $actor_id)
    OR EXISTS (FROM actors WHERE actor_id = $actor_id)
    OR EXISTS (FROM decisions WHERE from_actor_id = $actor_id OR to_actor_id = $actor_id) AS is_known;
