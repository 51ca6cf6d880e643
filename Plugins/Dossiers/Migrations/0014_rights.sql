-- 个人信息权利请求 (个人信息保护法 第四十四条至第五十条): what a person asks of what is kept of them, and what became of it.
CREATE TABLE dossiers.rights_request (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    court_code text NOT NULL REFERENCES core.court,
    request_no text NOT NULL UNIQUE,
    petitioner_id bigint NOT NULL REFERENCES dossiers.petitioner,
    kind text NOT NULL CHECK (kind IN ('ACCESS', 'COPY', 'CORRECT', 'SUPPLEMENT', 'DELETE', 'EXPLAIN', 'RESTRICT')),
    via text NOT NULL CHECK (via IN ('VISIT', 'LETTER', 'PHONE', 'ONLINE')),
    filed_on date NOT NULL,
    details text NOT NULL,
    identity_check text NOT NULL CHECK (identity_check IN ('DOCUMENT_SEEN', 'AUTHORITY_SEEN')),
    -- Of a person who has died, by a near relative (第四十九条).
    relation text CHECK (relation IN ('SPOUSE', 'PARENT', 'CHILD', 'OTHER_NEAR_RELATIVE')),
    relative_name_masked text,
    relative_name_cipher bytea,
    due_on date NOT NULL,
    assignee_id bigint NOT NULL REFERENCES core.staff,
    state text NOT NULL DEFAULT 'RECEIVED' CHECK (state IN ('RECEIVED', 'DECIDED', 'EXECUTED', 'WITHDRAWN')),
    compiled_on date,
    decision text CHECK (decision IN ('GRANTED', 'PARTLY', 'REFUSED')),
    reasons text,
    legal_basis text,
    decided_on date,
    decided_by_id bigint REFERENCES core.staff,
    executed_on date,
    executed_by_id bigint REFERENCES core.staff,
    execution_note text,
    withdrawn_on date,
    reminded_on date,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CHECK ((relation IS NULL) = (relative_name_cipher IS NULL)),
    CHECK (state NOT IN ('DECIDED', 'EXECUTED') OR num_nulls(decision, reasons, decided_on, decided_by_id) = 0)
);
CREATE INDEX rights_request_petitioner ON dossiers.rights_request (petitioner_id);
CREATE INDEX rights_request_court ON dossiers.rights_request (court_code, due_on);
CREATE INDEX rights_request_due ON dossiers.rights_request (due_on);
CREATE INDEX rights_request_state ON dossiers.rights_request (state);
CREATE INDEX rights_request_kind ON dossiers.rights_request (kind);
GRANT SELECT (id, court_code, request_no, petitioner_id, kind, via, filed_on, details, identity_check, relation,
    relative_name_masked, due_on, assignee_id, state, compiled_on, decision, reasons, legal_basis, decided_on, decided_by_id,
    executed_on, executed_by_id, execution_note, withdrawn_on, reminded_on, version, created_at, updated_at)
    ON dossiers.rights_request TO docket_reader;

-- What is on record of the person, as it was answered: names of fields, matters, who was told what, who looked.
CREATE TABLE dossiers.rights_record (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    rights_request_id bigint NOT NULL REFERENCES dossiers.rights_request,
    court_code text NOT NULL REFERENCES core.court,
    kind text NOT NULL CHECK (kind IN ('HELD', 'MATTER', 'DISCLOSURE', 'ACCESS')),
    occurred_on date NOT NULL,
    object_type text NOT NULL,
    object_no text,
    fields text[] NOT NULL,
    purpose text,
    recipient_id bigint REFERENCES core.organization
);
CREATE INDEX rights_record_request ON dossiers.rights_record (rights_request_id);
GRANT SELECT ON dossiers.rights_record TO docket_reader;

ALTER TABLE dossiers.petitioner_revision ADD COLUMN rights_request_id bigint REFERENCES dossiers.rights_request;
CREATE INDEX petitioner_revision_request ON dossiers.petitioner_revision (rights_request_id);
GRANT SELECT (rights_request_id) ON dossiers.petitioner_revision TO docket_reader;

-- Gathers them for a request, anew each time: of the person's entries in this court, merged ones included, without what is sealed.
CREATE FUNCTION dossiers.compile_rights(request_key bigint) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    request dossiers.rights_request;
    person bigint;
    entries bigint[];
