/// A small registry of letters: the tables and the fragment that most tests read.
enum Registry {
    static let script = """
        CREATE SCHEMA app;
        DO $$ BEGIN CREATE ROLE docket_reader NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
        GRANT USAGE ON SCHEMA app TO docket_reader;

        CREATE TABLE app.court (
            code text PRIMARY KEY, name text NOT NULL, parent_code text REFERENCES app.court, level text NOT NULL
        );
        CREATE INDEX court_parent ON app.court (parent_code);
        CREATE INDEX court_level ON app.court (level);
        CREATE TABLE app.staff (
            id bigint PRIMARY KEY, name text NOT NULL, court_code text NOT NULL REFERENCES app.court, roles text[] NOT NULL
        );
        CREATE TABLE app.letter (
            id bigint PRIMARY KEY,
            court_code text NOT NULL REFERENCES app.court,
            letter_no text NOT NULL UNIQUE,
            token uuid NOT NULL UNIQUE,
            received_on date NOT NULL,
            due_on date,
            subject text NOT NULL,
            state text NOT NULL,
            sealed boolean NOT NULL DEFAULT false,
            assignee_id bigint REFERENCES app.staff,
            accused_staff_ids bigint[] NOT NULL DEFAULT '{}',
            tags text[] NOT NULL DEFAULT '{}',
            priority smallint,
            score double precision,
            weight numeric(8, 2),
            extra jsonb,
            created_at timestamptz NOT NULL DEFAULT '2018-03-01T02:15:00Z',
            duplicate_of_id bigint REFERENCES app.letter,
            scan bytea
        );
        CREATE INDEX letter_court ON app.letter (court_code);
        CREATE INDEX letter_received ON app.letter (received_on);
        CREATE INDEX letter_due ON app.letter (due_on);
        CREATE INDEX letter_state ON app.letter (state);
        CREATE INDEX letter_assignee ON app.letter (assignee_id);
        CREATE INDEX letter_duplicate ON app.letter (duplicate_of_id);
        CREATE INDEX letter_created ON app.letter (created_at);
        CREATE INDEX letter_priority ON app.letter (priority);
        CREATE INDEX letter_no_prefix ON app.letter (letter_no text_pattern_ops);
        CREATE TABLE app.event (
            id bigint PRIMARY KEY, letter_id bigint NOT NULL REFERENCES app.letter, court_code text NOT NULL,
            kind text NOT NULL, staff_id bigint REFERENCES app.staff
        );
        CREATE INDEX event_letter ON app.event (letter_id);
        CREATE TABLE app.petitioner (
            id bigint PRIMARY KEY, letter_id bigint NOT NULL REFERENCES app.letter, court_code text NOT NULL,
            seq integer NOT NULL, name_masked text NOT NULL, name_cipher bytea
        );
        CREATE INDEX petitioner_letter ON app.petitioner (letter_id);
        CREATE TABLE app.endorsement (
            letter_id bigint PRIMARY KEY REFERENCES app.letter, court_code text NOT NULL, text text NOT NULL
        );
        CREATE TABLE app.volume_entry (
            letter_id bigint NOT NULL, page_from integer NOT NULL, title text NOT NULL, PRIMARY KEY (letter_id, page_from)
        );
        -- Ranks with ties and NULLs, for paging.
        CREATE TABLE app.entry (
            id bigint PRIMARY KEY, court_code text NOT NULL, rank integer, label text NOT NULL, amount numeric NOT NULL
        );
        CREATE INDEX entry_court ON app.entry (court_code);

        CREATE FUNCTION app.overdue(app.letter) RETURNS boolean LANGUAGE sql STABLE
            RETURN $1.due_on < current_setting('docket.today')::date;
        CREATE FUNCTION app.days_left(app.letter) RETURNS integer LANGUAGE sql STABLE
            RETURN $1.due_on - current_setting('docket.today')::date;
        CREATE TYPE app.report_row AS (group_key text, items integer);
        CREATE FUNCTION app.report("from" date, "to" date, "groupBy" text) RETURNS SETOF app.report_row LANGUAGE sql STABLE AS $$
            SELECT CASE "groupBy" WHEN 'STATE' THEN state ELSE court_code END, count(*)::integer
            FROM app.letter WHERE received_on BETWEEN "from" AND "to" GROUP BY 1
        $$;
        CREATE VIEW app.viewer AS
            SELECT id, name, current_setting('docket.courts') AS courts, current_setting('docket.today')::date AS today
            FROM app.staff WHERE id = nullif(current_setting('docket.staff_id'), '')::bigint;

        INSERT INTO app.court VALUES
            ('晋', '山西高院', NULL, 'HIGH'), ('晋03', '阳泉中院', '晋', 'INTERMEDIATE'), ('晋0321', '平定法院', '晋03', 'BASIC'),
            ('晋0322', '盂县法院', '晋03', 'BASIC'), ('京', '北京高院', NULL, 'HIGH');
        INSERT INTO app.staff VALUES
            (1, '甲', '晋03', '{CLERK}'), (2, '乙', '晋03', '{HANDLER,CLERK}'), (3, '丙', '京', '{HANDLER}');
        INSERT INTO app.letter (id, court_code, letter_no, token, received_on, due_on, subject, state, sealed, assignee_id,
            accused_staff_ids, tags, priority, score, weight, extra, duplicate_of_id) VALUES
            (1, '晋03', 'A1', '11111111-1111-1111-1111-111111111111', '2018-03-01', '2018-04-01', '土地 "纠纷"', 'REGISTERED',
                false, 1, '{}', '{a,b}', 1, 0.5, 12.50, '{"k": [1]}', NULL),
            (2, '晋03', 'A2', '22222222-2222-2222-2222-222222222222', '2018-03-01', '2018-07-10', '执行', 'HANDLING',
                false, 2, '{}', '{b}', NULL, 1.25, -0.05, NULL, NULL),
            (3, '晋03', 'A3', '33333333-3333-3333-3333-333333333333', '2018-03-02', NULL, '检举', 'REGISTERED',
                true, NULL, '{}', '{}', 3, NULL, NULL, NULL, NULL),
            (4, '晋0321', 'B1', '44444444-4444-4444-4444-444444444444', '2018-03-03', '2018-06-28', '立案', 'CLOSED',
                false, 1, '{1}', '{c}', 2, 2, 100.00, NULL, 1),
            (5, '京', 'C1', '55555555-5555-5555-5555-555555555555', '2018-03-04', '2018-05-01', '外院', 'REGISTERED',
                false, 3, '{}', '{a}', 1, 3, 1.00, NULL, 1),
            (6, '晋03', 'A6', '66666666-6666-6666-6666-666666666666', '2018-03-05', '2018-08-01', '100%_确认', 'REGISTERED',
                false, NULL, '{}', '{}', NULL, NULL, NULL, NULL, NULL);
        INSERT INTO app.event VALUES
            (1, 1, '晋03', 'REGISTERED', 1), (2, 1, '晋03', 'ASSIGNED', 2), (3, 1, '京', 'FOREIGN', 3), (4, 2, '晋03', 'REGISTERED', 1),
            (5, 4, '晋0321', 'REGISTERED', 1), (6, 1, '晋03', 'HANDLED', NULL);
        INSERT INTO app.petitioner VALUES
            (1, 1, '晋03', 1, '张*', '\\x01'), (2, 1, '晋03', 2, '李*', NULL), (3, 4, '晋0321', 1, '王*', NULL), (4, 1, '京', 3, '外*', NULL);
        INSERT INTO app.endorsement VALUES (1, '晋03', '阅'), (2, '京', '外院批示');
        INSERT INTO app.volume_entry VALUES (1, 1, '目录'), (1, 3, '原件');
        INSERT INTO app.entry
            SELECT i, CASE i % 10 WHEN 0 THEN '京' ELSE '晋03' END, CASE WHEN i % 7 = 0 THEN NULL ELSE (i * 37) % 20 END,
                chr(97 + i % 5), (i % 13) * 0.25
            FROM generate_series(1, 1000) i;
        GRANT SELECT ON ALL TABLES IN SCHEMA app TO docket_reader;
        ANALYZE;
        """

