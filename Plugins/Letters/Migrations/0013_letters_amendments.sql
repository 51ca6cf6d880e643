-- What stood in a letter's record before it was put right, beside the reason (letter_decision) and the audit event.
CREATE TABLE letters.letter_amendment (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    letter_id bigint NOT NULL REFERENCES letters.letter,
    court_code text NOT NULL REFERENCES core.court,
    action text NOT NULL,
    by_id bigint NOT NULL REFERENCES core.staff,
    at timestamptz NOT NULL,
    subject text,
    abstract text,
    postmark_on date,
    external_ref text,
    case_nos text[],
    matter_class text,
    category text
);
CREATE INDEX letter_amendment_letter ON letters.letter_amendment (letter_id);
GRANT SELECT ON letters.letter_amendment TO docket_reader;

-- Whom a sender's row named before: sealed as it was, masked where it is read.
CREATE TABLE letters.former_sender (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    letter_id bigint NOT NULL REFERENCES letters.letter,
    court_code text NOT NULL REFERENCES core.court,
    sender_id bigint NOT NULL REFERENCES letters.letter_sender,
    replaced_at timestamptz NOT NULL,
    replaced_by bigint NOT NULL REFERENCES core.staff,
    name_masked text NOT NULL,
    name_cipher bytea,
    id_number_masked text,
    id_number_cipher bytea,
    id_number_hash bytea,
    mobile_masked text,
    mobile_cipher bytea,
    mobile_hash bytea,
    address_masked text,
    address_cipher bytea,
    region_code text
);
CREATE INDEX former_sender_letter ON letters.former_sender (letter_id);
CREATE INDEX former_sender_sender ON letters.former_sender (sender_id);
-- Never the cipher, never the hash.
GRANT SELECT (id, letter_id, court_code, sender_id, replaced_at, replaced_by, name_masked, id_number_masked, mobile_masked,
    address_masked, region_code) ON letters.former_sender TO docket_reader;

-- An item that was registered in error may be registered anew under its number: the void letter stays beside the right one.
ALTER TABLE letters.letter DROP CONSTRAINT letter_transfer_batch_id_item_no_key;
CREATE UNIQUE INDEX letter_batch_item ON letters.letter (transfer_batch_id, item_no) WHERE state <> 'VOIDED';
CREATE INDEX letter_batch_items ON letters.letter (transfer_batch_id, item_no);
ALTER TABLE letters.letter ADD COLUMN replaces_id bigint REFERENCES letters.letter;
CREATE UNIQUE INDEX letter_replaces ON letters.letter (replaces_id);

-- Counts of a batch, whatever the seal of its items; no column of a letter shows through. A void item counts as one until
-- the right letter stands under its number.
CREATE OR REPLACE VIEW letters.batch_reconciliation AS
    SELECT b.id, b.batch_no, b.court_code, b.declared_count AS declared,
        c.items, c.cases, c.duplicates, greatest(b.declared_count - c.items - c.voided, 0) AS missing,
        b.declared_count = c.items + c.voided AS reconciled, c.voided
    FROM letters.transfer_batch b
    CROSS JOIN LATERAL (
        SELECT (count(*) FILTER (WHERE l.state <> 'VOIDED'))::integer AS items,
            (count(*) FILTER (WHERE l.state <> 'VOIDED' AND l.duplicate_of_id IS NULL))::integer AS cases,
            (count(l.duplicate_of_id) FILTER (WHERE l.state <> 'VOIDED'))::integer AS duplicates,
            (count(DISTINCT l.item_no) - count(*) FILTER (WHERE l.state <> 'VOIDED'))::integer AS voided
        FROM letters.letter l WHERE l.transfer_batch_id = b.id
    ) c
    WHERE b.court_code = ANY ((SELECT core.readable_courts())::text[]);
