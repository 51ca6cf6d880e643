import GraphQLSchema
import Postgres
import Testing

@testable import GraphQLPostgres

/// Every way in which a mapping can disagree with a catalog, one fault in one declaration each: the message says where
/// it is declared, and no other message comes with it.
@Suite("Disagreements with the catalog")
struct CatalogDisagreementTests {
    /// Tables that agree with `base`, with all that a faulty declaration needs.
    private static let script = """
        CREATE SCHEMA c;
        CREATE TABLE c.shelf (id bigint PRIMARY KEY, code text NOT NULL, label text UNIQUE, kind text);
        CREATE INDEX ON c.shelf USING hash (code);
        CREATE INDEX ON c.shelf (kind) WHERE kind <> 'old';
        CREATE INDEX ON c.shelf USING gin (to_tsvector('simple', label));
        CREATE TABLE c.box (
            row_no integer NOT NULL, shelf_no integer NOT NULL, note text, owner_id bigint, shelf_id bigint,
            loose integer, PRIMARY KEY (row_no, shelf_no)
        );
        CREATE INDEX ON c.box (shelf_id);
        CREATE TABLE c.file (
            id bigint PRIMARY KEY, box_row integer, box_shelf integer, tag text, extra jsonb, owner_id bigint,
            FOREIGN KEY (box_row, box_shelf) REFERENCES c.box (row_no, shelf_no)
        );
        CREATE INDEX ON c.file (box_shelf, box_row);
        CREATE INDEX ON c.file (owner_id, tag);
        CREATE TABLE c.log (id bigint PRIMARY KEY, object_type text NOT NULL, object_id bigint NOT NULL);
        CREATE INDEX ON c.log (object_type, object_id);
        CREATE POLICY "records_of_Kept" ON c.log USING (true);
        CREATE TABLE c.loose_key (id bigint NOT NULL, maybe bigint UNIQUE);
        CREATE VIEW c.shelf_view AS SELECT * FROM c.shelf;
        CREATE MATERIALIZED VIEW c.shelf_copy AS SELECT * FROM c.shelf;
        CREATE TYPE c.pair AS (a text, b integer);
        CREATE FUNCTION c.fine(c.file) RETURNS boolean LANGUAGE sql IMMUTABLE RETURN $1.tag IS NULL;
        CREATE FUNCTION c.moody(c.file) RETURNS boolean LANGUAGE sql RETURN $1.tag IS NULL;
        CREATE FUNCTION c.wordy(c.file) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN RETURN true; END $$;
        CREATE FUNCTION c.secret(c.file) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER RETURN $1.tag IS NULL;
        CREATE FUNCTION c.fixed(c.file) RETURNS boolean LANGUAGE sql STABLE SET search_path = c RETURN $1.tag IS NULL;
        CREATE FUNCTION c.many(c.file) RETURNS SETOF boolean LANGUAGE sql STABLE AS 'SELECT true';
        CREATE FUNCTION c.bytes(c.file) RETURNS bytea LANGUAGE sql STABLE RETURN NULL::bytea;
        CREATE FUNCTION c.of_box(c.box) RETURNS boolean LANGUAGE sql STABLE RETURN true;
        CREATE FUNCTION c.files(tag text, "atLeast" integer DEFAULT 0) RETURNS SETOF c.file LANGUAGE sql STABLE
            SECURITY DEFINER AS 'SELECT * FROM c.file';
        CREATE FUNCTION c.moody_files() RETURNS SETOF c.file LANGUAGE sql AS 'SELECT * FROM c.file';
        CREATE FUNCTION c.wordy_files() RETURNS SETOF c.file LANGUAGE plpgsql STABLE AS $$ BEGIN RETURN; END $$;
        CREATE FUNCTION c.one_file() RETURNS c.file LANGUAGE sql STABLE AS 'SELECT NULL::c.file';
        """

    /// What agrees; a fault's declarations come on the lines after its own name.
    private static let base = """
        scalar JSON
        type Shelf @table(name: "c.shelf") { id: ID! }
        type Box @table(name: "c.box", key: ["row_no", "shelf_no"]) {
          rowNo: Int!
          files: [File!]! @children(columns: ["box_row", "box_shelf"])
        }
        type File @table(name: "c.file") { id: ID! box: Box @reference(columns: ["box_row", "box_shelf"]) }
        extend type Query { file(id: ID!): File @lookup }
        """

