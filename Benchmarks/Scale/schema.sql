-- The benchmark plugin's tables with :letters letters in :courts courts: plain arithmetic, the same rows wherever it runs.
-- Per letter there are three events and a tenth of a dossier, so a court of N letters has N / 10 dossiers, and at least N / 5 letters
-- of each status. What belongs together is scattered over the tables, as it would have come in over the years.
SET client_min_messages = warning;

CREATE TABLE public.courts (
    id int PRIMARY KEY,
    code text NOT NULL UNIQUE,
    name text NOT NULL,
    level int NOT NULL,
    parent_id int REFERENCES public.courts
);
CREATE TABLE public.departments (
    id int PRIMARY KEY,
    court_id int NOT NULL REFERENCES public.courts,
    name text NOT NULL
);
CREATE TABLE public.petitioners (
    id bigint PRIMARY KEY,
    court_id int NOT NULL REFERENCES public.courts,
    name text NOT NULL,
    id_number text NOT NULL,
    phone text NOT NULL,
    address text NOT NULL
);
CREATE TABLE public.dossiers (
    id bigint PRIMARY KEY,
    petitioner_id bigint NOT NULL REFERENCES public.petitioners,
    court_id int NOT NULL REFERENCES public.courts,
    department_id int NOT NULL REFERENCES public.departments,
    number text NOT NULL,
    subject text NOT NULL,
    status text NOT NULL CHECK (status IN ('OPEN', 'REVIEW', 'REPLIED', 'CLOSED')),
    opened_on date NOT NULL,
    updated_at timestamptz NOT NULL
);
-- Large tables get their keys and indexes after their rows.
CREATE TABLE public.letters (
    id bigint NOT NULL,
    dossier_id bigint NOT NULL,
    court_id int NOT NULL,
    kind text NOT NULL CHECK (kind IN ('DAILY', 'INSPECTION', 'PRESIDENT')),
    subject text NOT NULL,
    body text NOT NULL,
    received_on date NOT NULL,
    due_on date NOT NULL,
    replied_on date,
    status text NOT NULL CHECK (status IN ('PENDING', 'ASSIGNED', 'REPLIED', 'CLOSED')),
    duplicate_of bigint
);
CREATE TABLE public.letter_events (
    id bigint NOT NULL,
    letter_id bigint NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),
    actor text NOT NULL,
    action text NOT NULL
);

INSERT INTO public.courts
SELECT i, 'C' || lpad(i::text, 4, '0'), '第' || i || '中级人民法院', CASE WHEN i = 1 THEN 1 ELSE 2 END, CASE WHEN i > 1 THEN 1 END
FROM generate_series(1, :courts) i;

INSERT INTO public.departments
SELECT i, 1 + (i - 1) % :courts, '第' || i || '信访办公室'
FROM generate_series(1, 10 * :courts) i;

INSERT INTO public.petitioners
SELECT i, 1 + (i - 1) % :courts, '来信人' || i, '110101' || lpad((i * 7919 % 1000000000000)::text, 12, '0'),
    '13' || lpad((i * 104729 % 1000000000)::text, 9, '0'), '人民路' || (1 + i % 999) || '号'
FROM generate_series(1::bigint, :letters / 5) i;

INSERT INTO public.dossiers
SELECT i, 1 + i * 7919 % (:letters / 5), 1 + (i - 1) % :courts, 1 + (i - 1) % (10 * :courts), '(2020)信访字第' || i || '号',
    '关于' || (ARRAY['不服一审判决', '执行案件长期未结', '立案材料未受理', '审理期限过长'])[1 + i % 4] || '的信访事项',
    (ARRAY['OPEN', 'REVIEW', 'REPLIED', 'CLOSED'])[1 + i % 4], date '2015-01-01' + (i * 7919 % 3200)::int,
    timestamptz '2023-11-01 00:00:00+00' + make_interval(secs => i * 104729 % 15000000)
FROM generate_series(1::bigint, :letters / 10) i;

INSERT INTO public.letters
SELECT i, dossier, 1 + (dossier - 1) % :courts, (ARRAY['DAILY', 'DAILY', 'DAILY', 'INSPECTION', 'PRESIDENT'])[1 + i % 5],
    '来信登记' || lpad(i::text, 8, '0') || '：反映案件办理进展的来信',
    repeat('来信人反映案件长期未结，请求依法督促办理。', 2 + (i % 3)::int), received_on, received_on + 30,
    CASE WHEN round % 4 >= 2 THEN received_on + 1 + (i % 40)::int END,
    (ARRAY['PENDING', 'ASSIGNED', 'REPLIED', 'CLOSED'])[1 + round % 4], CASE WHEN i % 20 = 0 THEN i / 2 END
FROM generate_series(1::bigint, :letters) i
CROSS JOIN LATERAL (
    SELECT 1 + (i - 1) % (:letters / 10) AS dossier, ((i - 1) / (:letters / 10))::int AS round,
        date '2018-01-01' + (i * 7919 % 2200)::int AS received_on
) l;

INSERT INTO public.letter_events
SELECT i, 1 + (i - 1) % :letters, timestamptz '2018-02-01 00:00:00+00' + make_interval(secs => i * 7919 % 190000000),
    '经办人' || (1 + i % 500), (ARRAY['RECEIVED', 'REGISTERED', 'ASSIGNED', 'FORWARDED', 'REPLIED', 'ARCHIVED'])[1 + i % 6]
FROM generate_series(1::bigint, 3 * :letters) i;

ALTER TABLE public.letters ADD PRIMARY KEY (id);
ALTER TABLE public.letter_events ADD PRIMARY KEY (id);
ALTER TABLE public.letters
    ADD FOREIGN KEY (dossier_id) REFERENCES public.dossiers,
    ADD FOREIGN KEY (court_id) REFERENCES public.courts,
    ADD FOREIGN KEY (duplicate_of) REFERENCES public.letters;
ALTER TABLE public.letter_events ADD FOREIGN KEY (letter_id) REFERENCES public.letters;

-- Their names are those of the plugin's migration, which then finds them made.
CREATE INDEX dossiers_court_id_opened_on_id_idx ON public.dossiers (court_id, opened_on DESC, id DESC);
CREATE INDEX letters_dossier_id_received_on_id_idx ON public.letters (dossier_id, received_on DESC, id DESC);
CREATE INDEX letters_court_id_received_on_id_idx ON public.letters (court_id, received_on DESC, id DESC);
CREATE INDEX letters_court_id_status_received_on_id_idx ON public.letters (court_id, status, received_on DESC, id DESC);
CREATE INDEX letter_events_letter_id_at_id_idx ON public.letter_events (letter_id, at, id);

CREATE SEQUENCE public.letter_events_id_seq OWNED BY public.letter_events.id;
SELECT setval('public.letter_events_id_seq', 3 * :letters);
ALTER TABLE public.letter_events ALTER id SET DEFAULT nextval('public.letter_events_id_seq');
