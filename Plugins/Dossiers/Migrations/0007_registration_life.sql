-- The life of a contact that came otherwise than by letter, and what is kept of every step of it.
ALTER TABLE dossiers.registration
    -- Registered with a letter, whose state it follows.
    ADD COLUMN of_letter boolean NOT NULL DEFAULT false,
    -- The business date of its entry.
    ADD COLUMN entered_on date,
    -- Taken over from records of before the system.
    ADD COLUMN is_legacy boolean NOT NULL DEFAULT false,
    ADD COLUMN venue text NOT NULL DEFAULT 'OWN_COURT' CHECK (venue IN (
        'OWN_COURT', 'SUPERIOR_COURT', 'PROVINCE', 'BEIJING', 'SPC_CIRCUIT', 'OTHER'
    )),
    ADD COLUMN reception_point text,
    ADD COLUMN matter_class text CHECK (matter_class IN ('SUGGESTION', 'ACCUSATION', 'APPEAL_CLAIM')),
    ADD COLUMN category text CHECK (category IN (
        'TRIAL_CIVIL', 'TRIAL_CRIMINAL', 'TRIAL_ADMIN', 'ENFORCEMENT', 'FILING', 'STATE_COMPENSATION', 'STAFF_CONDUCT', 'OTHER'
    )),
    ADD COLUMN separation text NOT NULL DEFAULT 'UNDECIDED' CHECK (separation IN ('SUIT', 'VISIT', 'UNDECIDED')),
    ADD COLUMN separation_target text CHECK (separation_target IN (
        'CIVIL_RETRIAL', 'ADMIN_RETRIAL', 'CRIMINAL_PETITION', 'PROCURATORATE', 'PRESIDENT_DISCOVERY', 'ENFORCEMENT_OBJECTION',
        'ENFORCEMENT_RECONSIDERATION', 'ENFORCEMENT_SUPERVISION', 'APPLY_ENFORCEMENT', 'STATE_COMPENSATION', 'APPEAL', 'FILING',
        'OTHER'
    )),
    ADD COLUMN separation_by bigint REFERENCES core.staff,
    ADD COLUMN separated_on date,
    ADD COLUMN notify_due_on date,
    ADD COLUMN notified_on date CHECK (notified_on >= received_on),
    ADD COLUMN notify_method text CHECK (notify_method IN ('HAND', 'POST', 'PHONE', 'SMS', 'ONLINE', 'WITH_FORWARDING')),
    ADD COLUMN notify_text text,
    ADD COLUMN notify_exempt text CHECK (notify_exempt IN (
        'NAME_ADDRESS_UNCLEAR', 'LITIGATION_SPECIAL_RULE', 'DISCIPLINE_SPECIAL_RULE'
    )),
    ADD COLUMN merged_into_id bigint REFERENCES dossiers.registration CHECK (merged_into_id <> id),
    ADD COLUMN handled_on date,
    ADD COLUMN handling_result text,
    ADD COLUMN closed_on date,
    -- Required fields that apply to it and are not filled: kept by triggers.
    ADD COLUMN missing_fields text[] NOT NULL DEFAULT '{}',
    ADD COLUMN is_incomplete boolean NOT NULL GENERATED ALWAYS AS (missing_fields <> '{}') STORED,
    ADD CHECK ((separation = 'SUIT') = (separation_target IS NOT NULL)),
    ADD CHECK (notified_on IS NULL OR notify_exempt IS NULL),
    ADD CHECK (NOT of_letter OR merged_into_id IS NULL);
UPDATE dossiers.registration SET of_letter = channel IN ('LETTER', 'TRANSFERRED'),
    entered_on = (entered_at AT TIME ZONE 'Asia/Shanghai')::date;
ALTER TABLE dossiers.registration ALTER COLUMN entered_on SET NOT NULL, ALTER COLUMN entered_on SET DEFAULT core.today();

