-- Letters, the batches in which they are transferred, and what is done about them.
CREATE SCHEMA letters;
GRANT USAGE ON SCHEMA letters TO docket_reader;
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;

CREATE TABLE letters.transfer_batch (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    court_code text NOT NULL REFERENCES core.court,
    batch_no text NOT NULL,
    from_org text NOT NULL,
    source text NOT NULL,
    received_on date NOT NULL,
    declared_count integer NOT NULL CHECK (declared_count > 0),
    -- SHA-256 of the imported file: the same file again changes nothing.
    file_hash bytea NOT NULL,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    created_by bigint REFERENCES core.staff,
    UNIQUE (batch_no, court_code)
);
CREATE INDEX transfer_batch_received ON letters.transfer_batch (received_on);

CREATE TABLE letters.letter (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    court_code text NOT NULL REFERENCES core.court,
    letter_no text NOT NULL UNIQUE,
    source text NOT NULL CHECK (source IN (
        'ORDINARY', 'CENTRAL_INSPECTION', 'PRESIDENT', 'CONGRESS_DEPUTY', 'SUPERIOR_COURT', 'PARTY_POLITICAL_LEGAL', 'OTHER'
    )),
    received_on date NOT NULL,
    postmark_on date,
    received_via text NOT NULL CHECK (received_via IN ('POST', 'EMAIL', 'WEB', 'TRANSFER', 'HAND')),
    transfer_batch_id bigint REFERENCES letters.transfer_batch,
    batch_no text,
    item_no integer,
    external_ref text,
    from_org text,
    registration_id bigint,
    dossier_id bigint,
    joint_count integer NOT NULL CHECK (joint_count >= 0),
    subject text NOT NULL,
    abstract text NOT NULL,
    matter_class text NOT NULL CHECK (matter_class IN ('SUGGESTION', 'ACCUSATION', 'APPEAL_CLAIM')),
    category text NOT NULL CHECK (category IN (
        'TRIAL_CIVIL', 'TRIAL_CRIMINAL', 'TRIAL_ADMIN', 'ENFORCEMENT', 'FILING', 'STATE_COMPENSATION', 'STAFF_CONDUCT', 'OTHER'
    )),
    classified_at timestamptz,
    sealed boolean NOT NULL DEFAULT false,
    accused_staff_ids bigint[] NOT NULL DEFAULT '{}',
    assignee_id bigint REFERENCES core.staff,
    assigned_at timestamptz,
    due_on date NOT NULL,
    original_due_on date NOT NULL,
    deadline_rule_key text NOT NULL,
    duplicate_of_id bigint REFERENCES letters.letter,
    duplicate_basis text CHECK (duplicate_basis IN ('SAME_PERSON_SAME_MATTER', 'SAME_DOCUMENT', 'MANUAL')),
    duplicate_decided_by bigint REFERENCES core.staff,
    duplicate_decided_at timestamptz,
    review_level text CHECK (review_level IN ('DIVISION_HEAD', 'VICE_PRESIDENT', 'PRESIDENT')),
    review_round integer NOT NULL DEFAULT 0,
    state text NOT NULL CHECK (state IN (
        'REGISTERED', 'CLASSIFIED', 'OBJECTED', 'RETURNED_TO_SENDER', 'TRANSFERRED', 'DUPLICATE', 'ASSIGNED', 'HANDLING', 'PAUSED',
        'IN_REVIEW', 'APPROVED', 'REPLIED', 'REPORTED', 'CLOSED', 'BOUND', 'ARCHIVED', 'VOIDED'
    )),
    replied_on date,
    closed_on date,
    void_reason text,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    created_by bigint REFERENCES core.staff,
    updated_at timestamptz NOT NULL DEFAULT now(),
    CHECK (duplicate_of_id <> id),
    CHECK ((duplicate_of_id IS NULL) = (duplicate_basis IS NULL)),
    CHECK ((transfer_batch_id IS NULL) = (item_no IS NULL)),
    CHECK ((state = 'IN_REVIEW') = (review_level IS NOT NULL)),
    UNIQUE (transfer_batch_id, item_no)
);
CREATE INDEX letter_court_received ON letters.letter (court_code, received_on, letter_no);
CREATE INDEX letter_received ON letters.letter (received_on, letter_no);
CREATE INDEX letter_due ON letters.letter (due_on);
CREATE INDEX letter_state ON letters.letter (state, due_on);
CREATE INDEX letter_source ON letters.letter (source);
CREATE INDEX letter_matter_class ON letters.letter (matter_class);
CREATE INDEX letter_category ON letters.letter (category);
CREATE INDEX letter_assignee ON letters.letter (assignee_id, due_on);
CREATE INDEX letter_batch_no ON letters.letter (batch_no, item_no);
CREATE INDEX letter_item_no ON letters.letter (item_no);
CREATE INDEX letter_external_ref ON letters.letter (external_ref);
CREATE INDEX letter_duplicate_of ON letters.letter (duplicate_of_id);
CREATE UNIQUE INDEX letter_registration ON letters.letter (registration_id);
CREATE INDEX letter_dossier ON letters.letter (dossier_id);
CREATE INDEX letter_updated ON letters.letter (updated_at);

