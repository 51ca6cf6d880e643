import GraphQLSchema
import Postgres
import Testing

@testable import GraphQLPostgres

@Suite("Check of filters against the catalog")
struct FilterCatalogTests {
    private func diagnostics(_ fragment: String) async throws -> [String] {
        try await SharedDatabase.filters.withReads { reads in
            let mapping = try MappingTests.mapping(fragment)
            let catalog = try await Catalog.load(reads.pool)
            do {
                _ = try mapping.resolved(against: catalog)
                return []
            } catch let error as MappingFailure {
                return error.diagnostics.map { $0.description.replacing("letters: Letters.graphql:", with: "") }
            }
        }
    }

    private static let types = """
        scalar Date
        type Letter @table(name: "f.letter") { id: ID! notes: [Note!]! @children(columns: ["letter_id"]) named: Vault @reference(columns: ["id"]) vault: Vault @reference(columns: ["vault_id"]) }
        type Note @table(name: "f.note") { id: ID! letter: Letter @reference(columns: ["letter_id"]) kind: String }
        type Vault @table(name: "f.vault") { id: ID! }

        """

    @Test("Columns, types and indexes of a filter, each once and where it stands")
    func filters() async throws {
        let found = try await diagnostics(
            Self.types + """
                input F { and: [F!] not: F
                  dewOn: Date @where
                  dueOn: [Int!] @where(op: NOT_IN)
                  priority: G @where
                  court: G @where(column: "court_code")
                  masked: Boolean @where(column: "nobody", op: IS_NULL)
                  late: Boolean @where(function: "f.late")
                  notes: N
                }
                input G {
                  eq: Int @where
                  prefix: String @where(op: PREFIX)
                }
                input N { some: M every: M }
                input M {
                  kind: String @where
                  kinds: [Int!] @where(column: "kind", op: IN)
                  letter: F
                }
                extend type Query { letters(filter: F): [Letter!]! @rows a(filter: F): [Letter!]! @rows }
                """
        )
        #expect(
            found == [
                "6: The filter F.dewOn: f.letter has no column \"dew_on\"; did you mean \"due_on\"?",
                "7: The filter F.dueOn: f.letter.due_on is date, but Int needs smallint or integer",
                "8: The filter F.priority.prefix: f.letter.priority is integer, but must be text",
                "9: The filter F.court.eq: f.letter.court_code is text, but Int needs smallint or integer",
                "9: The filter F.court: no index of f.letter begins with (court_code text_pattern_ops), or court_code in the "
                    + "collation \"C\"",
                "9: The filter F.court: no index of f.letter begins with (court_code)",
                "10: The filter F.masked: f.letter has no column \"nobody\"",
                "11: The filter F.late: there is no function f.late(f.letter)",
                "21: The filter M.kinds: f.note.kind is text, but Int needs smallint or integer",
            ]
        )
    }

    @Test("A to-one relation through which rows of a whole table are found needs an index of its columns")
    func relations() async throws {
        let types = """
            type Letter @table(name: "f.letter") { id: ID! notes: [Note!]! @children(columns: ["letter_id"]) }
            type Note @table(name: "f.note") { id: ID! author: Vault @reference(columns: ["author_id"]) }
            type Vault @table(name: "f.vault") { id: ID! }
            input N { some: F none: F }
            input L { notes: N }
            input F { author: V }
            input V { word: String @where }

            """
        // Notes of a letter are found by their letter.
        let below = try await diagnostics(types + "extend type Query { letters(filter: L): [Letter!]! @rows }")
        #expect(below == [])
        let whole = try await diagnostics(types + "extend type Query { notes(filter: F): [Note!]! @rows }")
        #expect(whole == ["6: The filter F.author: no index of f.note begins with (author_id)"])
    }

    @Test("A relation to rows that only a function returns has no rows to look for")
    func composite() async throws {
        let found = try await SharedDatabase.registry.withReads { reads in
            let mapping = try MappingTests.mapping(
                """
                type Row @table(name: "app.report_row", key: ["group_key"]) { groupKey: String! }
                type Letter @table(name: "app.letter") { id: ID! row: Row @reference(columns: ["state"]) }
                input F { row: R }
                input R { groupKey: String @where }
                extend type Query { letters(filter: F): [Letter!]! @rows }
                """
            )
            let catalog = try await Catalog.load(reads.pool)
            do {
                _ = try mapping.resolved(against: catalog)
                return [] as [String]
            } catch let error as MappingFailure {
                return error.diagnostics.map(\.description)
            }
        }
        #expect(
            found == [
                "letters: Letters.graphql:3: The filter F.row: app.report_row is a composite type, which has no rows to look for"
            ]
        )
    }
}
