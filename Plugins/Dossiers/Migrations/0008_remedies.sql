-- Which remedies are left (救济途径评估), and what was explained (释法明理): of a registration or of a dossier.
--
-- The limits are rows: unconfirmed until the court has read them in the law in force.
CREATE TABLE dossiers.remedy_rule (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    remedy text NOT NULL CHECK (remedy IN (
        'CIVIL_RETRIAL', 'ADMIN_RETRIAL', 'CRIMINAL_PETITION', 'PROCURATORATE', 'ENFORCEMENT_OBJECTION',
        'ENFORCEMENT_RECONSIDERATION', 'ENFORCEMENT_SUPERVISION', 'OUTSIDER_SUIT', 'APPLY_ENFORCEMENT', 'STATE_COMPENSATION',
        'COMPENSATION_COMMITTEE', 'COMPENSATION_PETITION'
    )),
    decision text NOT NULL CHECK (decision IN (
        'CIVIL_JUDGMENT', 'CIVIL_MEDIATION', 'CIVIL_RETRIAL_REJECTED', 'ADMIN_JUDGMENT', 'ADMIN_RETRIAL_REJECTED',
        'CRIMINAL_JUDGMENT', 'CRIMINAL_PETITION_REJECTED', 'ENFORCEMENT_ACT', 'ENFORCEMENT_OBJECTION_RULING',
        'ENFORCEMENT_RECONSIDERATION_RULING', 'OUTSIDER_OBJECTION_RULING', 'ENFORCEABLE_DOCUMENT', 'COMPENSATION_HARM',
        'COMPENSATION_ORGAN_DECISION', 'COMPENSATION_COMMITTEE_DECISION'
    )),
    -- NULL: no limit was found in the text.
    amount integer CHECK (amount > 0),
    unit text NOT NULL DEFAULT 'MONTH' CHECK (unit IN ('CALENDAR_DAY', 'MONTH')),
    begins text NOT NULL CHECK (begins IN ('EFFECTIVE', 'SERVED', 'KNOWN', 'PENALTY_SERVED')),
    -- Whether a ground that became known later begins the period anew.
    from_knowing boolean NOT NULL DEFAULT false,
    competent text NOT NULL CHECK (competent IN ('SAME_COURT', 'NEXT_HIGHER_COURT', 'PROCURATORATE', 'COMPENSATION_ORGAN')),
    -- What the law says of the competent body besides.
    note text,
    legal_basis text NOT NULL,
    confirmed boolean NOT NULL DEFAULT false,
    effective_from date NOT NULL DEFAULT '2017-01-01',
    effective_to date,
    CHECK (effective_to IS NULL OR effective_to > effective_from)
);
CREATE INDEX remedy_rule_decision ON dossiers.remedy_rule (decision, remedy);
GRANT SELECT ON dossiers.remedy_rule TO docket_reader;