BEGIN
    SELECT * INTO STRICT request FROM dossiers.rights_request WHERE id = request_key;
    SELECT coalesce(merged_into_id, id) INTO STRICT person FROM dossiers.petitioner WHERE id = request.petitioner_id;
    entries := ARRAY(SELECT id FROM dossiers.petitioner WHERE NOT sealed AND (id = person OR merged_into_id = person));
    DELETE FROM dossiers.rights_record WHERE rights_request_id = request_key;
    INSERT INTO dossiers.rights_record (rights_request_id, court_code, kind, occurred_on, object_type, object_no, fields, purpose,
        recipient_id)
    SELECT request.id, request.court_code, found.* FROM (
        SELECT 'HELD', (p.created_at AT TIME ZONE 'Asia/Shanghai')::date, 'Petitioner', NULL::text, array_remove(ARRAY[
            CASE WHEN p.name_cipher IS NOT NULL THEN 'name' END, CASE WHEN p.id_number_cipher IS NOT NULL THEN 'idNumber' END,
            CASE WHEN p.household_region IS NOT NULL THEN 'householdRegion' END,
            CASE WHEN p.residence_region IS NOT NULL THEN 'residenceRegion' END,
            CASE WHEN p.household_address_cipher IS NOT NULL THEN 'householdAddress' END,
            CASE WHEN p.residence_address_cipher IS NOT NULL THEN 'residenceAddress' END,
            CASE WHEN p.service_needs <> '{}' THEN 'serviceNeeds' END,
            CASE WHEN EXISTS (SELECT FROM dossiers.contact_point c WHERE c.petitioner_id = p.id) THEN 'contacts' END,
            CASE WHEN EXISTS (SELECT FROM dossiers.representative x WHERE x.petitioner_id = p.id) THEN 'representatives' END,
            CASE WHEN EXISTS (SELECT FROM dossiers.petitioner_alias a WHERE a.petitioner_id = p.id) THEN 'aliases' END,
            CASE WHEN EXISTS (
                SELECT FROM core.material m WHERE m.object_type = 'Petitioner' AND m.object_id = p.id AND m.state = 'STORED'
            ) THEN 'materials' END
        ], NULL), NULL::text, NULL::bigint
        FROM dossiers.petitioner p WHERE p.id = ANY (entries)
        UNION ALL
        SELECT DISTINCT 'MATTER', r.received_on, 'Registration', r.reg_no, '{}'::text[], NULL, NULL::bigint
        FROM dossiers.registration_petitioner rp JOIN dossiers.registration r ON r.id = rp.registration_id
        WHERE rp.petitioner_id = ANY (entries) AND NOT r.sealed
        UNION ALL
        SELECT DISTINCT 'MATTER', coalesce(d.opened_on, (d.created_at AT TIME ZONE 'Asia/Shanghai')::date), 'Dossier', d.dossier_no,
            '{}'::text[], NULL, NULL::bigint
        FROM dossiers.dossier_petitioner dp JOIN dossiers.dossier d ON d.id = dp.dossier_id
        WHERE dp.petitioner_id = ANY (entries) AND NOT d.sealed
        UNION ALL
        SELECT 'DISCLOSURE', (x.at AT TIME ZONE 'Asia/Shanghai')::date, x.object_type, NULL, x.fields, x.purpose, x.recipient_id
        FROM core.disclosure x
        WHERE x.court_code = request.court_code AND (
            x.object_type = 'Petitioner' AND x.object_id = ANY (entries)
            OR x.object_type = 'Registration' AND x.object_id IN (
                SELECT rp.registration_id FROM dossiers.registration_petitioner rp WHERE rp.petitioner_id = ANY (entries)
            )
            OR x.object_type = 'Dossier' AND x.object_id IN (
                SELECT dp.dossier_id FROM dossiers.dossier_petitioner dp WHERE dp.petitioner_id = ANY (entries)
            )
        )
        UNION ALL
        SELECT 'ACCESS', (l.at AT TIME ZONE 'Asia/Shanghai')::date, l.object_type, NULL, l.fields, l.purpose, NULL::bigint
        FROM core.access_log l
        WHERE l.object_type IN ('Petitioner', 'PetitionerExport') AND l.object_id = ANY (entries)
            AND l.court_code = request.court_code
    ) AS found (kind, occurred_on, object_type, object_no, fields, purpose, recipient_id)
    ORDER BY array_position(ARRAY['HELD', 'MATTER', 'DISCLOSURE', 'ACCESS'], found.kind), found.occurred_on, found.object_no,
        found.fields;
END
$$;

-- 限制处理: kept for the matters, and for nothing else.
ALTER TABLE dossiers.petitioner ADD COLUMN restricted_on date;
GRANT SELECT (restricted_on) ON dossiers.petitioner TO docket_reader;

INSERT INTO core.deadline_rule (key, amount, unit, legal_basis, effective_from) VALUES
    ('rights.response', 15, 'CALENDAR_DAY', '《个人信息保护法》第五十条（期限待法院确认）', '2017-01-01');
SELECT core.show_records('RightsRequest', 'dossiers.rights_request');
