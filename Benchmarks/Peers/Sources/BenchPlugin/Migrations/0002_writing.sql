-- The rivals' tables are in the schema public, where no migration of Docket's gives rights by itself.
GRANT USAGE ON SCHEMA public TO docket_writer;
GRANT SELECT, INSERT ON public.letter_events TO docket_writer;
GRANT USAGE ON SEQUENCE public.letter_events_id_seq TO docket_writer;
