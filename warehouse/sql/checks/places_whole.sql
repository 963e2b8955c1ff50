-- fail: A place has its words with their offsets, and coordinates on this earth; without words there is no country of it.
SELECT event_id, place_text, place_start_char, place_end_char, place_country_code, place_latitude, place_longitude
FROM events
WHERE (place_text IS NULL) <> (place_start_char IS NULL) OR (place_start_char IS NULL) <> (place_end_char IS NULL)
    OR (place_latitude IS NULL) <> (place_longitude IS NULL) OR abs(place_latitude) > 90 OR abs(place_longitude) > 180
    OR (place_text IS NULL AND (place_country_code IS NOT NULL OR place_latitude IS NOT NULL));
