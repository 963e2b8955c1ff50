-- Happenings of which sources tell what cannot both be so, each telling with the sentence it rests on. Grain: a row per telling.
-- account_id: The happening; rows with the same id are accounts of the same.
-- asserted_by: Whose account it is: a name, or author.
-- differs_in: What the accounts contradict each other in: polarity, status, initiator, recipient, count, date, place.
-- difference: The same in words: what is told, and by whom.
-- event: Type of event.
-- initiator: Who does it, by this account.
-- recipient: To whom, by this account.
-- polarity: negated: by this account it did not happen, or is not to.
-- status: actual, planned, requested or possible, by this account.
-- stated_count: How many it befell, or took part in a protest, by this account.
-- event_date: When, by this account.
-- place: Where, by this account.
-- sentence: The sentence that the account rests on.
-- source: Who published the document.
-- title: Title of the document.
-- published_date: Publication date of the document.
-- url: Address of the document.
-- event_id: The telling.
-- doc_id: The document.
-- start_char: Start of the trigger in documents.text: 0-based.
-- end_char: End of the trigger in documents.text: exclusive.
CREATE OR REPLACE VIEW conflicting_accounts AS
-- Only participants that have a name are compared: "the victims" may be anybody. A country and its government count as one.
WITH sides AS (
    SELECT
        event_actors.event_id,
        list(DISTINCT party ORDER BY party) FILTER (WHERE side = 'initiator') AS initiators,
        list(DISTINCT party ORDER BY party) FILTER (WHERE side = 'recipient') AS recipients
    FROM accounts
    JOIN event_actors ON event_actors.event_id = accounts.event_id
    JOIN entity_actors ON entity_actors.entity_id = event_actors.entity_id
    JOIN (
        SELECT
            actor_id,
            CASE WHEN type IN ('country', 'government') THEN coalesce(country_code, actor_id) ELSE actor_id END AS party
        FROM actors
        WHERE regexp_matches(name, '^\p{Lu}') AND name NOT LIKE 'The %'
    ) AS parties ON parties.actor_id = entity_actors.actor_id
    GROUP BY event_actors.event_id
),
chosen AS MATERIALIZED (
    SELECT accounts.account_id, claimed.*
    FROM accounts
    JOIN claimed ON claimed.event_id = accounts.event_id
),
tellings AS MATERIALIZED (
    SELECT
        chosen.*,
        sides.initiators,
        sides.recipients,
        -- what is counted: the dead, the injured, or who underwent what the word says
        CASE
            WHEN regexp_matches(lower(trigger), '^(kill|die|dying|dead|death|fatal|slain|slay|murder)') THEN 'dead'
            WHEN regexp_matches(lower(trigger), '^(injur|wound|hurt|hospital)') THEN 'injured'
            ELSE lower(trigger)
        END AS counted
    FROM chosen
    LEFT JOIN sides ON sides.event_id = chosen.event_id
),
pairs AS (
    SELECT
        one.account_id,
        one.polarity <> other.polarity AND one.status = other.status AS polarity,
        one.polarity = other.polarity AND least(one.status, other.status) = 'actual'
            AND greatest(one.status, other.status) = 'possible' AS status,
        -- two sources that speak for themselves mean whom they leave out; an author, who has no id, may just be brief
        NOT list_has_any(one.initiators, other.initiators)
            OR (one.asserted_by_actor_id <> other.asserted_by_actor_id AND one.initiators <> other.initiators) AS initiator,
        NOT list_has_any(one.recipients, other.recipients)
            OR (one.asserted_by_actor_id <> other.asserted_by_actor_id
                AND coalesce(one.recipients, []) <> coalesce(other.recipients, [])) AS recipient,
        left(one.counted, 4) = left(other.counted, 4) AND one.stated_count <> other.stated_count AS count,
        date_trunc(one.date_granularity, date_trunc(other.date_granularity, one.event_date))
            <> date_trunc(one.date_granularity, date_trunc(other.date_granularity, other.event_date)) AS date,
        one.place_country_code <> other.place_country_code AS place
    FROM tellings AS one
    JOIN tellings AS other ON other.account_id = one.account_id AND other.event_id > one.event_id
    WHERE one.doc_id <> other.doc_id OR one.asserted_by_actor_id IS DISTINCT FROM other.asserted_by_actor_id
),
compared AS MATERIALIZED (
    SELECT
        account_id,
        list_filter([
            CASE WHEN bool_or(polarity) THEN 'polarity' END,
            CASE WHEN bool_or(status) THEN 'status' END,
            CASE WHEN bool_or(initiator) THEN 'initiator' END,
            CASE WHEN bool_or(recipient) THEN 'recipient' END,
            CASE WHEN bool_or(count) THEN 'count' END,
            CASE WHEN bool_or(date) THEN 'date' END,
            CASE WHEN bool_or(place) THEN 'place' END
        ], LAMBDA kind: kind IS NOT NULL) AS differs_in
    FROM pairs
    GROUP BY account_id
    HAVING bool_or(polarity OR status OR initiator OR recipient OR count OR date OR place)
),
told AS (
    SELECT
        account_id,
        event_id,
        unnest([
            {kind: 'polarity', says: polarity},
            {kind: 'status', says: status},
            {kind: 'initiator', says: initiator},
            {kind: 'recipient', says: recipient},
            {kind: 'count', says: stated_count::VARCHAR || ' ' || counted},
            {
                kind: 'date',
                says: left(event_date::VARCHAR, CASE date_granularity WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END)
            },
            {kind: 'place', says: place}
        ], recursive := true),
        asserted_by
    FROM tellings
),
said AS (
    SELECT account_id, kind, says, string_agg(DISTINCT asserted_by, ', ' ORDER BY asserted_by) AS by_whom
    FROM told
    WHERE says IS NOT NULL
    GROUP BY account_id, kind, says
),
worded AS (
    SELECT compared.account_id, string_agg(words, '; ' ORDER BY list_position(differs_in, kind)) AS difference
    FROM compared
    JOIN (
        SELECT account_id, kind, kind || ': ' || string_agg(says || ' (' || by_whom || ')', ' / ' ORDER BY says) AS words
        FROM said
        GROUP BY account_id, kind
    ) AS kinds ON kinds.account_id = compared.account_id AND list_contains(compared.differs_in, kinds.kind)
    GROUP BY compared.account_id
)
SELECT
    tellings.account_id,
    tellings.asserted_by,
    compared.differs_in,
    worded.difference,
    tellings.event,
    tellings.initiator,
    tellings.recipient,
    tellings.polarity,
    tellings.status,
    tellings.stated_count,
    tellings.event_date,
    tellings.place,
    tellings.sentence,
    tellings.source,
    tellings.title,
    tellings.published_date,
    tellings.url,
    tellings.event_id,
    tellings.doc_id,
    tellings.start_char,
    tellings.end_char
FROM tellings
JOIN compared ON compared.account_id = tellings.account_id
JOIN worded ON worded.account_id = tellings.account_id
ORDER BY tellings.account_id, tellings.published_date, tellings.doc_id, tellings.start_char;
