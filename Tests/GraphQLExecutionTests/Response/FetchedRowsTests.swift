import Testing

@testable import GraphQLExecution

@Suite("FetchedRows")
struct FetchedRowsTests {
    private let root = Fetch(id: 0, level: 0, parent: nil, rootField: 0, description: NamedFetch("root"))
    private let below = Fetch(
        id: 1,
        level: 1,
        parent: Fetch.Parent(fetch: 0, keyColumns: [0]),
        rootField: 0,
        description: NamedFetch("below")
    )

    private func ranges(parents: Int, ordinals: [Int64]) throws -> [Range<Int>] {
        var rows = FetchedRows(fetchCount: 2)
        try rows.add(RowBatch((0..<parents).map { [.bytes(Int64($0).bigEndianBytes)] }), for: root)
        try rows.add(RowBatch(ordinals.map { [.bytes($0.bigEndianBytes)] }), for: below)
        return (0..<parents).map { rows.range(of: 1, row: $0) }
    }

    @Test("each parent row has the rows of its ordinal")
    func grouped() throws {
        #expect(try ranges(parents: 4, ordinals: [1, 1, 3]) == [0..<2, 2..<2, 2..<3, 3..<3])
        #expect(try ranges(parents: 3, ordinals: [3, 3]) == [0..<0, 0..<0, 0..<2])
        #expect(try ranges(parents: 2, ordinals: []) == [0..<0, 0..<0])
        #expect(try ranges(parents: 1, ordinals: [1, 1, 1]) == [0..<3])
    }

    @Test("a root fetch's rows belong to the root, one not fetched has none")
    func roots() throws {
        var rows = FetchedRows(fetchCount: 2)
        try rows.add(RowBatch([[1], [2]]), for: root)
        #expect(rows.range(of: 0, row: 0) == 0..<2)
        #expect(rows.range(of: 1, row: 0) == 0..<0)
    }

    @Test(
        "ordinals outside the parent's rows or out of order are refused",
        arguments: [[0], [3], [2, 1], [-1]] as [[Int64]]
    )
    func disorder(_ ordinals: [Int64]) {
        #expect(throws: FetchedRows.Disorder.self) { try ranges(parents: 2, ordinals: ordinals) }
    }
}
