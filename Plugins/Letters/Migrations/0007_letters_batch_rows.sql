-- What an imported batch's file said, row by row, as keyed hashes of each column: so that another file under the same number
-- can be told what differs, without a value. Nobody but the import reads it.
CREATE TABLE letters.transfer_batch_row (
    batch_id bigint NOT NULL REFERENCES letters.transfer_batch,
    court_code text NOT NULL REFERENCES core.court,
    item_no integer NOT NULL,
    -- Eight bytes for each column, in the order of the documented header.
    column_hashes bytea NOT NULL,
    PRIMARY KEY (batch_id, item_no)
);
ALTER TABLE letters.transfer_batch_row ENABLE ROW LEVEL SECURITY;
CREATE POLICY transfer_batch_row_read ON letters.transfer_batch_row FOR SELECT TO docket_reader
    USING (court_code = ANY (core.readable_courts()));