INSERT INTO dossiers.remedy_rule (remedy, decision, amount, unit, begins, from_knowing, competent, note, legal_basis) VALUES
    ('CIVIL_RETRIAL', 'CIVIL_JUDGMENT', 6, 'MONTH', 'EFFECTIVE', true, 'NEXT_HIGHER_COURT',
        '当事人一方人数众多或者当事人双方为公民的，也可以向原审人民法院申请再审；解除婚姻关系的判决不得申请再审', '《民事诉讼法》第二百一十条、第二百一十三条、第二百一十六条'),
    ('CIVIL_RETRIAL', 'CIVIL_MEDIATION', 6, 'MONTH', 'EFFECTIVE', false, 'NEXT_HIGHER_COURT',
        '调解违反自愿原则或者调解协议的内容违反法律', '《民事诉讼法》第二百一十二条；《民事诉讼法解释》第三百八十二条'),
    ('PROCURATORATE', 'CIVIL_RETRIAL_REJECTED', 24, 'MONTH', 'EFFECTIVE', false, 'PROCURATORATE',
        '申请一次；驳回后不得再次向人民法院申请再审', '《民事诉讼法》第二百二十条；《人民检察院民事诉讼监督规则》第二十条'),
    ('ADMIN_RETRIAL', 'ADMIN_JUDGMENT', 6, 'MONTH', 'EFFECTIVE', true, 'NEXT_HIGHER_COURT',
        NULL, '《行政诉讼法》第九十条；《行政诉讼法解释》第一百一十条'),
    ('PROCURATORATE', 'ADMIN_RETRIAL_REJECTED', NULL, 'MONTH', 'EFFECTIVE', false, 'PROCURATORATE',
        '此后不得再次向人民法院申请再审', '《行政诉讼法解释》第一百一十七条'),
    ('CRIMINAL_PETITION', 'CRIMINAL_JUDGMENT', 24, 'MONTH', 'PENALTY_SERVED', false, 'SAME_COURT',
        '刑罚执行完毕后二年内；符合列举情形的，逾期也应当受理', '《刑事诉讼法解释》第四百五十三条；《关于规范人民法院再审立案的若干意见（试行）》第十条'),
    ('CRIMINAL_PETITION', 'CRIMINAL_PETITION_REJECTED', NULL, 'MONTH', 'SERVED', false, 'NEXT_HIGHER_COURT',
        '可以向上一级人民法院申诉', '《刑事诉讼法解释》第四百五十九条'),
    ('ENFORCEMENT_OBJECTION', 'ENFORCEMENT_ACT', NULL, 'MONTH', 'KNOWN', false, 'SAME_COURT',
        '在执行程序终结之前提出', '《民事诉讼法》第二百三十六条；《办理执行异议和复议案件若干问题的规定》第六条'),
    ('ENFORCEMENT_RECONSIDERATION', 'ENFORCEMENT_OBJECTION_RULING', 10, 'CALENDAR_DAY', 'SERVED', false, 'NEXT_HIGHER_COURT',
        NULL, '《民事诉讼法》第二百三十六条'),
    ('ENFORCEMENT_SUPERVISION', 'ENFORCEMENT_RECONSIDERATION_RULING', NULL, 'MONTH', 'SERVED', false, 'NEXT_HIGHER_COURT',
        NULL, '执行监督（待法院确认）'),
    ('OUTSIDER_SUIT', 'OUTSIDER_OBJECTION_RULING', 15, 'CALENDAR_DAY', 'SERVED', false, 'SAME_COURT',
        '认为原判决、裁定错误的，依照审判监督程序办理', '《民事诉讼法》第二百三十八条'),
    ('APPLY_ENFORCEMENT', 'ENFORCEABLE_DOCUMENT', 24, 'MONTH', 'EFFECTIVE', false, 'SAME_COURT',
        '自履行期间的最后一日起计算；由第一审人民法院或者被执行财产所在地法院执行', '《民事诉讼法》第二百三十五条、第二百五十条'),
    ('STATE_COMPENSATION', 'COMPENSATION_HARM', 24, 'MONTH', 'KNOWN', false, 'COMPENSATION_ORGAN',
        '先向赔偿义务机关提出', '《国家赔偿法》第三十九条'),
    ('COMPENSATION_COMMITTEE', 'COMPENSATION_ORGAN_DECISION', 30, 'CALENDAR_DAY', 'SERVED', false, 'NEXT_HIGHER_COURT',
        '向上一级人民法院赔偿委员会申请作出赔偿决定', '《国家赔偿法》第二十四条'),
    ('COMPENSATION_PETITION', 'COMPENSATION_COMMITTEE_DECISION', NULL, 'MONTH', 'SERVED', false, 'NEXT_HIGHER_COURT',
        '向上一级人民法院赔偿委员会申诉', '《国家赔偿法》第三十条');

-- Both are seen as what they belong to is seen: they carry its seal, its people and whom it accuses, and triggers keep that.
CREATE TABLE dossiers.remedy_assessment (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    court_code text NOT NULL REFERENCES core.court,
    registration_id bigint REFERENCES dossiers.registration,
    dossier_id bigint REFERENCES dossiers.dossier,
    sealed boolean NOT NULL DEFAULT false,
    assignees bigint[] NOT NULL DEFAULT '{}',
    accused_staff_ids bigint[] NOT NULL DEFAULT '{}',
    assessed_by bigint NOT NULL REFERENCES core.staff,
    assessed_on date NOT NULL,
    explained_on date CHECK (explained_on >= assessed_on),
    petitioner_ack text NOT NULL DEFAULT 'NOT_ASKED' CHECK (petitioner_ack IN ('ACCEPTED', 'NOT_ACCEPTED', 'NOT_ASKED')),
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    updated_at timestamptz NOT NULL DEFAULT now(),
    CHECK (num_nonnulls(registration_id, dossier_id) = 1)
);
CREATE INDEX remedy_assessment_registration ON dossiers.remedy_assessment (registration_id, id);
CREATE INDEX remedy_assessment_dossier ON dossiers.remedy_assessment (dossier_id, id);