    static let fragment = #"""
        scalar Date
        scalar DateTime
        scalar CourtCode
        scalar JSON
        scalar Decimal

        enum CourtLevel { HIGH INTERMEDIATE BASIC }
        enum LetterState { REGISTERED HANDLING CLOSED }
        enum OrderDirection { ASC DESC }

        type Court @table(name: "app.court", key: ["code"]) {
          code: CourtCode!
          name: String!
          level: CourtLevel!
          parent: Court @reference(columns: ["parent_code"])
          courts: [Court!]! @children(columns: ["parent_code"], order: ["code"])
          letters(
            filter: LetterFilter, orderBy: [LetterOrder!], first: Int, after: String, last: Int, before: String
          ): LetterConnection! @children(columns: ["court_code"], order: ["received_on"])
        }

        type Staff @table(name: "app.staff") {
          id: ID!
          name: String!
          court: Court! @reference(columns: ["court_code"])
          roles: [String!]!
        }

        type Letter
          @table(name: "app.letter")
          @scope(court: "court_code", sealed: "sealed", assignee: "assignee_id", recused: "accused_staff_ids")
          @requires(permission: "letters.read") {
          id: ID!
          letterNo: String!
          token: ID!
          court: Court! @reference(columns: ["court_code"])
          receivedOn: Date!
          dueOn: Date
          subject: String! @requires(permission: "letters.content")
          state: LetterState!
          sealed: Boolean!
          assignee: Staff @reference(columns: ["assignee_id"])
          tags: [String!]!
          accused: [ID!]! @column(name: "accused_staff_ids")
          priority: Int
          score: Float
          weight: Decimal
          extra: JSON
          createdAt: DateTime!
          overdue: Boolean @function(name: "app.overdue")
          daysLeft: Int @function(name: "app.days_left")
          endorsement: Endorsement @reference(columns: ["id"], key: ["letter_id"])
          duplicateOf: Letter @reference(columns: ["duplicate_of_id"])
          duplicates: [Letter!]! @children(columns: ["duplicate_of_id"], order: ["letter_no"])
          petitioners: [Petitioner!]! @children(columns: ["letter_id"], order: ["seq"])
          events(
            kind: String @where, first: Int, after: String, last: Int, before: String
          ): EventConnection! @children(columns: ["letter_id"])
          firstEvents(first: Int): [Event!]! @children(columns: ["letter_id"], order: ["id DESC"])
          volume: [VolumeEntry!]! @children(columns: ["letter_id"], order: ["page_from"])
          actions: [String!]! @resolve(columns: ["id", "state"])
        }

