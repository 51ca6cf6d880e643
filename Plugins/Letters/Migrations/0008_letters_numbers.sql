-- Numbers that came in before they were folded. A batch whose number another batch of the court has, written otherwise, keeps
-- what it was written with: which of the two is right, a person decides.
UPDATE letters.transfer_batch b SET batch_no = core.folded_number(b.batch_no)
WHERE b.batch_no <> core.folded_number(b.batch_no) AND NOT EXISTS (
    SELECT FROM letters.transfer_batch o
    WHERE o.court_code = b.court_code AND o.id <> b.id AND core.folded_number(o.batch_no) = core.folded_number(b.batch_no)
        AND (o.batch_no = core.folded_number(o.batch_no) OR o.id < b.id)
);
UPDATE letters.letter l SET batch_no = b.batch_no
FROM letters.transfer_batch b
WHERE b.id = l.transfer_batch_id AND l.batch_no IS DISTINCT FROM b.batch_no;
UPDATE letters.letter SET external_ref = core.folded_number(external_ref)
WHERE external_ref <> core.folded_number(external_ref);