CREATE TABLE dossiers.remedy (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    remedy_assessment_id bigint NOT NULL REFERENCES dossiers.remedy_assessment,
    court_code text NOT NULL REFERENCES core.court,
    case_no text NOT NULL,
    decision text NOT NULL,
    remedy text NOT NULL,
    begins_on date,
    deadline_on date,
    -- Whether the year's holiday notice was known; where it was not, the day may move on.
    deadline_final boolean NOT NULL,
    competent_court_code text REFERENCES core.court,
    competent_body text NOT NULL,
    note text,
    legal_basis text NOT NULL,
    confirmed boolean NOT NULL
);
CREATE INDEX remedy_of_assessment ON dossiers.remedy (remedy_assessment_id, id);
CREATE INDEX remedy_deadline ON dossiers.remedy (deadline_on);

CREATE TABLE dossiers.explanation (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    court_code text NOT NULL REFERENCES core.court,
    registration_id bigint REFERENCES dossiers.registration,
    dossier_id bigint REFERENCES dossiers.dossier,
    sealed boolean NOT NULL DEFAULT false,
    assignees bigint[] NOT NULL DEFAULT '{}',
    accused_staff_ids bigint[] NOT NULL DEFAULT '{}',
    kind text NOT NULL CHECK (kind IN ('LAW', 'JUDGMENT', 'PROCEDURE')),
    phase text NOT NULL CHECK (phase IN ('BEFORE_TERMINATION', 'AFTER_TERMINATION', 'OTHER')),
    held_on date NOT NULL,
    by_id bigint NOT NULL REFERENCES core.staff,
    content text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    CHECK (num_nonnulls(registration_id, dossier_id) = 1)
);
CREATE INDEX explanation_registration ON dossiers.explanation (registration_id, id);
CREATE INDEX explanation_dossier ON dossiers.explanation (dossier_id, id);
-- Never changed but for who sees it, which its owner's functions below say.
CREATE TRIGGER explanation_append_only BEFORE DELETE ON dossiers.explanation
    FOR EACH ROW EXECUTE FUNCTION core.refuse_change();

GRANT SELECT ON dossiers.remedy_assessment, dossiers.remedy, dossiers.explanation TO docket_reader;

CREATE FUNCTION dossiers.take_visibility() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.registration_id IS NOT NULL THEN
        SELECT r.sealed, r.assignees, r.accused_staff_ids INTO STRICT NEW.sealed, NEW.assignees, NEW.accused_staff_ids
        FROM dossiers.registration r WHERE r.id = NEW.registration_id;
    ELSE
        SELECT d.sealed, ARRAY[d.handler_id], '{}' INTO STRICT NEW.sealed, NEW.assignees, NEW.accused_staff_ids
        FROM dossiers.dossier d WHERE d.id = NEW.dossier_id;
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER remedy_assessment_visibility BEFORE INSERT ON dossiers.remedy_assessment
    FOR EACH ROW EXECUTE FUNCTION dossiers.take_visibility();
CREATE TRIGGER explanation_visibility BEFORE INSERT ON dossiers.explanation
    FOR EACH ROW EXECUTE FUNCTION dossiers.take_visibility();

CREATE FUNCTION dossiers.give_registration_visibility() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE dossiers.remedy_assessment SET sealed = NEW.sealed, assignees = NEW.assignees, accused_staff_ids = NEW.accused_staff_ids
    WHERE registration_id = NEW.id;
    UPDATE dossiers.explanation SET sealed = NEW.sealed, assignees = NEW.assignees, accused_staff_ids = NEW.accused_staff_ids
    WHERE registration_id = NEW.id;
    RETURN NULL;
END
$$;
CREATE TRIGGER registration_hanging_visibility AFTER UPDATE ON dossiers.registration FOR EACH ROW
    WHEN ((OLD.sealed, OLD.assignees, OLD.accused_staff_ids) IS DISTINCT FROM (NEW.sealed, NEW.assignees, NEW.accused_staff_ids))
    EXECUTE FUNCTION dossiers.give_registration_visibility();

CREATE FUNCTION dossiers.give_dossier_visibility() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE dossiers.remedy_assessment SET sealed = NEW.sealed, assignees = ARRAY[NEW.handler_id] WHERE dossier_id = NEW.id;
    UPDATE dossiers.explanation SET sealed = NEW.sealed, assignees = ARRAY[NEW.handler_id] WHERE dossier_id = NEW.id;
    RETURN NULL;
END
$$;
CREATE TRIGGER dossier_hanging_visibility AFTER UPDATE ON dossiers.dossier FOR EACH ROW
    WHEN ((OLD.sealed, OLD.handler_id) IS DISTINCT FROM (NEW.sealed, NEW.handler_id))
    EXECUTE FUNCTION dossiers.give_dossier_visibility();

-- Left to the petitioner on a day: no limit, or one that has not passed.
CREATE FUNCTION dossiers.remedy_available(dossiers.remedy) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
    RETURN $1.deadline_on IS NULL OR $1.deadline_on >= core.today();
