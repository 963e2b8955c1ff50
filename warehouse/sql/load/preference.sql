-- Which of several copies of one text gives the metadata: the smallest. Text compared as code points, unknown last.
CREATE OR REPLACE TEMP MACRO preference(published_date, url, location) AS
    [coalesce(published_date::VARCHAR, chr(1114111)), coalesce(url, chr(1114111)), coalesce(location, chr(1114111))];
