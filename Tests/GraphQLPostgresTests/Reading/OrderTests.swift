import GraphQLExecution
import GraphQLLanguage
import Testing

@testable import GraphQLPostgres

@Suite("Orders with NULLs")
struct OrderTests {
    struct Term: Sendable {
        let field: String
        let isDescending: Bool
        /// nil where the request does not say.
        let nullsFirst: Bool?

        var literal: String {
            let nulls = nullsFirst.map { ", nulls: \($0 ? "FIRST" : "LAST")" } ?? ""
            return "{field: \(field), direction: \(isDescending ? "DESC" : "ASC")\(nulls)}"
        }

        var json: String {
            let nulls = nullsFirst.map { #", "nulls": "\#($0 ? "FIRST" : "LAST")""# } ?? ""
            return #"{"field": "\#(field)", "direction": "\#(isDescending ? "DESC" : "ASC")"\#(nulls)}"#
        }
    }

    struct Order: Sendable, CustomTestStringConvertible {
        let terms: [Term]

        var testDescription: String { terms.map(\.literal).joined(separator: ", ") }
        var literal: String { "[\(terms.map(\.literal).joined(separator: ", "))]" }
        var json: String { "[\(terms.map(\.json).joined(separator: ", "))]" }

        /// The ids of all entries in this order, ties broken by id.
        var ids: [String] {
            FilterFixture.entries.sorted { left, right in
                for term in terms {
                    let (a, b) = term.field == "A" ? (left.a, right.a) : (left.b, right.b)
                    if a == b { continue }
                    guard let a else { return term.nullsFirst ?? term.isDescending }
                    guard let b else { return !(term.nullsFirst ?? term.isDescending) }
                    return (a < b) != term.isDescending
                }
                return left.id < right.id
            }
            .map { String($0.id) }
        }
    }

    /// Both directions with NULLs first, last, and where PostgreSQL puts them; one key, and each with each of another.
    static let orders: [Order] = {
        func terms(_ field: String) -> [Term] {
            [false, true].flatMap { descends in
                [nil, true, false].map { Term(field: field, isDescending: descends, nullsFirst: $0) }
            }
        }
        let pairs = terms("A").flatMap { first in
            terms("B").filter { $0.nullsFirst != nil }.map { Order(terms: [first, $0]) }
        }
        return terms("A").map { Order(terms: [$0]) } + pairs.filter { $0.terms[0].nullsFirst != nil }
    }()

    /// Without an order that is asked for.
    static let declared = Order(
        terms: [
            Term(field: "A", isDescending: true, nullsFirst: false),
            Term(field: "B", isDescending: false, nullsFirst: true),
        ]
    )

    private func pages(
        _ reads: Reads,
        _ order: String,
        _ variables: String,
        head: String,
        isBackward: Bool
    ) async throws -> [String] {
        var ids: [String] = []
        var cursor = ""
        for _ in 0..<20 {
            let size = isBackward ? "last: 7" : "first: 7"
            let json = try await reads.json(
                "\(head) { entries(\(size) \(cursor) \(order)) { nodes { id } pageInfo { hasNextPage hasPreviousPage "
                    + "startCursor endCursor } } }",
                variables: variables
            )
            let connection = try #require(try JSONReader.read(Array(json.utf8))["data"]?["entries"])
            guard case .array(let nodes)? = connection["nodes"], let info = connection["pageInfo"] else { return [] }
            let page = nodes.compactMap { node in if case .string(let id) = node["id"] { id } else { nil } }
            ids = isBackward ? page + ids : ids + page
            guard info[isBackward ? "hasPreviousPage" : "hasNextPage"] == .boolean(true),
                case .string(let next) = info[isBackward ? "startCursor" : "endCursor"]
            else { break }
            cursor = "\(isBackward ? "before" : "after"): \"\(next)\""
        }
        return ids
    }

    @Test("Pages of any order add up to it, forward and backward", arguments: orders)
    func pages(_ order: Order) async throws {
        try await SharedDatabase.filters.withReads { reads in
            for isBackward in [false, true] {
                let written = try await pages(
                    reads,
                    "orderBy: \(order.literal)",
                    "{}",
                    head: "query",
                    isBackward: isBackward
                )
                #expect(written == order.ids)
            }
            let given = try await pages(
                reads,
                "orderBy: $o",
                #"{"o": \#(order.json)}"#,
                head: "query($o: [EntryOrder!])",
                isBackward: order.terms.count == 1
            )
            #expect(given == order.ids)
        }
    }

    @Test("The declared order says where its NULLs stand", arguments: [false, true])
    func declaredOrder(_ isBackward: Bool) async throws {
        try await SharedDatabase.filters.withReads { reads in
            let found = try await pages(reads, "", "{}", head: "query", isBackward: isBackward)
            #expect(found == Self.declared.ids)
        }
    }

    @Test("A cursor does not fit the same columns with NULLs elsewhere")
    func cursors() async throws {
        try await SharedDatabase.filters.withReads { reads in
            let query =
                "query($o: [EntryOrder!], $c: String) { entries(first: 1, orderBy: $o, after: $c) { pageInfo { endCursor } } }"
            func order(_ nulls: String) -> String { #"[{"field": "A", "direction": "ASC", "nulls": "\#(nulls)"}]"# }
            let json = try await reads.json(query, variables: #"{"o": \#(order("FIRST"))}"#)
            let info = try JSONReader.read(Array(json.utf8))["data"]?["entries"]?["pageInfo"]
            guard case .string(let cursor)? = info?["endCursor"] else { throw GraphQLError(json) }
            let same = try await reads.json(query, variables: #"{"o": \#(order("FIRST")), "c": "\#(cursor)"}"#)
            #expect(same.hasPrefix(#"{"data":"#))
            let other = try await reads.json(query, variables: #"{"o": \#(order("LAST")), "c": "\#(cursor)"}"#)
            #expect(other.contains(#""code":"BAD_CURSOR""#))
        }
    }

    @Test("An index's own order is written without a word about NULLs")
    func text() async throws {
        try await SharedDatabase.filters.withReads { reads in
            func expect(_ text: String, _ clause: String) throws {
                let plan = try reads.plan("{ entries(orderBy: \(text)) { nodes { id } } }").plan
                let sql = (plan.fetches.first?.description as? SQLFetch)?.sql
                #expect(sql?.split(separator: "\n").contains { $0 == clause } == true, "\(sql ?? "")")
            }
            try expect("[{field: A, nulls: LAST}]", "ORDER BY t.a, t.id")
            try expect("[{field: A, direction: DESC, nulls: FIRST}]", "ORDER BY t.a DESC, t.id")
            try expect("[{field: A, nulls: FIRST}]", "ORDER BY t.a NULLS FIRST, t.id")
            try expect(
                "[{field: A, direction: DESC, nulls: LAST}, {field: ID, direction: DESC, nulls: LAST}]",
                "ORDER BY t.a DESC NULLS LAST, t.id DESC"
            )
            try expect("null", "ORDER BY t.a DESC NULLS LAST, t.b NULLS FIRST, t.id")
        }
    }
}