CREATE INDEX registration_court ON dossiers.registration (court_code, received_on);
CREATE INDEX registration_received ON dossiers.registration (received_on, reg_no);
CREATE INDEX registration_state ON dossiers.registration (state);
CREATE INDEX registration_channel ON dossiers.registration (channel);
CREATE INDEX registration_first ON dossiers.registration (is_first);
CREATE INDEX registration_letter ON dossiers.registration (of_letter);
CREATE INDEX registration_legacy ON dossiers.registration (is_legacy);
CREATE INDEX registration_incomplete ON dossiers.registration (is_incomplete, received_on);
CREATE INDEX registration_notify_due ON dossiers.registration (notify_due_on);
CREATE INDEX registration_updated ON dossiers.registration (updated_at);
CREATE INDEX registration_assignee ON dossiers.registration (assignee_id, notify_due_on);
CREATE INDEX registration_entered_by ON dossiers.registration (entered_by, received_on, reg_no);
CREATE INDEX registration_merged_into ON dossiers.registration (merged_into_id);

-- Only the code's keyed hash, and only a function below reads it.
CREATE TABLE dossiers.registration_query_code (
    registration_id bigint PRIMARY KEY REFERENCES dossiers.registration ON DELETE CASCADE,
    code_hash bytea NOT NULL
);
ALTER TABLE dossiers.registration_query_code ENABLE ROW LEVEL SECURITY;

CREATE TABLE dossiers.registration_representative (
    registration_id bigint NOT NULL REFERENCES dossiers.registration,
    seq integer NOT NULL CHECK (seq BETWEEN 1 AND 5),
    court_code text NOT NULL REFERENCES core.court,
    kind text NOT NULL CHECK (kind IN ('JOINT_REPRESENTATIVE', 'AGENT', 'LAWYER', 'GUARDIAN')),
    name_masked text NOT NULL,
    name_cipher bytea NOT NULL,
    name_hash bytea NOT NULL,
    mobile_masked text,
    mobile_cipher bytea,
    mobile_hash bytea,
    PRIMARY KEY (registration_id, seq)
);

