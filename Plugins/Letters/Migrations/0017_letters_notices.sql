-- Notices to petitioners: a court's own templates in editions, and which edition each notice was made of. The text itself is
-- not kept: it can be made again from the edition.
CREATE TABLE letters.notice_template (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    court_code text NOT NULL REFERENCES core.court,
    kind text NOT NULL CHECK (kind IN ('ACCEPTANCE_NOTICE', 'REPLY', 'EXTENSION_NOTICE', 'TRANSFER_NOTICE')),
    edition integer NOT NULL CHECK (edition > 0),
    title text NOT NULL,
    body text NOT NULL,
    state text NOT NULL DEFAULT 'DRAFT' CHECK (state IN ('DRAFT', 'IN_FORCE', 'RETIRED')),
    drafted_by bigint NOT NULL REFERENCES core.staff,
    published_by bigint REFERENCES core.staff,
    published_on date,
    retired_on date,
    version integer NOT NULL DEFAULT 1,
    updated_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (court_code, kind, edition)
);
CREATE UNIQUE INDEX notice_template_in_force ON letters.notice_template (court_code, kind) WHERE state = 'IN_FORCE';
CREATE INDEX notice_template_kind ON letters.notice_template (kind);
CREATE INDEX notice_template_state ON letters.notice_template (state);

CREATE TABLE letters.notice (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    letter_id bigint NOT NULL REFERENCES letters.letter,
    court_code text NOT NULL REFERENCES core.court,
    kind text NOT NULL CHECK (kind IN ('ACCEPTANCE_NOTICE', 'REPLY', 'EXTENSION_NOTICE', 'TRANSFER_NOTICE')),
    -- Null for a letter without a sender.
    sender_id bigint REFERENCES letters.letter_sender,
    -- Null for the common template, whose version is the edition.
    template_id bigint REFERENCES letters.notice_template,
    edition integer NOT NULL,
    shows_names boolean NOT NULL,
    rendered_by bigint NOT NULL REFERENCES core.staff,
    rendered_at timestamptz NOT NULL
);
CREATE INDEX notice_letter ON letters.notice (letter_id);
CREATE INDEX notice_sender ON letters.notice (sender_id);
CREATE INDEX notice_of_template ON letters.notice (template_id);
GRANT SELECT ON letters.notice_template, letters.notice TO docket_reader;

-- The common texts, as templates of Mustache: every value is escaped.
UPDATE letters.letter_template SET version = version + 1, text = v.text
FROM (VALUES
    ('acceptance', E'<p>{{petitionerName}}：</p>\n<p>您于{{receivedOn}}的来信（{{letterNo}}）已登记，我院将于{{dueOn}}前答复。</p>\n'),
    ('reply', E'<p>{{petitionerName}}：</p>\n<p>您的来信（{{letterNo}}）收悉。经审查，现就您反映的事项逐项答复如下：</p>\n<p>{{replyText}}</p>\n'
        || E'<ol>\n{{#claims}}\n<li>{{claim}}：{{outcome}}。{{reason}}（依据：{{legalBasis}}）</li>\n{{/claims}}\n</ol>\n<p>{{remediesTold}}</p>\n'),
    ('extension', E'<p>{{petitionerName}}：</p>\n<p>您的来信（{{letterNo}}）因{{extensionReason}}延期{{extensionDays}}日办理，至{{dueOn}}。</p>\n'),
    ('transfer', E'<p>{{petitionerName}}：</p>\n<p>您的来信（{{letterNo}}）已于{{transferredOn}}转送{{transferredTo}}处理。</p>\n')
) AS v (key, text)
WHERE v.key = letter_template.key;
SELECT core.show_records('NoticeTemplate', 'letters.notice_template');
