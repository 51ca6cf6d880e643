@testable import GraphQLPostgres

/// Dossiers, their letters and the letters' notes, with NULLs and other courts' rows at every place, in memory and in a
/// database.
enum FilterFixture {
    struct Dossier {
        let id: Int
        let court: String
        let status: String?
    }

    struct Letter {
        let id: Int
        let court: String
        let dossier: Int?
        let state: String
        let dueOn: String?
        let priority: Int?
        let title: String?
    }

    struct Note {
        let id: Int
        let letter: Int
        let court: String
        let kind: String?
    }

    static let visible = "晋03"
    static let hidden = "京"

    static let dossiers: [Dossier] = [
        Dossier(id: 1, court: visible, status: "OPEN"), Dossier(id: 2, court: visible, status: nil),
        Dossier(id: 3, court: hidden, status: "OPEN"), Dossier(id: 4, court: visible, status: "CLOSED"),
        Dossier(id: 5, court: visible, status: "OPEN"),
    ]

    static let letters: [Letter] = (1...30).map { id in
        Letter(
            id: id,
            court: id % 10 == 0 ? hidden : visible,
            dossier: [1, 2, 3, 4, nil][id % 5],
            state: ["NEW", "DONE"][id / 2 % 2],
            dueOn: id % 3 == 0 ? nil : "2018-0\(1 + id % 4)-1\(id % 7)",
            priority: id % 4 == 1 ? nil : id % 6,
            title: id % 7 == 0 ? nil : ["土地", "执行_案", "土%地", "劳动"][id % 4]
        )
    }

    static let notes: [Note] = (1...60).compactMap { id in
        let letter = 1 + id * 7 % 30
        guard letter % 4 != 0 else { return nil }
        return Note(
            id: id,
            letter: letter,
            court: id % 6 == 0 ? hidden : visible,
            kind: id % 3 == 0 ? nil : ["PHONE", "VISIT"][id % 2]
        )
    }

    /// Rows with two nullable columns, for orders.
    static let entries: [(id: Int, a: Int?, b: Int?)] = (1...60).map { id in
        (id, id % 5 == 0 ? nil : id * 7 % 4, id % 4 == 0 ? nil : id * 5 % 3)
    }

    static let script = """
        CREATE SCHEMA f;
        CREATE TABLE f.vault (id bigint PRIMARY KEY, word text);
        CREATE TABLE f.dossier (id bigint PRIMARY KEY, court_code text NOT NULL, status text);
        CREATE INDEX ON f.dossier (status);
        CREATE INDEX ON f.dossier (status text_pattern_ops);
        CREATE TABLE f.letter (
            id bigint PRIMARY KEY, court_code text NOT NULL, dossier_id bigint REFERENCES f.dossier, state text NOT NULL,
            due_on date, priority integer, title text, secret text, vault_id bigint REFERENCES f.vault, name_masked text
        );
        CREATE INDEX ON f.letter (dossier_id);
        CREATE INDEX ON f.letter (state);
        CREATE INDEX ON f.letter (due_on);
        CREATE INDEX ON f.letter (priority);
        CREATE INDEX ON f.letter (title);
        CREATE INDEX ON f.letter (state text_pattern_ops);
        CREATE INDEX ON f.letter (title text_pattern_ops);
        CREATE INDEX ON f.letter (secret);
        CREATE INDEX ON f.letter (vault_id);
        CREATE TABLE f.note (
            id bigint PRIMARY KEY, letter_id bigint NOT NULL REFERENCES f.letter, court_code text NOT NULL, kind text,
            author_id bigint REFERENCES f.vault
        );
        CREATE INDEX ON f.note (letter_id);
        CREATE TABLE f.entry (id bigint PRIMARY KEY, a integer, b integer);
        CREATE FUNCTION f.urgent(f.letter) RETURNS boolean LANGUAGE sql STABLE RETURN $1.priority < 3;
        INSERT INTO f.vault VALUES (1, 'x');
        INSERT INTO f.dossier VALUES \(values(dossiers.map { [number($0.id), text($0.court), text($0.status)] }));
        INSERT INTO f.letter (id, court_code, dossier_id, state, due_on, priority, title) VALUES
            \(values(letters.map { letter in
                [number(letter.id), text(letter.court), number(letter.dossier), text(letter.state), text(letter.dueOn),
                    number(letter.priority), text(letter.title)]
            }));
        UPDATE f.letter SET secret = 'hidden', vault_id = 1 WHERE id = 7;
        INSERT INTO f.note VALUES
            \(values(notes.map { [number($0.id), number($0.letter), text($0.court), text($0.kind)] }));
        INSERT INTO f.entry VALUES \(values(entries.map { [number($0.id), number($0.a), number($0.b)] }));
        DO $$ BEGIN CREATE ROLE docket_reader NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
        GRANT USAGE ON SCHEMA f TO docket_reader;
        GRANT SELECT ON ALL TABLES IN SCHEMA f TO docket_reader;
        """

