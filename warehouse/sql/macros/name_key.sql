-- A name as names are compared: lower case, without accents and a leading "the", with plain apostrophes and single spaces.
CREATE OR REPLACE MACRO name_key(given_name) AS
    regexp_replace(
        trim(regexp_replace(lower(strip_accents(translate(given_name, '’‘ʼ', ''''''''))), '\s+', ' ', 'g')), '^the (.)', '\1'
    );
