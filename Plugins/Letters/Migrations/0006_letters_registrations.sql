-- requires: dossiers
-- A letter's registration is where the letter is; those of letters taken in before stood still at RECEIVED.
UPDATE dossiers.registration r SET state = s.state, version = r.version + 1, updated_at = now()
FROM letters.letter l
CROSS JOIN LATERAL (
    SELECT CASE
        WHEN l.state = 'REGISTERED' THEN 'RECEIVED'
        WHEN l.state IN ('CLASSIFIED', 'OBJECTED') THEN 'SCREENED'
        WHEN l.state = 'RETURNED_TO_SENDER' THEN 'RETURNED'
        WHEN l.state = 'TRANSFERRED' THEN 'FORWARDED'
        WHEN l.state = 'DUPLICATE' THEN 'MERGED'
        WHEN l.state IN ('ASSIGNED', 'HANDLING', 'PAUSED', 'IN_REVIEW', 'APPROVED') THEN 'ACCEPTED'
        WHEN l.state IN ('REPLIED', 'REPORTED') THEN 'HANDLED'
        WHEN l.state IN ('CLOSED', 'BOUND', 'ARCHIVED') THEN 'CLOSED'
        ELSE 'VOIDED'
    END AS state
) s
WHERE r.id = l.registration_id AND r.state <> s.state;
