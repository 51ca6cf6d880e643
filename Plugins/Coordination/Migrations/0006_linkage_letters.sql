-- requires: letters
-- The letter that a linkage event is about.
ALTER TABLE coordination.linkage_event ADD COLUMN letter_id bigint REFERENCES letters.letter;
