-- Pairs of actors that may be one, each with the reason: names alike, a longer name, a surname alone, an acronym. Nothing is
-- decided. Only actors that some text calls by a name count, and something besides the name must speak for a pair: the same country, or
-- others that both are met with. A pair is left out where a decision joins the two or keeps them apart, where both are in the catalogue,
-- where one document speaks of both, where their countries differ, where one is the other's namesake (Jr.), and where a surname or an
-- acronym fits several equally well; a surname also where it is a forename as well, or fits several whom the catalogue does not know.
-- Words in front of a body's name must name its country, or be "Royal": any others ("Avalon Labour Party") rather tell of a branch.
-- Media and other bodies are alike in name by chance.
WITH named AS (
    SELECT
        actors.actor_id,
        CASE WHEN actors.type IN ('person', 'country') THEN actors.type ELSE 'body' END AS sort_of,
        actors.name,
        actors.type,
        actors.country_code,
        actors.document_count,
        actors.mention_count,
        trim(regexp_replace(
            regexp_replace(name_key(actors.name), '^(the|mr|mrs|ms|dr|sir|president|prime minister|minister|general|senator) ', ''),
            ',? (inc|ltd|llc|plc|co|corp)\.?$', ''
        )) AS key,
        contains(actors.actor_id, ':') AS is_in_catalogue
    FROM actors
    WHERE EXISTS (
        FROM entity_actors JOIN mentions USING (entity_id) WHERE entity_actors.actor_id = actors.actor_id AND mentions.kind = 'name'
    )
),
keyed AS (
    SELECT
        *,
        string_split(key, ' ') AS words,
        regexp_extract(key, '\b(jr|junior|sr|senior|ii|iii)\b\.?$', 1) AS generation,
        array_to_string(
            [word[1] FOR word IN string_split(key, ' ') IF word NOT IN ('of', 'the', 'and', 'for', 'in', 'on', 'to', '&')], ''
        ) AS initials
    FROM named
    WHERE length(key) > 1
),
countries AS (
    SELECT DISTINCT name_key(actor_names.name) || ' ' AS lead, actors.country_code
    FROM actors JOIN actor_names USING (actor_id)
    WHERE actors.type = 'country'
),
handles AS (
    SELECT *, words[-1] AS handle FROM keyed
    UNION
    SELECT *, words[1] FROM keyed WHERE sort_of <> 'person'
    UNION
    SELECT *, initials FROM keyed WHERE sort_of = 'body' AND length(initials) > 1
),
likened AS (
    SELECT DISTINCT
        one.actor_id,
        one.name,
        other.actor_id AS other_actor_id,
        other.name AS other_name,
        one.type,
        one.sort_of,
        one.is_in_catalogue,
        jaro_winkler_similarity(one.key, other.key) AS name_score,
        coalesce(one.country_code = other.country_code, FALSE) AS is_same_country,
        least(one.mention_count, other.mention_count) AS weight,
        one.document_count,
        other.document_count AS other_document_count,
        CASE
            WHEN one.sort_of = 'person' AND least(len(one.words), len(other.words)) = 1 THEN
                CASE
                    WHEN one.words[-1] = other.words[-1] AND greatest(len(one.words), len(other.words)) > 1
                        AND one.words[-1] NOT IN (SELECT words[1] FROM keyed WHERE sort_of = 'person' AND len(words) > 1)
                        THEN 'surname alone'
                END
            WHEN one.sort_of = 'body' AND (one.key = other.initials OR other.key = one.initials) THEN
                CASE WHEN least(length(one.key), length(other.key)) > 2 THEN 'acronym' END
            WHEN ends_with(one.key, ' ' || other.key) OR ends_with(other.key, ' ' || one.key) THEN
                CASE
                    WHEN one.sort_of = 'person' THEN 'longer name'
                    WHEN least(len(one.words), len(other.words)) > 1 AND NOT regexp_matches(one.key || other.key, ' (and|&) ')
                        AND (
                            starts_with(one.key || ' ' || other.key, 'royal ') OR contains(one.key || ' ' || other.key, ' royal ')
                            OR (
                                left(one.key, greatest(length(one.key) - length(other.key), 0))
                                || left(other.key, greatest(length(other.key) - length(one.key), 0)), one.country_code
                            ) IN (FROM countries)
                        )
                        THEN 'longer name'
                END
            WHEN one.sort_of = 'body' AND one.words[1] = other.words[1] AND one.words[-1] = other.words[-1]
                AND least(len(one.words), len(other.words)) BETWEEN 3 AND greatest(len(one.words), len(other.words)) - 1
                AND len(list_intersect(one.words, other.words)) = least(len(one.words), len(other.words))
                THEN 'longer name'
            WHEN len(one.words) = len(other.words)
                AND (one.type = 'media') = (other.type = 'media')
                AND regexp_extract(one.key, '\d+') = regexp_extract(other.key, '\d+')
                AND list_min([
                    jaro_winkler_similarity(one.words[place], other.words[place]) FOR place IN range(1, len(one.words) + 1)
                ]) >= 0.88
                THEN 'names alike'
        END AS reason,
        CASE WHEN len(one.words) = 1 THEN one.actor_id WHEN len(other.words) = 1 THEN other.actor_id END AS short_actor_id
    FROM handles AS one
    JOIN handles AS other ON other.sort_of = one.sort_of AND other.handle = one.handle
    WHERE (one.is_in_catalogue, one.document_count, one.mention_count, one.actor_id)
            > (other.is_in_catalogue, other.document_count, other.mention_count, other.actor_id)
        AND NOT (one.is_in_catalogue AND other.is_in_catalogue)
        AND one.generation = other.generation
        AND coalesce(one.country_code = other.country_code, TRUE)
),
pairs AS (
    FROM likened
    WHERE reason IS NOT NULL
        AND NOT EXISTS (
            FROM live_decisions
            WHERE (from_actor_id, to_actor_id) IN (
                (likened.actor_id, likened.other_actor_id), (likened.other_actor_id, likened.actor_id)
            )
        )
        AND NOT EXISTS (
            FROM entity_actors AS here
            JOIN entity_actors AS there ON there.doc_id = here.doc_id
            WHERE here.actor_id = likened.actor_id AND there.actor_id = likened.other_actor_id
        )
),
company AS (
    SELECT DISTINCT near.actor_id, met.actor_id AS met_actor_id
    FROM entity_actors AS near
    JOIN entity_actors AS met ON met.doc_id = near.doc_id AND met.actor_id <> near.actor_id
    WHERE near.actor_id IN (SELECT actor_id FROM pairs UNION SELECT other_actor_id FROM pairs)
        AND met.actor_id IN (SELECT actor_id FROM named WHERE sort_of <> 'country')
),
counted AS (
    SELECT
        pairs.*,
        coalesce(len(shared.names), 0)::INTEGER AS shared_company_count,
        coalesce(shared.names[:3], []) AS shared_company
    FROM pairs
    LEFT JOIN (
        SELECT one.actor_id, other.actor_id AS other_actor_id, list(named.name ORDER BY named.mention_count DESC, met_actor_id) AS names
        FROM company AS one
        JOIN company AS other USING (met_actor_id)
        JOIN named ON named.actor_id = met_actor_id
        WHERE (one.actor_id, other.actor_id) IN (SELECT (actor_id, other_actor_id) FROM pairs)
        GROUP BY ALL
    ) AS shared USING (actor_id, other_actor_id)
),
supported AS (
    FROM counted
    WHERE CASE reason
        WHEN 'names alike' THEN is_same_country OR shared_company_count > 0
        WHEN 'acronym' THEN is_same_country OR shared_company_count > 0
        ELSE shared_company_count > 0
    END
    WINDOW by_support AS (PARTITION BY reason, short_actor_id ORDER BY shared_company_count DESC, actor_id, other_actor_id)
    QUALIFY reason NOT IN ('surname alone', 'acronym') OR (
        row_number() OVER by_support = 1
        AND shared_company_count > coalesce(lead(shared_company_count) OVER by_support, -1)
        AND (reason = 'acronym' OR is_in_catalogue OR count(*) OVER (PARTITION BY reason, short_actor_id) = 1)
    )
)
SELECT
    actor_id,
    name,
    other_actor_id,
    other_name,
    type,
    reason,
    round(name_score, 3) AS name_score,
    shared_company_count,
    shared_company,
    is_same_country,
    document_count,
    other_document_count
FROM supported
ORDER BY
    is_same_country::INTEGER + least(shared_company_count, 5) / 5 + name_score + (reason = 'names alike')::INTEGER / 2 DESC,
    weight DESC, actor_id, other_actor_id
LIMIT $most;