    private static func values(_ rows: [[String]]) -> String {
        rows.map { "(\($0.joined(separator: ", ")))" }.joined(separator: ", ")
    }

    private static func text(_ value: String?) -> String { value.map { "'\($0)'" } ?? "NULL" }
    private static func number(_ value: Int?) -> String { value.map(String.init) ?? "NULL" }

    static let fragment = #"""
        scalar Date

        type Vault @table(name: "f.vault") @requires(permission: "vault.read") { id: ID! word: String }

        type Dossier @table(name: "f.dossier") @scope(court: "court_code") {
          id: ID!
          status: String
          letters: [Letter!]! @children(columns: ["dossier_id"])
        }

        type Letter @table(name: "f.letter") @scope(court: "court_code") {
          id: ID!
          dossier: Dossier @reference(columns: ["dossier_id"])
          state: String!
          dueOn: Date
          priority: Int
          title: String
          secret: String @requires(permission: "letters.secret")
          vault: Vault @reference(columns: ["vault_id"])
          sealedNotes: [Note!]! @children(columns: ["letter_id"]) @requires(permission: "letters.secret")
          notes(filter: NoteFilter): [Note!]! @children(columns: ["letter_id"])
        }

        type Note @table(name: "f.note") @scope(court: "court_code") {
          id: ID!
          kind: String
          letter: Letter @reference(columns: ["letter_id"])
        }

        type Entry @table(name: "f.entry") { id: ID! a: Int b: Int }

        input DateFilter {
          eq: Date @where(op: EQ) ne: Date @where(op: NE) in: [Date!] @where(op: IN) notIn: [Date!] @where(op: NOT_IN)
          lt: Date @where(op: LT) lte: Date @where(op: LTE) gt: Date @where(op: GT) gte: Date @where(op: GTE)
          isNull: Boolean @where(op: IS_NULL) present: Boolean @where(op: PRESENT)
        }
        input IntFilter {
          eq: Int @where ne: Int @where(op: NE) in: [Int!] @where(op: IN) notIn: [Int!] @where(op: NOT_IN)
          lt: Int @where(op: LT) lte: Int @where(op: LTE) gt: Int @where(op: GT) gte: Int @where(op: GTE)
          isNull: Boolean @where(op: IS_NULL) present: Boolean @where(op: PRESENT)
        }
        input TextFilter {
          eq: String @where ne: String @where(op: NE) in: [String!] @where(op: IN) notIn: [String!] @where(op: NOT_IN)
          prefix: String @where(op: PREFIX) contains: String @where(op: CONTAINS)
          isNull: Boolean @where(op: IS_NULL) present: Boolean @where(op: PRESENT)
        }

        input LetterFilter {
          and: [LetterFilter!]
          or: [LetterFilter!]
          not: LetterFilter
          id: ID @where
          otherThan: [ID!] @where(column: "id", op: NOT_IN)
          state: TextFilter @where
          dueOn: DateFilter @where(column: "due_on")
          priority: IntFilter @where
          title: TextFilter @where
          urgent: Boolean @where(function: "f.urgent")
          noDue: Boolean @where(column: "due_on", op: IS_NULL)
          secret: String @where
          dossier: DossierFilter
          vault: VaultFilter
          vaultId: ID @where
          notes: NoteListFilter
          sealedNotes: NoteListFilter
        }
        input DossierFilter {
          and: [DossierFilter!] or: [DossierFilter!] not: DossierFilter
          status: TextFilter @where
          letters: LetterListFilter
        }
        input LetterListFilter { some: LetterFilter none: LetterFilter every: LetterFilter }
        input NoteFilter { and: [NoteFilter!] or: [NoteFilter!] not: NoteFilter kind: TextFilter @where letter: LetterFilter }
        input NoteListFilter { some: NoteFilter none: NoteFilter every: NoteFilter }
        input VaultFilter { word: TextFilter @where }

        enum Direction { ASC DESC }
        enum Nulls { FIRST LAST }
        enum EntryOrderField { A B ID }
        input EntryOrder { field: EntryOrderField! direction: Direction! = ASC nulls: Nulls }
        enum LetterOrderField { ID DUE_ON SECRET }
        input LetterOrder { field: LetterOrderField! direction: Direction! = ASC }

        extend type Query {
          letter(id: ID!): Letter @lookup
          letters(filter: LetterFilter, dueOn: DateFilter @where, orderBy: [LetterOrder!]): [Letter!]! @rows(order: ["id"])
          dossiers(filter: DossierFilter): [Dossier!]! @rows(order: ["id"])
          entries(orderBy: [EntryOrder!], first: Int, after: String, last: Int, before: String): EntryConnection!
            @rows(order: ["a DESC NULLS LAST", "b NULLS FIRST"])
        }
        """#
}

extension SharedDatabase {
    static let filters = SharedDatabase(script: FilterFixture.script, fragments: [FilterFixture.fragment])
}
