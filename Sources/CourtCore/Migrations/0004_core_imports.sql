-- What imports rely on: courts that form a tree, years whose holiday notice is complete, and files that come in parts.

-- The level that a court's code says (法〔2015〕137号): 最高法, 晋, 晋03, 晋0302.
CREATE FUNCTION core.court_level(code text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN code = '最高法' THEN 'SUPREME' WHEN char_length(code) = 1 THEN 'HIGH'
        WHEN code ~ '^.[0-9]{2}$' THEN 'INTERMEDIATE' WHEN code ~ '^.[0-9]{4}$' THEN 'BASIC' END;

-- Not validated: rows that were imported before these rules stand until an import repairs them. With both, no court is above
-- itself, directly or through others.
ALTER TABLE core.court ADD CONSTRAINT court_level_of_code CHECK (level IS NOT DISTINCT FROM core.court_level(code)) NOT VALID;
ALTER TABLE core.court ADD CONSTRAINT court_parent_level CHECK (
    coalesce(core.court_level(parent_code), '') = CASE level
        WHEN 'HIGH' THEN 'SUPREME' WHEN 'INTERMEDIATE' THEN 'HIGH' WHEN 'BASIC' THEN 'INTERMEDIATE' ELSE '' END
) NOT VALID;

-- The year whose notice names a day off: New Year's days at the end of December are in the next year's.
CREATE FUNCTION core.holiday_notice_year(date date, name text) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN extract(year FROM date)::integer
        + (extract(month FROM date) = 12 AND extract(day FROM date) >= 24 AND name LIKE '%元旦%')::integer;

-- Whether these days off hold a year's whole notice: every holiday by law (《全国年节及纪念日放假办法》) has its days in it. A year
-- known by a few rows is unknown. 清明, 端午 and 中秋 are holidays since 2008; where 中秋 falls into 国庆, that has eight days.
CREATE FUNCTION core.is_holiday_notice(year integer, holidays date[]) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN make_date(year, 1, 1) = ANY (holidays)
        AND make_date(year, 5, 1) = ANY (holidays)
        AND ARRAY[make_date(year, 10, 1), make_date(year, 10, 2), make_date(year, 10, 3)] <@ holidays
        AND (SELECT count(*) >= 3 FROM unnest(holidays) d WHERE d BETWEEN make_date(year, 1, 20) AND make_date(year, 2, 28))
        AND (
            year < 2008
            OR holidays && ARRAY[make_date(year, 4, 4), make_date(year, 4, 5), make_date(year, 4, 6)]
                AND EXISTS (SELECT FROM unnest(holidays) d WHERE d BETWEEN make_date(year, 5, 20) AND make_date(year, 6, 30))
                AND EXISTS (
                    SELECT FROM unnest(holidays) d
                    WHERE d BETWEEN make_date(year, 9, 6) AND make_date(year, 9, 30) OR d = make_date(year, 10, 8)
                )
        );

-- Years whose notice is on record. Kept by a trigger, so that it holds whoever writes the days.
CREATE TABLE core.holiday_year (year integer PRIMARY KEY, known_since timestamptz NOT NULL DEFAULT now());
GRANT SELECT ON core.holiday_year TO docket_reader;
CREATE FUNCTION core.find_holiday_years() RETURNS trigger LANGUAGE plpgsql AS $$
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
CREATE TRIGGER holiday_years AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON core.holiday
    FOR EACH STATEMENT EXECUTE FUNCTION core.find_holiday_years();
-- Databases that have their notices already know their years by the same rule.
UPDATE core.holiday SET name = name;

-- NULL where the period has days in a year without its notice: which of them are worked is not known.
CREATE OR REPLACE FUNCTION core.working_days(from_on date, to_on date) RETURNS integer LANGUAGE sql STABLE
    RETURN (
        SELECT CASE WHEN count(*) = count(y.year)
            THEN (count(*) FILTER (WHERE coalesce(h.kind = 'MAKEUP_WORKDAY', extract(isodow FROM d) < 6)))::integer END
        FROM generate_series(from_on + 1, to_on, interval '1 day') AS d
        LEFT JOIN core.holiday h ON h.date = d::date
        LEFT JOIN core.holiday_year y ON y.year = extract(year FROM d)::integer
        WHERE from_on IS NOT NULL AND to_on IS NOT NULL
        HAVING from_on IS NOT NULL AND to_on IS NOT NULL
    );

-- A file to import that is longer than a request may be: it comes in parts, which are sealed, belong to their sender, and are
-- gone when they are imported or expired.
CREATE TABLE core.upload (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    owner text NOT NULL,
    parts integer NOT NULL CHECK (parts > 0),
    expires_at timestamptz NOT NULL
);
CREATE INDEX upload_owner ON core.upload (owner);
CREATE INDEX upload_expired ON core.upload (expires_at);
CREATE TABLE core.upload_part (
    upload_id bigint NOT NULL REFERENCES core.upload ON DELETE CASCADE,
    part integer NOT NULL CHECK (part > 0),
    -- Line breaks in the part: the next one begins so many lines further down.
    lines integer NOT NULL,
    bytes integer NOT NULL,
    text_cipher bytea NOT NULL,
    PRIMARY KEY (upload_id, part)
);
