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
-- Name: coordination; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA coordination;


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
-- Name: entry_quality_row; Type: TYPE; Schema: dossiers; Owner: -
--

CREATE TYPE dossiers.entry_quality_row AS (
	court_code text,
	entries integer,
	person_entries integer,
	legacy integer,
	on_time integer,
	timeliness double precision,
	applicable integer,
	filled integer,
	completeness double precision,
	incomplete integer
);


--
-- Name: registration_count; Type: TYPE; Schema: dossiers; Owner: -
--

CREATE TYPE dossiers.registration_count AS (
	group_key text,
	entries integer,
	person_entries integer,
	first_contacts integer,
	people integer
);


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
-- Name: court_above(text, text); Type: FUNCTION; Schema: coordination; Owner: -
--

CREATE FUNCTION coordination.court_above(court text, wanted text) RETURNS text
    LANGUAGE sql STABLE
    RETURN (WITH RECURSIVE above AS (SELECT p.code, p.level, p.parent_code FROM (core.court c JOIN core.court p ON ((p.code = c.parent_code))) WHERE (c.code = court_above.court) UNION SELECT p.code, p.level, p.parent_code FROM (above a JOIN core.court p ON ((p.code = a.parent_code)))) SELECT above.code FROM above WHERE (above.level = court_above.wanted) LIMIT 1);


--
-- Name: today(); Type: FUNCTION; Schema: core; Owner: -
--

CREATE FUNCTION core.today() RETURNS date
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (current_setting('docket.today'::text))::date;


--
-- Name: intervention_reminder; Type: TABLE; Schema: coordination; Owner: -
--

CREATE TABLE coordination.intervention_reminder (
    id bigint NOT NULL,
    court_code text NOT NULL,
    year integer NOT NULL,
    quarter integer NOT NULL,
    reminded_on date DEFAULT core.today() NOT NULL,
    CONSTRAINT intervention_reminder_quarter_check CHECK (((quarter >= 1) AND (quarter <= 4)))
);


--
-- Name: zero_report; Type: TABLE; Schema: coordination; Owner: -
--

CREATE TABLE coordination.zero_report (
    id bigint NOT NULL,
    court_code text NOT NULL,
    year integer NOT NULL,
    quarter integer NOT NULL,
    filed_by bigint NOT NULL,
    filed_on date DEFAULT core.today() NOT NULL,
    CONSTRAINT zero_report_quarter_check CHECK (((quarter >= 1) AND (quarter <= 4)))
);


--
-- Name: is_settled(coordination.intervention_reminder); Type: FUNCTION; Schema: coordination; Owner: -
--

CREATE FUNCTION coordination.is_settled(reminder coordination.intervention_reminder) RETURNS boolean
    LANGUAGE sql STABLE
    RETURN (EXISTS (SELECT FROM coordination.zero_report z WHERE ((z.court_code = (is_settled.reminder).court_code) AND (z.year = (is_settled.reminder).year) AND (z.quarter = (is_settled.reminder).quarter))));


--
-- Name: quarter_counts(text, date, date); Type: FUNCTION; Schema: coordination; Owner: -
--

CREATE FUNCTION coordination.quarter_counts(court text, from_on date, to_on date) RETURNS TABLE(any_recorded boolean, recorded bigint, leaders bigint, insiders bigint, others bigint)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 1
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT count(*) > 0, CASE WHEN count(*) >= 5 THEN count(*) END,
        nullif(greatest(count(*) FILTER (WHERE i.kind = 'LEADER'), 4), 4),
        nullif(greatest(count(*) FILTER (WHERE i.kind = 'INSIDER'), 4), 4),
        nullif(greatest(count(*) FILTER (WHERE i.kind = 'OTHER'), 4), 4)
    FROM coordination.intervention i
    WHERE i.court_code = court AND i.recorded_on BETWEEN from_on AND to_on AND i.corrects_id IS NULL
$$;


--
-- Name: linkage_participant; Type: TABLE; Schema: coordination; Owner: -
--

CREATE TABLE coordination.linkage_participant (
    id bigint NOT NULL,
    linkage_event_id bigint NOT NULL,
    court_code text NOT NULL,
    organization_id bigint,
    department_id bigint,
    member_court_code text,
    role text NOT NULL,
    informed_on date,
    CONSTRAINT linkage_participant_check CHECK ((num_nonnulls(organization_id, department_id, member_court_code) = 1)),
    CONSTRAINT linkage_participant_role_check CHECK ((role = ANY (ARRAY['LEAD'::text, 'SUPPORT'::text, 'INFORMED'::text])))
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
    CONSTRAINT organization_kind_check CHECK ((kind = ANY (ARRAY['PARTY_COMMITTEE'::text, 'GOVERNMENT'::text, 'JOINT_CONFERENCE_OFFICE'::text, 'POLITICAL_LEGAL_COMMITTEE'::text, 'PROCURATORATE'::text, 'PETITION_BUREAU'::text, 'PEOPLES_CONGRESS'::text, 'PUBLIC_SECURITY'::text, 'SUBDISTRICT'::text, 'COMMUNITY'::text, 'VILLAGE_COMMITTEE'::text, 'LEGAL_AID'::text, 'JUSTICE_BUREAU'::text]))),
    CONSTRAINT organization_region_code_check CHECK ((region_code ~ '^[0-9]{6}$'::text))
);


--
-- Name: told_on(bigint, text[]); Type: FUNCTION; Schema: coordination; Owner: -
--

CREATE FUNCTION coordination.told_on(event bigint, kinds text[]) RETURNS date
    LANGUAGE sql STABLE
    RETURN (SELECT min(p.informed_on) AS min FROM (coordination.linkage_participant p JOIN core.organization o ON ((o.id = p.organization_id))) WHERE ((p.linkage_event_id = told_on.event) AND (o.kind = ANY (told_on.kinds))));


--
-- Name: zero_reported_on(text, integer, integer); Type: FUNCTION; Schema: coordination; Owner: -
--

CREATE FUNCTION coordination.zero_reported_on(court text, of_year integer, of_quarter integer) RETURNS date
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT z.filed_on FROM coordination.zero_report z
    WHERE z.court_code = court AND z.year = of_year AND z.quarter = of_quarter
$$;


--
-- Name: staff_id(); Type: FUNCTION; Schema: core; Owner: -
--

CREATE FUNCTION core.staff_id() RETURNS bigint
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (NULLIF(current_setting('docket.staff_id'::text, true), ''::text))::bigint;


--
-- Name: acting_as(); Type: FUNCTION; Schema: core; Owner: -
--

CREATE FUNCTION core.acting_as() RETURNS bigint[]
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (COALESCE((NULLIF(current_setting('docket.acting_as'::text, true), ''::text))::bigint[], '{}'::bigint[]) || core.staff_id());


--
-- Name: department_id(); Type: FUNCTION; Schema: core; Owner: -
--

CREATE FUNCTION core.department_id() RETURNS bigint
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (NULLIF(current_setting('docket.department_id'::text, true), ''::text))::bigint;


--
-- Name: acting_in(); Type: FUNCTION; Schema: core; Owner: -
--

CREATE FUNCTION core.acting_in() RETURNS bigint[]
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (COALESCE((NULLIF(current_setting('docket.acting_in'::text, true), ''::text))::bigint[], '{}'::bigint[]) || core.department_id());


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


--
-- Name: courts_below(text, text[]); Type: FUNCTION; Schema: core; Owner: -
--

CREATE FUNCTION core.courts_below(court text, roles text[]) RETURNS text[]
    LANGUAGE sql STABLE
    RETURN ARRAY(WITH RECURSIVE below AS (SELECT c.code, c.level FROM core.court c WHERE (c.code = courts_below.court) UNION SELECT c.code, c.level FROM (core.court c JOIN below b ON ((c.parent_code = b.code))) WHERE ((b.level = 'INTERMEDIATE'::text) OR ('UPPER_COURT_READER'::text = ANY (courts_below.roles)))) SELECT below.code FROM below ORDER BY below.code);


--
-- Name: delegation; Type: TABLE; Schema: core; Owner: -
--

CREATE TABLE core.delegation (
    id bigint NOT NULL,
    court_code text NOT NULL,
    from_staff_id bigint NOT NULL,
    to_staff_id bigint NOT NULL,
    roles text[] NOT NULL,
    from_on date NOT NULL,
    to_on date NOT NULL,
    reason text NOT NULL,
    ended_on date,
    ended_by bigint,
    created_by bigint NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT delegation_check CHECK ((from_staff_id <> to_staff_id)),
    CONSTRAINT delegation_check1 CHECK (((from_on <= to_on) AND (to_on <= (from_on + '6 mons'::interval)))),
    CONSTRAINT delegation_check2 CHECK (((ended_on IS NULL) = (ended_by IS NULL))),
    CONSTRAINT delegation_roles_check CHECK ((cardinality(roles) > 0))
);


--
-- Name: delegation_in_force(core.delegation); Type: FUNCTION; Schema: core; Owner: -
--

CREATE FUNCTION core.delegation_in_force(d core.delegation) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (((core.today() >= (d).from_on) AND (core.today() <= (d).to_on)) AND (((d).ended_on IS NULL) OR ((d).ended_on > core.today())));


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
-- Name: token_holder(bytea, date); Type: FUNCTION; Schema: core; Owner: -
--

CREATE FUNCTION core.token_holder(hash bytea, day date) RETURNS TABLE(id bigint, name text, staff_id bigint, court_code text, department_id bigint, department_code text, roles text[], readable_courts text[], recused_from bigint[], acts_for bigint[], acts_in bigint[], own_roles text[])
    LANGUAGE sql STABLE STRICT SECURITY DEFINER ROWS 1
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    WITH holder AS MATERIALIZED (
        SELECT t.id, t.name, t.staff_id, coalesce(t.court_code, '') AS court_code, t.roles, s.department_id, s.court_code AS post_court
        FROM core.token t LEFT JOIN core.staff s ON s.id = t.staff_id
        WHERE t.secret_hash = hash AND t.revoked_at IS NULL AND t.expires_at > now() AND s.active IS NOT FALSE
    ), given AS MATERIALIZED (
        SELECT f.id AS staff_id, f.department_id, ARRAY(
            SELECT unnest(d.roles) INTERSECT SELECT unnest(f.roles)
        ) AS roles
        FROM holder h
        JOIN core.delegation d ON d.to_staff_id = h.staff_id AND day BETWEEN d.from_on AND d.to_on
            AND (d.ended_on IS NULL OR d.ended_on > day)
        JOIN core.staff f ON f.id = d.from_staff_id AND f.active AND f.court_code = h.post_court
    ), whole AS (
        SELECT h.*, ARRAY(
            SELECT unnest(h.roles) UNION SELECT unnest(g.roles) FROM given g ORDER BY 1
        ) AS all_roles
        FROM holder h
    )
    SELECT w.id, w.name, w.staff_id, w.court_code, w.department_id, p.code, w.all_roles,
        core.courts_below(w.court_code, w.all_roles),
        ARRAY(
            SELECT unnest(core.recusing_staff(w.staff_id, w.all_roles))
            UNION SELECT unnest(core.recusing_staff(g.staff_id, g.roles)) FROM given g ORDER BY 1
        ),
        ARRAY(SELECT DISTINCT g.staff_id FROM given g ORDER BY 1),
        ARRAY(SELECT DISTINCT g.department_id FROM given g WHERE g.department_id IS NOT NULL ORDER BY 1),
        w.roles
    FROM whole w LEFT JOIN core.department p ON p.id = w.department_id
$$;


--
-- Name: visible_rows(text, text, text, text, text); Type: FUNCTION; Schema: core; Owner: -
--

CREATE FUNCTION core.visible_rows(court text, sealed text DEFAULT NULL::text, assignee text DEFAULT NULL::text, assignees text DEFAULT NULL::text, recused text DEFAULT NULL::text) RETURNS text
    LANGUAGE sql IMMUTABLE
    RETURN concat_ws(' AND '::text, (court || ' = ANY ((SELECT core.readable_courts())::text[])'::text), (('(NOT '::text || sealed) || ' OR (SELECT core.may_read_sealed()))'::text), (('(NOT (SELECT core.sees_only_assigned()) OR '::text || assignee) || ' = ANY ((SELECT core.acting_as())::bigint[]))'::text), (('(NOT (SELECT core.sees_only_assigned()) OR '::text || assignees) || ' && (SELECT core.acting_as())::bigint[])'::text), (('NOT coalesce('::text || recused) || ' && (SELECT core.recused_from())::bigint[], false)'::text));


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
-- Name: active_risk_notice(text); Type: FUNCTION; Schema: dossiers; Owner: -
--

CREATE FUNCTION dossiers.active_risk_notice(case_number text) RETURNS text
    LANGUAGE sql STABLE STRICT SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT n.notice_no
    FROM dossiers.risk_notice n
    WHERE n.case_key = dossiers.case_key(case_number) AND n.state IN ('ISSUED', 'ACKNOWLEDGED', 'RESPONDED')
        AND n.expires_on > core.today() AND NOT n.sealed
        AND (n.court_code = ANY ((SELECT core.readable_courts())::text[])
            OR n.shown_court_code = ANY ((SELECT core.readable_courts())::text[]))
    ORDER BY n.issued_at DESC, n.id DESC
    LIMIT 1
$$;


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
    of_letter boolean DEFAULT false NOT NULL,
    entered_on date DEFAULT core.today() NOT NULL,
    is_legacy boolean DEFAULT false NOT NULL,
    venue text DEFAULT 'OWN_COURT'::text NOT NULL,
    reception_point text,
    matter_class text,
    category text,
    separation text DEFAULT 'UNDECIDED'::text NOT NULL,
    separation_target text,
    separation_by bigint,
    separated_on date,
    notify_due_on date,
    notified_on date,
    notify_method text,
    notify_text text,
    notify_exempt text,
    merged_into_id bigint,
    handled_on date,
    handling_result text,
    closed_on date,
    missing_fields text[] DEFAULT '{}'::text[] NOT NULL,
    is_incomplete boolean GENERATED ALWAYS AS ((missing_fields <> '{}'::text[])) STORED NOT NULL,
    CONSTRAINT registration_category_check CHECK ((category = ANY (ARRAY['TRIAL_CIVIL'::text, 'TRIAL_CRIMINAL'::text, 'TRIAL_ADMIN'::text, 'ENFORCEMENT'::text, 'FILING'::text, 'STATE_COMPENSATION'::text, 'STAFF_CONDUCT'::text, 'OTHER'::text]))),
    CONSTRAINT registration_channel_check CHECK ((channel = ANY (ARRAY['LETTER'::text, 'VISIT'::text, 'PHONE'::text, 'ONLINE'::text, 'FAX'::text, 'VIDEO'::text, 'LEADER_RECEPTION'::text, 'TRANSFERRED'::text]))),
    CONSTRAINT registration_check CHECK ((notified_on >= received_on)),
    CONSTRAINT registration_check1 CHECK ((merged_into_id <> id)),
    CONSTRAINT registration_check2 CHECK (((separation = 'SUIT'::text) = (separation_target IS NOT NULL))),
    CONSTRAINT registration_check3 CHECK (((notified_on IS NULL) OR (notify_exempt IS NULL))),
    CONSTRAINT registration_check4 CHECK (((NOT of_letter) OR (merged_into_id IS NULL))),
    CONSTRAINT registration_group_size_check CHECK ((group_size >= 1)),
    CONSTRAINT registration_matter_class_check CHECK ((matter_class = ANY (ARRAY['SUGGESTION'::text, 'ACCUSATION'::text, 'APPEAL_CLAIM'::text]))),
    CONSTRAINT registration_notify_exempt_check CHECK ((notify_exempt = ANY (ARRAY['NAME_ADDRESS_UNCLEAR'::text, 'LITIGATION_SPECIAL_RULE'::text, 'DISCIPLINE_SPECIAL_RULE'::text]))),
    CONSTRAINT registration_notify_method_check CHECK ((notify_method = ANY (ARRAY['HAND'::text, 'POST'::text, 'PHONE'::text, 'SMS'::text, 'ONLINE'::text, 'WITH_FORWARDING'::text]))),
    CONSTRAINT registration_separation_check CHECK ((separation = ANY (ARRAY['SUIT'::text, 'VISIT'::text, 'UNDECIDED'::text]))),
    CONSTRAINT registration_separation_target_check CHECK ((separation_target = ANY (ARRAY['CIVIL_RETRIAL'::text, 'ADMIN_RETRIAL'::text, 'CRIMINAL_PETITION'::text, 'PROCURATORATE'::text, 'PRESIDENT_DISCOVERY'::text, 'ENFORCEMENT_OBJECTION'::text, 'ENFORCEMENT_RECONSIDERATION'::text, 'ENFORCEMENT_SUPERVISION'::text, 'APPLY_ENFORCEMENT'::text, 'STATE_COMPENSATION'::text, 'APPEAL'::text, 'FILING'::text, 'OTHER'::text]))),
    CONSTRAINT registration_state_check CHECK ((state = ANY (ARRAY['RECEIVED'::text, 'SCREENED'::text, 'ACCEPTED'::text, 'GUIDED'::text, 'FORWARDED'::text, 'RETURNED'::text, 'NOT_ACCEPTED'::text, 'MERGED'::text, 'HANDLED'::text, 'CLOSED'::text, 'REOPENED'::text, 'VOIDED'::text]))),
    CONSTRAINT registration_venue_check CHECK ((venue = ANY (ARRAY['OWN_COURT'::text, 'SUPERIOR_COURT'::text, 'PROVINCE'::text, 'BEIJING'::text, 'SPC_CIRCUIT'::text, 'OTHER'::text])))
);


--
-- Name: applicable_fields(dossiers.registration, boolean); Type: FUNCTION; Schema: dossiers; Owner: -
--

CREATE FUNCTION dossiers.applicable_fields(r dossiers.registration, has_petitioners boolean) RETURNS integer
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ((((2 * ((NOT (r).of_letter))::integer) + (((r).channel = ANY (ARRAY['VISIT'::text, 'LEADER_RECEPTION'::text])))::integer) + (2 * (has_petitioners)::integer)) + (((NOT (r).of_letter) AND ((r).group_size > 5)))::integer);


--
-- Name: blank_destroyed(bigint); Type: FUNCTION; Schema: dossiers; Owner: -
--

CREATE FUNCTION dossiers.blank_destroyed(key bigint) RETURNS void
    LANGUAGE sql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    UPDATE dossiers.explanation e SET content = '' FROM dossiers.dossier d
    WHERE e.dossier_id = key AND d.id = key AND d.status = 'DESTROYED';
    UPDATE dossiers.risk_notice n SET text = '', measures = NULL, withdrawn_reason = NULL FROM dossiers.dossier d
    WHERE n.dossier_id = key AND d.id = key AND d.status = 'DESTROYED';
    UPDATE dossiers.consultation_waiver w SET text = '' FROM dossiers.consultation c, dossiers.dossier d
    WHERE w.consultation_id = c.id AND c.dossier_id = key AND d.id = key AND d.status = 'DESTROYED';
    UPDATE dossiers.consultation c
    SET summary = left(c.summary, 0), original_reasoning = left(c.original_reasoning, 0)
    FROM dossiers.dossier d WHERE c.dossier_id = key AND d.id = key AND d.status = 'DESTROYED'
$$;


--
-- Name: case_key(text); Type: FUNCTION; Schema: dossiers; Owner: -
--

CREATE FUNCTION dossiers.case_key(number text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN regexp_replace(core.folded_number(number), '号之[一二三四五六七八九十]+$'::text, '号'::text);


--
-- Name: compile_rights(bigint); Type: FUNCTION; Schema: dossiers; Owner: -
--

CREATE FUNCTION dossiers.compile_rights(request_key bigint) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    request dossiers.rights_request;
    person bigint;
    entries bigint[];
BEGIN
    SELECT * INTO STRICT request FROM dossiers.rights_request WHERE id = request_key;
    SELECT coalesce(merged_into_id, id) INTO STRICT person FROM dossiers.petitioner WHERE id = request.petitioner_id;
    entries := ARRAY(SELECT id FROM dossiers.petitioner WHERE NOT sealed AND (id = person OR merged_into_id = person));
    DELETE FROM dossiers.rights_record WHERE rights_request_id = request_key;
    INSERT INTO dossiers.rights_record (rights_request_id, court_code, kind, occurred_on, object_type, object_no, fields, purpose,
        recipient_id)
    SELECT request.id, request.court_code, found.* FROM (
        SELECT 'HELD', (p.created_at AT TIME ZONE 'Asia/Shanghai')::date, 'Petitioner', NULL::text, array_remove(ARRAY[
            CASE WHEN p.name_cipher IS NOT NULL THEN 'name' END, CASE WHEN p.id_number_cipher IS NOT NULL THEN 'idNumber' END,
            CASE WHEN p.household_region IS NOT NULL THEN 'householdRegion' END,
            CASE WHEN p.residence_region IS NOT NULL THEN 'residenceRegion' END,
            CASE WHEN p.household_address_cipher IS NOT NULL THEN 'householdAddress' END,
            CASE WHEN p.residence_address_cipher IS NOT NULL THEN 'residenceAddress' END,
            CASE WHEN p.service_needs <> '{}' THEN 'serviceNeeds' END,
            CASE WHEN EXISTS (SELECT FROM dossiers.contact_point c WHERE c.petitioner_id = p.id) THEN 'contacts' END,
            CASE WHEN EXISTS (SELECT FROM dossiers.representative x WHERE x.petitioner_id = p.id) THEN 'representatives' END,
            CASE WHEN EXISTS (SELECT FROM dossiers.petitioner_alias a WHERE a.petitioner_id = p.id) THEN 'aliases' END,
            CASE WHEN EXISTS (
                SELECT FROM core.material m WHERE m.object_type = 'Petitioner' AND m.object_id = p.id AND m.state = 'STORED'
            ) THEN 'materials' END
        ], NULL), NULL::text, NULL::bigint
        FROM dossiers.petitioner p WHERE p.id = ANY (entries)
        UNION ALL
        SELECT DISTINCT 'MATTER', r.received_on, 'Registration', r.reg_no, '{}'::text[], NULL, NULL::bigint
        FROM dossiers.registration_petitioner rp JOIN dossiers.registration r ON r.id = rp.registration_id
        WHERE rp.petitioner_id = ANY (entries) AND NOT r.sealed
        UNION ALL
        SELECT DISTINCT 'MATTER', coalesce(d.opened_on, (d.created_at AT TIME ZONE 'Asia/Shanghai')::date), 'Dossier', d.dossier_no,
            '{}'::text[], NULL, NULL::bigint
        FROM dossiers.dossier_petitioner dp JOIN dossiers.dossier d ON d.id = dp.dossier_id
        WHERE dp.petitioner_id = ANY (entries) AND NOT d.sealed
        UNION ALL
        SELECT 'DISCLOSURE', (x.at AT TIME ZONE 'Asia/Shanghai')::date, x.object_type, NULL, x.fields, x.purpose, x.recipient_id
        FROM core.disclosure x
        WHERE x.court_code = request.court_code AND (
            x.object_type = 'Petitioner' AND x.object_id = ANY (entries)
            OR x.object_type = 'Registration' AND x.object_id IN (
                SELECT rp.registration_id FROM dossiers.registration_petitioner rp WHERE rp.petitioner_id = ANY (entries)
            )
            OR x.object_type = 'Dossier' AND x.object_id IN (
                SELECT dp.dossier_id FROM dossiers.dossier_petitioner dp WHERE dp.petitioner_id = ANY (entries)
            )
        )
        UNION ALL
        SELECT 'ACCESS', (l.at AT TIME ZONE 'Asia/Shanghai')::date, l.object_type, NULL, l.fields, l.purpose, NULL::bigint
        FROM core.access_log l
        WHERE l.object_type IN ('Petitioner', 'PetitionerExport') AND l.object_id = ANY (entries)
            AND l.court_code = request.court_code
    ) AS found (kind, occurred_on, object_type, object_no, fields, purpose, recipient_id)
    ORDER BY array_position(ARRAY['HELD', 'MATTER', 'DISCLOSURE', 'ACCESS'], found.kind), found.occurred_on, found.object_no,
        found.fields;
END
$$;


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
    case_key text GENERATED ALWAYS AS (dossiers.case_key(case_no)) STORED NOT NULL,
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
    decided_by bigint,
    decided_on date,
    CONSTRAINT claim_outcome_check CHECK ((outcome = ANY (ARRAY['PENDING'::text, 'SUPPORTED'::text, 'EXPLAINED'::text, 'NOT_SUPPORTED'::text, 'WITHDRAWN'::text]))),
    CONSTRAINT claim_seq_check CHECK ((seq > 0))
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
    matter_class text DEFAULT 'APPEAL_CLAIM'::text NOT NULL,
    category text DEFAULT 'OTHER'::text NOT NULL,
    responsible_dept_id bigint NOT NULL,
    accused_staff_ids bigint[] DEFAULT '{}'::bigint[] NOT NULL,
    closed_on date,
    close_reason text,
    archived_on date,
    retention_class text DEFAULT 'LONG_60Y'::text NOT NULL,
    retention_until date,
    CONSTRAINT dossier_accusation_sealed CHECK (((matter_class <> 'ACCUSATION'::text) OR sealed)),
    CONSTRAINT dossier_accused CHECK (((matter_class = 'ACCUSATION'::text) OR (accused_staff_ids = '{}'::bigint[]))),
    CONSTRAINT dossier_approved CHECK (((status = ANY (ARRAY['DRAFT'::text, 'WITHDRAWN'::text])) = (open_approved_by IS NULL))),
    CONSTRAINT dossier_category_check CHECK ((category = ANY (ARRAY['TRIAL_CIVIL'::text, 'TRIAL_CRIMINAL'::text, 'TRIAL_ADMIN'::text, 'ENFORCEMENT'::text, 'FILING'::text, 'STATE_COMPENSATION'::text, 'STAFF_CONDUCT'::text, 'OTHER'::text]))),
    CONSTRAINT dossier_check1 CHECK ((open_approved_by <> created_by)),
    CONSTRAINT dossier_close_reason_check CHECK ((close_reason = ANY (ARRAY['RESOLVED'::text, 'WITHDRAWN'::text, 'IMPORTED_TO_PROCEDURE'::text, 'TERMINATED'::text, 'TRANSFERRED'::text, 'OPENED_IN_ERROR'::text]))),
    CONSTRAINT dossier_ground_check CHECK ((ground = ANY (ARRAY['REPEATED_MATTER'::text, 'HIGHER_VENUE_CONTACT'::text, 'ASSIGNED_BY_SUPERIOR'::text, 'TERMINATION_CANDIDATE'::text, 'PETITIONER_REQUEST'::text]))),
    CONSTRAINT dossier_matter_class_check CHECK ((matter_class = ANY (ARRAY['SUGGESTION'::text, 'ACCUSATION'::text, 'APPEAL_CLAIM'::text]))),
    CONSTRAINT dossier_retention_class_check CHECK ((retention_class = ANY (ARRAY['PERMANENT'::text, 'LONG_60Y'::text, 'SHORT_30Y'::text]))),
    CONSTRAINT dossier_status_check CHECK ((status = ANY (ARRAY['DRAFT'::text, 'WITHDRAWN'::text, 'ACTIVE'::text, 'CLOSED'::text, 'ARCHIVED'::text, 'DESTROYED'::text])))
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
-- Name: completeness(dossiers.dossier); Type: FUNCTION; Schema: dossiers; Owner: -
--

CREATE FUNCTION dossiers.completeness(dossiers.dossier) RETURNS double precision
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (SELECT (avg((item.is_there)::integer))::double precision AS avg FROM (VALUES (true,(EXISTS (SELECT FROM dossiers.dossier_petitioner p WHERE (p.dossier_id = ($1).id)))), (true,(EXISTS (SELECT FROM dossiers.claim c WHERE (c.dossier_id = ($1).id)))), (true,((($1).no_case_reason IS NOT NULL) OR (EXISTS (SELECT FROM dossiers.case_link l WHERE (l.dossier_id = ($1).id))))), ((($1).status = ANY (ARRAY['ACTIVE'::text, 'CLOSED'::text, 'ARCHIVED'::text])),(EXISTS (SELECT FROM core.material m WHERE ((m.object_type = 'Dossier'::text) AND (m.object_id = ($1).id) AND (m.state = 'STORED'::text))))), ((($1).status = ANY (ARRAY['CLOSED'::text, 'ARCHIVED'::text])),(NOT (EXISTS (SELECT FROM dossiers.claim c WHERE ((c.dossier_id = ($1).id) AND (c.outcome = 'PENDING'::text)))))), ((($1).status = ANY (ARRAY['CLOSED'::text, 'ARCHIVED'::text])),(EXISTS (SELECT FROM core.volume v WHERE ((v.object_type = 'Dossier'::text) AND (v.object_id = ($1).id) AND (v.bound_on IS NOT NULL)))))) item(is_due, is_there) WHERE item.is_due);


--
-- Name: consultation_gate(text, text); Type: FUNCTION; Schema: dossiers; Owner: -
--

CREATE FUNCTION dossiers.consultation_gate(case_number text, step text) RETURNS text
    LANGUAGE sql STABLE STRICT SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT CASE
        WHEN count(*) = 0 THEN 'NOT_APPLICABLE'
        WHEN bool_or(found.recorded) THEN 'SATISFIED'
        WHEN bool_or(found.waived) THEN 'WAIVED'
        ELSE 'REQUIRED'
    END
    FROM (
        SELECT (
            SELECT bool_or(c.state = 'RECORDED') FROM dossiers.consultation c
            WHERE c.dossier_id = d.id AND c.stage = step AND c.case_key = dossiers.case_key(case_number)
        ) AS recorded, (
            SELECT bool_or(c.state = 'WAIVED') FROM dossiers.consultation c
            WHERE c.dossier_id = d.id AND c.stage = step AND c.case_key = dossiers.case_key(case_number)
        ) AS waived
        FROM dossiers.case_link l JOIN dossiers.dossier d ON d.id = l.dossier_id
        WHERE l.case_key = dossiers.case_key(case_number) AND d.status = 'ACTIVE' AND NOT d.sealed
            AND d.court_code = ANY ((SELECT core.readable_courts())::text[])
    ) found
$$;


--
-- Name: contact_count(dossiers.dossier); Type: FUNCTION; Schema: dossiers; Owner: -
--

CREATE FUNCTION dossiers.contact_count(dossiers.dossier) RETURNS integer
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (SELECT (count(*))::integer AS count FROM dossiers.registration r WHERE (r.dossier_id = ($1).id));


--
-- Name: contact_status(text, bytea); Type: FUNCTION; Schema: dossiers; Owner: -
--

CREATE FUNCTION dossiers.contact_status(number text, code bytea) RETURNS TABLE(reg_no text, stage text, received_on date, notify_due_on date, notified_on date, closed_on date)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 1
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT r.reg_no,
        CASE
            WHEN r.state = 'HANDLED' OR r.sealed AND r.state IN ('CLOSED', 'MERGED', 'NOT_ACCEPTED', 'VOIDED') THEN 'HANDLED'
            WHEN r.state IN ('CLOSED', 'MERGED', 'NOT_ACCEPTED', 'VOIDED') THEN 'CLOSED'
            WHEN r.sealed OR r.state = 'RECEIVED' THEN 'RECEIVED'
            ELSE 'IN_PROGRESS'
        END,
        r.received_on, CASE WHEN NOT r.sealed THEN r.notify_due_on END, CASE WHEN NOT r.sealed THEN r.notified_on END,
        CASE WHEN NOT r.sealed THEN r.closed_on END
    FROM dossiers.registration r JOIN dossiers.registration_query_code q ON q.registration_id = r.id
    WHERE r.reg_no = core.folded_number(number) AND r.court_code = ANY (core.readable_courts())
        AND sha256(q.code_hash) = sha256(code)
$$;


--
-- Name: counted_registrations(date, date, text); Type: FUNCTION; Schema: dossiers; Owner: -
--

CREATE FUNCTION dossiers.counted_registrations(from_on date, to_on date, "groupBy" text) RETURNS TABLE(entry dossiers.registration, group_key text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    WITH own AS MATERIALIZED (
        SELECT (SELECT s.court_code FROM core.staff s WHERE s.id = core.staff_id()) AS court_code
    ), counted AS (
        SELECT r, dossiers.registration_group(r, "groupBy") AS group_key
        FROM dossiers.registration r
        WHERE r.received_on BETWEEN from_on AND to_on AND r.state <> 'VOIDED'
            AND r.court_code = ANY ((SELECT core.readable_courts())::text[])
            AND (NOT r.sealed OR (SELECT core.may_read_sealed()))
            AND NOT coalesce(r.accused_staff_ids && (SELECT core.recused_from())::bigint[], false)
    )
    SELECT c.r, c.group_key FROM counted c WHERE (c.r).court_code = (SELECT o.court_code FROM own o)
    UNION ALL
    SELECT c.r, c.group_key
    FROM counted c
    JOIN dossiers.registration_parts("groupBy", (SELECT o.court_code FROM own o)) p ON p.court_code = (c.r).court_code
        AND p.group_key = c.group_key AND (c.r).received_on >= p.first_month
        AND (c.r).received_on < p.last_month + interval '1 month'
    WHERE p.first_month >= from_on AND p.last_month + interval '1 month' <= to_on + interval '1 day'
$$;


--
-- Name: entry_quality(date, date, text); Type: FUNCTION; Schema: dossiers; Owner: -
--

CREATE FUNCTION dossiers.entry_quality("from" date, "to" date, court text) RETURNS SETOF dossiers.entry_quality_row
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    WITH entry AS (
        SELECT (c.entry).court_code AS court_code, (c.entry).is_legacy AS is_legacy,
            (c.entry).entered_on <= (c.entry).entry_due_on AS is_on_time,
            p.people, dossiers.applicable_fields(c.entry, p.people > 0) AS applicable,
            cardinality((c.entry).missing_fields) AS missing
        FROM dossiers.counted_registrations("from", "to", 'COURT') c
        CROSS JOIN LATERAL (
            SELECT count(*) AS people FROM dossiers.registration_petitioner p WHERE p.registration_id = (c.entry).id
        ) p
        WHERE court IS NULL OR (c.entry).court_code = court
    )
    SELECT e.court_code, count(*)::integer, sum(e.people)::integer, (count(*) FILTER (WHERE e.is_legacy))::integer,
        (count(*) FILTER (WHERE e.is_on_time AND NOT e.is_legacy))::integer,
        (count(*) FILTER (WHERE e.is_on_time AND NOT e.is_legacy))::double precision
            / nullif(count(*) FILTER (WHERE NOT e.is_legacy), 0),
        sum(e.applicable)::integer, sum(e.applicable - e.missing)::integer,
        sum(e.applicable - e.missing)::double precision / nullif(sum(e.applicable), 0),
        (count(*) FILTER (WHERE e.missing > 0))::integer
    FROM entry e GROUP BY e.court_code
$$;


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
    end_reason text,
    CONSTRAINT contact_point_check CHECK ((valid_to >= valid_from)),
    CONSTRAINT contact_point_kind_check CHECK ((kind = ANY (ARRAY['MOBILE'::text, 'LANDLINE'::text, 'EMAIL'::text, 'POSTAL'::text])))
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
    state text DEFAULT 'ACTIVE'::text NOT NULL,
    active boolean GENERATED ALWAYS AS ((state = 'ACTIVE'::text)) STORED NOT NULL,
    merged_into_id bigint,
    merged_on date,
    household_address_masked text,
    household_address_cipher bytea,
    service_needs text[] DEFAULT '{}'::text[] NOT NULL,
    restricted_on date,
    CONSTRAINT petitioner_check CHECK (((kind = 'ANONYMOUS'::text) = (name_cipher IS NULL))),
    CONSTRAINT petitioner_check1 CHECK (((id_number_cipher IS NULL) = (id_number_hash IS NULL))),
    CONSTRAINT petitioner_check2 CHECK (((state = 'MERGED'::text) = (merged_into_id IS NOT NULL))),
    CONSTRAINT petitioner_check3 CHECK (((merged_on IS NULL) = (merged_into_id IS NULL))),
    CONSTRAINT petitioner_check4 CHECK ((merged_into_id <> id)),
    CONSTRAINT petitioner_id_doc_type_check CHECK ((id_doc_type = ANY (ARRAY['RESIDENT_ID'::text, 'HKM_PERMIT'::text, 'TW_PERMIT'::text, 'PASSPORT'::text, 'FOREIGN_PR'::text, 'USCC'::text, 'OTHER'::text]))),
    CONSTRAINT petitioner_id_verified_check CHECK ((id_verified = ANY (ARRAY['UNVERIFIED'::text, 'CHECKSUM_OK'::text, 'DOCUMENT_SEEN'::text]))),
    CONSTRAINT petitioner_kind_check CHECK ((kind = ANY (ARRAY['NATURAL_PERSON'::text, 'LEGAL_PERSON'::text, 'OTHER_ORG'::text, 'ANONYMOUS'::text]))),
    CONSTRAINT petitioner_service_needs_check CHECK ((service_needs <@ ARRAY['SIGN_LANGUAGE'::text, 'LARGE_PRINT'::text, 'INTERPRETER'::text, 'WHEELCHAIR'::text, 'GUARDIAN_PRESENT'::text])),
    CONSTRAINT petitioner_state_check CHECK ((state = ANY (ARRAY['ACTIVE'::text, 'MERGED'::text])))
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
-- Name: registration_representative; Type: TABLE; Schema: dossiers; Owner: -
--

CREATE TABLE dossiers.registration_representative (
    registration_id bigint NOT NULL,
    seq integer NOT NULL,
    court_code text NOT NULL,
    kind text NOT NULL,
    name_masked text NOT NULL,
    name_cipher bytea NOT NULL,
    name_hash bytea NOT NULL,
    mobile_masked text,
    mobile_cipher bytea,
    mobile_hash bytea,
    CONSTRAINT registration_representative_kind_check CHECK ((kind = ANY (ARRAY['JOINT_REPRESENTATIVE'::text, 'AGENT'::text, 'LAWYER'::text, 'GUARDIAN'::text]))),
    CONSTRAINT registration_representative_seq_check CHECK (((seq >= 1) AND (seq <= 5)))
);


--
-- Name: find_missing_fields(dossiers.registration); Type: FUNCTION; Schema: dossiers; Owner: -
--

CREATE FUNCTION dossiers.find_missing_fields(dossiers.registration) RETURNS text[]
    LANGUAGE sql STABLE
    RETURN array_remove(ARRAY[CASE WHEN ((NOT ($1).of_letter) AND (($1).matter_class IS NULL)) THEN 'MATTER_CLASS'::text ELSE NULL::text END, CASE WHEN ((NOT ($1).of_letter) AND (($1).category IS NULL)) THEN 'CATEGORY'::text ELSE NULL::text END, CASE WHEN ((($1).channel = ANY (ARRAY['VISIT'::text, 'LEADER_RECEPTION'::text])) AND (($1).reception_point IS NULL)) THEN 'RECEPTION_POINT'::text ELSE NULL::text END, CASE WHEN ((EXISTS (SELECT FROM dossiers.registration_petitioner rp WHERE (rp.registration_id = ($1).id))) AND (NOT (EXISTS (SELECT FROM (dossiers.registration_petitioner rp JOIN dossiers.petitioner p ON ((p.id = rp.petitioner_id))) WHERE ((rp.registration_id = ($1).id) AND (COALESCE(p.residence_region, p.household_region) IS NOT NULL)))))) THEN 'PETITIONER_REGION'::text ELSE NULL::text END, CASE WHEN ((EXISTS (SELECT FROM dossiers.registration_petitioner rp WHERE (rp.registration_id = ($1).id))) AND (NOT (EXISTS (SELECT FROM (dossiers.registration_petitioner rp JOIN dossiers.petitioner p ON ((p.id = rp.petitioner_id))) WHERE ((rp.registration_id = ($1).id) AND ((p.id_number_masked IS NOT NULL) OR (EXISTS (SELECT FROM dossiers.contact_point c WHERE ((c.petitioner_id = p.id) AND (c.valid_to IS NULL)))))))))) THEN 'PETITIONER_CONTACT'::text ELSE NULL::text END, CASE WHEN ((NOT ($1).of_letter) AND (($1).group_size > 5) AND (NOT (EXISTS (SELECT FROM dossiers.registration_representative e WHERE (e.registration_id = ($1).id))))) THEN 'REPRESENTATIVES'::text ELSE NULL::text END], NULL::text);


--
-- Name: give_department(); Type: FUNCTION; Schema: dossiers; Owner: -
--

CREATE FUNCTION dossiers.give_department() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    NEW.responsible_dept_id := coalesce(
        NEW.responsible_dept_id, (SELECT s.department_id FROM core.staff s WHERE s.id = NEW.handler_id)
    );
    RETURN NEW;
END
$$;


--
-- Name: give_dossier_visibility(); Type: FUNCTION; Schema: dossiers; Owner: -
--

CREATE FUNCTION dossiers.give_dossier_visibility() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    UPDATE dossiers.remedy_assessment SET sealed = NEW.sealed, assignees = ARRAY[NEW.handler_id] WHERE dossier_id = NEW.id;
    UPDATE dossiers.explanation SET sealed = NEW.sealed, assignees = ARRAY[NEW.handler_id] WHERE dossier_id = NEW.id;
    RETURN NULL;
END
$$;


--
-- Name: give_registration_visibility(); Type: FUNCTION; Schema: dossiers; Owner: -
--

CREATE FUNCTION dossiers.give_registration_visibility() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
BEGIN
    UPDATE dossiers.remedy_assessment SET sealed = NEW.sealed, assignees = NEW.assignees, accused_staff_ids = NEW.accused_staff_ids
    WHERE registration_id = NEW.id;
    UPDATE dossiers.explanation SET sealed = NEW.sealed, assignees = NEW.assignees, accused_staff_ids = NEW.accused_staff_ids
    WHERE registration_id = NEW.id;
    RETURN NULL;
END
$$;


--
-- Name: remedy; Type: TABLE; Schema: dossiers; Owner: -
--

CREATE TABLE dossiers.remedy (
    id bigint NOT NULL,
    remedy_assessment_id bigint NOT NULL,
    court_code text NOT NULL,
    case_no text NOT NULL,
    decision text NOT NULL,
    remedy text NOT NULL,
    begins_on date,
    deadline_on date,
    deadline_final boolean NOT NULL,
    competent_court_code text,
    competent_body text NOT NULL,
    note text,
    legal_basis text NOT NULL,
    confirmed boolean NOT NULL
);


--
-- Name: remedy_available(dossiers.remedy); Type: FUNCTION; Schema: dossiers; Owner: -
--

CREATE FUNCTION dossiers.remedy_available(dossiers.remedy) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN ((($1).deadline_on IS NULL) OR (($1).deadline_on >= core.today()));


--
-- Name: remedy_assessment; Type: TABLE; Schema: dossiers; Owner: -
--

CREATE TABLE dossiers.remedy_assessment (
    id bigint NOT NULL,
    court_code text NOT NULL,
    registration_id bigint,
    dossier_id bigint,
    sealed boolean DEFAULT false NOT NULL,
    assignees bigint[] DEFAULT '{}'::bigint[] NOT NULL,
    accused_staff_ids bigint[] DEFAULT '{}'::bigint[] NOT NULL,
    assessed_by bigint NOT NULL,
    assessed_on date NOT NULL,
    explained_on date,
    petitioner_ack text DEFAULT 'NOT_ASKED'::text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT remedy_assessment_check CHECK ((explained_on >= assessed_on)),
    CONSTRAINT remedy_assessment_check1 CHECK ((num_nonnulls(registration_id, dossier_id) = 1)),
    CONSTRAINT remedy_assessment_petitioner_ack_check CHECK ((petitioner_ack = ANY (ARRAY['ACCEPTED'::text, 'NOT_ACCEPTED'::text, 'NOT_ASKED'::text])))
);


--
-- Name: has_remedy_left(dossiers.dossier); Type: FUNCTION; Schema: dossiers; Owner: -
--

CREATE FUNCTION dossiers.has_remedy_left(dossiers.dossier) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (SELECT (EXISTS (SELECT FROM dossiers.remedy m WHERE ((m.remedy_assessment_id = a.id) AND dossiers.remedy_available(m.*)))) AS "exists" FROM dossiers.remedy_assessment a WHERE ((a.dossier_id = ($1).id) OR (a.registration_id = ANY (ARRAY(SELECT r.id FROM dossiers.registration r WHERE (r.dossier_id = ($1).id))))) ORDER BY a.id DESC LIMIT 1);


--
-- Name: is_first_contact(dossiers.dossier); Type: FUNCTION; Schema: dossiers; Owner: -
--

CREATE FUNCTION dossiers.is_first_contact(dossiers.dossier) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (SELECT (count(*) <= 1) FROM dossiers.registration r WHERE (r.dossier_id = ($1).id));


--
-- Name: is_in_hand(text); Type: FUNCTION; Schema: dossiers; Owner: -
--

CREATE FUNCTION dossiers.is_in_hand(dossier_status text) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN (dossier_status <> ALL (ARRAY['DRAFT'::text, 'WITHDRAWN'::text, 'DESTROYED'::text]));


--
-- Name: keep_consultations(); Type: FUNCTION; Schema: dossiers; Owner: -
--

CREATE FUNCTION dossiers.keep_consultations() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE dossiers.consultation SET sealed = NEW.sealed, handler_id = NEW.handler_id WHERE dossier_id = NEW.id;
    RETURN NULL;
END
$$;


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
-- Name: keep_entry_fields(); Type: FUNCTION; Schema: dossiers; Owner: -
--

CREATE FUNCTION dossiers.keep_entry_fields() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    NEW.missing_fields := dossiers.find_missing_fields(NEW);
    RETURN NEW;
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
        SELECT d.handler_id FROM dossiers.dossier d
        WHERE d.id = NEW.dossier_id AND dossiers.is_in_hand(d.status) AND NOT d.sealed
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
-- Name: keep_registration_text(); Type: FUNCTION; Schema: dossiers; Owner: -
--

CREATE FUNCTION dossiers.keep_registration_text() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    INSERT INTO dossiers.registration_text VALUES (NEW.id, core.search_text(NEW.summary))
        ON CONFLICT (registration_id) DO UPDATE SET search_text = excluded.search_text;
    RETURN NULL;
END
$$;


--
-- Name: keep_risk_notices(); Type: FUNCTION; Schema: dossiers; Owner: -
--

CREATE FUNCTION dossiers.keep_risk_notices() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    UPDATE dossiers.risk_notice SET sealed = NEW.sealed, handler_id = NEW.handler_id WHERE dossier_id = NEW.id;
    RETURN NULL;
END
$$;


--
-- Name: keep_text(); Type: FUNCTION; Schema: dossiers; Owner: -
--

CREATE FUNCTION dossiers.keep_text() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_TABLE_NAME = 'claim' THEN
        PERFORM dossiers.write_text(NEW.dossier_id);
    ELSE
        PERFORM dossiers.write_text(NEW.id);
    END IF;
    RETURN NULL;
END
$$;


--
-- Name: limit_of(text, text); Type: FUNCTION; Schema: dossiers; Owner: -
--

CREATE FUNCTION dossiers.limit_of(rule text, court text) RETURNS integer
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT amount FROM dossiers.limit_rule WHERE key = rule AND (court_code = court OR court_code IS NULL)
    ORDER BY court_code NULLS LAST LIMIT 1
$$;


--
-- Name: dossier_text; Type: TABLE; Schema: dossiers; Owner: -
--

CREATE TABLE dossiers.dossier_text (
    dossier_id bigint NOT NULL,
    search_text text NOT NULL
);


--
-- Name: mentioning(text); Type: FUNCTION; Schema: dossiers; Owner: -
--

CREATE FUNCTION dossiers.mentioning(words text) RETURNS SETOF bigint
    LANGUAGE sql STABLE STRICT SECURITY DEFINER ROWS 200 PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET work_mem TO '64MB'
    BEGIN ATOMIC
 SELECT d.id
    FROM (dossiers.dossier_text s
      JOIN dossiers.dossier d ON ((d.id = s.dossier_id)))
   WHERE ((core.search_pairs(s.search_text) @@ ( SELECT core.search_query(mentioning.words) AS search_query)) AND (s.search_text ~~ ALL (( SELECT core.search_patterns(mentioning.words) AS search_patterns)::text[])) AND (d.court_code = ANY (( SELECT core.readable_courts() AS readable_courts)::text[])) AND ((NOT d.sealed) OR ( SELECT core.may_read_sealed() AS may_read_sealed)) AND ((NOT ( SELECT core.sees_only_assigned() AS sees_only_assigned)) OR (d.handler_id = ( SELECT core.staff_id() AS staff_id))) AND (NOT COALESCE((d.accused_staff_ids && ( SELECT core.recused_from() AS recused_from)), false)));
END;


--
-- Name: merge_petitioner(bigint, bigint, text, bigint, date); Type: FUNCTION; Schema: dossiers; Owner: -
--

CREATE FUNCTION dossiers.merge_petitioner(merged bigint, kept bigint, why text, by_staff bigint, on_day date) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    merge bigint;
BEGIN
    INSERT INTO dossiers.petitioner_merge (court_code, petitioner_id, into_id, reason, merged_on, merged_by)
    SELECT court_code, merged, kept, why, on_day, by_staff FROM dossiers.petitioner WHERE id = kept
    RETURNING id INTO merge;
    INSERT INTO dossiers.petitioner_merge_link (merge_id, relation, row_id, was_there)
    SELECT merge, 'REGISTRATION', m.registration_id, EXISTS (
        SELECT FROM dossiers.registration_petitioner k WHERE k.registration_id = m.registration_id AND k.petitioner_id = kept
    ) FROM dossiers.registration_petitioner m WHERE m.petitioner_id = merged
    UNION ALL
    SELECT merge, 'DOSSIER', m.dossier_id, EXISTS (
        SELECT FROM dossiers.dossier_petitioner k WHERE k.dossier_id = m.dossier_id AND k.petitioner_id = kept
    ) FROM dossiers.dossier_petitioner m WHERE m.petitioner_id = merged;
    INSERT INTO dossiers.registration_petitioner (registration_id, petitioner_id, court_code)
    SELECT registration_id, kept, court_code FROM dossiers.registration_petitioner WHERE petitioner_id = merged ON CONFLICT DO NOTHING;
    DELETE FROM dossiers.registration_petitioner WHERE petitioner_id = merged;
    INSERT INTO dossiers.dossier_petitioner (dossier_id, petitioner_id, court_code)
    SELECT dossier_id, kept, court_code FROM dossiers.dossier_petitioner WHERE petitioner_id = merged ON CONFLICT DO NOTHING;
    DELETE FROM dossiers.dossier_petitioner WHERE petitioner_id = merged;
    PERFORM dossiers.refresh_petitioners(ARRAY[merged, kept]);
END
$$;


--
-- Name: metric_completeness(text[], date, date); Type: FUNCTION; Schema: dossiers; Owner: -
--

CREATE FUNCTION dossiers.metric_completeness(courts text[], from_on date, to_on date) RETURNS TABLE(court_code text, numerator numeric, denominator numeric, inputs_hash bytea)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT r.court_code, sum(dossiers.applicable_fields(r, p.has_any) - cardinality(r.missing_fields)),
        sum(dossiers.applicable_fields(r, p.has_any)),
        sha256(convert_to(string_agg(r.id || ':' || r.version, ',' ORDER BY r.id), 'UTF8'))
    FROM dossiers.metric_registrations(courts, from_on, to_on) r
    CROSS JOIN LATERAL (
        SELECT EXISTS (SELECT FROM dossiers.registration_petitioner p WHERE p.registration_id = r.id) AS has_any
    ) p
    GROUP BY r.court_code
$$;


--
-- Name: metric_consultation_coverage(text[], date, date); Type: FUNCTION; Schema: dossiers; Owner: -
--

CREATE FUNCTION dossiers.metric_consultation_coverage(courts text[], from_on date, to_on date) RETURNS TABLE(court_code text, numerator numeric, denominator numeric, inputs_hash bytea)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    WITH asked AS (
        SELECT c.court_code, c.id, c.version, c.requested_on AS day, date_trunc('quarter', c.requested_on)::date AS quarter,
            c.court_code IS NOT DISTINCT FROM (SELECT s.court_code FROM core.staff s WHERE s.id = core.staff_id()) AS own,
            c.state IN ('RECORDED', 'WAIVED') AS done
        FROM dossiers.consultation c
        WHERE c.court_code = ANY (courts) AND c.court_code = ANY ((SELECT core.readable_courts())::text[])
            AND (NOT c.sealed OR (SELECT core.may_read_sealed()))
    ), parts AS (
        SELECT a.*, count(*) OVER (PARTITION BY a.court_code, a.quarter) AS size FROM asked a
    )
    SELECT p.court_code, count(*) FILTER (WHERE p.done), count(*),
        sha256(convert_to(string_agg(p.id || ':' || p.version, ',' ORDER BY p.id), 'UTF8'))
    FROM parts p
    WHERE CASE WHEN p.own THEN p.day BETWEEN from_on AND to_on
        ELSE p.size >= 5 AND p.quarter >= from_on AND p.quarter + interval '3 months' <= to_on + interval '1 day' END
    GROUP BY p.court_code
$$;


--
-- Name: metric_entry_timeliness(text[], date, date); Type: FUNCTION; Schema: dossiers; Owner: -
--

CREATE FUNCTION dossiers.metric_entry_timeliness(courts text[], from_on date, to_on date) RETURNS TABLE(court_code text, numerator numeric, denominator numeric, inputs_hash bytea)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT r.court_code, count(*) FILTER (WHERE r.entered_on <= r.entry_due_on), count(*),
        sha256(convert_to(string_agg(r.id || ':' || r.version, ',' ORDER BY r.id), 'UTF8'))
    FROM dossiers.metric_registrations(courts, from_on, to_on) r WHERE NOT r.is_legacy GROUP BY r.court_code
$$;


--
-- Name: metric_first_contact_resolved(text[], date, date); Type: FUNCTION; Schema: dossiers; Owner: -
--

CREATE FUNCTION dossiers.metric_first_contact_resolved(courts text[], from_on date, to_on date) RETURNS TABLE(court_code text, numerator numeric, denominator numeric, inputs_hash bytea)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT r.court_code, count(*) FILTER (WHERE r.state = 'CLOSED'), count(*),
        sha256(convert_to(string_agg(r.id || ':' || r.version, ',' ORDER BY r.id), 'UTF8'))
    FROM dossiers.metric_registrations(courts, from_on, to_on) r
    WHERE r.is_first AND r.state <> 'MERGED' GROUP BY r.court_code
$$;


--
-- Name: metric_missed_report(text[], date, date); Type: FUNCTION; Schema: dossiers; Owner: -
--

CREATE FUNCTION dossiers.metric_missed_report(courts text[], from_on date, to_on date) RETURNS TABLE(court_code text, numerator numeric, denominator numeric, inputs_hash bytea)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
    WITH own AS MATERIALIZED (
        SELECT (SELECT s.court_code FROM core.staff s WHERE s.id = core.staff_id()) AS court_code
    ), looked AS (
        SELECT a.court_code, a.id, count(*) AS lines, count(*) FILTER (WHERE i.state = 'MISSED') AS missed,
            string_agg(i.id || ':' || i.version, ',' ORDER BY i.id) AS inputs
        FROM dossiers.sample_audit a JOIN dossiers.sample_item i ON i.sample_audit_id = a.id
        WHERE i.state IN ('ENTERED', 'MISSED') AND a.from_on >= $2 AND a.to_on <= $3
            AND a.court_code = ANY ($1) AND a.court_code = ANY ((SELECT core.readable_courts())::text[])
        GROUP BY a.court_code, a.id
    )
    SELECT l.court_code, sum(l.missed), sum(l.lines), sha256(convert_to(string_agg(l.inputs, ',' ORDER BY l.id), 'UTF8'))
    FROM looked l WHERE l.lines >= 5 OR l.court_code = (SELECT o.court_code FROM own o)
    GROUP BY l.court_code
$_$;


--
-- Name: metric_notice_on_time(text[], date, date); Type: FUNCTION; Schema: dossiers; Owner: -
--

CREATE FUNCTION dossiers.metric_notice_on_time(courts text[], from_on date, to_on date) RETURNS TABLE(court_code text, numerator numeric, denominator numeric, inputs_hash bytea)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT r.court_code, count(*) FILTER (WHERE r.notified_on <= r.notify_due_on), count(*),
        sha256(convert_to(string_agg(r.id || ':' || r.version, ',' ORDER BY r.id), 'UTF8'))
    FROM dossiers.metric_registrations(courts, from_on, to_on) r
    WHERE r.notify_due_on IS NOT NULL AND (r.notified_on IS NOT NULL OR dossiers.notice_overdue(r))
    GROUP BY r.court_code
$$;


--
-- Name: metric_registrations(text[], date, date); Type: FUNCTION; Schema: dossiers; Owner: -
--

CREATE FUNCTION dossiers.metric_registrations(courts text[], from_on date, to_on date) RETURNS SETOF dossiers.registration
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT (c.entry).* FROM dossiers.counted_registrations(from_on, to_on, 'COURT') c WHERE (c.entry).court_code = ANY (courts)
$$;


--
-- Name: metric_risk_notice_ack(text[], date, date); Type: FUNCTION; Schema: dossiers; Owner: -
--

CREATE FUNCTION dossiers.metric_risk_notice_ack(courts text[], from_on date, to_on date) RETURNS TABLE(court_code text, numerator numeric, denominator numeric, inputs_hash bytea)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    WITH due AS (
        SELECT n.court_code, n.id, n.version, n.ack_due_on AS day, date_trunc('quarter', n.ack_due_on)::date AS quarter,
            n.court_code IS NOT DISTINCT FROM (SELECT s.court_code FROM core.staff s WHERE s.id = core.staff_id()) AS own,
            coalesce(n.acknowledged_on <= n.ack_due_on, false) AS done
        FROM dossiers.risk_notice n
        WHERE n.court_code = ANY (courts) AND n.court_code = ANY ((SELECT core.readable_courts())::text[])
            AND (NOT n.sealed OR (SELECT core.may_read_sealed()))
            AND (n.acknowledged_on IS NOT NULL OR n.ack_due_on < core.today() AND n.state <> 'WITHDRAWN')
    ), parts AS (
        SELECT d.*, count(*) OVER (PARTITION BY d.court_code, d.quarter) AS size FROM due d
    )
    SELECT p.court_code, count(*) FILTER (WHERE p.done), count(*),
        sha256(convert_to(string_agg(p.id || ':' || p.version, ',' ORDER BY p.id), 'UTF8'))
    FROM parts p
    WHERE CASE WHEN p.own THEN p.day BETWEEN from_on AND to_on
        ELSE p.size >= 5 AND p.quarter >= from_on AND p.quarter + interval '3 months' <= to_on + interval '1 day' END
    GROUP BY p.court_code
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
    same_number bigint;
    is_held boolean;
BEGIN
    SELECT * INTO STRICT here FROM dossiers.petitioner WHERE id = petitioner_key FOR UPDATE;
    IF here.sealed = to_sealed THEN
        RETURN petitioner_key;
    END IF;
    SELECT p.id INTO same_number FROM dossiers.petitioner p
    WHERE p.court_code = here.court_code AND p.sealed = to_sealed AND p.id_number_hash = here.id_number_hash;
    SELECT coalesce(p.merged_into_id, p.id) INTO there
    FROM dossiers.petitioner p
    WHERE p.court_code = here.court_code AND p.sealed = to_sealed AND (
        p.id = same_number AND (p.name_hash = here.name_hash OR EXISTS (
            SELECT FROM dossiers.petitioner_alias a
            WHERE a.petitioner_id IN (p.id, p.merged_into_id, here.id) AND a.name_hash IN (here.name_hash, p.name_hash)
        ))
        OR here.id_number_hash IS NULL AND p.name_hash = here.name_hash AND EXISTS (
            SELECT FROM dossiers.contact_point x JOIN dossiers.contact_point y USING (kind, value_hash)
            WHERE x.petitioner_id = p.id AND y.petitioner_id = petitioner_key
        )
        OR p.name_hash = here.name_hash AND EXISTS (
            SELECT FROM dossiers.identity_conflict c WHERE c.petitioner_id = p.id AND c.other_id = same_number
        )
    )
    ORDER BY p.id LIMIT 1;
    is_held := EXISTS (
        SELECT FROM dossiers.registration_petitioner rp WHERE rp.petitioner_id = petitioner_key AND rp.registration_id <> registration_key
    ) OR EXISTS (SELECT FROM dossiers.dossier_petitioner dp WHERE dp.petitioner_id = petitioner_key)
        OR EXISTS (SELECT FROM dossiers.petitioner m WHERE m.merged_into_id = petitioner_key)
        OR EXISTS (SELECT FROM dossiers.petitioner_revision v WHERE v.petitioner_id = petitioner_key)
        OR EXISTS (SELECT FROM dossiers.identity_conflict c WHERE petitioner_key IN (c.petitioner_id, c.other_id))
        OR EXISTS (SELECT FROM core.material m WHERE m.object_type = 'Petitioner' AND m.object_id = petitioner_key);
    IF there IS NULL AND same_number IS NULL AND NOT is_held THEN
        UPDATE dossiers.petitioner SET sealed = to_sealed, version = version + 1, updated_at = now() WHERE id = petitioner_key;
        RETURN petitioner_key;
    END IF;
    IF there IS NULL THEN
        INSERT INTO dossiers.petitioner (court_code, kind, name_masked, name_cipher, name_hash, id_doc_type, id_number_masked,
            id_number_cipher, id_number_hash, id_verified, household_region, residence_region, residence_address_masked,
            residence_address_cipher, household_address_masked, household_address_cipher, service_needs, sealed, created_at,
            created_by, updated_at)
        SELECT here.court_code, here.kind, here.name_masked, here.name_cipher, here.name_hash,
            CASE WHEN same_number IS NULL THEN here.id_doc_type END, CASE WHEN same_number IS NULL THEN here.id_number_masked END,
            CASE WHEN same_number IS NULL THEN here.id_number_cipher END, CASE WHEN same_number IS NULL THEN here.id_number_hash END,
            CASE WHEN same_number IS NULL THEN here.id_verified ELSE 'UNVERIFIED' END, here.household_region, here.residence_region,
            here.residence_address_masked, here.residence_address_cipher, here.household_address_masked,
            here.household_address_cipher, here.service_needs, to_sealed, here.created_at, here.created_by, now()
        RETURNING id INTO there;
        IF same_number IS NOT NULL THEN
            INSERT INTO dossiers.identity_conflict (court_code, sealed, petitioner_id, other_id)
            VALUES (here.court_code, to_sealed, there, same_number);
        END IF;
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
    INSERT INTO dossiers.petitioner_alias (petitioner_id, court_code, kind, name_masked, name_cipher, name_hash, reason, recorded_on,
        recorded_by)
    SELECT there, a.court_code, a.kind, a.name_masked, a.name_cipher, a.name_hash, a.reason, a.recorded_on, a.recorded_by
    FROM dossiers.petitioner_alias a WHERE a.petitioner_id = petitioner_key ON CONFLICT DO NOTHING;
    INSERT INTO dossiers.registration_petitioner (registration_id, petitioner_id, court_code)
    VALUES (registration_key, there, here.court_code) ON CONFLICT DO NOTHING;
    DELETE FROM dossiers.registration_petitioner WHERE registration_id = registration_key AND petitioner_id = petitioner_key;
    IF NOT is_held THEN
        -- The same person's row there has taken over all that this one said; where something else refers to it, it stays.
        BEGIN
            DELETE FROM dossiers.contact_point WHERE petitioner_id = petitioner_key;
            DELETE FROM dossiers.petitioner_alias WHERE petitioner_id = petitioner_key;
            DELETE FROM dossiers.representative WHERE petitioner_id = petitioner_key;
            DELETE FROM dossiers.id_copy_demand WHERE petitioner_id = petitioner_key;
            DELETE FROM dossiers.petitioner WHERE id = petitioner_key;
        EXCEPTION WHEN foreign_key_violation THEN
            NULL;
        END;
    END IF;
    PERFORM dossiers.refresh_petitioners(ARRAY[petitioner_key, there]);
    RETURN there;
END
$$;


--
-- Name: notice_days_left(dossiers.registration); Type: FUNCTION; Schema: dossiers; Owner: -
--

CREATE FUNCTION dossiers.notice_days_left(dossiers.registration) RETURNS integer
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN CASE WHEN ((($1).notified_on IS NULL) AND (($1).notify_exempt IS NULL) AND (($1).state <> ALL (ARRAY['MERGED'::text, 'CLOSED'::text, 'VOIDED'::text]))) THEN (($1).notify_due_on - core.today()) ELSE NULL::integer END;


--
-- Name: notice_overdue(dossiers.registration); Type: FUNCTION; Schema: dossiers; Owner: -
--

CREATE FUNCTION dossiers.notice_overdue(dossiers.registration) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (COALESCE((($1).notify_due_on < core.today()), false) AND (($1).notified_on IS NULL) AND (($1).notify_exempt IS NULL) AND (($1).state <> ALL (ARRAY['MERGED'::text, 'CLOSED'::text, 'VOIDED'::text])));


--
-- Name: of_case(text); Type: FUNCTION; Schema: dossiers; Owner: -
--

CREATE FUNCTION dossiers.of_case("caseNo" text) RETURNS SETOF dossiers.dossier
    LANGUAGE sql STABLE ROWS 5 PARALLEL SAFE
    AS $$
    SELECT d.* FROM dossiers.dossier d
    WHERE EXISTS (
        SELECT FROM dossiers.case_link l WHERE l.dossier_id = d.id AND l.case_key = dossiers.case_key(of_case."caseNo")
    )
$$;


--
-- Name: of_my_department(dossiers.dossier); Type: FUNCTION; Schema: dossiers; Owner: -
--

CREATE FUNCTION dossiers.of_my_department(dossiers.dossier) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN COALESCE((($1).responsible_dept_id = core.department_id()), false);


--
-- Name: consultation; Type: TABLE; Schema: dossiers; Owner: -
--

CREATE TABLE dossiers.consultation (
    id bigint NOT NULL,
    court_code text NOT NULL,
    dossier_id bigint NOT NULL,
    case_no text NOT NULL,
    case_key text GENERATED ALWAYS AS (dossiers.case_key(case_no)) STORED NOT NULL,
    case_seq integer NOT NULL,
    sealed boolean DEFAULT false NOT NULL,
    handler_id bigint NOT NULL,
    stage text NOT NULL,
    judge_ids bigint[] DEFAULT '{}'::bigint[] NOT NULL,
    requested_by bigint NOT NULL,
    requested_on date NOT NULL,
    held_on date,
    method text,
    original_reasoning text,
    summary text,
    state text DEFAULT 'REQUESTED'::text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT consultation_check CHECK (((state <> ALL (ARRAY['HELD'::text, 'RECORDED'::text])) OR (ROW(held_on, method) IS NOT NULL))),
    CONSTRAINT consultation_check1 CHECK (((state <> 'RECORDED'::text) OR (ROW(original_reasoning, summary) IS NOT NULL))),
    CONSTRAINT consultation_method_check CHECK ((method = ANY (ARRAY['MEETING'::text, 'PHONE'::text, 'WRITTEN'::text]))),
    CONSTRAINT consultation_stage_check CHECK ((stage = ANY (ARRAY['RETRIAL_INITIATION'::text, 'REMAND'::text, 'ORDERED_RETRIAL'::text]))),
    CONSTRAINT consultation_state_check CHECK ((state = ANY (ARRAY['REQUESTED'::text, 'HELD'::text, 'RECORDED'::text, 'WAIVED'::text])))
);


--
-- Name: risk_notice; Type: TABLE; Schema: dossiers; Owner: -
--

CREATE TABLE dossiers.risk_notice (
    id bigint NOT NULL,
    court_code text NOT NULL,
    notice_no text NOT NULL,
    dossier_id bigint NOT NULL,
    case_no text NOT NULL,
    case_key text GENERATED ALWAYS AS (dossiers.case_key(case_no)) STORED NOT NULL,
    case_seq integer NOT NULL,
    sealed boolean DEFAULT false NOT NULL,
    handler_id bigint NOT NULL,
    target_department_id bigint NOT NULL,
    shown_court_code text,
    shown_department_id bigint,
    reasons text[] NOT NULL,
    text text NOT NULL,
    drafted_by bigint NOT NULL,
    approved_by bigint,
    issued_at timestamp with time zone,
    ack_due_on date,
    acknowledged_by bigint,
    acknowledged_at timestamp with time zone,
    acknowledged_on date,
    measures text,
    withdrawn_reason text,
    expires_on date,
    state text DEFAULT 'DRAFT'::text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT risk_notice_check CHECK ((approved_by <> drafted_by)),
    CONSTRAINT risk_notice_check1 CHECK (((state = ANY (ARRAY['DRAFT'::text, 'WITHDRAWN'::text])) OR (ROW(issued_at, ack_due_on, expires_on, shown_department_id) IS NOT NULL))),
    CONSTRAINT risk_notice_check2 CHECK ((expires_on >= ack_due_on)),
    CONSTRAINT risk_notice_reasons_check CHECK (((cardinality(reasons) > 0) AND (reasons <@ ARRAY['PENDING_RELATED_CASE'::text, 'UNANSWERED_CLAIM'::text, 'OVERDUE_STEP'::text, 'PRIOR_DEFECT_FOUND'::text, 'REPEATED_CONTACT_SAME_MATTER'::text]))),
    CONSTRAINT risk_notice_state_check CHECK ((state = ANY (ARRAY['DRAFT'::text, 'ISSUED'::text, 'ACKNOWLEDGED'::text, 'RESPONDED'::text, 'CLOSED'::text, 'WITHDRAWN'::text, 'EXPIRED'::text])))
);


--
-- Name: open_work(bigint); Type: FUNCTION; Schema: dossiers; Owner: -
--

CREATE FUNCTION dossiers.open_work(dossier_id bigint) RETURNS boolean
    LANGUAGE sql STABLE
    RETURN ((EXISTS (SELECT FROM dossiers.risk_notice n WHERE ((n.dossier_id = open_work.dossier_id) AND (n.state = ANY (ARRAY['DRAFT'::text, 'ISSUED'::text, 'ACKNOWLEDGED'::text, 'RESPONDED'::text]))))) OR (EXISTS (SELECT FROM dossiers.consultation c WHERE ((c.dossier_id = open_work.dossier_id) AND (c.state = ANY (ARRAY['REQUESTED'::text, 'HELD'::text]))))));


--
-- Name: refresh_entries_of_petitioner(); Type: FUNCTION; Schema: dossiers; Owner: -
--

CREATE FUNCTION dossiers.refresh_entries_of_petitioner() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM dossiers.refresh_entry_fields(ARRAY(
        SELECT rp.registration_id FROM dossiers.registration_petitioner rp
        WHERE rp.petitioner_id = CASE TG_TABLE_NAME WHEN 'petitioner' THEN (to_jsonb(NEW) ->> 'id')::bigint
            ELSE (to_jsonb(NEW) ->> 'petitioner_id')::bigint END
    ));
    RETURN NULL;
END
$$;


--
-- Name: refresh_entry(); Type: FUNCTION; Schema: dossiers; Owner: -
--

CREATE FUNCTION dossiers.refresh_entry() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    PERFORM dossiers.refresh_entry_fields(ARRAY[CASE WHEN TG_OP = 'DELETE' THEN OLD.registration_id ELSE NEW.registration_id END]);
    RETURN NULL;
END
$$;


--
-- Name: refresh_entry_fields(bigint[]); Type: FUNCTION; Schema: dossiers; Owner: -
--

CREATE FUNCTION dossiers.refresh_entry_fields(keys bigint[]) RETURNS void
    LANGUAGE sql
    AS $$
    UPDATE dossiers.registration r
    SET missing_fields = dossiers.find_missing_fields(r)
    WHERE r.id = ANY (keys) AND r.missing_fields <> dossiers.find_missing_fields(r)
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
            WHERE dp.petitioner_id = k.id AND dossiers.is_in_hand(d.status) AND NOT d.sealed
            ORDER BY 1
        ) AS assignees
        FROM unnest(keys) k(id)
    ) known
    WHERE p.id = known.id AND (p.accused_staff_ids, p.assignees) IS DISTINCT FROM (known.accused, known.assignees)
$$;


--
-- Name: refuse_merged(); Type: FUNCTION; Schema: dossiers; Owner: -
--

CREATE FUNCTION dossiers.refuse_merged() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF EXISTS (SELECT FROM dossiers.petitioner p WHERE p.id = NEW.petitioner_id AND p.state = 'MERGED') THEN
        RAISE EXCEPTION 'a merged petitioner is not named any more' USING ERRCODE = 'foreign_key_violation';
    END IF;
    RETURN NEW;
END
$$;


--
-- Name: registration_counts(date, date, text, text); Type: FUNCTION; Schema: dossiers; Owner: -
--

CREATE FUNCTION dossiers.registration_counts("from" date, "to" date, court text, "groupBy" text) RETURNS SETOF dossiers.registration_count
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT c.group_key, count(*)::integer,
        coalesce(sum((SELECT count(*) FROM dossiers.registration_petitioner p WHERE p.registration_id = (c.entry).id)), 0)::integer,
        (count(*) FILTER (WHERE (c.entry).is_first))::integer, least(sum((c.entry).group_size), 2147483647)::integer
    FROM dossiers.counted_registrations("from", "to", "groupBy") c
    WHERE court IS NULL OR (c.entry).court_code = court
    GROUP BY c.group_key
$$;


--
-- Name: registration_group(dossiers.registration, text); Type: FUNCTION; Schema: dossiers; Owner: -
--

CREATE FUNCTION dossiers.registration_group(r dossiers.registration, "groupBy" text) RETURNS text
    LANGUAGE sql STABLE
    AS $$
    SELECT CASE "groupBy"
        WHEN 'COURT' THEN r.court_code WHEN 'CHANNEL' THEN r.channel WHEN 'VENUE' THEN r.venue
        WHEN 'CATEGORY' THEN coalesce(r.category, '') ELSE r.state
    END
$$;


--
-- Name: registration_parts(text, text); Type: FUNCTION; Schema: dossiers; Owner: -
--

CREATE FUNCTION dossiers.registration_parts("groupBy" text, own_court text) RETURNS TABLE(court_code text, first_month date, last_month date, group_key text)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    WITH RECURSIVE month AS (
        SELECT r.court_code, date_trunc('month', r.received_on)::date AS month, count(*) AS entries,
            row_number() OVER (PARTITION BY r.court_code ORDER BY date_trunc('month', r.received_on)::date) AS place
        FROM dossiers.registration r
        WHERE r.state <> 'VOIDED' AND r.court_code = ANY ((SELECT core.readable_courts())::text[])
            AND r.court_code IS DISTINCT FROM own_court AND r.received_on < date_trunc('month', core.today())
            AND (NOT r.sealed OR (SELECT core.may_read_sealed()))
            AND NOT coalesce(r.accused_staff_ids && (SELECT core.recused_from())::bigint[], false)
        GROUP BY 1, 2
    ), taken AS (
        SELECT m.court_code, m.month, m.place, 1 AS part, m.entries FROM month m WHERE m.place = 1
        UNION ALL
        SELECT m.court_code, m.month, m.place, t.part + (t.entries >= 5)::integer,
            CASE WHEN t.entries >= 5 THEN m.entries ELSE t.entries + m.entries END
        FROM taken t JOIN month m ON m.court_code = t.court_code AND m.place = t.place + 1
    ), part AS (
        SELECT t.court_code, min(t.month) AS first_month, max(t.month) AS last_month
        FROM taken t GROUP BY t.court_code, t.part HAVING max(t.entries) >= 5
    ), cell AS (
        SELECT p.court_code, p.first_month, p.last_month, dossiers.registration_group(r, "groupBy") AS group_key, count(*) AS entries
        FROM part p
        JOIN dossiers.registration r ON r.court_code = p.court_code AND r.received_on >= p.first_month
            AND r.received_on < p.last_month + interval '1 month'
        WHERE r.state <> 'VOIDED' AND (NOT r.sealed OR (SELECT core.may_read_sealed()))
            AND NOT coalesce(r.accused_staff_ids && (SELECT core.recused_from())::bigint[], false)
        GROUP BY 1, 2, 3, 4
    ), ranked AS (
        SELECT c.*, coalesce(sum(c.entries) FILTER (WHERE c.entries < 5) OVER (PARTITION BY c.court_code, c.first_month), 0) AS small,
            row_number() OVER (PARTITION BY c.court_code, c.first_month, c.entries >= 5 ORDER BY c.entries, c.group_key) AS place
        FROM cell c
    )
    SELECT court_code, first_month, last_month, group_key FROM ranked
    WHERE entries >= 5 AND NOT (small BETWEEN 1 AND 4 AND place = 1)
$$;


--
-- Name: registration_text; Type: TABLE; Schema: dossiers; Owner: -
--

CREATE TABLE dossiers.registration_text (
    registration_id bigint NOT NULL,
    search_text text NOT NULL
);


--
-- Name: registrations_mentioning(text); Type: FUNCTION; Schema: dossiers; Owner: -
--

CREATE FUNCTION dossiers.registrations_mentioning(words text) RETURNS SETOF bigint
    LANGUAGE sql STABLE STRICT SECURITY DEFINER ROWS 200 PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    SET work_mem TO '64MB'
    BEGIN ATOMIC
 SELECT r.id
    FROM (dossiers.registration_text s
      JOIN dossiers.registration r ON ((r.id = s.registration_id)))
   WHERE ((core.search_pairs(s.search_text) @@ ( SELECT core.search_query(registrations_mentioning.words) AS search_query)) AND (s.search_text ~~ ALL (( SELECT core.search_patterns(registrations_mentioning.words) AS search_patterns)::text[])) AND (r.court_code = ANY (( SELECT core.readable_courts() AS readable_courts)::text[])) AND ((NOT r.sealed) OR ( SELECT core.may_read_sealed() AS may_read_sealed)) AND ((( SELECT core.staff_id() AS staff_id) = ANY (r.assignees)) OR (NOT ( SELECT core.sees_only_assigned() AS sees_only_assigned))) AND (NOT COALESCE((r.accused_staff_ids && ( SELECT core.recused_from() AS recused_from)), false)));
END;


--
-- Name: review_overdue(dossiers.dossier); Type: FUNCTION; Schema: dossiers; Owner: -
--

CREATE FUNCTION dossiers.review_overdue(dossiers.dossier) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN ((($1).status = 'ACTIVE'::text) AND COALESCE((($1).review_due_on < core.today()), false));


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
-- Name: stats(text, date); Type: FUNCTION; Schema: dossiers; Owner: -
--

CREATE FUNCTION dossiers.stats(court text, as_of date) RETURNS TABLE(dossiers bigint, active bigint, petitioners bigint)
    LANGUAGE sql STABLE
    AS $$
    SELECT count(DISTINCT d.id), count(DISTINCT d.id) FILTER (WHERE d.closed_on IS NULL OR d.closed_on > as_of),
        count(DISTINCT p.petitioner_id)
    FROM dossiers.dossier d LEFT JOIN dossiers.dossier_petitioner p ON p.dossier_id = d.id
    WHERE d.court_code = court AND d.opened_on <= as_of AND d.close_reason IS DISTINCT FROM 'OPENED_IN_ERROR'
$$;


--
-- Name: take_visibility(); Type: FUNCTION; Schema: dossiers; Owner: -
--

CREATE FUNCTION dossiers.take_visibility() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF NEW.registration_id IS NOT NULL THEN
        SELECT r.sealed, r.assignees, r.accused_staff_ids INTO STRICT NEW.sealed, NEW.assignees, NEW.accused_staff_ids
        FROM dossiers.registration r WHERE r.id = NEW.registration_id;
    ELSE
        SELECT d.sealed, ARRAY[d.handler_id], d.accused_staff_ids INTO STRICT NEW.sealed, NEW.assignees, NEW.accused_staff_ids
        FROM dossiers.dossier d WHERE d.id = NEW.dossier_id;
    END IF;
    RETURN NEW;
END
$$;


--
-- Name: unmerge_petitioner(bigint, text, bigint, date); Type: FUNCTION; Schema: dossiers; Owner: -
--

CREATE FUNCTION dossiers.unmerge_petitioner(merged bigint, why text, by_staff bigint, on_day date) RETURNS void
    LANGUAGE plpgsql
    AS $$
DECLARE
    merge dossiers.petitioner_merge;
BEGIN
    UPDATE dossiers.petitioner_merge SET undone_on = on_day, undone_by = by_staff, undo_reason = why
    WHERE petitioner_id = merged AND undone_on IS NULL RETURNING * INTO STRICT merge;
    INSERT INTO dossiers.registration_petitioner (registration_id, petitioner_id, court_code)
    SELECT l.row_id, merged, merge.court_code FROM dossiers.petitioner_merge_link l
    JOIN dossiers.registration_petitioner k ON k.registration_id = l.row_id AND k.petitioner_id = merge.into_id
    WHERE l.merge_id = merge.id AND l.relation = 'REGISTRATION' ON CONFLICT DO NOTHING;
    DELETE FROM dossiers.registration_petitioner k USING dossiers.petitioner_merge_link l
    WHERE l.merge_id = merge.id AND l.relation = 'REGISTRATION' AND NOT l.was_there
        AND k.registration_id = l.row_id AND k.petitioner_id = merge.into_id;
    INSERT INTO dossiers.dossier_petitioner (dossier_id, petitioner_id, court_code)
    SELECT l.row_id, merged, merge.court_code FROM dossiers.petitioner_merge_link l
    JOIN dossiers.dossier_petitioner k ON k.dossier_id = l.row_id AND k.petitioner_id = merge.into_id
    WHERE l.merge_id = merge.id AND l.relation = 'DOSSIER' ON CONFLICT DO NOTHING;
    DELETE FROM dossiers.dossier_petitioner k USING dossiers.petitioner_merge_link l
    WHERE l.merge_id = merge.id AND l.relation = 'DOSSIER' AND NOT l.was_there
        AND k.dossier_id = l.row_id AND k.petitioner_id = merge.into_id;
    PERFORM dossiers.refresh_petitioners(ARRAY[merged, merge.into_id]);
END
$$;


--
-- Name: write_text(bigint); Type: FUNCTION; Schema: dossiers; Owner: -
--

CREATE FUNCTION dossiers.write_text(key bigint) RETURNS void
    LANGUAGE sql
    AS $$
    INSERT INTO dossiers.dossier_text
    SELECT d.id, core.search_text(concat_ws(E'\n', d.title, (
        SELECT string_agg(c.text, E'\n' ORDER BY c.seq) FROM dossiers.claim c WHERE c.dossier_id = d.id
    )))
    FROM dossiers.dossier d WHERE d.id = key AND d.status <> 'DESTROYED'
    ON CONFLICT (dossier_id) DO UPDATE SET search_text = excluded.search_text
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
-- Name: case_key(text); Type: FUNCTION; Schema: letters; Owner: -
--

CREATE FUNCTION letters.case_key(case_no text) RETURNS text
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN regexp_replace(core.folded_number(case_no), '号.*$'::text, '号'::text);


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
    case_key text GENERATED ALWAYS AS (letters.case_key(case_no)) STORED NOT NULL,
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
    replaces_id bigint,
    review_levels text[] DEFAULT '{}'::text[] NOT NULL,
    state_since date NOT NULL,
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
-- Name: batch_duplicates(text); Type: FUNCTION; Schema: letters; Owner: -
--

CREATE FUNCTION letters.batch_duplicates("batchNo" text) RETURNS SETOF letters.duplicate_candidate
    LANGUAGE sql STABLE
    AS $$
    SELECT l.id, c.id, l.court_code, l.sealed OR c.sealed, l.assignee_id, l.accused_staff_ids || c.accused_staff_ids,
        r.reasons, s.text_similarity
    FROM letters.tied_letters("batchNo") t
    JOIN letters.letter l ON l.id = t.letter_id
    JOIN letters.letter c ON c.id = t.candidate_id AND c.id <> l.id AND c.duplicate_of_id IS NULL
        AND (c.received_on, c.id) < (l.received_on, l.id) AND c.state <> 'VOIDED'
    CROSS JOIN LATERAL (
        SELECT public.similarity(c.subject || c.abstract, l.subject || l.abstract)::double precision AS text_similarity
    ) s
    CROSS JOIN LATERAL (SELECT letters.duplicate_reasons(l.id, c.id, s.text_similarity >= 0.6) AS reasons) r
    WHERE (ARRAY['SAME_ID_NUMBER', 'SAME_MOBILE'] && r.reasons) OR (ARRAY['SAME_CASE', 'SIMILAR_TEXT'] <@ r.reasons)
$$;


--
-- Name: days_left(letters.letter); Type: FUNCTION; Schema: letters; Owner: -
--

CREATE FUNCTION letters.days_left(letters.letter) RETURNS integer
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN CASE WHEN ((($1).replied_on IS NULL) AND (($1).state <> ALL (ARRAY['RETURNED_TO_SENDER'::text, 'TRANSFERRED'::text, 'VOIDED'::text, 'CLOSED'::text, 'BOUND'::text, 'ARCHIVED'::text]))) THEN (($1).due_on - core.today()) ELSE NULL::integer END;


--
-- Name: due_reminders(date); Type: FUNCTION; Schema: letters; Owner: -
--

CREATE FUNCTION letters.due_reminders(on_day date) RETURNS TABLE(letter_id bigint, court_code text, sealed boolean, state text, kind text, due_on date)
    LANGUAGE sql STABLE
    AS $$
    WITH upto AS (
        SELECT coalesce(min(d::date), on_day + 1) - 1 AS last
        FROM generate_series(on_day + 1, on_day + 20, interval '1 day') AS d
        WHERE core.working_days(on_day, d::date) > 0
    ), reminder AS (
        SELECT l.id, l.court_code, l.sealed, l.state, l.due_on,
            CASE WHEN l.due_on < on_day THEN 'OVERDUE'
                WHEN l.due_on - 3 <= upto.last THEN 'SOON'
                WHEN l.received_on + (l.due_on - l.received_on) / 2 <= upto.last THEN 'HALF' END AS kind
        FROM letters.letter l CROSS JOIN upto
        WHERE l.state IN ('REGISTERED', 'CLASSIFIED', 'OBJECTED', 'ASSIGNED', 'HANDLING', 'IN_REVIEW', 'APPROVED')
            AND l.replied_on IS NULL
    )
    SELECT r.id, r.court_code, r.sealed, r.state, r.kind, r.due_on FROM reminder r
    WHERE r.kind IS NOT NULL AND NOT EXISTS (
        SELECT FROM letters.letter_reminder s WHERE s.letter_id = r.id AND s.kind = r.kind AND s.due_on = r.due_on
    )
    ORDER BY r.id
$$;


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
-- Name: delivery; Type: TABLE; Schema: letters; Owner: -
--

CREATE TABLE letters.delivery (
    id bigint NOT NULL,
    letter_id bigint NOT NULL,
    court_code text NOT NULL,
    sent_on date NOT NULL,
    method text NOT NULL,
    method_reason text,
    proof text,
    sent_by bigint,
    returned_on date,
    return_reason text,
    CONSTRAINT delivery_check CHECK ((returned_on >= sent_on)),
    CONSTRAINT delivery_check1 CHECK (((returned_on IS NULL) = (return_reason IS NULL))),
    CONSTRAINT delivery_method_check CHECK ((method = ANY (ARRAY['POST'::text, 'HAND'::text, 'SMS_NOTICE'::text, 'EMAIL'::text, 'ONLINE'::text, 'PHONE_RECORD'::text, 'PUBLIC_NOTE'::text])))
);


--
-- Name: is_undelivered(letters.letter); Type: FUNCTION; Schema: letters; Owner: -
--

CREATE FUNCTION letters.is_undelivered(letters.letter) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN COALESCE((SELECT (d.returned_on IS NOT NULL) FROM letters.delivery d WHERE (d.letter_id = ($1).id) ORDER BY d.id DESC LIMIT 1), false);


--
-- Name: keep_state_since(); Type: FUNCTION; Schema: letters; Owner: -
--

CREATE FUNCTION letters.keep_state_since() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF TG_OP = 'INSERT' OR NEW.state <> OLD.state THEN
        NEW.state_since := core.today();
    END IF;
    RETURN NEW;
END
$$;


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
   WHERE ((core.search_pairs(s.search_text) @@ ( SELECT core.search_query(mentioning.words) AS search_query)) AND (s.search_text ~~ ALL (( SELECT core.search_patterns(mentioning.words) AS search_patterns)::text[])) AND (l.court_code = ANY (( SELECT core.readable_courts() AS readable_courts)::text[])) AND ((NOT l.sealed) OR ( SELECT core.may_read_sealed() AS may_read_sealed)) AND ((NOT ( SELECT core.sees_only_assigned() AS sees_only_assigned)) OR (l.assignee_id = ANY (( SELECT core.acting_as() AS acting_as)::bigint[]))) AND (NOT COALESCE((l.accused_staff_ids && ( SELECT core.recused_from() AS recused_from)), false)));
END;


--
-- Name: metric_case_closing(text[], date, date); Type: FUNCTION; Schema: letters; Owner: -
--

CREATE FUNCTION letters.metric_case_closing(courts text[], from_on date, to_on date) RETURNS TABLE(court_code text, numerator numeric, denominator numeric, inputs_hash bytea)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT l.court_code, count(*) FILTER (WHERE l.state IN ('CLOSED', 'BOUND', 'ARCHIVED')), count(*),
        sha256(convert_to(string_agg(l.id || ':' || l.version, ',' ORDER BY l.id), 'UTF8'))
    FROM letters.metric_letters(courts, from_on, to_on) l WHERE l.duplicate_of_id IS NULL GROUP BY l.court_code
$$;


--
-- Name: metric_item_closing(text[], date, date); Type: FUNCTION; Schema: letters; Owner: -
--

CREATE FUNCTION letters.metric_item_closing(courts text[], from_on date, to_on date) RETURNS TABLE(court_code text, numerator numeric, denominator numeric, inputs_hash bytea)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT l.court_code, count(*) FILTER (WHERE l.state IN ('CLOSED', 'BOUND', 'ARCHIVED')), count(*),
        sha256(convert_to(string_agg(l.id || ':' || l.version, ',' ORDER BY l.id), 'UTF8'))
    FROM letters.metric_letters(courts, from_on, to_on) l GROUP BY l.court_code
$$;


--
-- Name: metric_item_online_closing(text[], date, date); Type: FUNCTION; Schema: letters; Owner: -
--

CREATE FUNCTION letters.metric_item_online_closing(courts text[], from_on date, to_on date) RETURNS TABLE(court_code text, numerator numeric, denominator numeric, inputs_hash bytea)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT l.court_code, count(*) FILTER (WHERE EXISTS (
            SELECT FROM letters.online_report o WHERE o.letter_id = l.id AND o.result = 'ACCEPTED')), count(*),
        sha256(convert_to(string_agg(l.id || ':' || l.version, ',' ORDER BY l.id), 'UTF8'))
    FROM letters.metric_letters(courts, from_on, to_on) l
    WHERE l.transfer_batch_id IS NOT NULL OR l.from_org IS NOT NULL GROUP BY l.court_code
$$;


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
-- Name: metric_like(text[], date, date); Type: FUNCTION; Schema: letters; Owner: -
--

CREATE FUNCTION letters.metric_like(courts text[], from_on date, to_on date) RETURNS TABLE(court_code text, numerator numeric, denominator numeric, inputs_hash bytea)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT l.court_code, count(*) FILTER (WHERE EXISTS (
            SELECT FROM letters.feedback b JOIN letters.reply r ON r.letter_id = b.letter_id AND r.sent_on = b.reply_sent_on
            WHERE b.letter_id = l.id AND b.liked)), count(*),
        sha256(convert_to(string_agg(l.id || ':' || l.version, ',' ORDER BY l.id), 'UTF8'))
    FROM letters.metric_letters(courts, from_on, to_on) l
    WHERE l.duplicate_of_id IS NULL AND l.replied_on IS NOT NULL GROUP BY l.court_code
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
-- Name: metric_online_closing(text[], date, date); Type: FUNCTION; Schema: letters; Owner: -
--

CREATE FUNCTION letters.metric_online_closing(courts text[], from_on date, to_on date) RETURNS TABLE(court_code text, numerator numeric, denominator numeric, inputs_hash bytea)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT l.court_code, count(*) FILTER (WHERE EXISTS (
            SELECT FROM letters.online_report o WHERE o.letter_id = l.id AND o.result = 'ACCEPTED')), count(*),
        sha256(convert_to(string_agg(l.id || ':' || l.version, ',' ORDER BY l.id), 'UTF8'))
    FROM letters.metric_letters(courts, from_on, to_on) l
    WHERE l.duplicate_of_id IS NULL AND (l.transfer_batch_id IS NOT NULL OR l.from_org IS NOT NULL) GROUP BY l.court_code
$$;


--
-- Name: metric_participation(text[], date, date); Type: FUNCTION; Schema: letters; Owner: -
--

CREATE FUNCTION letters.metric_participation(courts text[], from_on date, to_on date) RETURNS TABLE(court_code text, numerator numeric, denominator numeric, inputs_hash bytea)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT l.court_code, count(*) FILTER (WHERE EXISTS (
            SELECT FROM letters.feedback b JOIN letters.reply r ON r.letter_id = b.letter_id AND r.sent_on = b.reply_sent_on
            WHERE b.letter_id = l.id)), count(*),
        sha256(convert_to(string_agg(l.id || ':' || l.version, ',' ORDER BY l.id), 'UTF8'))
    FROM letters.metric_letters(courts, from_on, to_on) l
    WHERE l.duplicate_of_id IS NULL AND l.replied_on IS NOT NULL GROUP BY l.court_code
$$;


--
-- Name: metric_returned_in_review(text[], date, date); Type: FUNCTION; Schema: letters; Owner: -
--

CREATE FUNCTION letters.metric_returned_in_review(courts text[], from_on date, to_on date) RETURNS TABLE(court_code text, numerator numeric, denominator numeric, inputs_hash bytea)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT l.court_code, count(*) FILTER (WHERE s.decision = 'RETURNED'), count(*),
        sha256(convert_to(string_agg(s.id || ':' || l.version, ',' ORDER BY s.id), 'UTF8'))
    FROM letters.metric_letters(courts, from_on, to_on) l JOIN letters.review_step s ON s.letter_id = l.id
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
-- Name: metric_working_days(text[], date, date); Type: FUNCTION; Schema: letters; Owner: -
--

CREATE FUNCTION letters.metric_working_days(courts text[], from_on date, to_on date) RETURNS TABLE(court_code text, numerator numeric, denominator numeric, inputs_hash bytea)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    SELECT l.court_code, sum(core.working_days(l.received_on, l.replied_on)), count(*),
        sha256(convert_to(string_agg(l.id || ':' || l.version, ',' ORDER BY l.id), 'UTF8'))
    FROM letters.metric_letters(courts, from_on, to_on) l
    WHERE l.duplicate_of_id IS NULL AND l.replied_on IS NOT NULL GROUP BY l.court_code
$$;


--
-- Name: of_my_division(letters.letter); Type: FUNCTION; Schema: letters; Owner: -
--

CREATE FUNCTION letters.of_my_division(letters.letter) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (EXISTS (SELECT FROM (core.staff a JOIN core.staff me ON ((me.department_id = a.department_id))) WHERE ((a.id = ($1).assignee_id) AND (me.id = core.staff_id()))));


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
   WHERE ((core.search_pairs(s.search_text) @@ ( SELECT core.similar_query(resembling.words) AS similar_query)) AND (core.similar_share(s.search_text, ( SELECT core.similar_pairs(resembling.words) AS similar_pairs)) > (0.5)::double precision) AND (l.court_code = ANY (( SELECT core.readable_courts() AS readable_courts)::text[])) AND ((NOT l.sealed) OR ( SELECT core.may_read_sealed() AS may_read_sealed)) AND ((NOT ( SELECT core.sees_only_assigned() AS sees_only_assigned)) OR (l.assignee_id = ANY (( SELECT core.acting_as() AS acting_as)::bigint[]))) AND (NOT COALESCE((l.accused_staff_ids && ( SELECT core.recused_from() AS recused_from)), false)));
END;


--
-- Name: review_levels(text, text, boolean, boolean, date); Type: FUNCTION; Schema: letters; Owner: -
--

CREATE FUNCTION letters.review_levels(court text, letter_source text, is_supported boolean, is_conduct boolean, on_day date) RETURNS text[]
    LANGUAGE sql STABLE
    AS $$
    SELECT coalesce((
        SELECT r.levels FROM letters.review_rule r
        WHERE r.source = letter_source AND (r.for_court = court OR r.for_court IS NULL)
            AND r.effective_from <= on_day AND (r.effective_to IS NULL OR r.effective_to > on_day)
            AND (r.weight = 'ANY' OR r.weight = 'SUPPORTED' AND is_supported OR r.weight = 'STAFF_CONDUCT' AND is_conduct)
        ORDER BY r.for_court NULLS LAST, cardinality(r.levels) DESC, r.effective_from DESC LIMIT 1
    ), '{}')
$$;


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
-- Name: tied_letters(text); Type: FUNCTION; Schema: letters; Owner: -
--

CREATE FUNCTION letters.tied_letters(batch text) RETURNS TABLE(letter_id bigint, candidate_id bigint)
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    WITH item AS (
        SELECT l.id FROM letters.letter l
        WHERE l.batch_no = core.folded_number(batch) AND l.court_code = ANY ((SELECT core.readable_courts())::text[])
            AND l.state <> 'VOIDED' AND l.duplicate_of_id IS NULL
    )
    SELECT i.id, o.letter_id FROM item i JOIN letters.letter_sender s ON s.letter_id = i.id
        JOIN letters.letter_sender o ON o.id_number_hash = s.id_number_hash AND o.court_code = s.court_code
    UNION
    SELECT i.id, o.letter_id FROM item i JOIN letters.letter_sender s ON s.letter_id = i.id
        JOIN letters.letter_sender o ON o.mobile_hash = s.mobile_hash AND o.court_code = s.court_code
    UNION
    SELECT i.id, o.letter_id FROM item i JOIN letters.letter_case c ON c.letter_id = i.id
        JOIN letters.letter_case o ON o.case_key = c.case_key AND o.court_code = c.court_code
$$;


--
-- Name: waiting_days(letters.letter); Type: FUNCTION; Schema: letters; Owner: -
--

CREATE FUNCTION letters.waiting_days(letters.letter) RETURNS integer
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN CASE WHEN (($1).state <> ALL (ARRAY['CLOSED'::text, 'BOUND'::text, 'ARCHIVED'::text, 'VOIDED'::text])) THEN (core.today() - ($1).state_since) ELSE NULL::integer END;


--
-- Name: intervention; Type: TABLE; Schema: coordination; Owner: -
--

CREATE TABLE coordination.intervention (
    id bigint NOT NULL,
    court_code text NOT NULL,
    record_no text NOT NULL,
    sealed boolean DEFAULT true NOT NULL,
    kind text NOT NULL,
    manner text NOT NULL,
    intervener_name_masked text NOT NULL,
    intervener_name_cipher bytea NOT NULL,
    intervener_name_hash bytea NOT NULL,
    office text NOT NULL,
    organization text NOT NULL,
    intervener_staff_ids bigint[] DEFAULT '{}'::bigint[] NOT NULL,
    occurred_on date NOT NULL,
    case_no text NOT NULL,
    content text NOT NULL,
    recorded_by bigint NOT NULL,
    recorded_on date DEFAULT core.today() NOT NULL,
    corrects_id bigint,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT intervention_kind_check CHECK ((kind = ANY (ARRAY['LEADER'::text, 'INSIDER'::text, 'OTHER'::text]))),
    CONSTRAINT intervention_manner_check CHECK ((manner = ANY (ARRAY['ORAL'::text, 'TELEPHONE'::text, 'WRITTEN'::text, 'MESSAGE'::text, 'OTHER'::text]))),
    CONSTRAINT intervention_sealed_check CHECK (sealed)
);


--
-- Name: intervention_id_seq; Type: SEQUENCE; Schema: coordination; Owner: -
--

ALTER TABLE coordination.intervention ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME coordination.intervention_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: intervention_receipt; Type: VIEW; Schema: coordination; Owner: -
--

CREATE VIEW coordination.intervention_receipt WITH (security_barrier='true') AS
 SELECT i.id,
    i.court_code,
    i.record_no,
    i.recorded_on,
    i.recorded_by
   FROM coordination.intervention i
  WHERE ((i.recorded_by = ( SELECT core.staff_id() AS staff_id)) AND (i.court_code = ANY (( SELECT core.readable_courts() AS readable_courts)::text[])));


--
-- Name: intervention_reminder_id_seq; Type: SEQUENCE; Schema: coordination; Owner: -
--

ALTER TABLE coordination.intervention_reminder ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME coordination.intervention_reminder_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: linkage_event; Type: TABLE; Schema: coordination; Owner: -
--

CREATE TABLE coordination.linkage_event (
    id bigint NOT NULL,
    court_code text NOT NULL,
    event_no text NOT NULL,
    severity text NOT NULL,
    direction text NOT NULL,
    title text NOT NULL,
    summary text NOT NULL,
    occurred_on date NOT NULL,
    report_due_on date,
    is_report_overdue boolean DEFAULT false NOT NULL,
    late_reason text,
    raise_reason text,
    intermediate_court_code text,
    high_court_code text,
    supreme_court_code text,
    handling text,
    closed_on date,
    registered_by bigint NOT NULL,
    state text DEFAULT 'OPEN'::text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    dossier_id bigint,
    registration_id bigint,
    letter_id bigint,
    CONSTRAINT linkage_event_check CHECK (((severity = 'ORDINARY'::text) = (report_due_on IS NULL))),
    CONSTRAINT linkage_event_direction_check CHECK ((direction = ANY (ARRAY['INTERNAL'::text, 'EXTERNAL'::text]))),
    CONSTRAINT linkage_event_severity_check CHECK ((severity = ANY (ARRAY['ORDINARY'::text, 'MAJOR'::text, 'URGENT'::text]))),
    CONSTRAINT linkage_event_state_check CHECK ((state = ANY (ARRAY['OPEN'::text, 'HANDLED'::text, 'CLOSED'::text])))
);


--
-- Name: linkage_event_id_seq; Type: SEQUENCE; Schema: coordination; Owner: -
--

ALTER TABLE coordination.linkage_event ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME coordination.linkage_event_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: linkage_participant_id_seq; Type: SEQUENCE; Schema: coordination; Owner: -
--

ALTER TABLE coordination.linkage_participant ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME coordination.linkage_participant_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: technical_issue; Type: TABLE; Schema: coordination; Owner: -
--

CREATE TABLE coordination.technical_issue (
    id bigint NOT NULL,
    court_code text NOT NULL,
    issue_no text NOT NULL,
    kind text NOT NULL,
    severity text NOT NULL,
    module text NOT NULL,
    title text NOT NULL,
    description text NOT NULL,
    high_court_code text,
    answer text,
    answered_by bigint,
    answered_on date,
    reported_by bigint NOT NULL,
    state text DEFAULT 'OPEN'::text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT technical_issue_check CHECK (((state <> 'ESCALATED'::text) OR (high_court_code IS NOT NULL))),
    CONSTRAINT technical_issue_check1 CHECK (((state <> ALL (ARRAY['ANSWERED'::text, 'CLOSED'::text])) OR (answer IS NOT NULL))),
    CONSTRAINT technical_issue_kind_check CHECK ((kind = ANY (ARRAY['SOFTWARE'::text, 'HARDWARE'::text]))),
    CONSTRAINT technical_issue_severity_check CHECK ((severity = ANY (ARRAY['MINOR'::text, 'MAJOR'::text, 'BLOCKING'::text]))),
    CONSTRAINT technical_issue_state_check CHECK ((state = ANY (ARRAY['OPEN'::text, 'ESCALATED'::text, 'ANSWERED'::text, 'CLOSED'::text])))
);


--
-- Name: technical_issue_id_seq; Type: SEQUENCE; Schema: coordination; Owner: -
--

ALTER TABLE coordination.technical_issue ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME coordination.technical_issue_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: technical_issue_remark; Type: TABLE; Schema: coordination; Owner: -
--

CREATE TABLE coordination.technical_issue_remark (
    id bigint NOT NULL,
    technical_issue_id bigint NOT NULL,
    court_code text NOT NULL,
    text text NOT NULL,
    made_by bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL
);


--
-- Name: technical_issue_remark_id_seq; Type: SEQUENCE; Schema: coordination; Owner: -
--

ALTER TABLE coordination.technical_issue_remark ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME coordination.technical_issue_remark_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: upper_report; Type: TABLE; Schema: coordination; Owner: -
--

CREATE TABLE coordination.upper_report (
    id bigint NOT NULL,
    court_code text NOT NULL,
    report_no text NOT NULL,
    kind text NOT NULL,
    subject text NOT NULL,
    period_from date,
    period_to date,
    matter text,
    summary text NOT NULL,
    to_court_code text NOT NULL,
    receiving_court_code text,
    drafted_by bigint NOT NULL,
    sent_on date,
    sent_by bigint,
    received_on date,
    received_by bigint,
    state text DEFAULT 'DRAFT'::text NOT NULL,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT upper_report_check CHECK (((kind <> 'PERIODIC'::text) OR (num_nulls(period_from, period_to) = 0))),
    CONSTRAINT upper_report_check1 CHECK (((kind <> 'MATTER'::text) OR (matter IS NOT NULL))),
    CONSTRAINT upper_report_check2 CHECK (((state = 'DRAFT'::text) = (receiving_court_code IS NULL))),
    CONSTRAINT upper_report_kind_check CHECK ((kind = ANY (ARRAY['PERIODIC'::text, 'MATTER'::text]))),
    CONSTRAINT upper_report_state_check CHECK ((state = ANY (ARRAY['DRAFT'::text, 'SENT'::text, 'RECEIVED'::text, 'RETURNED'::text])))
);


--
-- Name: upper_report_id_seq; Type: SEQUENCE; Schema: coordination; Owner: -
--

ALTER TABLE coordination.upper_report ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME coordination.upper_report_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: upper_report_return; Type: TABLE; Schema: coordination; Owner: -
--

CREATE TABLE coordination.upper_report_return (
    id bigint NOT NULL,
    upper_report_id bigint NOT NULL,
    court_code text NOT NULL,
    reason text NOT NULL,
    returned_by bigint NOT NULL,
    returned_on date NOT NULL
);


--
-- Name: upper_report_return_id_seq; Type: SEQUENCE; Schema: coordination; Owner: -
--

ALTER TABLE coordination.upper_report_return ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME coordination.upper_report_return_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: zero_report_id_seq; Type: SEQUENCE; Schema: coordination; Owner: -
--

ALTER TABLE coordination.zero_report ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME coordination.zero_report_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


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
-- Name: acting_for; Type: VIEW; Schema: core; Owner: -
--

CREATE VIEW core.acting_for WITH (security_invoker='true') AS
 SELECT d.id,
    d.court_code,
    d.from_staff_id,
    d.to_staff_id,
    d.roles,
    d.to_on
   FROM core.delegation d
  WHERE ((d.to_staff_id = core.staff_id()) AND core.delegation_in_force(d.*));


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
    purpose text,
    on_behalf_of bigint[] DEFAULT '{}'::bigint[] NOT NULL
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
    audit_event.object_id,
    audit_event.on_behalf_of
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
-- Name: delegation_id_seq; Type: SEQUENCE; Schema: core; Owner: -
--

ALTER TABLE core.delegation ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME core.delegation_id_seq
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
-- Name: case_link_judge; Type: TABLE; Schema: dossiers; Owner: -
--

CREATE TABLE dossiers.case_link_judge (
    dossier_id bigint NOT NULL,
    link_seq integer NOT NULL,
    "position" integer NOT NULL,
    court_code text NOT NULL,
    name text NOT NULL,
    staff_id bigint,
    CONSTRAINT case_link_judge_position_check CHECK (("position" > 0))
);


--
-- Name: consultation_id_seq; Type: SEQUENCE; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.consultation ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME dossiers.consultation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: consultation_judge; Type: TABLE; Schema: dossiers; Owner: -
--

CREATE TABLE dossiers.consultation_judge (
    consultation_id bigint NOT NULL,
    seq integer NOT NULL,
    court_code text NOT NULL,
    staff_id bigint,
    judge_name text,
    judge_court_code text,
    signed boolean DEFAULT false NOT NULL,
    CONSTRAINT consultation_judge_check CHECK (((staff_id IS NULL) = (judge_name IS NOT NULL))),
    CONSTRAINT consultation_judge_check1 CHECK (((staff_id IS NULL) = (judge_court_code IS NOT NULL))),
    CONSTRAINT consultation_judge_seq_check CHECK ((seq > 0))
);


--
-- Name: consultation_waiver; Type: TABLE; Schema: dossiers; Owner: -
--

CREATE TABLE dossiers.consultation_waiver (
    consultation_id bigint NOT NULL,
    court_code text NOT NULL,
    reason text NOT NULL,
    text text NOT NULL,
    approved_by bigint NOT NULL,
    at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT consultation_waiver_reason_check CHECK ((reason = ANY (ARRAY['JUDGE_LEFT'::text, 'JUDGE_RECUSED'::text, 'MISCONDUCT_SUSPECTED'::text, 'URGENT'::text])))
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
-- Name: dossier_decision; Type: TABLE; Schema: dossiers; Owner: -
--

CREATE TABLE dossiers.dossier_decision (
    id bigint NOT NULL,
    dossier_id bigint NOT NULL,
    court_code text NOT NULL,
    kind text NOT NULL,
    reason text NOT NULL,
    reopen_ground text,
    close_reason text,
    next_review_on date,
    decided_by bigint NOT NULL,
    decided_on date NOT NULL,
    CONSTRAINT dossier_decision_kind_check CHECK ((kind = ANY (ARRAY['AMENDED'::text, 'LINK_REMOVED'::text, 'HANDLER_CHANGED'::text, 'WITHDRAWN'::text, 'REVIEWED'::text, 'CLOSED'::text, 'REOPENED'::text, 'DESTRUCTION_REFUSED'::text]))),
    CONSTRAINT dossier_decision_reopen_ground_check CHECK ((reopen_ground = ANY (ARRAY['NEW_FACT'::text, 'NEW_CONTACT'::text])))
);


--
-- Name: dossier_decision_id_seq; Type: SEQUENCE; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.dossier_decision ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME dossiers.dossier_decision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: dossier_destruction; Type: TABLE; Schema: dossiers; Owner: -
--

CREATE TABLE dossiers.dossier_destruction (
    dossier_id bigint NOT NULL,
    court_code text NOT NULL,
    appraisal text NOT NULL,
    requested_by bigint NOT NULL,
    requested_on date NOT NULL,
    confirmed_by bigint,
    confirmed_on date,
    CONSTRAINT dossier_destruction_check CHECK ((confirmed_by <> requested_by)),
    CONSTRAINT dossier_destruction_check1 CHECK (((confirmed_by IS NULL) = (confirmed_on IS NULL)))
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
-- Name: explanation; Type: TABLE; Schema: dossiers; Owner: -
--

CREATE TABLE dossiers.explanation (
    id bigint NOT NULL,
    court_code text NOT NULL,
    registration_id bigint,
    dossier_id bigint,
    sealed boolean DEFAULT false NOT NULL,
    assignees bigint[] DEFAULT '{}'::bigint[] NOT NULL,
    accused_staff_ids bigint[] DEFAULT '{}'::bigint[] NOT NULL,
    kind text NOT NULL,
    phase text NOT NULL,
    held_on date NOT NULL,
    by_id bigint NOT NULL,
    content text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT explanation_check CHECK ((num_nonnulls(registration_id, dossier_id) = 1)),
    CONSTRAINT explanation_kind_check CHECK ((kind = ANY (ARRAY['LAW'::text, 'JUDGMENT'::text, 'PROCEDURE'::text]))),
    CONSTRAINT explanation_phase_check CHECK ((phase = ANY (ARRAY['BEFORE_TERMINATION'::text, 'AFTER_TERMINATION'::text, 'OTHER'::text])))
);


--
-- Name: explanation_id_seq; Type: SEQUENCE; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.explanation ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME dossiers.explanation_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: export_request; Type: TABLE; Schema: dossiers; Owner: -
--

CREATE TABLE dossiers.export_request (
    id bigint NOT NULL,
    court_code text NOT NULL,
    request_no text NOT NULL,
    purpose text NOT NULL,
    legal_basis text NOT NULL,
    reason text NOT NULL,
    fields text[] NOT NULL,
    dossier_ids bigint[] DEFAULT '{}'::bigint[] NOT NULL,
    opened_from date,
    opened_until date,
    state text DEFAULT 'REQUESTED'::text NOT NULL,
    requested_by_id bigint NOT NULL,
    decided_by_id bigint,
    decided_on date,
    decision_reason text,
    expires_at timestamp with time zone,
    downloaded_at timestamp with time zone,
    row_count integer,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT export_request_check CHECK ((decided_by_id <> requested_by_id)),
    CONSTRAINT export_request_check1 CHECK (((opened_from IS NULL) = (opened_until IS NULL))),
    CONSTRAINT export_request_check2 CHECK (((dossier_ids = '{}'::bigint[]) = (opened_from IS NOT NULL))),
    CONSTRAINT export_request_check3 CHECK ((opened_until >= opened_from)),
    CONSTRAINT export_request_check4 CHECK (((state <> ALL (ARRAY['APPROVED'::text, 'DOWNLOADED'::text])) OR (num_nulls(decided_by_id, expires_at) = 0))),
    CONSTRAINT export_request_fields_check CHECK ((cardinality(fields) > 0)),
    CONSTRAINT export_request_state_check CHECK ((state = ANY (ARRAY['REQUESTED'::text, 'APPROVED'::text, 'REJECTED'::text, 'DOWNLOADED'::text, 'EXPIRED'::text])))
);


--
-- Name: export_request_id_seq; Type: SEQUENCE; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.export_request ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME dossiers.export_request_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: id_copy_demand; Type: TABLE; Schema: dossiers; Owner: -
--

CREATE TABLE dossiers.id_copy_demand (
    id bigint NOT NULL,
    petitioner_id bigint NOT NULL,
    court_code text NOT NULL,
    procedure text NOT NULL,
    reason text NOT NULL,
    expires_on date NOT NULL,
    demanded_by bigint,
    CONSTRAINT id_copy_demand_procedure_check CHECK ((procedure = ANY (ARRAY['LEGAL_AID'::text, 'JUDICIAL_RELIEF'::text, 'RIGHTS_REQUEST'::text, 'HEARING'::text, 'REPRESENTATION'::text])))
);


--
-- Name: id_copy_demand_id_seq; Type: SEQUENCE; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.id_copy_demand ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME dossiers.id_copy_demand_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: identity_conflict; Type: TABLE; Schema: dossiers; Owner: -
--

CREATE TABLE dossiers.identity_conflict (
    id bigint NOT NULL,
    court_code text NOT NULL,
    sealed boolean NOT NULL,
    petitioner_id bigint NOT NULL,
    other_id bigint NOT NULL,
    state text DEFAULT 'OPEN'::text NOT NULL,
    noted_on date DEFAULT core.today() NOT NULL,
    settled_on date,
    settled_by_id bigint,
    reason text,
    version integer DEFAULT 1 NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT identity_conflict_state_check CHECK ((state = ANY (ARRAY['OPEN'::text, 'MERGED'::text, 'DISMISSED'::text])))
);


--
-- Name: identity_conflict_id_seq; Type: SEQUENCE; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.identity_conflict ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME dossiers.identity_conflict_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: limit_rule; Type: TABLE; Schema: dossiers; Owner: -
--

CREATE TABLE dossiers.limit_rule (
    key text NOT NULL,
    court_code text,
    amount integer NOT NULL,
    unit text NOT NULL,
    basis text NOT NULL,
    confirmed boolean DEFAULT false NOT NULL,
    CONSTRAINT limit_rule_amount_check CHECK ((amount >= 0)),
    CONSTRAINT limit_rule_unit_check CHECK ((unit = ANY (ARRAY['PER_DAY'::text, 'DAY'::text, 'HOUR'::text, 'COUNT'::text])))
);


--
-- Name: petitioner_alias; Type: TABLE; Schema: dossiers; Owner: -
--

CREATE TABLE dossiers.petitioner_alias (
    id bigint NOT NULL,
    petitioner_id bigint NOT NULL,
    court_code text NOT NULL,
    kind text NOT NULL,
    name_masked text NOT NULL,
    name_cipher bytea NOT NULL,
    name_hash bytea NOT NULL,
    reason text NOT NULL,
    recorded_on date NOT NULL,
    recorded_by bigint,
    CONSTRAINT petitioner_alias_kind_check CHECK ((kind = ANY (ARRAY['FORMER_NAME'::text, 'ALIAS'::text, 'SPELLING'::text])))
);


--
-- Name: petitioner_alias_id_seq; Type: SEQUENCE; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.petitioner_alias ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME dossiers.petitioner_alias_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
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
-- Name: petitioner_import_row; Type: TABLE; Schema: dossiers; Owner: -
--

CREATE TABLE dossiers.petitioner_import_row (
    court_code text NOT NULL,
    row_hash bytea NOT NULL,
    petitioner_id bigint NOT NULL,
    dossier_id bigint NOT NULL,
    imported_on date NOT NULL
);


--
-- Name: petitioner_merge; Type: TABLE; Schema: dossiers; Owner: -
--

CREATE TABLE dossiers.petitioner_merge (
    id bigint NOT NULL,
    court_code text NOT NULL,
    petitioner_id bigint NOT NULL,
    into_id bigint NOT NULL,
    reason text NOT NULL,
    merged_on date NOT NULL,
    merged_by bigint NOT NULL,
    undone_on date,
    undone_by bigint,
    undo_reason text
);


--
-- Name: petitioner_merge_id_seq; Type: SEQUENCE; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.petitioner_merge ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME dossiers.petitioner_merge_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: petitioner_merge_link; Type: TABLE; Schema: dossiers; Owner: -
--

CREATE TABLE dossiers.petitioner_merge_link (
    merge_id bigint NOT NULL,
    relation text NOT NULL,
    row_id bigint NOT NULL,
    was_there boolean NOT NULL,
    CONSTRAINT petitioner_merge_link_relation_check CHECK ((relation = ANY (ARRAY['REGISTRATION'::text, 'DOSSIER'::text])))
);


--
-- Name: petitioner_revision; Type: TABLE; Schema: dossiers; Owner: -
--

CREATE TABLE dossiers.petitioner_revision (
    id bigint NOT NULL,
    petitioner_id bigint NOT NULL,
    court_code text NOT NULL,
    kind text NOT NULL,
    field text NOT NULL,
    former_cipher bytea,
    reason text NOT NULL,
    revised_on date NOT NULL,
    revised_by bigint,
    rights_request_id bigint,
    CONSTRAINT petitioner_revision_kind_check CHECK ((kind = ANY (ARRAY['AMENDED'::text, 'DELETED'::text])))
);


--
-- Name: petitioner_revision_id_seq; Type: SEQUENCE; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.petitioner_revision ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME dossiers.petitioner_revision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: registration_calendar; Type: VIEW; Schema: dossiers; Owner: -
--

CREATE VIEW dossiers.registration_calendar WITH (security_invoker='true') AS
 SELECT r.court_code,
    r.notify_due_on,
    (count(*))::integer AS due,
    (count(*) FILTER (WHERE ((r.notified_on IS NULL) AND (r.notify_exempt IS NULL))))::integer AS open
   FROM dossiers.registration r
  WHERE ((r.notify_due_on IS NOT NULL) AND (r.state <> ALL (ARRAY['MERGED'::text, 'VOIDED'::text])) AND (NOT r.sealed))
  GROUP BY r.court_code, r.notify_due_on;


--
-- Name: registration_case; Type: TABLE; Schema: dossiers; Owner: -
--

CREATE TABLE dossiers.registration_case (
    registration_id bigint NOT NULL,
    seq integer NOT NULL,
    court_code text NOT NULL,
    case_no text NOT NULL,
    case_key text GENERATED ALWAYS AS (dossiers.case_key(case_no)) STORED NOT NULL,
    format text NOT NULL,
    CONSTRAINT registration_case_format_check CHECK ((format = ANY (ARRAY['STANDARD'::text, 'LEGACY'::text]))),
    CONSTRAINT registration_case_seq_check CHECK ((seq > 0))
);


--
-- Name: registration_decision; Type: TABLE; Schema: dossiers; Owner: -
--

CREATE TABLE dossiers.registration_decision (
    id bigint NOT NULL,
    registration_id bigint NOT NULL,
    court_code text NOT NULL,
    action text NOT NULL,
    reason text NOT NULL,
    by_id bigint NOT NULL,
    at timestamp with time zone NOT NULL
);


--
-- Name: registration_decision_id_seq; Type: SEQUENCE; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.registration_decision ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME dossiers.registration_decision_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: registration_forward; Type: TABLE; Schema: dossiers; Owner: -
--

CREATE TABLE dossiers.registration_forward (
    id bigint NOT NULL,
    registration_id bigint NOT NULL,
    court_code text NOT NULL,
    target text NOT NULL,
    organization_id bigint,
    to_court_code text,
    forwarded_on date NOT NULL,
    told_on date,
    objected_on date,
    objection_reason text,
    reported_on date,
    report_doc_ref text,
    CONSTRAINT registration_forward_check CHECK ((objected_on >= forwarded_on)),
    CONSTRAINT registration_forward_check1 CHECK ((reported_on >= forwarded_on)),
    CONSTRAINT registration_forward_check2 CHECK (((target = 'ORGANIZATION'::text) = (organization_id IS NOT NULL))),
    CONSTRAINT registration_forward_check3 CHECK (((target = 'COURT'::text) = (to_court_code IS NOT NULL))),
    CONSTRAINT registration_forward_check4 CHECK (((target = 'DISCIPLINE'::text) = (told_on IS NULL))),
    CONSTRAINT registration_forward_check5 CHECK (((objected_on IS NULL) = (objection_reason IS NULL))),
    CONSTRAINT registration_forward_check6 CHECK (((reported_on IS NULL) = (report_doc_ref IS NULL))),
    CONSTRAINT registration_forward_target_check CHECK ((target = ANY (ARRAY['ORGANIZATION'::text, 'COURT'::text, 'DISCIPLINE'::text])))
);


--
-- Name: registration_forward_id_seq; Type: SEQUENCE; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.registration_forward ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME dossiers.registration_forward_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
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
-- Name: registration_import; Type: TABLE; Schema: dossiers; Owner: -
--

CREATE TABLE dossiers.registration_import (
    court_code text NOT NULL,
    row_hash bytea NOT NULL,
    registration_id bigint NOT NULL
);


--
-- Name: registration_query_code; Type: TABLE; Schema: dossiers; Owner: -
--

CREATE TABLE dossiers.registration_query_code (
    registration_id bigint NOT NULL,
    code_hash bytea NOT NULL
);


--
-- Name: registration_receipt; Type: VIEW; Schema: dossiers; Owner: -
--

CREATE VIEW dossiers.registration_receipt WITH (security_barrier='true') AS
 SELECT r.id,
    r.court_code,
    r.reg_no,
    r.received_on,
    r.entry_due_on,
    r.state,
    r.entered_by
   FROM dossiers.registration r
  WHERE ((r.entered_by = ( SELECT core.staff_id() AS staff_id)) AND (NOT r.of_letter) AND (r.court_code = ANY (( SELECT core.readable_courts() AS readable_courts)::text[])) AND (NOT COALESCE((r.accused_staff_ids && ( SELECT core.recused_from() AS recused_from)), false)));


--
-- Name: registration_refusal; Type: TABLE; Schema: dossiers; Owner: -
--

CREATE TABLE dossiers.registration_refusal (
    registration_id bigint NOT NULL,
    court_code text NOT NULL,
    ground text NOT NULL,
    legal_basis text NOT NULL,
    notice_text text NOT NULL,
    decided_by bigint NOT NULL,
    decided_on date NOT NULL,
    CONSTRAINT registration_refusal_ground_check CHECK ((ground = ANY (ARRAY['NOT_COMPETENT'::text, 'TERMINATED'::text, 'IN_PROCEDURE'::text, 'SAME_FACTS_AFTER_REVIEW'::text, 'OTHER_LEGAL_GROUND'::text])))
);


--
-- Name: remedy_assessment_id_seq; Type: SEQUENCE; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.remedy_assessment ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME dossiers.remedy_assessment_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: remedy_id_seq; Type: SEQUENCE; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.remedy ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME dossiers.remedy_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: remedy_rule; Type: TABLE; Schema: dossiers; Owner: -
--

CREATE TABLE dossiers.remedy_rule (
    id bigint NOT NULL,
    remedy text NOT NULL,
    decision text NOT NULL,
    amount integer,
    unit text DEFAULT 'MONTH'::text NOT NULL,
    begins text NOT NULL,
    from_knowing boolean DEFAULT false NOT NULL,
    competent text NOT NULL,
    note text,
    legal_basis text NOT NULL,
    confirmed boolean DEFAULT false NOT NULL,
    effective_from date DEFAULT '2017-01-01'::date NOT NULL,
    effective_to date,
    CONSTRAINT remedy_rule_amount_check CHECK ((amount > 0)),
    CONSTRAINT remedy_rule_begins_check CHECK ((begins = ANY (ARRAY['EFFECTIVE'::text, 'SERVED'::text, 'KNOWN'::text, 'PENALTY_SERVED'::text]))),
    CONSTRAINT remedy_rule_check CHECK (((effective_to IS NULL) OR (effective_to > effective_from))),
    CONSTRAINT remedy_rule_competent_check CHECK ((competent = ANY (ARRAY['SAME_COURT'::text, 'NEXT_HIGHER_COURT'::text, 'PROCURATORATE'::text, 'COMPENSATION_ORGAN'::text]))),
    CONSTRAINT remedy_rule_decision_check CHECK ((decision = ANY (ARRAY['CIVIL_JUDGMENT'::text, 'CIVIL_MEDIATION'::text, 'CIVIL_RETRIAL_REJECTED'::text, 'ADMIN_JUDGMENT'::text, 'ADMIN_RETRIAL_REJECTED'::text, 'CRIMINAL_JUDGMENT'::text, 'CRIMINAL_PETITION_REJECTED'::text, 'ENFORCEMENT_ACT'::text, 'ENFORCEMENT_OBJECTION_RULING'::text, 'ENFORCEMENT_RECONSIDERATION_RULING'::text, 'OUTSIDER_OBJECTION_RULING'::text, 'ENFORCEABLE_DOCUMENT'::text, 'COMPENSATION_HARM'::text, 'COMPENSATION_ORGAN_DECISION'::text, 'COMPENSATION_COMMITTEE_DECISION'::text]))),
    CONSTRAINT remedy_rule_remedy_check CHECK ((remedy = ANY (ARRAY['CIVIL_RETRIAL'::text, 'ADMIN_RETRIAL'::text, 'CRIMINAL_PETITION'::text, 'PROCURATORATE'::text, 'ENFORCEMENT_OBJECTION'::text, 'ENFORCEMENT_RECONSIDERATION'::text, 'ENFORCEMENT_SUPERVISION'::text, 'OUTSIDER_SUIT'::text, 'APPLY_ENFORCEMENT'::text, 'STATE_COMPENSATION'::text, 'COMPENSATION_COMMITTEE'::text, 'COMPENSATION_PETITION'::text]))),
    CONSTRAINT remedy_rule_unit_check CHECK ((unit = ANY (ARRAY['CALENDAR_DAY'::text, 'MONTH'::text])))
);


--
-- Name: remedy_rule_id_seq; Type: SEQUENCE; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.remedy_rule ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME dossiers.remedy_rule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: representative; Type: TABLE; Schema: dossiers; Owner: -
--

CREATE TABLE dossiers.representative (
    id bigint NOT NULL,
    petitioner_id bigint NOT NULL,
    court_code text NOT NULL,
    kind text NOT NULL,
    name_masked text NOT NULL,
    name_cipher bytea,
    mobile_masked text,
    mobile_cipher bytea,
    authority_material_id bigint,
    valid_from date NOT NULL,
    valid_to date,
    end_reason text,
    CONSTRAINT representative_check CHECK ((valid_to >= valid_from)),
    CONSTRAINT representative_kind_check CHECK ((kind = ANY (ARRAY['AGENT'::text, 'LAWYER'::text, 'GUARDIAN'::text, 'JOINT_REP'::text])))
);


--
-- Name: representative_id_seq; Type: SEQUENCE; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.representative ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME dossiers.representative_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: rights_record; Type: TABLE; Schema: dossiers; Owner: -
--

CREATE TABLE dossiers.rights_record (
    id bigint NOT NULL,
    rights_request_id bigint NOT NULL,
    court_code text NOT NULL,
    kind text NOT NULL,
    occurred_on date NOT NULL,
    object_type text NOT NULL,
    object_no text,
    fields text[] NOT NULL,
    purpose text,
    recipient_id bigint,
    CONSTRAINT rights_record_kind_check CHECK ((kind = ANY (ARRAY['HELD'::text, 'MATTER'::text, 'DISCLOSURE'::text, 'ACCESS'::text])))
);


--
-- Name: rights_record_id_seq; Type: SEQUENCE; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.rights_record ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME dossiers.rights_record_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: rights_request; Type: TABLE; Schema: dossiers; Owner: -
--

CREATE TABLE dossiers.rights_request (
    id bigint NOT NULL,
    court_code text NOT NULL,
    request_no text NOT NULL,
    petitioner_id bigint NOT NULL,
    kind text NOT NULL,
    via text NOT NULL,
    filed_on date NOT NULL,
    details text NOT NULL,
    identity_check text NOT NULL,
    relation text,
    relative_name_masked text,
    relative_name_cipher bytea,
    due_on date NOT NULL,
    assignee_id bigint NOT NULL,
    state text DEFAULT 'RECEIVED'::text NOT NULL,
    compiled_on date,
    decision text,
    reasons text,
    legal_basis text,
    decided_on date,
    decided_by_id bigint,
    executed_on date,
    executed_by_id bigint,
    execution_note text,
    withdrawn_on date,
    reminded_on date,
    version integer DEFAULT 1 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT rights_request_check CHECK (((relation IS NULL) = (relative_name_cipher IS NULL))),
    CONSTRAINT rights_request_check1 CHECK (((state <> ALL (ARRAY['DECIDED'::text, 'EXECUTED'::text])) OR (num_nulls(decision, reasons, decided_on, decided_by_id) = 0))),
    CONSTRAINT rights_request_decision_check CHECK ((decision = ANY (ARRAY['GRANTED'::text, 'PARTLY'::text, 'REFUSED'::text]))),
    CONSTRAINT rights_request_identity_check_check CHECK ((identity_check = ANY (ARRAY['DOCUMENT_SEEN'::text, 'AUTHORITY_SEEN'::text]))),
    CONSTRAINT rights_request_kind_check CHECK ((kind = ANY (ARRAY['ACCESS'::text, 'COPY'::text, 'CORRECT'::text, 'SUPPLEMENT'::text, 'DELETE'::text, 'EXPLAIN'::text, 'RESTRICT'::text]))),
    CONSTRAINT rights_request_relation_check CHECK ((relation = ANY (ARRAY['SPOUSE'::text, 'PARENT'::text, 'CHILD'::text, 'OTHER_NEAR_RELATIVE'::text]))),
    CONSTRAINT rights_request_state_check CHECK ((state = ANY (ARRAY['RECEIVED'::text, 'DECIDED'::text, 'EXECUTED'::text, 'WITHDRAWN'::text]))),
    CONSTRAINT rights_request_via_check CHECK ((via = ANY (ARRAY['VISIT'::text, 'LETTER'::text, 'PHONE'::text, 'ONLINE'::text])))
);


--
-- Name: rights_request_id_seq; Type: SEQUENCE; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.rights_request ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME dossiers.rights_request_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: risk_notice_id_seq; Type: SEQUENCE; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.risk_notice ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME dossiers.risk_notice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: sample_audit; Type: TABLE; Schema: dossiers; Owner: -
--

CREATE TABLE dossiers.sample_audit (
    id bigint NOT NULL,
    court_code text NOT NULL,
    ledger text NOT NULL,
    from_on date NOT NULL,
    to_on date NOT NULL,
    line_count integer NOT NULL,
    size integer NOT NULL,
    drawn_by bigint NOT NULL,
    drawn_at timestamp with time zone NOT NULL,
    CONSTRAINT sample_audit_check CHECK ((to_on >= from_on)),
    CONSTRAINT sample_audit_check1 CHECK (((size >= 1) AND (size <= line_count))),
    CONSTRAINT sample_audit_line_count_check CHECK ((line_count > 0))
);


--
-- Name: sample_audit_id_seq; Type: SEQUENCE; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.sample_audit ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME dossiers.sample_audit_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: sample_item; Type: TABLE; Schema: dossiers; Owner: -
--

CREATE TABLE dossiers.sample_item (
    id bigint NOT NULL,
    court_code text NOT NULL,
    sample_audit_id bigint NOT NULL,
    line_no integer NOT NULL,
    state text DEFAULT 'DRAWN'::text NOT NULL,
    registration_id bigint,
    found_by bigint,
    found_on date,
    note text,
    version integer DEFAULT 1 NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT sample_item_check CHECK (((registration_id IS NULL) OR (state = 'ENTERED'::text))),
    CONSTRAINT sample_item_line_no_check CHECK ((line_no > 0)),
    CONSTRAINT sample_item_state_check CHECK ((state = ANY (ARRAY['DRAWN'::text, 'ENTERED'::text, 'MISSED'::text, 'NOT_REQUIRED'::text])))
);


--
-- Name: sample_item_id_seq; Type: SEQUENCE; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.sample_item ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME dossiers.sample_item_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
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
            WHEN ((NOT t.sealed) AND (t.event_id IS NOT NULL)) THEN t.object_id
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
            ((count(DISTINCT l.item_no) - count(*) FILTER (WHERE (l.state <> 'VOIDED'::text))))::integer AS voided
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
-- Name: delivery_id_seq; Type: SEQUENCE; Schema: letters; Owner: -
--

ALTER TABLE letters.delivery ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME letters.delivery_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


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
-- Name: endorsement_record; Type: TABLE; Schema: letters; Owner: -
--

CREATE TABLE letters.endorsement_record (
    id bigint NOT NULL,
    letter_id bigint NOT NULL,
    court_code text NOT NULL,
    by_id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    kind text NOT NULL,
    text text,
    CONSTRAINT endorsement_record_kind_check CHECK ((kind = ANY (ARRAY['FORWARD_FOR_HANDLING'::text, 'REQUEST_REPORT'::text, 'NOTE'::text])))
);


--
-- Name: endorsement_record_id_seq; Type: SEQUENCE; Schema: letters; Owner: -
--

ALTER TABLE letters.endorsement_record ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME letters.endorsement_record_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
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
-- Name: former_sender; Type: TABLE; Schema: letters; Owner: -
--

CREATE TABLE letters.former_sender (
    id bigint NOT NULL,
    letter_id bigint NOT NULL,
    court_code text NOT NULL,
    sender_id bigint NOT NULL,
    replaced_at timestamp with time zone NOT NULL,
    replaced_by bigint NOT NULL,
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
-- Name: former_sender_id_seq; Type: SEQUENCE; Schema: letters; Owner: -
--

ALTER TABLE letters.former_sender ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME letters.former_sender_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: letter_amendment; Type: TABLE; Schema: letters; Owner: -
--

CREATE TABLE letters.letter_amendment (
    id bigint NOT NULL,
    letter_id bigint NOT NULL,
    court_code text NOT NULL,
    action text NOT NULL,
    by_id bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    subject text,
    abstract text,
    postmark_on date,
    external_ref text,
    case_nos text[],
    matter_class text,
    category text
);


--
-- Name: letter_amendment_id_seq; Type: SEQUENCE; Schema: letters; Owner: -
--

ALTER TABLE letters.letter_amendment ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME letters.letter_amendment_id_seq
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
    due_before date,
    extended_on date,
    withdrawn_on date,
    withdrawn_reason text,
    CONSTRAINT letter_extension_check CHECK (((withdrawn_on IS NULL) = (withdrawn_reason IS NULL))),
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
    planned_end_on date,
    CONSTRAINT letter_pause_check CHECK ((to_on >= from_on)),
    CONSTRAINT letter_pause_check1 CHECK ((planned_end_on > from_on)),
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
-- Name: letter_reminder; Type: TABLE; Schema: letters; Owner: -
--

CREATE TABLE letters.letter_reminder (
    id bigint NOT NULL,
    letter_id bigint NOT NULL,
    court_code text NOT NULL,
    kind text NOT NULL,
    due_on date NOT NULL,
    sent_on date NOT NULL,
    CONSTRAINT letter_reminder_kind_check CHECK ((kind = ANY (ARRAY['HALF'::text, 'SOON'::text, 'OVERDUE'::text])))
);


--
-- Name: letter_reminder_id_seq; Type: SEQUENCE; Schema: letters; Owner: -
--

ALTER TABLE letters.letter_reminder ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME letters.letter_reminder_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


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
    report_due_on date,
    no_report_reason text,
    CONSTRAINT letter_transfer_check CHECK ((reported_on >= transferred_on)),
    CONSTRAINT letter_transfer_check1 CHECK (((reported_on IS NULL) = (report_doc_ref IS NULL))),
    CONSTRAINT letter_transfer_target_check CHECK ((target = ANY (ARRAY['DISCIPLINE'::text, 'LOWER_COURT'::text, 'OTHER_BODY'::text])))
);


--
-- Name: notice; Type: TABLE; Schema: letters; Owner: -
--

CREATE TABLE letters.notice (
    id bigint NOT NULL,
    letter_id bigint NOT NULL,
    court_code text NOT NULL,
    kind text NOT NULL,
    sender_id bigint,
    template_id bigint,
    edition integer NOT NULL,
    shows_names boolean NOT NULL,
    rendered_by bigint NOT NULL,
    rendered_at timestamp with time zone NOT NULL,
    CONSTRAINT notice_kind_check CHECK ((kind = ANY (ARRAY['ACCEPTANCE_NOTICE'::text, 'REPLY'::text, 'EXTENSION_NOTICE'::text, 'TRANSFER_NOTICE'::text])))
);


--
-- Name: notice_id_seq; Type: SEQUENCE; Schema: letters; Owner: -
--

ALTER TABLE letters.notice ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME letters.notice_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: notice_template; Type: TABLE; Schema: letters; Owner: -
--

CREATE TABLE letters.notice_template (
    id bigint NOT NULL,
    court_code text NOT NULL,
    kind text NOT NULL,
    edition integer NOT NULL,
    title text NOT NULL,
    body text NOT NULL,
    state text DEFAULT 'DRAFT'::text NOT NULL,
    drafted_by bigint NOT NULL,
    published_by bigint,
    published_on date,
    retired_on date,
    version integer DEFAULT 1 NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT notice_template_edition_check CHECK ((edition > 0)),
    CONSTRAINT notice_template_kind_check CHECK ((kind = ANY (ARRAY['ACCEPTANCE_NOTICE'::text, 'REPLY'::text, 'EXTENSION_NOTICE'::text, 'TRANSFER_NOTICE'::text]))),
    CONSTRAINT notice_template_state_check CHECK ((state = ANY (ARRAY['DRAFT'::text, 'IN_FORCE'::text, 'RETIRED'::text])))
);


--
-- Name: notice_template_id_seq; Type: SEQUENCE; Schema: letters; Owner: -
--

ALTER TABLE letters.notice_template ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME letters.notice_template_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
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
-- Name: online_submission; Type: TABLE; Schema: letters; Owner: -
--

CREATE TABLE letters.online_submission (
    id bigint NOT NULL,
    letter_id bigint NOT NULL,
    court_code text NOT NULL,
    platform text NOT NULL,
    submitted_at timestamp with time zone NOT NULL,
    submitted_by bigint,
    external_ref text NOT NULL,
    result text NOT NULL,
    result_on date,
    return_reason text,
    CONSTRAINT online_submission_result_check CHECK ((result = ANY (ARRAY['PENDING'::text, 'ACCEPTED'::text, 'RETURNED'::text])))
);


--
-- Name: online_submission_id_seq; Type: SEQUENCE; Schema: letters; Owner: -
--

ALTER TABLE letters.online_submission ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME letters.online_submission_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
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
-- Name: reply_draft; Type: TABLE; Schema: letters; Owner: -
--

CREATE TABLE letters.reply_draft (
    id bigint NOT NULL,
    letter_id bigint NOT NULL,
    court_code text NOT NULL,
    round integer NOT NULL,
    text text NOT NULL,
    remedies_told text NOT NULL,
    author_id bigint NOT NULL,
    at timestamp with time zone NOT NULL
);


--
-- Name: reply_draft_id_seq; Type: SEQUENCE; Schema: letters; Owner: -
--

ALTER TABLE letters.reply_draft ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME letters.reply_draft_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
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
-- Name: review_rule; Type: TABLE; Schema: letters; Owner: -
--

CREATE TABLE letters.review_rule (
    id bigint NOT NULL,
    for_court text,
    source text NOT NULL,
    weight text NOT NULL,
    levels text[] NOT NULL,
    basis text NOT NULL,
    confirmed boolean DEFAULT false NOT NULL,
    effective_from date NOT NULL,
    effective_to date,
    CONSTRAINT review_rule_check CHECK (((effective_to IS NULL) OR (effective_to > effective_from))),
    CONSTRAINT review_rule_levels_check CHECK (((cardinality(levels) > 0) AND (levels <@ ARRAY['DIVISION_HEAD'::text, 'VICE_PRESIDENT'::text, 'PRESIDENT'::text]))),
    CONSTRAINT review_rule_source_check CHECK ((source = ANY (ARRAY['ORDINARY'::text, 'CENTRAL_INSPECTION'::text, 'PRESIDENT'::text, 'CONGRESS_DEPUTY'::text, 'SUPERIOR_COURT'::text, 'PARTY_POLITICAL_LEGAL'::text, 'OTHER'::text]))),
    CONSTRAINT review_rule_weight_check CHECK ((weight = ANY (ARRAY['ANY'::text, 'SUPPORTED'::text, 'STAFF_CONDUCT'::text])))
);


--
-- Name: review_rule_id_seq; Type: SEQUENCE; Schema: letters; Owner: -
--

ALTER TABLE letters.review_rule ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME letters.review_rule_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


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
-- Name: intervention intervention_pkey; Type: CONSTRAINT; Schema: coordination; Owner: -
--

ALTER TABLE ONLY coordination.intervention
    ADD CONSTRAINT intervention_pkey PRIMARY KEY (id);


--
-- Name: intervention intervention_record_no_key; Type: CONSTRAINT; Schema: coordination; Owner: -
--

ALTER TABLE ONLY coordination.intervention
    ADD CONSTRAINT intervention_record_no_key UNIQUE (record_no);


--
-- Name: intervention_reminder intervention_reminder_court_code_year_quarter_key; Type: CONSTRAINT; Schema: coordination; Owner: -
--

ALTER TABLE ONLY coordination.intervention_reminder
    ADD CONSTRAINT intervention_reminder_court_code_year_quarter_key UNIQUE (court_code, year, quarter);


--
-- Name: intervention_reminder intervention_reminder_pkey; Type: CONSTRAINT; Schema: coordination; Owner: -
--

ALTER TABLE ONLY coordination.intervention_reminder
    ADD CONSTRAINT intervention_reminder_pkey PRIMARY KEY (id);


--
-- Name: linkage_event linkage_event_event_no_key; Type: CONSTRAINT; Schema: coordination; Owner: -
--

ALTER TABLE ONLY coordination.linkage_event
    ADD CONSTRAINT linkage_event_event_no_key UNIQUE (event_no);


--
-- Name: linkage_event linkage_event_pkey; Type: CONSTRAINT; Schema: coordination; Owner: -
--

ALTER TABLE ONLY coordination.linkage_event
    ADD CONSTRAINT linkage_event_pkey PRIMARY KEY (id);


--
-- Name: linkage_participant linkage_participant_linkage_event_id_organization_id_depart_key; Type: CONSTRAINT; Schema: coordination; Owner: -
--

ALTER TABLE ONLY coordination.linkage_participant
    ADD CONSTRAINT linkage_participant_linkage_event_id_organization_id_depart_key UNIQUE NULLS NOT DISTINCT (linkage_event_id, organization_id, department_id, member_court_code);


--
-- Name: linkage_participant linkage_participant_pkey; Type: CONSTRAINT; Schema: coordination; Owner: -
--

ALTER TABLE ONLY coordination.linkage_participant
    ADD CONSTRAINT linkage_participant_pkey PRIMARY KEY (id);


--
-- Name: technical_issue technical_issue_issue_no_key; Type: CONSTRAINT; Schema: coordination; Owner: -
--

ALTER TABLE ONLY coordination.technical_issue
    ADD CONSTRAINT technical_issue_issue_no_key UNIQUE (issue_no);


--
-- Name: technical_issue technical_issue_pkey; Type: CONSTRAINT; Schema: coordination; Owner: -
--

ALTER TABLE ONLY coordination.technical_issue
    ADD CONSTRAINT technical_issue_pkey PRIMARY KEY (id);


--
-- Name: technical_issue_remark technical_issue_remark_pkey; Type: CONSTRAINT; Schema: coordination; Owner: -
--

ALTER TABLE ONLY coordination.technical_issue_remark
    ADD CONSTRAINT technical_issue_remark_pkey PRIMARY KEY (id);


--
-- Name: upper_report upper_report_pkey; Type: CONSTRAINT; Schema: coordination; Owner: -
--

ALTER TABLE ONLY coordination.upper_report
    ADD CONSTRAINT upper_report_pkey PRIMARY KEY (id);


--
-- Name: upper_report upper_report_report_no_key; Type: CONSTRAINT; Schema: coordination; Owner: -
--

ALTER TABLE ONLY coordination.upper_report
    ADD CONSTRAINT upper_report_report_no_key UNIQUE (report_no);


--
-- Name: upper_report_return upper_report_return_pkey; Type: CONSTRAINT; Schema: coordination; Owner: -
--

ALTER TABLE ONLY coordination.upper_report_return
    ADD CONSTRAINT upper_report_return_pkey PRIMARY KEY (id);


--
-- Name: zero_report zero_report_court_code_year_quarter_key; Type: CONSTRAINT; Schema: coordination; Owner: -
--

ALTER TABLE ONLY coordination.zero_report
    ADD CONSTRAINT zero_report_court_code_year_quarter_key UNIQUE (court_code, year, quarter);


--
-- Name: zero_report zero_report_pkey; Type: CONSTRAINT; Schema: coordination; Owner: -
--

ALTER TABLE ONLY coordination.zero_report
    ADD CONSTRAINT zero_report_pkey PRIMARY KEY (id);


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
-- Name: delegation delegation_pkey; Type: CONSTRAINT; Schema: core; Owner: -
--

ALTER TABLE ONLY core.delegation
    ADD CONSTRAINT delegation_pkey PRIMARY KEY (id);


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
-- Name: case_link_judge case_link_judge_pkey; Type: CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.case_link_judge
    ADD CONSTRAINT case_link_judge_pkey PRIMARY KEY (dossier_id, link_seq, "position");


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
-- Name: consultation_judge consultation_judge_pkey; Type: CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.consultation_judge
    ADD CONSTRAINT consultation_judge_pkey PRIMARY KEY (consultation_id, seq);


--
-- Name: consultation consultation_pkey; Type: CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.consultation
    ADD CONSTRAINT consultation_pkey PRIMARY KEY (id);


--
-- Name: consultation_waiver consultation_waiver_pkey; Type: CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.consultation_waiver
    ADD CONSTRAINT consultation_waiver_pkey PRIMARY KEY (consultation_id);


--
-- Name: contact_point contact_point_pkey; Type: CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.contact_point
    ADD CONSTRAINT contact_point_pkey PRIMARY KEY (id);


--
-- Name: dossier_decision dossier_decision_pkey; Type: CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.dossier_decision
    ADD CONSTRAINT dossier_decision_pkey PRIMARY KEY (id);


--
-- Name: dossier_destruction dossier_destruction_pkey; Type: CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.dossier_destruction
    ADD CONSTRAINT dossier_destruction_pkey PRIMARY KEY (dossier_id);


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
-- Name: dossier_text dossier_text_pkey; Type: CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.dossier_text
    ADD CONSTRAINT dossier_text_pkey PRIMARY KEY (dossier_id);


--
-- Name: explanation explanation_pkey; Type: CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.explanation
    ADD CONSTRAINT explanation_pkey PRIMARY KEY (id);


--
-- Name: export_request export_request_pkey; Type: CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.export_request
    ADD CONSTRAINT export_request_pkey PRIMARY KEY (id);


--
-- Name: export_request export_request_request_no_key; Type: CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.export_request
    ADD CONSTRAINT export_request_request_no_key UNIQUE (request_no);


--
-- Name: id_copy_demand id_copy_demand_pkey; Type: CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.id_copy_demand
    ADD CONSTRAINT id_copy_demand_pkey PRIMARY KEY (id);


--
-- Name: identity_conflict identity_conflict_petitioner_id_other_id_key; Type: CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.identity_conflict
    ADD CONSTRAINT identity_conflict_petitioner_id_other_id_key UNIQUE (petitioner_id, other_id);


--
-- Name: identity_conflict identity_conflict_pkey; Type: CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.identity_conflict
    ADD CONSTRAINT identity_conflict_pkey PRIMARY KEY (id);


--
-- Name: limit_rule limit_rule_key; Type: CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.limit_rule
    ADD CONSTRAINT limit_rule_key UNIQUE NULLS NOT DISTINCT (key, court_code);


--
-- Name: petitioner_alias petitioner_alias_petitioner_id_name_hash_key; Type: CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.petitioner_alias
    ADD CONSTRAINT petitioner_alias_petitioner_id_name_hash_key UNIQUE (petitioner_id, name_hash);


--
-- Name: petitioner_alias petitioner_alias_pkey; Type: CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.petitioner_alias
    ADD CONSTRAINT petitioner_alias_pkey PRIMARY KEY (id);


--
-- Name: petitioner petitioner_id_number; Type: CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.petitioner
    ADD CONSTRAINT petitioner_id_number UNIQUE (court_code, sealed, id_number_hash);


--
-- Name: petitioner_import_row petitioner_import_row_pkey; Type: CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.petitioner_import_row
    ADD CONSTRAINT petitioner_import_row_pkey PRIMARY KEY (court_code, row_hash);


--
-- Name: petitioner_merge_link petitioner_merge_link_pkey; Type: CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.petitioner_merge_link
    ADD CONSTRAINT petitioner_merge_link_pkey PRIMARY KEY (merge_id, relation, row_id);


--
-- Name: petitioner_merge petitioner_merge_pkey; Type: CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.petitioner_merge
    ADD CONSTRAINT petitioner_merge_pkey PRIMARY KEY (id);


--
-- Name: petitioner petitioner_pkey; Type: CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.petitioner
    ADD CONSTRAINT petitioner_pkey PRIMARY KEY (id);


--
-- Name: petitioner_revision petitioner_revision_pkey; Type: CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.petitioner_revision
    ADD CONSTRAINT petitioner_revision_pkey PRIMARY KEY (id);


--
-- Name: registration_case registration_case_pkey; Type: CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.registration_case
    ADD CONSTRAINT registration_case_pkey PRIMARY KEY (registration_id, seq);


--
-- Name: registration_decision registration_decision_pkey; Type: CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.registration_decision
    ADD CONSTRAINT registration_decision_pkey PRIMARY KEY (id);


--
-- Name: registration_forward registration_forward_pkey; Type: CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.registration_forward
    ADD CONSTRAINT registration_forward_pkey PRIMARY KEY (id);


--
-- Name: registration_import registration_import_pkey; Type: CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.registration_import
    ADD CONSTRAINT registration_import_pkey PRIMARY KEY (court_code, row_hash);


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
-- Name: registration_query_code registration_query_code_pkey; Type: CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.registration_query_code
    ADD CONSTRAINT registration_query_code_pkey PRIMARY KEY (registration_id);


--
-- Name: registration_refusal registration_refusal_pkey; Type: CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.registration_refusal
    ADD CONSTRAINT registration_refusal_pkey PRIMARY KEY (registration_id);


--
-- Name: registration registration_reg_no_key; Type: CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.registration
    ADD CONSTRAINT registration_reg_no_key UNIQUE (reg_no);


--
-- Name: registration_representative registration_representative_pkey; Type: CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.registration_representative
    ADD CONSTRAINT registration_representative_pkey PRIMARY KEY (registration_id, seq);


--
-- Name: registration_text registration_text_pkey; Type: CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.registration_text
    ADD CONSTRAINT registration_text_pkey PRIMARY KEY (registration_id);


--
-- Name: remedy_assessment remedy_assessment_pkey; Type: CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.remedy_assessment
    ADD CONSTRAINT remedy_assessment_pkey PRIMARY KEY (id);


--
-- Name: remedy remedy_pkey; Type: CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.remedy
    ADD CONSTRAINT remedy_pkey PRIMARY KEY (id);


--
-- Name: remedy_rule remedy_rule_pkey; Type: CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.remedy_rule
    ADD CONSTRAINT remedy_rule_pkey PRIMARY KEY (id);


--
-- Name: representative representative_pkey; Type: CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.representative
    ADD CONSTRAINT representative_pkey PRIMARY KEY (id);


--
-- Name: rights_record rights_record_pkey; Type: CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.rights_record
    ADD CONSTRAINT rights_record_pkey PRIMARY KEY (id);


--
-- Name: rights_request rights_request_pkey; Type: CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.rights_request
    ADD CONSTRAINT rights_request_pkey PRIMARY KEY (id);


--
-- Name: rights_request rights_request_request_no_key; Type: CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.rights_request
    ADD CONSTRAINT rights_request_request_no_key UNIQUE (request_no);


--
-- Name: risk_notice risk_notice_notice_no_key; Type: CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.risk_notice
    ADD CONSTRAINT risk_notice_notice_no_key UNIQUE (notice_no);


--
-- Name: risk_notice risk_notice_pkey; Type: CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.risk_notice
    ADD CONSTRAINT risk_notice_pkey PRIMARY KEY (id);


--
-- Name: sample_audit sample_audit_pkey; Type: CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.sample_audit
    ADD CONSTRAINT sample_audit_pkey PRIMARY KEY (id);


--
-- Name: sample_item sample_item_pkey; Type: CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.sample_item
    ADD CONSTRAINT sample_item_pkey PRIMARY KEY (id);


--
-- Name: sample_item sample_item_sample_audit_id_line_no_key; Type: CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.sample_item
    ADD CONSTRAINT sample_item_sample_audit_id_line_no_key UNIQUE (sample_audit_id, line_no);


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
-- Name: delivery delivery_pkey; Type: CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.delivery
    ADD CONSTRAINT delivery_pkey PRIMARY KEY (id);


--
-- Name: endorsement endorsement_pkey; Type: CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.endorsement
    ADD CONSTRAINT endorsement_pkey PRIMARY KEY (letter_id);


--
-- Name: endorsement_record endorsement_record_pkey; Type: CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.endorsement_record
    ADD CONSTRAINT endorsement_record_pkey PRIMARY KEY (id);


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
-- Name: former_sender former_sender_pkey; Type: CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.former_sender
    ADD CONSTRAINT former_sender_pkey PRIMARY KEY (id);


--
-- Name: letter_amendment letter_amendment_pkey; Type: CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.letter_amendment
    ADD CONSTRAINT letter_amendment_pkey PRIMARY KEY (id);


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
-- Name: letter_reminder letter_reminder_letter_id_kind_due_on_key; Type: CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.letter_reminder
    ADD CONSTRAINT letter_reminder_letter_id_kind_due_on_key UNIQUE (letter_id, kind, due_on);


--
-- Name: letter_reminder letter_reminder_pkey; Type: CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.letter_reminder
    ADD CONSTRAINT letter_reminder_pkey PRIMARY KEY (id);


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
-- Name: letter_transfer letter_transfer_pkey; Type: CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.letter_transfer
    ADD CONSTRAINT letter_transfer_pkey PRIMARY KEY (letter_id);


--
-- Name: notice notice_pkey; Type: CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.notice
    ADD CONSTRAINT notice_pkey PRIMARY KEY (id);


--
-- Name: notice_template notice_template_court_code_kind_edition_key; Type: CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.notice_template
    ADD CONSTRAINT notice_template_court_code_kind_edition_key UNIQUE (court_code, kind, edition);


--
-- Name: notice_template notice_template_pkey; Type: CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.notice_template
    ADD CONSTRAINT notice_template_pkey PRIMARY KEY (id);


--
-- Name: online_report online_report_pkey; Type: CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.online_report
    ADD CONSTRAINT online_report_pkey PRIMARY KEY (letter_id);


--
-- Name: online_submission online_submission_pkey; Type: CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.online_submission
    ADD CONSTRAINT online_submission_pkey PRIMARY KEY (id);


--
-- Name: reply_draft reply_draft_pkey; Type: CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.reply_draft
    ADD CONSTRAINT reply_draft_pkey PRIMARY KEY (id);


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
-- Name: review_rule review_rule_pkey; Type: CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.review_rule
    ADD CONSTRAINT review_rule_pkey PRIMARY KEY (id);


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
-- Name: intervention_case; Type: INDEX; Schema: coordination; Owner: -
--

CREATE INDEX intervention_case ON coordination.intervention USING btree (case_no, id);


--
-- Name: intervention_corrects; Type: INDEX; Schema: coordination; Owner: -
--

CREATE INDEX intervention_corrects ON coordination.intervention USING btree (corrects_id, id);


--
-- Name: intervention_court; Type: INDEX; Schema: coordination; Owner: -
--

CREATE INDEX intervention_court ON coordination.intervention USING btree (court_code, recorded_on);


--
-- Name: intervention_kind; Type: INDEX; Schema: coordination; Owner: -
--

CREATE INDEX intervention_kind ON coordination.intervention USING btree (kind, recorded_on);


--
-- Name: intervention_recorded; Type: INDEX; Schema: coordination; Owner: -
--

CREATE INDEX intervention_recorded ON coordination.intervention USING btree (recorded_on, id);


--
-- Name: intervention_recorder; Type: INDEX; Schema: coordination; Owner: -
--

CREATE INDEX intervention_recorder ON coordination.intervention USING btree (recorded_by, recorded_on, id);


--
-- Name: linkage_event_court; Type: INDEX; Schema: coordination; Owner: -
--

CREATE INDEX linkage_event_court ON coordination.linkage_event USING btree (court_code, occurred_on);


--
-- Name: linkage_event_dossier; Type: INDEX; Schema: coordination; Owner: -
--

CREATE INDEX linkage_event_dossier ON coordination.linkage_event USING btree (dossier_id, id);


--
-- Name: linkage_event_high; Type: INDEX; Schema: coordination; Owner: -
--

CREATE INDEX linkage_event_high ON coordination.linkage_event USING btree (high_court_code, occurred_on);


--
-- Name: linkage_event_intermediate; Type: INDEX; Schema: coordination; Owner: -
--

CREATE INDEX linkage_event_intermediate ON coordination.linkage_event USING btree (intermediate_court_code, occurred_on);


--
-- Name: linkage_event_occurred; Type: INDEX; Schema: coordination; Owner: -
--

CREATE INDEX linkage_event_occurred ON coordination.linkage_event USING btree (occurred_on, id);


--
-- Name: linkage_event_severity; Type: INDEX; Schema: coordination; Owner: -
--

CREATE INDEX linkage_event_severity ON coordination.linkage_event USING btree (severity, occurred_on);


--
-- Name: linkage_event_state; Type: INDEX; Schema: coordination; Owner: -
--

CREATE INDEX linkage_event_state ON coordination.linkage_event USING btree (state, occurred_on);


--
-- Name: linkage_event_supreme; Type: INDEX; Schema: coordination; Owner: -
--

CREATE INDEX linkage_event_supreme ON coordination.linkage_event USING btree (supreme_court_code, occurred_on);


--
-- Name: linkage_participant_event; Type: INDEX; Schema: coordination; Owner: -
--

CREATE INDEX linkage_participant_event ON coordination.linkage_participant USING btree (linkage_event_id, id);


--
-- Name: technical_issue_court; Type: INDEX; Schema: coordination; Owner: -
--

CREATE INDEX technical_issue_court ON coordination.technical_issue USING btree (court_code, id);


--
-- Name: technical_issue_high_court; Type: INDEX; Schema: coordination; Owner: -
--

CREATE INDEX technical_issue_high_court ON coordination.technical_issue USING btree (high_court_code, id);


--
-- Name: technical_issue_remark_issue; Type: INDEX; Schema: coordination; Owner: -
--

CREATE INDEX technical_issue_remark_issue ON coordination.technical_issue_remark USING btree (technical_issue_id, id);


--
-- Name: technical_issue_state; Type: INDEX; Schema: coordination; Owner: -
--

CREATE INDEX technical_issue_state ON coordination.technical_issue USING btree (state, id);


--
-- Name: upper_report_court; Type: INDEX; Schema: coordination; Owner: -
--

CREATE INDEX upper_report_court ON coordination.upper_report USING btree (court_code, id);


--
-- Name: upper_report_receiving_court; Type: INDEX; Schema: coordination; Owner: -
--

CREATE INDEX upper_report_receiving_court ON coordination.upper_report USING btree (receiving_court_code, id);


--
-- Name: upper_report_return_report; Type: INDEX; Schema: coordination; Owner: -
--

CREATE INDEX upper_report_return_report ON coordination.upper_report_return USING btree (upper_report_id, id);


--
-- Name: upper_report_state; Type: INDEX; Schema: coordination; Owner: -
--

CREATE INDEX upper_report_state ON coordination.upper_report USING btree (state, id);


--
-- Name: upper_report_to_court; Type: INDEX; Schema: coordination; Owner: -
--

CREATE INDEX upper_report_to_court ON coordination.upper_report USING btree (to_court_code, id);


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
-- Name: delegation_court; Type: INDEX; Schema: core; Owner: -
--

CREATE INDEX delegation_court ON core.delegation USING btree (court_code, from_on);


--
-- Name: delegation_from; Type: INDEX; Schema: core; Owner: -
--

CREATE INDEX delegation_from ON core.delegation USING btree (from_staff_id);


--
-- Name: delegation_from_on; Type: INDEX; Schema: core; Owner: -
--

CREATE INDEX delegation_from_on ON core.delegation USING btree (from_on, id);


--
-- Name: delegation_to; Type: INDEX; Schema: core; Owner: -
--

CREATE INDEX delegation_to ON core.delegation USING btree (to_staff_id);


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
-- Name: case_link_key; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX case_link_key ON dossiers.case_link USING btree (case_key);


--
-- Name: consultation_dossier; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX consultation_dossier ON dossiers.consultation USING btree (dossier_id, id);


--
-- Name: contact_point_petitioner; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX contact_point_petitioner ON dossiers.contact_point USING btree (petitioner_id);


--
-- Name: contact_point_value; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX contact_point_value ON dossiers.contact_point USING btree (value_hash);


--
-- Name: dossier_category; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX dossier_category ON dossiers.dossier USING btree (category);


--
-- Name: dossier_closed; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX dossier_closed ON dossiers.dossier USING btree (closed_on);


--
-- Name: dossier_court; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX dossier_court ON dossiers.dossier USING btree (court_code, dossier_no);


--
-- Name: dossier_court_opened; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX dossier_court_opened ON dossiers.dossier USING btree (court_code, opened_on);


--
-- Name: dossier_decision_dossier; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX dossier_decision_dossier ON dossiers.dossier_decision USING btree (dossier_id, id);


--
-- Name: dossier_ground; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX dossier_ground ON dossiers.dossier USING btree (ground);


--
-- Name: dossier_handler; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX dossier_handler ON dossiers.dossier USING btree (handler_id);


--
-- Name: dossier_matter_class; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX dossier_matter_class ON dossiers.dossier USING btree (matter_class);


--
-- Name: dossier_opened; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX dossier_opened ON dossiers.dossier USING btree (court_code, opened_on);


--
-- Name: dossier_petitioner_petitioner; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX dossier_petitioner_petitioner ON dossiers.dossier_petitioner USING btree (petitioner_id);


--
-- Name: dossier_responsible_dept; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX dossier_responsible_dept ON dossiers.dossier USING btree (responsible_dept_id);


--
-- Name: dossier_review_due; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX dossier_review_due ON dossiers.dossier USING btree (review_due_on);


--
-- Name: dossier_status; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX dossier_status ON dossiers.dossier USING btree (status);


--
-- Name: dossier_text_search; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX dossier_text_search ON dossiers.dossier_text USING gin (core.search_pairs(search_text));
ALTER INDEX dossiers.dossier_text_search ALTER COLUMN 1 SET STATISTICS 0;


--
-- Name: explanation_dossier; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX explanation_dossier ON dossiers.explanation USING btree (dossier_id, id);


--
-- Name: explanation_registration; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX explanation_registration ON dossiers.explanation USING btree (registration_id, id);


--
-- Name: export_request_court; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX export_request_court ON dossiers.export_request USING btree (court_code, id);


--
-- Name: export_request_state; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX export_request_state ON dossiers.export_request USING btree (state);


--
-- Name: id_copy_demand_petitioner; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX id_copy_demand_petitioner ON dossiers.id_copy_demand USING btree (petitioner_id, expires_on);


--
-- Name: identity_conflict_court; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX identity_conflict_court ON dossiers.identity_conflict USING btree (court_code, state);


--
-- Name: identity_conflict_other; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX identity_conflict_other ON dossiers.identity_conflict USING btree (other_id);


--
-- Name: identity_conflict_state; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX identity_conflict_state ON dossiers.identity_conflict USING btree (state);


--
-- Name: petitioner_alias_name; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX petitioner_alias_name ON dossiers.petitioner_alias USING btree (court_code, name_hash);


--
-- Name: petitioner_merge_into; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX petitioner_merge_into ON dossiers.petitioner_merge USING btree (into_id);


--
-- Name: petitioner_merge_petitioner; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX petitioner_merge_petitioner ON dossiers.petitioner_merge USING btree (petitioner_id);


--
-- Name: petitioner_merged_into; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX petitioner_merged_into ON dossiers.petitioner USING btree (merged_into_id);


--
-- Name: petitioner_name; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX petitioner_name ON dossiers.petitioner USING btree (court_code, name_hash) WHERE (id_number_hash IS NULL);


--
-- Name: petitioner_revision_petitioner; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX petitioner_revision_petitioner ON dossiers.petitioner_revision USING btree (petitioner_id);


--
-- Name: petitioner_revision_request; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX petitioner_revision_request ON dossiers.petitioner_revision USING btree (rights_request_id);


--
-- Name: registration_assignee; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX registration_assignee ON dossiers.registration USING btree (assignee_id, notify_due_on);


--
-- Name: registration_case_key; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX registration_case_key ON dossiers.registration_case USING btree (case_key);


--
-- Name: registration_channel; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX registration_channel ON dossiers.registration USING btree (channel);


--
-- Name: registration_court; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX registration_court ON dossiers.registration USING btree (court_code, received_on);


--
-- Name: registration_decision_registration; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX registration_decision_registration ON dossiers.registration_decision USING btree (registration_id, id);


--
-- Name: registration_dossier; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX registration_dossier ON dossiers.registration USING btree (dossier_id, received_on);


--
-- Name: registration_entered_by; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX registration_entered_by ON dossiers.registration USING btree (entered_by, received_on, reg_no);


--
-- Name: registration_first; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX registration_first ON dossiers.registration USING btree (is_first);


--
-- Name: registration_forward_registration; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX registration_forward_registration ON dossiers.registration_forward USING btree (registration_id, id);


--
-- Name: registration_incomplete; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX registration_incomplete ON dossiers.registration USING btree (is_incomplete, received_on);


--
-- Name: registration_legacy; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX registration_legacy ON dossiers.registration USING btree (is_legacy);


--
-- Name: registration_letter; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX registration_letter ON dossiers.registration USING btree (of_letter);


--
-- Name: registration_merged_into; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX registration_merged_into ON dossiers.registration USING btree (merged_into_id);


--
-- Name: registration_notify_due; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX registration_notify_due ON dossiers.registration USING btree (notify_due_on);


--
-- Name: registration_petitioner_petitioner; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX registration_petitioner_petitioner ON dossiers.registration_petitioner USING btree (petitioner_id);


--
-- Name: registration_received; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX registration_received ON dossiers.registration USING btree (received_on, reg_no);


--
-- Name: registration_state; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX registration_state ON dossiers.registration USING btree (state);


--
-- Name: registration_text_search; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX registration_text_search ON dossiers.registration_text USING gin (core.search_pairs(search_text));
ALTER INDEX dossiers.registration_text_search ALTER COLUMN 1 SET STATISTICS 0;


--
-- Name: registration_updated; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX registration_updated ON dossiers.registration USING btree (updated_at);


--
-- Name: remedy_assessment_dossier; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX remedy_assessment_dossier ON dossiers.remedy_assessment USING btree (dossier_id, id);


--
-- Name: remedy_assessment_registration; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX remedy_assessment_registration ON dossiers.remedy_assessment USING btree (registration_id, id);


--
-- Name: remedy_deadline; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX remedy_deadline ON dossiers.remedy USING btree (deadline_on);


--
-- Name: remedy_of_assessment; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX remedy_of_assessment ON dossiers.remedy USING btree (remedy_assessment_id, id);


--
-- Name: remedy_rule_decision; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX remedy_rule_decision ON dossiers.remedy_rule USING btree (decision, remedy);


--
-- Name: representative_petitioner; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX representative_petitioner ON dossiers.representative USING btree (petitioner_id);


--
-- Name: rights_record_request; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX rights_record_request ON dossiers.rights_record USING btree (rights_request_id);


--
-- Name: rights_request_court; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX rights_request_court ON dossiers.rights_request USING btree (court_code, due_on);


--
-- Name: rights_request_due; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX rights_request_due ON dossiers.rights_request USING btree (due_on);


--
-- Name: rights_request_kind; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX rights_request_kind ON dossiers.rights_request USING btree (kind);


--
-- Name: rights_request_petitioner; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX rights_request_petitioner ON dossiers.rights_request USING btree (petitioner_id);


--
-- Name: rights_request_state; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX rights_request_state ON dossiers.rights_request USING btree (state);


--
-- Name: risk_notice_case; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX risk_notice_case ON dossiers.risk_notice USING btree (case_key) WHERE (state = ANY (ARRAY['ISSUED'::text, 'ACKNOWLEDGED'::text, 'RESPONDED'::text]));


--
-- Name: risk_notice_department; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX risk_notice_department ON dossiers.risk_notice USING btree (shown_department_id, notice_no);


--
-- Name: risk_notice_department_state; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX risk_notice_department_state ON dossiers.risk_notice USING btree (shown_department_id, state);


--
-- Name: risk_notice_dossier; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX risk_notice_dossier ON dossiers.risk_notice USING btree (dossier_id, id);


--
-- Name: sample_audit_court; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX sample_audit_court ON dossiers.sample_audit USING btree (court_code, from_on);


--
-- Name: sample_audit_from; Type: INDEX; Schema: dossiers; Owner: -
--

CREATE INDEX sample_audit_from ON dossiers.sample_audit USING btree (from_on, id);


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
-- Name: delivery_letter; Type: INDEX; Schema: letters; Owner: -
--

CREATE INDEX delivery_letter ON letters.delivery USING btree (letter_id, id);


--
-- Name: endorsement_record_letter; Type: INDEX; Schema: letters; Owner: -
--

CREATE INDEX endorsement_record_letter ON letters.endorsement_record USING btree (letter_id);


--
-- Name: former_reply_letter; Type: INDEX; Schema: letters; Owner: -
--

CREATE INDEX former_reply_letter ON letters.former_reply USING btree (letter_id);


--
-- Name: former_sender_letter; Type: INDEX; Schema: letters; Owner: -
--

CREATE INDEX former_sender_letter ON letters.former_sender USING btree (letter_id);


--
-- Name: former_sender_sender; Type: INDEX; Schema: letters; Owner: -
--

CREATE INDEX former_sender_sender ON letters.former_sender USING btree (sender_id);


--
-- Name: letter_amendment_letter; Type: INDEX; Schema: letters; Owner: -
--

CREATE INDEX letter_amendment_letter ON letters.letter_amendment USING btree (letter_id);


--
-- Name: letter_assignee; Type: INDEX; Schema: letters; Owner: -
--

CREATE INDEX letter_assignee ON letters.letter USING btree (assignee_id, due_on);


--
-- Name: letter_batch_item; Type: INDEX; Schema: letters; Owner: -
--

CREATE UNIQUE INDEX letter_batch_item ON letters.letter USING btree (transfer_batch_id, item_no) WHERE (state <> 'VOIDED'::text);


--
-- Name: letter_batch_items; Type: INDEX; Schema: letters; Owner: -
--

CREATE INDEX letter_batch_items ON letters.letter USING btree (transfer_batch_id, item_no);


--
-- Name: letter_batch_no; Type: INDEX; Schema: letters; Owner: -
--

CREATE INDEX letter_batch_no ON letters.letter USING btree (batch_no, item_no);


--
-- Name: letter_case_key; Type: INDEX; Schema: letters; Owner: -
--

CREATE INDEX letter_case_key ON letters.letter_case USING btree (case_key);


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
-- Name: letter_replaces; Type: INDEX; Schema: letters; Owner: -
--

CREATE UNIQUE INDEX letter_replaces ON letters.letter USING btree (replaces_id);


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
-- Name: letter_state_since; Type: INDEX; Schema: letters; Owner: -
--

CREATE INDEX letter_state_since ON letters.letter USING btree (state_since);


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
-- Name: notice_letter; Type: INDEX; Schema: letters; Owner: -
--

CREATE INDEX notice_letter ON letters.notice USING btree (letter_id);


--
-- Name: notice_of_template; Type: INDEX; Schema: letters; Owner: -
--

CREATE INDEX notice_of_template ON letters.notice USING btree (template_id);


--
-- Name: notice_sender; Type: INDEX; Schema: letters; Owner: -
--

CREATE INDEX notice_sender ON letters.notice USING btree (sender_id);


--
-- Name: notice_template_in_force; Type: INDEX; Schema: letters; Owner: -
--

CREATE UNIQUE INDEX notice_template_in_force ON letters.notice_template USING btree (court_code, kind) WHERE (state = 'IN_FORCE'::text);


--
-- Name: notice_template_kind; Type: INDEX; Schema: letters; Owner: -
--

CREATE INDEX notice_template_kind ON letters.notice_template USING btree (kind);


--
-- Name: notice_template_state; Type: INDEX; Schema: letters; Owner: -
--

CREATE INDEX notice_template_state ON letters.notice_template USING btree (state);


--
-- Name: online_submission_letter; Type: INDEX; Schema: letters; Owner: -
--

CREATE INDEX online_submission_letter ON letters.online_submission USING btree (letter_id);


--
-- Name: reply_draft_letter; Type: INDEX; Schema: letters; Owner: -
--

CREATE INDEX reply_draft_letter ON letters.reply_draft USING btree (letter_id);


--
-- Name: review_rule_key; Type: INDEX; Schema: letters; Owner: -
--

CREATE UNIQUE INDEX review_rule_key ON letters.review_rule USING btree (source, weight, effective_from, for_court) NULLS NOT DISTINCT;


--
-- Name: transfer_batch_received; Type: INDEX; Schema: letters; Owner: -
--

CREATE INDEX transfer_batch_received ON letters.transfer_batch USING btree (received_on);


--
-- Name: intervention intervention_append_only; Type: TRIGGER; Schema: coordination; Owner: -
--

CREATE TRIGGER intervention_append_only BEFORE DELETE OR UPDATE ON coordination.intervention FOR EACH ROW EXECUTE FUNCTION core.refuse_change();


--
-- Name: intervention intervention_no_truncate; Type: TRIGGER; Schema: coordination; Owner: -
--

CREATE TRIGGER intervention_no_truncate BEFORE TRUNCATE ON coordination.intervention FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change();


--
-- Name: intervention_reminder intervention_reminder_append_only; Type: TRIGGER; Schema: coordination; Owner: -
--

CREATE TRIGGER intervention_reminder_append_only BEFORE DELETE OR UPDATE ON coordination.intervention_reminder FOR EACH ROW EXECUTE FUNCTION core.refuse_change();


--
-- Name: zero_report zero_report_append_only; Type: TRIGGER; Schema: coordination; Owner: -
--

CREATE TRIGGER zero_report_append_only BEFORE DELETE OR UPDATE ON coordination.zero_report FOR EACH ROW EXECUTE FUNCTION core.refuse_change();


--
-- Name: zero_report zero_report_no_truncate; Type: TRIGGER; Schema: coordination; Owner: -
--

CREATE TRIGGER zero_report_no_truncate BEFORE TRUNCATE ON coordination.zero_report FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change();


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
-- Name: claim claim_text; Type: TRIGGER; Schema: dossiers; Owner: -
--

CREATE TRIGGER claim_text AFTER INSERT OR UPDATE OF text ON dossiers.claim FOR EACH ROW EXECUTE FUNCTION dossiers.keep_text();


--
-- Name: contact_point contact_point_entries; Type: TRIGGER; Schema: dossiers; Owner: -
--

CREATE TRIGGER contact_point_entries AFTER INSERT OR UPDATE OF valid_to ON dossiers.contact_point FOR EACH ROW EXECUTE FUNCTION dossiers.refresh_entries_of_petitioner();


--
-- Name: dossier dossier_consultations; Type: TRIGGER; Schema: dossiers; Owner: -
--

CREATE TRIGGER dossier_consultations AFTER UPDATE ON dossiers.dossier FOR EACH ROW WHEN (((old.handler_id IS DISTINCT FROM new.handler_id) OR (old.sealed IS DISTINCT FROM new.sealed))) EXECUTE FUNCTION dossiers.keep_consultations();


--
-- Name: dossier dossier_department; Type: TRIGGER; Schema: dossiers; Owner: -
--

CREATE TRIGGER dossier_department BEFORE INSERT ON dossiers.dossier FOR EACH ROW EXECUTE FUNCTION dossiers.give_department();


--
-- Name: dossier dossier_handler; Type: TRIGGER; Schema: dossiers; Owner: -
--

CREATE TRIGGER dossier_handler AFTER UPDATE ON dossiers.dossier FOR EACH ROW WHEN ((((old.handler_id IS DISTINCT FROM new.handler_id) OR (old.status IS DISTINCT FROM new.status)) OR (old.sealed IS DISTINCT FROM new.sealed))) EXECUTE FUNCTION dossiers.keep_dossier_handler();


--
-- Name: dossier dossier_hanging_visibility; Type: TRIGGER; Schema: dossiers; Owner: -
--

CREATE TRIGGER dossier_hanging_visibility AFTER UPDATE ON dossiers.dossier FOR EACH ROW WHEN (((old.sealed IS DISTINCT FROM new.sealed) OR (old.handler_id IS DISTINCT FROM new.handler_id))) EXECUTE FUNCTION dossiers.give_dossier_visibility();


--
-- Name: dossier_petitioner dossier_petitioner_active; Type: TRIGGER; Schema: dossiers; Owner: -
--

CREATE TRIGGER dossier_petitioner_active BEFORE INSERT ON dossiers.dossier_petitioner FOR EACH ROW EXECUTE FUNCTION dossiers.refuse_merged();


--
-- Name: dossier dossier_risk_notices; Type: TRIGGER; Schema: dossiers; Owner: -
--

CREATE TRIGGER dossier_risk_notices AFTER UPDATE ON dossiers.dossier FOR EACH ROW WHEN (((old.handler_id IS DISTINCT FROM new.handler_id) OR (old.sealed IS DISTINCT FROM new.sealed))) EXECUTE FUNCTION dossiers.keep_risk_notices();


--
-- Name: dossier dossier_text; Type: TRIGGER; Schema: dossiers; Owner: -
--

CREATE TRIGGER dossier_text AFTER INSERT OR UPDATE OF title ON dossiers.dossier FOR EACH ROW EXECUTE FUNCTION dossiers.keep_text();


--
-- Name: explanation explanation_append_only; Type: TRIGGER; Schema: dossiers; Owner: -
--

CREATE TRIGGER explanation_append_only BEFORE DELETE ON dossiers.explanation FOR EACH ROW EXECUTE FUNCTION core.refuse_change();


--
-- Name: explanation explanation_visibility; Type: TRIGGER; Schema: dossiers; Owner: -
--

CREATE TRIGGER explanation_visibility BEFORE INSERT ON dossiers.explanation FOR EACH ROW EXECUTE FUNCTION dossiers.take_visibility();


--
-- Name: petitioner petitioner_entries; Type: TRIGGER; Schema: dossiers; Owner: -
--

CREATE TRIGGER petitioner_entries AFTER UPDATE ON dossiers.petitioner FOR EACH ROW WHEN ((((old.residence_region IS DISTINCT FROM new.residence_region) OR (old.household_region IS DISTINCT FROM new.household_region)) OR (old.id_number_masked IS DISTINCT FROM new.id_number_masked))) EXECUTE FUNCTION dossiers.refresh_entries_of_petitioner();


--
-- Name: registration registration_assignees; Type: TRIGGER; Schema: dossiers; Owner: -
--

CREATE TRIGGER registration_assignees BEFORE UPDATE ON dossiers.registration FOR EACH ROW EXECUTE FUNCTION dossiers.keep_registration_assignees();


--
-- Name: registration registration_entry_fields; Type: TRIGGER; Schema: dossiers; Owner: -
--

CREATE TRIGGER registration_entry_fields BEFORE INSERT OR UPDATE OF matter_class, category, reception_point, channel, group_size, of_letter ON dossiers.registration FOR EACH ROW EXECUTE FUNCTION dossiers.keep_entry_fields();


--
-- Name: registration registration_hanging_visibility; Type: TRIGGER; Schema: dossiers; Owner: -
--

CREATE TRIGGER registration_hanging_visibility AFTER UPDATE ON dossiers.registration FOR EACH ROW WHEN ((((old.sealed IS DISTINCT FROM new.sealed) OR (old.assignees IS DISTINCT FROM new.assignees)) OR (old.accused_staff_ids IS DISTINCT FROM new.accused_staff_ids))) EXECUTE FUNCTION dossiers.give_registration_visibility();


--
-- Name: registration_petitioner registration_petitioner_active; Type: TRIGGER; Schema: dossiers; Owner: -
--

CREATE TRIGGER registration_petitioner_active BEFORE INSERT ON dossiers.registration_petitioner FOR EACH ROW EXECUTE FUNCTION dossiers.refuse_merged();


--
-- Name: registration_petitioner registration_petitioner_entry; Type: TRIGGER; Schema: dossiers; Owner: -
--

CREATE TRIGGER registration_petitioner_entry AFTER INSERT OR DELETE ON dossiers.registration_petitioner FOR EACH ROW EXECUTE FUNCTION dossiers.refresh_entry();


--
-- Name: registration registration_petitioners; Type: TRIGGER; Schema: dossiers; Owner: -
--

CREATE TRIGGER registration_petitioners AFTER UPDATE ON dossiers.registration FOR EACH ROW WHEN (((old.assignees IS DISTINCT FROM new.assignees) OR (old.accused_staff_ids IS DISTINCT FROM new.accused_staff_ids))) EXECUTE FUNCTION dossiers.keep_registration_petitioners();


--
-- Name: registration_representative registration_representative_entry; Type: TRIGGER; Schema: dossiers; Owner: -
--

CREATE TRIGGER registration_representative_entry AFTER INSERT OR DELETE ON dossiers.registration_representative FOR EACH ROW EXECUTE FUNCTION dossiers.refresh_entry();


--
-- Name: registration registration_text; Type: TRIGGER; Schema: dossiers; Owner: -
--

CREATE TRIGGER registration_text AFTER INSERT OR UPDATE OF summary ON dossiers.registration FOR EACH ROW EXECUTE FUNCTION dossiers.keep_registration_text();


--
-- Name: remedy_assessment remedy_assessment_visibility; Type: TRIGGER; Schema: dossiers; Owner: -
--

CREATE TRIGGER remedy_assessment_visibility BEFORE INSERT ON dossiers.remedy_assessment FOR EACH ROW EXECUTE FUNCTION dossiers.take_visibility();


--
-- Name: sample_audit sample_audit_append_only; Type: TRIGGER; Schema: dossiers; Owner: -
--

CREATE TRIGGER sample_audit_append_only BEFORE DELETE OR UPDATE ON dossiers.sample_audit FOR EACH ROW EXECUTE FUNCTION core.refuse_change();


--
-- Name: audit_event audit_event_append_only; Type: TRIGGER; Schema: host; Owner: -
--

CREATE TRIGGER audit_event_append_only BEFORE DELETE OR UPDATE ON host.audit_event FOR EACH ROW EXECUTE FUNCTION core.refuse_change();


--
-- Name: audit_event audit_event_no_truncate; Type: TRIGGER; Schema: host; Owner: -
--

CREATE TRIGGER audit_event_no_truncate BEFORE TRUNCATE ON host.audit_event FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_change();


--
-- Name: letter letter_state_since; Type: TRIGGER; Schema: letters; Owner: -
--

CREATE TRIGGER letter_state_since BEFORE INSERT OR UPDATE OF state ON letters.letter FOR EACH ROW EXECUTE FUNCTION letters.keep_state_since();


--
-- Name: letter letter_text; Type: TRIGGER; Schema: letters; Owner: -
--

CREATE TRIGGER letter_text AFTER INSERT OR UPDATE OF subject, abstract ON letters.letter FOR EACH ROW EXECUTE FUNCTION letters.keep_text();


--
-- Name: intervention intervention_corrects_id_fkey; Type: FK CONSTRAINT; Schema: coordination; Owner: -
--

ALTER TABLE ONLY coordination.intervention
    ADD CONSTRAINT intervention_corrects_id_fkey FOREIGN KEY (corrects_id) REFERENCES coordination.intervention(id);


--
-- Name: intervention intervention_court_code_fkey; Type: FK CONSTRAINT; Schema: coordination; Owner: -
--

ALTER TABLE ONLY coordination.intervention
    ADD CONSTRAINT intervention_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: intervention intervention_recorded_by_fkey; Type: FK CONSTRAINT; Schema: coordination; Owner: -
--

ALTER TABLE ONLY coordination.intervention
    ADD CONSTRAINT intervention_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES core.staff(id);


--
-- Name: intervention_reminder intervention_reminder_court_code_fkey; Type: FK CONSTRAINT; Schema: coordination; Owner: -
--

ALTER TABLE ONLY coordination.intervention_reminder
    ADD CONSTRAINT intervention_reminder_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: linkage_event linkage_event_court_code_fkey; Type: FK CONSTRAINT; Schema: coordination; Owner: -
--

ALTER TABLE ONLY coordination.linkage_event
    ADD CONSTRAINT linkage_event_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: linkage_event linkage_event_dossier_id_fkey; Type: FK CONSTRAINT; Schema: coordination; Owner: -
--

ALTER TABLE ONLY coordination.linkage_event
    ADD CONSTRAINT linkage_event_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES dossiers.dossier(id);


--
-- Name: linkage_event linkage_event_high_court_code_fkey; Type: FK CONSTRAINT; Schema: coordination; Owner: -
--

ALTER TABLE ONLY coordination.linkage_event
    ADD CONSTRAINT linkage_event_high_court_code_fkey FOREIGN KEY (high_court_code) REFERENCES core.court(code);


--
-- Name: linkage_event linkage_event_intermediate_court_code_fkey; Type: FK CONSTRAINT; Schema: coordination; Owner: -
--

ALTER TABLE ONLY coordination.linkage_event
    ADD CONSTRAINT linkage_event_intermediate_court_code_fkey FOREIGN KEY (intermediate_court_code) REFERENCES core.court(code);


--
-- Name: linkage_event linkage_event_letter_id_fkey; Type: FK CONSTRAINT; Schema: coordination; Owner: -
--

ALTER TABLE ONLY coordination.linkage_event
    ADD CONSTRAINT linkage_event_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES letters.letter(id);


--
-- Name: linkage_event linkage_event_registered_by_fkey; Type: FK CONSTRAINT; Schema: coordination; Owner: -
--

ALTER TABLE ONLY coordination.linkage_event
    ADD CONSTRAINT linkage_event_registered_by_fkey FOREIGN KEY (registered_by) REFERENCES core.staff(id);


--
-- Name: linkage_event linkage_event_registration_id_fkey; Type: FK CONSTRAINT; Schema: coordination; Owner: -
--

ALTER TABLE ONLY coordination.linkage_event
    ADD CONSTRAINT linkage_event_registration_id_fkey FOREIGN KEY (registration_id) REFERENCES dossiers.registration(id);


--
-- Name: linkage_event linkage_event_supreme_court_code_fkey; Type: FK CONSTRAINT; Schema: coordination; Owner: -
--

ALTER TABLE ONLY coordination.linkage_event
    ADD CONSTRAINT linkage_event_supreme_court_code_fkey FOREIGN KEY (supreme_court_code) REFERENCES core.court(code);


--
-- Name: linkage_participant linkage_participant_court_code_fkey; Type: FK CONSTRAINT; Schema: coordination; Owner: -
--

ALTER TABLE ONLY coordination.linkage_participant
    ADD CONSTRAINT linkage_participant_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: linkage_participant linkage_participant_department_id_fkey; Type: FK CONSTRAINT; Schema: coordination; Owner: -
--

ALTER TABLE ONLY coordination.linkage_participant
    ADD CONSTRAINT linkage_participant_department_id_fkey FOREIGN KEY (department_id) REFERENCES core.department(id);


--
-- Name: linkage_participant linkage_participant_linkage_event_id_fkey; Type: FK CONSTRAINT; Schema: coordination; Owner: -
--

ALTER TABLE ONLY coordination.linkage_participant
    ADD CONSTRAINT linkage_participant_linkage_event_id_fkey FOREIGN KEY (linkage_event_id) REFERENCES coordination.linkage_event(id);


--
-- Name: linkage_participant linkage_participant_member_court_code_fkey; Type: FK CONSTRAINT; Schema: coordination; Owner: -
--

ALTER TABLE ONLY coordination.linkage_participant
    ADD CONSTRAINT linkage_participant_member_court_code_fkey FOREIGN KEY (member_court_code) REFERENCES core.court(code);


--
-- Name: linkage_participant linkage_participant_organization_id_fkey; Type: FK CONSTRAINT; Schema: coordination; Owner: -
--

ALTER TABLE ONLY coordination.linkage_participant
    ADD CONSTRAINT linkage_participant_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES core.organization(id);


--
-- Name: technical_issue technical_issue_answered_by_fkey; Type: FK CONSTRAINT; Schema: coordination; Owner: -
--

ALTER TABLE ONLY coordination.technical_issue
    ADD CONSTRAINT technical_issue_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES core.staff(id);


--
-- Name: technical_issue technical_issue_court_code_fkey; Type: FK CONSTRAINT; Schema: coordination; Owner: -
--

ALTER TABLE ONLY coordination.technical_issue
    ADD CONSTRAINT technical_issue_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: technical_issue technical_issue_high_court_code_fkey; Type: FK CONSTRAINT; Schema: coordination; Owner: -
--

ALTER TABLE ONLY coordination.technical_issue
    ADD CONSTRAINT technical_issue_high_court_code_fkey FOREIGN KEY (high_court_code) REFERENCES core.court(code);


--
-- Name: technical_issue_remark technical_issue_remark_court_code_fkey; Type: FK CONSTRAINT; Schema: coordination; Owner: -
--

ALTER TABLE ONLY coordination.technical_issue_remark
    ADD CONSTRAINT technical_issue_remark_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: technical_issue_remark technical_issue_remark_made_by_fkey; Type: FK CONSTRAINT; Schema: coordination; Owner: -
--

ALTER TABLE ONLY coordination.technical_issue_remark
    ADD CONSTRAINT technical_issue_remark_made_by_fkey FOREIGN KEY (made_by) REFERENCES core.staff(id);


--
-- Name: technical_issue_remark technical_issue_remark_technical_issue_id_fkey; Type: FK CONSTRAINT; Schema: coordination; Owner: -
--

ALTER TABLE ONLY coordination.technical_issue_remark
    ADD CONSTRAINT technical_issue_remark_technical_issue_id_fkey FOREIGN KEY (technical_issue_id) REFERENCES coordination.technical_issue(id);


--
-- Name: technical_issue technical_issue_reported_by_fkey; Type: FK CONSTRAINT; Schema: coordination; Owner: -
--

ALTER TABLE ONLY coordination.technical_issue
    ADD CONSTRAINT technical_issue_reported_by_fkey FOREIGN KEY (reported_by) REFERENCES core.staff(id);


--
-- Name: upper_report upper_report_court_code_fkey; Type: FK CONSTRAINT; Schema: coordination; Owner: -
--

ALTER TABLE ONLY coordination.upper_report
    ADD CONSTRAINT upper_report_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: upper_report upper_report_drafted_by_fkey; Type: FK CONSTRAINT; Schema: coordination; Owner: -
--

ALTER TABLE ONLY coordination.upper_report
    ADD CONSTRAINT upper_report_drafted_by_fkey FOREIGN KEY (drafted_by) REFERENCES core.staff(id);


--
-- Name: upper_report upper_report_received_by_fkey; Type: FK CONSTRAINT; Schema: coordination; Owner: -
--

ALTER TABLE ONLY coordination.upper_report
    ADD CONSTRAINT upper_report_received_by_fkey FOREIGN KEY (received_by) REFERENCES core.staff(id);


--
-- Name: upper_report upper_report_receiving_court_code_fkey; Type: FK CONSTRAINT; Schema: coordination; Owner: -
--

ALTER TABLE ONLY coordination.upper_report
    ADD CONSTRAINT upper_report_receiving_court_code_fkey FOREIGN KEY (receiving_court_code) REFERENCES core.court(code);


--
-- Name: upper_report_return upper_report_return_court_code_fkey; Type: FK CONSTRAINT; Schema: coordination; Owner: -
--

ALTER TABLE ONLY coordination.upper_report_return
    ADD CONSTRAINT upper_report_return_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: upper_report_return upper_report_return_returned_by_fkey; Type: FK CONSTRAINT; Schema: coordination; Owner: -
--

ALTER TABLE ONLY coordination.upper_report_return
    ADD CONSTRAINT upper_report_return_returned_by_fkey FOREIGN KEY (returned_by) REFERENCES core.staff(id);


--
-- Name: upper_report_return upper_report_return_upper_report_id_fkey; Type: FK CONSTRAINT; Schema: coordination; Owner: -
--

ALTER TABLE ONLY coordination.upper_report_return
    ADD CONSTRAINT upper_report_return_upper_report_id_fkey FOREIGN KEY (upper_report_id) REFERENCES coordination.upper_report(id);


--
-- Name: upper_report upper_report_sent_by_fkey; Type: FK CONSTRAINT; Schema: coordination; Owner: -
--

ALTER TABLE ONLY coordination.upper_report
    ADD CONSTRAINT upper_report_sent_by_fkey FOREIGN KEY (sent_by) REFERENCES core.staff(id);


--
-- Name: upper_report upper_report_to_court_code_fkey; Type: FK CONSTRAINT; Schema: coordination; Owner: -
--

ALTER TABLE ONLY coordination.upper_report
    ADD CONSTRAINT upper_report_to_court_code_fkey FOREIGN KEY (to_court_code) REFERENCES core.court(code);


--
-- Name: zero_report zero_report_court_code_fkey; Type: FK CONSTRAINT; Schema: coordination; Owner: -
--

ALTER TABLE ONLY coordination.zero_report
    ADD CONSTRAINT zero_report_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: zero_report zero_report_filed_by_fkey; Type: FK CONSTRAINT; Schema: coordination; Owner: -
--

ALTER TABLE ONLY coordination.zero_report
    ADD CONSTRAINT zero_report_filed_by_fkey FOREIGN KEY (filed_by) REFERENCES core.staff(id);


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
-- Name: delegation delegation_court_code_fkey; Type: FK CONSTRAINT; Schema: core; Owner: -
--

ALTER TABLE ONLY core.delegation
    ADD CONSTRAINT delegation_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: delegation delegation_created_by_fkey; Type: FK CONSTRAINT; Schema: core; Owner: -
--

ALTER TABLE ONLY core.delegation
    ADD CONSTRAINT delegation_created_by_fkey FOREIGN KEY (created_by) REFERENCES core.staff(id);


--
-- Name: delegation delegation_ended_by_fkey; Type: FK CONSTRAINT; Schema: core; Owner: -
--

ALTER TABLE ONLY core.delegation
    ADD CONSTRAINT delegation_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES core.staff(id);


--
-- Name: delegation delegation_from_staff_id_fkey; Type: FK CONSTRAINT; Schema: core; Owner: -
--

ALTER TABLE ONLY core.delegation
    ADD CONSTRAINT delegation_from_staff_id_fkey FOREIGN KEY (from_staff_id) REFERENCES core.staff(id);


--
-- Name: delegation delegation_to_staff_id_fkey; Type: FK CONSTRAINT; Schema: core; Owner: -
--

ALTER TABLE ONLY core.delegation
    ADD CONSTRAINT delegation_to_staff_id_fkey FOREIGN KEY (to_staff_id) REFERENCES core.staff(id);


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
-- Name: case_link_judge case_link_judge_court_code_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.case_link_judge
    ADD CONSTRAINT case_link_judge_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: case_link_judge case_link_judge_dossier_id_link_seq_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.case_link_judge
    ADD CONSTRAINT case_link_judge_dossier_id_link_seq_fkey FOREIGN KEY (dossier_id, link_seq) REFERENCES dossiers.case_link(dossier_id, seq) ON DELETE CASCADE;


--
-- Name: case_link_judge case_link_judge_staff_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.case_link_judge
    ADD CONSTRAINT case_link_judge_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES core.staff(id);


--
-- Name: claim claim_court_code_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.claim
    ADD CONSTRAINT claim_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: claim claim_decided_by_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.claim
    ADD CONSTRAINT claim_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES core.staff(id);


--
-- Name: claim claim_dossier_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.claim
    ADD CONSTRAINT claim_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES dossiers.dossier(id);


--
-- Name: consultation consultation_court_code_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.consultation
    ADD CONSTRAINT consultation_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: consultation consultation_dossier_id_case_seq_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.consultation
    ADD CONSTRAINT consultation_dossier_id_case_seq_fkey FOREIGN KEY (dossier_id, case_seq) REFERENCES dossiers.case_link(dossier_id, seq);


--
-- Name: consultation consultation_dossier_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.consultation
    ADD CONSTRAINT consultation_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES dossiers.dossier(id);


--
-- Name: consultation consultation_handler_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.consultation
    ADD CONSTRAINT consultation_handler_id_fkey FOREIGN KEY (handler_id) REFERENCES core.staff(id);


--
-- Name: consultation_judge consultation_judge_consultation_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.consultation_judge
    ADD CONSTRAINT consultation_judge_consultation_id_fkey FOREIGN KEY (consultation_id) REFERENCES dossiers.consultation(id);


--
-- Name: consultation_judge consultation_judge_court_code_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.consultation_judge
    ADD CONSTRAINT consultation_judge_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: consultation_judge consultation_judge_staff_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.consultation_judge
    ADD CONSTRAINT consultation_judge_staff_id_fkey FOREIGN KEY (staff_id) REFERENCES core.staff(id);


--
-- Name: consultation consultation_requested_by_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.consultation
    ADD CONSTRAINT consultation_requested_by_fkey FOREIGN KEY (requested_by) REFERENCES core.staff(id);


--
-- Name: consultation_waiver consultation_waiver_approved_by_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.consultation_waiver
    ADD CONSTRAINT consultation_waiver_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES core.staff(id);


--
-- Name: consultation_waiver consultation_waiver_consultation_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.consultation_waiver
    ADD CONSTRAINT consultation_waiver_consultation_id_fkey FOREIGN KEY (consultation_id) REFERENCES dossiers.consultation(id);


--
-- Name: consultation_waiver consultation_waiver_court_code_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.consultation_waiver
    ADD CONSTRAINT consultation_waiver_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


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
-- Name: dossier_decision dossier_decision_court_code_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.dossier_decision
    ADD CONSTRAINT dossier_decision_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: dossier_decision dossier_decision_decided_by_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.dossier_decision
    ADD CONSTRAINT dossier_decision_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES core.staff(id);


--
-- Name: dossier_decision dossier_decision_dossier_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.dossier_decision
    ADD CONSTRAINT dossier_decision_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES dossiers.dossier(id);


--
-- Name: dossier_destruction dossier_destruction_confirmed_by_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.dossier_destruction
    ADD CONSTRAINT dossier_destruction_confirmed_by_fkey FOREIGN KEY (confirmed_by) REFERENCES core.staff(id);


--
-- Name: dossier_destruction dossier_destruction_court_code_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.dossier_destruction
    ADD CONSTRAINT dossier_destruction_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: dossier_destruction dossier_destruction_dossier_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.dossier_destruction
    ADD CONSTRAINT dossier_destruction_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES dossiers.dossier(id);


--
-- Name: dossier_destruction dossier_destruction_requested_by_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.dossier_destruction
    ADD CONSTRAINT dossier_destruction_requested_by_fkey FOREIGN KEY (requested_by) REFERENCES core.staff(id);


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
-- Name: dossier dossier_responsible_dept_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.dossier
    ADD CONSTRAINT dossier_responsible_dept_id_fkey FOREIGN KEY (responsible_dept_id) REFERENCES core.department(id);


--
-- Name: dossier_text dossier_text_dossier_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.dossier_text
    ADD CONSTRAINT dossier_text_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES dossiers.dossier(id) ON DELETE CASCADE;


--
-- Name: explanation explanation_by_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.explanation
    ADD CONSTRAINT explanation_by_id_fkey FOREIGN KEY (by_id) REFERENCES core.staff(id);


--
-- Name: explanation explanation_court_code_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.explanation
    ADD CONSTRAINT explanation_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: explanation explanation_dossier_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.explanation
    ADD CONSTRAINT explanation_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES dossiers.dossier(id);


--
-- Name: explanation explanation_registration_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.explanation
    ADD CONSTRAINT explanation_registration_id_fkey FOREIGN KEY (registration_id) REFERENCES dossiers.registration(id);


--
-- Name: export_request export_request_court_code_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.export_request
    ADD CONSTRAINT export_request_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: export_request export_request_decided_by_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.export_request
    ADD CONSTRAINT export_request_decided_by_id_fkey FOREIGN KEY (decided_by_id) REFERENCES core.staff(id);


--
-- Name: export_request export_request_requested_by_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.export_request
    ADD CONSTRAINT export_request_requested_by_id_fkey FOREIGN KEY (requested_by_id) REFERENCES core.staff(id);


--
-- Name: id_copy_demand id_copy_demand_court_code_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.id_copy_demand
    ADD CONSTRAINT id_copy_demand_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: id_copy_demand id_copy_demand_demanded_by_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.id_copy_demand
    ADD CONSTRAINT id_copy_demand_demanded_by_fkey FOREIGN KEY (demanded_by) REFERENCES core.staff(id);


--
-- Name: id_copy_demand id_copy_demand_petitioner_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.id_copy_demand
    ADD CONSTRAINT id_copy_demand_petitioner_id_fkey FOREIGN KEY (petitioner_id) REFERENCES dossiers.petitioner(id);


--
-- Name: identity_conflict identity_conflict_court_code_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.identity_conflict
    ADD CONSTRAINT identity_conflict_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: identity_conflict identity_conflict_other_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.identity_conflict
    ADD CONSTRAINT identity_conflict_other_id_fkey FOREIGN KEY (other_id) REFERENCES dossiers.petitioner(id);


--
-- Name: identity_conflict identity_conflict_petitioner_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.identity_conflict
    ADD CONSTRAINT identity_conflict_petitioner_id_fkey FOREIGN KEY (petitioner_id) REFERENCES dossiers.petitioner(id);


--
-- Name: identity_conflict identity_conflict_settled_by_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.identity_conflict
    ADD CONSTRAINT identity_conflict_settled_by_id_fkey FOREIGN KEY (settled_by_id) REFERENCES core.staff(id);


--
-- Name: limit_rule limit_rule_court_code_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.limit_rule
    ADD CONSTRAINT limit_rule_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: petitioner_alias petitioner_alias_court_code_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.petitioner_alias
    ADD CONSTRAINT petitioner_alias_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: petitioner_alias petitioner_alias_petitioner_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.petitioner_alias
    ADD CONSTRAINT petitioner_alias_petitioner_id_fkey FOREIGN KEY (petitioner_id) REFERENCES dossiers.petitioner(id);


--
-- Name: petitioner_alias petitioner_alias_recorded_by_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.petitioner_alias
    ADD CONSTRAINT petitioner_alias_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES core.staff(id);


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
-- Name: petitioner_import_row petitioner_import_row_court_code_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.petitioner_import_row
    ADD CONSTRAINT petitioner_import_row_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: petitioner_import_row petitioner_import_row_dossier_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.petitioner_import_row
    ADD CONSTRAINT petitioner_import_row_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES dossiers.dossier(id);


--
-- Name: petitioner_import_row petitioner_import_row_petitioner_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.petitioner_import_row
    ADD CONSTRAINT petitioner_import_row_petitioner_id_fkey FOREIGN KEY (petitioner_id) REFERENCES dossiers.petitioner(id);


--
-- Name: petitioner_merge petitioner_merge_court_code_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.petitioner_merge
    ADD CONSTRAINT petitioner_merge_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: petitioner_merge petitioner_merge_into_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.petitioner_merge
    ADD CONSTRAINT petitioner_merge_into_id_fkey FOREIGN KEY (into_id) REFERENCES dossiers.petitioner(id);


--
-- Name: petitioner_merge_link petitioner_merge_link_merge_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.petitioner_merge_link
    ADD CONSTRAINT petitioner_merge_link_merge_id_fkey FOREIGN KEY (merge_id) REFERENCES dossiers.petitioner_merge(id);


--
-- Name: petitioner_merge petitioner_merge_merged_by_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.petitioner_merge
    ADD CONSTRAINT petitioner_merge_merged_by_fkey FOREIGN KEY (merged_by) REFERENCES core.staff(id);


--
-- Name: petitioner_merge petitioner_merge_petitioner_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.petitioner_merge
    ADD CONSTRAINT petitioner_merge_petitioner_id_fkey FOREIGN KEY (petitioner_id) REFERENCES dossiers.petitioner(id);


--
-- Name: petitioner_merge petitioner_merge_undone_by_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.petitioner_merge
    ADD CONSTRAINT petitioner_merge_undone_by_fkey FOREIGN KEY (undone_by) REFERENCES core.staff(id);


--
-- Name: petitioner petitioner_merged_into_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.petitioner
    ADD CONSTRAINT petitioner_merged_into_id_fkey FOREIGN KEY (merged_into_id) REFERENCES dossiers.petitioner(id);


--
-- Name: petitioner_revision petitioner_revision_court_code_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.petitioner_revision
    ADD CONSTRAINT petitioner_revision_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: petitioner_revision petitioner_revision_petitioner_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.petitioner_revision
    ADD CONSTRAINT petitioner_revision_petitioner_id_fkey FOREIGN KEY (petitioner_id) REFERENCES dossiers.petitioner(id);


--
-- Name: petitioner_revision petitioner_revision_revised_by_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.petitioner_revision
    ADD CONSTRAINT petitioner_revision_revised_by_fkey FOREIGN KEY (revised_by) REFERENCES core.staff(id);


--
-- Name: petitioner_revision petitioner_revision_rights_request_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.petitioner_revision
    ADD CONSTRAINT petitioner_revision_rights_request_id_fkey FOREIGN KEY (rights_request_id) REFERENCES dossiers.rights_request(id);


--
-- Name: registration registration_assignee_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.registration
    ADD CONSTRAINT registration_assignee_id_fkey FOREIGN KEY (assignee_id) REFERENCES core.staff(id);


--
-- Name: registration_case registration_case_court_code_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.registration_case
    ADD CONSTRAINT registration_case_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: registration_case registration_case_registration_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.registration_case
    ADD CONSTRAINT registration_case_registration_id_fkey FOREIGN KEY (registration_id) REFERENCES dossiers.registration(id);


--
-- Name: registration registration_court_code_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.registration
    ADD CONSTRAINT registration_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: registration_decision registration_decision_by_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.registration_decision
    ADD CONSTRAINT registration_decision_by_id_fkey FOREIGN KEY (by_id) REFERENCES core.staff(id);


--
-- Name: registration_decision registration_decision_court_code_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.registration_decision
    ADD CONSTRAINT registration_decision_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: registration_decision registration_decision_registration_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.registration_decision
    ADD CONSTRAINT registration_decision_registration_id_fkey FOREIGN KEY (registration_id) REFERENCES dossiers.registration(id);


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
-- Name: registration_forward registration_forward_court_code_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.registration_forward
    ADD CONSTRAINT registration_forward_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: registration_forward registration_forward_organization_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.registration_forward
    ADD CONSTRAINT registration_forward_organization_id_fkey FOREIGN KEY (organization_id) REFERENCES core.organization(id);


--
-- Name: registration_forward registration_forward_registration_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.registration_forward
    ADD CONSTRAINT registration_forward_registration_id_fkey FOREIGN KEY (registration_id) REFERENCES dossiers.registration(id);


--
-- Name: registration_forward registration_forward_to_court_code_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.registration_forward
    ADD CONSTRAINT registration_forward_to_court_code_fkey FOREIGN KEY (to_court_code) REFERENCES core.court(code);


--
-- Name: registration_import registration_import_court_code_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.registration_import
    ADD CONSTRAINT registration_import_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: registration_import registration_import_registration_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.registration_import
    ADD CONSTRAINT registration_import_registration_id_fkey FOREIGN KEY (registration_id) REFERENCES dossiers.registration(id);


--
-- Name: registration registration_merged_into_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.registration
    ADD CONSTRAINT registration_merged_into_id_fkey FOREIGN KEY (merged_into_id) REFERENCES dossiers.registration(id);


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
-- Name: registration_query_code registration_query_code_registration_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.registration_query_code
    ADD CONSTRAINT registration_query_code_registration_id_fkey FOREIGN KEY (registration_id) REFERENCES dossiers.registration(id) ON DELETE CASCADE;


--
-- Name: registration_refusal registration_refusal_court_code_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.registration_refusal
    ADD CONSTRAINT registration_refusal_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: registration_refusal registration_refusal_decided_by_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.registration_refusal
    ADD CONSTRAINT registration_refusal_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES core.staff(id);


--
-- Name: registration_refusal registration_refusal_registration_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.registration_refusal
    ADD CONSTRAINT registration_refusal_registration_id_fkey FOREIGN KEY (registration_id) REFERENCES dossiers.registration(id);


--
-- Name: registration_representative registration_representative_court_code_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.registration_representative
    ADD CONSTRAINT registration_representative_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: registration_representative registration_representative_registration_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.registration_representative
    ADD CONSTRAINT registration_representative_registration_id_fkey FOREIGN KEY (registration_id) REFERENCES dossiers.registration(id);


--
-- Name: registration registration_separation_by_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.registration
    ADD CONSTRAINT registration_separation_by_fkey FOREIGN KEY (separation_by) REFERENCES core.staff(id);


--
-- Name: registration_text registration_text_registration_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.registration_text
    ADD CONSTRAINT registration_text_registration_id_fkey FOREIGN KEY (registration_id) REFERENCES dossiers.registration(id) ON DELETE CASCADE;


--
-- Name: remedy_assessment remedy_assessment_assessed_by_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.remedy_assessment
    ADD CONSTRAINT remedy_assessment_assessed_by_fkey FOREIGN KEY (assessed_by) REFERENCES core.staff(id);


--
-- Name: remedy_assessment remedy_assessment_court_code_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.remedy_assessment
    ADD CONSTRAINT remedy_assessment_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: remedy_assessment remedy_assessment_dossier_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.remedy_assessment
    ADD CONSTRAINT remedy_assessment_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES dossiers.dossier(id);


--
-- Name: remedy_assessment remedy_assessment_registration_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.remedy_assessment
    ADD CONSTRAINT remedy_assessment_registration_id_fkey FOREIGN KEY (registration_id) REFERENCES dossiers.registration(id);


--
-- Name: remedy remedy_competent_court_code_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.remedy
    ADD CONSTRAINT remedy_competent_court_code_fkey FOREIGN KEY (competent_court_code) REFERENCES core.court(code);


--
-- Name: remedy remedy_court_code_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.remedy
    ADD CONSTRAINT remedy_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: remedy remedy_remedy_assessment_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.remedy
    ADD CONSTRAINT remedy_remedy_assessment_id_fkey FOREIGN KEY (remedy_assessment_id) REFERENCES dossiers.remedy_assessment(id);


--
-- Name: representative representative_authority_material_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.representative
    ADD CONSTRAINT representative_authority_material_id_fkey FOREIGN KEY (authority_material_id) REFERENCES core.material(id);


--
-- Name: representative representative_court_code_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.representative
    ADD CONSTRAINT representative_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: representative representative_petitioner_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.representative
    ADD CONSTRAINT representative_petitioner_id_fkey FOREIGN KEY (petitioner_id) REFERENCES dossiers.petitioner(id);


--
-- Name: rights_record rights_record_court_code_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.rights_record
    ADD CONSTRAINT rights_record_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: rights_record rights_record_recipient_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.rights_record
    ADD CONSTRAINT rights_record_recipient_id_fkey FOREIGN KEY (recipient_id) REFERENCES core.organization(id);


--
-- Name: rights_record rights_record_rights_request_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.rights_record
    ADD CONSTRAINT rights_record_rights_request_id_fkey FOREIGN KEY (rights_request_id) REFERENCES dossiers.rights_request(id);


--
-- Name: rights_request rights_request_assignee_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.rights_request
    ADD CONSTRAINT rights_request_assignee_id_fkey FOREIGN KEY (assignee_id) REFERENCES core.staff(id);


--
-- Name: rights_request rights_request_court_code_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.rights_request
    ADD CONSTRAINT rights_request_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: rights_request rights_request_decided_by_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.rights_request
    ADD CONSTRAINT rights_request_decided_by_id_fkey FOREIGN KEY (decided_by_id) REFERENCES core.staff(id);


--
-- Name: rights_request rights_request_executed_by_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.rights_request
    ADD CONSTRAINT rights_request_executed_by_id_fkey FOREIGN KEY (executed_by_id) REFERENCES core.staff(id);


--
-- Name: rights_request rights_request_petitioner_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.rights_request
    ADD CONSTRAINT rights_request_petitioner_id_fkey FOREIGN KEY (petitioner_id) REFERENCES dossiers.petitioner(id);


--
-- Name: risk_notice risk_notice_acknowledged_by_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.risk_notice
    ADD CONSTRAINT risk_notice_acknowledged_by_fkey FOREIGN KEY (acknowledged_by) REFERENCES core.staff(id);


--
-- Name: risk_notice risk_notice_approved_by_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.risk_notice
    ADD CONSTRAINT risk_notice_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES core.staff(id);


--
-- Name: risk_notice risk_notice_court_code_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.risk_notice
    ADD CONSTRAINT risk_notice_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: risk_notice risk_notice_dossier_id_case_seq_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.risk_notice
    ADD CONSTRAINT risk_notice_dossier_id_case_seq_fkey FOREIGN KEY (dossier_id, case_seq) REFERENCES dossiers.case_link(dossier_id, seq);


--
-- Name: risk_notice risk_notice_dossier_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.risk_notice
    ADD CONSTRAINT risk_notice_dossier_id_fkey FOREIGN KEY (dossier_id) REFERENCES dossiers.dossier(id);


--
-- Name: risk_notice risk_notice_drafted_by_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.risk_notice
    ADD CONSTRAINT risk_notice_drafted_by_fkey FOREIGN KEY (drafted_by) REFERENCES core.staff(id);


--
-- Name: risk_notice risk_notice_handler_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.risk_notice
    ADD CONSTRAINT risk_notice_handler_id_fkey FOREIGN KEY (handler_id) REFERENCES core.staff(id);


--
-- Name: risk_notice risk_notice_shown_court_code_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.risk_notice
    ADD CONSTRAINT risk_notice_shown_court_code_fkey FOREIGN KEY (shown_court_code) REFERENCES core.court(code);


--
-- Name: risk_notice risk_notice_shown_department_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.risk_notice
    ADD CONSTRAINT risk_notice_shown_department_id_fkey FOREIGN KEY (shown_department_id) REFERENCES core.department(id);


--
-- Name: risk_notice risk_notice_target_department_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.risk_notice
    ADD CONSTRAINT risk_notice_target_department_id_fkey FOREIGN KEY (target_department_id) REFERENCES core.department(id);


--
-- Name: sample_audit sample_audit_court_code_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.sample_audit
    ADD CONSTRAINT sample_audit_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: sample_audit sample_audit_drawn_by_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.sample_audit
    ADD CONSTRAINT sample_audit_drawn_by_fkey FOREIGN KEY (drawn_by) REFERENCES core.staff(id);


--
-- Name: sample_item sample_item_court_code_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.sample_item
    ADD CONSTRAINT sample_item_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: sample_item sample_item_found_by_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.sample_item
    ADD CONSTRAINT sample_item_found_by_fkey FOREIGN KEY (found_by) REFERENCES core.staff(id);


--
-- Name: sample_item sample_item_registration_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.sample_item
    ADD CONSTRAINT sample_item_registration_id_fkey FOREIGN KEY (registration_id) REFERENCES dossiers.registration(id);


--
-- Name: sample_item sample_item_sample_audit_id_fkey; Type: FK CONSTRAINT; Schema: dossiers; Owner: -
--

ALTER TABLE ONLY dossiers.sample_item
    ADD CONSTRAINT sample_item_sample_audit_id_fkey FOREIGN KEY (sample_audit_id) REFERENCES dossiers.sample_audit(id);


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
-- Name: delivery delivery_court_code_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.delivery
    ADD CONSTRAINT delivery_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: delivery delivery_letter_id_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.delivery
    ADD CONSTRAINT delivery_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES letters.letter(id);


--
-- Name: delivery delivery_sent_by_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.delivery
    ADD CONSTRAINT delivery_sent_by_fkey FOREIGN KEY (sent_by) REFERENCES core.staff(id);


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
-- Name: endorsement_record endorsement_record_by_id_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.endorsement_record
    ADD CONSTRAINT endorsement_record_by_id_fkey FOREIGN KEY (by_id) REFERENCES core.staff(id);


--
-- Name: endorsement_record endorsement_record_court_code_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.endorsement_record
    ADD CONSTRAINT endorsement_record_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: endorsement_record endorsement_record_letter_id_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.endorsement_record
    ADD CONSTRAINT endorsement_record_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES letters.letter(id);


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
-- Name: former_sender former_sender_court_code_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.former_sender
    ADD CONSTRAINT former_sender_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: former_sender former_sender_letter_id_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.former_sender
    ADD CONSTRAINT former_sender_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES letters.letter(id);


--
-- Name: former_sender former_sender_replaced_by_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.former_sender
    ADD CONSTRAINT former_sender_replaced_by_fkey FOREIGN KEY (replaced_by) REFERENCES core.staff(id);


--
-- Name: former_sender former_sender_sender_id_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.former_sender
    ADD CONSTRAINT former_sender_sender_id_fkey FOREIGN KEY (sender_id) REFERENCES letters.letter_sender(id);


--
-- Name: letter_amendment letter_amendment_by_id_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.letter_amendment
    ADD CONSTRAINT letter_amendment_by_id_fkey FOREIGN KEY (by_id) REFERENCES core.staff(id);


--
-- Name: letter_amendment letter_amendment_court_code_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.letter_amendment
    ADD CONSTRAINT letter_amendment_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: letter_amendment letter_amendment_letter_id_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.letter_amendment
    ADD CONSTRAINT letter_amendment_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES letters.letter(id);


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
-- Name: letter_reminder letter_reminder_court_code_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.letter_reminder
    ADD CONSTRAINT letter_reminder_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: letter_reminder letter_reminder_letter_id_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.letter_reminder
    ADD CONSTRAINT letter_reminder_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES letters.letter(id);


--
-- Name: letter letter_replaces_id_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.letter
    ADD CONSTRAINT letter_replaces_id_fkey FOREIGN KEY (replaces_id) REFERENCES letters.letter(id);


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
-- Name: notice notice_court_code_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.notice
    ADD CONSTRAINT notice_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: notice notice_letter_id_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.notice
    ADD CONSTRAINT notice_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES letters.letter(id);


--
-- Name: notice notice_rendered_by_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.notice
    ADD CONSTRAINT notice_rendered_by_fkey FOREIGN KEY (rendered_by) REFERENCES core.staff(id);


--
-- Name: notice notice_sender_id_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.notice
    ADD CONSTRAINT notice_sender_id_fkey FOREIGN KEY (sender_id) REFERENCES letters.letter_sender(id);


--
-- Name: notice_template notice_template_court_code_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.notice_template
    ADD CONSTRAINT notice_template_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: notice_template notice_template_drafted_by_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.notice_template
    ADD CONSTRAINT notice_template_drafted_by_fkey FOREIGN KEY (drafted_by) REFERENCES core.staff(id);


--
-- Name: notice notice_template_id_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.notice
    ADD CONSTRAINT notice_template_id_fkey FOREIGN KEY (template_id) REFERENCES letters.notice_template(id);


--
-- Name: notice_template notice_template_published_by_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.notice_template
    ADD CONSTRAINT notice_template_published_by_fkey FOREIGN KEY (published_by) REFERENCES core.staff(id);


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
-- Name: online_submission online_submission_court_code_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.online_submission
    ADD CONSTRAINT online_submission_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: online_submission online_submission_letter_id_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.online_submission
    ADD CONSTRAINT online_submission_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES letters.letter(id);


--
-- Name: online_submission online_submission_submitted_by_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.online_submission
    ADD CONSTRAINT online_submission_submitted_by_fkey FOREIGN KEY (submitted_by) REFERENCES core.staff(id);


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
-- Name: reply_draft reply_draft_author_id_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.reply_draft
    ADD CONSTRAINT reply_draft_author_id_fkey FOREIGN KEY (author_id) REFERENCES core.staff(id);


--
-- Name: reply_draft reply_draft_court_code_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.reply_draft
    ADD CONSTRAINT reply_draft_court_code_fkey FOREIGN KEY (court_code) REFERENCES core.court(code);


--
-- Name: reply_draft reply_draft_letter_id_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.reply_draft
    ADD CONSTRAINT reply_draft_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES letters.letter(id);


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
-- Name: review_rule review_rule_for_court_fkey; Type: FK CONSTRAINT; Schema: letters; Owner: -
--

ALTER TABLE ONLY letters.review_rule
    ADD CONSTRAINT review_rule_for_court_fkey FOREIGN KEY (for_court) REFERENCES core.court(code);


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
-- Name: intervention docket_visible; Type: POLICY; Schema: coordination; Owner: -
--

CREATE POLICY docket_visible ON coordination.intervention FOR SELECT TO docket_reader USING (((court_code = ANY (( SELECT core.readable_courts() AS readable_courts)::text[])) AND ((NOT sealed) OR ( SELECT core.may_read_sealed() AS may_read_sealed)) AND (NOT COALESCE((intervener_staff_ids && ( SELECT core.recused_from() AS recused_from)), false))));


--
-- Name: intervention_reminder docket_visible; Type: POLICY; Schema: coordination; Owner: -
--

CREATE POLICY docket_visible ON coordination.intervention_reminder FOR SELECT TO docket_reader USING ((court_code = ANY (( SELECT core.readable_courts() AS readable_courts)::text[])));


--
-- Name: linkage_event docket_visible; Type: POLICY; Schema: coordination; Owner: -
--

CREATE POLICY docket_visible ON coordination.linkage_event FOR SELECT TO docket_reader USING (((court_code = ANY (( SELECT core.readable_courts() AS readable_courts)::text[])) OR (intermediate_court_code = ANY (( SELECT core.readable_courts() AS readable_courts)::text[])) OR (high_court_code = ANY (( SELECT core.readable_courts() AS readable_courts)::text[])) OR (supreme_court_code = ANY (( SELECT core.readable_courts() AS readable_courts)::text[]))));


--
-- Name: linkage_participant docket_visible; Type: POLICY; Schema: coordination; Owner: -
--

CREATE POLICY docket_visible ON coordination.linkage_participant FOR SELECT TO docket_reader USING ((EXISTS ( SELECT
   FROM coordination.linkage_event p
  WHERE (p.id = linkage_participant.linkage_event_id))));


--
-- Name: technical_issue docket_visible; Type: POLICY; Schema: coordination; Owner: -
--

CREATE POLICY docket_visible ON coordination.technical_issue FOR SELECT TO docket_reader USING (((court_code = ANY (( SELECT core.readable_courts() AS readable_courts)::text[])) OR (high_court_code = ANY (( SELECT core.readable_courts() AS readable_courts)::text[]))));


--
-- Name: technical_issue_remark docket_visible; Type: POLICY; Schema: coordination; Owner: -
--

CREATE POLICY docket_visible ON coordination.technical_issue_remark FOR SELECT TO docket_reader USING ((EXISTS ( SELECT
   FROM coordination.technical_issue p
  WHERE (p.id = technical_issue_remark.technical_issue_id))));


--
-- Name: upper_report docket_visible; Type: POLICY; Schema: coordination; Owner: -
--

CREATE POLICY docket_visible ON coordination.upper_report FOR SELECT TO docket_reader USING (((court_code = ANY (( SELECT core.readable_courts() AS readable_courts)::text[])) OR (receiving_court_code = ANY (( SELECT core.readable_courts() AS readable_courts)::text[]))));


--
-- Name: upper_report_return docket_visible; Type: POLICY; Schema: coordination; Owner: -
--

CREATE POLICY docket_visible ON coordination.upper_report_return FOR SELECT TO docket_reader USING ((EXISTS ( SELECT
   FROM coordination.upper_report p
  WHERE (p.id = upper_report_return.upper_report_id))));


--
-- Name: zero_report docket_visible; Type: POLICY; Schema: coordination; Owner: -
--

CREATE POLICY docket_visible ON coordination.zero_report FOR SELECT TO docket_reader USING ((court_code = ANY (( SELECT core.readable_courts() AS readable_courts)::text[])));


--
-- Name: intervention docket_writer; Type: POLICY; Schema: coordination; Owner: -
--

CREATE POLICY docket_writer ON coordination.intervention TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: intervention_reminder docket_writer; Type: POLICY; Schema: coordination; Owner: -
--

CREATE POLICY docket_writer ON coordination.intervention_reminder TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: linkage_event docket_writer; Type: POLICY; Schema: coordination; Owner: -
--

CREATE POLICY docket_writer ON coordination.linkage_event TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: linkage_participant docket_writer; Type: POLICY; Schema: coordination; Owner: -
--

CREATE POLICY docket_writer ON coordination.linkage_participant TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: technical_issue docket_writer; Type: POLICY; Schema: coordination; Owner: -
--

CREATE POLICY docket_writer ON coordination.technical_issue TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: technical_issue_remark docket_writer; Type: POLICY; Schema: coordination; Owner: -
--

CREATE POLICY docket_writer ON coordination.technical_issue_remark TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: upper_report docket_writer; Type: POLICY; Schema: coordination; Owner: -
--

CREATE POLICY docket_writer ON coordination.upper_report TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: upper_report_return docket_writer; Type: POLICY; Schema: coordination; Owner: -
--

CREATE POLICY docket_writer ON coordination.upper_report_return TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: zero_report docket_writer; Type: POLICY; Schema: coordination; Owner: -
--

CREATE POLICY docket_writer ON coordination.zero_report TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: intervention; Type: ROW SECURITY; Schema: coordination; Owner: -
--

ALTER TABLE coordination.intervention ENABLE ROW LEVEL SECURITY;

--
-- Name: intervention_reminder; Type: ROW SECURITY; Schema: coordination; Owner: -
--

ALTER TABLE coordination.intervention_reminder ENABLE ROW LEVEL SECURITY;

--
-- Name: linkage_event; Type: ROW SECURITY; Schema: coordination; Owner: -
--

ALTER TABLE coordination.linkage_event ENABLE ROW LEVEL SECURITY;

--
-- Name: linkage_participant; Type: ROW SECURITY; Schema: coordination; Owner: -
--

ALTER TABLE coordination.linkage_participant ENABLE ROW LEVEL SECURITY;

--
-- Name: technical_issue; Type: ROW SECURITY; Schema: coordination; Owner: -
--

ALTER TABLE coordination.technical_issue ENABLE ROW LEVEL SECURITY;

--
-- Name: technical_issue_remark; Type: ROW SECURITY; Schema: coordination; Owner: -
--

ALTER TABLE coordination.technical_issue_remark ENABLE ROW LEVEL SECURITY;

--
-- Name: upper_report; Type: ROW SECURITY; Schema: coordination; Owner: -
--

ALTER TABLE coordination.upper_report ENABLE ROW LEVEL SECURITY;

--
-- Name: upper_report_return; Type: ROW SECURITY; Schema: coordination; Owner: -
--

ALTER TABLE coordination.upper_report_return ENABLE ROW LEVEL SECURITY;

--
-- Name: zero_report; Type: ROW SECURITY; Schema: coordination; Owner: -
--

ALTER TABLE coordination.zero_report ENABLE ROW LEVEL SECURITY;

--
-- Name: delegation; Type: ROW SECURITY; Schema: core; Owner: -
--

ALTER TABLE core.delegation ENABLE ROW LEVEL SECURITY;

--
-- Name: disclosure; Type: ROW SECURITY; Schema: core; Owner: -
--

ALTER TABLE core.disclosure ENABLE ROW LEVEL SECURITY;

--
-- Name: delegation docket_visible; Type: POLICY; Schema: core; Owner: -
--

CREATE POLICY docket_visible ON core.delegation FOR SELECT TO docket_reader USING ((court_code = ANY (( SELECT core.readable_courts() AS readable_courts)::text[])));


--
-- Name: disclosure docket_visible; Type: POLICY; Schema: core; Owner: -
--

CREATE POLICY docket_visible ON core.disclosure FOR SELECT TO docket_reader USING ((court_code = ANY (( SELECT core.readable_courts() AS readable_courts)::text[])));


--
-- Name: delegation docket_writer; Type: POLICY; Schema: core; Owner: -
--

CREATE POLICY docket_writer ON core.delegation TO docket_writer USING (true) WITH CHECK (true);


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
-- Name: material material_of_Consultation; Type: POLICY; Schema: core; Owner: -
--

CREATE POLICY "material_of_Consultation" ON core.material FOR SELECT TO docket_reader USING (((object_type = 'Consultation'::text) AND (EXISTS ( SELECT
   FROM dossiers.consultation owner
  WHERE (owner.id = material.object_id)))));


--
-- Name: material material_of_Dossier; Type: POLICY; Schema: core; Owner: -
--

CREATE POLICY "material_of_Dossier" ON core.material FOR SELECT TO docket_reader USING (((object_type = 'Dossier'::text) AND (EXISTS ( SELECT
   FROM dossiers.dossier owner
  WHERE (owner.id = material.object_id)))));


--
-- Name: material material_of_Petitioner; Type: POLICY; Schema: core; Owner: -
--

CREATE POLICY "material_of_Petitioner" ON core.material FOR SELECT TO docket_reader USING (((object_type = 'Petitioner'::text) AND (EXISTS ( SELECT
   FROM dossiers.petitioner owner
  WHERE (owner.id = material.object_id)))));


--
-- Name: material material_of_UpperReport; Type: POLICY; Schema: core; Owner: -
--

CREATE POLICY "material_of_UpperReport" ON core.material FOR SELECT TO docket_reader USING (((object_type = 'UpperReport'::text) AND (EXISTS ( SELECT
   FROM coordination.upper_report owner
  WHERE (owner.id = material.object_id)))));


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
-- Name: disclosure records_of_Consultation; Type: POLICY; Schema: core; Owner: -
--

CREATE POLICY "records_of_Consultation" ON core.disclosure AS RESTRICTIVE FOR SELECT TO docket_reader USING (((object_type <> 'Consultation'::text) OR (EXISTS ( SELECT
   FROM dossiers.consultation seen
  WHERE (seen.id = disclosure.object_id)
 OFFSET 0))));


--
-- Name: disclosure records_of_Delegation; Type: POLICY; Schema: core; Owner: -
--

CREATE POLICY "records_of_Delegation" ON core.disclosure AS RESTRICTIVE FOR SELECT TO docket_reader USING (((object_type <> 'Delegation'::text) OR (EXISTS ( SELECT
   FROM core.delegation seen
  WHERE (seen.id = disclosure.object_id)
 OFFSET 0))));


--
-- Name: disclosure records_of_Dossier; Type: POLICY; Schema: core; Owner: -
--

CREATE POLICY "records_of_Dossier" ON core.disclosure AS RESTRICTIVE FOR SELECT TO docket_reader USING (((object_type <> 'Dossier'::text) OR (EXISTS ( SELECT
   FROM dossiers.dossier seen
  WHERE (seen.id = disclosure.object_id)
 OFFSET 0))));


--
-- Name: disclosure records_of_ExportRequest; Type: POLICY; Schema: core; Owner: -
--

CREATE POLICY "records_of_ExportRequest" ON core.disclosure AS RESTRICTIVE FOR SELECT TO docket_reader USING (((object_type <> 'ExportRequest'::text) OR (EXISTS ( SELECT
   FROM dossiers.export_request seen
  WHERE (seen.id = disclosure.object_id)
 OFFSET 0))));


--
-- Name: disclosure records_of_InterventionRecord; Type: POLICY; Schema: core; Owner: -
--

CREATE POLICY "records_of_InterventionRecord" ON core.disclosure AS RESTRICTIVE FOR SELECT TO docket_reader USING (((object_type <> 'InterventionRecord'::text) OR (EXISTS ( SELECT
   FROM coordination.intervention seen
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
-- Name: disclosure records_of_LinkageEvent; Type: POLICY; Schema: core; Owner: -
--

CREATE POLICY "records_of_LinkageEvent" ON core.disclosure AS RESTRICTIVE FOR SELECT TO docket_reader USING (((object_type <> 'LinkageEvent'::text) OR (EXISTS ( SELECT
   FROM coordination.linkage_event seen
  WHERE (seen.id = disclosure.object_id)
 OFFSET 0))));


--
-- Name: disclosure records_of_NoticeTemplate; Type: POLICY; Schema: core; Owner: -
--

CREATE POLICY "records_of_NoticeTemplate" ON core.disclosure AS RESTRICTIVE FOR SELECT TO docket_reader USING (((object_type <> 'NoticeTemplate'::text) OR (EXISTS ( SELECT
   FROM letters.notice_template seen
  WHERE (seen.id = disclosure.object_id)
 OFFSET 0))));


--
-- Name: disclosure records_of_Petitioner; Type: POLICY; Schema: core; Owner: -
--

CREATE POLICY "records_of_Petitioner" ON core.disclosure AS RESTRICTIVE FOR SELECT TO docket_reader USING (((object_type <> 'Petitioner'::text) OR (EXISTS ( SELECT
   FROM dossiers.petitioner seen
  WHERE (seen.id = disclosure.object_id)
 OFFSET 0))));


--
-- Name: disclosure records_of_Registration; Type: POLICY; Schema: core; Owner: -
--

CREATE POLICY "records_of_Registration" ON core.disclosure AS RESTRICTIVE FOR SELECT TO docket_reader USING (((object_type <> 'Registration'::text) OR (EXISTS ( SELECT
   FROM dossiers.registration seen
  WHERE (seen.id = disclosure.object_id)
 OFFSET 0))));


--
-- Name: disclosure records_of_RightsRequest; Type: POLICY; Schema: core; Owner: -
--

CREATE POLICY "records_of_RightsRequest" ON core.disclosure AS RESTRICTIVE FOR SELECT TO docket_reader USING (((object_type <> 'RightsRequest'::text) OR (EXISTS ( SELECT
   FROM dossiers.rights_request seen
  WHERE (seen.id = disclosure.object_id)
 OFFSET 0))));


--
-- Name: disclosure records_of_RiskNotice; Type: POLICY; Schema: core; Owner: -
--

CREATE POLICY "records_of_RiskNotice" ON core.disclosure AS RESTRICTIVE FOR SELECT TO docket_reader USING (((object_type <> 'RiskNotice'::text) OR (EXISTS ( SELECT
   FROM dossiers.risk_notice seen
  WHERE (seen.id = disclosure.object_id)
 OFFSET 0))));


--
-- Name: disclosure records_of_TechnicalIssue; Type: POLICY; Schema: core; Owner: -
--

CREATE POLICY "records_of_TechnicalIssue" ON core.disclosure AS RESTRICTIVE FOR SELECT TO docket_reader USING (((object_type <> 'TechnicalIssue'::text) OR (EXISTS ( SELECT
   FROM coordination.technical_issue seen
  WHERE (seen.id = disclosure.object_id)
 OFFSET 0))));


--
-- Name: disclosure records_of_UpperReport; Type: POLICY; Schema: core; Owner: -
--

CREATE POLICY "records_of_UpperReport" ON core.disclosure AS RESTRICTIVE FOR SELECT TO docket_reader USING (((object_type <> 'UpperReport'::text) OR (EXISTS ( SELECT
   FROM coordination.upper_report seen
  WHERE (seen.id = disclosure.object_id)
 OFFSET 0))));


--
-- Name: disclosure records_of_ZeroReport; Type: POLICY; Schema: core; Owner: -
--

CREATE POLICY "records_of_ZeroReport" ON core.disclosure AS RESTRICTIVE FOR SELECT TO docket_reader USING (((object_type <> 'ZeroReport'::text) OR (EXISTS ( SELECT
   FROM coordination.zero_report seen
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
-- Name: volume volume_of_Consultation; Type: POLICY; Schema: core; Owner: -
--

CREATE POLICY "volume_of_Consultation" ON core.volume FOR SELECT TO docket_reader USING (((object_type = 'Consultation'::text) AND (EXISTS ( SELECT
   FROM dossiers.consultation owner
  WHERE (owner.id = volume.object_id)))));


--
-- Name: volume volume_of_Dossier; Type: POLICY; Schema: core; Owner: -
--

CREATE POLICY "volume_of_Dossier" ON core.volume FOR SELECT TO docket_reader USING (((object_type = 'Dossier'::text) AND (EXISTS ( SELECT
   FROM dossiers.dossier owner
  WHERE (owner.id = volume.object_id)))));


--
-- Name: volume volume_of_Petitioner; Type: POLICY; Schema: core; Owner: -
--

CREATE POLICY "volume_of_Petitioner" ON core.volume FOR SELECT TO docket_reader USING (((object_type = 'Petitioner'::text) AND (EXISTS ( SELECT
   FROM dossiers.petitioner owner
  WHERE (owner.id = volume.object_id)))));


--
-- Name: volume volume_of_UpperReport; Type: POLICY; Schema: core; Owner: -
--

CREATE POLICY "volume_of_UpperReport" ON core.volume FOR SELECT TO docket_reader USING (((object_type = 'UpperReport'::text) AND (EXISTS ( SELECT
   FROM coordination.upper_report owner
  WHERE (owner.id = volume.object_id)))));


--
-- Name: case_link; Type: ROW SECURITY; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.case_link ENABLE ROW LEVEL SECURITY;

--
-- Name: case_link_judge; Type: ROW SECURITY; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.case_link_judge ENABLE ROW LEVEL SECURITY;

--
-- Name: claim; Type: ROW SECURITY; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.claim ENABLE ROW LEVEL SECURITY;

--
-- Name: consultation; Type: ROW SECURITY; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.consultation ENABLE ROW LEVEL SECURITY;

--
-- Name: consultation_judge; Type: ROW SECURITY; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.consultation_judge ENABLE ROW LEVEL SECURITY;

--
-- Name: consultation_waiver; Type: ROW SECURITY; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.consultation_waiver ENABLE ROW LEVEL SECURITY;

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
-- Name: case_link_judge docket_visible; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_visible ON dossiers.case_link_judge FOR SELECT TO docket_reader USING ((EXISTS ( SELECT
   FROM dossiers.dossier p
  WHERE (p.id = case_link_judge.dossier_id))));


--
-- Name: claim docket_visible; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_visible ON dossiers.claim FOR SELECT TO docket_reader USING ((EXISTS ( SELECT
   FROM dossiers.dossier p
  WHERE (p.id = claim.dossier_id))));


--
-- Name: consultation docket_visible; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_visible ON dossiers.consultation FOR SELECT TO docket_reader USING (((court_code = ANY (( SELECT core.readable_courts() AS readable_courts)::text[])) AND ((NOT sealed) OR ( SELECT core.may_read_sealed() AS may_read_sealed)) AND ((NOT ( SELECT core.sees_only_assigned() AS sees_only_assigned)) OR (requested_by = ANY (( SELECT core.acting_as() AS acting_as)::bigint[])) OR (handler_id = ANY (( SELECT core.acting_as() AS acting_as)::bigint[])) OR (judge_ids && ( SELECT core.acting_as() AS acting_as)))));


--
-- Name: consultation_judge docket_visible; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_visible ON dossiers.consultation_judge FOR SELECT TO docket_reader USING ((EXISTS ( SELECT
   FROM dossiers.consultation p
  WHERE (p.id = consultation_judge.consultation_id))));


--
-- Name: consultation_waiver docket_visible; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_visible ON dossiers.consultation_waiver FOR SELECT TO docket_reader USING ((EXISTS ( SELECT
   FROM dossiers.consultation p
  WHERE (p.id = consultation_waiver.consultation_id))));


--
-- Name: contact_point docket_visible; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_visible ON dossiers.contact_point FOR SELECT TO docket_reader USING ((EXISTS ( SELECT
   FROM dossiers.petitioner p
  WHERE (p.id = contact_point.petitioner_id))));


--
-- Name: dossier docket_visible; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_visible ON dossiers.dossier FOR SELECT TO docket_reader USING (((court_code = ANY (( SELECT core.readable_courts() AS readable_courts)::text[])) AND ((NOT sealed) OR ( SELECT core.may_read_sealed() AS may_read_sealed)) AND ((NOT ( SELECT core.sees_only_assigned() AS sees_only_assigned)) OR (handler_id = ANY (( SELECT core.acting_as() AS acting_as)::bigint[]))) AND (NOT COALESCE((accused_staff_ids && ( SELECT core.recused_from() AS recused_from)), false))));


--
-- Name: dossier_decision docket_visible; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_visible ON dossiers.dossier_decision FOR SELECT TO docket_reader USING ((EXISTS ( SELECT
   FROM dossiers.dossier p
  WHERE (p.id = dossier_decision.dossier_id))));


--
-- Name: dossier_destruction docket_visible; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_visible ON dossiers.dossier_destruction FOR SELECT TO docket_reader USING ((EXISTS ( SELECT
   FROM dossiers.dossier p
  WHERE (p.id = dossier_destruction.dossier_id))));


--
-- Name: dossier_petitioner docket_visible; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_visible ON dossiers.dossier_petitioner FOR SELECT TO docket_reader USING (((EXISTS ( SELECT
   FROM dossiers.dossier p
  WHERE (p.id = dossier_petitioner.dossier_id))) AND (EXISTS ( SELECT
   FROM dossiers.petitioner p
  WHERE (p.id = dossier_petitioner.petitioner_id)))));


--
-- Name: explanation docket_visible; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_visible ON dossiers.explanation FOR SELECT TO docket_reader USING (((court_code = ANY (( SELECT core.readable_courts() AS readable_courts)::text[])) AND ((NOT sealed) OR ( SELECT core.may_read_sealed() AS may_read_sealed)) AND ((NOT ( SELECT core.sees_only_assigned() AS sees_only_assigned)) OR (assignees && ( SELECT core.acting_as() AS acting_as))) AND (NOT COALESCE((accused_staff_ids && ( SELECT core.recused_from() AS recused_from)), false))));


--
-- Name: export_request docket_visible; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_visible ON dossiers.export_request FOR SELECT TO docket_reader USING ((court_code = ANY (( SELECT core.readable_courts() AS readable_courts)::text[])));


--
-- Name: id_copy_demand docket_visible; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_visible ON dossiers.id_copy_demand FOR SELECT TO docket_reader USING ((EXISTS ( SELECT
   FROM dossiers.petitioner p
  WHERE (p.id = id_copy_demand.petitioner_id))));


--
-- Name: identity_conflict docket_visible; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_visible ON dossiers.identity_conflict FOR SELECT TO docket_reader USING (((court_code = ANY (( SELECT core.readable_courts() AS readable_courts)::text[])) AND ((NOT sealed) OR ( SELECT core.may_read_sealed() AS may_read_sealed))));


--
-- Name: petitioner docket_visible; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_visible ON dossiers.petitioner FOR SELECT TO docket_reader USING (((court_code = ANY (( SELECT core.readable_courts() AS readable_courts)::text[])) AND ((NOT sealed) OR ( SELECT core.may_read_sealed() AS may_read_sealed)) AND ((NOT ( SELECT core.sees_only_assigned() AS sees_only_assigned)) OR (assignees && ( SELECT core.acting_as() AS acting_as))) AND (NOT COALESCE((accused_staff_ids && ( SELECT core.recused_from() AS recused_from)), false))));


--
-- Name: petitioner_alias docket_visible; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_visible ON dossiers.petitioner_alias FOR SELECT TO docket_reader USING ((EXISTS ( SELECT
   FROM dossiers.petitioner p
  WHERE (p.id = petitioner_alias.petitioner_id))));


--
-- Name: petitioner_merge docket_visible; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_visible ON dossiers.petitioner_merge FOR SELECT TO docket_reader USING (((EXISTS ( SELECT
   FROM dossiers.petitioner p
  WHERE (p.id = petitioner_merge.petitioner_id))) AND (EXISTS ( SELECT
   FROM dossiers.petitioner p
  WHERE (p.id = petitioner_merge.into_id)))));


--
-- Name: petitioner_revision docket_visible; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_visible ON dossiers.petitioner_revision FOR SELECT TO docket_reader USING ((EXISTS ( SELECT
   FROM dossiers.petitioner p
  WHERE (p.id = petitioner_revision.petitioner_id))));


--
-- Name: registration docket_visible; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_visible ON dossiers.registration FOR SELECT TO docket_reader USING (((court_code = ANY (( SELECT core.readable_courts() AS readable_courts)::text[])) AND ((NOT sealed) OR ( SELECT core.may_read_sealed() AS may_read_sealed)) AND ((NOT ( SELECT core.sees_only_assigned() AS sees_only_assigned)) OR (assignees && ( SELECT core.acting_as() AS acting_as))) AND (NOT COALESCE((accused_staff_ids && ( SELECT core.recused_from() AS recused_from)), false))));


--
-- Name: registration_case docket_visible; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_visible ON dossiers.registration_case FOR SELECT TO docket_reader USING ((EXISTS ( SELECT
   FROM dossiers.registration p
  WHERE (p.id = registration_case.registration_id))));


--
-- Name: registration_decision docket_visible; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_visible ON dossiers.registration_decision FOR SELECT TO docket_reader USING ((EXISTS ( SELECT
   FROM dossiers.registration p
  WHERE (p.id = registration_decision.registration_id))));


--
-- Name: registration_forward docket_visible; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_visible ON dossiers.registration_forward FOR SELECT TO docket_reader USING ((EXISTS ( SELECT
   FROM dossiers.registration p
  WHERE (p.id = registration_forward.registration_id))));


--
-- Name: registration_petitioner docket_visible; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_visible ON dossiers.registration_petitioner FOR SELECT TO docket_reader USING (((EXISTS ( SELECT
   FROM dossiers.registration p
  WHERE (p.id = registration_petitioner.registration_id))) AND (EXISTS ( SELECT
   FROM dossiers.petitioner p
  WHERE (p.id = registration_petitioner.petitioner_id)))));


--
-- Name: registration_refusal docket_visible; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_visible ON dossiers.registration_refusal FOR SELECT TO docket_reader USING ((EXISTS ( SELECT
   FROM dossiers.registration p
  WHERE (p.id = registration_refusal.registration_id))));


--
-- Name: registration_representative docket_visible; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_visible ON dossiers.registration_representative FOR SELECT TO docket_reader USING ((EXISTS ( SELECT
   FROM dossiers.registration p
  WHERE (p.id = registration_representative.registration_id))));


--
-- Name: remedy docket_visible; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_visible ON dossiers.remedy FOR SELECT TO docket_reader USING ((EXISTS ( SELECT
   FROM dossiers.remedy_assessment p
  WHERE (p.id = remedy.remedy_assessment_id))));


--
-- Name: remedy_assessment docket_visible; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_visible ON dossiers.remedy_assessment FOR SELECT TO docket_reader USING (((court_code = ANY (( SELECT core.readable_courts() AS readable_courts)::text[])) AND ((NOT sealed) OR ( SELECT core.may_read_sealed() AS may_read_sealed)) AND ((NOT ( SELECT core.sees_only_assigned() AS sees_only_assigned)) OR (assignees && ( SELECT core.acting_as() AS acting_as))) AND (NOT COALESCE((accused_staff_ids && ( SELECT core.recused_from() AS recused_from)), false))));


--
-- Name: representative docket_visible; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_visible ON dossiers.representative FOR SELECT TO docket_reader USING ((EXISTS ( SELECT
   FROM dossiers.petitioner p
  WHERE (p.id = representative.petitioner_id))));


--
-- Name: rights_record docket_visible; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_visible ON dossiers.rights_record FOR SELECT TO docket_reader USING ((EXISTS ( SELECT
   FROM dossiers.rights_request p
  WHERE (p.id = rights_record.rights_request_id))));


--
-- Name: rights_request docket_visible; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_visible ON dossiers.rights_request FOR SELECT TO docket_reader USING ((court_code = ANY (( SELECT core.readable_courts() AS readable_courts)::text[])));


--
-- Name: risk_notice docket_visible; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_visible ON dossiers.risk_notice FOR SELECT TO docket_reader USING ((((court_code = ANY (( SELECT core.readable_courts() AS readable_courts)::text[])) OR (shown_court_code = ANY (( SELECT core.readable_courts() AS readable_courts)::text[]))) AND ((NOT sealed) OR ( SELECT core.may_read_sealed() AS may_read_sealed)) AND ((NOT ( SELECT core.sees_only_assigned() AS sees_only_assigned)) OR (drafted_by = ANY (( SELECT core.acting_as() AS acting_as)::bigint[])) OR (handler_id = ANY (( SELECT core.acting_as() AS acting_as)::bigint[])) OR (shown_department_id = ANY (( SELECT core.acting_in() AS acting_in)::bigint[])))));


--
-- Name: sample_audit docket_visible; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_visible ON dossiers.sample_audit FOR SELECT TO docket_reader USING ((court_code = ANY (( SELECT core.readable_courts() AS readable_courts)::text[])));


--
-- Name: sample_item docket_visible; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_visible ON dossiers.sample_item FOR SELECT TO docket_reader USING ((EXISTS ( SELECT
   FROM dossiers.sample_audit p
  WHERE (p.id = sample_item.sample_audit_id))));


--
-- Name: case_link docket_writer; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_writer ON dossiers.case_link TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: case_link_judge docket_writer; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_writer ON dossiers.case_link_judge TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: claim docket_writer; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_writer ON dossiers.claim TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: consultation docket_writer; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_writer ON dossiers.consultation TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: consultation_judge docket_writer; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_writer ON dossiers.consultation_judge TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: consultation_waiver docket_writer; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_writer ON dossiers.consultation_waiver TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: contact_point docket_writer; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_writer ON dossiers.contact_point TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: dossier docket_writer; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_writer ON dossiers.dossier TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: dossier_decision docket_writer; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_writer ON dossiers.dossier_decision TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: dossier_destruction docket_writer; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_writer ON dossiers.dossier_destruction TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: dossier_petitioner docket_writer; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_writer ON dossiers.dossier_petitioner TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: dossier_text docket_writer; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_writer ON dossiers.dossier_text TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: explanation docket_writer; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_writer ON dossiers.explanation TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: export_request docket_writer; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_writer ON dossiers.export_request TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: id_copy_demand docket_writer; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_writer ON dossiers.id_copy_demand TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: identity_conflict docket_writer; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_writer ON dossiers.identity_conflict TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: petitioner docket_writer; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_writer ON dossiers.petitioner TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: petitioner_alias docket_writer; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_writer ON dossiers.petitioner_alias TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: petitioner_merge docket_writer; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_writer ON dossiers.petitioner_merge TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: petitioner_revision docket_writer; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_writer ON dossiers.petitioner_revision TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: registration docket_writer; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_writer ON dossiers.registration TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: registration_case docket_writer; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_writer ON dossiers.registration_case TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: registration_decision docket_writer; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_writer ON dossiers.registration_decision TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: registration_forward docket_writer; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_writer ON dossiers.registration_forward TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: registration_import docket_writer; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_writer ON dossiers.registration_import TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: registration_petitioner docket_writer; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_writer ON dossiers.registration_petitioner TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: registration_query_code docket_writer; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_writer ON dossiers.registration_query_code TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: registration_refusal docket_writer; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_writer ON dossiers.registration_refusal TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: registration_representative docket_writer; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_writer ON dossiers.registration_representative TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: registration_text docket_writer; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_writer ON dossiers.registration_text TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: remedy docket_writer; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_writer ON dossiers.remedy TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: remedy_assessment docket_writer; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_writer ON dossiers.remedy_assessment TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: representative docket_writer; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_writer ON dossiers.representative TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: rights_record docket_writer; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_writer ON dossiers.rights_record TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: rights_request docket_writer; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_writer ON dossiers.rights_request TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: risk_notice docket_writer; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_writer ON dossiers.risk_notice TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: sample_audit docket_writer; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_writer ON dossiers.sample_audit TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: sample_item docket_writer; Type: POLICY; Schema: dossiers; Owner: -
--

CREATE POLICY docket_writer ON dossiers.sample_item TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: dossier; Type: ROW SECURITY; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.dossier ENABLE ROW LEVEL SECURITY;

--
-- Name: dossier_decision; Type: ROW SECURITY; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.dossier_decision ENABLE ROW LEVEL SECURITY;

--
-- Name: dossier_destruction; Type: ROW SECURITY; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.dossier_destruction ENABLE ROW LEVEL SECURITY;

--
-- Name: dossier_petitioner; Type: ROW SECURITY; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.dossier_petitioner ENABLE ROW LEVEL SECURITY;

--
-- Name: dossier_text; Type: ROW SECURITY; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.dossier_text ENABLE ROW LEVEL SECURITY;

--
-- Name: explanation; Type: ROW SECURITY; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.explanation ENABLE ROW LEVEL SECURITY;

--
-- Name: export_request; Type: ROW SECURITY; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.export_request ENABLE ROW LEVEL SECURITY;

--
-- Name: id_copy_demand; Type: ROW SECURITY; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.id_copy_demand ENABLE ROW LEVEL SECURITY;

--
-- Name: identity_conflict; Type: ROW SECURITY; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.identity_conflict ENABLE ROW LEVEL SECURITY;

--
-- Name: petitioner; Type: ROW SECURITY; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.petitioner ENABLE ROW LEVEL SECURITY;

--
-- Name: petitioner_alias; Type: ROW SECURITY; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.petitioner_alias ENABLE ROW LEVEL SECURITY;

--
-- Name: petitioner_merge; Type: ROW SECURITY; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.petitioner_merge ENABLE ROW LEVEL SECURITY;

--
-- Name: petitioner_revision; Type: ROW SECURITY; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.petitioner_revision ENABLE ROW LEVEL SECURITY;

--
-- Name: registration; Type: ROW SECURITY; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.registration ENABLE ROW LEVEL SECURITY;

--
-- Name: registration_case; Type: ROW SECURITY; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.registration_case ENABLE ROW LEVEL SECURITY;

--
-- Name: registration_decision; Type: ROW SECURITY; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.registration_decision ENABLE ROW LEVEL SECURITY;

--
-- Name: registration_forward; Type: ROW SECURITY; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.registration_forward ENABLE ROW LEVEL SECURITY;

--
-- Name: registration_import; Type: ROW SECURITY; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.registration_import ENABLE ROW LEVEL SECURITY;

--
-- Name: registration_petitioner; Type: ROW SECURITY; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.registration_petitioner ENABLE ROW LEVEL SECURITY;

--
-- Name: registration_query_code; Type: ROW SECURITY; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.registration_query_code ENABLE ROW LEVEL SECURITY;

--
-- Name: registration_refusal; Type: ROW SECURITY; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.registration_refusal ENABLE ROW LEVEL SECURITY;

--
-- Name: registration_representative; Type: ROW SECURITY; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.registration_representative ENABLE ROW LEVEL SECURITY;

--
-- Name: registration_text; Type: ROW SECURITY; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.registration_text ENABLE ROW LEVEL SECURITY;

--
-- Name: remedy; Type: ROW SECURITY; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.remedy ENABLE ROW LEVEL SECURITY;

--
-- Name: remedy_assessment; Type: ROW SECURITY; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.remedy_assessment ENABLE ROW LEVEL SECURITY;

--
-- Name: representative; Type: ROW SECURITY; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.representative ENABLE ROW LEVEL SECURITY;

--
-- Name: rights_record; Type: ROW SECURITY; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.rights_record ENABLE ROW LEVEL SECURITY;

--
-- Name: rights_request; Type: ROW SECURITY; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.rights_request ENABLE ROW LEVEL SECURITY;

--
-- Name: risk_notice; Type: ROW SECURITY; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.risk_notice ENABLE ROW LEVEL SECURITY;

--
-- Name: sample_audit; Type: ROW SECURITY; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.sample_audit ENABLE ROW LEVEL SECURITY;

--
-- Name: sample_item; Type: ROW SECURITY; Schema: dossiers; Owner: -
--

ALTER TABLE dossiers.sample_item ENABLE ROW LEVEL SECURITY;

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
-- Name: audit_event records_of_Consultation; Type: POLICY; Schema: host; Owner: -
--

CREATE POLICY "records_of_Consultation" ON host.audit_event AS RESTRICTIVE FOR SELECT TO docket_reader USING (((object_type <> 'Consultation'::text) OR (EXISTS ( SELECT
   FROM dossiers.consultation seen
  WHERE (seen.id = audit_event.object_id)
 OFFSET 0))));


--
-- Name: audit_event records_of_Delegation; Type: POLICY; Schema: host; Owner: -
--

CREATE POLICY "records_of_Delegation" ON host.audit_event AS RESTRICTIVE FOR SELECT TO docket_reader USING (((object_type <> 'Delegation'::text) OR (EXISTS ( SELECT
   FROM core.delegation seen
  WHERE (seen.id = audit_event.object_id)
 OFFSET 0))));


--
-- Name: audit_event records_of_Dossier; Type: POLICY; Schema: host; Owner: -
--

CREATE POLICY "records_of_Dossier" ON host.audit_event AS RESTRICTIVE FOR SELECT TO docket_reader USING (((object_type <> 'Dossier'::text) OR (EXISTS ( SELECT
   FROM dossiers.dossier seen
  WHERE (seen.id = audit_event.object_id)
 OFFSET 0))));


--
-- Name: audit_event records_of_ExportRequest; Type: POLICY; Schema: host; Owner: -
--

CREATE POLICY "records_of_ExportRequest" ON host.audit_event AS RESTRICTIVE FOR SELECT TO docket_reader USING (((object_type <> 'ExportRequest'::text) OR (EXISTS ( SELECT
   FROM dossiers.export_request seen
  WHERE (seen.id = audit_event.object_id)
 OFFSET 0))));


--
-- Name: audit_event records_of_InterventionRecord; Type: POLICY; Schema: host; Owner: -
--

CREATE POLICY "records_of_InterventionRecord" ON host.audit_event AS RESTRICTIVE FOR SELECT TO docket_reader USING (((object_type <> 'InterventionRecord'::text) OR (EXISTS ( SELECT
   FROM coordination.intervention seen
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
-- Name: audit_event records_of_LinkageEvent; Type: POLICY; Schema: host; Owner: -
--

CREATE POLICY "records_of_LinkageEvent" ON host.audit_event AS RESTRICTIVE FOR SELECT TO docket_reader USING (((object_type <> 'LinkageEvent'::text) OR (EXISTS ( SELECT
   FROM coordination.linkage_event seen
  WHERE (seen.id = audit_event.object_id)
 OFFSET 0))));


--
-- Name: audit_event records_of_NoticeTemplate; Type: POLICY; Schema: host; Owner: -
--

CREATE POLICY "records_of_NoticeTemplate" ON host.audit_event AS RESTRICTIVE FOR SELECT TO docket_reader USING (((object_type <> 'NoticeTemplate'::text) OR (EXISTS ( SELECT
   FROM letters.notice_template seen
  WHERE (seen.id = audit_event.object_id)
 OFFSET 0))));


--
-- Name: audit_event records_of_Petitioner; Type: POLICY; Schema: host; Owner: -
--

CREATE POLICY "records_of_Petitioner" ON host.audit_event AS RESTRICTIVE FOR SELECT TO docket_reader USING (((object_type <> 'Petitioner'::text) OR (EXISTS ( SELECT
   FROM dossiers.petitioner seen
  WHERE (seen.id = audit_event.object_id)
 OFFSET 0))));


--
-- Name: audit_event records_of_Registration; Type: POLICY; Schema: host; Owner: -
--

CREATE POLICY "records_of_Registration" ON host.audit_event AS RESTRICTIVE FOR SELECT TO docket_reader USING (((object_type <> 'Registration'::text) OR (EXISTS ( SELECT
   FROM dossiers.registration seen
  WHERE (seen.id = audit_event.object_id)
 OFFSET 0))));


--
-- Name: audit_event records_of_RightsRequest; Type: POLICY; Schema: host; Owner: -
--

CREATE POLICY "records_of_RightsRequest" ON host.audit_event AS RESTRICTIVE FOR SELECT TO docket_reader USING (((object_type <> 'RightsRequest'::text) OR (EXISTS ( SELECT
   FROM dossiers.rights_request seen
  WHERE (seen.id = audit_event.object_id)
 OFFSET 0))));


--
-- Name: audit_event records_of_RiskNotice; Type: POLICY; Schema: host; Owner: -
--

CREATE POLICY "records_of_RiskNotice" ON host.audit_event AS RESTRICTIVE FOR SELECT TO docket_reader USING (((object_type <> 'RiskNotice'::text) OR (EXISTS ( SELECT
   FROM dossiers.risk_notice seen
  WHERE (seen.id = audit_event.object_id)
 OFFSET 0))));


--
-- Name: audit_event records_of_TechnicalIssue; Type: POLICY; Schema: host; Owner: -
--

CREATE POLICY "records_of_TechnicalIssue" ON host.audit_event AS RESTRICTIVE FOR SELECT TO docket_reader USING (((object_type <> 'TechnicalIssue'::text) OR (EXISTS ( SELECT
   FROM coordination.technical_issue seen
  WHERE (seen.id = audit_event.object_id)
 OFFSET 0))));


--
-- Name: audit_event records_of_UpperReport; Type: POLICY; Schema: host; Owner: -
--

CREATE POLICY "records_of_UpperReport" ON host.audit_event AS RESTRICTIVE FOR SELECT TO docket_reader USING (((object_type <> 'UpperReport'::text) OR (EXISTS ( SELECT
   FROM coordination.upper_report seen
  WHERE (seen.id = audit_event.object_id)
 OFFSET 0))));


--
-- Name: audit_event records_of_ZeroReport; Type: POLICY; Schema: host; Owner: -
--

CREATE POLICY "records_of_ZeroReport" ON host.audit_event AS RESTRICTIVE FOR SELECT TO docket_reader USING (((object_type <> 'ZeroReport'::text) OR (EXISTS ( SELECT
   FROM coordination.zero_report seen
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
-- Name: delivery; Type: ROW SECURITY; Schema: letters; Owner: -
--

ALTER TABLE letters.delivery ENABLE ROW LEVEL SECURITY;

--
-- Name: claim_reply docket_visible; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_visible ON letters.claim_reply FOR SELECT TO docket_reader USING ((EXISTS ( SELECT
   FROM letters.letter p
  WHERE (p.id = claim_reply.letter_id))));


--
-- Name: delivery docket_visible; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_visible ON letters.delivery FOR SELECT TO docket_reader USING ((EXISTS ( SELECT
   FROM letters.letter p
  WHERE (p.id = delivery.letter_id))));


--
-- Name: endorsement docket_visible; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_visible ON letters.endorsement FOR SELECT TO docket_reader USING ((EXISTS ( SELECT
   FROM letters.letter p
  WHERE (p.id = endorsement.letter_id))));


--
-- Name: endorsement_record docket_visible; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_visible ON letters.endorsement_record FOR SELECT TO docket_reader USING ((EXISTS ( SELECT
   FROM letters.letter p
  WHERE (p.id = endorsement_record.letter_id))));


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
-- Name: former_sender docket_visible; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_visible ON letters.former_sender FOR SELECT TO docket_reader USING ((EXISTS ( SELECT
   FROM letters.letter p
  WHERE (p.id = former_sender.letter_id))));


--
-- Name: letter docket_visible; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_visible ON letters.letter FOR SELECT TO docket_reader USING (((court_code = ANY (( SELECT core.readable_courts() AS readable_courts)::text[])) AND ((NOT sealed) OR ( SELECT core.may_read_sealed() AS may_read_sealed)) AND ((NOT ( SELECT core.sees_only_assigned() AS sees_only_assigned)) OR (assignee_id = ANY (( SELECT core.acting_as() AS acting_as)::bigint[]))) AND (NOT COALESCE((accused_staff_ids && ( SELECT core.recused_from() AS recused_from)), false))));


--
-- Name: letter_amendment docket_visible; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_visible ON letters.letter_amendment FOR SELECT TO docket_reader USING ((EXISTS ( SELECT
   FROM letters.letter p
  WHERE (p.id = letter_amendment.letter_id))));


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
-- Name: letter_reminder docket_visible; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_visible ON letters.letter_reminder FOR SELECT TO docket_reader USING ((EXISTS ( SELECT
   FROM letters.letter p
  WHERE (p.id = letter_reminder.letter_id))));


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
-- Name: notice docket_visible; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_visible ON letters.notice FOR SELECT TO docket_reader USING ((EXISTS ( SELECT
   FROM letters.letter p
  WHERE (p.id = notice.letter_id))));


--
-- Name: notice_template docket_visible; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_visible ON letters.notice_template FOR SELECT TO docket_reader USING ((court_code = ANY (( SELECT core.readable_courts() AS readable_courts)::text[])));


--
-- Name: online_report docket_visible; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_visible ON letters.online_report FOR SELECT TO docket_reader USING ((EXISTS ( SELECT
   FROM letters.letter p
  WHERE (p.id = online_report.letter_id))));


--
-- Name: online_submission docket_visible; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_visible ON letters.online_submission FOR SELECT TO docket_reader USING ((EXISTS ( SELECT
   FROM letters.letter p
  WHERE (p.id = online_submission.letter_id))));


--
-- Name: reply docket_visible; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_visible ON letters.reply FOR SELECT TO docket_reader USING ((EXISTS ( SELECT
   FROM letters.letter p
  WHERE (p.id = reply.letter_id))));


--
-- Name: reply_draft docket_visible; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_visible ON letters.reply_draft FOR SELECT TO docket_reader USING ((EXISTS ( SELECT
   FROM letters.letter p
  WHERE (p.id = reply_draft.letter_id))));


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
-- Name: delivery docket_writer; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_writer ON letters.delivery TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: endorsement docket_writer; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_writer ON letters.endorsement TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: endorsement_record docket_writer; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_writer ON letters.endorsement_record TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: feedback docket_writer; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_writer ON letters.feedback TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: former_reply docket_writer; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_writer ON letters.former_reply TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: former_sender docket_writer; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_writer ON letters.former_sender TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: letter docket_writer; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_writer ON letters.letter TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: letter_amendment docket_writer; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_writer ON letters.letter_amendment TO docket_writer USING (true) WITH CHECK (true);


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
-- Name: letter_reminder docket_writer; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_writer ON letters.letter_reminder TO docket_writer USING (true) WITH CHECK (true);


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
-- Name: notice docket_writer; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_writer ON letters.notice TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: notice_template docket_writer; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_writer ON letters.notice_template TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: online_report docket_writer; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_writer ON letters.online_report TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: online_submission docket_writer; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_writer ON letters.online_submission TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: reply docket_writer; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_writer ON letters.reply TO docket_writer USING (true) WITH CHECK (true);


--
-- Name: reply_draft docket_writer; Type: POLICY; Schema: letters; Owner: -
--

CREATE POLICY docket_writer ON letters.reply_draft TO docket_writer USING (true) WITH CHECK (true);


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
-- Name: endorsement_record; Type: ROW SECURITY; Schema: letters; Owner: -
--

ALTER TABLE letters.endorsement_record ENABLE ROW LEVEL SECURITY;

--
-- Name: feedback; Type: ROW SECURITY; Schema: letters; Owner: -
--

ALTER TABLE letters.feedback ENABLE ROW LEVEL SECURITY;

--
-- Name: former_reply; Type: ROW SECURITY; Schema: letters; Owner: -
--

ALTER TABLE letters.former_reply ENABLE ROW LEVEL SECURITY;

--
-- Name: former_sender; Type: ROW SECURITY; Schema: letters; Owner: -
--

ALTER TABLE letters.former_sender ENABLE ROW LEVEL SECURITY;

--
-- Name: letter; Type: ROW SECURITY; Schema: letters; Owner: -
--

ALTER TABLE letters.letter ENABLE ROW LEVEL SECURITY;

--
-- Name: letter_amendment; Type: ROW SECURITY; Schema: letters; Owner: -
--

ALTER TABLE letters.letter_amendment ENABLE ROW LEVEL SECURITY;

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
-- Name: letter_reminder; Type: ROW SECURITY; Schema: letters; Owner: -
--

ALTER TABLE letters.letter_reminder ENABLE ROW LEVEL SECURITY;

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
-- Name: notice; Type: ROW SECURITY; Schema: letters; Owner: -
--

ALTER TABLE letters.notice ENABLE ROW LEVEL SECURITY;

--
-- Name: notice_template; Type: ROW SECURITY; Schema: letters; Owner: -
--

ALTER TABLE letters.notice_template ENABLE ROW LEVEL SECURITY;

--
-- Name: online_report; Type: ROW SECURITY; Schema: letters; Owner: -
--

ALTER TABLE letters.online_report ENABLE ROW LEVEL SECURITY;

--
-- Name: online_submission; Type: ROW SECURITY; Schema: letters; Owner: -
--

ALTER TABLE letters.online_submission ENABLE ROW LEVEL SECURITY;

--
-- Name: reply; Type: ROW SECURITY; Schema: letters; Owner: -
--

ALTER TABLE letters.reply ENABLE ROW LEVEL SECURITY;

--
-- Name: reply_draft; Type: ROW SECURITY; Schema: letters; Owner: -
--

ALTER TABLE letters.reply_draft ENABLE ROW LEVEL SECURITY;

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
-- Name: SCHEMA coordination; Type: ACL; Schema: -; Owner: -
--

GRANT USAGE ON SCHEMA coordination TO docket_reader;
GRANT USAGE ON SCHEMA coordination TO docket_writer;


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
-- Name: TABLE court; Type: ACL; Schema: core; Owner: -
--

GRANT SELECT ON TABLE core.court TO docket_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE core.court TO docket_writer;


--
-- Name: TABLE intervention_reminder; Type: ACL; Schema: coordination; Owner: -
--

GRANT SELECT ON TABLE coordination.intervention_reminder TO docket_reader;
GRANT SELECT ON TABLE coordination.intervention_reminder TO docket_writer;


--
-- Name: COLUMN intervention_reminder.court_code; Type: ACL; Schema: coordination; Owner: -
--

GRANT INSERT(court_code) ON TABLE coordination.intervention_reminder TO docket_writer;


--
-- Name: COLUMN intervention_reminder.year; Type: ACL; Schema: coordination; Owner: -
--

GRANT INSERT(year) ON TABLE coordination.intervention_reminder TO docket_writer;


--
-- Name: COLUMN intervention_reminder.quarter; Type: ACL; Schema: coordination; Owner: -
--

GRANT INSERT(quarter) ON TABLE coordination.intervention_reminder TO docket_writer;


--
-- Name: COLUMN intervention_reminder.reminded_on; Type: ACL; Schema: coordination; Owner: -
--

GRANT INSERT(reminded_on) ON TABLE coordination.intervention_reminder TO docket_writer;


--
-- Name: TABLE zero_report; Type: ACL; Schema: coordination; Owner: -
--

GRANT SELECT ON TABLE coordination.zero_report TO docket_reader;
GRANT SELECT ON TABLE coordination.zero_report TO docket_writer;


--
-- Name: COLUMN zero_report.court_code; Type: ACL; Schema: coordination; Owner: -
--

GRANT INSERT(court_code) ON TABLE coordination.zero_report TO docket_writer;


--
-- Name: COLUMN zero_report.year; Type: ACL; Schema: coordination; Owner: -
--

GRANT INSERT(year) ON TABLE coordination.zero_report TO docket_writer;


--
-- Name: COLUMN zero_report.quarter; Type: ACL; Schema: coordination; Owner: -
--

GRANT INSERT(quarter) ON TABLE coordination.zero_report TO docket_writer;


--
-- Name: COLUMN zero_report.filed_by; Type: ACL; Schema: coordination; Owner: -
--

GRANT INSERT(filed_by) ON TABLE coordination.zero_report TO docket_writer;


--
-- Name: COLUMN zero_report.filed_on; Type: ACL; Schema: coordination; Owner: -
--

GRANT INSERT(filed_on) ON TABLE coordination.zero_report TO docket_writer;


--
-- Name: FUNCTION quarter_counts(court text, from_on date, to_on date); Type: ACL; Schema: coordination; Owner: -
--

REVOKE ALL ON FUNCTION coordination.quarter_counts(court text, from_on date, to_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION coordination.quarter_counts(court text, from_on date, to_on date) TO docket_reader;
GRANT ALL ON FUNCTION coordination.quarter_counts(court text, from_on date, to_on date) TO docket_writer;


--
-- Name: TABLE linkage_participant; Type: ACL; Schema: coordination; Owner: -
--

GRANT SELECT ON TABLE coordination.linkage_participant TO docket_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE coordination.linkage_participant TO docket_writer;


--
-- Name: TABLE organization; Type: ACL; Schema: core; Owner: -
--

GRANT SELECT ON TABLE core.organization TO docket_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE core.organization TO docket_writer;


--
-- Name: FUNCTION zero_reported_on(court text, of_year integer, of_quarter integer); Type: ACL; Schema: coordination; Owner: -
--

REVOKE ALL ON FUNCTION coordination.zero_reported_on(court text, of_year integer, of_quarter integer) FROM PUBLIC;
GRANT ALL ON FUNCTION coordination.zero_reported_on(court text, of_year integer, of_quarter integer) TO docket_reader;
GRANT ALL ON FUNCTION coordination.zero_reported_on(court text, of_year integer, of_quarter integer) TO docket_writer;


--
-- Name: FUNCTION allow_materials(object_type text, owner regclass); Type: ACL; Schema: core; Owner: -
--

REVOKE ALL ON FUNCTION core.allow_materials(object_type text, owner regclass) FROM PUBLIC;


--
-- Name: TABLE delegation; Type: ACL; Schema: core; Owner: -
--

GRANT SELECT ON TABLE core.delegation TO docket_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE core.delegation TO docket_writer;


--
-- Name: FUNCTION delegation_in_force(d core.delegation); Type: ACL; Schema: core; Owner: -
--

GRANT ALL ON FUNCTION core.delegation_in_force(d core.delegation) TO docket_reader;


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
-- Name: FUNCTION token_holder(hash bytea, day date); Type: ACL; Schema: core; Owner: -
--

REVOKE ALL ON FUNCTION core.token_holder(hash bytea, day date) FROM PUBLIC;
GRANT ALL ON FUNCTION core.token_holder(hash bytea, day date) TO docket_reader;
GRANT ALL ON FUNCTION core.token_holder(hash bytea, day date) TO docket_writer;


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
-- Name: FUNCTION active_risk_notice(case_number text); Type: ACL; Schema: dossiers; Owner: -
--

REVOKE ALL ON FUNCTION dossiers.active_risk_notice(case_number text) FROM PUBLIC;
GRANT ALL ON FUNCTION dossiers.active_risk_notice(case_number text) TO docket_reader;
GRANT ALL ON FUNCTION dossiers.active_risk_notice(case_number text) TO docket_writer;


--
-- Name: TABLE registration; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT ON TABLE dossiers.registration TO docket_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE dossiers.registration TO docket_writer;


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
-- Name: TABLE volume; Type: ACL; Schema: core; Owner: -
--

GRANT SELECT ON TABLE core.volume TO docket_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE core.volume TO docket_writer;


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
-- Name: TABLE dossier; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT ON TABLE dossiers.dossier TO docket_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE dossiers.dossier TO docket_writer;


--
-- Name: TABLE dossier_petitioner; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT ON TABLE dossiers.dossier_petitioner TO docket_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE dossiers.dossier_petitioner TO docket_writer;


--
-- Name: FUNCTION consultation_gate(case_number text, step text); Type: ACL; Schema: dossiers; Owner: -
--

REVOKE ALL ON FUNCTION dossiers.consultation_gate(case_number text, step text) FROM PUBLIC;
GRANT ALL ON FUNCTION dossiers.consultation_gate(case_number text, step text) TO docket_reader;
GRANT ALL ON FUNCTION dossiers.consultation_gate(case_number text, step text) TO docket_writer;


--
-- Name: FUNCTION contact_status(number text, code bytea); Type: ACL; Schema: dossiers; Owner: -
--

REVOKE ALL ON FUNCTION dossiers.contact_status(number text, code bytea) FROM PUBLIC;
GRANT ALL ON FUNCTION dossiers.contact_status(number text, code bytea) TO docket_reader;
GRANT ALL ON FUNCTION dossiers.contact_status(number text, code bytea) TO docket_writer;


--
-- Name: FUNCTION counted_registrations(from_on date, to_on date, "groupBy" text); Type: ACL; Schema: dossiers; Owner: -
--

REVOKE ALL ON FUNCTION dossiers.counted_registrations(from_on date, to_on date, "groupBy" text) FROM PUBLIC;


--
-- Name: FUNCTION entry_quality("from" date, "to" date, court text); Type: ACL; Schema: dossiers; Owner: -
--

REVOKE ALL ON FUNCTION dossiers.entry_quality("from" date, "to" date, court text) FROM PUBLIC;
GRANT ALL ON FUNCTION dossiers.entry_quality("from" date, "to" date, court text) TO docket_reader;
GRANT ALL ON FUNCTION dossiers.entry_quality("from" date, "to" date, court text) TO docket_writer;


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
-- Name: COLUMN contact_point.end_reason; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(end_reason) ON TABLE dossiers.contact_point TO docket_reader;


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
-- Name: COLUMN petitioner.state; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(state) ON TABLE dossiers.petitioner TO docket_reader;


--
-- Name: COLUMN petitioner.active; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(active) ON TABLE dossiers.petitioner TO docket_reader;


--
-- Name: COLUMN petitioner.merged_into_id; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(merged_into_id) ON TABLE dossiers.petitioner TO docket_reader;


--
-- Name: COLUMN petitioner.merged_on; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(merged_on) ON TABLE dossiers.petitioner TO docket_reader;


--
-- Name: COLUMN petitioner.household_address_masked; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(household_address_masked) ON TABLE dossiers.petitioner TO docket_reader;


--
-- Name: COLUMN petitioner.service_needs; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(service_needs) ON TABLE dossiers.petitioner TO docket_reader;


--
-- Name: COLUMN petitioner.restricted_on; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(restricted_on) ON TABLE dossiers.petitioner TO docket_reader;


--
-- Name: TABLE registration_petitioner; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT ON TABLE dossiers.registration_petitioner TO docket_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE dossiers.registration_petitioner TO docket_writer;


--
-- Name: TABLE registration_representative; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE dossiers.registration_representative TO docket_writer;


--
-- Name: COLUMN registration_representative.registration_id; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(registration_id) ON TABLE dossiers.registration_representative TO docket_reader;


--
-- Name: COLUMN registration_representative.seq; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(seq) ON TABLE dossiers.registration_representative TO docket_reader;


--
-- Name: COLUMN registration_representative.court_code; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(court_code) ON TABLE dossiers.registration_representative TO docket_reader;


--
-- Name: COLUMN registration_representative.kind; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(kind) ON TABLE dossiers.registration_representative TO docket_reader;


--
-- Name: COLUMN registration_representative.name_masked; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(name_masked) ON TABLE dossiers.registration_representative TO docket_reader;


--
-- Name: COLUMN registration_representative.mobile_masked; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(mobile_masked) ON TABLE dossiers.registration_representative TO docket_reader;


--
-- Name: TABLE remedy; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT ON TABLE dossiers.remedy TO docket_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE dossiers.remedy TO docket_writer;


--
-- Name: TABLE remedy_assessment; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT ON TABLE dossiers.remedy_assessment TO docket_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE dossiers.remedy_assessment TO docket_writer;


--
-- Name: FUNCTION keep_registration_text(); Type: ACL; Schema: dossiers; Owner: -
--

REVOKE ALL ON FUNCTION dossiers.keep_registration_text() FROM PUBLIC;


--
-- Name: FUNCTION keep_text(); Type: ACL; Schema: dossiers; Owner: -
--

REVOKE ALL ON FUNCTION dossiers.keep_text() FROM PUBLIC;


--
-- Name: TABLE dossier_text; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE dossiers.dossier_text TO docket_writer;


--
-- Name: FUNCTION mentioning(words text); Type: ACL; Schema: dossiers; Owner: -
--

REVOKE ALL ON FUNCTION dossiers.mentioning(words text) FROM PUBLIC;
GRANT ALL ON FUNCTION dossiers.mentioning(words text) TO docket_reader;
GRANT ALL ON FUNCTION dossiers.mentioning(words text) TO docket_writer;


--
-- Name: FUNCTION metric_completeness(courts text[], from_on date, to_on date); Type: ACL; Schema: dossiers; Owner: -
--

REVOKE ALL ON FUNCTION dossiers.metric_completeness(courts text[], from_on date, to_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION dossiers.metric_completeness(courts text[], from_on date, to_on date) TO docket_reader;
GRANT ALL ON FUNCTION dossiers.metric_completeness(courts text[], from_on date, to_on date) TO docket_writer;


--
-- Name: FUNCTION metric_consultation_coverage(courts text[], from_on date, to_on date); Type: ACL; Schema: dossiers; Owner: -
--

REVOKE ALL ON FUNCTION dossiers.metric_consultation_coverage(courts text[], from_on date, to_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION dossiers.metric_consultation_coverage(courts text[], from_on date, to_on date) TO docket_reader;
GRANT ALL ON FUNCTION dossiers.metric_consultation_coverage(courts text[], from_on date, to_on date) TO docket_writer;


--
-- Name: FUNCTION metric_entry_timeliness(courts text[], from_on date, to_on date); Type: ACL; Schema: dossiers; Owner: -
--

REVOKE ALL ON FUNCTION dossiers.metric_entry_timeliness(courts text[], from_on date, to_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION dossiers.metric_entry_timeliness(courts text[], from_on date, to_on date) TO docket_reader;
GRANT ALL ON FUNCTION dossiers.metric_entry_timeliness(courts text[], from_on date, to_on date) TO docket_writer;


--
-- Name: FUNCTION metric_first_contact_resolved(courts text[], from_on date, to_on date); Type: ACL; Schema: dossiers; Owner: -
--

REVOKE ALL ON FUNCTION dossiers.metric_first_contact_resolved(courts text[], from_on date, to_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION dossiers.metric_first_contact_resolved(courts text[], from_on date, to_on date) TO docket_reader;
GRANT ALL ON FUNCTION dossiers.metric_first_contact_resolved(courts text[], from_on date, to_on date) TO docket_writer;


--
-- Name: FUNCTION metric_missed_report(courts text[], from_on date, to_on date); Type: ACL; Schema: dossiers; Owner: -
--

REVOKE ALL ON FUNCTION dossiers.metric_missed_report(courts text[], from_on date, to_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION dossiers.metric_missed_report(courts text[], from_on date, to_on date) TO docket_reader;
GRANT ALL ON FUNCTION dossiers.metric_missed_report(courts text[], from_on date, to_on date) TO docket_writer;


--
-- Name: FUNCTION metric_notice_on_time(courts text[], from_on date, to_on date); Type: ACL; Schema: dossiers; Owner: -
--

REVOKE ALL ON FUNCTION dossiers.metric_notice_on_time(courts text[], from_on date, to_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION dossiers.metric_notice_on_time(courts text[], from_on date, to_on date) TO docket_reader;
GRANT ALL ON FUNCTION dossiers.metric_notice_on_time(courts text[], from_on date, to_on date) TO docket_writer;


--
-- Name: FUNCTION metric_registrations(courts text[], from_on date, to_on date); Type: ACL; Schema: dossiers; Owner: -
--

REVOKE ALL ON FUNCTION dossiers.metric_registrations(courts text[], from_on date, to_on date) FROM PUBLIC;


--
-- Name: FUNCTION metric_risk_notice_ack(courts text[], from_on date, to_on date); Type: ACL; Schema: dossiers; Owner: -
--

REVOKE ALL ON FUNCTION dossiers.metric_risk_notice_ack(courts text[], from_on date, to_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION dossiers.metric_risk_notice_ack(courts text[], from_on date, to_on date) TO docket_reader;
GRANT ALL ON FUNCTION dossiers.metric_risk_notice_ack(courts text[], from_on date, to_on date) TO docket_writer;


--
-- Name: TABLE consultation; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT ON TABLE dossiers.consultation TO docket_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE dossiers.consultation TO docket_writer;


--
-- Name: TABLE risk_notice; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT ON TABLE dossiers.risk_notice TO docket_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE dossiers.risk_notice TO docket_writer;


--
-- Name: FUNCTION registration_counts("from" date, "to" date, court text, "groupBy" text); Type: ACL; Schema: dossiers; Owner: -
--

REVOKE ALL ON FUNCTION dossiers.registration_counts("from" date, "to" date, court text, "groupBy" text) FROM PUBLIC;
GRANT ALL ON FUNCTION dossiers.registration_counts("from" date, "to" date, court text, "groupBy" text) TO docket_reader;
GRANT ALL ON FUNCTION dossiers.registration_counts("from" date, "to" date, court text, "groupBy" text) TO docket_writer;


--
-- Name: FUNCTION registration_group(r dossiers.registration, "groupBy" text); Type: ACL; Schema: dossiers; Owner: -
--

REVOKE ALL ON FUNCTION dossiers.registration_group(r dossiers.registration, "groupBy" text) FROM PUBLIC;


--
-- Name: FUNCTION registration_parts("groupBy" text, own_court text); Type: ACL; Schema: dossiers; Owner: -
--

REVOKE ALL ON FUNCTION dossiers.registration_parts("groupBy" text, own_court text) FROM PUBLIC;


--
-- Name: TABLE registration_text; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE dossiers.registration_text TO docket_writer;


--
-- Name: FUNCTION registrations_mentioning(words text); Type: ACL; Schema: dossiers; Owner: -
--

REVOKE ALL ON FUNCTION dossiers.registrations_mentioning(words text) FROM PUBLIC;
GRANT ALL ON FUNCTION dossiers.registrations_mentioning(words text) TO docket_reader;
GRANT ALL ON FUNCTION dossiers.registrations_mentioning(words text) TO docket_writer;


--
-- Name: FUNCTION settle_roles(); Type: ACL; Schema: host; Owner: -
--

REVOKE ALL ON FUNCTION host.settle_roles() FROM PUBLIC;


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
-- Name: TABLE letter; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE letters.letter TO docket_writer;
GRANT SELECT ON TABLE letters.letter TO docket_reader;


--
-- Name: TABLE duplicate_candidate; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT ON TABLE letters.duplicate_candidate TO docket_reader;
GRANT SELECT ON TABLE letters.duplicate_candidate TO docket_writer;


--
-- Name: FUNCTION batch_duplicates("batchNo" text); Type: ACL; Schema: letters; Owner: -
--

REVOKE ALL ON FUNCTION letters.batch_duplicates("batchNo" text) FROM PUBLIC;
GRANT ALL ON FUNCTION letters.batch_duplicates("batchNo" text) TO docket_reader;
GRANT ALL ON FUNCTION letters.batch_duplicates("batchNo" text) TO docket_writer;


--
-- Name: TABLE feedback; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE letters.feedback TO docket_writer;
GRANT SELECT ON TABLE letters.feedback TO docket_reader;


--
-- Name: TABLE delivery; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT ON TABLE letters.delivery TO docket_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE letters.delivery TO docket_writer;


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
-- Name: FUNCTION metric_case_closing(courts text[], from_on date, to_on date); Type: ACL; Schema: letters; Owner: -
--

REVOKE ALL ON FUNCTION letters.metric_case_closing(courts text[], from_on date, to_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION letters.metric_case_closing(courts text[], from_on date, to_on date) TO docket_reader;
GRANT ALL ON FUNCTION letters.metric_case_closing(courts text[], from_on date, to_on date) TO docket_writer;


--
-- Name: FUNCTION metric_item_closing(courts text[], from_on date, to_on date); Type: ACL; Schema: letters; Owner: -
--

REVOKE ALL ON FUNCTION letters.metric_item_closing(courts text[], from_on date, to_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION letters.metric_item_closing(courts text[], from_on date, to_on date) TO docket_reader;
GRANT ALL ON FUNCTION letters.metric_item_closing(courts text[], from_on date, to_on date) TO docket_writer;


--
-- Name: FUNCTION metric_item_online_closing(courts text[], from_on date, to_on date); Type: ACL; Schema: letters; Owner: -
--

REVOKE ALL ON FUNCTION letters.metric_item_online_closing(courts text[], from_on date, to_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION letters.metric_item_online_closing(courts text[], from_on date, to_on date) TO docket_reader;
GRANT ALL ON FUNCTION letters.metric_item_online_closing(courts text[], from_on date, to_on date) TO docket_writer;


--
-- Name: FUNCTION metric_letters(courts text[], from_on date, to_on date); Type: ACL; Schema: letters; Owner: -
--

REVOKE ALL ON FUNCTION letters.metric_letters(courts text[], from_on date, to_on date) FROM PUBLIC;


--
-- Name: FUNCTION metric_like(courts text[], from_on date, to_on date); Type: ACL; Schema: letters; Owner: -
--

REVOKE ALL ON FUNCTION letters.metric_like(courts text[], from_on date, to_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION letters.metric_like(courts text[], from_on date, to_on date) TO docket_reader;
GRANT ALL ON FUNCTION letters.metric_like(courts text[], from_on date, to_on date) TO docket_writer;


--
-- Name: FUNCTION metric_on_time(courts text[], from_on date, to_on date); Type: ACL; Schema: letters; Owner: -
--

REVOKE ALL ON FUNCTION letters.metric_on_time(courts text[], from_on date, to_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION letters.metric_on_time(courts text[], from_on date, to_on date) TO docket_reader;
GRANT ALL ON FUNCTION letters.metric_on_time(courts text[], from_on date, to_on date) TO docket_writer;


--
-- Name: FUNCTION metric_online_closing(courts text[], from_on date, to_on date); Type: ACL; Schema: letters; Owner: -
--

REVOKE ALL ON FUNCTION letters.metric_online_closing(courts text[], from_on date, to_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION letters.metric_online_closing(courts text[], from_on date, to_on date) TO docket_reader;
GRANT ALL ON FUNCTION letters.metric_online_closing(courts text[], from_on date, to_on date) TO docket_writer;


--
-- Name: FUNCTION metric_participation(courts text[], from_on date, to_on date); Type: ACL; Schema: letters; Owner: -
--

REVOKE ALL ON FUNCTION letters.metric_participation(courts text[], from_on date, to_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION letters.metric_participation(courts text[], from_on date, to_on date) TO docket_reader;
GRANT ALL ON FUNCTION letters.metric_participation(courts text[], from_on date, to_on date) TO docket_writer;


--
-- Name: FUNCTION metric_returned_in_review(courts text[], from_on date, to_on date); Type: ACL; Schema: letters; Owner: -
--

REVOKE ALL ON FUNCTION letters.metric_returned_in_review(courts text[], from_on date, to_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION letters.metric_returned_in_review(courts text[], from_on date, to_on date) TO docket_reader;
GRANT ALL ON FUNCTION letters.metric_returned_in_review(courts text[], from_on date, to_on date) TO docket_writer;


--
-- Name: FUNCTION metric_satisfaction(courts text[], from_on date, to_on date); Type: ACL; Schema: letters; Owner: -
--

REVOKE ALL ON FUNCTION letters.metric_satisfaction(courts text[], from_on date, to_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION letters.metric_satisfaction(courts text[], from_on date, to_on date) TO docket_reader;
GRANT ALL ON FUNCTION letters.metric_satisfaction(courts text[], from_on date, to_on date) TO docket_writer;


--
-- Name: FUNCTION metric_working_days(courts text[], from_on date, to_on date); Type: ACL; Schema: letters; Owner: -
--

REVOKE ALL ON FUNCTION letters.metric_working_days(courts text[], from_on date, to_on date) FROM PUBLIC;
GRANT ALL ON FUNCTION letters.metric_working_days(courts text[], from_on date, to_on date) TO docket_reader;
GRANT ALL ON FUNCTION letters.metric_working_days(courts text[], from_on date, to_on date) TO docket_writer;


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
-- Name: FUNCTION tied_letters(batch text); Type: ACL; Schema: letters; Owner: -
--

REVOKE ALL ON FUNCTION letters.tied_letters(batch text) FROM PUBLIC;
GRANT ALL ON FUNCTION letters.tied_letters(batch text) TO docket_reader;
GRANT ALL ON FUNCTION letters.tied_letters(batch text) TO docket_writer;


--
-- Name: TABLE intervention; Type: ACL; Schema: coordination; Owner: -
--

GRANT SELECT ON TABLE coordination.intervention TO docket_writer;


--
-- Name: COLUMN intervention.id; Type: ACL; Schema: coordination; Owner: -
--

GRANT SELECT(id) ON TABLE coordination.intervention TO docket_reader;


--
-- Name: COLUMN intervention.court_code; Type: ACL; Schema: coordination; Owner: -
--

GRANT SELECT(court_code) ON TABLE coordination.intervention TO docket_reader;
GRANT INSERT(court_code) ON TABLE coordination.intervention TO docket_writer;


--
-- Name: COLUMN intervention.record_no; Type: ACL; Schema: coordination; Owner: -
--

GRANT SELECT(record_no) ON TABLE coordination.intervention TO docket_reader;
GRANT INSERT(record_no) ON TABLE coordination.intervention TO docket_writer;


--
-- Name: COLUMN intervention.sealed; Type: ACL; Schema: coordination; Owner: -
--

GRANT SELECT(sealed) ON TABLE coordination.intervention TO docket_reader;
GRANT INSERT(sealed) ON TABLE coordination.intervention TO docket_writer;


--
-- Name: COLUMN intervention.kind; Type: ACL; Schema: coordination; Owner: -
--

GRANT SELECT(kind) ON TABLE coordination.intervention TO docket_reader;
GRANT INSERT(kind) ON TABLE coordination.intervention TO docket_writer;


--
-- Name: COLUMN intervention.manner; Type: ACL; Schema: coordination; Owner: -
--

GRANT SELECT(manner) ON TABLE coordination.intervention TO docket_reader;
GRANT INSERT(manner) ON TABLE coordination.intervention TO docket_writer;


--
-- Name: COLUMN intervention.intervener_name_masked; Type: ACL; Schema: coordination; Owner: -
--

GRANT SELECT(intervener_name_masked) ON TABLE coordination.intervention TO docket_reader;
GRANT INSERT(intervener_name_masked) ON TABLE coordination.intervention TO docket_writer;


--
-- Name: COLUMN intervention.intervener_name_cipher; Type: ACL; Schema: coordination; Owner: -
--

GRANT INSERT(intervener_name_cipher) ON TABLE coordination.intervention TO docket_writer;


--
-- Name: COLUMN intervention.intervener_name_hash; Type: ACL; Schema: coordination; Owner: -
--

GRANT INSERT(intervener_name_hash) ON TABLE coordination.intervention TO docket_writer;


--
-- Name: COLUMN intervention.office; Type: ACL; Schema: coordination; Owner: -
--

GRANT SELECT(office) ON TABLE coordination.intervention TO docket_reader;
GRANT INSERT(office) ON TABLE coordination.intervention TO docket_writer;


--
-- Name: COLUMN intervention.organization; Type: ACL; Schema: coordination; Owner: -
--

GRANT SELECT(organization) ON TABLE coordination.intervention TO docket_reader;
GRANT INSERT(organization) ON TABLE coordination.intervention TO docket_writer;


--
-- Name: COLUMN intervention.intervener_staff_ids; Type: ACL; Schema: coordination; Owner: -
--

GRANT SELECT(intervener_staff_ids) ON TABLE coordination.intervention TO docket_reader;
GRANT INSERT(intervener_staff_ids) ON TABLE coordination.intervention TO docket_writer;


--
-- Name: COLUMN intervention.occurred_on; Type: ACL; Schema: coordination; Owner: -
--

GRANT SELECT(occurred_on) ON TABLE coordination.intervention TO docket_reader;
GRANT INSERT(occurred_on) ON TABLE coordination.intervention TO docket_writer;


--
-- Name: COLUMN intervention.case_no; Type: ACL; Schema: coordination; Owner: -
--

GRANT SELECT(case_no) ON TABLE coordination.intervention TO docket_reader;
GRANT INSERT(case_no) ON TABLE coordination.intervention TO docket_writer;


--
-- Name: COLUMN intervention.content; Type: ACL; Schema: coordination; Owner: -
--

GRANT SELECT(content) ON TABLE coordination.intervention TO docket_reader;
GRANT INSERT(content) ON TABLE coordination.intervention TO docket_writer;


--
-- Name: COLUMN intervention.recorded_by; Type: ACL; Schema: coordination; Owner: -
--

GRANT SELECT(recorded_by) ON TABLE coordination.intervention TO docket_reader;
GRANT INSERT(recorded_by) ON TABLE coordination.intervention TO docket_writer;


--
-- Name: COLUMN intervention.recorded_on; Type: ACL; Schema: coordination; Owner: -
--

GRANT SELECT(recorded_on) ON TABLE coordination.intervention TO docket_reader;
GRANT INSERT(recorded_on) ON TABLE coordination.intervention TO docket_writer;


--
-- Name: COLUMN intervention.corrects_id; Type: ACL; Schema: coordination; Owner: -
--

GRANT SELECT(corrects_id) ON TABLE coordination.intervention TO docket_reader;
GRANT INSERT(corrects_id) ON TABLE coordination.intervention TO docket_writer;


--
-- Name: COLUMN intervention.created_at; Type: ACL; Schema: coordination; Owner: -
--

GRANT SELECT(created_at) ON TABLE coordination.intervention TO docket_reader;


--
-- Name: SEQUENCE intervention_id_seq; Type: ACL; Schema: coordination; Owner: -
--

GRANT USAGE ON SEQUENCE coordination.intervention_id_seq TO docket_writer;


--
-- Name: TABLE intervention_receipt; Type: ACL; Schema: coordination; Owner: -
--

GRANT SELECT ON TABLE coordination.intervention_receipt TO docket_reader;
GRANT SELECT ON TABLE coordination.intervention_receipt TO docket_writer;


--
-- Name: SEQUENCE intervention_reminder_id_seq; Type: ACL; Schema: coordination; Owner: -
--

GRANT USAGE ON SEQUENCE coordination.intervention_reminder_id_seq TO docket_writer;


--
-- Name: TABLE linkage_event; Type: ACL; Schema: coordination; Owner: -
--

GRANT SELECT ON TABLE coordination.linkage_event TO docket_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE coordination.linkage_event TO docket_writer;


--
-- Name: SEQUENCE linkage_event_id_seq; Type: ACL; Schema: coordination; Owner: -
--

GRANT USAGE ON SEQUENCE coordination.linkage_event_id_seq TO docket_writer;


--
-- Name: SEQUENCE linkage_participant_id_seq; Type: ACL; Schema: coordination; Owner: -
--

GRANT USAGE ON SEQUENCE coordination.linkage_participant_id_seq TO docket_writer;


--
-- Name: TABLE technical_issue; Type: ACL; Schema: coordination; Owner: -
--

GRANT SELECT ON TABLE coordination.technical_issue TO docket_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE coordination.technical_issue TO docket_writer;


--
-- Name: SEQUENCE technical_issue_id_seq; Type: ACL; Schema: coordination; Owner: -
--

GRANT USAGE ON SEQUENCE coordination.technical_issue_id_seq TO docket_writer;


--
-- Name: TABLE technical_issue_remark; Type: ACL; Schema: coordination; Owner: -
--

GRANT SELECT ON TABLE coordination.technical_issue_remark TO docket_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE coordination.technical_issue_remark TO docket_writer;


--
-- Name: SEQUENCE technical_issue_remark_id_seq; Type: ACL; Schema: coordination; Owner: -
--

GRANT USAGE ON SEQUENCE coordination.technical_issue_remark_id_seq TO docket_writer;


--
-- Name: TABLE upper_report; Type: ACL; Schema: coordination; Owner: -
--

GRANT SELECT ON TABLE coordination.upper_report TO docket_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE coordination.upper_report TO docket_writer;


--
-- Name: SEQUENCE upper_report_id_seq; Type: ACL; Schema: coordination; Owner: -
--

GRANT USAGE ON SEQUENCE coordination.upper_report_id_seq TO docket_writer;


--
-- Name: TABLE upper_report_return; Type: ACL; Schema: coordination; Owner: -
--

GRANT SELECT ON TABLE coordination.upper_report_return TO docket_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE coordination.upper_report_return TO docket_writer;


--
-- Name: SEQUENCE upper_report_return_id_seq; Type: ACL; Schema: coordination; Owner: -
--

GRANT USAGE ON SEQUENCE coordination.upper_report_return_id_seq TO docket_writer;


--
-- Name: SEQUENCE zero_report_id_seq; Type: ACL; Schema: coordination; Owner: -
--

GRANT USAGE ON SEQUENCE coordination.zero_report_id_seq TO docket_writer;


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
-- Name: TABLE acting_for; Type: ACL; Schema: core; Owner: -
--

GRANT SELECT ON TABLE core.acting_for TO docket_reader;
GRANT SELECT ON TABLE core.acting_for TO docket_writer;


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
-- Name: COLUMN audit_event.on_behalf_of; Type: ACL; Schema: host; Owner: -
--

GRANT SELECT(on_behalf_of) ON TABLE host.audit_event TO docket_reader;
GRANT INSERT(on_behalf_of) ON TABLE host.audit_event TO docket_writer;


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
-- Name: SEQUENCE delegation_id_seq; Type: ACL; Schema: core; Owner: -
--

GRANT USAGE ON SEQUENCE core.delegation_id_seq TO docket_writer;


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
-- Name: TABLE case_link_judge; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT ON TABLE dossiers.case_link_judge TO docket_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE dossiers.case_link_judge TO docket_writer;


--
-- Name: SEQUENCE consultation_id_seq; Type: ACL; Schema: dossiers; Owner: -
--

GRANT USAGE ON SEQUENCE dossiers.consultation_id_seq TO docket_writer;


--
-- Name: TABLE consultation_judge; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT ON TABLE dossiers.consultation_judge TO docket_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE dossiers.consultation_judge TO docket_writer;


--
-- Name: TABLE consultation_waiver; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT ON TABLE dossiers.consultation_waiver TO docket_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE dossiers.consultation_waiver TO docket_writer;


--
-- Name: SEQUENCE contact_point_id_seq; Type: ACL; Schema: dossiers; Owner: -
--

GRANT USAGE ON SEQUENCE dossiers.contact_point_id_seq TO docket_writer;


--
-- Name: TABLE dossier_decision; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT ON TABLE dossiers.dossier_decision TO docket_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE dossiers.dossier_decision TO docket_writer;


--
-- Name: SEQUENCE dossier_decision_id_seq; Type: ACL; Schema: dossiers; Owner: -
--

GRANT USAGE ON SEQUENCE dossiers.dossier_decision_id_seq TO docket_writer;


--
-- Name: TABLE dossier_destruction; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT ON TABLE dossiers.dossier_destruction TO docket_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE dossiers.dossier_destruction TO docket_writer;


--
-- Name: SEQUENCE dossier_id_seq; Type: ACL; Schema: dossiers; Owner: -
--

GRANT USAGE ON SEQUENCE dossiers.dossier_id_seq TO docket_writer;


--
-- Name: TABLE explanation; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT ON TABLE dossiers.explanation TO docket_reader;
GRANT SELECT ON TABLE dossiers.explanation TO docket_writer;


--
-- Name: COLUMN explanation.court_code; Type: ACL; Schema: dossiers; Owner: -
--

GRANT INSERT(court_code) ON TABLE dossiers.explanation TO docket_writer;


--
-- Name: COLUMN explanation.registration_id; Type: ACL; Schema: dossiers; Owner: -
--

GRANT INSERT(registration_id) ON TABLE dossiers.explanation TO docket_writer;


--
-- Name: COLUMN explanation.dossier_id; Type: ACL; Schema: dossiers; Owner: -
--

GRANT INSERT(dossier_id) ON TABLE dossiers.explanation TO docket_writer;


--
-- Name: COLUMN explanation.sealed; Type: ACL; Schema: dossiers; Owner: -
--

GRANT INSERT(sealed) ON TABLE dossiers.explanation TO docket_writer;


--
-- Name: COLUMN explanation.assignees; Type: ACL; Schema: dossiers; Owner: -
--

GRANT INSERT(assignees) ON TABLE dossiers.explanation TO docket_writer;


--
-- Name: COLUMN explanation.accused_staff_ids; Type: ACL; Schema: dossiers; Owner: -
--

GRANT INSERT(accused_staff_ids) ON TABLE dossiers.explanation TO docket_writer;


--
-- Name: COLUMN explanation.kind; Type: ACL; Schema: dossiers; Owner: -
--

GRANT INSERT(kind) ON TABLE dossiers.explanation TO docket_writer;


--
-- Name: COLUMN explanation.phase; Type: ACL; Schema: dossiers; Owner: -
--

GRANT INSERT(phase) ON TABLE dossiers.explanation TO docket_writer;


--
-- Name: COLUMN explanation.held_on; Type: ACL; Schema: dossiers; Owner: -
--

GRANT INSERT(held_on) ON TABLE dossiers.explanation TO docket_writer;


--
-- Name: COLUMN explanation.by_id; Type: ACL; Schema: dossiers; Owner: -
--

GRANT INSERT(by_id) ON TABLE dossiers.explanation TO docket_writer;


--
-- Name: COLUMN explanation.content; Type: ACL; Schema: dossiers; Owner: -
--

GRANT INSERT(content) ON TABLE dossiers.explanation TO docket_writer;


--
-- Name: SEQUENCE explanation_id_seq; Type: ACL; Schema: dossiers; Owner: -
--

GRANT USAGE ON SEQUENCE dossiers.explanation_id_seq TO docket_writer;


--
-- Name: TABLE export_request; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT ON TABLE dossiers.export_request TO docket_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE dossiers.export_request TO docket_writer;


--
-- Name: SEQUENCE export_request_id_seq; Type: ACL; Schema: dossiers; Owner: -
--

GRANT USAGE ON SEQUENCE dossiers.export_request_id_seq TO docket_writer;


--
-- Name: TABLE id_copy_demand; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT ON TABLE dossiers.id_copy_demand TO docket_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE dossiers.id_copy_demand TO docket_writer;


--
-- Name: SEQUENCE id_copy_demand_id_seq; Type: ACL; Schema: dossiers; Owner: -
--

GRANT USAGE ON SEQUENCE dossiers.id_copy_demand_id_seq TO docket_writer;


--
-- Name: TABLE identity_conflict; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT ON TABLE dossiers.identity_conflict TO docket_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE dossiers.identity_conflict TO docket_writer;


--
-- Name: SEQUENCE identity_conflict_id_seq; Type: ACL; Schema: dossiers; Owner: -
--

GRANT USAGE ON SEQUENCE dossiers.identity_conflict_id_seq TO docket_writer;


--
-- Name: TABLE limit_rule; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE dossiers.limit_rule TO docket_writer;


--
-- Name: TABLE petitioner_alias; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE dossiers.petitioner_alias TO docket_writer;


--
-- Name: COLUMN petitioner_alias.id; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(id) ON TABLE dossiers.petitioner_alias TO docket_reader;


--
-- Name: COLUMN petitioner_alias.petitioner_id; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(petitioner_id) ON TABLE dossiers.petitioner_alias TO docket_reader;


--
-- Name: COLUMN petitioner_alias.court_code; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(court_code) ON TABLE dossiers.petitioner_alias TO docket_reader;


--
-- Name: COLUMN petitioner_alias.kind; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(kind) ON TABLE dossiers.petitioner_alias TO docket_reader;


--
-- Name: COLUMN petitioner_alias.name_masked; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(name_masked) ON TABLE dossiers.petitioner_alias TO docket_reader;


--
-- Name: COLUMN petitioner_alias.reason; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(reason) ON TABLE dossiers.petitioner_alias TO docket_reader;


--
-- Name: COLUMN petitioner_alias.recorded_on; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(recorded_on) ON TABLE dossiers.petitioner_alias TO docket_reader;


--
-- Name: COLUMN petitioner_alias.recorded_by; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(recorded_by) ON TABLE dossiers.petitioner_alias TO docket_reader;


--
-- Name: SEQUENCE petitioner_alias_id_seq; Type: ACL; Schema: dossiers; Owner: -
--

GRANT USAGE ON SEQUENCE dossiers.petitioner_alias_id_seq TO docket_writer;


--
-- Name: SEQUENCE petitioner_id_seq; Type: ACL; Schema: dossiers; Owner: -
--

GRANT USAGE ON SEQUENCE dossiers.petitioner_id_seq TO docket_writer;


--
-- Name: TABLE petitioner_import_row; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE dossiers.petitioner_import_row TO docket_writer;


--
-- Name: TABLE petitioner_merge; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT ON TABLE dossiers.petitioner_merge TO docket_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE dossiers.petitioner_merge TO docket_writer;


--
-- Name: SEQUENCE petitioner_merge_id_seq; Type: ACL; Schema: dossiers; Owner: -
--

GRANT USAGE ON SEQUENCE dossiers.petitioner_merge_id_seq TO docket_writer;


--
-- Name: TABLE petitioner_merge_link; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE dossiers.petitioner_merge_link TO docket_writer;


--
-- Name: TABLE petitioner_revision; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE dossiers.petitioner_revision TO docket_writer;


--
-- Name: COLUMN petitioner_revision.id; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(id) ON TABLE dossiers.petitioner_revision TO docket_reader;


--
-- Name: COLUMN petitioner_revision.petitioner_id; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(petitioner_id) ON TABLE dossiers.petitioner_revision TO docket_reader;


--
-- Name: COLUMN petitioner_revision.court_code; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(court_code) ON TABLE dossiers.petitioner_revision TO docket_reader;


--
-- Name: COLUMN petitioner_revision.kind; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(kind) ON TABLE dossiers.petitioner_revision TO docket_reader;


--
-- Name: COLUMN petitioner_revision.field; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(field) ON TABLE dossiers.petitioner_revision TO docket_reader;


--
-- Name: COLUMN petitioner_revision.reason; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(reason) ON TABLE dossiers.petitioner_revision TO docket_reader;


--
-- Name: COLUMN petitioner_revision.revised_on; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(revised_on) ON TABLE dossiers.petitioner_revision TO docket_reader;


--
-- Name: COLUMN petitioner_revision.revised_by; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(revised_by) ON TABLE dossiers.petitioner_revision TO docket_reader;


--
-- Name: COLUMN petitioner_revision.rights_request_id; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(rights_request_id) ON TABLE dossiers.petitioner_revision TO docket_reader;


--
-- Name: SEQUENCE petitioner_revision_id_seq; Type: ACL; Schema: dossiers; Owner: -
--

GRANT USAGE ON SEQUENCE dossiers.petitioner_revision_id_seq TO docket_writer;


--
-- Name: TABLE registration_calendar; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT ON TABLE dossiers.registration_calendar TO docket_reader;
GRANT SELECT ON TABLE dossiers.registration_calendar TO docket_writer;


--
-- Name: TABLE registration_case; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT ON TABLE dossiers.registration_case TO docket_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE dossiers.registration_case TO docket_writer;


--
-- Name: TABLE registration_decision; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT ON TABLE dossiers.registration_decision TO docket_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE dossiers.registration_decision TO docket_writer;


--
-- Name: SEQUENCE registration_decision_id_seq; Type: ACL; Schema: dossiers; Owner: -
--

GRANT USAGE ON SEQUENCE dossiers.registration_decision_id_seq TO docket_writer;


--
-- Name: TABLE registration_forward; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT ON TABLE dossiers.registration_forward TO docket_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE dossiers.registration_forward TO docket_writer;


--
-- Name: SEQUENCE registration_forward_id_seq; Type: ACL; Schema: dossiers; Owner: -
--

GRANT USAGE ON SEQUENCE dossiers.registration_forward_id_seq TO docket_writer;


--
-- Name: SEQUENCE registration_id_seq; Type: ACL; Schema: dossiers; Owner: -
--

GRANT USAGE ON SEQUENCE dossiers.registration_id_seq TO docket_writer;


--
-- Name: TABLE registration_import; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE dossiers.registration_import TO docket_writer;


--
-- Name: TABLE registration_query_code; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE dossiers.registration_query_code TO docket_writer;


--
-- Name: TABLE registration_receipt; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT ON TABLE dossiers.registration_receipt TO docket_reader;
GRANT SELECT ON TABLE dossiers.registration_receipt TO docket_writer;


--
-- Name: TABLE registration_refusal; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT ON TABLE dossiers.registration_refusal TO docket_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE dossiers.registration_refusal TO docket_writer;


--
-- Name: SEQUENCE remedy_assessment_id_seq; Type: ACL; Schema: dossiers; Owner: -
--

GRANT USAGE ON SEQUENCE dossiers.remedy_assessment_id_seq TO docket_writer;


--
-- Name: SEQUENCE remedy_id_seq; Type: ACL; Schema: dossiers; Owner: -
--

GRANT USAGE ON SEQUENCE dossiers.remedy_id_seq TO docket_writer;


--
-- Name: TABLE remedy_rule; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT ON TABLE dossiers.remedy_rule TO docket_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE dossiers.remedy_rule TO docket_writer;


--
-- Name: SEQUENCE remedy_rule_id_seq; Type: ACL; Schema: dossiers; Owner: -
--

GRANT USAGE ON SEQUENCE dossiers.remedy_rule_id_seq TO docket_writer;


--
-- Name: TABLE representative; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE dossiers.representative TO docket_writer;


--
-- Name: COLUMN representative.id; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(id) ON TABLE dossiers.representative TO docket_reader;


--
-- Name: COLUMN representative.petitioner_id; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(petitioner_id) ON TABLE dossiers.representative TO docket_reader;


--
-- Name: COLUMN representative.court_code; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(court_code) ON TABLE dossiers.representative TO docket_reader;


--
-- Name: COLUMN representative.kind; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(kind) ON TABLE dossiers.representative TO docket_reader;


--
-- Name: COLUMN representative.name_masked; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(name_masked) ON TABLE dossiers.representative TO docket_reader;


--
-- Name: COLUMN representative.mobile_masked; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(mobile_masked) ON TABLE dossiers.representative TO docket_reader;


--
-- Name: COLUMN representative.authority_material_id; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(authority_material_id) ON TABLE dossiers.representative TO docket_reader;


--
-- Name: COLUMN representative.valid_from; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(valid_from) ON TABLE dossiers.representative TO docket_reader;


--
-- Name: COLUMN representative.valid_to; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(valid_to) ON TABLE dossiers.representative TO docket_reader;


--
-- Name: COLUMN representative.end_reason; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(end_reason) ON TABLE dossiers.representative TO docket_reader;


--
-- Name: SEQUENCE representative_id_seq; Type: ACL; Schema: dossiers; Owner: -
--

GRANT USAGE ON SEQUENCE dossiers.representative_id_seq TO docket_writer;


--
-- Name: TABLE rights_record; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT ON TABLE dossiers.rights_record TO docket_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE dossiers.rights_record TO docket_writer;


--
-- Name: SEQUENCE rights_record_id_seq; Type: ACL; Schema: dossiers; Owner: -
--

GRANT USAGE ON SEQUENCE dossiers.rights_record_id_seq TO docket_writer;


--
-- Name: TABLE rights_request; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE dossiers.rights_request TO docket_writer;


--
-- Name: COLUMN rights_request.id; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(id) ON TABLE dossiers.rights_request TO docket_reader;


--
-- Name: COLUMN rights_request.court_code; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(court_code) ON TABLE dossiers.rights_request TO docket_reader;


--
-- Name: COLUMN rights_request.request_no; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(request_no) ON TABLE dossiers.rights_request TO docket_reader;


--
-- Name: COLUMN rights_request.petitioner_id; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(petitioner_id) ON TABLE dossiers.rights_request TO docket_reader;


--
-- Name: COLUMN rights_request.kind; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(kind) ON TABLE dossiers.rights_request TO docket_reader;


--
-- Name: COLUMN rights_request.via; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(via) ON TABLE dossiers.rights_request TO docket_reader;


--
-- Name: COLUMN rights_request.filed_on; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(filed_on) ON TABLE dossiers.rights_request TO docket_reader;


--
-- Name: COLUMN rights_request.details; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(details) ON TABLE dossiers.rights_request TO docket_reader;


--
-- Name: COLUMN rights_request.identity_check; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(identity_check) ON TABLE dossiers.rights_request TO docket_reader;


--
-- Name: COLUMN rights_request.relation; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(relation) ON TABLE dossiers.rights_request TO docket_reader;


--
-- Name: COLUMN rights_request.relative_name_masked; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(relative_name_masked) ON TABLE dossiers.rights_request TO docket_reader;


--
-- Name: COLUMN rights_request.due_on; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(due_on) ON TABLE dossiers.rights_request TO docket_reader;


--
-- Name: COLUMN rights_request.assignee_id; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(assignee_id) ON TABLE dossiers.rights_request TO docket_reader;


--
-- Name: COLUMN rights_request.state; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(state) ON TABLE dossiers.rights_request TO docket_reader;


--
-- Name: COLUMN rights_request.compiled_on; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(compiled_on) ON TABLE dossiers.rights_request TO docket_reader;


--
-- Name: COLUMN rights_request.decision; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(decision) ON TABLE dossiers.rights_request TO docket_reader;


--
-- Name: COLUMN rights_request.reasons; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(reasons) ON TABLE dossiers.rights_request TO docket_reader;


--
-- Name: COLUMN rights_request.legal_basis; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(legal_basis) ON TABLE dossiers.rights_request TO docket_reader;


--
-- Name: COLUMN rights_request.decided_on; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(decided_on) ON TABLE dossiers.rights_request TO docket_reader;


--
-- Name: COLUMN rights_request.decided_by_id; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(decided_by_id) ON TABLE dossiers.rights_request TO docket_reader;


--
-- Name: COLUMN rights_request.executed_on; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(executed_on) ON TABLE dossiers.rights_request TO docket_reader;


--
-- Name: COLUMN rights_request.executed_by_id; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(executed_by_id) ON TABLE dossiers.rights_request TO docket_reader;


--
-- Name: COLUMN rights_request.execution_note; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(execution_note) ON TABLE dossiers.rights_request TO docket_reader;


--
-- Name: COLUMN rights_request.withdrawn_on; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(withdrawn_on) ON TABLE dossiers.rights_request TO docket_reader;


--
-- Name: COLUMN rights_request.reminded_on; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(reminded_on) ON TABLE dossiers.rights_request TO docket_reader;


--
-- Name: COLUMN rights_request.version; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(version) ON TABLE dossiers.rights_request TO docket_reader;


--
-- Name: COLUMN rights_request.created_at; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(created_at) ON TABLE dossiers.rights_request TO docket_reader;


--
-- Name: COLUMN rights_request.updated_at; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT(updated_at) ON TABLE dossiers.rights_request TO docket_reader;


--
-- Name: SEQUENCE rights_request_id_seq; Type: ACL; Schema: dossiers; Owner: -
--

GRANT USAGE ON SEQUENCE dossiers.rights_request_id_seq TO docket_writer;


--
-- Name: SEQUENCE risk_notice_id_seq; Type: ACL; Schema: dossiers; Owner: -
--

GRANT USAGE ON SEQUENCE dossiers.risk_notice_id_seq TO docket_writer;


--
-- Name: TABLE sample_audit; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT ON TABLE dossiers.sample_audit TO docket_reader;
GRANT SELECT ON TABLE dossiers.sample_audit TO docket_writer;


--
-- Name: COLUMN sample_audit.court_code; Type: ACL; Schema: dossiers; Owner: -
--

GRANT INSERT(court_code) ON TABLE dossiers.sample_audit TO docket_writer;


--
-- Name: COLUMN sample_audit.ledger; Type: ACL; Schema: dossiers; Owner: -
--

GRANT INSERT(ledger) ON TABLE dossiers.sample_audit TO docket_writer;


--
-- Name: COLUMN sample_audit.from_on; Type: ACL; Schema: dossiers; Owner: -
--

GRANT INSERT(from_on) ON TABLE dossiers.sample_audit TO docket_writer;


--
-- Name: COLUMN sample_audit.to_on; Type: ACL; Schema: dossiers; Owner: -
--

GRANT INSERT(to_on) ON TABLE dossiers.sample_audit TO docket_writer;


--
-- Name: COLUMN sample_audit.line_count; Type: ACL; Schema: dossiers; Owner: -
--

GRANT INSERT(line_count) ON TABLE dossiers.sample_audit TO docket_writer;


--
-- Name: COLUMN sample_audit.size; Type: ACL; Schema: dossiers; Owner: -
--

GRANT INSERT(size) ON TABLE dossiers.sample_audit TO docket_writer;


--
-- Name: COLUMN sample_audit.drawn_by; Type: ACL; Schema: dossiers; Owner: -
--

GRANT INSERT(drawn_by) ON TABLE dossiers.sample_audit TO docket_writer;


--
-- Name: COLUMN sample_audit.drawn_at; Type: ACL; Schema: dossiers; Owner: -
--

GRANT INSERT(drawn_at) ON TABLE dossiers.sample_audit TO docket_writer;


--
-- Name: SEQUENCE sample_audit_id_seq; Type: ACL; Schema: dossiers; Owner: -
--

GRANT USAGE ON SEQUENCE dossiers.sample_audit_id_seq TO docket_writer;


--
-- Name: TABLE sample_item; Type: ACL; Schema: dossiers; Owner: -
--

GRANT SELECT ON TABLE dossiers.sample_item TO docket_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE dossiers.sample_item TO docket_writer;


--
-- Name: SEQUENCE sample_item_id_seq; Type: ACL; Schema: dossiers; Owner: -
--

GRANT USAGE ON SEQUENCE dossiers.sample_item_id_seq TO docket_writer;


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
-- Name: SEQUENCE delivery_id_seq; Type: ACL; Schema: letters; Owner: -
--

GRANT USAGE ON SEQUENCE letters.delivery_id_seq TO docket_writer;


--
-- Name: TABLE endorsement; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE letters.endorsement TO docket_writer;
GRANT SELECT ON TABLE letters.endorsement TO docket_reader;


--
-- Name: TABLE endorsement_record; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT ON TABLE letters.endorsement_record TO docket_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE letters.endorsement_record TO docket_writer;


--
-- Name: SEQUENCE endorsement_record_id_seq; Type: ACL; Schema: letters; Owner: -
--

GRANT USAGE ON SEQUENCE letters.endorsement_record_id_seq TO docket_writer;


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
-- Name: TABLE former_sender; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE letters.former_sender TO docket_writer;


--
-- Name: COLUMN former_sender.id; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT(id) ON TABLE letters.former_sender TO docket_reader;


--
-- Name: COLUMN former_sender.letter_id; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT(letter_id) ON TABLE letters.former_sender TO docket_reader;


--
-- Name: COLUMN former_sender.court_code; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT(court_code) ON TABLE letters.former_sender TO docket_reader;


--
-- Name: COLUMN former_sender.sender_id; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT(sender_id) ON TABLE letters.former_sender TO docket_reader;


--
-- Name: COLUMN former_sender.replaced_at; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT(replaced_at) ON TABLE letters.former_sender TO docket_reader;


--
-- Name: COLUMN former_sender.replaced_by; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT(replaced_by) ON TABLE letters.former_sender TO docket_reader;


--
-- Name: COLUMN former_sender.name_masked; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT(name_masked) ON TABLE letters.former_sender TO docket_reader;


--
-- Name: COLUMN former_sender.id_number_masked; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT(id_number_masked) ON TABLE letters.former_sender TO docket_reader;


--
-- Name: COLUMN former_sender.mobile_masked; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT(mobile_masked) ON TABLE letters.former_sender TO docket_reader;


--
-- Name: COLUMN former_sender.address_masked; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT(address_masked) ON TABLE letters.former_sender TO docket_reader;


--
-- Name: COLUMN former_sender.region_code; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT(region_code) ON TABLE letters.former_sender TO docket_reader;


--
-- Name: SEQUENCE former_sender_id_seq; Type: ACL; Schema: letters; Owner: -
--

GRANT USAGE ON SEQUENCE letters.former_sender_id_seq TO docket_writer;


--
-- Name: TABLE letter_amendment; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT ON TABLE letters.letter_amendment TO docket_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE letters.letter_amendment TO docket_writer;


--
-- Name: SEQUENCE letter_amendment_id_seq; Type: ACL; Schema: letters; Owner: -
--

GRANT USAGE ON SEQUENCE letters.letter_amendment_id_seq TO docket_writer;


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
-- Name: TABLE letter_reminder; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT ON TABLE letters.letter_reminder TO docket_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE letters.letter_reminder TO docket_writer;


--
-- Name: SEQUENCE letter_reminder_id_seq; Type: ACL; Schema: letters; Owner: -
--

GRANT USAGE ON SEQUENCE letters.letter_reminder_id_seq TO docket_writer;


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
-- Name: TABLE notice; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT ON TABLE letters.notice TO docket_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE letters.notice TO docket_writer;


--
-- Name: SEQUENCE notice_id_seq; Type: ACL; Schema: letters; Owner: -
--

GRANT USAGE ON SEQUENCE letters.notice_id_seq TO docket_writer;


--
-- Name: TABLE notice_template; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT ON TABLE letters.notice_template TO docket_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE letters.notice_template TO docket_writer;


--
-- Name: SEQUENCE notice_template_id_seq; Type: ACL; Schema: letters; Owner: -
--

GRANT USAGE ON SEQUENCE letters.notice_template_id_seq TO docket_writer;


--
-- Name: TABLE online_report; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE letters.online_report TO docket_writer;
GRANT SELECT ON TABLE letters.online_report TO docket_reader;


--
-- Name: TABLE online_submission; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT ON TABLE letters.online_submission TO docket_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE letters.online_submission TO docket_writer;


--
-- Name: SEQUENCE online_submission_id_seq; Type: ACL; Schema: letters; Owner: -
--

GRANT USAGE ON SEQUENCE letters.online_submission_id_seq TO docket_writer;


--
-- Name: TABLE reply; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE letters.reply TO docket_writer;
GRANT SELECT ON TABLE letters.reply TO docket_reader;


--
-- Name: TABLE reply_draft; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT ON TABLE letters.reply_draft TO docket_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE letters.reply_draft TO docket_writer;


--
-- Name: SEQUENCE reply_draft_id_seq; Type: ACL; Schema: letters; Owner: -
--

GRANT USAGE ON SEQUENCE letters.reply_draft_id_seq TO docket_writer;


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
-- Name: TABLE review_rule; Type: ACL; Schema: letters; Owner: -
--

GRANT SELECT ON TABLE letters.review_rule TO docket_reader;
GRANT SELECT,INSERT,DELETE,UPDATE ON TABLE letters.review_rule TO docket_writer;


--
-- Name: SEQUENCE review_rule_id_seq; Type: ACL; Schema: letters; Owner: -
--

GRANT USAGE ON SEQUENCE letters.review_rule_id_seq TO docket_writer;


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


