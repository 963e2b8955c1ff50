-- grain: data check, as it last ran; source: checks
SELECT name, severity, description, failure_count, sample, is_passed, checked_at
FROM checks
QUALIFY row_number() OVER (PARTITION BY name ORDER BY checked_at DESC) = 1
ORDER BY is_passed, severity, name
