-- Who sees a letter, what hangs on it, and a batch is declared in Letters.graphql (@visible), and the migrator makes the policies:
-- of these, which say the same until it does, so that no row is hidden or shown meanwhile.
DO $$
DECLARE
    child text;
BEGIN
    FOREACH child IN ARRAY ARRAY[
        'letter', 'transfer_batch', 'letter_sender', 'letter_case', 'endorsement', 'letter_pause', 'letter_extension',
        'review_step', 'reply', 'claim_reply', 'former_reply', 'letter_decision', 'report_back', 'online_report', 'feedback',
        'volume', 'volume_entry', 'letter_transfer', 'routing_objection'
    ] LOOP
        EXECUTE format('ALTER POLICY %I ON letters.%I RENAME TO docket_visible', child || '_read', child);
    END LOOP;
END
$$;
