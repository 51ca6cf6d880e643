--
-- PostgreSQL database dump
--



SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: core; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA core;


--
-- Name: dossiers; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA dossiers;


--
-- Name: host; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA host;


--
-- Name: letters; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA letters;


--
-- Name: pg_trgm; Type: EXTENSION; Schema: -; Owner: -
--

CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;


--
-- Name: EXTENSION pg_trgm; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON EXTENSION pg_trgm IS 'text similarity measurement and index searching based on trigrams';


--
-- Name: report_row; Type: TYPE; Schema: letters; Owner: -
--

CREATE TYPE letters.report_row AS (
	group_key text,
	items integer,
	cases integer,
	replied integer,
	replied_on_time integer,
	overdue integer,
	on_time_rate double precision,
	case_closing_rate double precision,
	item_closing_rate double precision,
	online_closing_rate double precision,
	average_working_days double precision,
	returned_in_review_rate double precision,
	satisfaction_rate double precision,
	participation_rate double precision,
	like_rate double precision,
	item_online_closing_rate double precision
);


--
-- Name: allow_materials(text, regclass); Type: FUNCTION; Schema: core; Owner: -
--

CREATE FUNCTION core.allow_materials(object_type text, owner regclass) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    held text;
BEGIN
    FOREACH held IN ARRAY ARRAY['material', 'volume'] LOOP
        EXECUTE format('DROP POLICY IF EXISTS %I ON core.%I', held || '_of_' || object_type, held);
        EXECUTE format(
            'CREATE POLICY %I ON core.%I FOR SELECT TO docket_reader '
                'USING (object_type = %L AND EXISTS (SELECT FROM %s AS owner WHERE owner.id = %I.object_id))',
            held || '_of_' || object_type, held, object_type, owner, held
        );
    END LOOP;
END
$$;


--
-- Name: court_level(text); Type: FUNCTION; Schema: core; Owner: -
--

