import GraphQLExecution
import PluginKit
import Postgres
import Testing

@testable import PluginHost

@Suite("Distinct keys")
struct DistinctKeysTests {
    /// Rows of bigint columns; nil is NULL.
    private static func batch(_ rows: [[Int64?]]) -> RowBatch {
        var bytes: [UInt8] = []
        var cells: [RowBatch.Cell] = []
        for value in rows.joined() {
            guard let value else {
                cells.append(.null)
                continue
            }
            cells.append(RowBatch.Cell(offset: Int32(bytes.count), count: 8))
            value.encode(into: &bytes)
        }
        return RowBatch(columnCount: rows.first?.count ?? 0, rowCount: rows.count, bytes: bytes, cells: cells)
    }

    @Test("Rows with equal bytes share a key, in the order in which keys come")
    func sharing() throws {
        var keys = DistinctKeys()
        let batch = Self.batch([[1, 5, 2], [1, 6, 2], [1, 5, 3], [1, nil, 2], [1, nil, 2]])
        #expect(keys.add(batch, of: Fetch.Parent(fetch: 0, keyColumns: [1, 2])) == [0, 1, 2, 3, 3])
        // Another batch adds to them.
        #expect(keys.add(Self.batch([[5, 2], [9, 9]]), of: Fetch.Parent(fetch: 0, keyColumns: [0, 1])) == [0, 4])
        #expect(
            try keys.cells([PostgresType.int8, PostgresType.int8]) == [
                [.key(5), .key(2)], [.key(6), .key(2)], [.key(5), .key(3)], [.null, .key(2)], [.key(9), .key(9)],
            ]
        )
    }

    @Test("Thousands of keys find themselves again")
    func many() {
        var keys = DistinctKeys()
        let rows = (0..<5_000).map { [Int64($0 % 3_000) << 20] as [Int64?] }
        let positions = keys.add(Self.batch(rows), of: Fetch.Parent(fetch: 0, keyColumns: [0]))
        #expect(keys.count == 3_000)
        #expect(positions == (0..<5_000).map { Int32($0 % 3_000) })
    }

    @Test("A row of a type that does not have the field has no key")
    func variants() {
        var bytes = Array("AB".utf8)
        var cells: [RowBatch.Cell] = []
        for row in 0..<2 {
            cells.append(RowBatch.Cell(offset: Int32(row), count: 1))
            cells.append(RowBatch.Cell(offset: Int32(bytes.count), count: 8))
            Int64(row).encode(into: &bytes)
        }
        let batch = RowBatch(columnCount: 2, rowCount: 2, bytes: bytes, cells: cells)
        var keys = DistinctKeys()
        let parent = Fetch.Parent(fetch: 0, keyColumns: [1], variant: Fetch.Variant(column: 0, typename: "B"))
        #expect(keys.add(batch, of: parent) == [-1, 0])
    }
}
