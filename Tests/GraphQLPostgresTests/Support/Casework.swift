/// What the registry's letters have in common with other matters: interfaces and unions over views.
enum Casework {
    static let fragments = [Registry.fragment, Registry.limits, fragment]

    static let script =
        Registry.script + """

            CREATE TABLE app.dossier (
                id bigint PRIMARY KEY, court_code text NOT NULL REFERENCES app.court, title text NOT NULL, opened_on date NOT NULL,
                sealed boolean NOT NULL DEFAULT false, volumes integer NOT NULL DEFAULT 1, weight numeric(8, 2)
            );
            CREATE TABLE app.note (
                id bigint PRIMARY KEY, subject_type text, subject_id bigint, court_code text NOT NULL, text text NOT NULL
            );
            CREATE INDEX note_subject ON app.note (subject_id, subject_type);
            CREATE VIEW app.matter WITH (security_invoker = true) AS
                SELECT 'Letter'::text AS typename, id, court_code, received_on AS opened_on, subject AS title, sealed, assignee_id,
                    accused_staff_ids
                FROM app.letter
                UNION ALL
                SELECT 'Dossier', id, court_code, opened_on, title, sealed, NULL, '{}' FROM app.dossier;
            CREATE VIEW app.search_result WITH (security_invoker = true) AS
                SELECT typename AS kind, id AS row_id, title AS words, court_code, sealed, assignee_id, accused_staff_ids FROM app.matter
                UNION ALL
                SELECT 'Staff', id, name, court_code, false, NULL, '{}' FROM app.staff;

            INSERT INTO app.dossier VALUES
                (1, '晋03', '土地卷', '2018-03-02', false, 2), (2, '京', '外院卷', '2018-03-02', false, 1),
                (3, '晋03', '密卷', '2018-03-03', true, 1), (7, '晋0321', '执行卷', '2018-03-01', false, 3);
            INSERT INTO app.note VALUES
                (1, 'Letter', 1, '晋03', '一'), (2, 'Dossier', 1, '晋03', '二'), (3, 'Letter', 5, '晋03', '外'), (4, NULL, NULL, '晋03', '无'),
                (5, 'Dossier', 3, '晋03', '密'), (6, 'Letter', 1, '晋03', '六'), (7, 'Dossier', 7, '晋03', '七');
            GRANT SELECT ON ALL TABLES IN SCHEMA app TO docket_reader;
            ANALYZE;
            """

    static let fragment = #"""
        interface Node @node { nodeId: ID! }

        interface Matter implements Node
          @table(name: "app.matter")
          @scope(court: "court_code", sealed: "sealed", assignee: "assignee_id", recused: "accused_staff_ids") {
          nodeId: ID!
          id: ID!
          title: String
          openedOn: Date!
          court: Court! @reference(columns: ["court_code"])
          notes: [Note!]! @children(columns: ["subject_type", "subject_id"], order: ["id"])
          sealed: Boolean!
          weight: Decimal
        }

        extend type Letter implements Node & Matter {
          nodeId: ID!
          title: String @column(name: "subject") @requires(permission: "letters.content")
          openedOn: Date! @column(name: "received_on")
          notes: [Note!]! @children(columns: ["subject_id"], typename: "subject_type", order: ["id"])
        }

        type Dossier implements Node & Matter
          @table(name: "app.dossier")
          @scope(court: "court_code", sealed: "sealed") {
          nodeId: ID!
          id: ID!
          title: String
          openedOn: Date!
          sealed: Boolean!
          court: Court! @reference(columns: ["court_code"])
          notes: [Note!]! @children(columns: ["subject_id"], typename: "subject_type", order: ["id"])
          volumes: Int!
          weight: Decimal
        }

        type Note @table(name: "app.note") @scope(court: "court_code") {
          id: ID!
          text: String!
          subject: Matter @reference(columns: ["subject_type", "subject_id"])
          hit: SearchResult @reference(columns: ["subject_type", "subject_id"])
        }

        extend type Staff implements Node { nodeId: ID! }
        extend type Court implements Node {
          nodeId: ID!
          matters(first: Int): [Matter]! @children(columns: ["court_code"], order: ["opened_on", "title"])
        }

        input CourtFilter { name: String @where(op: CONTAINS) }
        input MatterFilter { title: String @where(op: CONTAINS) court: CourtFilter notes: NotesFilter not: MatterFilter }
        input NoteFilter { text: String @where(op: CONTAINS) subject: MatterFilter }
        input NotesFilter { some: NoteFilter none: NoteFilter }
        input LetterNotes { notes: NotesFilter }

        union SearchResult
          @table(name: "app.search_result", key: ["row_id"], typename: "kind")
          @scope(court: "court_code", sealed: "sealed", assignee: "assignee_id", recused: "accused_staff_ids")
          = Letter | Dossier | Staff

        extend type Query {
          node(nodeId: ID!): Node @node
          nodes(nodeIds: [ID!]!): [Node]! @node
          matter(typename: String!, id: ID!): Matter @lookup
          matters(
            title: String @where(op: CONTAINS), first: Int, after: String, last: Int, before: String
          ): MatterConnection! @rows(order: ["opened_on"])
          matterList(title: String @where(op: CONTAINS), first: Int): [Matter]! @rows(order: ["opened_on"])
          mattersBy(filter: MatterFilter): [Matter!]! @rows(order: ["opened_on"])
          notesBy(filter: NoteFilter): [Note!]! @rows(order: ["id"])
          search(
            words: String @where(op: CONTAINS), kind: [String!] @where(op: IN),
            first: Int, after: String, last: Int, before: String
          ): SearchResultConnection! @rows
          results: [SearchResult]! @rows
          notes: [Note!]! @rows(order: ["id"])
          lettersBy(filter: LetterNotes): [Letter!]! @rows
        }
        """#
}