-- The one form by which a case is found, whatever its number is written with: without the count of its documents (之一).
CREATE FUNCTION dossiers.case_key(number text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN regexp_replace(core.folded_number(number), '号之[一二三四五六七八九十]+$', '号');

CREATE TABLE dossiers.registration_case (
    registration_id bigint NOT NULL REFERENCES dossiers.registration,
    seq integer NOT NULL CHECK (seq > 0),
    court_code text NOT NULL REFERENCES core.court,
    case_no text NOT NULL,
    case_key text NOT NULL GENERATED ALWAYS AS (dossiers.case_key(case_no)) STORED,
    format text NOT NULL CHECK (format IN ('STANDARD', 'LEGACY')),
    PRIMARY KEY (registration_id, seq)
);
CREATE INDEX registration_case_key ON dossiers.registration_case (case_key);

CREATE TABLE dossiers.registration_forward (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    registration_id bigint NOT NULL REFERENCES dossiers.registration,
    court_code text NOT NULL REFERENCES core.court,
    target text NOT NULL CHECK (target IN ('ORGANIZATION', 'COURT', 'DISCIPLINE')),
    organization_id bigint REFERENCES core.organization,
    to_court_code text REFERENCES core.court,
    forwarded_on date NOT NULL,
    told_on date,
    objected_on date CHECK (objected_on >= forwarded_on),
    objection_reason text,
    reported_on date CHECK (reported_on >= forwarded_on),
    report_doc_ref text,
    CHECK ((target = 'ORGANIZATION') = (organization_id IS NOT NULL)),
    CHECK ((target = 'COURT') = (to_court_code IS NOT NULL)),
    CHECK ((target = 'DISCIPLINE') = (told_on IS NULL)),
    CHECK ((objected_on IS NULL) = (objection_reason IS NULL)),
    CHECK ((reported_on IS NULL) = (report_doc_ref IS NULL))
);
CREATE INDEX registration_forward_registration ON dossiers.registration_forward (registration_id, id);

CREATE TABLE dossiers.registration_refusal (
    registration_id bigint PRIMARY KEY REFERENCES dossiers.registration,
    court_code text NOT NULL REFERENCES core.court,
    ground text NOT NULL CHECK (ground IN (
        'NOT_COMPETENT', 'TERMINATED', 'IN_PROCEDURE', 'SAME_FACTS_AFTER_REVIEW', 'OTHER_LEGAL_GROUND'
    )),
    legal_basis text NOT NULL,
    notice_text text NOT NULL,
    decided_by bigint NOT NULL REFERENCES core.staff,
    decided_on date NOT NULL
);

CREATE TABLE dossiers.registration_decision (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    registration_id bigint NOT NULL REFERENCES dossiers.registration,
    court_code text NOT NULL REFERENCES core.court,
    action text NOT NULL,
    reason text NOT NULL,
    by_id bigint NOT NULL REFERENCES core.staff,
    at timestamptz NOT NULL
);
CREATE INDEX registration_decision_registration ON dossiers.registration_decision (registration_id, id);

GRANT SELECT ON dossiers.registration_case, dossiers.registration_forward, dossiers.registration_refusal,
    dossiers.registration_decision TO docket_reader;
GRANT SELECT (registration_id, seq, court_code, kind, name_masked, mobile_masked)
    ON dossiers.registration_representative TO docket_reader;

-- Notice to the petitioner (《信访工作条例》 §23), and how it stands.
INSERT INTO core.deadline_rule (key, amount, unit, legal_basis, effective_from) VALUES
    ('registrations.notify', 15, 'CALENDAR_DAY', '《信访工作条例》第二十三条', '2017-01-01'),
    ('registrations.objection', 5, 'WORKING_DAY', '《信访工作条例》第二十三条', '2017-01-01');

CREATE FUNCTION dossiers.notice_overdue(dossiers.registration) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
    RETURN coalesce($1.notify_due_on < core.today(), false) AND $1.notified_on IS NULL AND $1.notify_exempt IS NULL
        AND $1.state NOT IN ('MERGED', 'CLOSED', 'VOIDED');
CREATE FUNCTION dossiers.notice_days_left(dossiers.registration) RETURNS integer LANGUAGE sql STABLE PARALLEL SAFE
    RETURN CASE WHEN $1.notified_on IS NULL AND $1.notify_exempt IS NULL AND $1.state NOT IN ('MERGED', 'CLOSED', 'VOIDED')
        THEN $1.notify_due_on - core.today() END;

-- What an entry should say (必填项目) and does not. What a letter says stands with the letter. It is kept with the row: to find it
-- for each row that is asked for takes seconds.
CREATE FUNCTION dossiers.find_missing_fields(dossiers.registration) RETURNS text[] LANGUAGE sql STABLE
    RETURN array_remove(ARRAY[
        CASE WHEN NOT $1.of_letter AND $1.matter_class IS NULL THEN 'MATTER_CLASS' END,
        CASE WHEN NOT $1.of_letter AND $1.category IS NULL THEN 'CATEGORY' END,
        CASE WHEN $1.channel IN ('VISIT', 'LEADER_RECEPTION') AND $1.reception_point IS NULL THEN 'RECEPTION_POINT' END,
        CASE WHEN EXISTS (SELECT FROM dossiers.registration_petitioner rp WHERE rp.registration_id = $1.id)
            AND NOT EXISTS (
                SELECT FROM dossiers.registration_petitioner rp JOIN dossiers.petitioner p ON p.id = rp.petitioner_id
                WHERE rp.registration_id = $1.id AND coalesce(p.residence_region, p.household_region) IS NOT NULL
            ) THEN 'PETITIONER_REGION' END,
        CASE WHEN EXISTS (SELECT FROM dossiers.registration_petitioner rp WHERE rp.registration_id = $1.id)
            AND NOT EXISTS (
                SELECT FROM dossiers.registration_petitioner rp JOIN dossiers.petitioner p ON p.id = rp.petitioner_id
                WHERE rp.registration_id = $1.id AND (
                    p.id_number_masked IS NOT NULL
                    OR EXISTS (SELECT FROM dossiers.contact_point c WHERE c.petitioner_id = p.id AND c.valid_to IS NULL)
                )
            ) THEN 'PETITIONER_CONTACT' END,
        CASE WHEN NOT $1.of_letter AND $1.group_size > 5
            AND NOT EXISTS (SELECT FROM dossiers.registration_representative e WHERE e.registration_id = $1.id)
            THEN 'REPRESENTATIVES' END
    ], NULL);
CREATE FUNCTION dossiers.keep_entry_fields() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.missing_fields := dossiers.find_missing_fields(NEW);
    RETURN NEW;
END
$$;
CREATE TRIGGER registration_entry_fields
    BEFORE INSERT OR UPDATE OF matter_class, category, reception_point, channel, group_size, of_letter ON dossiers.registration
    FOR EACH ROW EXECUTE FUNCTION dossiers.keep_entry_fields();

-- Finds the fields of registrations anew, when something that hangs on them has changed.
CREATE FUNCTION dossiers.refresh_entry_fields(keys bigint[]) RETURNS void LANGUAGE sql AS $$
    UPDATE dossiers.registration r
    SET missing_fields = dossiers.find_missing_fields(r)
    WHERE r.id = ANY (keys) AND r.missing_fields <> dossiers.find_missing_fields(r)
$$;
CREATE FUNCTION dossiers.refresh_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM dossiers.refresh_entry_fields(ARRAY[CASE WHEN TG_OP = 'DELETE' THEN OLD.registration_id ELSE NEW.registration_id END]);
    RETURN NULL;
END
$$;
CREATE TRIGGER registration_petitioner_entry AFTER INSERT OR DELETE ON dossiers.registration_petitioner
    FOR EACH ROW EXECUTE FUNCTION dossiers.refresh_entry();
CREATE TRIGGER registration_representative_entry AFTER INSERT OR DELETE ON dossiers.registration_representative
    FOR EACH ROW EXECUTE FUNCTION dossiers.refresh_entry();
CREATE FUNCTION dossiers.refresh_entries_of_petitioner() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM dossiers.refresh_entry_fields(ARRAY(
        SELECT rp.registration_id FROM dossiers.registration_petitioner rp
        WHERE rp.petitioner_id = CASE TG_TABLE_NAME WHEN 'petitioner' THEN (to_jsonb(NEW) ->> 'id')::bigint
            ELSE (to_jsonb(NEW) ->> 'petitioner_id')::bigint END
    ));
    RETURN NULL;
END
$$;
CREATE TRIGGER petitioner_entries AFTER UPDATE ON dossiers.petitioner FOR EACH ROW
    WHEN ((OLD.residence_region, OLD.household_region, OLD.id_number_masked)
        IS DISTINCT FROM (NEW.residence_region, NEW.household_region, NEW.id_number_masked))
    EXECUTE FUNCTION dossiers.refresh_entries_of_petitioner();
CREATE TRIGGER contact_point_entries AFTER INSERT OR UPDATE OF valid_to ON dossiers.contact_point
    FOR EACH ROW EXECUTE FUNCTION dossiers.refresh_entries_of_petitioner();
SELECT dossiers.refresh_entry_fields(ARRAY(SELECT id FROM dossiers.registration));

-- What was said, in the form that is searched, as with letters (letters.letter_text).
CREATE TABLE dossiers.registration_text (
    registration_id bigint PRIMARY KEY REFERENCES dossiers.registration ON DELETE CASCADE,
    search_text text NOT NULL
);
ALTER TABLE dossiers.registration_text ENABLE ROW LEVEL SECURITY;
CREATE INDEX registration_text_search ON dossiers.registration_text USING gin (core.search_pairs(search_text));
ALTER INDEX dossiers.registration_text_search ALTER COLUMN 1 SET STATISTICS 0;
CREATE FUNCTION dossiers.keep_registration_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO dossiers.registration_text VALUES (NEW.id, core.search_text(NEW.summary))
        ON CONFLICT (registration_id) DO UPDATE SET search_text = excluded.search_text;
    RETURN NULL;
END
$$;
CREATE TRIGGER registration_text AFTER INSERT OR UPDATE OF summary ON dossiers.registration
    FOR EACH ROW EXECUTE FUNCTION dossiers.keep_registration_text();
INSERT INTO dossiers.registration_text SELECT id, core.search_text(summary) FROM dossiers.registration;

-- Runs as its owner, and so says again who sees a registration: row security keeps such a condition from an index.
CREATE FUNCTION dossiers.registrations_mentioning(words text) RETURNS SETOF bigint
    LANGUAGE sql STABLE STRICT PARALLEL SAFE SECURITY DEFINER ROWS 200
    SET search_path = pg_catalog, pg_temp SET work_mem = '64MB'
BEGIN ATOMIC
    SELECT r.id
    FROM dossiers.registration_text s JOIN dossiers.registration r ON r.id = s.registration_id
    WHERE core.search_pairs(s.search_text) @@ (SELECT core.search_query(words))
        AND s.search_text LIKE ALL ((SELECT core.search_patterns(words))::text[])
        AND r.court_code = ANY ((SELECT core.readable_courts())::text[])
        AND (NOT r.sealed OR (SELECT core.may_read_sealed()))
        AND ((SELECT core.staff_id()) = ANY (r.assignees) OR NOT (SELECT core.sees_only_assigned()))
        AND NOT coalesce(r.accused_staff_ids && (SELECT core.recused_from())::bigint[], false);
END;
REVOKE EXECUTE ON FUNCTION dossiers.registrations_mentioning, dossiers.keep_registration_text FROM PUBLIC;
GRANT EXECUTE ON FUNCTION dossiers.registrations_mentioning TO docket_reader;

-- What whoever registered a contact keeps of it: number and state, whatever its seal.
DO $$
BEGIN
    EXECUTE format($f$
        CREATE VIEW dossiers.registration_receipt WITH (security_barrier = true) AS
            SELECT r.id, r.court_code, r.reg_no, r.received_on, r.entry_due_on, r.state, r.entered_by
            FROM dossiers.registration r
            WHERE r.entered_by = (SELECT core.staff_id()) AND NOT r.of_letter AND %s
    $f$, core.visible_rows('r.court_code', recused => 'r.accused_staff_ids'));
END
$$;
GRANT SELECT ON dossiers.registration_receipt TO docket_reader;

-- Whoever sees a registration sees what is on record of it.
SELECT core.show_records('Registration', 'dossiers.registration');

-- 查询码: state and days only, of one registration, to whoever has its number and its code. A sealed one is said to be received,
-- then handled; a registration without a code answers nothing, like a wrong one.
CREATE FUNCTION dossiers.contact_status(number text, code bytea)
    RETURNS TABLE (reg_no text, stage text, received_on date, notify_due_on date, notified_on date, closed_on date)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, pg_temp AS $$
    SELECT r.reg_no,
        CASE
            WHEN r.state = 'HANDLED' OR r.sealed AND r.state IN ('CLOSED', 'MERGED', 'NOT_ACCEPTED', 'VOIDED') THEN 'HANDLED'
            WHEN r.state IN ('CLOSED', 'MERGED', 'NOT_ACCEPTED', 'VOIDED') THEN 'CLOSED'
            WHEN r.sealed OR r.state = 'RECEIVED' THEN 'RECEIVED'
            ELSE 'IN_PROGRESS'
        END,
        r.received_on, CASE WHEN NOT r.sealed THEN r.notify_due_on END, CASE WHEN NOT r.sealed THEN r.notified_on END,
        CASE WHEN NOT r.sealed THEN r.closed_on END
    FROM dossiers.registration r JOIN dossiers.registration_query_code q ON q.registration_id = r.id
    WHERE r.reg_no = core.folded_number(number) AND r.court_code = ANY (core.readable_courts())
        AND sha256(q.code_hash) = sha256(code)
$$;
REVOKE EXECUTE ON FUNCTION dossiers.contact_status FROM PUBLIC;
GRANT EXECUTE ON FUNCTION dossiers.contact_status TO docket_reader;
