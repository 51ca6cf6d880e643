-- What a sealed matter touches is sealed with it: its registration, and who is known from it.
--
-- A court's petitioners stand in two compartments. Whoever wrote an accusation stands in the sealed one, under keys of its
-- own, even where the same person is known from open matters: neither an ID number that is entered again nor a key that is
-- guessed leads from one compartment to the other.
ALTER TABLE dossiers.registration
    -- Whom the matter accuses.
    ADD COLUMN accused_staff_ids bigint[] NOT NULL DEFAULT '{}',
    -- Who handles the matter that was registered.
    ADD COLUMN assignee_id bigint REFERENCES core.staff,
    -- Whose matter it is: its own handler, and its dossier's.
    ADD COLUMN assignees bigint[] NOT NULL DEFAULT '{}';
ALTER TABLE dossiers.petitioner
    ADD COLUMN sealed boolean NOT NULL DEFAULT false,
    -- Both of all the matters that the petitioner is known from.
    ADD COLUMN accused_staff_ids bigint[] NOT NULL DEFAULT '{}',
    ADD COLUMN assignees bigint[] NOT NULL DEFAULT '{}',
    DROP CONSTRAINT petitioner_court_code_id_number_hash_key,
    ADD CONSTRAINT petitioner_id_number UNIQUE (court_code, sealed, id_number_hash);

-- Says anew of petitioners whom their matters accuse, and whose matters they are.
CREATE FUNCTION dossiers.refresh_petitioners(keys bigint[]) RETURNS void LANGUAGE sql AS $$
    UPDATE dossiers.petitioner p SET accused_staff_ids = known.accused, assignees = known.assignees
    FROM (
        SELECT k.id, ARRAY(
            SELECT DISTINCT unnest(r.accused_staff_ids)
            FROM dossiers.registration_petitioner rp JOIN dossiers.registration r ON r.id = rp.registration_id
            WHERE rp.petitioner_id = k.id ORDER BY 1
        ) AS accused, ARRAY(
            SELECT unnest(r.assignees)
            FROM dossiers.registration_petitioner rp JOIN dossiers.registration r ON r.id = rp.registration_id
            WHERE rp.petitioner_id = k.id
            UNION
            SELECT d.handler_id
            FROM dossiers.dossier_petitioner dp JOIN dossiers.dossier d ON d.id = dp.dossier_id
            WHERE dp.petitioner_id = k.id AND d.status <> 'DRAFT' AND NOT d.sealed
            ORDER BY 1
        ) AS assignees
        FROM unnest(keys) k(id)
    ) known
    WHERE p.id = known.id AND (p.accused_staff_ids, p.assignees) IS DISTINCT FROM (known.accused, known.assignees)
$$;

CREATE FUNCTION dossiers.keep_registration_assignees() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.assignees := ARRAY(
        SELECT NEW.assignee_id WHERE NEW.assignee_id IS NOT NULL
        UNION
        SELECT d.handler_id FROM dossiers.dossier d WHERE d.id = NEW.dossier_id AND d.status <> 'DRAFT' AND NOT d.sealed
        ORDER BY 1
    );
    RETURN NEW;
END
$$;
CREATE TRIGGER registration_assignees BEFORE UPDATE ON dossiers.registration
    FOR EACH ROW EXECUTE FUNCTION dossiers.keep_registration_assignees();

CREATE FUNCTION dossiers.keep_registration_petitioners() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM dossiers.refresh_petitioners(
        ARRAY(SELECT petitioner_id FROM dossiers.registration_petitioner WHERE registration_id = NEW.id)
    );
    RETURN NULL;
END
$$;
CREATE TRIGGER registration_petitioners AFTER UPDATE ON dossiers.registration
    FOR EACH ROW WHEN ((OLD.assignees, OLD.accused_staff_ids) IS DISTINCT FROM (NEW.assignees, NEW.accused_staff_ids))
    EXECUTE FUNCTION dossiers.keep_registration_petitioners();

