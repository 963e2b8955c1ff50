-- Happenings that are told differently, each telling with the sentence that it rests on. Grain: one row per telling.
-- account_id: The happening; rows with the same id are accounts of the same.
-- asserted_by: Whose account it is: a name, or author.
-- differs_in: What the accounts of this happening differ in: asserter, type, polarity, status, initiator, recipient, date, place.
-- event: Type of event.
-- initiator: Who does it, by this account.
-- recipient: To whom, by this account.
-- polarity: negated: by this account it did not happen, or is not to.
-- status: actual, planned, requested or possible, by this account.
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
WITH tellings AS (
    SELECT accounts.account_id, claimed.*
    FROM accounts
    JOIN claimed ON claimed.event_id = accounts.event_id
),
compared AS (
    SELECT
        account_id,
        list_filter([
            CASE WHEN count(DISTINCT coalesce(asserted_by_actor_id, 'author')) > 1 THEN 'asserter' END,
            CASE WHEN count(DISTINCT event) > 1 THEN 'type' END,
            CASE WHEN count(DISTINCT polarity) > 1 THEN 'polarity' END,
            CASE WHEN count(DISTINCT status) > 1 THEN 'status' END,
            CASE WHEN count(DISTINCT initiator) > 1 THEN 'initiator' END,
            CASE WHEN count(DISTINCT recipient) > 1 THEN 'recipient' END,
            CASE WHEN count(DISTINCT event_date) > 1 THEN 'date' END,
            CASE WHEN count(DISTINCT place) > 1 THEN 'place' END
        ], LAMBDA kind: kind IS NOT NULL) AS differs_in
    FROM tellings
    GROUP BY account_id
    HAVING count(*) > 1
)
SELECT
    tellings.account_id,
    tellings.asserted_by,
    compared.differs_in,
    tellings.event,
    tellings.initiator,
    tellings.recipient,
    tellings.polarity,
    tellings.status,
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
WHERE len(compared.differs_in) > 0
ORDER BY tellings.account_id, tellings.published_date, tellings.doc_id, tellings.start_char;
