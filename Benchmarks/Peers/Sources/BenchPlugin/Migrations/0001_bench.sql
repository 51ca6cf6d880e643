-- The rivals' own script makes these tables, with a million letters in them; here only what it left out. An empty
-- database gets the tables, without rows.
CREATE TABLE IF NOT EXISTS public.courts (
    id int PRIMARY KEY,
    code text NOT NULL UNIQUE,
    name text NOT NULL,
    level int NOT NULL,
    parent_id int REFERENCES public.courts
);
CREATE TABLE IF NOT EXISTS public.departments (
    id int PRIMARY KEY,
    court_id int NOT NULL REFERENCES public.courts,
    name text NOT NULL
);
CREATE TABLE IF NOT EXISTS public.petitioners (
    id bigint PRIMARY KEY,
    court_id int NOT NULL REFERENCES public.courts,
    name text NOT NULL,
    id_number text NOT NULL,
    phone text NOT NULL,
    address text NOT NULL
);
CREATE TABLE IF NOT EXISTS public.dossiers (
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
CREATE TABLE IF NOT EXISTS public.letters (
    id bigint PRIMARY KEY,
    dossier_id bigint NOT NULL REFERENCES public.dossiers,
    court_id int NOT NULL REFERENCES public.courts,
    kind text NOT NULL CHECK (kind IN ('DAILY', 'INSPECTION', 'PRESIDENT')),
    subject text NOT NULL,
    body text NOT NULL,
    received_on date NOT NULL,
    due_on date NOT NULL,
    replied_on date,
    status text NOT NULL CHECK (status IN ('PENDING', 'ASSIGNED', 'REPLIED', 'CLOSED')),
    duplicate_of bigint REFERENCES public.letters
);
CREATE TABLE IF NOT EXISTS public.letter_events (
    id bigint PRIMARY KEY,
    letter_id bigint NOT NULL REFERENCES public.letters,
    at timestamptz NOT NULL DEFAULT now(),
    actor text NOT NULL,
    action text NOT NULL
);
CREATE SEQUENCE IF NOT EXISTS public.letter_events_id_seq OWNED BY public.letter_events.id;
ALTER TABLE public.letter_events ALTER id SET DEFAULT nextval('public.letter_events_id_seq');

CREATE INDEX IF NOT EXISTS dossiers_court_id_opened_on_id_idx ON public.dossiers (court_id, opened_on DESC, id DESC);
CREATE INDEX IF NOT EXISTS letters_dossier_id_received_on_id_idx ON public.letters (dossier_id, received_on DESC, id DESC);
CREATE INDEX IF NOT EXISTS letters_court_id_received_on_id_idx ON public.letters (court_id, received_on DESC, id DESC);
CREATE INDEX IF NOT EXISTS letters_court_id_status_received_on_id_idx
    ON public.letters (court_id, status, received_on DESC, id DESC);
CREATE INDEX IF NOT EXISTS letter_events_letter_id_at_id_idx ON public.letter_events (letter_id, at, id);

-- Their script may run again, and drop the tables with their grants: what it makes then can be read, too.
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT ON TABLES TO docket_reader;
GRANT USAGE ON SCHEMA public TO docket_reader;
GRANT SELECT ON public.courts, public.departments, public.petitioners, public.dossiers, public.letters, public.letter_events
    TO docket_reader;