-- Whoever handles a dossier sees its registrations and petitioners.
CREATE FUNCTION dossiers.keep_dossier_handler() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE dossiers.registration SET assignees = '{}' WHERE dossier_id = NEW.id;
    PERFORM dossiers.refresh_petitioners(
        ARRAY(SELECT petitioner_id FROM dossiers.dossier_petitioner WHERE dossier_id = NEW.id)
    );
    RETURN NULL;
END
$$;
CREATE TRIGGER dossier_handler AFTER UPDATE ON dossiers.dossier
    FOR EACH ROW WHEN ((OLD.handler_id, OLD.status, OLD.sealed) IS DISTINCT FROM (NEW.handler_id, NEW.status, NEW.sealed))
    EXECUTE FUNCTION dossiers.keep_dossier_handler();

-- Moves a registration's petitioner into the other compartment, and answers the key there: the person's row there, or this
-- row where nothing else refers to it, or a copy.
CREATE FUNCTION dossiers.move_petitioner(registration_key bigint, petitioner_key bigint, to_sealed boolean) RETURNS bigint
LANGUAGE plpgsql AS $$
DECLARE
    here dossiers.petitioner;
    there bigint;
    is_held boolean;
BEGIN
    SELECT * INTO STRICT here FROM dossiers.petitioner WHERE id = petitioner_key FOR UPDATE;
    IF here.sealed = to_sealed THEN
        RETURN petitioner_key;
    END IF;
    SELECT p.id INTO there
    FROM dossiers.petitioner p
    WHERE p.court_code = here.court_code AND p.sealed = to_sealed AND (
        p.id_number_hash = here.id_number_hash
        OR here.id_number_hash IS NULL AND p.name_hash = here.name_hash AND EXISTS (
            SELECT FROM dossiers.contact_point x JOIN dossiers.contact_point y USING (kind, value_hash)
            WHERE x.petitioner_id = p.id AND y.petitioner_id = petitioner_key
        )
    )
    ORDER BY p.id LIMIT 1;
    is_held := EXISTS (
        SELECT FROM dossiers.registration_petitioner rp WHERE rp.petitioner_id = petitioner_key AND rp.registration_id <> registration_key
    ) OR EXISTS (SELECT FROM dossiers.dossier_petitioner dp WHERE dp.petitioner_id = petitioner_key);
    IF there IS NULL AND NOT is_held THEN
        UPDATE dossiers.petitioner SET sealed = to_sealed, version = version + 1, updated_at = now() WHERE id = petitioner_key;
        RETURN petitioner_key;
    END IF;
    IF there IS NULL THEN
        INSERT INTO dossiers.petitioner (court_code, kind, name_masked, name_cipher, name_hash, id_doc_type, id_number_masked,
            id_number_cipher, id_number_hash, id_verified, household_region, residence_region, residence_address_masked,
            residence_address_cipher, sealed, created_at, created_by, updated_at)
        VALUES (here.court_code, here.kind, here.name_masked, here.name_cipher, here.name_hash, here.id_doc_type,
            here.id_number_masked, here.id_number_cipher, here.id_number_hash, here.id_verified, here.household_region,
            here.residence_region, here.residence_address_masked, here.residence_address_cipher, to_sealed, here.created_at,
            here.created_by, now())
        RETURNING id INTO there;
    END IF;
    INSERT INTO dossiers.contact_point (petitioner_id, court_code, kind, value_masked, value_cipher, value_hash, is_primary,
        valid_from, valid_to, source)
    SELECT there, c.court_code, c.kind, c.value_masked, c.value_cipher, c.value_hash, c.is_primary AND NOT EXISTS (
            SELECT FROM dossiers.contact_point y WHERE y.petitioner_id = there AND y.kind = c.kind
        ), c.valid_from, c.valid_to, c.source
    FROM dossiers.contact_point c
    WHERE c.petitioner_id = petitioner_key AND NOT EXISTS (
        SELECT FROM dossiers.contact_point y
        WHERE y.petitioner_id = there AND y.kind = c.kind AND y.value_hash = c.value_hash
    )
    ORDER BY c.id;
    INSERT INTO dossiers.registration_petitioner (registration_id, petitioner_id, court_code)
    VALUES (registration_key, there, here.court_code) ON CONFLICT DO NOTHING;
    DELETE FROM dossiers.registration_petitioner WHERE registration_id = registration_key AND petitioner_id = petitioner_key;
    IF NOT is_held THEN
        -- The same person's row there has taken over all that this one said.
        DELETE FROM dossiers.contact_point WHERE petitioner_id = petitioner_key;
        DELETE FROM dossiers.petitioner WHERE id = petitioner_key;
    END IF;
    PERFORM dossiers.refresh_petitioners(ARRAY[petitioner_key, there]);
    RETURN there;
