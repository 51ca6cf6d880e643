import PluginKit

/// The desk's tables and fragment.
enum DeskFixture {
    static let script = """
        CREATE SCHEMA desk;
        DO $$ BEGIN CREATE ROLE docket_reader NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
        GRANT USAGE ON SCHEMA desk TO docket_reader;
        CREATE TABLE desk.court (code text PRIMARY KEY, name text NOT NULL);
        CREATE TABLE desk.letter (
            id bigint PRIMARY KEY, subject text NOT NULL, court_code text NOT NULL, state text NOT NULL,
            next_id bigint, handler_id bigint, token uuid NOT NULL, received_on date NOT NULL,
            received_at timestamptz NOT NULL, amount numeric NOT NULL, tags text[] NOT NULL, urgent boolean NOT NULL,
            priority smallint NOT NULL, share double precision NOT NULL
        );
        CREATE INDEX letter_court ON desk.letter (court_code);
        CREATE INDEX letter_next ON desk.letter (next_id);
        CREATE TABLE desk.page (letter_id bigint, number integer, text text NOT NULL, PRIMARY KEY (letter_id, number));
        CREATE TABLE desk.ledger (amount numeric PRIMARY KEY);
        INSERT INTO desk.court VALUES ('晋03', '阳泉中院'), ('晋0321', '平定法院');
        INSERT INTO desk.letter
            SELECT id, 'L' || id, CASE WHEN id < 3 THEN '晋03' ELSE '晋0321' END, CASE WHEN id = 3 THEN 'CLOSED' ELSE 'OPEN' END,
                nullif(id % 4, 0) + 1, CASE WHEN id = 2 THEN NULL ELSE 9 END, '0000000a-0000-0000-0000-00000000000f',
                '2018-03-01', '2018-03-01T02:15:00Z', 1.5, '{a,b}', id = 1, 3, 0.5
            FROM generate_series(1, 4) id;
        INSERT INTO desk.page VALUES (1, 1, 'p11'), (1, 2, 'p12'), (2, 1, 'p21');
        CREATE FUNCTION desk.gate(desk.letter) RETURNS boolean LANGUAGE sql STABLE AS $$
            SELECT pg_advisory_xact_lock(4711) IS NOT NULL
        $$;
        GRANT SELECT ON ALL TABLES IN SCHEMA desk TO docket_reader;
        """

    static let fragment = """
        scalar Date
        scalar DateTime
        enum LetterState { OPEN CLOSED }

        type Court @table(name: "desk.court", key: ["code"]) {
          code: String!
          name: String!
          letters: [Letter!]! @children(columns: ["court_code"])
        }

        type Page @table(name: "desk.page", key: ["letter_id", "number"]) { text: String! }

        type Letter @table(name: "desk.letter") {
          id: ID!
          subject: String!
          next: Letter @reference(columns: ["next_id"])
          before: [Letter!]! @children(columns: ["next_id"])
          gate: Boolean @function(name: "desk.gate")
          actions: [String!]! @resolve(columns: ["state", "court_code"])
          word(of: String! = "w", times: Int): String @resolve
          handler: String @resolve(columns: ["handler_id"])
          mustHandler: String! @resolve(columns: ["handler_id"])
          rank: Int @resolve
          ratio: Float @resolve
          state: LetterState @resolve
          ref: ID @resolve
          on: Date @resolve
          at: DateTime @resolve
          flags: [Boolean]! @resolve
          grid: [[Int!]!]! @resolve
          court: Court @resolve(columns: ["court_code"])
          page: Page @resolve
          twin: Letter @resolve
          mustTwin: Letter! @resolve
          related: [Letter!]! @resolve
          few: [Letter!] @resolve(maxRows: 2)
          relatedOrNot: [Letter]! @resolve
          relatedGrid: [[Letter!]!] @resolve
          summary: Summary @resolve
          parts: [Part!] @resolve
          everything: String @resolve(
            columns: ["state", "next_id", "urgent"]
          )
          typed: String @resolve(columns: ["tags", "token"])
          dated: String @resolve(columns: ["received_on", "received_at", "share"])
          secret: String @resolve @requires(permission: "desk.secret")
        }

        type Summary {
          total: Int!
          label: String
          latest: Letter
          letters: [Letter!]!
          parts: [Part!]!
          secret: String @requires(permission: "desk.secret")
        }

        type Part { name: String! letter: Letter inner: [Part!] }

        extend type Query {
          letter(id: ID!): Letter @lookup
          letters(first: Int): [Letter!]! @rows(order: ["id"])
          courts: [Court!]! @rows(order: ["code"])
          now: Date @resolve
          oldest: [Letter!]! @resolve
          report: Summary @resolve
        }

        input CloseInput { id: ID! }
        type ClosePayload { letter: Letter letters: [Letter!]! notes: [Note!]! }
        type Note { line: Int! letter: Letter }
        extend type Mutation { close(input: CloseInput!): ClosePayload @requires(permission: "desk.close") }
        """

    /// A resolver for every field, which answers null.
    static let silentResolvers: [BatchResolver] =
        [
            "word", "rank", "ratio", "ref", "on", "at", "flags", "grid", "page", "twin", "mustTwin", "related", "few",
            "relatedOrNot", "relatedGrid", "summary", "parts", "secret", "state", "handler", "mustHandler",
        ].map { field in
            BatchResolver(type: "Letter", field: field) { (keys: [Int64], _) in keys.map { _ in ResolverValue.null } }
        } + [
            BatchResolver(type: "Letter", field: "court") { (keys: [String], _) in keys.map { _ in ResolverValue.null }
            },
            BatchResolver(type: "Letter", field: "actions") { (keys: [(String, String)], _) in
                keys.map { _ in ResolverValue.null }
            },
            BatchResolver(type: "Letter", field: "typed") { (keys: [([String], String)], _) in
                keys.map { _ in ResolverValue.null }
            },
            BatchResolver(type: "Letter", field: "everything") { (keys: [(String, Int64, Bool)], _) in
                keys.map { _ in ResolverValue.null }
            },
            BatchResolver(type: "Letter", field: "dated") { (keys: [(String, String, String)], _) in
                keys.map { _ in ResolverValue.null }
            },
            BatchResolver(query: "now") { _ in ResolverValue.null },
            BatchResolver(query: "oldest") { _ in ResolverValue.null },
            BatchResolver(query: "report") { _ in ResolverValue.null },
        ]
}