-- The people who wrote: sealed values, the keyed hashes that match them, and the only form that is ever read.
CREATE TABLE letters.letter_sender (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    letter_id bigint NOT NULL REFERENCES letters.letter,
    court_code text NOT NULL REFERENCES core.court,
    seq integer NOT NULL,
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
    region_code text,
    UNIQUE (letter_id, seq)
);
CREATE INDEX letter_sender_id_number ON letters.letter_sender (id_number_hash);
CREATE INDEX letter_sender_mobile ON letters.letter_sender (mobile_hash);

CREATE TABLE letters.letter_case (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    letter_id bigint NOT NULL REFERENCES letters.letter,
    court_code text NOT NULL REFERENCES core.court,
    seq integer NOT NULL,
    case_no text NOT NULL,
    format text NOT NULL CHECK (format IN ('STANDARD', 'LEGACY')),
    year integer NOT NULL,
    case_court_code text,
    type_code text,
    UNIQUE (letter_id, seq)
);
CREATE INDEX letter_case_no ON letters.letter_case (case_no);

CREATE TABLE letters.endorsement (
    letter_id bigint PRIMARY KEY REFERENCES letters.letter,
    court_code text NOT NULL REFERENCES core.court,
    by_id bigint NOT NULL REFERENCES core.staff,
    at timestamptz NOT NULL DEFAULT now(),
    kind text NOT NULL CHECK (kind IN ('FORWARD_FOR_HANDLING', 'REQUEST_REPORT', 'NOTE')),
    text text
);

CREATE TABLE letters.letter_pause (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    letter_id bigint NOT NULL REFERENCES letters.letter,
    court_code text NOT NULL REFERENCES core.court,
    reason text NOT NULL CHECK (reason IN ('PARTY_MATERIAL', 'EXPERT_OPINION')),
    from_on date NOT NULL,
    to_on date CHECK (to_on >= from_on),
    approved_by bigint NOT NULL REFERENCES core.staff
);
CREATE INDEX letter_pause_letter ON letters.letter_pause (letter_id);

CREATE TABLE letters.letter_extension (
    letter_id bigint PRIMARY KEY REFERENCES letters.letter,
    court_code text NOT NULL REFERENCES core.court,
    days integer NOT NULL CHECK (days > 0),
    reason text NOT NULL,
    approved_by bigint NOT NULL REFERENCES core.staff,
    told_petitioner_on date,
    at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE letters.review_step (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    letter_id bigint NOT NULL REFERENCES letters.letter,
    court_code text NOT NULL REFERENCES core.court,
    level text NOT NULL CHECK (level IN ('DIVISION_HEAD', 'VICE_PRESIDENT', 'PRESIDENT')),
    reviewer_id bigint NOT NULL REFERENCES core.staff,
    decision text NOT NULL CHECK (decision IN ('APPROVED', 'RETURNED')),
    comment text,
    round integer NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),
    CHECK (decision = 'APPROVED' OR comment IS NOT NULL),
    UNIQUE (letter_id, round, level),
    -- Three reviewers are three people.
    UNIQUE (letter_id, round, reviewer_id)
);

CREATE TABLE letters.reply (
    letter_id bigint PRIMARY KEY REFERENCES letters.letter,
    court_code text NOT NULL REFERENCES core.court,
    text text NOT NULL,
    remedies_told text NOT NULL,
    author_id bigint NOT NULL REFERENCES core.staff,
    signed_by bigint REFERENCES core.staff,
    sent_on date,
    method text CHECK (method IN ('POST', 'HAND', 'SMS_NOTICE', 'EMAIL', 'ONLINE', 'PHONE_RECORD', 'PUBLIC_NOTE')),
    method_reason text,
    delivery_proof text,
    copied_from_id bigint REFERENCES letters.letter,
    CHECK (method IS DISTINCT FROM 'PUBLIC_NOTE' OR method_reason IS NOT NULL),
    CHECK ((sent_on IS NULL) = (method IS NULL))
);

CREATE TABLE letters.claim_reply (
    letter_id bigint NOT NULL REFERENCES letters.letter,
    claim_seq integer NOT NULL CHECK (claim_seq > 0),
    court_code text NOT NULL REFERENCES core.court,
    claim text NOT NULL,
    outcome text NOT NULL CHECK (outcome IN ('SUPPORTED', 'EXPLAINED', 'NOT_SUPPORTED')),
    reason text NOT NULL,
    legal_basis text NOT NULL,
    PRIMARY KEY (letter_id, claim_seq)
);

