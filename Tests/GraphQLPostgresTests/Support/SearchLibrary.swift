import Foundation

/// Letters whose text is searched: the functions of `core` as its migration makes them, a searched table and its fragment.
enum SearchLibrary {
    /// What the letters 1… say.
    static let texts = [
        "反映平定县人民法院拖欠工资一案",
        "（2018）晋03民申60号案件的再审申请",
        "(2018)晋03民申6号",
        "平定的县城\n法院人民",
        "请求执行：50%_确认 C:\\案卷 it's",
        "ＡＢＣ公司与Acme公司借款合同纠纷",
        "工资",
        "法",
        "",
        "拖欠农民工工资，多次反映",
        "定县平",
    ]

    private static func migration() throws -> String {
        let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let core = "Sources/CourtCore/Migrations/0002_core_search.sql"
        return try String(contentsOf: tests.appending(path: "../../\(core)"), encoding: .utf8)
    }

    static func script() throws -> String {
        try """
        CREATE SCHEMA core;
        \(migration())
        CREATE SCHEMA app;
        DO $$ BEGIN CREATE ROLE docket_reader NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
        GRANT USAGE ON SCHEMA app, core TO docket_reader;
        CREATE TABLE app.letter (
            id bigint PRIMARY KEY, court_code text NOT NULL, letter_no text NOT NULL, body text NOT NULL,
            search_text text NOT NULL GENERATED ALWAYS AS (core.search_text(body)) STORED
        );
        CREATE TABLE app.event (id bigint PRIMARY KEY, letter_id bigint NOT NULL REFERENCES app.letter, kind text NOT NULL);
        CREATE TABLE app.page (letter_id bigint NOT NULL, no integer NOT NULL, PRIMARY KEY (letter_id, no));
        CREATE INDEX event_letter ON app.event (letter_id);
        CREATE INDEX letter_search ON app.letter USING gin (core.search_pairs(search_text));
        CREATE INDEX letter_no ON app.letter (letter_no text_pattern_ops);
        ALTER TABLE app.letter ENABLE ROW LEVEL SECURITY;
        CREATE POLICY letter_read ON app.letter FOR SELECT TO docket_reader
            USING (court_code = ANY (nullif(current_setting('docket.courts', true), '')::text[]));

        CREATE FUNCTION app.mentioning(words text) RETURNS SETOF bigint
            LANGUAGE sql STABLE STRICT SECURITY DEFINER ROWS 200
            SET search_path = pg_catalog, pg_temp SET work_mem = '64MB'
        BEGIN ATOMIC
            SELECT l.id FROM app.letter l
            WHERE core.search_pairs(l.search_text) @@ (SELECT core.search_query(words))
                AND l.search_text LIKE ALL ((SELECT core.search_patterns(words))::text[])
                AND l.court_code = ANY (nullif(current_setting('docket.courts', true), '')::text[]);
        END;
        CREATE FUNCTION app.resembling(words text) RETURNS SETOF bigint
            LANGUAGE sql STABLE STRICT SECURITY DEFINER ROWS 200
            SET search_path = pg_catalog, pg_temp SET work_mem = '64MB'
        BEGIN ATOMIC
            SELECT l.id FROM app.letter l
            WHERE core.search_pairs(l.search_text) @@ (SELECT core.similar_query(words))
                AND core.similar_share(l.search_text, (SELECT core.similar_pairs(words))) > 0.5
                AND l.court_code = ANY (nullif(current_setting('docket.courts', true), '')::text[]);
        END;
        CREATE FUNCTION app.as_text(words text) RETURNS SETOF bigint LANGUAGE sql STABLE AS
            $$ SELECT id FROM app.letter WHERE core.search_pairs(search_text) @@ core.search_query(words) $$;
        CREATE FUNCTION app.unindexed(words text) RETURNS SETOF bigint LANGUAGE sql STABLE
            BEGIN ATOMIC SELECT id FROM app.letter WHERE body LIKE words; END;
        CREATE FUNCTION app.elsewhere(words text) RETURNS SETOF bigint LANGUAGE sql STABLE
            BEGIN ATOMIC SELECT id FROM app.event WHERE core.search_pairs(kind) @@ core.search_query(words); END;
        CREATE FUNCTION app.wrong(words text) RETURNS SETOF text LANGUAGE sql STABLE RETURN words;

        INSERT INTO app.letter (id, court_code, letter_no, body) VALUES
        \(texts.enumerated().map { "(\($0 + 1), '晋03', 'A\($0 + 1)', '\($1.replacing("'", with: "''"))')" }.joined(separator: ",\n")),
        (100, '京', 'B1', '拖欠工资');
        -- Enough others that an index is worth it: three of 2,000 characters each, none of them above.
        INSERT INTO app.letter (id, court_code, letter_no, body)
            SELECT 1000 + i, '晋03', 'N' || i, chr(20000 + i % 2000) || chr(20000 + i * 7 % 2000) || chr(20000 + i * 13 % 2000)
            FROM generate_series(1, 5000) i
            WHERE core.search_text(chr(20000 + i % 2000) || chr(20000 + i * 7 % 2000) || chr(20000 + i * 13 % 2000))
                !~ '[\(Set(texts.joined()).filter { $0 >= "\u{4e00}" }.sorted().map(String.init).joined())]';
        INSERT INTO app.event VALUES (1, 1, 'REGISTERED'), (2, 2, 'REGISTERED'), (3, 7, 'CLOSED');
        GRANT SELECT ON ALL TABLES IN SCHEMA app TO docket_reader;
        ANALYZE;
        """
    }

    static let fragment = #"""
        type Letter @table(name: "app.letter") @scope(court: "court_code") {
          id: ID!
          body: String! @requires(permission: "letters.content")
          events: [Event!]! @children(columns: ["letter_id"])
        }
        type Event @table(name: "app.event") {
          id: ID!
          kind: String!
          letter: Letter! @reference(columns: ["letter_id"])
        }

        input LetterFilter {
          text: String @where(op: MATCH, function: "app.mentioning") @requires(permission: "letters.content")
          similarTo: String @where(op: MATCH, function: "app.resembling") @requires(permission: "letters.content")
          letterNo: String @where(op: PREFIX)
          and: [LetterFilter!]
          or: [LetterFilter!]
          not: LetterFilter
        }
        input EventFilter { letter: LetterFilter }

        extend type Query {
          letters(filter: LetterFilter, first: Int, after: String): LetterConnection! @rows
          events(filter: EventFilter): [Event!]! @rows
          find(text: String! @where(op: MATCH, function: "app.mentioning")): [Letter!]! @rows
        }
        """#
}
