-- All runs of four words of a list of words; a shorter list is one run.
CREATE OR REPLACE TEMP MACRO word_runs(words) AS
    CASE
        WHEN len(words) < 4 THEN [array_to_string(words, ' ')]
        ELSE list_distinct(list_transform(
            list_zip(words[: len(words) - 3], words[2 : len(words) - 2], words[3 : len(words) - 1], words[4 :]),
            LAMBDA run: concat_ws(' ', run[1], run[2], run[3], run[4])
        ))
    END;
