-- Pairs of actors that may be one: same type, names alike, and something besides the name that speaks for it. Nothing is decided.
-- A pair is left out where a decision already joins the two or keeps them apart, where both are in the catalogue, where one is the
-- son of the other (Jr.), or where their countries differ.
WITH named AS (
    SELECT
        actor_id,
        type,
        name,
        country_code,
        document_count,
        mention_count,
        trim(regexp_replace(name_key(name), '^(the|mr|mrs|ms|dr|sir|president|prime minister|minister|general) | (inc|ltd|plc|co)\.?$', '', 'g'))
            AS key,
        contains(actor_id, ':') AS is_in_catalogue
    FROM actors
    WHERE mention_count > 0
),
keyed AS (
    FROM named
    SELECT
        *,
        regexp_matches(key, '\b(jr|junior|sr|senior)\b\.?$') AS is_namesake,
        split_part(key, ' ', 1) AS first_word,
        split_part(key, ' ', -1) AS last_word
    WHERE length(key) > 2
),
ends AS (
    SELECT *, 'last' AS place, last_word AS word FROM keyed
    UNION ALL
    SELECT *, 'first', first_word FROM keyed
),
pairs AS (
    SELECT DISTINCT
        one.actor_id AS actor_id,
        one.name AS name,
        other.actor_id AS other_actor_id,
        other.name AS other_name,
        one.type,
        jaro_winkler_similarity(one.key, other.key) AS name_score,
        ends_with(one.key, ' ' || other.key) OR ends_with(other.key, ' ' || one.key) AS is_part,
        one.country_code = other.country_code AS is_same_country,
        least(one.mention_count, other.mention_count) AS weight
    FROM ends AS one
    JOIN ends AS other ON other.type = one.type AND other.place = one.place AND other.word = one.word
    WHERE (one.is_in_catalogue, one.document_count, one.actor_id) > (other.is_in_catalogue, other.document_count, other.actor_id)
        AND NOT (one.is_in_catalogue AND other.is_in_catalogue)
        AND one.is_namesake = other.is_namesake
        AND coalesce(one.country_code = other.country_code, TRUE)
),
alike AS (
    FROM pairs
    WHERE (name_score >= 0.92 OR is_part)
        AND NOT EXISTS (
            FROM decisions
            WHERE (decisions.from_actor_id, decisions.to_actor_id) IN (
                (pairs.actor_id, pairs.other_actor_id), (pairs.other_actor_id, pairs.actor_id)
            )
        )
),
company AS (
    SELECT near.actor_id, other.actor_id AS met_actor_id
    FROM entity_actors AS near
    JOIN entity_actors AS other ON other.doc_id = near.doc_id AND other.actor_id <> near.actor_id
    WHERE near.actor_id IN (SELECT actor_id FROM alike UNION SELECT other_actor_id FROM alike)
    GROUP BY ALL
),
shared AS (
    SELECT alike.actor_id, alike.other_actor_id, count(*)::INTEGER AS shared_company_count
    FROM alike
    JOIN company AS one ON one.actor_id = alike.actor_id
    JOIN company AS other ON other.actor_id = alike.other_actor_id AND other.met_actor_id = one.met_actor_id
    GROUP BY ALL
)
SELECT
    alike.actor_id,
    alike.name,
    alike.other_actor_id,
    alike.other_name,
    alike.type,
    round(alike.name_score, 3) AS name_score,
    coalesce(shared.shared_company_count, 0) AS shared_company_count,
    coalesce(alike.is_same_country, FALSE) AS is_same_country
FROM alike
LEFT JOIN shared USING (actor_id, other_actor_id)
WHERE coalesce(alike.is_same_country, FALSE) OR shared.shared_company_count > 0
ORDER BY
    coalesce(alike.is_same_country, FALSE) DESC, shared_company_count DESC, alike.weight DESC, name_score DESC,
    alike.actor_id, alike.other_actor_id
LIMIT $most;
