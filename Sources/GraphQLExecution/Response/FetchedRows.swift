/// The batches of one request, and which rows of a keyed one belong to which row of its parent.
struct FetchedRows: Sendable {
    /// By fetch id; without rows where nothing was fetched.
    private(set) var batches: [RowBatch]
    /// By fetch id: for parent row n the first of its rows, one more at the end; empty for a root fetch.
    private var starts: [[Int32]]

    /// A source broke the contract of `RequestSession.fetch`.
    struct Disorder: Error {
        let message: String
    }

    init(fetchCount: Int) {
        batches = Array(repeating: .none, count: fetchCount)
        starts = Array(repeating: [], count: fetchCount)
    }

    func isKeyed(_ fetch: Int) -> Bool { !starts[fetch].isEmpty }

    mutating func add(_ batch: RowBatch, for fetch: Fetch) throws(Disorder) {
        batches[fetch.id] = batch
        guard let parent = fetch.parent else { return }
        starts[fetch.id] = try Self.starts(of: batch, parentRows: batches[parent.fetch].rowCount)
    }

    /// Rows stand in key order with the 1-based position of their key in column 0.
    private static func starts(of batch: RowBatch, parentRows: Int) throws(Disorder) -> [Int32] {
        guard batch.rowCount == 0 || batch.columnCount > 0 else {
            throw Disorder(message: "a keyed batch has no ordinal")
        }
        var starts: [Int32] = []
        starts.reserveCapacity(parentRows + 1)
        for row in 0..<batch.rowCount {
            let cell = batch.cell(row: row, column: 0)
            guard let ordinal = batch.integer(of: cell), ordinal >= max(1, starts.count), ordinal <= parentRows else {
                throw Disorder(message: "a keyed batch is out of key order at row \(row)")
            }
            while starts.count < ordinal { starts.append(Int32(row)) }
        }
        while starts.count <= parentRows { starts.append(Int32(batch.rowCount)) }
        return starts
    }

    /// The rows of a fetch that belong to a row of its parent; all rows of a root fetch.
    func range(of fetch: Int, row: Int) -> Range<Int> {
        guard isKeyed(fetch) else { return 0..<batches[fetch].rowCount }
        return Int(starts[fetch][row])..<Int(starts[fetch][row + 1])
    }
}

extension RowBatch {
    /// Hands the bytes of a cell that is not null to `body`.
    @inline(__always)
    func withBytes<Result>(of cell: Cell, _ body: (Span<UInt8>) -> Result) -> Result {
        let bytes = bytes
        let all = bytes.span
        return body(all.extracting(Int(cell.offset)..<Int(cell.offset) + Int(cell.count)))
    }

    /// Whether a cell's bytes are those of a stretch of a text.
    func holds(_ text: [UInt8], in range: Range<Int>, at cell: Cell) -> Bool {
        guard Int(cell.count) == range.count else { return false }
        return withBytes(of: cell) { bytes in
            for index in 0..<bytes.count where bytes[index] != text[range.lowerBound + index] { return false }
            return true
        }
    }

    /// Whether the row is of an object type.
    @inline(__always)
    package func isVariant(_ variant: Fetch.Variant, row: Int) -> Bool {
        holds(variant.typename, in: 0..<variant.typename.count, at: cell(row: row, column: variant.column))
    }

    /// Whether any row is of an object type.
    func contains(_ variant: Fetch.Variant) -> Bool {
        (0..<rowCount).contains { isVariant(variant, row: $0) }
    }

    /// A cell's integer; nil for SQL NULL or another width than two, four or eight bytes.
    func integer(of cell: Cell) -> Int64? {
        cell.isNull ? nil : withBytes(of: cell) { $0.integer }
    }
}
