-- requires: dossiers
-- Registrations of letters that were registered before follow their seal and their handler.
SELECT dossiers.seal_registration(l.registration_id, true, l.accused_staff_ids)
FROM letters.letter l WHERE l.sealed AND l.registration_id IS NOT NULL ORDER BY l.id;
UPDATE dossiers.registration r SET assignee_id = l.assignee_id
FROM letters.letter l WHERE l.registration_id = r.id AND l.assignee_id IS NOT NULL;