END
$$;

-- Seals a registration, with who is known from it, or takes the seal off; says whom it accuses.
CREATE FUNCTION dossiers.seal_registration(registration_key bigint, to_sealed boolean, accused bigint[]) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    petitioner_key bigint;
BEGIN
    UPDATE dossiers.registration SET sealed = to_sealed, accused_staff_ids = accused, version = version + 1, updated_at = now()
    WHERE id = registration_key AND (sealed, accused_staff_ids) IS DISTINCT FROM (to_sealed, accused);
    FOR petitioner_key IN
        SELECT rp.petitioner_id FROM dossiers.registration_petitioner rp WHERE rp.registration_id = registration_key ORDER BY 1
    LOOP
        PERFORM dossiers.move_petitioner(registration_key, petitioner_key, to_sealed);
    END LOOP;
END
$$;

-- What was sealed before, and what was assigned, as far as this plugin knows.
SELECT dossiers.seal_registration(r.id, true, r.accused_staff_ids) FROM dossiers.registration r WHERE r.sealed ORDER BY r.id;
UPDATE dossiers.registration SET assignees = '{}' WHERE dossier_id IS NOT NULL;
SELECT dossiers.refresh_petitioners(ARRAY(SELECT petitioner_id FROM dossiers.dossier_petitioner));

DO $$
BEGIN
    EXECUTE format('ALTER POLICY dossier_read ON dossiers.dossier USING (%s)',
        core.visible_rows('court_code', sealed => 'sealed', assignee => 'handler_id'));
    EXECUTE format('ALTER POLICY registration_read ON dossiers.registration USING (%s)',
        core.visible_rows('court_code', sealed => 'sealed', assignees => 'assignees', recused => 'accused_staff_ids'));
    EXECUTE format('ALTER POLICY petitioner_read ON dossiers.petitioner USING (%s)',
        core.visible_rows('court_code', sealed => 'sealed', assignees => 'assignees', recused => 'accused_staff_ids'));
    EXECUTE format('ALTER POLICY contact_point_read ON dossiers.contact_point USING (%s '
        'AND EXISTS (SELECT FROM dossiers.petitioner p WHERE p.id = petitioner_id))', core.visible_rows('court_code'));
    -- A row that leads to a petitioner is seen with both its ends: nobody learns that there is one who is hidden.
    EXECUTE format('ALTER POLICY registration_petitioner_read ON dossiers.registration_petitioner USING (%s '
        'AND EXISTS (SELECT FROM dossiers.registration r WHERE r.id = registration_id) '
        'AND EXISTS (SELECT FROM dossiers.petitioner p WHERE p.id = petitioner_id))', core.visible_rows('court_code'));
    EXECUTE format('ALTER POLICY dossier_petitioner_read ON dossiers.dossier_petitioner USING (%s '
        'AND EXISTS (SELECT FROM dossiers.dossier d WHERE d.id = dossier_id) '
        'AND EXISTS (SELECT FROM dossiers.petitioner p WHERE p.id = petitioner_id))', core.visible_rows('court_code'));
END
$$;
GRANT SELECT (sealed, accused_staff_ids, assignees) ON dossiers.petitioner TO docket_reader;
