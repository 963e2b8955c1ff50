-- grain: telling of a happening that accounts differ on, those that differ in whether it happened first; source: conflicting_accounts;
-- parameters: since, until, kinds, row_limit
WITH chosen AS (
    SELECT
        account_id,
        differs_in,
        count(*) AS telling_count,
        count(DISTINCT asserted_by) AS asserter_count,
        min(published_date) AS first_date
    FROM conflicting_accounts
    WHERE list_has_any(differs_in, $kinds)
    GROUP BY account_id, differs_in
    HAVING bool_or(
        ($since::DATE IS NULL OR published_date >= $since) AND ($until::DATE IS NULL OR published_date <= $until)
    )
    ORDER BY
        list_contains(differs_in, 'polarity') DESC, list_contains(differs_in, 'status') DESC, asserter_count DESC,
        first_date, account_id
    LIMIT $row_limit
)
SELECT conflicting_accounts.*
FROM conflicting_accounts
JOIN chosen ON chosen.account_id = conflicting_accounts.account_id
ORDER BY
    list_contains(chosen.differs_in, 'polarity') DESC, list_contains(chosen.differs_in, 'status') DESC, chosen.asserter_count DESC,
    chosen.first_date, chosen.account_id, conflicting_accounts.published_date, conflicting_accounts.doc_id,
    conflicting_accounts.start_char