        type Event @table(name: "app.event") @scope(court: "court_code") {
          id: ID!
          kind: String!
          staff: Staff @reference(columns: ["staff_id"])
          letter: Letter @reference(columns: ["letter_id"])
        }

        type Petitioner @table(name: "app.petitioner") @scope(court: "court_code") {
          id: ID!
          seq: Int!
          nameMasked: String! @masked(as: NAME)
        }

        type Endorsement @table(name: "app.endorsement", key: ["letter_id"]) @scope(court: "court_code") {
          text: String!
        }

        type VolumeEntry @table(name: "app.volume_entry", key: ["letter_id", "page_from"]) {
          pageFrom: Int!
          title: String!
        }

        type Entry @table(name: "app.entry") @scope(court: "court_code") {
          id: ID!
          rank: Int
          label: String!
        }

        type ReportRow @table(name: "app.report_row", key: ["group_key"]) {
          groupKey: String!
          items: Int!
        }

        type Viewer @table(name: "app.viewer") {
          id: ID!
          name: String!
          courts: String!
          today: Date!
        }

        input LetterFilter {
          court: CourtCode @where(column: "court_code")
          state: [LetterState!] @where(op: IN)
          notState: LetterState @where(column: "state", op: NE)
          assignee: ID @where(column: "assignee_id")
          assignees: [ID!] @where(column: "assignee_id", op: IN)
          dueBefore: Date @where(column: "due_on", op: LT)
          dueFrom: Date @where(column: "due_on", op: GTE)
          createdAfter: DateTime @where(column: "created_at", op: GT)
          hasDue: Boolean @where(column: "due_on", op: PRESENT)
          overdue: Boolean @where(function: "app.overdue")
          subject: String @where(op: CONTAINS)
          letterNo: String @where(op: PREFIX)
          tag: String @where(column: "tags", op: CONTAINS)
          token: ID @where
          maxPriority: Int @where(column: "priority", op: LTE)
        }

        enum LetterOrderField { RECEIVED_ON DUE_ON LETTER_NO }
        input LetterOrder { field: LetterOrderField! direction: OrderDirection! = ASC }
        enum EntryOrderField { RANK LABEL AMOUNT }
        input EntryOrder { field: EntryOrderField! direction: OrderDirection! = ASC }

        extend type Query {
          viewer: Viewer @lookup(columns: [])
          court(code: CourtCode!): Court @lookup
          courts(level: CourtLevel @where): [Court!]! @rows(order: ["code"])
          letter(id: ID!): Letter @lookup
          letterByNo(letterNo: String!): Letter @lookup
          letterByToken(token: ID!): Letter @lookup
          letterByState(state: LetterState!): Letter @lookup
          letters(
            filter: LetterFilter, orderBy: [LetterOrder!], first: Int, after: String, last: Int, before: String
          ): LetterConnection! @rows(order: ["received_on DESC", "letter_no"])
          mine(first: Int, after: String): LetterConnection! @rows(order: ["due_on"], mine: "assignee_id")
          entries(
            orderBy: [EntryOrder!], first: Int, after: String, last: Int, before: String
          ): EntryConnection! @rows(order: ["rank", "label DESC"])
          latestEntries(first: Int, after: String, last: Int, before: String): EntryConnection! @rows(order: ["id DESC"])
          report(from: Date!, to: Date!, groupBy: String): [ReportRow!]!
            @rows(function: "app.report", order: ["items DESC", "group_key"])
          serverTime: DateTime @resolve
        }

        type LetterPayload { letter: Letter version: Int! note: String }
        type Problem { line: Int! column: String }
        type ImportPayload { letters: [Letter]! problems: [Problem!]! tags: [String!]! on: Date }

        extend type Mutation {
          closeLetter(id: ID!): LetterPayload! @requires(permission: "letters.close")
          importLetters(dryRun: Boolean! = false): ImportPayload!
          moveLetter(id: ID, reason: String): Letter @requires(permission: "letters.close")
        }
        """#
}
