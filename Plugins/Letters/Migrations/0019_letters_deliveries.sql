-- Each sending of a reply, and that it came back: what the post could not deliver is seen, and sent again.
CREATE TABLE letters.delivery (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    letter_id bigint NOT NULL REFERENCES letters.letter,
    court_code text NOT NULL REFERENCES core.court,
    sent_on date NOT NULL,
    method text NOT NULL CHECK (method IN ('POST', 'HAND', 'SMS_NOTICE', 'EMAIL', 'ONLINE', 'PHONE_RECORD', 'PUBLIC_NOTE')),
    method_reason text,
    proof text,
    sent_by bigint REFERENCES core.staff,
    returned_on date CHECK (returned_on >= sent_on),
    return_reason text,
    CHECK ((returned_on IS NULL) = (return_reason IS NULL))
);
CREATE INDEX delivery_letter ON letters.delivery (letter_id, id);
GRANT SELECT ON letters.delivery TO docket_reader;
INSERT INTO letters.delivery (letter_id, court_code, sent_on, method, method_reason, proof)
SELECT y.letter_id, y.court_code, y.sent_on, y.method, y.method_reason, y.delivery_proof FROM letters.reply y
WHERE y.sent_on IS NOT NULL AND y.copied_from_id IS NULL;

CREATE FUNCTION letters.is_undelivered(letters.letter) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
    RETURN coalesce((
        SELECT d.returned_on IS NOT NULL FROM letters.delivery d WHERE d.letter_id = $1.id ORDER BY d.id DESC LIMIT 1
    ), false);