    struct Fault: Sendable, CustomTestStringConvertible {
        let name: String
        let text: String
        let expected: [String]

        init(_ name: String, _ text: String, _ expected: String...) {
            self.name = name
            self.text = text
            self.expected = expected
        }

        var testDescription: String { name }
    }

    private static func type(_ fields: String) -> String { "type T @table(name: \"c.file\") { \(fields) }" }

    static let faults: [Fault] = [
        // Tables and keys.
        Fault("a view of which nothing is asked", "type T @table(name: \"c.shelf_view\") { id: ID! }"),
        Fault(
            "a table in another schema",
            "type T @table(name: \"d.file\") { id: ID! }",
            "T: there is no table or view d.file; did you mean \"c.file\"?"
        ),
        Fault(
            "a key column that is not there",
            "type T @table(name: \"c.box\") { rowNo: Int! }",
            "The key of T: c.box has no column \"id\""
        ),
        Fault(
            "a key without order",
            "type T @table(name: \"c.file\", key: [\"extra\"]) { id: ID! }",
            "The key of T: c.file.extra is jsonb, which has no order",
            "The key of T: c.file.extra may be NULL",
            "The key of T: no unique index of c.file is within (extra)"
        ),
        Fault(
            "a key that several rows may have",
            "type T @table(name: \"c.box\", key: [\"row_no\"]) { rowNo: Int! }",
            "The key of T: no unique index of c.box is within (row_no)"
        ),
        Fault(
            "a key that a row may not have",
            "type T @table(name: \"c.loose_key\", key: [\"maybe\"]) { maybe: ID }",
            "The key of T: c.loose_key.maybe may be NULL"
        ),
        // Relations.
        Fault(
            "children without an index on their foreign key",
            "extend type Shelf { boxes: [Box!]! @children(columns: [\"owner_id\"]) }",
            "@children of Shelf.boxes: no index of c.box begins with (owner_id)"
        ),
        Fault(
            "children by the second column of an index",
            "type T @table(name: \"c.box\", key: [\"shelf_no\", \"row_no\"]) { f: [T!]! @children(columns: [\"shelf_no\", \"loose\"]) }",
            "@children of T.f: no index of c.box begins with (shelf_no, loose)"
        ),
        Fault(
            "children by the first column of an index",
            "extend type Shelf { files: [File!]! @children(columns: [\"owner_id\"]) }"
        ),
        Fault(
            "children whose columns are in another order than the key",
            "extend type Box { turned: [File!]! @children(columns: [\"box_shelf\", \"box_row\"]) }",
            "@children of Box.turned: the foreign key pairs c.file.box_row with c.box.row_no, not with shelf_no"
        ),
        Fault(
            "a reference whose columns are in another order than the key",
            "extend type File { turned: Box @reference(columns: [\"box_shelf\", \"box_row\"]) }",
            "@reference of File.turned: the foreign key pairs c.file.box_row with c.box.row_no, not with shelf_no"
        ),
        Fault(
            "a composite key and its reference, both turned",
            "extend type File { turned: Box @reference(columns: [\"box_shelf\", \"box_row\"], key: [\"shelf_no\", \"row_no\"]) }"
        ),
        Fault(
            "a reference to what is not unique",
            "extend type File { shelf: Shelf @reference(columns: [\"tag\"], key: [\"code\"]) }",
            "@reference of File.shelf: no unique index of c.shelf is within (code)"
        ),
        Fault(
            "a reference to a unique column",
            "extend type File { shelf: Shelf @reference(columns: [\"tag\"], key: [\"label\"]) }"
        ),
        Fault(
            "a reference of another type",
            "extend type File { shelf: Shelf @reference(columns: [\"box_row\"]) }",
            "@reference of File.shelf: c.file.box_row is integer, but c.shelf.id is bigint"
        ),
        // Rows of the query.
        Fault(
            "a filter without an index",
            "extend type Query { boxes(note: String @where): [Box!]! @rows }",
            "The filter note of Query.boxes: no index of c.box begins with (note)"
        ),
        Fault(
            "a filter with a partial index",
            "extend type Query { shelves(kind: String @where): [Shelf!]! @rows }",
            "The filter kind of Query.shelves: no index of c.shelf begins with (kind)"
        ),
        Fault(
            "a filter of one value with a hash index",
            "extend type Query { shelves(code: String @where): [Shelf!]! @rows }"
        ),
        Fault(
            "a filter of a range with a hash index",
            "extend type Query { shelves(code: String @where(op: GT)): [Shelf!]! @rows }",
            "The filter code of Query.shelves: no index of c.shelf begins with (code)"
        ),
        Fault(
            "a lookup without an index",
            "extend type Query { box(note: String!): Box @lookup }",
            "@lookup of Query.box: no index of c.box begins with (note)"
        ),
        Fault(
            "a lookup of another type",
            "extend type Query { box(rowNo: String!): Box @lookup }",
            "@lookup of Query.box, argument \"rowNo\": c.box.row_no is integer, but String needs text"
        ),
        Fault(
            "one's own rows without an index",
            "extend type Query { mine: [Box!]! @rows(mine: \"owner_id\") }",
            "@rows(mine:) of Query.mine: no index of c.box begins with (owner_id)"
        ),
        Fault(
            "an order by what has none",
            "extend type Query { files: [File!]! @rows(order: [\"extra\"]) }",
            "The order of Query.files: c.file.extra is jsonb, which has no order"
        ),
        Fault(
            "an order by a column that is not there",
            "extend type Query { files: [File!]! @rows(order: [\"taq\"]) }",
            "The order of Query.files: c.file has no column \"taq\"; did you mean \"tag\"?"
        ),
        Fault(
            "a chosen order by what has none",
            """
            enum F { EXTRA } enum D { ASC DESC } input O { field: F! direction: D! = ASC } \
            extend type Query { files(orderBy: [O!]): [File!]! @rows }
            """,
            "EXTRA of Query.files(orderBy:): c.file.extra is jsonb, which has no order"
        ),
        // Views.
        Fault(
            "filters and lookups of a view, which has its tables' indexes",
            """
            type T @table(name: "c.shelf_view") { id: ID! } \
            extend type Query { t(kind: String!): T @lookup ts(code: String @where(op: GT)): [T!]! @rows }
            """
        ),
        Fault(
            "a reference to a view, whose rows are not known to be one",
            "type T @table(name: \"c.shelf_view\") { id: ID! } extend type Box { t: T @reference(columns: [\"shelf_id\"]) }"
        ),
        Fault(
            "a column that a view does not have",
            "type T @table(name: \"c.shelf_view\") { codes: ID! }",
            "T.codes: c.shelf_view has no column \"codes\"; did you mean \"code\"?"
        ),
        Fault(
            "a materialized view, which has no indexes but its own",
            "type T @table(name: \"c.shelf_copy\") { id: ID! } extend type Query { t(id: ID!): T @lookup }",
            "@lookup of Query.t: no index of c.shelf_copy begins with (id)",
            "The key of T: no unique index of c.shelf_copy is within (id)"
        ),
        // Functions over a row.
        Fault("a function that is inlined", type("f: Boolean @function(name: \"c.fine\")")),
        Fault(
            "a function that is VOLATILE",
            type("f: Boolean @function(name: \"c.moody\")"),
            "T.f: c.moody is VOLATILE, so that it is not inlined"
        ),
        Fault(
            "a function in another language",
            type("f: Boolean @function(name: \"c.wordy\")"),
            "T.f: c.wordy is written in plpgsql, so that it is not inlined"
        ),
        Fault(
            "a function with its owner's rights",
            type("f: Boolean @function(name: \"c.secret\")"),
            "T.f: c.secret is SECURITY DEFINER, so that it is not inlined"
        ),
        Fault(
            "a function with settings",
            type("f: Boolean @function(name: \"c.fixed\")"),
            "T.f: c.fixed is declared with SET, so that it is not inlined"
        ),
        Fault(
            "a function of several rows",
            type("f: Boolean @function(name: \"c.many\")"),
            "T.f: what c.many returns is not supported"
        ),
        Fault(
            "a function of a type that is not read",
            type("f: String @function(name: \"c.bytes\")"),
            "T.f: what c.bytes returns is not supported"
        ),
        Fault(
            "a function over another table's row",
            type("f: Boolean @function(name: \"c.of_box\")"),
            "T.f: there is no function c.of_box(c.file); it takes other arguments"
        ),
        Fault(
            "a filter by a function that is not inlined",
            "extend type Query { files(late: Boolean @where(function: \"c.moody\")): [File!]! @rows }",
            "The filter late of Query.files: c.moody is VOLATILE, so that it is not inlined"
        ),
        // Functions of rows.
        Fault("a function of rows", "extend type Query { files(tag: String): [File!]! @rows(function: \"c.files\") }"),
        Fault(
            "a function of rows without one of its arguments",
            "extend type Query { files(atLeast: Int): [File!]! @rows(function: \"c.files\") }",
            "@rows(function:) of Query.files: c.files needs an argument \"tag\""
        ),
        Fault(
            "a function of rows with an argument of another type",
            "extend type Query { files(tag: Int): [File!]! @rows(function: \"c.files\") }",
            "@rows(function:) of Query.files: the argument \"tag\" of c.files is text, but Int needs smallint or integer"
        ),
        Fault(
            "a function of rows that is VOLATILE",
            "extend type Query { files: [File!]! @rows(function: \"c.moody_files\") }",
            "@rows(function:) of Query.files: c.moody_files must be a SQL function, STABLE or IMMUTABLE"
        ),
        Fault(
            "a function of rows in another language",
            "extend type Query { files: [File!]! @rows(function: \"c.wordy_files\") }",
            "@rows(function:) of Query.files: c.wordy_files must be a SQL function, STABLE or IMMUTABLE"
        ),
        Fault(
            "a function of one row",
            "extend type Query { files: [File!]! @rows(function: \"c.one_file\") }",
            "@rows(function:) of Query.files: c.one_file does not return rows of c.file"
        ),
        Fault(
            "a composite type without a function",
            "type T @table(name: \"c.pair\", key: [\"a\"]) { b: Int } extend type Query { pairs: [T!]! @rows }",
            "Query.pairs: c.pair is a composite type; it needs @rows(function:)"
        ),
        // Resolvers.
        Fault(
            "a history that no policy opens",
            "type T @table(name: \"c.file\") { id: ID! h: [Log!]! @history } type Log @table(name: \"c.log\") { id: ID! }",
            "@history of T.h: no policy says who sees the records of T; a migration does: "
                + "SELECT core.show_records('T', 'c.file')"
        ),
        Fault(
            "a history of a type whose name is in no column",
            "type Kept @table(name: \"c.file\") { id: ID! h: [Box!]! @history }",
            "@children of Kept.h: c.box has no column \"object_id\"",
            "@children(typename:) of Kept.h: c.box has no column \"object_type\""
        ),
        Fault(
            "a resolver's column of a type that is not read",
            type("f: String @resolve(columns: [\"id\", \"box_rov\"])"),
            "@resolve of T.f: c.file has no column \"box_rov\"; did you mean \"box_row\"?"
        ),
    ]

    @Test("Each is reported with plugin, file and line, and alone")
    func disagreements() async throws {
        let (name, url) = try await TestServer.shared.get().makeDatabase(script: Self.script)
        let pool = PostgresPool(configuration: PostgresConfiguration(url: url))
        let catalog = try await Catalog.load(pool)
        await pool.close()
        try await TestServer.shared.get().drop(name)
        for fault in Self.faults {
            let schema = try Schema.compose(
                [
                    SchemaFragment(plugin: "base", file: "Base.graphql", text: Self.base),
                    SchemaFragment(plugin: "faulty", file: "Faulty.graphql", text: "\n\n" + fault.text),
                ],
                directives: MappingDirectives.sdl(.tests)
            )
            let mapping = try Mapping(schema, terms: .tests)
            var found: [String] = []
            do { _ = try mapping.resolved(against: catalog) } catch { found = error.diagnostics.map(\.description) }
            #expect(found == fault.expected.map { "faulty: Faulty.graphql:3: \($0)" }, "\(fault.name)")
        }
    }
}