CREATE FUNCTION core.court_level(code text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN (code = '最高法'::text) THEN 'SUPREME'::text WHEN (char_length(code) = 1) THEN 'HIGH'::text WHEN (code ~ '^.[0-9]{2}$'::text) THEN 'INTERMEDIATE'::text WHEN (code ~ '^.[0-9]{4}$'::text) THEN 'BASIC'::text ELSE NULL::text END;


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: court; Type: TABLE; Schema: core; Owner: -
--

CREATE TABLE core.court (
    code text NOT NULL,
    name text NOT NULL,
    level text NOT NULL,
    parent_code text,
    region_code text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT court_check CHECK (((level = 'SUPREME'::text) = (parent_code IS NULL))),
    CONSTRAINT court_level_check CHECK ((level = ANY (ARRAY['SUPREME'::text, 'HIGH'::text, 'INTERMEDIATE'::text, 'BASIC'::text]))),
    CONSTRAINT court_region_code_check CHECK ((region_code ~ '^[0-9]{6}$'::text))
);


--
-- Name: courts_below(text, text[]); Type: FUNCTION; Schema: core; Owner: -
--

CREATE FUNCTION core.courts_below(court text, roles text[]) RETURNS text[]
    LANGUAGE sql STABLE
    RETURN ARRAY(WITH RECURSIVE below AS (SELECT c.code, c.level FROM core.court c WHERE (c.code = courts_below.court) UNION SELECT c.code, c.level FROM (core.court c JOIN below b ON ((c.parent_code = b.code))) WHERE ((b.level = 'INTERMEDIATE'::text) OR ('UPPER_COURT_READER'::text = ANY (courts_below.roles)))) SELECT below.code FROM below ORDER BY below.code);


--
-- Name: department_id(); Type: FUNCTION; Schema: core; Owner: -
--

CREATE FUNCTION core.department_id() RETURNS bigint
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (NULLIF(current_setting('docket.department_id'::text, true), ''::text))::bigint;


--
-- Name: find_holiday_years(); Type: FUNCTION; Schema: core; Owner: -
--

CREATE FUNCTION core.find_holiday_years() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    WITH known AS (
        SELECT extract(year FROM date)::integer AS year FROM core.holiday WHERE kind = 'HOLIDAY'
        GROUP BY 1 HAVING core.is_holiday_notice(extract(year FROM min(date))::integer, array_agg(date))
    ), gone AS (
        DELETE FROM core.holiday_year h WHERE NOT EXISTS (SELECT FROM known k WHERE k.year = h.year)
    )
    INSERT INTO core.holiday_year (year) SELECT year FROM known ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;


--
-- Name: folded_number(text); Type: FUNCTION; Schema: core; Owner: -
--

CREATE FUNCTION core.folded_number(number text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN translate(regexp_replace(number, '[\u0009-\u000D\u0020\u0085\u00A0\u00AD\u034F\u061C\u115F\u1160\u1680\u17B4\u17B5\u180B-\u180F\u2000-\u200F\u2028-\u202F\u205F-\u206F\u2800\u3000\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFF8\U0001BCA0-\U0001BCA3\U0001D159\U0001D173-\U0001D17A\U000E0000-\U000E0FFF]'::text, ''::text, 'g'::text), (('([{（［｛〔【〖〘﹙﹝﹛⦗❲)]}）］｝〕】〗〙﹚﹞﹜⦘❳'::text || '‐‑‒–—−﹣－'::text) || '０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ'::text), (('〔〔〔〔〔〔〔〔〔〔〔〔〔〔〔〕〕〕〕〕〕〕〕〕〕〕〕〕〕〕'::text || '--------'::text) || '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'::text));


--
-- Name: holiday_notice_year(date, text); Type: FUNCTION; Schema: core; Owner: -
--

CREATE FUNCTION core.holiday_notice_year(date date, name text) RETURNS integer
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ((EXTRACT(year FROM date))::integer + (((EXTRACT(month FROM date) = (12)::numeric) AND (EXTRACT(day FROM date) >= (24)::numeric) AND (name ~~ '%元旦%'::text)))::integer);


--
-- Name: is_holiday_notice(integer, date[]); Type: FUNCTION; Schema: core; Owner: -
--

CREATE FUNCTION core.is_holiday_notice(year integer, holidays date[]) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ((make_date(year, 1, 1) = ANY (holidays)) AND (make_date(year, 5, 1) = ANY (holidays)) AND (ARRAY[make_date(year, 10, 1), make_date(year, 10, 2), make_date(year, 10, 3)] <@ holidays) AND (SELECT (count(*) >= 3) FROM unnest(is_holiday_notice.holidays) d(d) WHERE ((d.d >= make_date(is_holiday_notice.year, 1, 20)) AND (d.d <= make_date(is_holiday_notice.year, 2, 28)))) AND ((year < 2008) OR ((holidays && ARRAY[make_date(year, 4, 4), make_date(year, 4, 5), make_date(year, 4, 6)]) AND (EXISTS (SELECT FROM unnest(is_holiday_notice.holidays) d(d) WHERE ((d.d >= make_date(is_holiday_notice.year, 5, 20)) AND (d.d <= make_date(is_holiday_notice.year, 6, 30))))) AND (EXISTS (SELECT FROM unnest(is_holiday_notice.holidays) d(d) WHERE (((d.d >= make_date(is_holiday_notice.year, 9, 6)) AND (d.d <= make_date(is_holiday_notice.year, 9, 30))) OR (d.d = make_date(is_holiday_notice.year, 10, 8))))))));


--
-- Name: keep_material(); Type: FUNCTION; Schema: core; Owner: -
--

CREATE FUNCTION core.keep_material() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        IF OLD.state IN ('STORED', 'DESTROYED') THEN
            RAISE EXCEPTION 'a stored material is not deleted' USING ERRCODE = 'insufficient_privilege';
        END IF;
        RETURN OLD;
    END IF;
    IF (NEW.id, NEW.object_type, NEW.object_id, NEW.court_code, NEW.created_at)
            IS DISTINCT FROM (OLD.id, OLD.object_type, OLD.object_id, OLD.court_code, OLD.created_at)
        OR OLD.state = 'DESTROYED' AND NEW.state <> 'DESTROYED'
        OR OLD.state = 'STORED' AND (
            NEW.state NOT IN ('STORED', 'DESTROYED')
            OR (NEW.kind, NEW.title, NEW.pages, NEW.media_type, NEW.size, NEW.sha256, NEW.scan, NEW.manifest_cipher, NEW.file_name,
                    NEW.uploaded_by, NEW.uploaded_at)
                IS DISTINCT FROM (OLD.kind, OLD.title, OLD.pages, OLD.media_type, OLD.size, OLD.sha256, OLD.scan,
                    OLD.manifest_cipher, OLD.file_name, OLD.uploaded_by, OLD.uploaded_at)
        )
    THEN
        RAISE EXCEPTION 'a stored material stays as it is' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
END
$$;


--
-- Name: keep_material_chunk(); Type: FUNCTION; Schema: core; Owner: -
--

CREATE FUNCTION core.keep_material_chunk() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
DECLARE
    material_state text;
BEGIN
    IF TG_OP = 'UPDATE' THEN
        RAISE EXCEPTION 'a chunk is appended, never changed' USING ERRCODE = 'insufficient_privilege';
    END IF;
    SELECT m.state INTO material_state FROM core.material m
    WHERE m.id = CASE TG_OP WHEN 'INSERT' THEN NEW.material_id ELSE OLD.material_id END;
    IF TG_OP = 'INSERT' AND material_state IS DISTINCT FROM 'RECEIVING' OR TG_OP = 'DELETE' AND material_state = 'STORED' THEN
        RAISE EXCEPTION 'the bytes of a stored material stay as they are' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN CASE TG_OP WHEN 'INSERT' THEN NEW ELSE OLD END;
END
$$;


--
-- Name: may_read_sealed(); Type: FUNCTION; Schema: core; Owner: -
--

CREATE FUNCTION core.may_read_sealed() RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN COALESCE((current_setting('docket.sealed'::text, true) = 'on'::text), false);


--
-- Name: readable_courts(); Type: FUNCTION; Schema: core; Owner: -
--

CREATE FUNCTION core.readable_courts() RETURNS text[]
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN COALESCE((NULLIF(current_setting('docket.courts'::text, true), ''::text))::text[], '{}'::text[]);


--
-- Name: staff_id(); Type: FUNCTION; Schema: core; Owner: -
--

CREATE FUNCTION core.staff_id() RETURNS bigint
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (NULLIF(current_setting('docket.staff_id'::text, true), ''::text))::bigint;


--
-- Name: recused_from(); Type: FUNCTION; Schema: core; Owner: -
--

CREATE FUNCTION core.recused_from() RETURNS bigint[]
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (COALESCE((NULLIF(current_setting('docket.recused_from'::text, true), ''::text))::bigint[], '{}'::bigint[]) || core.staff_id());


--
-- Name: staff; Type: TABLE; Schema: core; Owner: -
--

CREATE TABLE core.staff (
    id bigint NOT NULL,
    no text NOT NULL,
    name text NOT NULL,
    court_code text NOT NULL,
    department_id bigint NOT NULL,
    roles text[] NOT NULL,
    active boolean DEFAULT true NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: recusing_staff(bigint, text[]); Type: FUNCTION; Schema: core; Owner: -
--

CREATE FUNCTION core.recusing_staff(staff bigint, staff_roles text[]) RETURNS bigint[]
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN ARRAY(SELECT other.id FROM (core.staff me JOIN core.staff other ON (((other.court_code = me.court_code) AND ((other.department_id = me.department_id) OR ('VICE_PRESIDENT'::text = ANY ((recusing_staff.staff_roles || me.roles))))))) WHERE (me.id = recusing_staff.staff) ORDER BY other.id);


--
-- Name: refuse_change(); Type: FUNCTION; Schema: core; Owner: -
--

CREATE FUNCTION core.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    RAISE EXCEPTION 'rows of % are appended, never changed', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END
$$;


--
-- Name: search_pairs(text); Type: FUNCTION; Schema: core; Owner: -
--

CREATE FUNCTION core.search_pairs(content text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE STRICT COST 10000 PARALLEL SAFE
    RETURN (SELECT COALESCE(array_to_tsvector(array_agg((u.a || COALESCE(u.b, ''::text)))), ''::tsvector) AS "coalesce" FROM UNNEST(string_to_array(search_pairs.content, NULL::text), (string_to_array(search_pairs.content, NULL::text))[2:]) u(a, b));


--
-- Name: search_text(text); Type: FUNCTION; Schema: core; Owner: -
--

CREATE FUNCTION core.search_text(content text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN lower((NORMALIZE(content, NFKC) COLLATE "C"));


--
-- Name: search_terms(text); Type: FUNCTION; Schema: core; Owner: -
--

CREATE FUNCTION core.search_terms(words text) RETURNS text[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN array_remove(regexp_split_to_array(core.search_text(words), '\s+'::text), ''::text);


--
-- Name: search_patterns(text); Type: FUNCTION; Schema: core; Owner: -
--

CREATE FUNCTION core.search_patterns(words text) RETURNS text[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (SELECT COALESCE(array_agg((('%'::text || regexp_replace(term.term, '([\\%_])'::text, '\\\1'::text, 'g'::text)) || '%'::text)), '{}'::text[]) AS "coalesce" FROM unnest(core.search_terms(search_patterns.words)) term(term) WHERE (char_length(term.term) > 2));


--
-- Name: search_term_pairs(text); Type: FUNCTION; Schema: core; Owner: -
--

CREATE FUNCTION core.search_term_pairs(term text) RETURNS text[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (SELECT array_agg((((''''::text || replace(replace(substr(search_term_pairs.term, i.i, 2), '\'::text, '\\'::text), ''''::text, ''''''::text)) || ''''::text) || CASE WHEN (char_length(search_term_pairs.term) = 1) THEN ':*'::text ELSE ''::text END) ORDER BY i.i) AS array_agg FROM generate_series(1, GREATEST((char_length(search_term_pairs.term) - 1), 1)) i(i));


--
-- Name: search_query(text); Type: FUNCTION; Schema: core; Owner: -
--

CREATE FUNCTION core.search_query(words text) RETURNS tsquery
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (SELECT (COALESCE(string_agg(pair.pair, ' & '::text), ''::text))::tsquery AS "coalesce" FROM unnest(core.search_terms(search_query.words)) term(term), LATERAL unnest(core.search_term_pairs(term.term)) pair(pair));


--
-- Name: sees_only_assigned(); Type: FUNCTION; Schema: core; Owner: -
--

CREATE FUNCTION core.sees_only_assigned() RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN COALESCE((current_setting('docket.assigned_only'::text, true) <> 'off'::text), true);


--
-- Name: settle_roles(); Type: FUNCTION; Schema: core; Owner: -
--

CREATE FUNCTION core.settle_roles() RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
DECLARE
    place record;
BEGIN
    FOR place IN
        SELECT n.nspname AS name FROM pg_namespace n
        WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND pg_has_role(n.nspowner, 'USAGE')
            AND n.nspowner IN (CURRENT_USER::regrole, (SELECT c.nspowner FROM pg_namespace c WHERE c.nspname = 'core'))
            AND n.nspname <> 'public'
    LOOP
        EXECUTE format('GRANT USAGE ON SCHEMA %I TO docket_writer', place.name);
        EXECUTE format('GRANT USAGE ON ALL SEQUENCES IN SCHEMA %I TO docket_writer', place.name);
    END LOOP;

    FOR place IN
        SELECT c.oid::regclass AS name, c.relkind IN ('v', 'm') AS is_view, c.relrowsecurity AS has_policies,
            EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'docket_writer') AS has_policy,
            EXISTS (
                SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgfoid = 'core.refuse_change'::regproc
            ) AS is_appended,
            (
                SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FROM pg_attribute a
                LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
                WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attidentity = '' AND a.attgenerated = ''
                    AND coalesce(pg_get_expr(d.adbin, d.adrelid) NOT IN ('clock_timestamp()', 'now()'), true)
            ) AS appended_columns
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm') AND pg_has_role(c.relowner, 'USAGE')
            AND n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'public')
            AND n.nspowner IN (CURRENT_USER::regrole, (SELECT c.nspowner FROM pg_namespace c WHERE c.nspname = 'core'))
    LOOP
        IF place.is_view THEN
            EXECUTE format('GRANT SELECT ON %s TO docket_writer', place.name);
        ELSIF place.is_appended THEN
            EXECUTE format('REVOKE ALL ON %s FROM docket_writer', place.name);
            EXECUTE format('GRANT SELECT, INSERT (%s) ON %s TO docket_writer', place.appended_columns, place.name);
        ELSE
            EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO docket_writer', place.name);
        END IF;
        IF place.has_policies AND NOT place.has_policy THEN
            EXECUTE format('CREATE POLICY docket_writer ON %s TO docket_writer USING (true) WITH CHECK (true)', place.name);
        END IF;
    END LOOP;

    -- What readers may call, commands may.
    FOR place IN
        SELECT p.oid::regprocedure AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
        WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'public') AND pg_has_role(p.proowner, 'USAGE')
            AND n.nspowner IN (CURRENT_USER::regrole, (SELECT c.nspowner FROM pg_namespace c WHERE c.nspname = 'core'))
            AND has_function_privilege('docket_reader', p.oid, 'EXECUTE')
            AND NOT has_function_privilege('docket_writer', p.oid, 'EXECUTE')
    LOOP
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO docket_writer', place.name);
    END LOOP;

    -- Nobody makes or changes a token through the API.
    REVOKE ALL ON core.token FROM docket_writer;
    GRANT SELECT (id, name, staff_id, court_code, roles, created_at, expires_at, revoked_at) ON core.token TO docket_writer;
    FOR place IN
        SELECT p.oid::regproc AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
        WHERE p.proname = 'settle_roles' AND p.pronargs = 0 AND n.nspname NOT IN ('core', 'public')
            AND pg_has_role(p.proowner, 'USAGE')
            AND n.nspowner IN (CURRENT_USER::regrole, (SELECT c.nspowner FROM pg_namespace c WHERE c.nspname = 'core'))
    LOOP
        EXECUTE format('SELECT %s()', place.name);
    END LOOP;
    -- A server asks at its start whether migrations are pending, before it takes a role.
    IF EXISTS (
        SELECT FROM pg_class c WHERE c.oid = to_regclass('public.docket_migration') AND pg_has_role(c.relowner, 'USAGE')
    ) THEN
        GRANT SELECT ON public.docket_migration TO PUBLIC;
    END IF;
END
$$;


--
-- Name: show_records(text, regclass); Type: FUNCTION; Schema: core; Owner: -
--

CREATE FUNCTION core.show_records(object_type text, relation regclass) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
DECLARE
    place record;
BEGIN
    INSERT INTO core.record_type VALUES ($1, $2::text);
    FOR place IN
        SELECT c.oid::regclass AS name, c.relname FROM pg_class c
        -- The log is found through its view, wherever it stands.
        WHERE c.oid = 'core.disclosure'::regclass OR c.oid IN (
            SELECT d.refobjid FROM pg_rewrite w
            JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = w.oid AND d.refclassid = 'pg_class'::regclass
            WHERE w.ev_class = 'core.change_record'::regclass AND d.refobjid <> w.ev_class
        )
    LOOP
        EXECUTE format(
            'CREATE POLICY %I ON %s AS RESTRICTIVE FOR SELECT TO docket_reader USING ('
                'object_type <> %L OR EXISTS (SELECT FROM %s seen WHERE seen.id = %I.object_id OFFSET 0))',
            'records_of_' || $1, place.name, $1, $2, place.relname
        );
    END LOOP;
END
$_$;


--
-- Name: similar_pairs(text); Type: FUNCTION; Schema: core; Owner: -
--

CREATE FUNCTION core.similar_pairs(words text) RETURNS text[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (SELECT COALESCE(array_agg(substr(term.term, i.i, 2)), '{}'::text[]) AS "coalesce" FROM unnest(core.search_terms(similar_pairs.words)) term(term), LATERAL generate_series(1, GREATEST((char_length(term.term) - 1), 1)) i(i));


--
-- Name: similar_query(text); Type: FUNCTION; Schema: core; Owner: -
--

CREATE FUNCTION core.similar_query(words text) RETURNS tsquery
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (SELECT (COALESCE(string_agg(taken.two, ' | '::text), ''::text))::tsquery AS "coalesce" FROM (SELECT (('('::text || string_agg(pairs.pair, ' & '::text)) || ')'::text) AS two FROM (SELECT p.pair, (row_number() OVER (ORDER BY t."position", p."position") - 1) AS "position" FROM unnest(core.search_terms(similar_query.words)) WITH ORDINALITY t(term, "position"), LATERAL unnest(core.search_term_pairs(t.term)) WITH ORDINALITY p(pair, "position")) pairs GROUP BY (pairs."position" / 2)) taken);


--
-- Name: similar_share(text, text[]); Type: FUNCTION; Schema: core; Owner: -
--

CREATE FUNCTION core.similar_share(content text, pairs text[]) RETURNS double precision
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (SELECT (COALESCE(avg(((strpos(similar_share.content, pair.pair) > 0))::integer), (0)::numeric))::double precision AS "coalesce" FROM unnest(similar_share.pairs) pair(pair));


--
-- Name: today(); Type: FUNCTION; Schema: core; Owner: -
--

CREATE FUNCTION core.today() RETURNS date
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (current_setting('docket.today'::text))::date;


--
-- Name: token_holder(bytea); Type: FUNCTION; Schema: core; Owner: -
--

CREATE FUNCTION core.token_holder(hash bytea) RETURNS TABLE(id bigint, name text, staff_id bigint, court_code text, department_id bigint, department_code text, roles text[], readable_courts text[], recused_from bigint[])
    LANGUAGE sql STABLE STRICT SECURITY DEFINER ROWS 1
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT t.id, t.name, t.staff_id, coalesce(t.court_code, ''), d.id, d.code, t.roles, core.courts_below(t.court_code, t.roles),
        core.recusing_staff(t.staff_id, t.roles)
    FROM core.token t
    LEFT JOIN core.staff s ON s.id = t.staff_id
    LEFT JOIN core.department d ON d.id = s.department_id
    WHERE t.secret_hash = hash AND t.revoked_at IS NULL AND t.expires_at > now() AND s.active IS NOT FALSE
$$;


--
-- Name: visible_rows(text, text, text, text, text); Type: FUNCTION; Schema: core; Owner: -
--

CREATE FUNCTION core.visible_rows(court text, sealed text DEFAULT NULL::text, assignee text DEFAULT NULL::text, assignees text DEFAULT NULL::text, recused text DEFAULT NULL::text) RETURNS text
    LANGUAGE sql IMMUTABLE
    RETURN concat_ws(' AND '::text, (court || ' = ANY ((SELECT core.readable_courts())::text[])'::text), (('(NOT '::text || sealed) || ' OR (SELECT core.may_read_sealed()))'::text), (('(NOT (SELECT core.sees_only_assigned()) OR '::text || assignee) || ' = (SELECT core.staff_id()))'::text), (('(NOT (SELECT core.sees_only_assigned()) OR (SELECT core.staff_id()) = ANY ('::text || assignees) || '))'::text), (('NOT coalesce('::text || recused) || ' && (SELECT core.recused_from())::bigint[], false)'::text));


--
-- Name: holiday; Type: TABLE; Schema: core; Owner: -
--

CREATE TABLE core.holiday (
    date date NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    source text NOT NULL,
    CONSTRAINT holiday_kind_check CHECK ((kind = ANY (ARRAY['HOLIDAY'::text, 'MAKEUP_WORKDAY'::text])))
);


--
-- Name: holiday_year; Type: TABLE; Schema: core; Owner: -
--

CREATE TABLE core.holiday_year (
    year integer NOT NULL,
    known_since timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: working_days(date, date); Type: FUNCTION; Schema: core; Owner: -
--

CREATE FUNCTION core.working_days(from_on date, to_on date) RETURNS integer
    LANGUAGE sql STABLE
    RETURN (SELECT CASE WHEN (count(*) = count(y.year)) THEN (count(*) FILTER (WHERE COALESCE((h.kind = 'MAKEUP_WORKDAY'::text), (EXTRACT(isodow FROM d.d) < (6)::numeric))))::integer ELSE NULL::integer END AS "case" FROM ((generate_series(((working_days.from_on + 1))::timestamp with time zone, (working_days.to_on)::timestamp with time zone, '1 day'::interval) d(d) LEFT JOIN core.holiday h ON ((h.date = (d.d)::date))) LEFT JOIN core.holiday_year y ON ((y.year = (EXTRACT(year FROM d.d))::integer))) WHERE ((working_days.from_on IS NOT NULL) AND (working_days.to_on IS NOT NULL)) HAVING ((working_days.from_on IS NOT NULL) AND (working_days.to_on IS NOT NULL)));


--
-- Name: keep_dossier_handler(); Type: FUNCTION; Schema: dossiers; Owner: -
--

CREATE FUNCTION dossiers.keep_dossier_handler() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE dossiers.registration SET assignees = '{}' WHERE dossier_id = NEW.id;
    PERFORM dossiers.refresh_petitioners(
        ARRAY(SELECT petitioner_id FROM dossiers.dossier_petitioner WHERE dossier_id = NEW.id)
    );
    RETURN NULL;
END
$$;


--
-- Name: keep_registration_assignees(); Type: FUNCTION; Schema: dossiers; Owner: -
--

CREATE FUNCTION dossiers.keep_registration_assignees() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
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


--
-- Name: keep_registration_petitioners(); Type: FUNCTION; Schema: dossiers; Owner: -
--

CREATE FUNCTION dossiers.keep_registration_petitioners() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM dossiers.refresh_petitioners(
        ARRAY(SELECT petitioner_id FROM dossiers.registration_petitioner WHERE registration_id = NEW.id)
    );
    RETURN NULL;
END
$$;


--
-- Name: move_petitioner(bigint, bigint, boolean); Type: FUNCTION; Schema: dossiers; Owner: -
--

CREATE FUNCTION dossiers.move_petitioner(registration_key bigint, petitioner_key bigint, to_sealed boolean) RETURNS bigint
    LANGUAGE plpgsql
    AS $$
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


--
-- Name: refresh_petitioners(bigint[]); Type: FUNCTION; Schema: dossiers; Owner: -
--

CREATE FUNCTION dossiers.refresh_petitioners(keys bigint[]) RETURNS void
    LANGUAGE sql
    AS $$
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


--
-- Name: seal_registration(bigint, boolean, bigint[]); Type: FUNCTION; Schema: dossiers; Owner: -
--

CREATE FUNCTION dossiers.seal_registration(registration_key bigint, to_sealed boolean, accused bigint[]) RETURNS void
    LANGUAGE plpgsql
    AS $$
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


--
-- Name: settle_roles(); Type: FUNCTION; Schema: host; Owner: -
--

CREATE FUNCTION host.settle_roles() RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    -- An event stays as it was recorded, at the clock's time; only its position comes later.
    REVOKE ALL ON host.outbox_event FROM docket_writer;
    GRANT SELECT, INSERT (name, object_id, court_code, state, sealed), UPDATE (position) ON host.outbox_event TO docket_writer;
    -- A key that was used stays known, and a probe is never kept.
    REVOKE UPDATE, DELETE ON host.sealing_key FROM docket_writer;
    REVOKE ALL ON host.write_probe FROM docket_writer;
    GRANT INSERT ON host.write_probe TO docket_writer;
END
$$;


--
-- Name: letter; Type: TABLE; Schema: letters; Owner: -
--

CREATE TABLE letters.letter (
    id bigint NOT NULL,
    court_code text NOT NULL,
    letter_no text NOT NULL,
    source text NOT NULL,
    received_on date NOT NULL,
    postmark_on date,
    received_via text NOT NULL,
    transfer_batch_id bigint,
    batch_no text,
    item_no integer,
    external_ref text,
    from_org text,
    registration_id bigint,
    dossier_id bigint,
    joint_count integer NOT NULL,
    subject text NOT NULL,
    abstract text NOT NULL,
    matter_class text NOT NULL,
    category text NOT NULL,
    classified_at timestamp with time zone,
    sealed boolean DEFAULT false NOT NULL,
    accused_staff_ids bigint[] DEFAULT '{}'::bigint[] NOT NULL,
    assignee_id bigint,
    assigned_at timestamp with time zone,
    due_on date NOT NULL,
    original_due_on date NOT NULL,
    deadline_rule_key text NOT NULL,
    duplicate_of_id bigint,
    duplicate_basis text,
    duplicate_decided_by bigint,
    duplicate_decided_at timestamp with time zone,
    review_level text,
    review_round integer DEFAULT 0 NOT NULL,
    state text NOT NULL,
    replied_on date,
    closed_on date,
    void_reason text,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    created_by bigint,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    approved_on date,
    CONSTRAINT letter_category_check CHECK ((category = ANY (ARRAY['TRIAL_CIVIL'::text, 'TRIAL_CRIMINAL'::text, 'TRIAL_ADMIN'::text, 'ENFORCEMENT'::text, 'FILING'::text, 'STATE_COMPENSATION'::text, 'STAFF_CONDUCT'::text, 'OTHER'::text]))),
    CONSTRAINT letter_check CHECK ((duplicate_of_id <> id)),
    CONSTRAINT letter_check1 CHECK (((duplicate_of_id IS NULL) = (duplicate_basis IS NULL))),
    CONSTRAINT letter_check2 CHECK (((transfer_batch_id IS NULL) = (item_no IS NULL))),
    CONSTRAINT letter_check3 CHECK (((state = 'IN_REVIEW'::text) = (review_level IS NOT NULL))),
    CONSTRAINT letter_duplicate_basis_check CHECK ((duplicate_basis = ANY (ARRAY['SAME_PERSON_SAME_MATTER'::text, 'SAME_DOCUMENT'::text, 'MANUAL'::text]))),
    CONSTRAINT letter_joint_count_check CHECK ((joint_count >= 0)),
    CONSTRAINT letter_matter_class_check CHECK ((matter_class = ANY (ARRAY['SUGGESTION'::text, 'ACCUSATION'::text, 'APPEAL_CLAIM'::text]))),
    CONSTRAINT letter_received_via_check CHECK ((received_via = ANY (ARRAY['POST'::text, 'EMAIL'::text, 'WEB'::text, 'TRANSFER'::text, 'HAND'::text]))),
    CONSTRAINT letter_review_level_check CHECK ((review_level = ANY (ARRAY['DIVISION_HEAD'::text, 'VICE_PRESIDENT'::text, 'PRESIDENT'::text]))),
    CONSTRAINT letter_source_check CHECK ((source = ANY (ARRAY['ORDINARY'::text, 'CENTRAL_INSPECTION'::text, 'PRESIDENT'::text, 'CONGRESS_DEPUTY'::text, 'SUPERIOR_COURT'::text, 'PARTY_POLITICAL_LEGAL'::text, 'OTHER'::text]))),
    CONSTRAINT letter_state_check CHECK ((state = ANY (ARRAY['REGISTERED'::text, 'CLASSIFIED'::text, 'OBJECTED'::text, 'RETURNED_TO_SENDER'::text, 'TRANSFERRED'::text, 'DUPLICATE'::text, 'ASSIGNED'::text, 'HANDLING'::text, 'PAUSED'::text, 'IN_REVIEW'::text, 'APPROVED'::text, 'REPLIED'::text, 'REPORTED'::text, 'CLOSED'::text, 'BOUND'::text, 'ARCHIVED'::text, 'VOIDED'::text])))
);


--
-- Name: days_left(letters.letter); Type: FUNCTION; Schema: letters; Owner: -
--

CREATE FUNCTION letters.days_left(letters.letter) RETURNS integer
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN CASE WHEN ((($1).replied_on IS NULL) AND (($1).state <> ALL (ARRAY['RETURNED_TO_SENDER'::text, 'TRANSFERRED'::text, 'VOIDED'::text, 'CLOSED'::text, 'BOUND'::text, 'ARCHIVED'::text]))) THEN (($1).due_on - core.today()) ELSE NULL::integer END;


--
-- Name: letter_case; Type: TABLE; Schema: letters; Owner: -
--

CREATE TABLE letters.letter_case (
    id bigint NOT NULL,
    letter_id bigint NOT NULL,
    court_code text NOT NULL,
    seq integer NOT NULL,
    case_no text NOT NULL,
    format text NOT NULL,
    year integer NOT NULL,
    case_court_code text,
    type_code text,
    CONSTRAINT letter_case_format_check CHECK ((format = ANY (ARRAY['STANDARD'::text, 'LEGACY'::text])))
);


--
-- Name: letter_sender; Type: TABLE; Schema: letters; Owner: -
--

CREATE TABLE letters.letter_sender (
    id bigint NOT NULL,
    letter_id bigint NOT NULL,
    court_code text NOT NULL,
    seq integer NOT NULL,
    name_masked text NOT NULL,
    name_cipher bytea,
    id_number_masked text,
    id_number_cipher bytea,
    id_number_hash bytea,
    mobile_masked text,
    mobile_cipher bytea,
    mobile_hash bytea,
    address_masked text,
    address_cipher bytea,
    region_code text
);


--
-- Name: duplicate_reasons(bigint, bigint, boolean); Type: FUNCTION; Schema: letters; Owner: -
--

CREATE FUNCTION letters.duplicate_reasons(a bigint, b bigint, similar_text boolean) RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    RETURN array_remove(ARRAY[CASE WHEN (EXISTS (SELECT FROM (letters.letter_sender x JOIN letters.letter_sender y USING (id_number_hash)) WHERE ((x.letter_id = duplicate_reasons.a) AND (y.letter_id = duplicate_reasons.b)))) THEN 'SAME_ID_NUMBER'::text ELSE NULL::text END, CASE WHEN (EXISTS (SELECT FROM (letters.letter_sender x JOIN letters.letter_sender y USING (mobile_hash)) WHERE ((x.letter_id = duplicate_reasons.a) AND (y.letter_id = duplicate_reasons.b)))) THEN 'SAME_MOBILE'::text ELSE NULL::text END, CASE WHEN (EXISTS (SELECT FROM (letters.letter_case x JOIN letters.letter_case y USING (case_no)) WHERE ((x.letter_id = duplicate_reasons.a) AND (y.letter_id = duplicate_reasons.b)))) THEN 'SAME_CASE'::text ELSE NULL::text END, CASE WHEN similar_text THEN 'SIMILAR_TEXT'::text ELSE NULL::text END], NULL::text);


--
-- Name: feedback; Type: TABLE; Schema: letters; Owner: -
--

CREATE TABLE letters.feedback (
    id bigint NOT NULL,
    letter_id bigint NOT NULL,
    court_code text NOT NULL,
    sender_id bigint NOT NULL,
    rating text NOT NULL,
    liked boolean NOT NULL,
    comment text,
    received_on date NOT NULL,
    via text NOT NULL,
    reply_sent_on date NOT NULL,
    CONSTRAINT feedback_rating_check CHECK ((rating = ANY (ARRAY['SATISFIED'::text, 'BASICALLY_SATISFIED'::text, 'DISSATISFIED'::text]))),
    CONSTRAINT feedback_via_check CHECK ((via = ANY (ARRAY['QUERY_CODE'::text, 'PHONE'::text, 'LETTER'::text])))
);


--
-- Name: has_feedback(letters.letter); Type: FUNCTION; Schema: letters; Owner: -
--

CREATE FUNCTION letters.has_feedback(letters.letter) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (EXISTS (SELECT FROM letters.feedback f WHERE (f.letter_id = ($1).id)));


--
-- Name: is_duplicate(letters.letter); Type: FUNCTION; Schema: letters; Owner: -
--

CREATE FUNCTION letters.is_duplicate(letters.letter) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (($1).duplicate_of_id IS NOT NULL);


--
-- Name: keep_text(); Type: FUNCTION; Schema: letters; Owner: -
--

CREATE FUNCTION letters.keep_text() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO letters.letter_text VALUES (NEW.id, core.search_text(NEW.subject || E'\n' || NEW.abstract))
        ON CONFLICT (letter_id) DO UPDATE SET search_text = excluded.search_text;
    RETURN NULL;
END
$$;


--
-- Name: letter_text; Type: TABLE; Schema: letters; Owner: -
--

CREATE TABLE letters.letter_text (
    letter_id bigint NOT NULL,
    search_text text NOT NULL
);


--
-- Name: mentioning(text); Type: FUNCTION; Schema: letters; Owner: -
--

CREATE FUNCTION letters.mentioning(words text) RETURNS SETOF bigint
    LANGUAGE sql STABLE STRICT SECURITY DEFINER ROWS 200 PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET work_mem TO '64MB'
    BEGIN ATOMIC
 SELECT l.id
    FROM (letters.letter_text s
      JOIN letters.letter l ON ((l.id = s.letter_id)))
   WHERE ((core.search_pairs(s.search_text) @@ ( SELECT core.search_query(mentioning.words) AS search_query)) AND (s.search_text ~~ ALL (( SELECT core.search_patterns(mentioning.words) AS search_patterns)::text[])) AND (l.court_code = ANY (( SELECT core.readable_courts() AS readable_courts)::text[])) AND ((NOT l.sealed) OR ( SELECT core.may_read_sealed() AS may_read_sealed)) AND ((NOT ( SELECT core.sees_only_assigned() AS sees_only_assigned)) OR (l.assignee_id = ( SELECT core.staff_id() AS staff_id))) AND (NOT COALESCE((l.accused_staff_ids && ( SELECT core.recused_from() AS recused_from)), false)));
END;


--
-- Name: metric_letters(text[], date, date); Type: FUNCTION; Schema: letters; Owner: -
--

CREATE FUNCTION letters.metric_letters(courts text[], from_on date, to_on date) RETURNS SETOF letters.letter
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    WITH own AS MATERIALIZED (
        SELECT (SELECT s.court_code FROM core.staff s WHERE s.id = core.staff_id()) AS court_code
    ), counted AS (
        SELECT l
        FROM letters.letter l
        WHERE l.received_on BETWEEN from_on AND to_on AND l.state <> 'VOIDED'
            AND l.court_code = ANY (courts) AND l.court_code = ANY ((SELECT core.readable_courts())::text[])
            AND (NOT l.sealed OR (SELECT core.may_read_sealed()))
            AND NOT coalesce(l.accused_staff_ids && (SELECT core.recused_from())::bigint[], false)
    )
    SELECT (c.l).* FROM counted c WHERE (c.l).court_code = (SELECT o.court_code FROM own o)
    UNION ALL
    SELECT (c.l).*
    FROM counted c
    JOIN letters.report_parts('COURT', (SELECT o.court_code FROM own o)) p ON p.court_code = (c.l).court_code
        AND (c.l).received_on >= p.first_month AND (c.l).received_on < p.last_month + interval '1 month'
    WHERE p.first_month >= from_on AND p.last_month + interval '1 month' <= to_on + interval '1 day'
$$;


--
-- Name: metric_on_time(text[], date, date); Type: FUNCTION; Schema: letters; Owner: -
--

CREATE FUNCTION letters.metric_on_time(courts text[], from_on date, to_on date) RETURNS TABLE(court_code text, numerator numeric, denominator numeric, inputs_hash bytea)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT l.court_code, count(*) FILTER (WHERE l.replied_on <= l.due_on), count(*),
        sha256(convert_to(string_agg(l.id || ':' || l.version, ',' ORDER BY l.id), 'UTF8'))
    FROM letters.metric_letters(courts, from_on, to_on) l
    WHERE l.duplicate_of_id IS NULL AND (l.replied_on IS NOT NULL OR letters.overdue(l))
    GROUP BY l.court_code
$$;


--
-- Name: metric_satisfaction(text[], date, date); Type: FUNCTION; Schema: letters; Owner: -
--

CREATE FUNCTION letters.metric_satisfaction(courts text[], from_on date, to_on date) RETURNS TABLE(court_code text, numerator numeric, denominator numeric, inputs_hash bytea)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT l.court_code, count(*) FILTER (WHERE f.satisfied), count(*),
        sha256(convert_to(string_agg(l.id || ':' || l.version, ',' ORDER BY l.id), 'UTF8'))
    FROM letters.metric_letters(courts, from_on, to_on) l
    CROSS JOIN LATERAL (
        SELECT bool_or(b.rating <> 'DISSATISFIED') AS satisfied
        FROM letters.feedback b JOIN letters.reply r ON r.letter_id = b.letter_id AND r.sent_on = b.reply_sent_on
        WHERE b.letter_id = l.id
        HAVING count(*) > 0
    ) f
    WHERE l.duplicate_of_id IS NULL AND l.replied_on IS NOT NULL
    GROUP BY l.court_code
$$;


--
-- Name: on_time(letters.letter); Type: FUNCTION; Schema: letters; Owner: -
--

CREATE FUNCTION letters.on_time(letters.letter) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN CASE WHEN (($1).replied_on IS NOT NULL) THEN (($1).replied_on <= ($1).due_on) WHEN ((($1).due_on < core.today()) AND (($1).state <> ALL (ARRAY['DUPLICATE'::text, 'RETURNED_TO_SENDER'::text, 'TRANSFERRED'::text, 'VOIDED'::text, 'PAUSED'::text, 'CLOSED'::text, 'BOUND'::text, 'ARCHIVED'::text]))) THEN false ELSE NULL::boolean END;


--
-- Name: overdue(letters.letter); Type: FUNCTION; Schema: letters; Owner: -
--

CREATE FUNCTION letters.overdue(letters.letter) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN ((($1).due_on < core.today()) AND (($1).replied_on IS NULL) AND (($1).state <> ALL (ARRAY['DUPLICATE'::text, 'RETURNED_TO_SENDER'::text, 'TRANSFERRED'::text, 'VOIDED'::text, 'PAUSED'::text, 'CLOSED'::text, 'BOUND'::text, 'ARCHIVED'::text])));


--
-- Name: report(date, date, text, text); Type: FUNCTION; Schema: letters; Owner: -
--

CREATE FUNCTION letters.report("from" date, "to" date, court text, "groupBy" text) RETURNS SETOF letters.report_row
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    WITH own AS MATERIALIZED (
        SELECT (SELECT s.court_code FROM core.staff s WHERE s.id = core.staff_id()) AS court_code
    ), counted AS (
        SELECT l, letters.report_group(l, "groupBy") AS group_key
        FROM letters.letter l
        WHERE l.received_on BETWEEN "from" AND "to" AND l.state <> 'VOIDED'
            AND l.court_code = ANY ((SELECT core.readable_courts())::text[])
            AND (court IS NULL OR l.court_code = court)
            AND (NOT l.sealed OR (SELECT core.may_read_sealed()))
            AND NOT coalesce(l.accused_staff_ids && (SELECT core.recused_from())::bigint[], false)
    ), shown AS (
        SELECT c.l, c.group_key FROM counted c WHERE (c.l).court_code = (SELECT o.court_code FROM own o)
        UNION ALL
        SELECT c.l, c.group_key
        FROM counted c
        JOIN letters.report_parts("groupBy", (SELECT o.court_code FROM own o)) p ON p.court_code = (c.l).court_code
            AND p.group_key = c.group_key AND (c.l).received_on >= p.first_month
            AND (c.l).received_on < p.last_month + interval '1 month'
        WHERE p.first_month >= "from" AND p.last_month + interval '1 month' <= "to" + interval '1 day'
    ), letter AS (
        SELECT s.group_key, (s.l).duplicate_of_id IS NULL AS is_case, (s.l).replied_on, (s.l).due_on, (s.l).received_on,
            (s.l).duplicate_of_id IS NULL AND (s.l).replied_on IS NOT NULL AS is_replied, letters.overdue(s.l) AS is_overdue,
            (s.l).state IN ('CLOSED', 'BOUND', 'ARCHIVED') AS is_closed,
            EXISTS (SELECT FROM letters.online_report o WHERE o.letter_id = (s.l).id AND o.result = 'ACCEPTED') AS is_reported,
            (s.l).transfer_batch_id IS NOT NULL OR (s.l).from_org IS NOT NULL AS is_transferred,
            (SELECT count(*) FROM letters.review_step r WHERE r.letter_id = (s.l).id) AS reviews,
            (SELECT count(*) FROM letters.review_step r WHERE r.letter_id = (s.l).id AND r.decision = 'RETURNED') AS returns,
            f.rated, f.satisfied, f.liked
        FROM shown s
        CROSS JOIN LATERAL (
            SELECT count(*) > 0 AS rated, coalesce(bool_or(b.rating <> 'DISSATISFIED'), false) AS satisfied,
                coalesce(bool_or(b.liked), false) AS liked
            FROM letters.feedback b JOIN letters.reply r ON r.letter_id = b.letter_id AND r.sent_on = b.reply_sent_on
            WHERE b.letter_id = (s.l).id
        ) f
    )
    SELECT group_key, count(*)::integer, (count(*) FILTER (WHERE is_case))::integer,
        (count(*) FILTER (WHERE is_replied))::integer,
        (count(*) FILTER (WHERE is_replied AND replied_on <= due_on))::integer,
        (count(*) FILTER (WHERE is_case AND is_overdue))::integer,
        (count(*) FILTER (WHERE is_replied AND replied_on <= due_on))::double precision
            / nullif(count(*) FILTER (WHERE is_replied OR is_case AND is_overdue), 0),
        (count(*) FILTER (WHERE is_case AND is_closed))::double precision / nullif(count(*) FILTER (WHERE is_case), 0),
        (count(*) FILTER (WHERE is_closed))::double precision / nullif(count(*), 0),
        (count(*) FILTER (WHERE is_transferred AND is_case AND is_reported))::double precision
            / nullif(count(*) FILTER (WHERE is_transferred AND is_case), 0),
        avg(core.working_days(received_on, replied_on)) FILTER (WHERE is_replied),
        sum(returns)::double precision / nullif(sum(reviews), 0),
        (count(*) FILTER (WHERE is_replied AND satisfied))::double precision / nullif(count(*) FILTER (WHERE is_replied AND rated), 0),
        (count(*) FILTER (WHERE is_replied AND rated))::double precision / nullif(count(*) FILTER (WHERE is_replied), 0),
        (count(*) FILTER (WHERE is_replied AND liked))::double precision / nullif(count(*) FILTER (WHERE is_replied), 0),
        (count(*) FILTER (WHERE is_transferred AND is_reported))::double precision
            / nullif(count(*) FILTER (WHERE is_transferred), 0)
    FROM letter
    GROUP BY group_key
$$;


--
-- Name: report_group(letters.letter, text); Type: FUNCTION; Schema: letters; Owner: -
--

CREATE FUNCTION letters.report_group(letter letters.letter, "groupBy" text) RETURNS text
    LANGUAGE sql STABLE
    AS $$
    SELECT CASE "groupBy"
        WHEN 'COURT' THEN letter.court_code WHEN 'SOURCE' THEN letter.source WHEN 'CATEGORY' THEN letter.category
        ELSE coalesce((SELECT d.court_code || ' ' || d.name FROM core.staff s JOIN core.department d ON d.id = s.department_id
            WHERE s.id = letter.assignee_id), '')
    END
$$;


--
-- Name: report_parts(text, text); Type: FUNCTION; Schema: letters; Owner: -
--

CREATE FUNCTION letters.report_parts("groupBy" text, own_court text) RETURNS TABLE(court_code text, first_month date, last_month date, group_key text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    WITH RECURSIVE month AS (
        SELECT l.court_code, date_trunc('month', l.received_on)::date AS month, count(*) AS letters,
            row_number() OVER (PARTITION BY l.court_code ORDER BY date_trunc('month', l.received_on)::date) AS place
        FROM letters.letter l
        WHERE l.state <> 'VOIDED' AND l.court_code = ANY ((SELECT core.readable_courts())::text[])
            AND l.court_code IS DISTINCT FROM own_court AND l.received_on < date_trunc('month', core.today())
            AND (NOT l.sealed OR (SELECT core.may_read_sealed()))
            AND NOT coalesce(l.accused_staff_ids && (SELECT core.recused_from())::bigint[], false)
        GROUP BY 1, 2
    ), taken AS (
        SELECT m.court_code, m.month, m.place, 1 AS part, m.letters FROM month m WHERE m.place = 1
        UNION ALL
        SELECT m.court_code, m.month, m.place, t.part + (t.letters >= 5)::integer,
            CASE WHEN t.letters >= 5 THEN m.letters ELSE t.letters + m.letters END
        FROM taken t JOIN month m ON m.court_code = t.court_code AND m.place = t.place + 1
    ), part AS (
        SELECT t.court_code, min(t.month) AS first_month, max(t.month) AS last_month
        FROM taken t GROUP BY t.court_code, t.part HAVING max(t.letters) >= 5
    ), cell AS (
        SELECT p.court_code, p.first_month, p.last_month, letters.report_group(l, "groupBy") AS group_key, count(*) AS letters
        FROM part p
        JOIN letters.letter l ON l.court_code = p.court_code AND l.received_on >= p.first_month
            AND l.received_on < p.last_month + interval '1 month'
        WHERE l.state <> 'VOIDED' AND (NOT l.sealed OR (SELECT core.may_read_sealed()))
            AND NOT coalesce(l.accused_staff_ids && (SELECT core.recused_from())::bigint[], false)
        GROUP BY 1, 2, 3, 4
    ), ranked AS (
        SELECT c.*, coalesce(sum(c.letters) FILTER (WHERE c.letters < 5) OVER (PARTITION BY c.court_code, c.first_month), 0) AS small,
            row_number() OVER (PARTITION BY c.court_code, c.first_month, c.letters >= 5 ORDER BY c.letters, c.group_key) AS place
        FROM cell c
    )
    SELECT court_code, first_month, last_month, group_key FROM ranked
    WHERE letters >= 5 AND NOT (small BETWEEN 1 AND 4 AND place = 1)
$$;


--
-- Name: resembling(text); Type: FUNCTION; Schema: letters; Owner: -
--

CREATE FUNCTION letters.resembling(words text) RETURNS SETOF bigint
    LANGUAGE sql STABLE STRICT SECURITY DEFINER ROWS 200 PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET work_mem TO '64MB'
    BEGIN ATOMIC
 SELECT l.id
    FROM (letters.letter_text s
      JOIN letters.letter l ON ((l.id = s.letter_id)))
   WHERE ((core.search_pairs(s.search_text) @@ ( SELECT core.similar_query(resembling.words) AS similar_query)) AND (core.similar_share(s.search_text, ( SELECT core.similar_pairs(resembling.words) AS similar_pairs)) > (0.5)::double precision) AND (l.court_code = ANY (( SELECT core.readable_courts() AS readable_courts)::text[])) AND ((NOT l.sealed) OR ( SELECT core.may_read_sealed() AS may_read_sealed)) AND ((NOT ( SELECT core.sees_only_assigned() AS sees_only_assigned)) OR (l.assignee_id = ( SELECT core.staff_id() AS staff_id))) AND (NOT COALESCE((l.accused_staff_ids && ( SELECT core.recused_from() AS recused_from)), false)));
END;


--
-- Name: seal_matter(bigint); Type: FUNCTION; Schema: letters; Owner: -
--

CREATE FUNCTION letters.seal_matter(root bigint) RETURNS TABLE(letter_id bigint, court_code text, registration_id bigint, accused bigint[])
    LANGUAGE sql
    AS $$
    WITH matter AS (
        SELECT bool_or(l.sealed OR l.matter_class = 'ACCUSATION') AS sealed, ARRAY(
            SELECT DISTINCT unnest(m.accused_staff_ids) FROM letters.letter m WHERE m.id = root OR m.duplicate_of_id = root ORDER BY 1
        ) AS accused
        FROM letters.letter l WHERE l.id = root OR l.duplicate_of_id = root
    )
    UPDATE letters.letter l SET sealed = true, accused_staff_ids = matter.accused, version = l.version + 1, updated_at = now()
    FROM matter
    WHERE (l.id = root OR l.duplicate_of_id = root) AND matter.sealed
        AND (l.sealed, l.accused_staff_ids) IS DISTINCT FROM (true, matter.accused)
    RETURNING l.id, l.court_code, l.registration_id, l.accused_staff_ids
$$;


--
-- Name: access_log; Type: TABLE; Schema: core; Owner: -
--

CREATE TABLE core.access_log (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    request_id text NOT NULL,
    token_id bigint NOT NULL,
    staff_id bigint,
    court_code text NOT NULL,
    object_type text NOT NULL,
    object_id bigint NOT NULL,
    fields text[] NOT NULL,
    purpose text NOT NULL,
    reason text NOT NULL
);


--
-- Name: access_log_id_seq; Type: SEQUENCE; Schema: core; Owner: -
--

ALTER TABLE core.access_log ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME core.access_log_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: audit_event; Type: TABLE; Schema: host; Owner: -
--

CREATE TABLE host.audit_event (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    request_id text NOT NULL,
    token_id bigint NOT NULL,
    client text NOT NULL,
    staff_id bigint,
    roles text[] NOT NULL,
    court_code text,
    action text NOT NULL,
    object_type text NOT NULL,
    object_id bigint,
    changed_fields text[] NOT NULL,
    purpose text
);


--
-- Name: change_record; Type: VIEW; Schema: core; Owner: -
--

CREATE VIEW core.change_record WITH (security_invoker='true') AS
 SELECT audit_event.id,
    audit_event.at,
    audit_event.action,
    audit_event.staff_id,
    audit_event.roles,
        CASE
            WHEN (audit_event.staff_id IS NULL) THEN audit_event.client
            ELSE NULL::text
        END AS client,
    audit_event.changed_fields,
    audit_event.court_code,
    audit_event.object_type,
    audit_event.object_id
   FROM host.audit_event;


--
-- Name: deadline_rule; Type: TABLE; Schema: core; Owner: -
--

CREATE TABLE core.deadline_rule (
    id bigint NOT NULL,
    key text NOT NULL,
    court_code text,
    amount integer,
    unit text NOT NULL,
    max_extension integer,
    approver_role text,
    legal_basis text NOT NULL,
    confirmed boolean DEFAULT false NOT NULL,
    effective_from date NOT NULL,
    effective_to date,
    CONSTRAINT deadline_rule_amount_check CHECK ((amount > 0)),
    CONSTRAINT deadline_rule_check CHECK (((effective_to IS NULL) OR (effective_to > effective_from))),
    CONSTRAINT deadline_rule_max_extension_check CHECK ((max_extension > 0)),
    CONSTRAINT deadline_rule_unit_check CHECK ((unit = ANY (ARRAY['CALENDAR_DAY'::text, 'WORKING_DAY'::text, 'MONTH'::text, 'HOUR'::text])))
);


--
-- Name: deadline_rule_id_seq; Type: SEQUENCE; Schema: core; Owner: -
--

ALTER TABLE core.deadline_rule ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME core.deadline_rule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: department; Type: TABLE; Schema: core; Owner: -
--

CREATE TABLE core.department (
    id bigint NOT NULL,
    court_code text NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    kind text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT department_kind_check CHECK ((kind = ANY (ARRAY['PETITION'::text, 'TRIAL'::text, 'ENFORCEMENT'::text, 'DISCIPLINE'::text, 'ARCHIVE'::text, 'OFFICE'::text, 'OTHER'::text])))
);


--
-- Name: department_id_seq; Type: SEQUENCE; Schema: core; Owner: -
--

ALTER TABLE core.department ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME core.department_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: disclosure; Type: TABLE; Schema: core; Owner: -
--

CREATE TABLE core.disclosure (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    request_id text NOT NULL,
    token_id bigint NOT NULL,
    court_code text NOT NULL,
    recipient_id bigint NOT NULL,
    purpose text NOT NULL,
    legal_basis text NOT NULL,
    fields text[] NOT NULL,
    object_type text NOT NULL,
    object_id bigint NOT NULL,
    approver_id bigint NOT NULL,
    recorder_id bigint NOT NULL,
    CONSTRAINT disclosure_check CHECK ((approver_id <> recorder_id)),
    CONSTRAINT disclosure_fields_check CHECK ((cardinality(fields) > 0))
);


--
-- Name: disclosure_id_seq; Type: SEQUENCE; Schema: core; Owner: -
--

ALTER TABLE core.disclosure ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME core.disclosure_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: material; Type: TABLE; Schema: core; Owner: -
--

CREATE TABLE core.material (
    id bigint NOT NULL,
    object_type text NOT NULL,
    object_id bigint NOT NULL,
    court_code text NOT NULL,
    kind text NOT NULL,
    title text NOT NULL,
    pages integer,
    state text DEFAULT 'AWAITED'::text NOT NULL,
    announced_size integer,
    announced_sha256 text,
    media_type text,
    size integer,
    sha256 text,
    scan text,
    manifest_cipher bytea,
    file_name text,
    created_by bigint,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    uploaded_by bigint,
    uploaded_at timestamp with time zone,
    expires_at timestamp with time zone,
    CONSTRAINT material_check CHECK (((state = ANY (ARRAY['AWAITED'::text, 'RECEIVING'::text])) = (expires_at IS NOT NULL))),
    CONSTRAINT material_check1 CHECK (((state = ANY (ARRAY['AWAITED'::text, 'RECEIVING'::text])) OR (num_nulls(media_type, size, sha256, scan, manifest_cipher, uploaded_at) = 0))),
    CONSTRAINT material_kind_check CHECK ((kind = ANY (ARRAY['PETITION_LETTER'::text, 'ID_COPY'::text, 'JUDGMENT'::text, 'REPLY'::text, 'HEARING_RECORD'::text, 'EVIDENCE'::text, 'POWER_OF_ATTORNEY'::text, 'HARDSHIP_PROOF'::text, 'OPINION'::text, 'RECEIPT'::text, 'OTHER'::text]))),
    CONSTRAINT material_pages_check CHECK (((pages >= 1) AND (pages <= 9999))),
    CONSTRAINT material_scan_check CHECK ((scan = ANY (ARRAY['CLEAN'::text, 'UNSCANNED'::text]))),
    CONSTRAINT material_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
    CONSTRAINT material_size_check CHECK ((size > 0)),
    CONSTRAINT material_state_check CHECK ((state = ANY (ARRAY['AWAITED'::text, 'RECEIVING'::text, 'STORED'::text, 'DESTROYED'::text])))
);


--
-- Name: material_chunk; Type: TABLE; Schema: core; Owner: -
--

CREATE TABLE core.material_chunk (
    material_id bigint NOT NULL,
    "position" integer NOT NULL,
    bytes_cipher bytea NOT NULL,
    CONSTRAINT material_chunk_position_check CHECK (("position" >= 0))
);
ALTER TABLE ONLY core.material_chunk ALTER COLUMN bytes_cipher SET STORAGE EXTERNAL;


--
-- Name: material_id_seq; Type: SEQUENCE; Schema: core; Owner: -
--

ALTER TABLE core.material ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME core.material_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: material_ticket; Type: TABLE; Schema: core; Owner: -
--

CREATE TABLE core.material_ticket (
    secret_hash bytea NOT NULL,
    action text NOT NULL,
    material_id bigint NOT NULL,
    holder text NOT NULL,
    purpose text,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT material_ticket_action_check CHECK ((action = ANY (ARRAY['UPLOAD'::text, 'DOWNLOAD'::text])))
);


--
-- Name: number_counter; Type: TABLE; Schema: core; Owner: -
--

CREATE TABLE core.number_counter (
    court_code text NOT NULL,
    kind text NOT NULL,
    year integer NOT NULL,
    last integer NOT NULL
);


--
-- Name: organization; Type: TABLE; Schema: core; Owner: -
--

CREATE TABLE core.organization (
    id bigint NOT NULL,
    court_code text,
    kind text NOT NULL,
    name text NOT NULL,
    region_code text NOT NULL,
    active boolean DEFAULT true NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT organization_kind_check CHECK ((kind = ANY (ARRAY['POLITICAL_LEGAL_COMMITTEE'::text, 'PROCURATORATE'::text, 'PETITION_BUREAU'::text, 'PEOPLES_CONGRESS'::text, 'PUBLIC_SECURITY'::text, 'SUBDISTRICT'::text, 'COMMUNITY'::text, 'VILLAGE_COMMITTEE'::text, 'LEGAL_AID'::text, 'JUSTICE_BUREAU'::text]))),
    CONSTRAINT organization_region_code_check CHECK ((region_code ~ '^[0-9]{6}$'::text))
);


--
-- Name: organization_id_seq; Type: SEQUENCE; Schema: core; Owner: -
--

ALTER TABLE core.organization ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME core.organization_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: record_type; Type: TABLE; Schema: core; Owner: -
--

CREATE TABLE core.record_type (
    object_type text NOT NULL,
    relation text NOT NULL
);


--
-- Name: row_policy; Type: TABLE; Schema: core; Owner: -
--

CREATE TABLE core.row_policy (
    id bigint NOT NULL,
    relation text NOT NULL,
    source text NOT NULL,
    expression text NOT NULL,
    made_at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: row_policy_id_seq; Type: SEQUENCE; Schema: core; Owner: -
--

ALTER TABLE core.row_policy ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME core.row_policy_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: staff_id_seq; Type: SEQUENCE; Schema: core; Owner: -
--

ALTER TABLE core.staff ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME core.staff_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: token; Type: TABLE; Schema: core; Owner: -
--

CREATE TABLE core.token (
    id bigint NOT NULL,
    name text NOT NULL,
    secret_hash bytea NOT NULL,
    staff_id bigint,
    court_code text,
    roles text[] NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone
);


--
-- Name: token_id_seq; Type: SEQUENCE; Schema: core; Owner: -
--

ALTER TABLE core.token ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME core.token_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: upload; Type: TABLE; Schema: core; Owner: -
--

CREATE TABLE core.upload (
    id bigint NOT NULL,
    owner text NOT NULL,
    parts integer NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT upload_parts_check CHECK ((parts > 0))
);


--
-- Name: upload_id_seq; Type: SEQUENCE; Schema: core; Owner: -
--

ALTER TABLE core.upload ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME core.upload_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: upload_part; Type: TABLE; Schema: core; Owner: -
--

CREATE TABLE core.upload_part (
    upload_id bigint NOT NULL,
    part integer NOT NULL,
    lines integer NOT NULL,
    bytes integer NOT NULL,
    text_cipher bytea NOT NULL,
    CONSTRAINT upload_part_part_check CHECK ((part > 0))
);


--
-- Name: viewer; Type: VIEW; Schema: core; Owner: -
--

CREATE VIEW core.viewer WITH (security_invoker='true') AS
 SELECT staff.id,
    staff.court_code,
    core.today() AS today
   FROM core.staff
  WHERE (staff.id = core.staff_id());


--
-- Name: volume; Type: TABLE; Schema: core; Owner: -
--

CREATE TABLE core.volume (
    id bigint NOT NULL,
    object_type text NOT NULL,
    object_id bigint NOT NULL,
    court_code text NOT NULL,
    kind text NOT NULL,
    no integer NOT NULL,
    title text NOT NULL,
    page_count integer DEFAULT 0 NOT NULL,
    bound_on date,
    bound_by bigint,
    created_by bigint,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT volume_kind_check CHECK ((kind = ANY (ARRAY['MAIN'::text, 'SUB'::text]))),
    CONSTRAINT volume_no_check CHECK ((no > 0))
);


--
-- Name: volume_id_seq; Type: SEQUENCE; Schema: core; Owner: -
--

ALTER TABLE core.volume ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME core.volume_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: volume_item; Type: TABLE; Schema: core; Owner: -
--

CREATE TABLE core.volume_item (
    id bigint NOT NULL,
    volume_id bigint NOT NULL,
    "position" integer NOT NULL,
    material_id bigint NOT NULL,
    page_from integer NOT NULL,
    page_to integer NOT NULL,
    CONSTRAINT volume_item_check CHECK ((page_to >= page_from)),
    CONSTRAINT volume_item_page_from_check CHECK ((page_from > 0)),
    CONSTRAINT volume_item_position_check CHECK (("position" > 0))
);


--
-- Name: volume_item_id_seq; Type: SEQUENCE; Schema: core; Owner: -
--

ALTER TABLE core.volume_item ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME core.volume_item_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: case_link; Type: TABLE; Schema: dossiers; Owner: -
--

CREATE TABLE dossiers.case_link (
    dossier_id bigint NOT NULL,
    seq integer NOT NULL,
    court_code text NOT NULL,
    case_no text NOT NULL,
    relation text NOT NULL,
    effective_on date,
    outcome text,
    CONSTRAINT case_link_relation_check CHECK ((relation = ANY (ARRAY['FIRST_INSTANCE'::text, 'SECOND_INSTANCE'::text, 'RETRIAL_REVIEW'::text, 'RETRIAL'::text, 'ENFORCEMENT'::text, 'COMPENSATION'::text, 'RELIEF'::text, 'OTHER'::text]))),
    CONSTRAINT case_link_seq_check CHECK ((seq > 0))
);


--
-- Name: claim; Type: TABLE; Schema: dossiers; Owner: -
--

CREATE TABLE dossiers.claim (
    dossier_id bigint NOT NULL,
    seq integer NOT NULL,
    court_code text NOT NULL,
    text text NOT NULL,
    outcome text DEFAULT 'PENDING'::text NOT NULL,
    reason text,
    legal_basis text,
    CONSTRAINT claim_outcome_check CHECK ((outcome = ANY (ARRAY['PENDING'::text, 'SUPPORTED'::text, 'EXPLAINED'::text, 'NOT_SUPPORTED'::text, 'WITHDRAWN'::text]))),
    CONSTRAINT claim_seq_check CHECK ((seq > 0))
);


--
-- Name: contact_point; Type: TABLE; Schema: dossiers; Owner: -
--

CREATE TABLE dossiers.contact_point (
    id bigint NOT NULL,
    petitioner_id bigint NOT NULL,
    court_code text NOT NULL,
    kind text NOT NULL,
    value_masked text NOT NULL,
    value_cipher bytea NOT NULL,
    value_hash bytea NOT NULL,
    is_primary boolean NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    source text NOT NULL,
    CONSTRAINT contact_point_kind_check CHECK ((kind = ANY (ARRAY['MOBILE'::text, 'LANDLINE'::text, 'EMAIL'::text, 'POSTAL'::text])))
);


--
-- Name: contact_point_id_seq; Type: SEQUENCE; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.contact_point ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME dossiers.contact_point_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: dossier; Type: TABLE; Schema: dossiers; Owner: -
--

CREATE TABLE dossiers.dossier (
    id bigint NOT NULL,
    court_code text NOT NULL,
    dossier_no text NOT NULL,
    title text NOT NULL,
    ground text NOT NULL,
    no_case_reason text,
    handler_id bigint NOT NULL,
    sealed boolean DEFAULT false NOT NULL,
    status text NOT NULL,
    opened_on date,
    open_approved_by bigint,
    review_due_on date,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    created_by bigint,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT dossier_check CHECK (((status = 'DRAFT'::text) = (open_approved_by IS NULL))),
    CONSTRAINT dossier_check1 CHECK ((open_approved_by <> created_by)),
    CONSTRAINT dossier_ground_check CHECK ((ground = ANY (ARRAY['REPEATED_MATTER'::text, 'HIGHER_VENUE_CONTACT'::text, 'ASSIGNED_BY_SUPERIOR'::text, 'TERMINATION_CANDIDATE'::text, 'PETITIONER_REQUEST'::text]))),
    CONSTRAINT dossier_status_check CHECK ((status = ANY (ARRAY['DRAFT'::text, 'ACTIVE'::text, 'CLOSED'::text, 'ARCHIVED'::text, 'DESTROYED'::text])))
);


--
-- Name: dossier_id_seq; Type: SEQUENCE; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.dossier ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME dossiers.dossier_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: dossier_petitioner; Type: TABLE; Schema: dossiers; Owner: -
--

CREATE TABLE dossiers.dossier_petitioner (
    dossier_id bigint NOT NULL,
    petitioner_id bigint NOT NULL,
    court_code text NOT NULL
);


--
-- Name: petitioner; Type: TABLE; Schema: dossiers; Owner: -
--

CREATE TABLE dossiers.petitioner (
    id bigint NOT NULL,
    court_code text NOT NULL,
    kind text NOT NULL,
    name_masked text NOT NULL,
    name_cipher bytea,
    name_hash bytea,
    id_doc_type text,
    id_number_masked text,
    id_number_cipher bytea,
    id_number_hash bytea,
    id_verified text DEFAULT 'UNVERIFIED'::text NOT NULL,
    household_region text,
    residence_region text,
    residence_address_masked text,
    residence_address_cipher bytea,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    created_by bigint,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    sealed boolean DEFAULT false NOT NULL,
    accused_staff_ids bigint[] DEFAULT '{}'::bigint[] NOT NULL,
    assignees bigint[] DEFAULT '{}'::bigint[] NOT NULL,
    CONSTRAINT petitioner_check CHECK (((kind = 'ANONYMOUS'::text) = (name_cipher IS NULL))),
    CONSTRAINT petitioner_check1 CHECK (((id_number_cipher IS NULL) = (id_number_hash IS NULL))),
    CONSTRAINT petitioner_id_doc_type_check CHECK ((id_doc_type = ANY (ARRAY['RESIDENT_ID'::text, 'HKM_PERMIT'::text, 'TW_PERMIT'::text, 'PASSPORT'::text, 'FOREIGN_PR'::text, 'USCC'::text, 'OTHER'::text]))),
    CONSTRAINT petitioner_id_verified_check CHECK ((id_verified = ANY (ARRAY['UNVERIFIED'::text, 'CHECKSUM_OK'::text, 'DOCUMENT_SEEN'::text]))),
    CONSTRAINT petitioner_kind_check CHECK ((kind = ANY (ARRAY['NATURAL_PERSON'::text, 'LEGAL_PERSON'::text, 'OTHER_ORG'::text, 'ANONYMOUS'::text])))
);


--
-- Name: petitioner_id_seq; Type: SEQUENCE; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.petitioner ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME dossiers.petitioner_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: registration; Type: TABLE; Schema: dossiers; Owner: -
--

CREATE TABLE dossiers.registration (
    id bigint NOT NULL,
    court_code text NOT NULL,
    reg_no text NOT NULL,
    channel text NOT NULL,
    received_on date NOT NULL,
    entered_at timestamp with time zone DEFAULT now() NOT NULL,
    entry_due_on date NOT NULL,
    entered_by bigint,
    group_size integer NOT NULL,
    summary text NOT NULL,
    is_first boolean NOT NULL,
    sealed boolean DEFAULT false NOT NULL,
    dossier_id bigint,
    state text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    accused_staff_ids bigint[] DEFAULT '{}'::bigint[] NOT NULL,
    assignee_id bigint,
    assignees bigint[] DEFAULT '{}'::bigint[] NOT NULL,
    CONSTRAINT registration_channel_check CHECK ((channel = ANY (ARRAY['LETTER'::text, 'VISIT'::text, 'PHONE'::text, 'ONLINE'::text, 'FAX'::text, 'VIDEO'::text, 'LEADER_RECEPTION'::text, 'TRANSFERRED'::text]))),
    CONSTRAINT registration_group_size_check CHECK ((group_size >= 1)),
    CONSTRAINT registration_state_check CHECK ((state = ANY (ARRAY['RECEIVED'::text, 'SCREENED'::text, 'ACCEPTED'::text, 'GUIDED'::text, 'FORWARDED'::text, 'RETURNED'::text, 'NOT_ACCEPTED'::text, 'MERGED'::text, 'HANDLED'::text, 'CLOSED'::text, 'REOPENED'::text, 'VOIDED'::text])))
);


--
-- Name: registration_id_seq; Type: SEQUENCE; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.registration ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME dossiers.registration_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: registration_petitioner; Type: TABLE; Schema: dossiers; Owner: -
--

CREATE TABLE dossiers.registration_petitioner (
    registration_id bigint NOT NULL,
    petitioner_id bigint NOT NULL,
    court_code text NOT NULL
);


--
-- Name: audit_event_id_seq; Type: SEQUENCE; Schema: host; Owner: -
--

ALTER TABLE host.audit_event ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME host.audit_event_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: outbox_event; Type: TABLE; Schema: host; Owner: -
--

CREATE TABLE host.outbox_event (
    id bigint NOT NULL,
    at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    name text NOT NULL,
    object_id bigint NOT NULL,
    court_code text NOT NULL,
    state text,
    object text GENERATED ALWAYS AS (split_part(name, '.'::text, 1)) STORED NOT NULL,
    sealed boolean DEFAULT false NOT NULL,
    "position" bigint
);


--
-- Name: task; Type: TABLE; Schema: host; Owner: -
--

CREATE TABLE host.task (
    id bigint NOT NULL,
    runner text NOT NULL,
    event_id bigint,
    object text NOT NULL,
    object_id bigint NOT NULL,
    court_code text NOT NULL,
    sealed boolean DEFAULT false NOT NULL,
    due_on date,
    due_at timestamp with time zone,
    attempts integer DEFAULT 0 NOT NULL,
    retry_at timestamp with time zone,
    state text DEFAULT 'PENDING'::text NOT NULL,
    failure text,
    failed_at timestamp with time zone,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT task_check CHECK ((num_nonnulls(event_id, due_on, due_at) = 1)),
    CONSTRAINT task_check1 CHECK (((state = 'DEAD'::text) <= (failure IS NOT NULL))),
    CONSTRAINT task_state_check CHECK ((state = ANY (ARRAY['PENDING'::text, 'DEAD'::text])))
);


--
-- Name: dead_letter; Type: VIEW; Schema: host; Owner: -
--

CREATE VIEW host.dead_letter WITH (security_barrier='true') AS
 SELECT t.id,
    t.version,
    t.runner,
        CASE
            WHEN (t.event_id IS NOT NULL) THEN 'SUBSCRIBER'::text
            WHEN (t.object = 'day'::text) THEN 'DAILY'::text
            ELSE 'TIMER'::text
        END AS kind,
    e.name AS event,
        CASE
            WHEN ((NOT t.sealed) AND ((t.event_id IS NOT NULL) OR (t.object <> 'day'::text))) THEN t.object_id
            ELSE NULL::bigint
        END AS object_id,
    NULLIF(t.court_code, ''::text) AS court_code,
    t.due_on,
    t.due_at,
    t.attempts,
    t.failure,
    t.failed_at,
    ( SELECT (count(*))::integer AS count
           FROM host.task w
          WHERE ((w.runner = t.runner) AND (w.object = t.object) AND (w.object_id = t.object_id) AND (w.id > t.id))) AS waiting
   FROM (host.task t
     LEFT JOIN host.outbox_event e ON ((e.id = t.event_id)))
  WHERE ((t.state = 'DEAD'::text) AND ((t.court_code = ''::text) OR (t.court_code = ANY (( SELECT core.readable_courts() AS readable_courts)::text[]))));


--
-- Name: idempotency; Type: TABLE; Schema: host; Owner: -
--

CREATE TABLE host.idempotency (
    caller text NOT NULL,
    key text NOT NULL,
    mutation text NOT NULL,
    input_hash bytea NOT NULL,
    payload bytea NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: outbox_event_id_seq; Type: SEQUENCE; Schema: host; Owner: -
--

ALTER TABLE host.outbox_event ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME host.outbox_event_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: outbox_position; Type: TABLE; Schema: host; Owner: -
--

CREATE TABLE host.outbox_position (
    is_only boolean DEFAULT true NOT NULL,
    last bigint NOT NULL,
    CONSTRAINT outbox_position_is_only_check CHECK (is_only)
);


--
-- Name: published_event; Type: VIEW; Schema: host; Owner: -
--

CREATE VIEW host.published_event WITH (security_invoker='true') AS
 SELECT outbox_event.id,
    outbox_event.at,
    outbox_event.name,
    outbox_event.object,
    outbox_event.object_id,
    outbox_event.court_code,
    outbox_event.state,
    outbox_event."position"
   FROM host.outbox_event
  WHERE ((outbox_event."position" IS NOT NULL) AND (NOT outbox_event.sealed));


--
-- Name: runner; Type: TABLE; Schema: host; Owner: -
--

CREATE TABLE host.runner (
    name text NOT NULL,
    kind text NOT NULL,
    events text[] DEFAULT '{}'::text[] NOT NULL,
    planned_on date,
    known_since timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT runner_check CHECK (((kind = 'DAILY'::text) = (planned_on IS NOT NULL))),
    CONSTRAINT runner_kind_check CHECK ((kind = ANY (ARRAY['SUBSCRIBER'::text, 'TIMER'::text, 'DAILY'::text])))
);


--
-- Name: sealing_key; Type: TABLE; Schema: host; Owner: -
--

CREATE TABLE host.sealing_key (
    id integer NOT NULL,
    known_value bytea NOT NULL,
    match_value bytea NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: task_id_seq; Type: SEQUENCE; Schema: host; Owner: -
--

ALTER TABLE host.task ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME host.task_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: write_probe; Type: TABLE; Schema: host; Owner: -
--

CREATE TABLE host.write_probe (
    filler text NOT NULL
);
ALTER TABLE ONLY host.write_probe ALTER COLUMN filler SET STORAGE PLAIN;


--
-- Name: transfer_batch; Type: TABLE; Schema: letters; Owner: -
--

CREATE TABLE letters.transfer_batch (
    id bigint NOT NULL,
    court_code text NOT NULL,
    batch_no text NOT NULL,
    from_org text NOT NULL,
    source text NOT NULL,
    received_on date NOT NULL,
    declared_count integer NOT NULL,
    file_hash bytea NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    created_by bigint,
    CONSTRAINT transfer_batch_declared_count_check CHECK ((declared_count > 0))
);


--
-- Name: batch_reconciliation; Type: VIEW; Schema: letters; Owner: -
--

CREATE VIEW letters.batch_reconciliation AS
 SELECT b.id,
    b.batch_no,
    b.court_code,
    b.declared_count AS declared,
    c.items,
    c.cases,
    c.duplicates,
    GREATEST(((b.declared_count - c.items) - c.voided), 0) AS missing,
    (b.declared_count = (c.items + c.voided)) AS reconciled,
    c.voided
   FROM (letters.transfer_batch b
     CROSS JOIN LATERAL ( SELECT (count(*) FILTER (WHERE (l.state <> 'VOIDED'::text)))::integer AS items,
            (count(*) FILTER (WHERE ((l.state <> 'VOIDED'::text) AND (l.duplicate_of_id IS NULL))))::integer AS cases,
            (count(l.duplicate_of_id) FILTER (WHERE (l.state <> 'VOIDED'::text)))::integer AS duplicates,
            (count(*) FILTER (WHERE (l.state = 'VOIDED'::text)))::integer AS voided
           FROM letters.letter l
          WHERE (l.transfer_batch_id = b.id)) c)
  WHERE (b.court_code = ANY (( SELECT core.readable_courts() AS readable_courts)::text[]));


--
-- Name: claim_reply; Type: TABLE; Schema: letters; Owner: -
--

CREATE TABLE letters.claim_reply (
    letter_id bigint NOT NULL,
    claim_seq integer NOT NULL,
    court_code text NOT NULL,
    claim text NOT NULL,
    outcome text NOT NULL,
    reason text NOT NULL,
    legal_basis text NOT NULL,
    CONSTRAINT claim_reply_claim_seq_check CHECK ((claim_seq > 0)),
    CONSTRAINT claim_reply_outcome_check CHECK ((outcome = ANY (ARRAY['SUPPORTED'::text, 'EXPLAINED'::text, 'NOT_SUPPORTED'::text])))
);


--
-- Name: duplicate_candidate; Type: VIEW; Schema: letters; Owner: -
--

CREATE VIEW letters.duplicate_candidate WITH (security_invoker='true') AS
 SELECT l.id AS letter_id,
    c.id AS candidate_id,
    l.court_code,
    (l.sealed OR c.sealed) AS sealed,
    l.assignee_id,
    (l.accused_staff_ids || c.accused_staff_ids) AS accused_staff_ids,
    r.reasons,
    s.text_similarity
   FROM (((letters.letter l
     JOIN letters.letter c ON (((c.court_code = l.court_code) AND (c.id <> l.id) AND (c.duplicate_of_id IS NULL) AND (ROW(c.received_on, c.id) < ROW(l.received_on, l.id)) AND (c.state <> 'VOIDED'::text))))
     CROSS JOIN LATERAL ( SELECT (public.similarity((c.subject || c.abstract), (l.subject || l.abstract)))::double precision AS text_similarity) s)
     CROSS JOIN LATERAL ( SELECT letters.duplicate_reasons(l.id, c.id, (s.text_similarity >= (0.6)::double precision)) AS reasons) r)
  WHERE ((ARRAY['SAME_ID_NUMBER'::text, 'SAME_MOBILE'::text] && r.reasons) OR (ARRAY['SAME_CASE'::text, 'SIMILAR_TEXT'::text] <@ r.reasons));


--
-- Name: endorsement; Type: TABLE; Schema: letters; Owner: -
--

CREATE TABLE letters.endorsement (
    letter_id bigint NOT NULL,
    court_code text NOT NULL,
    by_id bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    kind text NOT NULL,
    text text,
    CONSTRAINT endorsement_kind_check CHECK ((kind = ANY (ARRAY['FORWARD_FOR_HANDLING'::text, 'REQUEST_REPORT'::text, 'NOTE'::text])))
);


--
-- Name: feedback_id_seq; Type: SEQUENCE; Schema: letters; Owner: -
--

ALTER TABLE letters.feedback ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME letters.feedback_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: former_reply; Type: TABLE; Schema: letters; Owner: -
--

CREATE TABLE letters.former_reply (
    id bigint NOT NULL,
    letter_id bigint NOT NULL,
    court_code text NOT NULL,
    text text NOT NULL,
    remedies_told text NOT NULL,
    claims jsonb NOT NULL,
    author_id bigint NOT NULL,
    signed_by bigint,
    sent_on date NOT NULL,
    method text NOT NULL
);


--
-- Name: former_reply_id_seq; Type: SEQUENCE; Schema: letters; Owner: -
--

ALTER TABLE letters.former_reply ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME letters.former_reply_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: letter_calendar; Type: VIEW; Schema: letters; Owner: -
--

CREATE VIEW letters.letter_calendar WITH (security_invoker='true') AS
 SELECT letter.court_code,
    letter.due_on,
    (count(*))::integer AS due,
    (count(*) FILTER (WHERE ((letter.replied_on IS NULL) AND (letter.state <> ALL (ARRAY['CLOSED'::text, 'BOUND'::text, 'ARCHIVED'::text])))))::integer AS open
   FROM letters.letter
  WHERE ((letter.state <> ALL (ARRAY['DUPLICATE'::text, 'RETURNED_TO_SENDER'::text, 'TRANSFERRED'::text, 'VOIDED'::text])) AND (letter.duplicate_of_id IS NULL))
  GROUP BY letter.court_code, letter.due_on;


--
-- Name: letter_case_id_seq; Type: SEQUENCE; Schema: letters; Owner: -
--

ALTER TABLE letters.letter_case ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME letters.letter_case_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: letter_decision; Type: TABLE; Schema: letters; Owner: -
--

CREATE TABLE letters.letter_decision (
    id bigint NOT NULL,
    letter_id bigint NOT NULL,
    court_code text NOT NULL,
    action text NOT NULL,
    ground text,
    reason text NOT NULL,
    by_id bigint NOT NULL,
    at timestamp with time zone NOT NULL
);


--
-- Name: letter_decision_id_seq; Type: SEQUENCE; Schema: letters; Owner: -
--

ALTER TABLE letters.letter_decision ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME letters.letter_decision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: letter_extension; Type: TABLE; Schema: letters; Owner: -
--

CREATE TABLE letters.letter_extension (
    letter_id bigint NOT NULL,
    court_code text NOT NULL,
    days integer NOT NULL,
    reason text NOT NULL,
    approved_by bigint NOT NULL,
    told_petitioner_on date,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT letter_extension_days_check CHECK ((days > 0))
);


--
-- Name: letter_id_seq; Type: SEQUENCE; Schema: letters; Owner: -
--

ALTER TABLE letters.letter ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME letters.letter_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: letter_pause; Type: TABLE; Schema: letters; Owner: -
--

CREATE TABLE letters.letter_pause (
    id bigint NOT NULL,
    letter_id bigint NOT NULL,
    court_code text NOT NULL,
    reason text NOT NULL,
    from_on date NOT NULL,
    to_on date,
    approved_by bigint NOT NULL,
    CONSTRAINT letter_pause_check CHECK ((to_on >= from_on)),
    CONSTRAINT letter_pause_reason_check CHECK ((reason = ANY (ARRAY['PARTY_MATERIAL'::text, 'EXPERT_OPINION'::text])))
);


--
-- Name: letter_pause_id_seq; Type: SEQUENCE; Schema: letters; Owner: -
--

ALTER TABLE letters.letter_pause ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME letters.letter_pause_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: letter_receipt; Type: VIEW; Schema: letters; Owner: -
--

CREATE VIEW letters.letter_receipt WITH (security_barrier='true') AS
 SELECT l.id,
    l.court_code,
    l.letter_no,
    l.batch_no,
    l.item_no,
    l.state,
    l.version,
    l.created_by,
    l.received_on
   FROM letters.letter l
  WHERE ((l.created_by = ( SELECT core.staff_id() AS staff_id)) AND (l.court_code = ANY (( SELECT core.readable_courts() AS readable_courts)::text[])) AND (NOT COALESCE((l.accused_staff_ids && ( SELECT core.recused_from() AS recused_from)), false)));


--
-- Name: letter_sender_id_seq; Type: SEQUENCE; Schema: letters; Owner: -
--

ALTER TABLE letters.letter_sender ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME letters.letter_sender_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: letter_template; Type: TABLE; Schema: letters; Owner: -
--

CREATE TABLE letters.letter_template (
    key text NOT NULL,
    kind text NOT NULL,
    title text NOT NULL,
    text text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    CONSTRAINT letter_template_kind_check CHECK ((kind = ANY (ARRAY['ACCEPTANCE_NOTICE'::text, 'REPLY'::text, 'EXTENSION_NOTICE'::text, 'TRANSFER_NOTICE'::text])))
);


--
-- Name: letter_transfer; Type: TABLE; Schema: letters; Owner: -
--

CREATE TABLE letters.letter_transfer (
    letter_id bigint NOT NULL,
    court_code text NOT NULL,
    target text NOT NULL,
    to_org text NOT NULL,
    transferred_on date NOT NULL,
    told_petitioner_on date,
    reported_on date,
    report_doc_ref text,
    CONSTRAINT letter_transfer_check CHECK ((reported_on >= transferred_on)),
    CONSTRAINT letter_transfer_check1 CHECK (((reported_on IS NULL) = (report_doc_ref IS NULL))),
    CONSTRAINT letter_transfer_target_check CHECK ((target = ANY (ARRAY['DISCIPLINE'::text, 'LOWER_COURT'::text, 'OTHER_BODY'::text])))
);


--
-- Name: online_report; Type: TABLE; Schema: letters; Owner: -
--

CREATE TABLE letters.online_report (
    letter_id bigint NOT NULL,
    court_code text NOT NULL,
    platform text NOT NULL,
    submitted_at timestamp with time zone NOT NULL,
    external_ref text NOT NULL,
    result text NOT NULL,
    return_reason text,
    CONSTRAINT online_report_check CHECK (((result <> 'RETURNED'::text) OR (return_reason IS NOT NULL))),
    CONSTRAINT online_report_result_check CHECK ((result = ANY (ARRAY['PENDING'::text, 'ACCEPTED'::text, 'RETURNED'::text])))
);


--
-- Name: reply; Type: TABLE; Schema: letters; Owner: -
--

CREATE TABLE letters.reply (
    letter_id bigint NOT NULL,
    court_code text NOT NULL,
    text text NOT NULL,
    remedies_told text NOT NULL,
    author_id bigint NOT NULL,
    signed_by bigint,
    sent_on date,
    method text,
    method_reason text,
    delivery_proof text,
    copied_from_id bigint,
    CONSTRAINT reply_check CHECK (((method IS DISTINCT FROM 'PUBLIC_NOTE'::text) OR (method_reason IS NOT NULL))),
    CONSTRAINT reply_check1 CHECK (((sent_on IS NULL) = (method IS NULL))),
    CONSTRAINT reply_method_check CHECK ((method = ANY (ARRAY['POST'::text, 'HAND'::text, 'SMS_NOTICE'::text, 'EMAIL'::text, 'ONLINE'::text, 'PHONE_RECORD'::text, 'PUBLIC_NOTE'::text])))
);


--
-- Name: report_back; Type: TABLE; Schema: letters; Owner: -
--

CREATE TABLE letters.report_back (
    letter_id bigint NOT NULL,
    court_code text NOT NULL,
    to_org text NOT NULL,
    due_on date NOT NULL,
    sent_on date,
    doc_ref text,
    CONSTRAINT report_back_check CHECK (((sent_on IS NULL) = (doc_ref IS NULL)))
);


--
-- Name: review_step; Type: TABLE; Schema: letters; Owner: -
--

CREATE TABLE letters.review_step (
    id bigint NOT NULL,
    letter_id bigint NOT NULL,
    court_code text NOT NULL,
    level text NOT NULL,
    reviewer_id bigint NOT NULL,
    decision text NOT NULL,
    comment text,
    round integer NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT review_step_check CHECK (((decision = 'APPROVED'::text) OR (comment IS NOT NULL))),
    CONSTRAINT review_step_decision_check CHECK ((decision = ANY (ARRAY['APPROVED'::text, 'RETURNED'::text]))),
    CONSTRAINT review_step_level_check CHECK ((level = ANY (ARRAY['DIVISION_HEAD'::text, 'VICE_PRESIDENT'::text, 'PRESIDENT'::text])))
);


--
-- Name: review_inbox; Type: VIEW; Schema: letters; Owner: -
--

CREATE VIEW letters.review_inbox WITH (security_invoker='true') AS
 SELECT l.id AS letter_id,
    l.court_code,
    l.sealed,
    l.accused_staff_ids,
    l.review_level AS level,
    l.review_round AS round,
    l.due_on
   FROM (letters.letter l
     JOIN core.staff me ON (((me.id = core.staff_id()) AND (me.court_code = l.court_code) AND (l.review_level = ANY (me.roles)))))
  WHERE ((l.state = 'IN_REVIEW'::text) AND (l.assignee_id <> me.id) AND (NOT (EXISTS ( SELECT
           FROM letters.review_step s
          WHERE ((s.letter_id = l.id) AND (s.round = l.review_round) AND (s.reviewer_id = me.id))))));


--
-- Name: review_step_id_seq; Type: SEQUENCE; Schema: letters; Owner: -
--

ALTER TABLE letters.review_step ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME letters.review_step_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: routing_objection; Type: TABLE; Schema: letters; Owner: -
--

CREATE TABLE letters.routing_objection (
    letter_id bigint NOT NULL,
    court_code text NOT NULL,
    reason text NOT NULL,
    objected_on date NOT NULL,
    sender_agreed boolean,
    decided_on date
);


--
-- Name: transfer_batch_id_seq; Type: SEQUENCE; Schema: letters; Owner: -
--

ALTER TABLE letters.transfer_batch ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME letters.transfer_batch_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: transfer_batch_row; Type: TABLE; Schema: letters; Owner: -
--

CREATE TABLE letters.transfer_batch_row (
    batch_id bigint NOT NULL,
    court_code text NOT NULL,
    item_no integer NOT NULL,
    column_hashes bytea NOT NULL
);


--
-- Name: volume; Type: TABLE; Schema: letters; Owner: -
--

CREATE TABLE letters.volume (
    letter_id bigint NOT NULL,
    court_code text NOT NULL,
    page_count integer NOT NULL,
    bound_on date NOT NULL,
    bound_by bigint NOT NULL,
    unfinished_measures text,
    retention_class text NOT NULL,
    CONSTRAINT volume_page_count_check CHECK ((page_count > 0)),
    CONSTRAINT volume_retention_class_check CHECK ((retention_class = ANY (ARRAY['PERMANENT'::text, 'LONG_60Y'::text, 'SHORT_30Y'::text])))
);


--
-- Name: volume_entry; Type: TABLE; Schema: letters; Owner: -
--

CREATE TABLE letters.volume_entry (
    letter_id bigint NOT NULL,
    page_from integer NOT NULL,
    page_to integer NOT NULL,
    court_code text NOT NULL,
    document text NOT NULL,
    title text NOT NULL,
    CONSTRAINT volume_entry_check CHECK ((page_to >= page_from)),
    CONSTRAINT volume_entry_page_from_check CHECK ((page_from > 0))
);


--
-- Name: docket_migration; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.docket_migration (
    id text NOT NULL,
    checksum text NOT NULL,
    applied_at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: access_log access_log_pkey; Type: CONSTRAINT; Schema: core; Owner: -
--

ALTER TABLE ONLY core.access_log
    ADD CONSTRAINT access_log_pkey PRIMARY KEY (id);


--
-- Name: court court_level_of_code; Type: CHECK CONSTRAINT; Schema: core; Owner: -
--

ALTER TABLE core.court
    ADD CONSTRAINT court_level_of_code CHECK ((NOT (level IS DISTINCT FROM core.court_level(code)))) NOT VALID;


--
-- Name: court court_parent_level; Type: CHECK CONSTRAINT; Schema: core; Owner: -
--

ALTER TABLE core.court
    ADD CONSTRAINT court_parent_level CHECK ((COALESCE(core.court_level(parent_code), ''::text) =
CASE level
    WHEN 'HIGH'::text THEN 'SUPREME'::text
    WHEN 'INTERMEDIATE'::text THEN 'HIGH'::text
    WHEN 'BASIC'::text THEN 'INTERMEDIATE'::text
    ELSE ''::text
END)) NOT VALID;


--
-- Name: court court_pkey; Type: CONSTRAINT; Schema: core; Owner: -
--

ALTER TABLE ONLY core.court
    ADD CONSTRAINT court_pkey PRIMARY KEY (code);


--
-- Name: deadline_rule deadline_rule_pkey; Type: CONSTRAINT; Schema: core; Owner: -
--

ALTER TABLE ONLY core.deadline_rule
    ADD CONSTRAINT deadline_rule_pkey PRIMARY KEY (id);


--
-- Name: department department_court_code_code_key; Type: CONSTRAINT; Schema: core; Owner: -
--

ALTER TABLE ONLY core.department
    ADD CONSTRAINT department_court_code_code_key UNIQUE (court_code, code);


--
-- Name: department department_pkey; Type: CONSTRAINT; Schema: core; Owner: -
--

ALTER TABLE ONLY core.department
    ADD CONSTRAINT department_pkey PRIMARY KEY (id);


--
-- Name: disclosure disclosure_pkey; Type: CONSTRAINT; Schema: core; Owner: -
--

ALTER TABLE ONLY core.disclosure
    ADD CONSTRAINT disclosure_pkey PRIMARY KEY (id);


--
-- Name: holiday holiday_pkey; Type: CONSTRAINT; Schema: core; Owner: -
--

ALTER TABLE ONLY core.holiday
    ADD CONSTRAINT holiday_pkey PRIMARY KEY (date);


--
-- Name: holiday_year holiday_year_pkey; Type: CONSTRAINT; Schema: core; Owner: -
--

ALTER TABLE ONLY core.holiday_year
    ADD CONSTRAINT holiday_year_pkey PRIMARY KEY (year);


--
-- Name: material_chunk material_chunk_pkey; Type: CONSTRAINT; Schema: core; Owner: -
--

ALTER TABLE ONLY core.material_chunk
    ADD CONSTRAINT material_chunk_pkey PRIMARY KEY (material_id, "position");


--
-- Name: material material_pkey; Type: CONSTRAINT; Schema: core; Owner: -
--

ALTER TABLE ONLY core.material
    ADD CONSTRAINT material_pkey PRIMARY KEY (id);


--
-- Name: material_ticket material_ticket_pkey; Type: CONSTRAINT; Schema: core; Owner: -
--

ALTER TABLE ONLY core.material_ticket
    ADD CONSTRAINT material_ticket_pkey PRIMARY KEY (secret_hash);


--
-- Name: number_counter number_counter_pkey; Type: CONSTRAINT; Schema: core; Owner: -
--

ALTER TABLE ONLY core.number_counter
    ADD CONSTRAINT number_counter_pkey PRIMARY KEY (court_code, kind, year);


--
-- Name: organization organization_name; Type: CONSTRAINT; Schema: core; Owner: -
--

ALTER TABLE ONLY core.organization
    ADD CONSTRAINT organization_name UNIQUE NULLS NOT DISTINCT (name, kind, region_code, court_code);


--
-- Name: organization organization_pkey; Type: CONSTRAINT; Schema: core; Owner: -
--

ALTER TABLE ONLY core.organization
    ADD CONSTRAINT organization_pkey PRIMARY KEY (id);


--
-- Name: record_type record_type_pkey; Type: CONSTRAINT; Schema: core; Owner: -
--

ALTER TABLE ONLY core.record_type
    ADD CONSTRAINT record_type_pkey PRIMARY KEY (object_type);


--
-- Name: row_policy row_policy_pkey; Type: CONSTRAINT; Schema: core; Owner: -
--

ALTER TABLE ONLY core.row_policy
    ADD CONSTRAINT row_policy_pkey PRIMARY KEY (id);


--
-- Name: staff staff_no_key; Type: CONSTRAINT; Schema: core; Owner: -
--

ALTER TABLE ONLY core.staff
    ADD CONSTRAINT staff_no_key UNIQUE (no);


--
-- Name: staff staff_pkey; Type: CONSTRAINT; Schema: core; Owner: -
--

ALTER TABLE ONLY core.staff
    ADD CONSTRAINT staff_pkey PRIMARY KEY (id);


--
-- Name: token token_pkey; Type: CONSTRAINT; Schema: core; Owner: -
--

ALTER TABLE ONLY core.token
    ADD CONSTRAINT token_pkey PRIMARY KEY (id);


--
-- Name: token token_secret_hash_key; Type: CONSTRAINT; Schema: core; Owner: -
--

ALTER TABLE ONLY core.token
    ADD CONSTRAINT token_secret_hash_key UNIQUE (secret_hash);


--
-- Name: upload_part upload_part_pkey; Type: CONSTRAINT; Schema: core; Owner: -
--

ALTER TABLE ONLY core.upload_part
    ADD CONSTRAINT upload_part_pkey PRIMARY KEY (upload_id, part);


--
-- Name: upload upload_pkey; Type: CONSTRAINT; Schema: core; Owner: -
--

ALTER TABLE ONLY core.upload
    ADD CONSTRAINT upload_pkey PRIMARY KEY (id);


--
-- Name: volume_item volume_item_pkey; Type: CONSTRAINT; Schema: core; Owner: -
--

ALTER TABLE ONLY core.volume_item
    ADD CONSTRAINT volume_item_pkey PRIMARY KEY (id);


--
-- Name: volume_item volume_item_volume_id_material_id_key; Type: CONSTRAINT; Schema: core; Owner: -
--

ALTER TABLE ONLY core.volume_item
    ADD CONSTRAINT volume_item_volume_id_material_id_key UNIQUE (volume_id, material_id);


--
-- Name: volume_item volume_item_volume_id_position_key; Type: CONSTRAINT; Schema: core; Owner: -
--

ALTER TABLE ONLY core.volume_item
    ADD CONSTRAINT volume_item_volume_id_position_key UNIQUE (volume_id, "position");


--
-- Name: volume volume_object_id_object_type_kind_no_key; Type: CONSTRAINT; Schema: core; Owner: -
--

ALTER TABLE ONLY core.volume
    ADD CONSTRAINT volume_object_id_object_type_kind_no_key UNIQUE (object_id, object_type, kind, no);


--
-- Name: volume volume_pkey; Type: CONSTRAINT; Schema: core; Owner: -
--

ALTER TABLE ONLY core.volume
    ADD CONSTRAINT volume_pkey PRIMARY KEY (id);


--
-- Name: case_link case_link_pkey; Type: CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.case_link
    ADD CONSTRAINT case_link_pkey PRIMARY KEY (dossier_id, seq);


--
-- Name: claim claim_pkey; Type: CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.claim
    ADD CONSTRAINT claim_pkey PRIMARY KEY (dossier_id, seq);


--
-- Name: contact_point contact_point_pkey; Type: CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.contact_point
    ADD CONSTRAINT contact_point_pkey PRIMARY KEY (id);


--
-- Name: dossier dossier_dossier_no_key; Type: CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.dossier
    ADD CONSTRAINT dossier_dossier_no_key UNIQUE (dossier_no);


--
-- Name: dossier_petitioner dossier_petitioner_pkey; Type: CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.dossier_petitioner
    ADD CONSTRAINT dossier_petitioner_pkey PRIMARY KEY (dossier_id, petitioner_id);


--
-- Name: dossier dossier_pkey; Type: CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.dossier
    ADD CONSTRAINT dossier_pkey PRIMARY KEY (id);


--
-- Name: petitioner petitioner_id_number; Type: CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.petitioner
    ADD CONSTRAINT petitioner_id_number UNIQUE (court_code, sealed, id_number_hash);


--
-- Name: petitioner petitioner_pkey; Type: CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.petitioner
    ADD CONSTRAINT petitioner_pkey PRIMARY KEY (id);


--
-- Name: registration_petitioner registration_petitioner_pkey; Type: CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.registration_petitioner
    ADD CONSTRAINT registration_petitioner_pkey PRIMARY KEY (registration_id, petitioner_id);


--
-- Name: registration registration_pkey; Type: CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.registration
    ADD CONSTRAINT registration_pkey PRIMARY KEY (id);


--
-- Name: registration registration_reg_no_key; Type: CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.registration
    ADD CONSTRAINT registration_reg_no_key UNIQUE (reg_no);


--
-- Name: audit_event audit_event_pkey; Type: CONSTRAINT; Schema: host; Owner: -
--

ALTER TABLE ONLY host.audit_event
    ADD CONSTRAINT audit_event_pkey PRIMARY KEY (id);


--
-- Name: idempotency idempotency_pkey; Type: CONSTRAINT; Schema: host; Owner: -
--

ALTER TABLE ONLY host.idempotency
    ADD CONSTRAINT idempotency_pkey PRIMARY KEY (caller, key);


--
-- Name: outbox_event outbox_event_pkey; Type: CONSTRAINT; Schema: host; Owner: -
--

ALTER TABLE ONLY host.outbox_event
    ADD CONSTRAINT outbox_event_pkey PRIMARY KEY (id);


--
-- Name: outbox_event outbox_event_position_key; Type: CONSTRAINT; Schema: host; Owner: -
--

ALTER TABLE ONLY host.outbox_event
    ADD CONSTRAINT outbox_event_position_key UNIQUE ("position");


--
-- Name: outbox_position outbox_position_pkey; Type: CONSTRAINT; Schema: host; Owner: -
--

ALTER TABLE ONLY host.outbox_position
    ADD CONSTRAINT outbox_position_pkey PRIMARY KEY (is_only);


--
-- Name: runner runner_pkey; Type: CONSTRAINT; Schema: host; Owner: -
--

ALTER TABLE ONLY host.runner
    ADD CONSTRAINT runner_pkey PRIMARY KEY (name);


--
-- Name: sealing_key sealing_key_pkey; Type: CONSTRAINT; Schema: host; Owner: -
--

ALTER TABLE ONLY host.sealing_key
    ADD CONSTRAINT sealing_key_pkey PRIMARY KEY (id);


--
-- Name: task task_pkey; Type: CONSTRAINT; Schema: host; Owner: -
--

ALTER TABLE ONLY host.task
    ADD CONSTRAINT task_pkey PRIMARY KEY (id);


--
-- Name: claim_reply claim_reply_pkey; Type: CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.claim_reply
    ADD CONSTRAINT claim_reply_pkey PRIMARY KEY (letter_id, claim_seq);


--
-- Name: endorsement endorsement_pkey; Type: CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.endorsement
    ADD CONSTRAINT endorsement_pkey PRIMARY KEY (letter_id);


--
-- Name: feedback feedback_letter_id_sender_id_reply_sent_on_key; Type: CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.feedback
    ADD CONSTRAINT feedback_letter_id_sender_id_reply_sent_on_key UNIQUE (letter_id, sender_id, reply_sent_on);


--
-- Name: feedback feedback_pkey; Type: CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.feedback
    ADD CONSTRAINT feedback_pkey PRIMARY KEY (id);


--
-- Name: former_reply former_reply_pkey; Type: CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.former_reply
    ADD CONSTRAINT former_reply_pkey PRIMARY KEY (id);


--
-- Name: letter_case letter_case_letter_id_seq_key; Type: CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.letter_case
    ADD CONSTRAINT letter_case_letter_id_seq_key UNIQUE (letter_id, seq);


--
-- Name: letter_case letter_case_pkey; Type: CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.letter_case
    ADD CONSTRAINT letter_case_pkey PRIMARY KEY (id);


--
-- Name: letter_decision letter_decision_pkey; Type: CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.letter_decision
    ADD CONSTRAINT letter_decision_pkey PRIMARY KEY (id);


--
-- Name: letter_extension letter_extension_pkey; Type: CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.letter_extension
    ADD CONSTRAINT letter_extension_pkey PRIMARY KEY (letter_id);


--
-- Name: letter letter_letter_no_key; Type: CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.letter
    ADD CONSTRAINT letter_letter_no_key UNIQUE (letter_no);


--
-- Name: letter_pause letter_pause_pkey; Type: CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.letter_pause
    ADD CONSTRAINT letter_pause_pkey PRIMARY KEY (id);


--
-- Name: letter letter_pkey; Type: CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.letter
    ADD CONSTRAINT letter_pkey PRIMARY KEY (id);


--
-- Name: letter_sender letter_sender_letter_id_seq_key; Type: CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.letter_sender
    ADD CONSTRAINT letter_sender_letter_id_seq_key UNIQUE (letter_id, seq);


--
-- Name: letter_sender letter_sender_pkey; Type: CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.letter_sender
    ADD CONSTRAINT letter_sender_pkey PRIMARY KEY (id);


--
-- Name: letter_template letter_template_pkey; Type: CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.letter_template
    ADD CONSTRAINT letter_template_pkey PRIMARY KEY (key);


--
-- Name: letter_text letter_text_pkey; Type: CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.letter_text
    ADD CONSTRAINT letter_text_pkey PRIMARY KEY (letter_id);


--
-- Name: letter letter_transfer_batch_id_item_no_key; Type: CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.letter
    ADD CONSTRAINT letter_transfer_batch_id_item_no_key UNIQUE (transfer_batch_id, item_no);


--
-- Name: letter_transfer letter_transfer_pkey; Type: CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.letter_transfer
    ADD CONSTRAINT letter_transfer_pkey PRIMARY KEY (letter_id);


--
-- Name: online_report online_report_pkey; Type: CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.online_report
    ADD CONSTRAINT online_report_pkey PRIMARY KEY (letter_id);


--
-- Name: reply reply_pkey; Type: CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.reply
    ADD CONSTRAINT reply_pkey PRIMARY KEY (letter_id);


--
-- Name: report_back report_back_pkey; Type: CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.report_back
    ADD CONSTRAINT report_back_pkey PRIMARY KEY (letter_id);


--
-- Name: review_step review_step_letter_id_round_level_key; Type: CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.review_step
    ADD CONSTRAINT review_step_letter_id_round_level_key UNIQUE (letter_id, round, level);


--
-- Name: review_step review_step_letter_id_round_reviewer_id_key; Type: CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.review_step
    ADD CONSTRAINT review_step_letter_id_round_reviewer_id_key UNIQUE (letter_id, round, reviewer_id);


--
-- Name: review_step review_step_pkey; Type: CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.review_step
    ADD CONSTRAINT review_step_pkey PRIMARY KEY (id);


--
-- Name: routing_objection routing_objection_pkey; Type: CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.routing_objection
    ADD CONSTRAINT routing_objection_pkey PRIMARY KEY (letter_id);


--
-- Name: transfer_batch transfer_batch_batch_no_court_code_key; Type: CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.transfer_batch
    ADD CONSTRAINT transfer_batch_batch_no_court_code_key UNIQUE (batch_no, court_code);


--
-- Name: transfer_batch transfer_batch_pkey; Type: CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.transfer_batch
    ADD CONSTRAINT transfer_batch_pkey PRIMARY KEY (id);


--
-- Name: transfer_batch_row transfer_batch_row_pkey; Type: CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.transfer_batch_row
    ADD CONSTRAINT transfer_batch_row_pkey PRIMARY KEY (batch_id, item_no);


--
-- Name: volume_entry volume_entry_pkey; Type: CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.volume_entry
    ADD CONSTRAINT volume_entry_pkey PRIMARY KEY (letter_id, page_from);


--
-- Name: volume volume_pkey; Type: CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.volume
    ADD CONSTRAINT volume_pkey PRIMARY KEY (letter_id);


--
-- Name: docket_migration docket_migration_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.docket_migration
    ADD CONSTRAINT docket_migration_pkey PRIMARY KEY (id);


--
-- Name: access_log_object; Type: INDEX; Schema: core; Owner: -
--

CREATE INDEX access_log_object ON core.access_log USING btree (object_type, object_id);


--
-- Name: access_log_staff; Type: INDEX; Schema: core; Owner: -
--

CREATE INDEX access_log_staff ON core.access_log USING btree (staff_id, at);


--
-- Name: court_level; Type: INDEX; Schema: core; Owner: -
--

CREATE INDEX court_level ON core.court USING btree (level);


--
-- Name: court_parent; Type: INDEX; Schema: core; Owner: -
--

CREATE INDEX court_parent ON core.court USING btree (parent_code);


--
-- Name: deadline_rule_key; Type: INDEX; Schema: core; Owner: -
--

CREATE UNIQUE INDEX deadline_rule_key ON core.deadline_rule USING btree (key, effective_from, court_code) NULLS NOT DISTINCT;


--
-- Name: disclosure_object; Type: INDEX; Schema: core; Owner: -
--

CREATE INDEX disclosure_object ON core.disclosure USING btree (object_type, object_id);


--
-- Name: disclosure_recipient; Type: INDEX; Schema: core; Owner: -
--

CREATE INDEX disclosure_recipient ON core.disclosure USING btree (recipient_id, at);


--
-- Name: material_expiry; Type: INDEX; Schema: core; Owner: -
--

CREATE INDEX material_expiry ON core.material USING btree (expires_at) WHERE (expires_at IS NOT NULL);


--
-- Name: material_file; Type: INDEX; Schema: core; Owner: -
--

CREATE INDEX material_file ON core.material USING btree (id) WHERE ((state = 'DESTROYED'::text) AND (file_name IS NOT NULL));


--
-- Name: material_object; Type: INDEX; Schema: core; Owner: -
--

CREATE INDEX material_object ON core.material USING btree (object_id, object_type);


--
-- Name: material_ticket_expiry; Type: INDEX; Schema: core; Owner: -
--

CREATE INDEX material_ticket_expiry ON core.material_ticket USING btree (expires_at);


--
-- Name: material_ticket_holder; Type: INDEX; Schema: core; Owner: -
--

CREATE INDEX material_ticket_holder ON core.material_ticket USING btree (holder);


--
-- Name: material_ticket_material; Type: INDEX; Schema: core; Owner: -
--

CREATE INDEX material_ticket_material ON core.material_ticket USING btree (material_id);


--
-- Name: organization_active; Type: INDEX; Schema: core; Owner: -
--

CREATE INDEX organization_active ON core.organization USING btree (active);


--
-- Name: organization_court; Type: INDEX; Schema: core; Owner: -
--

CREATE INDEX organization_court ON core.organization USING btree (court_code);


--
-- Name: organization_kind; Type: INDEX; Schema: core; Owner: -
--

CREATE INDEX organization_kind ON core.organization USING btree (kind);


--
-- Name: organization_region; Type: INDEX; Schema: core; Owner: -
--

CREATE INDEX organization_region ON core.organization USING btree (region_code);


--
-- Name: row_policy_relation; Type: INDEX; Schema: core; Owner: -
--

CREATE INDEX row_policy_relation ON core.row_policy USING btree (relation, id);


--
-- Name: staff_active; Type: INDEX; Schema: core; Owner: -
--

CREATE INDEX staff_active ON core.staff USING btree (active);


--
-- Name: staff_court; Type: INDEX; Schema: core; Owner: -
--

CREATE INDEX staff_court ON core.staff USING btree (court_code);


--
-- Name: staff_department; Type: INDEX; Schema: core; Owner: -
--

CREATE INDEX staff_department ON core.staff USING btree (department_id);


--
-- Name: staff_roles; Type: INDEX; Schema: core; Owner: -
--

CREATE INDEX staff_roles ON core.staff USING gin (roles);


--
-- Name: upload_expired; Type: INDEX; Schema: core; Owner: -
--

CREATE INDEX upload_expired ON core.upload USING btree (expires_at);


--
-- Name: upload_owner; Type: INDEX; Schema: core; Owner: -
--

CREATE INDEX upload_owner ON core.upload USING btree (owner);


--
-- Name: volume_item_material; Type: INDEX; Schema: core; Owner: -
--

CREATE INDEX volume_item_material ON core.volume_item USING btree (material_id);


--
-- Name: case_link_case_no; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX case_link_case_no ON dossiers.case_link USING btree (case_no);


--
-- Name: contact_point_petitioner; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX contact_point_petitioner ON dossiers.contact_point USING btree (petitioner_id);


--
-- Name: contact_point_value; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX contact_point_value ON dossiers.contact_point USING btree (value_hash);


--
-- Name: dossier_court; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX dossier_court ON dossiers.dossier USING btree (court_code, dossier_no);


--
-- Name: dossier_ground; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX dossier_ground ON dossiers.dossier USING btree (ground);


--
-- Name: dossier_handler; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX dossier_handler ON dossiers.dossier USING btree (handler_id);


--
-- Name: dossier_petitioner_petitioner; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX dossier_petitioner_petitioner ON dossiers.dossier_petitioner USING btree (petitioner_id);


--
-- Name: dossier_review_due; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX dossier_review_due ON dossiers.dossier USING btree (review_due_on);


--
-- Name: dossier_status; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX dossier_status ON dossiers.dossier USING btree (status);


--
-- Name: petitioner_name; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX petitioner_name ON dossiers.petitioner USING btree (court_code, name_hash) WHERE (id_number_hash IS NULL);


--
-- Name: registration_dossier; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX registration_dossier ON dossiers.registration USING btree (dossier_id, received_on);


--
-- Name: registration_petitioner_petitioner; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX registration_petitioner_petitioner ON dossiers.registration_petitioner USING btree (petitioner_id);


--
-- Name: audit_event_object; Type: INDEX; Schema: host; Owner: -
--

CREATE INDEX audit_event_object ON host.audit_event USING btree (object_type, object_id);


--
-- Name: outbox_event_name; Type: INDEX; Schema: host; Owner: -
--

CREATE INDEX outbox_event_name ON host.outbox_event USING btree (name, "position");


--
-- Name: outbox_event_object; Type: INDEX; Schema: host; Owner: -
--

CREATE INDEX outbox_event_object ON host.outbox_event USING btree (object, object_id, "position");


--
-- Name: outbox_event_unpublished; Type: INDEX; Schema: host; Owner: -
--

CREATE INDEX outbox_event_unpublished ON host.outbox_event USING btree (id) WHERE ("position" IS NULL);


--
-- Name: task_dead; Type: INDEX; Schema: host; Owner: -
--

CREATE INDEX task_dead ON host.task USING btree (id) WHERE (state = 'DEAD'::text);


--
-- Name: task_due_at; Type: INDEX; Schema: host; Owner: -
--

CREATE INDEX task_due_at ON host.task USING btree (runner, due_at, id) WHERE ((state = 'PENDING'::text) AND (due_at IS NOT NULL));


--
-- Name: task_due_on; Type: INDEX; Schema: host; Owner: -
--

CREATE INDEX task_due_on ON host.task USING btree (runner, due_on, id) WHERE ((state = 'PENDING'::text) AND (due_on IS NOT NULL));


--
-- Name: task_event; Type: INDEX; Schema: host; Owner: -
--

CREATE UNIQUE INDEX task_event ON host.task USING btree (runner, event_id);


--
-- Name: task_object; Type: INDEX; Schema: host; Owner: -
--

CREATE INDEX task_object ON host.task USING btree (runner, object, object_id, id);


--
-- Name: task_of_event; Type: INDEX; Schema: host; Owner: -
--

CREATE INDEX task_of_event ON host.task USING btree (event_id);


--
-- Name: task_pending_event; Type: INDEX; Schema: host; Owner: -
--

CREATE INDEX task_pending_event ON host.task USING btree (runner, id) WHERE ((state = 'PENDING'::text) AND (event_id IS NOT NULL));


--
-- Name: task_timer; Type: INDEX; Schema: host; Owner: -
--

CREATE UNIQUE INDEX task_timer ON host.task USING btree (runner, object_id) WHERE (event_id IS NULL);


--
-- Name: former_reply_letter; Type: INDEX; Schema: letters; Owner: -
--

CREATE INDEX former_reply_letter ON letters.former_reply USING btree (letter_id);


--
-- Name: letter_assignee; Type: INDEX; Schema: letters; Owner: -
--

CREATE INDEX letter_assignee ON letters.letter USING btree (assignee_id, due_on);


--
-- Name: letter_batch_no; Type: INDEX; Schema: letters; Owner: -
--

CREATE INDEX letter_batch_no ON letters.letter USING btree (batch_no, item_no);


--
-- Name: letter_case_no; Type: INDEX; Schema: letters; Owner: -
--

CREATE INDEX letter_case_no ON letters.letter_case USING btree (case_no);


--
-- Name: letter_category; Type: INDEX; Schema: letters; Owner: -
--

CREATE INDEX letter_category ON letters.letter USING btree (category);


--
-- Name: letter_court_received; Type: INDEX; Schema: letters; Owner: -
--

CREATE INDEX letter_court_received ON letters.letter USING btree (court_code, received_on, letter_no);


--
-- Name: letter_created_by; Type: INDEX; Schema: letters; Owner: -
--

CREATE INDEX letter_created_by ON letters.letter USING btree (created_by, received_on, letter_no);


--
-- Name: letter_decision_letter; Type: INDEX; Schema: letters; Owner: -
--

CREATE INDEX letter_decision_letter ON letters.letter_decision USING btree (letter_id);


--
-- Name: letter_dossier; Type: INDEX; Schema: letters; Owner: -
--

CREATE INDEX letter_dossier ON letters.letter USING btree (dossier_id);


--
-- Name: letter_due; Type: INDEX; Schema: letters; Owner: -
--

CREATE INDEX letter_due ON letters.letter USING btree (due_on);


--
-- Name: letter_duplicate_of; Type: INDEX; Schema: letters; Owner: -
--

CREATE INDEX letter_duplicate_of ON letters.letter USING btree (duplicate_of_id);


--
-- Name: letter_external_ref; Type: INDEX; Schema: letters; Owner: -
--

CREATE INDEX letter_external_ref ON letters.letter USING btree (external_ref);


--
-- Name: letter_item_no; Type: INDEX; Schema: letters; Owner: -
--

CREATE INDEX letter_item_no ON letters.letter USING btree (item_no);


--
-- Name: letter_matter_class; Type: INDEX; Schema: letters; Owner: -
--

CREATE INDEX letter_matter_class ON letters.letter USING btree (matter_class);


--
-- Name: letter_pause_letter; Type: INDEX; Schema: letters; Owner: -
--

CREATE INDEX letter_pause_letter ON letters.letter_pause USING btree (letter_id);


--
-- Name: letter_received; Type: INDEX; Schema: letters; Owner: -
--

CREATE INDEX letter_received ON letters.letter USING btree (received_on, letter_no);


--
-- Name: letter_registration; Type: INDEX; Schema: letters; Owner: -
--

CREATE UNIQUE INDEX letter_registration ON letters.letter USING btree (registration_id);


--
-- Name: letter_sender_id_number; Type: INDEX; Schema: letters; Owner: -
--

CREATE INDEX letter_sender_id_number ON letters.letter_sender USING btree (id_number_hash);


--
-- Name: letter_sender_mobile; Type: INDEX; Schema: letters; Owner: -
--

CREATE INDEX letter_sender_mobile ON letters.letter_sender USING btree (mobile_hash);


--
-- Name: letter_source; Type: INDEX; Schema: letters; Owner: -
--

CREATE INDEX letter_source ON letters.letter USING btree (source);


--
-- Name: letter_state; Type: INDEX; Schema: letters; Owner: -
--

CREATE INDEX letter_state ON letters.letter USING btree (state, due_on);


--
-- Name: letter_template_kind; Type: INDEX; Schema: letters; Owner: -
--

CREATE INDEX letter_template_kind ON letters.letter_template USING btree (kind);


--
-- Name: letter_text_search; Type: INDEX; Schema: letters; Owner: -
--

CREATE INDEX letter_text_search ON letters.letter_text USING gin (core.search_pairs(search_text));
ALTER INDEX letters.letter_text_search ALTER COLUMN 1 SET STATISTICS 0;


--
-- Name: letter_updated; Type: INDEX; Schema: letters; Owner: -
--

CREATE INDEX letter_updated ON letters.letter USING btree (updated_at);


--
-- Name: transfer_batch_received; Type: INDEX; Schema: letters; Owner: -
--

CREATE INDEX transfer_batch_received ON letters.transfer_batch USING btree (received_on);


--
-- Name: access_log access_log_append_only; Type: TRIGGER; Schema: core; Owner: -
--

CREATE TRIGGER access_log_append_only BEFORE DELETE OR UPDATE ON core.access_log FOR EACH ROW EXECUTE FUNCTION core.refuse_change();


--
-- Name: access_log access_log_no_truncate; Type: TRIGGER; Schema: core; Owner: -
--

CREATE TRIGGER access_log_no_truncate BEFORE TRUNCATE ON core.access_log FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change();


--
-- Name: disclosure disclosure_append_only; Type: TRIGGER; Schema: core; Owner: -
--

CREATE TRIGGER disclosure_append_only BEFORE DELETE OR UPDATE ON core.disclosure FOR EACH ROW EXECUTE FUNCTION core.refuse_change();


--
-- Name: disclosure disclosure_no_truncate; Type: TRIGGER; Schema: core; Owner: -
--

CREATE TRIGGER disclosure_no_truncate BEFORE TRUNCATE ON core.disclosure FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change();


--
-- Name: holiday holiday_years; Type: TRIGGER; Schema: core; Owner: -
--

CREATE TRIGGER holiday_years AFTER INSERT OR DELETE OR UPDATE OR TRUNCATE ON core.holiday FOR EACH STATEMENT EXECUTE FUNCTION core.find_holiday_years();


--
-- Name: material_chunk material_chunk_kept; Type: TRIGGER; Schema: core; Owner: -
--

CREATE TRIGGER material_chunk_kept BEFORE INSERT OR DELETE OR UPDATE ON core.material_chunk FOR EACH ROW EXECUTE FUNCTION core.keep_material_chunk();


--
-- Name: material material_kept; Type: TRIGGER; Schema: core; Owner: -
--

CREATE TRIGGER material_kept BEFORE DELETE OR UPDATE ON core.material FOR EACH ROW EXECUTE FUNCTION core.keep_material();


--
-- Name: row_policy row_policy_append_only; Type: TRIGGER; Schema: core; Owner: -
--

CREATE TRIGGER row_policy_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON core.row_policy FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change();


--
-- Name: dossier dossier_handler; Type: TRIGGER; Schema: dossiers; Owner: -
--

CREATE TRIGGER dossier_handler AFTER UPDATE ON dossiers.dossier FOR EACH ROW WHEN ((((old.handler_id IS DISTINCT FROM new.handler_id) OR (old.status IS DISTINCT FROM new.status)) OR (old.sealed IS DISTINCT FROM new.sealed))) EXECUTE FUNCTION dossiers.keep_dossier_handler();


--
-- Name: registration registration_assignees; Type: TRIGGER; Schema: dossiers; Owner: -
--

CREATE TRIGGER registration_assignees BEFORE UPDATE ON dossiers.registration FOR EACH ROW EXECUTE FUNCTION dossiers.keep_registration_assignees();


--
-- Name: registration registration_petitioners; Type: TRIGGER; Schema: dossiers; Owner: -
--

CREATE TRIGGER registration_petitioners AFTER UPDATE ON dossiers.registration FOR EACH ROW WHEN (((old.assignees IS DISTINCT FROM new.assignees) OR (old.accused_staff_ids IS DISTINCT FROM new.accused_staff_ids))) EXECUTE FUNCTION dossiers.keep_registration_petitioners();


--
-- Name: audit_event audit_event_append_only; Type: TRIGGER; Schema: host; Owner: -
--

CREATE TRIGGER audit_event_append_only BEFORE DELETE OR UPDATE ON host.audit_event FOR EACH ROW EXECUTE FUNCTION core.refuse_change();


--
-- Name: audit_event audit_event_no_truncate; Type: TRIGGER; Schema: host; Owner: -
--

CREATE TRIGGER audit_event_no_truncate BEFORE TRUNCATE ON host.audit_event FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change();


--
-- Name: letter letter_text; Type: TRIGGER; Schema: letters; Owner: -
--

CREATE TRIGGER letter_text AFTER INSERT OR UPDATE OF subject, abstract ON letters.letter FOR EACH ROW EXECUTE FUNCTION letters.keep_text();


--
-- Name: court court_parent_code_fkey; Type: FK CONSTRAINT; Schema: core; Owner: -
--

ALTER TABLE ONLY core.court
    ADD CONSTRAINT court_parent_code_fkey FOREIGN KEY (parent_code) REFERENCES core.court(code) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: deadline_rule deadline_rule_court_code_fkey; Type: FK CONSTRAINT; Schema: core; Owner: -
--

ALTER TABLE ONLY core.deadline_rule
    ADD CONSTRAINT deadline_rule_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: department department_court_code_fkey; Type: FK CONSTRAINT; Schema: core; Owner: -
--

ALTER TABLE ONLY core.department
    ADD CONSTRAINT department_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: disclosure disclosure_object_type_fkey; Type: FK CONSTRAINT; Schema: core; Owner: -
--

ALTER TABLE ONLY core.disclosure
    ADD CONSTRAINT disclosure_object_type_fkey FOREIGN KEY (object_type) REFERENCES core.record_type(object_type);


--
-- Name: material_chunk material_chunk_material_id_fkey; Type: FK CONSTRAINT; Schema: core; Owner: -
--

ALTER TABLE ONLY core.material_chunk
    ADD CONSTRAINT material_chunk_material_id_fkey FOREIGN KEY (material_id) REFERENCES core.material(id);


--
-- Name: material material_court_code_fkey; Type: FK CONSTRAINT; Schema: core; Owner: -
--

ALTER TABLE ONLY core.material
    ADD CONSTRAINT material_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: material material_created_by_fkey; Type: FK CONSTRAINT; Schema: core; Owner: -
--

ALTER TABLE ONLY core.material
    ADD CONSTRAINT material_created_by_fkey FOREIGN KEY (created_by) REFERENCES core.staff(id);


--
-- Name: material_ticket material_ticket_material_id_fkey; Type: FK CONSTRAINT; Schema: core; Owner: -
--

ALTER TABLE ONLY core.material_ticket
    ADD CONSTRAINT material_ticket_material_id_fkey FOREIGN KEY (material_id) REFERENCES core.material(id) ON DELETE CASCADE;


--
-- Name: material material_uploaded_by_fkey; Type: FK CONSTRAINT; Schema: core; Owner: -
--

ALTER TABLE ONLY core.material
    ADD CONSTRAINT material_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES core.staff(id);


--
-- Name: number_counter number_counter_court_code_fkey; Type: FK CONSTRAINT; Schema: core; Owner: -
--

ALTER TABLE ONLY core.number_counter
    ADD CONSTRAINT number_counter_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: organization organization_court_code_fkey; Type: FK CONSTRAINT; Schema: core; Owner: -
--

ALTER TABLE ONLY core.organization
    ADD CONSTRAINT organization_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: staff staff_court_code_fkey; Type: FK CONSTRAINT; Schema: core; Owner: -
--

ALTER TABLE ONLY core.staff
    ADD CONSTRAINT staff_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: staff staff_department_id_fkey; Type: FK CONSTRAINT; Schema: core; Owner: -
--

ALTER TABLE ONLY core.staff
    ADD CONSTRAINT staff_department_id_fkey FOREIGN KEY (department_id) REFERENCES core.department(id);


--
-- Name: token token_court_code_fkey; Type: FK CONSTRAINT; Schema: core; Owner: -
--

ALTER TABLE ONLY core.token
    ADD CONSTRAINT token_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: token token_staff_id_fkey; Type: FK CONSTRAINT; Schema: core; Owner: -
--

ALTER TABLE ONLY core.token
    ADD CONSTRAINT token_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES core.staff(id);


--
-- Name: upload_part upload_part_upload_id_fkey; Type: FK CONSTRAINT; Schema: core; Owner: -
--

ALTER TABLE ONLY core.upload_part
    ADD CONSTRAINT upload_part_upload_id_fkey FOREIGN KEY (upload_id) REFERENCES core.upload(id) ON DELETE CASCADE;


--
-- Name: volume volume_bound_by_fkey; Type: FK CONSTRAINT; Schema: core; Owner: -
--

ALTER TABLE ONLY core.volume
    ADD CONSTRAINT volume_bound_by_fkey FOREIGN KEY (bound_by) REFERENCES core.staff(id);


--
-- Name: volume volume_court_code_fkey; Type: FK CONSTRAINT; Schema: core; Owner: -
--

ALTER TABLE ONLY core.volume
    ADD CONSTRAINT volume_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: volume volume_created_by_fkey; Type: FK CONSTRAINT; Schema: core; Owner: -
--

ALTER TABLE ONLY core.volume
    ADD CONSTRAINT volume_created_by_fkey FOREIGN KEY (created_by) REFERENCES core.staff(id);


--
-- Name: volume_item volume_item_material_id_fkey; Type: FK CONSTRAINT; Schema: core; Owner: -
--

ALTER TABLE ONLY core.volume_item
    ADD CONSTRAINT volume_item_material_id_fkey FOREIGN KEY (material_id) REFERENCES core.material(id);


--
-- Name: volume_item volume_item_volume_id_fkey; Type: FK CONSTRAINT; Schema: core; Owner: -
--

ALTER TABLE ONLY core.volume_item
    ADD CONSTRAINT volume_item_volume_id_fkey FOREIGN KEY (volume_id) REFERENCES core.volume(id);


--
-- Name: case_link case_link_court_code_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.case_link
    ADD CONSTRAINT case_link_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: case_link case_link_dossier_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.case_link
    ADD CONSTRAINT case_link_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES dossiers.dossier(id);


--
-- Name: claim claim_court_code_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.claim
    ADD CONSTRAINT claim_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: claim claim_dossier_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.claim
    ADD CONSTRAINT claim_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES dossiers.dossier(id);


--
-- Name: contact_point contact_point_court_code_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.contact_point
    ADD CONSTRAINT contact_point_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: contact_point contact_point_petitioner_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.contact_point
    ADD CONSTRAINT contact_point_petitioner_id_fkey FOREIGN KEY (petitioner_id) REFERENCES dossiers.petitioner(id);


--
-- Name: dossier dossier_court_code_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.dossier
    ADD CONSTRAINT dossier_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: dossier dossier_created_by_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.dossier
    ADD CONSTRAINT dossier_created_by_fkey FOREIGN KEY (created_by) REFERENCES core.staff(id);


--
-- Name: dossier dossier_handler_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.dossier
    ADD CONSTRAINT dossier_handler_id_fkey FOREIGN KEY (handler_id) REFERENCES core.staff(id);


--
-- Name: dossier dossier_open_approved_by_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.dossier
    ADD CONSTRAINT dossier_open_approved_by_fkey FOREIGN KEY (open_approved_by) REFERENCES core.staff(id);


--
-- Name: dossier_petitioner dossier_petitioner_court_code_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.dossier_petitioner
    ADD CONSTRAINT dossier_petitioner_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: dossier_petitioner dossier_petitioner_dossier_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.dossier_petitioner
    ADD CONSTRAINT dossier_petitioner_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES dossiers.dossier(id);


--
-- Name: dossier_petitioner dossier_petitioner_petitioner_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.dossier_petitioner
    ADD CONSTRAINT dossier_petitioner_petitioner_id_fkey FOREIGN KEY (petitioner_id) REFERENCES dossiers.petitioner(id);


--
-- Name: petitioner petitioner_court_code_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.petitioner
    ADD CONSTRAINT petitioner_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: petitioner petitioner_created_by_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.petitioner
    ADD CONSTRAINT petitioner_created_by_fkey FOREIGN KEY (created_by) REFERENCES core.staff(id);


--
-- Name: registration registration_assignee_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.registration
    ADD CONSTRAINT registration_assignee_id_fkey FOREIGN KEY (assignee_id) REFERENCES core.staff(id);


--
-- Name: registration registration_court_code_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.registration
    ADD CONSTRAINT registration_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: registration registration_dossier_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.registration
    ADD CONSTRAINT registration_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES dossiers.dossier(id);


--
-- Name: registration registration_entered_by_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.registration
    ADD CONSTRAINT registration_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES core.staff(id);


--
-- Name: registration_petitioner registration_petitioner_court_code_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.registration_petitioner
    ADD CONSTRAINT registration_petitioner_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: registration_petitioner registration_petitioner_petitioner_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.registration_petitioner
    ADD CONSTRAINT registration_petitioner_petitioner_id_fkey FOREIGN KEY (petitioner_id) REFERENCES dossiers.petitioner(id);


--
-- Name: registration_petitioner registration_petitioner_registration_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.registration_petitioner
    ADD CONSTRAINT registration_petitioner_registration_id_fkey FOREIGN KEY (registration_id) REFERENCES dossiers.registration(id);


--
-- Name: task task_event_id_fkey; Type: FK CONSTRAINT; Schema: host; Owner: -
--

ALTER TABLE ONLY host.task
    ADD CONSTRAINT task_event_id_fkey FOREIGN KEY (event_id) REFERENCES host.outbox_event(id);


--
-- Name: claim_reply claim_reply_court_code_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.claim_reply
    ADD CONSTRAINT claim_reply_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: claim_reply claim_reply_letter_id_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.claim_reply
    ADD CONSTRAINT claim_reply_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES letters.letter(id);


--
-- Name: endorsement endorsement_by_id_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.endorsement
    ADD CONSTRAINT endorsement_by_id_fkey FOREIGN KEY (by_id) REFERENCES core.staff(id);


--
-- Name: endorsement endorsement_court_code_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.endorsement
    ADD CONSTRAINT endorsement_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: endorsement endorsement_letter_id_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.endorsement
    ADD CONSTRAINT endorsement_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES letters.letter(id);


--
-- Name: feedback feedback_court_code_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.feedback
    ADD CONSTRAINT feedback_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: feedback feedback_letter_id_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.feedback
    ADD CONSTRAINT feedback_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES letters.letter(id);


--
-- Name: feedback feedback_sender_id_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.feedback
    ADD CONSTRAINT feedback_sender_id_fkey FOREIGN KEY (sender_id) REFERENCES letters.letter_sender(id);


--
-- Name: former_reply former_reply_author_id_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.former_reply
    ADD CONSTRAINT former_reply_author_id_fkey FOREIGN KEY (author_id) REFERENCES core.staff(id);


--
-- Name: former_reply former_reply_court_code_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.former_reply
    ADD CONSTRAINT former_reply_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: former_reply former_reply_letter_id_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.former_reply
    ADD CONSTRAINT former_reply_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES letters.letter(id);


--
-- Name: former_reply former_reply_signed_by_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.former_reply
    ADD CONSTRAINT former_reply_signed_by_fkey FOREIGN KEY (signed_by) REFERENCES core.staff(id);


--
-- Name: letter letter_assignee_id_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.letter
    ADD CONSTRAINT letter_assignee_id_fkey FOREIGN KEY (assignee_id) REFERENCES core.staff(id);


--
-- Name: letter_case letter_case_court_code_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.letter_case
    ADD CONSTRAINT letter_case_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: letter_case letter_case_letter_id_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.letter_case
    ADD CONSTRAINT letter_case_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES letters.letter(id);


--
-- Name: letter letter_court_code_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.letter
    ADD CONSTRAINT letter_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: letter letter_created_by_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.letter
    ADD CONSTRAINT letter_created_by_fkey FOREIGN KEY (created_by) REFERENCES core.staff(id);


--
-- Name: letter_decision letter_decision_by_id_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.letter_decision
    ADD CONSTRAINT letter_decision_by_id_fkey FOREIGN KEY (by_id) REFERENCES core.staff(id);


--
-- Name: letter_decision letter_decision_court_code_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.letter_decision
    ADD CONSTRAINT letter_decision_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: letter_decision letter_decision_letter_id_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.letter_decision
    ADD CONSTRAINT letter_decision_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES letters.letter(id);


--
-- Name: letter letter_duplicate_decided_by_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.letter
    ADD CONSTRAINT letter_duplicate_decided_by_fkey FOREIGN KEY (duplicate_decided_by) REFERENCES core.staff(id);


--
-- Name: letter letter_duplicate_of_id_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.letter
    ADD CONSTRAINT letter_duplicate_of_id_fkey FOREIGN KEY (duplicate_of_id) REFERENCES letters.letter(id);


--
-- Name: letter_extension letter_extension_approved_by_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.letter_extension
    ADD CONSTRAINT letter_extension_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES core.staff(id);


--
-- Name: letter_extension letter_extension_court_code_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.letter_extension
    ADD CONSTRAINT letter_extension_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: letter_extension letter_extension_letter_id_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.letter_extension
    ADD CONSTRAINT letter_extension_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES letters.letter(id);


--
-- Name: letter_pause letter_pause_approved_by_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.letter_pause
    ADD CONSTRAINT letter_pause_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES core.staff(id);


--
-- Name: letter_pause letter_pause_court_code_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.letter_pause
    ADD CONSTRAINT letter_pause_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: letter_pause letter_pause_letter_id_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.letter_pause
    ADD CONSTRAINT letter_pause_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES letters.letter(id);


--
-- Name: letter_sender letter_sender_court_code_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.letter_sender
    ADD CONSTRAINT letter_sender_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: letter_sender letter_sender_letter_id_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.letter_sender
    ADD CONSTRAINT letter_sender_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES letters.letter(id);


--
-- Name: letter_text letter_text_letter_id_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.letter_text
    ADD CONSTRAINT letter_text_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES letters.letter(id) ON DELETE CASCADE;


--
-- Name: letter letter_transfer_batch_id_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.letter
    ADD CONSTRAINT letter_transfer_batch_id_fkey FOREIGN KEY (transfer_batch_id) REFERENCES letters.transfer_batch(id);


--
-- Name: letter_transfer letter_transfer_court_code_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.letter_transfer
    ADD CONSTRAINT letter_transfer_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: letter_transfer letter_transfer_letter_id_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.letter_transfer
    ADD CONSTRAINT letter_transfer_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES letters.letter(id);


--
-- Name: online_report online_report_court_code_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.online_report
    ADD CONSTRAINT online_report_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: online_report online_report_letter_id_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.online_report
    ADD CONSTRAINT online_report_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES letters.letter(id);


--
-- Name: reply reply_author_id_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.reply
    ADD CONSTRAINT reply_author_id_fkey FOREIGN KEY (author_id) REFERENCES core.staff(id);


--
-- Name: reply reply_copied_from_id_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.reply
    ADD CONSTRAINT reply_copied_from_id_fkey FOREIGN KEY (copied_from_id) REFERENCES letters.letter(id);


--
-- Name: reply reply_court_code_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.reply
    ADD CONSTRAINT reply_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: reply reply_letter_id_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.reply
    ADD CONSTRAINT reply_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES letters.letter(id);


--
-- Name: reply reply_signed_by_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.reply
    ADD CONSTRAINT reply_signed_by_fkey FOREIGN KEY (signed_by) REFERENCES core.staff(id);


--
-- Name: report_back report_back_court_code_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.report_back
    ADD CONSTRAINT report_back_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: report_back report_back_letter_id_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.report_back
    ADD CONSTRAINT report_back_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES letters.letter(id);


--
-- Name: review_step review_step_court_code_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.review_step
    ADD CONSTRAINT review_step_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: review_step review_step_letter_id_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.review_step
    ADD CONSTRAINT review_step_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES letters.letter(id);


--
-- Name: review_step review_step_reviewer_id_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.review_step
    ADD CONSTRAINT review_step_reviewer_id_fkey FOREIGN KEY (reviewer_id) REFERENCES core.staff(id);


--
-- Name: routing_objection routing_objection_court_code_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.routing_objection
    ADD CONSTRAINT routing_objection_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: routing_objection routing_objection_letter_id_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.routing_objection
    ADD CONSTRAINT routing_objection_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES letters.letter(id);


--
-- Name: transfer_batch transfer_batch_court_code_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.transfer_batch
    ADD CONSTRAINT transfer_batch_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: transfer_batch transfer_batch_created_by_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.transfer_batch
    ADD CONSTRAINT transfer_batch_created_by_fkey FOREIGN KEY (created_by) REFERENCES core.staff(id);


--
-- Name: transfer_batch_row transfer_batch_row_batch_id_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.transfer_batch_row
    ADD CONSTRAINT transfer_batch_row_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES letters.transfer_batch(id);


--
-- Name: transfer_batch_row transfer_batch_row_court_code_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.transfer_batch_row
    ADD CONSTRAINT transfer_batch_row_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: volume volume_bound_by_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.volume
    ADD CONSTRAINT volume_bound_by_fkey FOREIGN KEY (bound_by) REFERENCES core.staff(id);


--
-- Name: volume volume_court_code_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.volume
    ADD CONSTRAINT volume_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: volume_entry volume_entry_court_code_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.volume_entry
    ADD CONSTRAINT volume_entry_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: volume_entry volume_entry_letter_id_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.volume_entry
    ADD CONSTRAINT volume_entry_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES letters.volume(letter_id);


--
-- Name: volume volume_letter_id_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.volume
    ADD CONSTRAINT volume_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES letters.letter(id);


--
-- Name: disclosure; Type: ROW SECURITY; Schema: core; Owner: -
--

ALTER TABLE core.disclosure ENABLE ROW LEVEL SECURITY;

--
-- Name: disclosure docket_visible; Type: POLICY; Schema: core; Owner: -
--

CREATE POLICY docket_visible ON core.disclosure FOR SELECT TO docket_reader USING ((court_code = ANY (( SELECT core.readable_courts() AS readable_courts)::text[])));


--
-- Name: disclosure docket_writer; Type: POLICY; Schema: core; Owner: -
--

CREATE POLICY docket_writer ON core.disclosure TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: material docket_writer; Type: POLICY; Schema: core; Owner: -
--

CREATE POLICY docket_writer ON core.material TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: material_chunk docket_writer; Type: POLICY; Schema: core; Owner: -
--

CREATE POLICY docket_writer ON core.material_chunk TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: material_ticket docket_writer; Type: POLICY; Schema: core; Owner: -
--

CREATE POLICY docket_writer ON core.material_ticket TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: organization docket_writer; Type: POLICY; Schema: core; Owner: -
--

CREATE POLICY docket_writer ON core.organization TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: volume docket_writer; Type: POLICY; Schema: core; Owner: -
--

CREATE POLICY docket_writer ON core.volume TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: volume_item docket_writer; Type: POLICY; Schema: core; Owner: -
--

CREATE POLICY docket_writer ON core.volume_item TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: material; Type: ROW SECURITY; Schema: core; Owner: -
--

ALTER TABLE core.material ENABLE ROW LEVEL SECURITY;

--
-- Name: material_chunk; Type: ROW SECURITY; Schema: core; Owner: -
--

ALTER TABLE core.material_chunk ENABLE ROW LEVEL SECURITY;

--
-- Name: material_ticket; Type: ROW SECURITY; Schema: core; Owner: -
--

ALTER TABLE core.material_ticket ENABLE ROW LEVEL SECURITY;

--
-- Name: organization; Type: ROW SECURITY; Schema: core; Owner: -
--

ALTER TABLE core.organization ENABLE ROW LEVEL SECURITY;

--
-- Name: organization organization_read; Type: POLICY; Schema: core; Owner: -
--

CREATE POLICY organization_read ON core.organization FOR SELECT TO docket_reader USING (((court_code IS NULL) OR (court_code = ANY (( SELECT core.readable_courts() AS readable_courts)::text[]))));


--
-- Name: disclosure records_of_Dossier; Type: POLICY; Schema: core; Owner: -
--

CREATE POLICY "records_of_Dossier" ON core.disclosure AS RESTRICTIVE FOR SELECT TO docket_reader USING (((object_type <> 'Dossier'::text) OR (EXISTS ( SELECT
   FROM dossiers.dossier seen
  WHERE (seen.id = disclosure.object_id)
 OFFSET 0))));


--
-- Name: disclosure records_of_Letter; Type: POLICY; Schema: core; Owner: -
--

CREATE POLICY "records_of_Letter" ON core.disclosure AS RESTRICTIVE FOR SELECT TO docket_reader USING (((object_type <> 'Letter'::text) OR (EXISTS ( SELECT
   FROM letters.letter seen
  WHERE (seen.id = disclosure.object_id)
 OFFSET 0))));


--
-- Name: volume; Type: ROW SECURITY; Schema: core; Owner: -
--

ALTER TABLE core.volume ENABLE ROW LEVEL SECURITY;

--
-- Name: volume_item; Type: ROW SECURITY; Schema: core; Owner: -
--

ALTER TABLE core.volume_item ENABLE ROW LEVEL SECURITY;

--
-- Name: volume_item volume_item_read; Type: POLICY; Schema: core; Owner: -
--

CREATE POLICY volume_item_read ON core.volume_item FOR SELECT TO docket_reader USING ((EXISTS ( SELECT
   FROM core.volume v
  WHERE (v.id = volume_item.volume_id))));


--
-- Name: case_link; Type: ROW SECURITY; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.case_link ENABLE ROW LEVEL SECURITY;

--
-- Name: claim; Type: ROW SECURITY; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.claim ENABLE ROW LEVEL SECURITY;

--
-- Name: contact_point; Type: ROW SECURITY; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.contact_point ENABLE ROW LEVEL SECURITY;

--
-- Name: case_link docket_visible; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_visible ON dossiers.case_link FOR SELECT TO docket_reader USING ((EXISTS ( SELECT
   FROM dossiers.dossier p
  WHERE (p.id = case_link.dossier_id))));


--
-- Name: claim docket_visible; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_visible ON dossiers.claim FOR SELECT TO docket_reader USING ((EXISTS ( SELECT
   FROM dossiers.dossier p
  WHERE (p.id = claim.dossier_id))));


--
-- Name: contact_point docket_visible; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_visible ON dossiers.contact_point FOR SELECT TO docket_reader USING ((EXISTS ( SELECT
   FROM dossiers.petitioner p
  WHERE (p.id = contact_point.petitioner_id))));


--
-- Name: dossier docket_visible; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_visible ON dossiers.dossier FOR SELECT TO docket_reader USING (((court_code = ANY (( SELECT core.readable_courts() AS readable_courts)::text[])) AND ((NOT sealed) OR ( SELECT core.may_read_sealed() AS may_read_sealed)) AND ((NOT ( SELECT core.sees_only_assigned() AS sees_only_assigned)) OR (handler_id = ( SELECT core.staff_id() AS staff_id)))));


--
-- Name: dossier_petitioner docket_visible; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_visible ON dossiers.dossier_petitioner FOR SELECT TO docket_reader USING (((EXISTS ( SELECT
   FROM dossiers.dossier p
  WHERE (p.id = dossier_petitioner.dossier_id))) AND (EXISTS ( SELECT
   FROM dossiers.petitioner p
  WHERE (p.id = dossier_petitioner.petitioner_id)))));


--
-- Name: petitioner docket_visible; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_visible ON dossiers.petitioner FOR SELECT TO docket_reader USING (((court_code = ANY (( SELECT core.readable_courts() AS readable_courts)::text[])) AND ((NOT sealed) OR ( SELECT core.may_read_sealed() AS may_read_sealed)) AND ((NOT ( SELECT core.sees_only_assigned() AS sees_only_assigned)) OR (( SELECT core.staff_id() AS staff_id) = ANY (assignees))) AND (NOT COALESCE((accused_staff_ids && ( SELECT core.recused_from() AS recused_from)), false))));


--
-- Name: registration docket_visible; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_visible ON dossiers.registration FOR SELECT TO docket_reader USING (((court_code = ANY (( SELECT core.readable_courts() AS readable_courts)::text[])) AND ((NOT sealed) OR ( SELECT core.may_read_sealed() AS may_read_sealed)) AND ((NOT ( SELECT core.sees_only_assigned() AS sees_only_assigned)) OR (( SELECT core.staff_id() AS staff_id) = ANY (assignees))) AND (NOT COALESCE((accused_staff_ids && ( SELECT core.recused_from() AS recused_from)), false))));


--
-- Name: registration_petitioner docket_visible; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_visible ON dossiers.registration_petitioner FOR SELECT TO docket_reader USING (((EXISTS ( SELECT
   FROM dossiers.registration p
  WHERE (p.id = registration_petitioner.registration_id))) AND (EXISTS ( SELECT
   FROM dossiers.petitioner p
  WHERE (p.id = registration_petitioner.petitioner_id)))));


--
-- Name: case_link docket_writer; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_writer ON dossiers.case_link TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: claim docket_writer; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_writer ON dossiers.claim TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: contact_point docket_writer; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_writer ON dossiers.contact_point TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: dossier docket_writer; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_writer ON dossiers.dossier TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: dossier_petitioner docket_writer; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_writer ON dossiers.dossier_petitioner TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: petitioner docket_writer; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_writer ON dossiers.petitioner TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: registration docket_writer; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_writer ON dossiers.registration TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: registration_petitioner docket_writer; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_writer ON dossiers.registration_petitioner TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: dossier; Type: ROW SECURITY; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.dossier ENABLE ROW LEVEL SECURITY;

--
-- Name: dossier_petitioner; Type: ROW SECURITY; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.dossier_petitioner ENABLE ROW LEVEL SECURITY;

--
-- Name: petitioner; Type: ROW SECURITY; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.petitioner ENABLE ROW LEVEL SECURITY;

--
-- Name: registration; Type: ROW SECURITY; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.registration ENABLE ROW LEVEL SECURITY;

--
-- Name: registration_petitioner; Type: ROW SECURITY; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.registration_petitioner ENABLE ROW LEVEL SECURITY;

--
-- Name: audit_event; Type: ROW SECURITY; Schema: host; Owner: -
--

ALTER TABLE host.audit_event ENABLE ROW LEVEL SECURITY;

--
-- Name: audit_event audit_event_history; Type: POLICY; Schema: host; Owner: -
--

CREATE POLICY audit_event_history ON host.audit_event FOR SELECT TO docket_reader USING (((court_code = ANY (( SELECT core.readable_courts() AS readable_courts)::text[])) AND (object_type = ANY (( SELECT array_agg(t.object_type) AS array_agg
   FROM core.record_type t)::text[]))));


--
-- Name: audit_event docket_writer; Type: POLICY; Schema: host; Owner: -
--

CREATE POLICY docket_writer ON host.audit_event TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: outbox_event docket_writer; Type: POLICY; Schema: host; Owner: -
--

CREATE POLICY docket_writer ON host.outbox_event TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: task docket_writer; Type: POLICY; Schema: host; Owner: -
--

CREATE POLICY docket_writer ON host.task TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: outbox_event; Type: ROW SECURITY; Schema: host; Owner: -
--

ALTER TABLE host.outbox_event ENABLE ROW LEVEL SECURITY;

--
-- Name: outbox_event outbox_event_read; Type: POLICY; Schema: host; Owner: -
--

CREATE POLICY outbox_event_read ON host.outbox_event FOR SELECT TO docket_reader USING (((court_code = ANY (( SELECT core.readable_courts() AS readable_courts)::text[])) AND (NOT sealed) AND ("position" IS NOT NULL)));


--
-- Name: audit_event records_of_Dossier; Type: POLICY; Schema: host; Owner: -
--

CREATE POLICY "records_of_Dossier" ON host.audit_event AS RESTRICTIVE FOR SELECT TO docket_reader USING (((object_type <> 'Dossier'::text) OR (EXISTS ( SELECT
   FROM dossiers.dossier seen
  WHERE (seen.id = audit_event.object_id)
 OFFSET 0))));


--
-- Name: audit_event records_of_Letter; Type: POLICY; Schema: host; Owner: -
--

CREATE POLICY "records_of_Letter" ON host.audit_event AS RESTRICTIVE FOR SELECT TO docket_reader USING (((object_type <> 'Letter'::text) OR (EXISTS ( SELECT
   FROM letters.letter seen
  WHERE (seen.id = audit_event.object_id)
 OFFSET 0))));


--
-- Name: task; Type: ROW SECURITY; Schema: host; Owner: -
--

ALTER TABLE host.task ENABLE ROW LEVEL SECURITY;

--
-- Name: claim_reply; Type: ROW SECURITY; Schema: letters; Owner: -
--

ALTER TABLE letters.claim_reply ENABLE ROW LEVEL SECURITY;

--
-- Name: claim_reply docket_visible; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_visible ON letters.claim_reply FOR SELECT TO docket_reader USING ((EXISTS ( SELECT
   FROM letters.letter p
  WHERE (p.id = claim_reply.letter_id))));


--
-- Name: endorsement docket_visible; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_visible ON letters.endorsement FOR SELECT TO docket_reader USING ((EXISTS ( SELECT
   FROM letters.letter p
  WHERE (p.id = endorsement.letter_id))));


--
-- Name: feedback docket_visible; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_visible ON letters.feedback FOR SELECT TO docket_reader USING ((EXISTS ( SELECT
   FROM letters.letter p
  WHERE (p.id = feedback.letter_id))));


--
-- Name: former_reply docket_visible; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_visible ON letters.former_reply FOR SELECT TO docket_reader USING ((EXISTS ( SELECT
   FROM letters.letter p
  WHERE (p.id = former_reply.letter_id))));


--
-- Name: letter docket_visible; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_visible ON letters.letter FOR SELECT TO docket_reader USING (((court_code = ANY (( SELECT core.readable_courts() AS readable_courts)::text[])) AND ((NOT sealed) OR ( SELECT core.may_read_sealed() AS may_read_sealed)) AND ((NOT ( SELECT core.sees_only_assigned() AS sees_only_assigned)) OR (assignee_id = ( SELECT core.staff_id() AS staff_id))) AND (NOT COALESCE((accused_staff_ids && ( SELECT core.recused_from() AS recused_from)), false))));


--
-- Name: letter_case docket_visible; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_visible ON letters.letter_case FOR SELECT TO docket_reader USING ((EXISTS ( SELECT
   FROM letters.letter p
  WHERE (p.id = letter_case.letter_id))));


--
-- Name: letter_decision docket_visible; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_visible ON letters.letter_decision FOR SELECT TO docket_reader USING ((EXISTS ( SELECT
   FROM letters.letter p
  WHERE (p.id = letter_decision.letter_id))));


--
-- Name: letter_extension docket_visible; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_visible ON letters.letter_extension FOR SELECT TO docket_reader USING ((EXISTS ( SELECT
   FROM letters.letter p
  WHERE (p.id = letter_extension.letter_id))));


--
-- Name: letter_pause docket_visible; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_visible ON letters.letter_pause FOR SELECT TO docket_reader USING ((EXISTS ( SELECT
   FROM letters.letter p
  WHERE (p.id = letter_pause.letter_id))));


--
-- Name: letter_sender docket_visible; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_visible ON letters.letter_sender FOR SELECT TO docket_reader USING ((EXISTS ( SELECT
   FROM letters.letter p
  WHERE (p.id = letter_sender.letter_id))));


--
-- Name: letter_transfer docket_visible; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_visible ON letters.letter_transfer FOR SELECT TO docket_reader USING ((EXISTS ( SELECT
   FROM letters.letter p
  WHERE (p.id = letter_transfer.letter_id))));


--
-- Name: online_report docket_visible; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_visible ON letters.online_report FOR SELECT TO docket_reader USING ((EXISTS ( SELECT
   FROM letters.letter p
  WHERE (p.id = online_report.letter_id))));


--
-- Name: reply docket_visible; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_visible ON letters.reply FOR SELECT TO docket_reader USING ((EXISTS ( SELECT
   FROM letters.letter p
  WHERE (p.id = reply.letter_id))));


--
-- Name: report_back docket_visible; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_visible ON letters.report_back FOR SELECT TO docket_reader USING ((EXISTS ( SELECT
   FROM letters.letter p
  WHERE (p.id = report_back.letter_id))));


--
-- Name: review_step docket_visible; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_visible ON letters.review_step FOR SELECT TO docket_reader USING ((EXISTS ( SELECT
   FROM letters.letter p
  WHERE (p.id = review_step.letter_id))));


--
-- Name: routing_objection docket_visible; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_visible ON letters.routing_objection FOR SELECT TO docket_reader USING ((EXISTS ( SELECT
   FROM letters.letter p
  WHERE (p.id = routing_objection.letter_id))));


--
-- Name: transfer_batch docket_visible; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_visible ON letters.transfer_batch FOR SELECT TO docket_reader USING ((court_code = ANY (( SELECT core.readable_courts() AS readable_courts)::text[])));


--
-- Name: volume docket_visible; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_visible ON letters.volume FOR SELECT TO docket_reader USING ((EXISTS ( SELECT
   FROM letters.letter p
  WHERE (p.id = volume.letter_id))));


--
-- Name: volume_entry docket_visible; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_visible ON letters.volume_entry FOR SELECT TO docket_reader USING ((EXISTS ( SELECT
   FROM letters.letter p
  WHERE (p.id = volume_entry.letter_id))));


--
-- Name: claim_reply docket_writer; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_writer ON letters.claim_reply TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: endorsement docket_writer; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_writer ON letters.endorsement TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: feedback docket_writer; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_writer ON letters.feedback TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: former_reply docket_writer; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_writer ON letters.former_reply TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: letter docket_writer; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_writer ON letters.letter TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: letter_case docket_writer; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_writer ON letters.letter_case TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: letter_decision docket_writer; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_writer ON letters.letter_decision TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: letter_extension docket_writer; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_writer ON letters.letter_extension TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: letter_pause docket_writer; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_writer ON letters.letter_pause TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: letter_sender docket_writer; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_writer ON letters.letter_sender TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: letter_text docket_writer; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_writer ON letters.letter_text TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: letter_transfer docket_writer; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_writer ON letters.letter_transfer TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: online_report docket_writer; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_writer ON letters.online_report TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: reply docket_writer; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_writer ON letters.reply TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: report_back docket_writer; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_writer ON letters.report_back TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: review_step docket_writer; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_writer ON letters.review_step TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: routing_objection docket_writer; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_writer ON letters.routing_objection TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: transfer_batch docket_writer; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_writer ON letters.transfer_batch TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: transfer_batch_row docket_writer; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_writer ON letters.transfer_batch_row TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: volume docket_writer; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_writer ON letters.volume TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: volume_entry docket_writer; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_writer ON letters.volume_entry TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: endorsement; Type: ROW SECURITY; Schema: letters; Owner: -
--

ALTER TABLE letters.endorsement ENABLE ROW LEVEL SECURITY;

--
-- Name: feedback; Type: ROW SECURITY; Schema: letters; Owner: -
--

ALTER TABLE letters.feedback ENABLE ROW LEVEL SECURITY;

--
-- Name: former_reply; Type: ROW SECURITY; Schema: letters; Owner: -
--

ALTER TABLE letters.former_reply ENABLE ROW LEVEL SECURITY;

--
-- Name: letter; Type: ROW SECURITY; Schema: letters; Owner: -
--

ALTER TABLE letters.letter ENABLE ROW LEVEL SECURITY;

--
-- Name: letter_case; Type: ROW SECURITY; Schema: letters; Owner: -
--

ALTER TABLE letters.letter_case ENABLE ROW LEVEL SECURITY;

--
-- Name: letter_decision; Type: ROW SECURITY; Schema: letters; Owner: -
--

ALTER TABLE letters.letter_decision ENABLE ROW LEVEL SECURITY;

--
-- Name: letter_extension; Type: ROW SECURITY; Schema: letters; Owner: -
--

ALTER TABLE letters.letter_extension ENABLE ROW LEVEL SECURITY;

--
-- Name: letter_pause; Type: ROW SECURITY; Schema: letters; Owner: -
--

ALTER TABLE letters.letter_pause ENABLE ROW LEVEL SECURITY;

--
-- Name: letter_sender; Type: ROW SECURITY; Schema: letters; Owner: -
--

ALTER TABLE letters.letter_sender ENABLE ROW LEVEL SECURITY;

--
-- Name: letter_text; Type: ROW SECURITY; Schema: letters; Owner: -
--

ALTER TABLE letters.letter_text ENABLE ROW LEVEL SECURITY;

--
-- Name: letter_transfer; Type: ROW SECURITY; Schema: letters; Owner: -
--

ALTER TABLE letters.letter_transfer ENABLE ROW LEVEL SECURITY;

--
-- Name: online_report; Type: ROW SECURITY; Schema: letters; Owner: -
--

ALTER TABLE letters.online_report ENABLE ROW LEVEL SECURITY;

--
-- Name: reply; Type: ROW SECURITY; Schema: letters; Owner: -
--

ALTER TABLE letters.reply ENABLE ROW LEVEL SECURITY;

--
-- Name: report_back; Type: ROW SECURITY; Schema: letters; Owner: -
--

ALTER TABLE letters.report_back ENABLE ROW LEVEL SECURITY;

--
-- Name: review_step; Type: ROW SECURITY; Schema: letters; Owner: -
--

ALTER TABLE letters.review_step ENABLE ROW LEVEL SECURITY;

--
-- Name: routing_objection; Type: ROW SECURITY; Schema: letters; Owner: -
--

ALTER TABLE letters.routing_objection ENABLE ROW LEVEL SECURITY;

--
-- Name: transfer_batch; Type: ROW SECURITY; Schema: letters; Owner: -
--

ALTER TABLE letters.transfer_batch ENABLE ROW LEVEL SECURITY;

--
-- Name: transfer_batch_row; Type: ROW SECURITY; Schema: letters; Owner: -
--

ALTER TABLE letters.transfer_batch_row ENABLE ROW LEVEL SECURITY;

--
-- Name: transfer_batch_row transfer_batch_row_read; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY transfer_batch_row_read ON letters.transfer_batch_row FOR SELECT TO docket_reader USING ((court_code = ANY (core.readable_courts())));


--
-- Name: volume; Type: ROW SECURITY; Schema: letters; Owner: -
--

ALTER TABLE letters.volume ENABLE ROW LEVEL SECURITY;

--
-- Name: volume_entry; Type: ROW SECURITY; Schema: letters; Owner: -
--

ALTER TABLE letters.volume_entry ENABLE ROW LEVEL SECURITY;

--
-- Name: SCHEMA core; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA core TO docket_reader;
GRANT USAGE ON SCHEMA core TO docket_writer;


--
-- Name: SCHEMA dossiers; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA dossiers TO docket_reader;
GRANT USAGE ON SCHEMA dossiers TO docket_writer;


--
-- Name: SCHEMA host; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA host TO docket_reader;
GRANT USAGE ON SCHEMA host TO docket_writer;


--
-- Name: SCHEMA letters; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA letters TO docket_reader;
GRANT USAGE ON SCHEMA letters TO docket_writer;


--
-- Name: FUNCTION allow_materials(object_type text, owner regclass); Type: ACL; Schema: core; Owner: -
--

REVOKE ALL ON FUNCTION core.allow_materials(object_type text, owner regclass) FROM PUBLIC;


--
-- Name: TABLE court; Type: ACL; Schema: core; Owner: -
--

GRANT SELECT ON TABLE core.court TO docket_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE core.court TO docket_writer;


--
-- Name: TABLE staff; Type: ACL; Schema: core; Owner: -
--

GRANT SELECT ON TABLE core.staff TO docket_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE core.staff TO docket_writer;


--
-- Name: FUNCTION settle_roles(); Type: ACL; Schema: core; Owner: -
--

REVOKE ALL ON FUNCTION core.settle_roles() FROM PUBLIC;


--
-- Name: FUNCTION show_records(object_type text, relation regclass); Type: ACL; Schema: core; Owner: -
--

REVOKE ALL ON FUNCTION core.show_records(object_type text, relation regclass) FROM PUBLIC;


--
-- Name: FUNCTION token_holder(hash bytea); Type: ACL; Schema: core; Owner: -
--

REVOKE ALL ON FUNCTION core.token_holder(hash bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION core.token_holder(hash bytea) TO docket_reader;
GRANT ALL ON FUNCTION core.token_holder(hash bytea) TO docket_writer;


--
-- Name: TABLE holiday; Type: ACL; Schema: core; Owner: -
--

GRANT SELECT ON TABLE core.holiday TO docket_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE core.holiday TO docket_writer;


--
-- Name: TABLE holiday_year; Type: ACL; Schema: core; Owner: -
--

GRANT SELECT ON TABLE core.holiday_year TO docket_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE core.holiday_year TO docket_writer;


--
-- Name: FUNCTION settle_roles(); Type: ACL; Schema: host; Owner: -
--

REVOKE ALL ON FUNCTION host.settle_roles() FROM PUBLIC;


--
-- Name: TABLE letter; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE letters.letter TO docket_writer;
GRANT SELECT ON TABLE letters.letter TO docket_reader;


--
-- Name: TABLE letter_case; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE letters.letter_case TO docket_writer;
GRANT SELECT ON TABLE letters.letter_case TO docket_reader;


--
-- Name: TABLE letter_sender; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE letters.letter_sender TO docket_writer;


--
-- Name: COLUMN letter_sender.id; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT(id) ON TABLE letters.letter_sender TO docket_reader;


--
-- Name: COLUMN letter_sender.letter_id; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT(letter_id) ON TABLE letters.letter_sender TO docket_reader;


--
-- Name: COLUMN letter_sender.court_code; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT(court_code) ON TABLE letters.letter_sender TO docket_reader;


--
-- Name: COLUMN letter_sender.seq; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT(seq) ON TABLE letters.letter_sender TO docket_reader;


--
-- Name: COLUMN letter_sender.name_masked; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT(name_masked) ON TABLE letters.letter_sender TO docket_reader;


--
-- Name: COLUMN letter_sender.id_number_masked; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT(id_number_masked) ON TABLE letters.letter_sender TO docket_reader;


--
-- Name: COLUMN letter_sender.mobile_masked; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT(mobile_masked) ON TABLE letters.letter_sender TO docket_reader;


--
-- Name: COLUMN letter_sender.address_masked; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT(address_masked) ON TABLE letters.letter_sender TO docket_reader;


--
-- Name: COLUMN letter_sender.region_code; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT(region_code) ON TABLE letters.letter_sender TO docket_reader;


--
-- Name: FUNCTION duplicate_reasons(a bigint, b bigint, similar_text boolean); Type: ACL; Schema: letters; Owner: -
--

REVOKE ALL ON FUNCTION letters.duplicate_reasons(a bigint, b bigint, similar_text boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION letters.duplicate_reasons(a bigint, b bigint, similar_text boolean) TO docket_reader;
GRANT ALL ON FUNCTION letters.duplicate_reasons(a bigint, b bigint, similar_text boolean) TO docket_writer;


--
-- Name: TABLE feedback; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE letters.feedback TO docket_writer;
GRANT SELECT ON TABLE letters.feedback TO docket_reader;


--
-- Name: FUNCTION keep_text(); Type: ACL; Schema: letters; Owner: -
--

REVOKE ALL ON FUNCTION letters.keep_text() FROM PUBLIC;


--
-- Name: TABLE letter_text; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE letters.letter_text TO docket_writer;


--
-- Name: FUNCTION mentioning(words text); Type: ACL; Schema: letters; Owner: -
--

REVOKE ALL ON FUNCTION letters.mentioning(words text) FROM PUBLIC;
GRANT ALL ON FUNCTION letters.mentioning(words text) TO docket_reader;
GRANT ALL ON FUNCTION letters.mentioning(words text) TO docket_writer;


--
-- Name: FUNCTION metric_letters(courts text[], from_on date, to_on date); Type: ACL; Schema: letters; Owner: -
--

REVOKE ALL ON FUNCTION letters.metric_letters(courts text[], from_on date, to_on date) FROM PUBLIC;


--
-- Name: FUNCTION metric_on_time(courts text[], from_on date, to_on date); Type: ACL; Schema: letters; Owner: -
--

REVOKE ALL ON FUNCTION letters.metric_on_time(courts text[], from_on date, to_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION letters.metric_on_time(courts text[], from_on date, to_on date) TO docket_reader;
GRANT ALL ON FUNCTION letters.metric_on_time(courts text[], from_on date, to_on date) TO docket_writer;


--
-- Name: FUNCTION metric_satisfaction(courts text[], from_on date, to_on date); Type: ACL; Schema: letters; Owner: -
--

REVOKE ALL ON FUNCTION letters.metric_satisfaction(courts text[], from_on date, to_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION letters.metric_satisfaction(courts text[], from_on date, to_on date) TO docket_reader;
GRANT ALL ON FUNCTION letters.metric_satisfaction(courts text[], from_on date, to_on date) TO docket_writer;


--
-- Name: FUNCTION report("from" date, "to" date, court text, "groupBy" text); Type: ACL; Schema: letters; Owner: -
--

REVOKE ALL ON FUNCTION letters.report("from" date, "to" date, court text, "groupBy" text) FROM PUBLIC;
GRANT ALL ON FUNCTION letters.report("from" date, "to" date, court text, "groupBy" text) TO docket_reader;
GRANT ALL ON FUNCTION letters.report("from" date, "to" date, court text, "groupBy" text) TO docket_writer;


--
-- Name: FUNCTION report_group(letter letters.letter, "groupBy" text); Type: ACL; Schema: letters; Owner: -
--

REVOKE ALL ON FUNCTION letters.report_group(letter letters.letter, "groupBy" text) FROM PUBLIC;


--
-- Name: FUNCTION report_parts("groupBy" text, own_court text); Type: ACL; Schema: letters; Owner: -
--

REVOKE ALL ON FUNCTION letters.report_parts("groupBy" text, own_court text) FROM PUBLIC;


--
-- Name: FUNCTION resembling(words text); Type: ACL; Schema: letters; Owner: -
--

REVOKE ALL ON FUNCTION letters.resembling(words text) FROM PUBLIC;
GRANT ALL ON FUNCTION letters.resembling(words text) TO docket_reader;
GRANT ALL ON FUNCTION letters.resembling(words text) TO docket_writer;


--
-- Name: TABLE access_log; Type: ACL; Schema: core; Owner: -
--

GRANT SELECT ON TABLE core.access_log TO docket_writer;


--
-- Name: COLUMN access_log.request_id; Type: ACL; Schema: core; Owner: -
--

GRANT INSERT(request_id) ON TABLE core.access_log TO docket_writer;


--
-- Name: COLUMN access_log.token_id; Type: ACL; Schema: core; Owner: -
--

GRANT INSERT(token_id) ON TABLE core.access_log TO docket_writer;


--
-- Name: COLUMN access_log.staff_id; Type: ACL; Schema: core; Owner: -
--

GRANT INSERT(staff_id) ON TABLE core.access_log TO docket_writer;


--
-- Name: COLUMN access_log.court_code; Type: ACL; Schema: core; Owner: -
--

GRANT INSERT(court_code) ON TABLE core.access_log TO docket_writer;


--
-- Name: COLUMN access_log.object_type; Type: ACL; Schema: core; Owner: -
--

GRANT INSERT(object_type) ON TABLE core.access_log TO docket_writer;


--
-- Name: COLUMN access_log.object_id; Type: ACL; Schema: core; Owner: -
--

GRANT INSERT(object_id) ON TABLE core.access_log TO docket_writer;


--
-- Name: COLUMN access_log.fields; Type: ACL; Schema: core; Owner: -
--

GRANT INSERT(fields) ON TABLE core.access_log TO docket_writer;


--
-- Name: COLUMN access_log.purpose; Type: ACL; Schema: core; Owner: -
--

GRANT INSERT(purpose) ON TABLE core.access_log TO docket_writer;


--
-- Name: COLUMN access_log.reason; Type: ACL; Schema: core; Owner: -
--

GRANT INSERT(reason) ON TABLE core.access_log TO docket_writer;


--
-- Name: SEQUENCE access_log_id_seq; Type: ACL; Schema: core; Owner: -
--

GRANT USAGE ON SEQUENCE core.access_log_id_seq TO docket_writer;


--
-- Name: TABLE audit_event; Type: ACL; Schema: host; Owner: -
--

GRANT SELECT ON TABLE host.audit_event TO docket_writer;


--
-- Name: COLUMN audit_event.id; Type: ACL; Schema: host; Owner: -
--

GRANT SELECT(id) ON TABLE host.audit_event TO docket_reader;


--
-- Name: COLUMN audit_event.at; Type: ACL; Schema: host; Owner: -
--

GRANT SELECT(at) ON TABLE host.audit_event TO docket_reader;


--
-- Name: COLUMN audit_event.request_id; Type: ACL; Schema: host; Owner: -
--

GRANT INSERT(request_id) ON TABLE host.audit_event TO docket_writer;


--
-- Name: COLUMN audit_event.token_id; Type: ACL; Schema: host; Owner: -
--

GRANT INSERT(token_id) ON TABLE host.audit_event TO docket_writer;


--
-- Name: COLUMN audit_event.client; Type: ACL; Schema: host; Owner: -
--

GRANT SELECT(client) ON TABLE host.audit_event TO docket_reader;
GRANT INSERT(client) ON TABLE host.audit_event TO docket_writer;


--
-- Name: COLUMN audit_event.staff_id; Type: ACL; Schema: host; Owner: -
--

GRANT SELECT(staff_id) ON TABLE host.audit_event TO docket_reader;
GRANT INSERT(staff_id) ON TABLE host.audit_event TO docket_writer;


--
-- Name: COLUMN audit_event.roles; Type: ACL; Schema: host; Owner: -
--

GRANT SELECT(roles) ON TABLE host.audit_event TO docket_reader;
GRANT INSERT(roles) ON TABLE host.audit_event TO docket_writer;


--
-- Name: COLUMN audit_event.court_code; Type: ACL; Schema: host; Owner: -
--

GRANT SELECT(court_code) ON TABLE host.audit_event TO docket_reader;
GRANT INSERT(court_code) ON TABLE host.audit_event TO docket_writer;


--
-- Name: COLUMN audit_event.action; Type: ACL; Schema: host; Owner: -
--

GRANT SELECT(action) ON TABLE host.audit_event TO docket_reader;
GRANT INSERT(action) ON TABLE host.audit_event TO docket_writer;


--
-- Name: COLUMN audit_event.object_type; Type: ACL; Schema: host; Owner: -
--

GRANT SELECT(object_type) ON TABLE host.audit_event TO docket_reader;
GRANT INSERT(object_type) ON TABLE host.audit_event TO docket_writer;


--
-- Name: COLUMN audit_event.object_id; Type: ACL; Schema: host; Owner: -
--

GRANT SELECT(object_id) ON TABLE host.audit_event TO docket_reader;
GRANT INSERT(object_id) ON TABLE host.audit_event TO docket_writer;


--
-- Name: COLUMN audit_event.changed_fields; Type: ACL; Schema: host; Owner: -
--

GRANT SELECT(changed_fields) ON TABLE host.audit_event TO docket_reader;
GRANT INSERT(changed_fields) ON TABLE host.audit_event TO docket_writer;


--
-- Name: COLUMN audit_event.purpose; Type: ACL; Schema: host; Owner: -
--

GRANT INSERT(purpose) ON TABLE host.audit_event TO docket_writer;


--
-- Name: TABLE change_record; Type: ACL; Schema: core; Owner: -
--

GRANT SELECT ON TABLE core.change_record TO docket_reader;
GRANT SELECT ON TABLE core.change_record TO docket_writer;


--
-- Name: TABLE deadline_rule; Type: ACL; Schema: core; Owner: -
--

GRANT SELECT ON TABLE core.deadline_rule TO docket_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE core.deadline_rule TO docket_writer;


--
-- Name: SEQUENCE deadline_rule_id_seq; Type: ACL; Schema: core; Owner: -
--

GRANT USAGE ON SEQUENCE core.deadline_rule_id_seq TO docket_writer;


--
-- Name: TABLE department; Type: ACL; Schema: core; Owner: -
--

GRANT SELECT ON TABLE core.department TO docket_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE core.department TO docket_writer;


--
-- Name: SEQUENCE department_id_seq; Type: ACL; Schema: core; Owner: -
--

GRANT USAGE ON SEQUENCE core.department_id_seq TO docket_writer;


--
-- Name: TABLE disclosure; Type: ACL; Schema: core; Owner: -
--

GRANT SELECT ON TABLE core.disclosure TO docket_writer;


--
-- Name: COLUMN disclosure.id; Type: ACL; Schema: core; Owner: -
--

GRANT SELECT(id) ON TABLE core.disclosure TO docket_reader;


--
-- Name: COLUMN disclosure.at; Type: ACL; Schema: core; Owner: -
--

GRANT SELECT(at) ON TABLE core.disclosure TO docket_reader;


--
-- Name: COLUMN disclosure.request_id; Type: ACL; Schema: core; Owner: -
--

GRANT INSERT(request_id) ON TABLE core.disclosure TO docket_writer;


--
-- Name: COLUMN disclosure.token_id; Type: ACL; Schema: core; Owner: -
--

GRANT INSERT(token_id) ON TABLE core.disclosure TO docket_writer;


--
-- Name: COLUMN disclosure.court_code; Type: ACL; Schema: core; Owner: -
--

GRANT SELECT(court_code) ON TABLE core.disclosure TO docket_reader;
GRANT INSERT(court_code) ON TABLE core.disclosure TO docket_writer;


--
-- Name: COLUMN disclosure.recipient_id; Type: ACL; Schema: core; Owner: -
--

GRANT SELECT(recipient_id) ON TABLE core.disclosure TO docket_reader;
GRANT INSERT(recipient_id) ON TABLE core.disclosure TO docket_writer;


--
-- Name: COLUMN disclosure.purpose; Type: ACL; Schema: core; Owner: -
--

GRANT SELECT(purpose) ON TABLE core.disclosure TO docket_reader;
GRANT INSERT(purpose) ON TABLE core.disclosure TO docket_writer;


--
-- Name: COLUMN disclosure.legal_basis; Type: ACL; Schema: core; Owner: -
--

GRANT SELECT(legal_basis) ON TABLE core.disclosure TO docket_reader;
GRANT INSERT(legal_basis) ON TABLE core.disclosure TO docket_writer;


--
-- Name: COLUMN disclosure.fields; Type: ACL; Schema: core; Owner: -
--

GRANT SELECT(fields) ON TABLE core.disclosure TO docket_reader;
GRANT INSERT(fields) ON TABLE core.disclosure TO docket_writer;


--
-- Name: COLUMN disclosure.object_type; Type: ACL; Schema: core; Owner: -
--

GRANT SELECT(object_type) ON TABLE core.disclosure TO docket_reader;
GRANT INSERT(object_type) ON TABLE core.disclosure TO docket_writer;


--
-- Name: COLUMN disclosure.object_id; Type: ACL; Schema: core; Owner: -
--

GRANT SELECT(object_id) ON TABLE core.disclosure TO docket_reader;
GRANT INSERT(object_id) ON TABLE core.disclosure TO docket_writer;


--
-- Name: COLUMN disclosure.approver_id; Type: ACL; Schema: core; Owner: -
--

GRANT SELECT(approver_id) ON TABLE core.disclosure TO docket_reader;
GRANT INSERT(approver_id) ON TABLE core.disclosure TO docket_writer;


--
-- Name: COLUMN disclosure.recorder_id; Type: ACL; Schema: core; Owner: -
--

GRANT SELECT(recorder_id) ON TABLE core.disclosure TO docket_reader;
GRANT INSERT(recorder_id) ON TABLE core.disclosure TO docket_writer;


--
-- Name: SEQUENCE disclosure_id_seq; Type: ACL; Schema: core; Owner: -
--

GRANT USAGE ON SEQUENCE core.disclosure_id_seq TO docket_writer;


--
-- Name: TABLE material; Type: ACL; Schema: core; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE core.material TO docket_writer;


--
-- Name: COLUMN material.id; Type: ACL; Schema: core; Owner: -
--

GRANT SELECT(id) ON TABLE core.material TO docket_reader;


--
-- Name: COLUMN material.object_type; Type: ACL; Schema: core; Owner: -
--

GRANT SELECT(object_type) ON TABLE core.material TO docket_reader;


--
-- Name: COLUMN material.object_id; Type: ACL; Schema: core; Owner: -
--

GRANT SELECT(object_id) ON TABLE core.material TO docket_reader;


--
-- Name: COLUMN material.court_code; Type: ACL; Schema: core; Owner: -
--

GRANT SELECT(court_code) ON TABLE core.material TO docket_reader;


--
-- Name: COLUMN material.kind; Type: ACL; Schema: core; Owner: -
--

GRANT SELECT(kind) ON TABLE core.material TO docket_reader;


--
-- Name: COLUMN material.title; Type: ACL; Schema: core; Owner: -
--

GRANT SELECT(title) ON TABLE core.material TO docket_reader;


--
-- Name: COLUMN material.pages; Type: ACL; Schema: core; Owner: -
--

GRANT SELECT(pages) ON TABLE core.material TO docket_reader;


--
-- Name: COLUMN material.state; Type: ACL; Schema: core; Owner: -
--

GRANT SELECT(state) ON TABLE core.material TO docket_reader;


--
-- Name: COLUMN material.media_type; Type: ACL; Schema: core; Owner: -
--

GRANT SELECT(media_type) ON TABLE core.material TO docket_reader;


--
-- Name: COLUMN material.size; Type: ACL; Schema: core; Owner: -
--

GRANT SELECT(size) ON TABLE core.material TO docket_reader;


--
-- Name: COLUMN material.sha256; Type: ACL; Schema: core; Owner: -
--

GRANT SELECT(sha256) ON TABLE core.material TO docket_reader;


--
-- Name: COLUMN material.scan; Type: ACL; Schema: core; Owner: -
--

GRANT SELECT(scan) ON TABLE core.material TO docket_reader;


--
-- Name: COLUMN material.created_by; Type: ACL; Schema: core; Owner: -
--

GRANT SELECT(created_by) ON TABLE core.material TO docket_reader;


--
-- Name: COLUMN material.created_at; Type: ACL; Schema: core; Owner: -
--

GRANT SELECT(created_at) ON TABLE core.material TO docket_reader;


--
-- Name: COLUMN material.uploaded_by; Type: ACL; Schema: core; Owner: -
--

GRANT SELECT(uploaded_by) ON TABLE core.material TO docket_reader;


--
-- Name: COLUMN material.uploaded_at; Type: ACL; Schema: core; Owner: -
--

GRANT SELECT(uploaded_at) ON TABLE core.material TO docket_reader;


--
-- Name: TABLE material_chunk; Type: ACL; Schema: core; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE core.material_chunk TO docket_writer;


--
-- Name: SEQUENCE material_id_seq; Type: ACL; Schema: core; Owner: -
--

GRANT USAGE ON SEQUENCE core.material_id_seq TO docket_writer;


--
-- Name: TABLE material_ticket; Type: ACL; Schema: core; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE core.material_ticket TO docket_writer;


--
-- Name: TABLE number_counter; Type: ACL; Schema: core; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE core.number_counter TO docket_writer;


--
-- Name: TABLE organization; Type: ACL; Schema: core; Owner: -
--

GRANT SELECT ON TABLE core.organization TO docket_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE core.organization TO docket_writer;


--
-- Name: SEQUENCE organization_id_seq; Type: ACL; Schema: core; Owner: -
--

GRANT USAGE ON SEQUENCE core.organization_id_seq TO docket_writer;


--
-- Name: TABLE record_type; Type: ACL; Schema: core; Owner: -
--

GRANT SELECT ON TABLE core.record_type TO docket_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE core.record_type TO docket_writer;


--
-- Name: TABLE row_policy; Type: ACL; Schema: core; Owner: -
--

GRANT SELECT ON TABLE core.row_policy TO docket_writer;


--
-- Name: COLUMN row_policy.relation; Type: ACL; Schema: core; Owner: -
--

GRANT INSERT(relation) ON TABLE core.row_policy TO docket_writer;


--
-- Name: COLUMN row_policy.source; Type: ACL; Schema: core; Owner: -
--

GRANT INSERT(source) ON TABLE core.row_policy TO docket_writer;


--
-- Name: COLUMN row_policy.expression; Type: ACL; Schema: core; Owner: -
--

GRANT INSERT(expression) ON TABLE core.row_policy TO docket_writer;


--
-- Name: SEQUENCE row_policy_id_seq; Type: ACL; Schema: core; Owner: -
--

GRANT USAGE ON SEQUENCE core.row_policy_id_seq TO docket_writer;


--
-- Name: SEQUENCE staff_id_seq; Type: ACL; Schema: core; Owner: -
--

GRANT USAGE ON SEQUENCE core.staff_id_seq TO docket_writer;


--
-- Name: COLUMN token.id; Type: ACL; Schema: core; Owner: -
--

GRANT SELECT(id) ON TABLE core.token TO docket_writer;


--
-- Name: COLUMN token.name; Type: ACL; Schema: core; Owner: -
--

GRANT SELECT(name) ON TABLE core.token TO docket_writer;


--
-- Name: COLUMN token.staff_id; Type: ACL; Schema: core; Owner: -
--

GRANT SELECT(staff_id) ON TABLE core.token TO docket_writer;


--
-- Name: COLUMN token.court_code; Type: ACL; Schema: core; Owner: -
--

GRANT SELECT(court_code) ON TABLE core.token TO docket_writer;


--
-- Name: COLUMN token.roles; Type: ACL; Schema: core; Owner: -
--

GRANT SELECT(roles) ON TABLE core.token TO docket_writer;


--
-- Name: COLUMN token.created_at; Type: ACL; Schema: core; Owner: -
--

GRANT SELECT(created_at) ON TABLE core.token TO docket_writer;


--
-- Name: COLUMN token.expires_at; Type: ACL; Schema: core; Owner: -
--

GRANT SELECT(expires_at) ON TABLE core.token TO docket_writer;


--
-- Name: COLUMN token.revoked_at; Type: ACL; Schema: core; Owner: -
--

GRANT SELECT(revoked_at) ON TABLE core.token TO docket_writer;


--
-- Name: SEQUENCE token_id_seq; Type: ACL; Schema: core; Owner: -
--

GRANT USAGE ON SEQUENCE core.token_id_seq TO docket_writer;


--
-- Name: TABLE upload; Type: ACL; Schema: core; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE core.upload TO docket_writer;


--
-- Name: SEQUENCE upload_id_seq; Type: ACL; Schema: core; Owner: -
--

GRANT USAGE ON SEQUENCE core.upload_id_seq TO docket_writer;


--
-- Name: TABLE upload_part; Type: ACL; Schema: core; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE core.upload_part TO docket_writer;


--
-- Name: TABLE viewer; Type: ACL; Schema: core; Owner: -
--

GRANT SELECT ON TABLE core.viewer TO docket_reader;
GRANT SELECT ON TABLE core.viewer TO docket_writer;


--
-- Name: TABLE volume; Type: ACL; Schema: core; Owner: -
--

GRANT SELECT ON TABLE core.volume TO docket_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE core.volume TO docket_writer;


--
-- Name: SEQUENCE volume_id_seq; Type: ACL; Schema: core; Owner: -
--

GRANT USAGE ON SEQUENCE core.volume_id_seq TO docket_writer;


--
-- Name: TABLE volume_item; Type: ACL; Schema: core; Owner: -
--

GRANT SELECT ON TABLE core.volume_item TO docket_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE core.volume_item TO docket_writer;


--
-- Name: SEQUENCE volume_item_id_seq; Type: ACL; Schema: core; Owner: -
--

GRANT USAGE ON SEQUENCE core.volume_item_id_seq TO docket_writer;


--
-- Name: TABLE case_link; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT ON TABLE dossiers.case_link TO docket_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE dossiers.case_link TO docket_writer;


--
-- Name: TABLE claim; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT ON TABLE dossiers.claim TO docket_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE dossiers.claim TO docket_writer;


--
-- Name: TABLE contact_point; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE dossiers.contact_point TO docket_writer;


--
-- Name: COLUMN contact_point.id; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(id) ON TABLE dossiers.contact_point TO docket_reader;


--
-- Name: COLUMN contact_point.petitioner_id; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(petitioner_id) ON TABLE dossiers.contact_point TO docket_reader;


--
-- Name: COLUMN contact_point.court_code; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(court_code) ON TABLE dossiers.contact_point TO docket_reader;


--
-- Name: COLUMN contact_point.kind; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(kind) ON TABLE dossiers.contact_point TO docket_reader;


--
-- Name: COLUMN contact_point.value_masked; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(value_masked) ON TABLE dossiers.contact_point TO docket_reader;


--
-- Name: COLUMN contact_point.is_primary; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(is_primary) ON TABLE dossiers.contact_point TO docket_reader;


--
-- Name: COLUMN contact_point.valid_from; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(valid_from) ON TABLE dossiers.contact_point TO docket_reader;


--
-- Name: COLUMN contact_point.valid_to; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(valid_to) ON TABLE dossiers.contact_point TO docket_reader;


--
-- Name: COLUMN contact_point.source; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(source) ON TABLE dossiers.contact_point TO docket_reader;


--
-- Name: SEQUENCE contact_point_id_seq; Type: ACL; Schema: dossiers; Owner: -
--

GRANT USAGE ON SEQUENCE dossiers.contact_point_id_seq TO docket_writer;


--
-- Name: TABLE dossier; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT ON TABLE dossiers.dossier TO docket_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE dossiers.dossier TO docket_writer;


--
-- Name: SEQUENCE dossier_id_seq; Type: ACL; Schema: dossiers; Owner: -
--

GRANT USAGE ON SEQUENCE dossiers.dossier_id_seq TO docket_writer;


--
-- Name: TABLE dossier_petitioner; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT ON TABLE dossiers.dossier_petitioner TO docket_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE dossiers.dossier_petitioner TO docket_writer;


--
-- Name: TABLE petitioner; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE dossiers.petitioner TO docket_writer;


--
-- Name: COLUMN petitioner.id; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(id) ON TABLE dossiers.petitioner TO docket_reader;


--
-- Name: COLUMN petitioner.court_code; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(court_code) ON TABLE dossiers.petitioner TO docket_reader;


--
-- Name: COLUMN petitioner.kind; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(kind) ON TABLE dossiers.petitioner TO docket_reader;


--
-- Name: COLUMN petitioner.name_masked; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(name_masked) ON TABLE dossiers.petitioner TO docket_reader;


--
-- Name: COLUMN petitioner.id_doc_type; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(id_doc_type) ON TABLE dossiers.petitioner TO docket_reader;


--
-- Name: COLUMN petitioner.id_number_masked; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(id_number_masked) ON TABLE dossiers.petitioner TO docket_reader;


--
-- Name: COLUMN petitioner.id_verified; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(id_verified) ON TABLE dossiers.petitioner TO docket_reader;


--
-- Name: COLUMN petitioner.household_region; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(household_region) ON TABLE dossiers.petitioner TO docket_reader;


--
-- Name: COLUMN petitioner.residence_region; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(residence_region) ON TABLE dossiers.petitioner TO docket_reader;


--
-- Name: COLUMN petitioner.residence_address_masked; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(residence_address_masked) ON TABLE dossiers.petitioner TO docket_reader;


--
-- Name: COLUMN petitioner.version; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(version) ON TABLE dossiers.petitioner TO docket_reader;


--
-- Name: COLUMN petitioner.created_at; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(created_at) ON TABLE dossiers.petitioner TO docket_reader;


--
-- Name: COLUMN petitioner.created_by; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(created_by) ON TABLE dossiers.petitioner TO docket_reader;


--
-- Name: COLUMN petitioner.updated_at; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(updated_at) ON TABLE dossiers.petitioner TO docket_reader;


--
-- Name: COLUMN petitioner.sealed; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(sealed) ON TABLE dossiers.petitioner TO docket_reader;


--
-- Name: COLUMN petitioner.accused_staff_ids; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(accused_staff_ids) ON TABLE dossiers.petitioner TO docket_reader;


--
-- Name: COLUMN petitioner.assignees; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(assignees) ON TABLE dossiers.petitioner TO docket_reader;


--
-- Name: SEQUENCE petitioner_id_seq; Type: ACL; Schema: dossiers; Owner: -
--

GRANT USAGE ON SEQUENCE dossiers.petitioner_id_seq TO docket_writer;


--
-- Name: TABLE registration; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT ON TABLE dossiers.registration TO docket_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE dossiers.registration TO docket_writer;


--
-- Name: SEQUENCE registration_id_seq; Type: ACL; Schema: dossiers; Owner: -
--

GRANT USAGE ON SEQUENCE dossiers.registration_id_seq TO docket_writer;


--
-- Name: TABLE registration_petitioner; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT ON TABLE dossiers.registration_petitioner TO docket_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE dossiers.registration_petitioner TO docket_writer;


--
-- Name: SEQUENCE audit_event_id_seq; Type: ACL; Schema: host; Owner: -
--

GRANT USAGE ON SEQUENCE host.audit_event_id_seq TO docket_writer;


--
-- Name: TABLE outbox_event; Type: ACL; Schema: host; Owner: -
--

GRANT SELECT ON TABLE host.outbox_event TO docket_writer;


--
-- Name: COLUMN outbox_event.id; Type: ACL; Schema: host; Owner: -
--

GRANT SELECT(id) ON TABLE host.outbox_event TO docket_reader;


--
-- Name: COLUMN outbox_event.at; Type: ACL; Schema: host; Owner: -
--

GRANT SELECT(at) ON TABLE host.outbox_event TO docket_reader;


--
-- Name: COLUMN outbox_event.name; Type: ACL; Schema: host; Owner: -
--

GRANT SELECT(name) ON TABLE host.outbox_event TO docket_reader;
GRANT INSERT(name) ON TABLE host.outbox_event TO docket_writer;


--
-- Name: COLUMN outbox_event.object_id; Type: ACL; Schema: host; Owner: -
--

GRANT SELECT(object_id) ON TABLE host.outbox_event TO docket_reader;
GRANT INSERT(object_id) ON TABLE host.outbox_event TO docket_writer;


--
-- Name: COLUMN outbox_event.court_code; Type: ACL; Schema: host; Owner: -
--

GRANT SELECT(court_code) ON TABLE host.outbox_event TO docket_reader;
GRANT INSERT(court_code) ON TABLE host.outbox_event TO docket_writer;


--
-- Name: COLUMN outbox_event.state; Type: ACL; Schema: host; Owner: -
--

GRANT SELECT(state) ON TABLE host.outbox_event TO docket_reader;
GRANT INSERT(state) ON TABLE host.outbox_event TO docket_writer;


--
-- Name: COLUMN outbox_event.object; Type: ACL; Schema: host; Owner: -
--

GRANT SELECT(object) ON TABLE host.outbox_event TO docket_reader;


--
-- Name: COLUMN outbox_event.sealed; Type: ACL; Schema: host; Owner: -
--

GRANT SELECT(sealed) ON TABLE host.outbox_event TO docket_reader;
GRANT INSERT(sealed) ON TABLE host.outbox_event TO docket_writer;


--
-- Name: COLUMN outbox_event."position"; Type: ACL; Schema: host; Owner: -
--

GRANT SELECT("position") ON TABLE host.outbox_event TO docket_reader;
GRANT UPDATE("position") ON TABLE host.outbox_event TO docket_writer;


--
-- Name: TABLE task; Type: ACL; Schema: host; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE host.task TO docket_writer;


--
-- Name: TABLE dead_letter; Type: ACL; Schema: host; Owner: -
--

GRANT SELECT ON TABLE host.dead_letter TO docket_reader;
GRANT SELECT ON TABLE host.dead_letter TO docket_writer;


--
-- Name: TABLE idempotency; Type: ACL; Schema: host; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE host.idempotency TO docket_writer;


--
-- Name: SEQUENCE outbox_event_id_seq; Type: ACL; Schema: host; Owner: -
--

GRANT USAGE ON SEQUENCE host.outbox_event_id_seq TO docket_writer;


--
-- Name: TABLE outbox_position; Type: ACL; Schema: host; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE host.outbox_position TO docket_writer;


--
-- Name: TABLE published_event; Type: ACL; Schema: host; Owner: -
--

GRANT SELECT ON TABLE host.published_event TO docket_reader;
GRANT SELECT ON TABLE host.published_event TO docket_writer;


--
-- Name: TABLE runner; Type: ACL; Schema: host; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE host.runner TO docket_writer;


--
-- Name: TABLE sealing_key; Type: ACL; Schema: host; Owner: -
--

GRANT SELECT,INSERT ON TABLE host.sealing_key TO docket_writer;


--
-- Name: SEQUENCE task_id_seq; Type: ACL; Schema: host; Owner: -
--

GRANT USAGE ON SEQUENCE host.task_id_seq TO docket_writer;


--
-- Name: TABLE write_probe; Type: ACL; Schema: host; Owner: -
--

GRANT INSERT ON TABLE host.write_probe TO docket_writer;


--
-- Name: TABLE transfer_batch; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE letters.transfer_batch TO docket_writer;
GRANT SELECT ON TABLE letters.transfer_batch TO docket_reader;


--
-- Name: TABLE batch_reconciliation; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT ON TABLE letters.batch_reconciliation TO docket_reader;
GRANT SELECT ON TABLE letters.batch_reconciliation TO docket_writer;


--
-- Name: TABLE claim_reply; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE letters.claim_reply TO docket_writer;
GRANT SELECT ON TABLE letters.claim_reply TO docket_reader;


--
-- Name: TABLE duplicate_candidate; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT ON TABLE letters.duplicate_candidate TO docket_reader;
GRANT SELECT ON TABLE letters.duplicate_candidate TO docket_writer;


--
-- Name: TABLE endorsement; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE letters.endorsement TO docket_writer;
GRANT SELECT ON TABLE letters.endorsement TO docket_reader;


--
-- Name: SEQUENCE feedback_id_seq; Type: ACL; Schema: letters; Owner: -
--

GRANT USAGE ON SEQUENCE letters.feedback_id_seq TO docket_writer;


--
-- Name: TABLE former_reply; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE letters.former_reply TO docket_writer;


--
-- Name: COLUMN former_reply.id; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT(id) ON TABLE letters.former_reply TO docket_reader;


--
-- Name: COLUMN former_reply.letter_id; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT(letter_id) ON TABLE letters.former_reply TO docket_reader;


--
-- Name: COLUMN former_reply.court_code; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT(court_code) ON TABLE letters.former_reply TO docket_reader;


--
-- Name: COLUMN former_reply.text; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT(text) ON TABLE letters.former_reply TO docket_reader;


--
-- Name: COLUMN former_reply.remedies_told; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT(remedies_told) ON TABLE letters.former_reply TO docket_reader;


--
-- Name: COLUMN former_reply.author_id; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT(author_id) ON TABLE letters.former_reply TO docket_reader;


--
-- Name: COLUMN former_reply.signed_by; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT(signed_by) ON TABLE letters.former_reply TO docket_reader;


--
-- Name: COLUMN former_reply.sent_on; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT(sent_on) ON TABLE letters.former_reply TO docket_reader;


--
-- Name: COLUMN former_reply.method; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT(method) ON TABLE letters.former_reply TO docket_reader;


--
-- Name: SEQUENCE former_reply_id_seq; Type: ACL; Schema: letters; Owner: -
--

GRANT USAGE ON SEQUENCE letters.former_reply_id_seq TO docket_writer;


--
-- Name: TABLE letter_calendar; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT ON TABLE letters.letter_calendar TO docket_reader;
GRANT SELECT ON TABLE letters.letter_calendar TO docket_writer;


--
-- Name: SEQUENCE letter_case_id_seq; Type: ACL; Schema: letters; Owner: -
--

GRANT USAGE ON SEQUENCE letters.letter_case_id_seq TO docket_writer;


--
-- Name: TABLE letter_decision; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE letters.letter_decision TO docket_writer;
GRANT SELECT ON TABLE letters.letter_decision TO docket_reader;


--
-- Name: SEQUENCE letter_decision_id_seq; Type: ACL; Schema: letters; Owner: -
--

GRANT USAGE ON SEQUENCE letters.letter_decision_id_seq TO docket_writer;


--
-- Name: TABLE letter_extension; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE letters.letter_extension TO docket_writer;
GRANT SELECT ON TABLE letters.letter_extension TO docket_reader;


--
-- Name: SEQUENCE letter_id_seq; Type: ACL; Schema: letters; Owner: -
--

GRANT USAGE ON SEQUENCE letters.letter_id_seq TO docket_writer;


--
-- Name: TABLE letter_pause; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE letters.letter_pause TO docket_writer;
GRANT SELECT ON TABLE letters.letter_pause TO docket_reader;


--
-- Name: SEQUENCE letter_pause_id_seq; Type: ACL; Schema: letters; Owner: -
--

GRANT USAGE ON SEQUENCE letters.letter_pause_id_seq TO docket_writer;


--
-- Name: TABLE letter_receipt; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT ON TABLE letters.letter_receipt TO docket_reader;
GRANT SELECT ON TABLE letters.letter_receipt TO docket_writer;


--
-- Name: SEQUENCE letter_sender_id_seq; Type: ACL; Schema: letters; Owner: -
--

GRANT USAGE ON SEQUENCE letters.letter_sender_id_seq TO docket_writer;


--
-- Name: TABLE letter_template; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE letters.letter_template TO docket_writer;
GRANT SELECT ON TABLE letters.letter_template TO docket_reader;


--
-- Name: TABLE letter_transfer; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE letters.letter_transfer TO docket_writer;
GRANT SELECT ON TABLE letters.letter_transfer TO docket_reader;


--
-- Name: TABLE online_report; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE letters.online_report TO docket_writer;
GRANT SELECT ON TABLE letters.online_report TO docket_reader;


--
-- Name: TABLE reply; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE letters.reply TO docket_writer;
GRANT SELECT ON TABLE letters.reply TO docket_reader;


--
-- Name: TABLE report_back; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE letters.report_back TO docket_writer;
GRANT SELECT ON TABLE letters.report_back TO docket_reader;


--
-- Name: TABLE review_step; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE letters.review_step TO docket_writer;
GRANT SELECT ON TABLE letters.review_step TO docket_reader;


--
-- Name: TABLE review_inbox; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT ON TABLE letters.review_inbox TO docket_reader;
GRANT SELECT ON TABLE letters.review_inbox TO docket_writer;


--
-- Name: SEQUENCE review_step_id_seq; Type: ACL; Schema: letters; Owner: -
--

GRANT USAGE ON SEQUENCE letters.review_step_id_seq TO docket_writer;


--
-- Name: TABLE routing_objection; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE letters.routing_objection TO docket_writer;
GRANT SELECT ON TABLE letters.routing_objection TO docket_reader;


--
-- Name: SEQUENCE transfer_batch_id_seq; Type: ACL; Schema: letters; Owner: -
--

GRANT USAGE ON SEQUENCE letters.transfer_batch_id_seq TO docket_writer;


--
-- Name: TABLE transfer_batch_row; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE letters.transfer_batch_row TO docket_writer;


--
-- Name: TABLE volume; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE letters.volume TO docket_writer;
GRANT SELECT ON TABLE letters.volume TO docket_reader;


--
-- Name: TABLE volume_entry; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE letters.volume_entry TO docket_writer;
GRANT SELECT ON TABLE letters.volume_entry TO docket_reader;


--
-- Name: TABLE docket_migration; Type: ACL; Schema: public; Owner: -
--

GRANT SELECT ON TABLE public.docket_migration TO PUBLIC;


--
-- PostgreSQL database dump complete
--


