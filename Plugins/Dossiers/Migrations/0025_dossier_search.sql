-- What a dossier says in its title and its claims, in the form that is searched.
CREATE TABLE dossiers.dossier_text (
    dossier_id bigint PRIMARY KEY REFERENCES dossiers.dossier ON DELETE CASCADE,
    search_text text NOT NULL
);
ALTER TABLE dossiers.dossier_text ENABLE ROW LEVEL SECURITY;
CREATE INDEX dossier_text_search ON dossiers.dossier_text USING gin (core.search_pairs(search_text));
ALTER INDEX dossiers.dossier_text_search ALTER COLUMN 1 SET STATISTICS 0;

CREATE FUNCTION dossiers.write_text(key bigint) RETURNS void LANGUAGE sql AS $$
    INSERT INTO dossiers.dossier_text
    SELECT d.id, core.search_text(concat_ws(E'\n', d.title, (
        SELECT string_agg(c.text, E'\n' ORDER BY c.seq) FROM dossiers.claim c WHERE c.dossier_id = d.id
    )))
    FROM dossiers.dossier d WHERE d.id = key AND d.status <> 'DESTROYED'
    ON CONFLICT (dossier_id) DO UPDATE SET search_text = excluded.search_text
$$;
CREATE FUNCTION dossiers.keep_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_TABLE_NAME = 'claim' THEN
        PERFORM dossiers.write_text(NEW.dossier_id);
    ELSE
        PERFORM dossiers.write_text(NEW.id);
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER dossier_text AFTER INSERT OR UPDATE OF title ON dossiers.dossier
    FOR EACH ROW EXECUTE FUNCTION dossiers.keep_text();
CREATE TRIGGER claim_text AFTER INSERT OR UPDATE OF text ON dossiers.claim
    FOR EACH ROW EXECUTE FUNCTION dossiers.keep_text();
SELECT dossiers.write_text(id) FROM dossiers.dossier;

-- Runs as its owner, since row security keeps such conditions from an index; so it says again who sees a dossier.
CREATE FUNCTION dossiers.mentioning(words text) RETURNS SETOF bigint
    LANGUAGE sql STABLE STRICT PARALLEL SAFE SECURITY DEFINER ROWS 200
    SET search_path = pg_catalog, pg_temp SET work_mem = '64MB'
BEGIN ATOMIC
    SELECT d.id
    FROM dossiers.dossier_text s
    JOIN dossiers.dossier d ON d.id = s.dossier_id
    WHERE core.search_pairs(s.search_text) @@ (SELECT core.search_query(words))
        AND s.search_text LIKE ALL ((SELECT core.search_patterns(words))::text[])
        AND d.court_code = ANY ((SELECT core.readable_courts())::text[])
        AND (NOT d.sealed OR (SELECT core.may_read_sealed()))
        AND (NOT (SELECT core.sees_only_assigned()) OR d.handler_id = (SELECT core.staff_id()))
        AND NOT coalesce(d.accused_staff_ids && (SELECT core.recused_from())::bigint[], false);
END;
REVOKE EXECUTE ON FUNCTION dossiers.mentioning, dossiers.keep_text FROM PUBLIC;
GRANT EXECUTE ON FUNCTION dossiers.mentioning TO docket_reader;