-- Replies that were sent before the letter was reopened.
CREATE TABLE letters.former_reply (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    letter_id bigint NOT NULL REFERENCES letters.letter,
    court_code text NOT NULL REFERENCES core.court,
    text text NOT NULL,
    remedies_told text NOT NULL,
    claims jsonb NOT NULL,
    author_id bigint NOT NULL REFERENCES core.staff,
    signed_by bigint REFERENCES core.staff,
    sent_on date NOT NULL,
    method text NOT NULL
);
CREATE INDEX former_reply_letter ON letters.former_reply (letter_id);

-- Why something was decided: an assignment changed, a duplicate released, a letter reopened.
CREATE TABLE letters.letter_decision (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    letter_id bigint NOT NULL REFERENCES letters.letter,
    court_code text NOT NULL REFERENCES core.court,
    action text NOT NULL,
    ground text,
    reason text NOT NULL,
    by_id bigint NOT NULL REFERENCES core.staff,
    at timestamptz NOT NULL
);
CREATE INDEX letter_decision_letter ON letters.letter_decision (letter_id);

CREATE TABLE letters.report_back (
    letter_id bigint PRIMARY KEY REFERENCES letters.letter,
    court_code text NOT NULL REFERENCES core.court,
    to_org text NOT NULL,
    due_on date NOT NULL,
    sent_on date,
    doc_ref text,
    CHECK ((sent_on IS NULL) = (doc_ref IS NULL))
);

CREATE TABLE letters.online_report (
    letter_id bigint PRIMARY KEY REFERENCES letters.letter,
    court_code text NOT NULL REFERENCES core.court,
    platform text NOT NULL,
    submitted_at timestamptz NOT NULL,
    external_ref text NOT NULL,
    result text NOT NULL CHECK (result IN ('PENDING', 'ACCEPTED', 'RETURNED')),
    return_reason text,
    CHECK (result <> 'RETURNED' OR return_reason IS NOT NULL)
);

CREATE TABLE letters.feedback (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    letter_id bigint NOT NULL REFERENCES letters.letter,
    court_code text NOT NULL REFERENCES core.court,
    sender_id bigint NOT NULL REFERENCES letters.letter_sender,
    rating text NOT NULL CHECK (rating IN ('SATISFIED', 'BASICALLY_SATISFIED', 'DISSATISFIED')),
    liked boolean NOT NULL,
    comment text,
    received_on date NOT NULL,
    via text NOT NULL CHECK (via IN ('QUERY_CODE', 'PHONE', 'LETTER')),
    reply_sent_on date NOT NULL,
    UNIQUE (letter_id, sender_id, reply_sent_on)
);

CREATE TABLE letters.volume (
    letter_id bigint PRIMARY KEY REFERENCES letters.letter,
    court_code text NOT NULL REFERENCES core.court,
    page_count integer NOT NULL CHECK (page_count > 0),
    bound_on date NOT NULL,
    bound_by bigint NOT NULL REFERENCES core.staff,
    unfinished_measures text,
    retention_class text NOT NULL CHECK (retention_class IN ('PERMANENT', 'LONG_60Y', 'SHORT_30Y'))
);

CREATE TABLE letters.volume_entry (
    letter_id bigint NOT NULL REFERENCES letters.volume,
    page_from integer NOT NULL CHECK (page_from > 0),
    page_to integer NOT NULL,
    court_code text NOT NULL REFERENCES core.court,
    document text NOT NULL,
    title text NOT NULL,
    PRIMARY KEY (letter_id, page_from),
    CHECK (page_to >= page_from)
);

CREATE TABLE letters.letter_transfer (
    letter_id bigint PRIMARY KEY REFERENCES letters.letter,
    court_code text NOT NULL REFERENCES core.court,
    target text NOT NULL CHECK (target IN ('DISCIPLINE', 'LOWER_COURT', 'OTHER_BODY')),
    to_org text NOT NULL,
    transferred_on date NOT NULL,
    told_petitioner_on date
);

CREATE TABLE letters.routing_objection (
    letter_id bigint PRIMARY KEY REFERENCES letters.letter,
    court_code text NOT NULL REFERENCES core.court,
    reason text NOT NULL,
    objected_on date NOT NULL,
    sender_agreed boolean,
    decided_on date
);

CREATE TABLE letters.letter_template (
    key text PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('ACCEPTANCE_NOTICE', 'REPLY', 'EXTENSION_NOTICE', 'TRANSFER_NOTICE')),
    title text NOT NULL,
    text text NOT NULL,
    version integer NOT NULL DEFAULT 1
);
CREATE INDEX letter_template_kind ON letters.letter_template (kind);
