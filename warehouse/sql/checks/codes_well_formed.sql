-- fail: Country codes are three capital letters.
SELECT entity_id AS id, country_code FROM entities WHERE NOT regexp_full_match(country_code, '[A-Z]{3}')
UNION ALL
SELECT event_id, place_country_code FROM events WHERE NOT regexp_full_match(place_country_code, '[A-Z]{3}');
