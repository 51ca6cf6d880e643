-- Risk notices (书面风险提示): to a division about a case of a dossier, never about a person.

-- The one form by which a case is found, whatever its number is written with: without the count of its documents (之一).
CREATE OR REPLACE FUNCTION dossiers.case_key(number text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN regexp_replace(core.folded_number(number), '号之[一二三四五六七八九十]+$', '号');
CREATE INDEX case_link_key ON dossiers.case_link (dossiers.case_key(case_no));

CREATE TABLE dossiers.risk_notice (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    court_code text NOT NULL REFERENCES core.court,
    notice_no text NOT NULL UNIQUE,
    dossier_id bigint NOT NULL REFERENCES dossiers.dossier,
    -- The case as the dossier had it, and its place there.
    case_no text NOT NULL,
    case_key text NOT NULL GENERATED ALWAYS AS (dossiers.case_key(case_no)) STORED,
    case_seq integer NOT NULL,
    -- Seal and handler are the dossier's.
    sealed boolean NOT NULL DEFAULT false,
    handler_id bigint NOT NULL REFERENCES core.staff,
    target_department_id bigint NOT NULL REFERENCES core.department,
    -- Whom it is shown to: nobody outside its court before it is issued.
    shown_court_code text REFERENCES core.court,
    shown_department_id bigint REFERENCES core.department,
    reasons text[] NOT NULL CHECK (cardinality(reasons) > 0 AND reasons <@ ARRAY[
        'PENDING_RELATED_CASE', 'UNANSWERED_CLAIM', 'OVERDUE_STEP', 'PRIOR_DEFECT_FOUND', 'REPEATED_CONTACT_SAME_MATTER'
    ]),
    text text NOT NULL,
    drafted_by bigint NOT NULL REFERENCES core.staff,
    approved_by bigint REFERENCES core.staff,
    issued_at timestamptz,
    ack_due_on date,
    acknowledged_by bigint REFERENCES core.staff,
    acknowledged_at timestamptz,
    acknowledged_on date,
    measures text,
    withdrawn_reason text,
    expires_on date,
    state text NOT NULL DEFAULT 'DRAFT' CHECK (state IN (
        'DRAFT', 'ISSUED', 'ACKNOWLEDGED', 'RESPONDED', 'CLOSED', 'WITHDRAWN', 'EXPIRED'
    )),
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    FOREIGN KEY (dossier_id, case_seq) REFERENCES dossiers.case_link (dossier_id, seq),
    CHECK (approved_by <> drafted_by),
    CHECK (state IN ('DRAFT', 'WITHDRAWN') OR (issued_at, ack_due_on, expires_on, shown_department_id) IS NOT NULL),
    CHECK (expires_on >= ack_due_on)
);
CREATE INDEX risk_notice_dossier ON dossiers.risk_notice (dossier_id, id);
CREATE INDEX risk_notice_department ON dossiers.risk_notice (shown_department_id, notice_no);
CREATE INDEX risk_notice_department_state ON dossiers.risk_notice (shown_department_id, state);
CREATE INDEX risk_notice_case ON dossiers.risk_notice (case_key) WHERE state IN ('ISSUED', 'ACKNOWLEDGED', 'RESPONDED');
GRANT SELECT ON dossiers.risk_notice TO docket_reader;
SELECT core.show_records('RiskNotice', 'dossiers.risk_notice');

-- A notice is sealed with its dossier, and goes with it to another handler.
CREATE FUNCTION dossiers.keep_risk_notices() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE dossiers.risk_notice SET sealed = NEW.sealed, handler_id = NEW.handler_id WHERE dossier_id = NEW.id;
    RETURN NULL;
END
$$;
CREATE TRIGGER dossier_risk_notices AFTER UPDATE ON dossiers.dossier
    FOR EACH ROW WHEN ((OLD.handler_id, OLD.sealed) IS DISTINCT FROM (NEW.handler_id, NEW.sealed))
    EXECUTE FUNCTION dossiers.keep_risk_notices();

-- The newest notice in force about a case, of courts that the caller reads: whoever asks for a system sees no notice itself.
CREATE FUNCTION dossiers.active_risk_notice(case_number text) RETURNS text
LANGUAGE sql STABLE STRICT SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT n.notice_no
    FROM dossiers.risk_notice n
    WHERE n.case_key = dossiers.case_key(case_number) AND n.state IN ('ISSUED', 'ACKNOWLEDGED', 'RESPONDED')
        AND n.expires_on > core.today() AND NOT n.sealed
        AND (n.court_code = ANY ((SELECT core.readable_courts())::text[])
            OR n.shown_court_code = ANY ((SELECT core.readable_courts())::text[]))
    ORDER BY n.issued_at DESC, n.id DESC
    LIMIT 1
$$;
REVOKE EXECUTE ON FUNCTION dossiers.active_risk_notice FROM PUBLIC;
GRANT EXECUTE ON FUNCTION dossiers.active_risk_notice TO docket_reader;

INSERT INTO core.deadline_rule (key, amount, unit, legal_basis, effective_from) VALUES
    ('riskNotices.ack', 3, 'WORKING_DAY', '风险提示签收期限（待法院确认）', '2017-01-01'),
    ('riskNotices.validity', 180, 'CALENDAR_DAY', '风险提示最长有效期（待法院确认）', '2017-01-01');
