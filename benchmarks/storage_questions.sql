-- said: count
SELECT count(*) FROM said;
-- said: first five
SELECT speaker, quote FROM said LIMIT 5;
-- said: most quoted
SELECT speaker, count(*) AS quotes FROM said GROUP BY speaker ORDER BY quotes DESC LIMIT 10;
-- quotes_by, frequent speaker
SELECT * FROM quotes_by('Actor Number 7');
-- quotes_by, rare speaker
SELECT * FROM quotes_by('Actor Number 9000');
-- did: count
SELECT count(*) FROM did;
-- did: by type
SELECT event, count(*) FROM did GROUP BY event;
-- did: one day
SELECT initiator, event, recipient, sentence FROM did WHERE event_date = DATE '2020-03-01';
-- events_between two countries
SELECT * FROM events_between('USA', 'RUS');
-- events_between two actors
SELECT * FROM events_between('Actor Number 7', 'Actor Number 8');
-- timeline, rare actor
SELECT * FROM timeline('Actor Number 9000');
-- timeline, frequent actor
SELECT * FROM timeline('Actor Number 7');
-- dyads: most frequent
SELECT * FROM dyads ORDER BY event_count DESC LIMIT 10;
-- conflicting_accounts
SELECT * FROM conflicting_accounts;
-- actor_activity: top
SELECT * FROM actor_activity ORDER BY quote_count DESC LIMIT 10;
-- source_balance
SELECT * FROM source_balance;
-- search, one quote in a thousand
SELECT * FROM search('ceasefire') LIMIT 10;
-- lineage
SELECT * FROM lineage('doc0000000000003q04');
