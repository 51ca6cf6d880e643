-- Petitioners, dossiers, registrations and letters by arithmetic, over six courts and eighteen months; :letters and :dossiers say
-- how many. Values that are sealed are made up bytes: nobody opens them.
SET session_replication_role = replica; -- No triggers: what they keep is written below, for all rows at once.
SET synchronous_commit = off;

CREATE TEMPORARY TABLE place AS
SELECT row_number() OVER (ORDER BY code) - 1 AS turn, code, ARRAY(
    SELECT id FROM core.staff s WHERE s.court_code = c.code AND 'HANDLER' = ANY (roles) ORDER BY id
) AS handlers
FROM core.court c WHERE code LIKE '晋03%';

INSERT INTO dossiers.petitioner (court_code, kind, name_masked, name_cipher, name_hash, id_doc_type, id_number_masked,
    id_number_cipher, id_number_hash, id_verified, residence_region)
SELECT p.code, 'NATURAL_PERSON', '测*', '\x00', sha256(('名' || n)::bytea), 'RESIDENT_ID', '14**************00', '\x00',
    sha256(n::text::bytea), 'CHECKSUM_OK', '140300'
FROM generate_series(1, :dossiers) n JOIN place p ON p.turn = n % (SELECT count(*) FROM place);

CREATE TEMPORARY TABLE known AS SELECT row_number() OVER (PARTITION BY court_code ORDER BY id) - 1 AS n, id, court_code
    FROM dossiers.petitioner WHERE name_masked = '测*';
CREATE INDEX ON known (court_code, n);
CREATE TEMPORARY TABLE amount AS SELECT court_code, count(*) AS count FROM known GROUP BY court_code;

INSERT INTO dossiers.dossier (court_code, dossier_no, title, ground, no_case_reason, handler_id, status, opened_on, open_approved_by,
    review_due_on)
SELECT p.code, p.code || '档〔2017〕' || lpad(n::text, 7, '0'), '反复反映执行进展的事项', 'REPEATED_MATTER', NULL,
    coalesce(p.handlers[1 + n % greatest(cardinality(p.handlers), 1)], (SELECT min(id) FROM core.staff)),
    CASE n % 10 WHEN 0 THEN 'DRAFT' ELSE 'ACTIVE' END, date '2017-01-01' + n % 540,
    CASE n % 10 WHEN 0 THEN NULL ELSE (SELECT min(id) FROM core.staff) END, date '2018-01-01' + n % 540
FROM generate_series(1, :dossiers) n JOIN place p ON p.turn = n % (SELECT count(*) FROM place);

CREATE TEMPORARY TABLE made AS SELECT row_number() OVER (PARTITION BY court_code ORDER BY id) - 1 AS n, id, court_code
    FROM dossiers.dossier WHERE dossier_no LIKE '%档〔2017〕_______' ;
CREATE INDEX ON made (court_code, n);

INSERT INTO dossiers.dossier_petitioner (dossier_id, petitioner_id, court_code)
SELECT d.id, k.id, d.court_code FROM made d JOIN known k USING (court_code, n);
INSERT INTO dossiers.claim (dossier_id, seq, court_code, text) SELECT id, 1, court_code, '督促执行' FROM made;
INSERT INTO dossiers.case_link (dossier_id, seq, court_code, case_no, relation)
SELECT id, 1, court_code, '（2016）' || court_code || '民初' || n + 1 || '号', 'FIRST_INSTANCE' FROM made;

-- A registration for each letter, under the letter's own number; half of them in a dossier.
CREATE TEMPORARY TABLE item AS
SELECT n, p.code, p.handlers, n / (SELECT count(*) FROM place) AS m, date '2017-01-01' + n % 540 AS day
FROM generate_series(1, :letters) n JOIN place p ON p.turn = n % (SELECT count(*) FROM place);

INSERT INTO dossiers.registration (court_code, reg_no, channel, received_on, entry_due_on, group_size, summary, is_first, dossier_id, state)
SELECT i.code, i.code || '访登〔2017〕' || lpad(i.n::text, 7, '0'), 'LETTER', i.day, i.day + 3, 1, '反映执行案件久无进展', i.n % 3 = 0, d.id,
    (ARRAY['RECEIVED', 'SCREENED', 'ACCEPTED', 'HANDLED', 'CLOSED'])[1 + i.n % 5]
FROM item i JOIN amount a ON a.court_code = i.code
LEFT JOIN made d ON d.court_code = i.code AND d.n = i.m % a.count AND i.n % 2 = 0;

INSERT INTO dossiers.registration_petitioner (registration_id, petitioner_id, court_code)
SELECT r.id, k.id, r.court_code
FROM item i JOIN dossiers.registration r ON r.reg_no = i.code || '访登〔2017〕' || lpad(i.n::text, 7, '0')
JOIN amount a ON a.court_code = i.code JOIN known k ON k.court_code = i.code AND k.n = i.m % a.count;

INSERT INTO letters.letter (court_code, letter_no, source, received_on, received_via, registration_id, dossier_id, joint_count, subject,
    abstract, matter_class, category, classified_at, assignee_id, assigned_at, due_on, original_due_on, deadline_rule_key, state, replied_on,
    closed_on)
SELECT i.code, i.code || '信〔2017〕' || lpad(i.n::text, 7, '0'), (ARRAY['ORDINARY', 'PRESIDENT', 'SUPERIOR_COURT'])[1 + i.n % 3], i.day,
    'POST', r.id, r.dossier_id, 1, '反映执行案件进展的来信 ' || i.n,
    '来信人称其申请执行的第' || i.n || '号案件至今未有进展，请求督促承办法官依法尽快执行并书面答复。', 'APPEAL_CLAIM',
    (ARRAY['ENFORCEMENT', 'TRIAL_CIVIL', 'FILING', 'OTHER'])[1 + i.n % 4], CASE WHEN s.state <> 'REGISTERED' THEN now() END,
    CASE WHEN s.state NOT IN ('REGISTERED', 'CLASSIFIED') THEN i.handlers[1 + i.m % greatest(cardinality(i.handlers), 1)] END,
    CASE WHEN s.state NOT IN ('REGISTERED', 'CLASSIFIED') THEN now() END, i.day + 60, i.day + 60, 'letters.ORDINARY', s.state,
    CASE WHEN s.state IN ('REPLIED', 'CLOSED', 'ARCHIVED') THEN i.day + 30 END,
    CASE WHEN s.state IN ('CLOSED', 'ARCHIVED') THEN i.day + 40 END
FROM item i JOIN dossiers.registration r ON r.reg_no = i.code || '访登〔2017〕' || lpad(i.n::text, 7, '0')
CROSS JOIN LATERAL (
    SELECT CASE WHEN i.n % 50 = 0 THEN 'REGISTERED' WHEN i.n % 50 = 1 THEN 'CLASSIFIED' WHEN i.n % 50 < 4 THEN 'HANDLING'
        WHEN i.n % 50 < 6 THEN 'REPLIED' WHEN i.n % 50 < 30 THEN 'CLOSED' ELSE 'ARCHIVED' END AS state
) s;

INSERT INTO letters.letter_case (letter_id, court_code, seq, case_no, format, year, case_court_code, type_code)
SELECT l.id, l.court_code, 1, '（2016）' || l.court_code || '执' || l.id || '号', 'STANDARD', 2016, l.court_code, '执'
FROM letters.letter l WHERE l.letter_no LIKE '%信〔2017〕_______';
INSERT INTO letters.letter_text SELECT id, core.search_text(subject || E'\n' || abstract) FROM letters.letter
ON CONFLICT DO NOTHING;
RESET session_replication_role;
