import CLibPQ

/// A `PGresult`, freed at the end of its life.
struct PQResult: ~Copyable {
    private let raw: OpaquePointer

    /// Takes over a result from libpq.
    init(owning raw: OpaquePointer) { self.raw = raw }

    deinit { PQclear(raw) }

    /// What this result answers to the connection's state machine; nil for what has no meaning there.
    func reply(expecting columns: [ResultSet.Column]?) -> ConnectionMachine.Reply? {
        switch PQresultStatus(raw) {
        case PGRES_TUPLES_OK, PGRES_SINGLE_TUPLE, PGRES_COMMAND_OK, PGRES_EMPTY_QUERY: rows(expecting: columns)
        case PGRES_PIPELINE_SYNC: .synchronized
        case PGRES_PIPELINE_ABORTED: .skipped
        case PGRES_BAD_RESPONSE, PGRES_FATAL_ERROR: .error(error)
        case PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH:
            .stuck(
                PostgresError(.connectionLost, "COPY is not supported; the connection was closed.", sqlState: "0A000")
            )
        default: nil
        }
    }

    private func rows(expecting expected: [ResultSet.Column]?) -> ConnectionMachine.Reply {
        let columnCount = Int(PQnfields(raw))
        let rowCount = Int(PQntuples(raw))
        var cells: [ResultSet.Cell] = []
        cells.reserveCapacity(rowCount * columnCount)
        var byteCount = 0
        for row in 0..<Int32(rowCount) {
            for column in 0..<Int32(columnCount) {
                let count = PQgetlength(raw, row, column)
                let isNull = count == 0 && PQgetisnull(raw, row, column) != 0
                cells.append(ResultSet.Cell(offset: Int32(truncatingIfNeeded: byteCount), count: isNull ? -1 : count))
                byteCount += Int(count)
            }
        }
        guard byteCount <= Int(Int32.max) else {
            return .error(
                PostgresError(
                    .resultTooLarge,
                    "The result has \(byteCount) bytes; at most \(Int32.max) can be read at once."
                )
            )
        }
        let columns = expected.flatMap { $0.count == columnCount ? $0 : nil } ?? describe(columnCount)
        let bytes = copyBytes(of: cells, columnCount: columnCount, byteCount: byteCount)
        let affected = PQcmdTuples(raw).map { Int(String(cString: $0)) ?? 0 } ?? 0
        return .result(
            ResultSet(columns: columns, rowCount: rowCount, bytes: bytes, cells: cells, affectedRows: affected)
        )
    }

    private func describe(_ columnCount: Int) -> [ResultSet.Column] {
        (0..<Int32(columnCount)).map { column in
            ResultSet.Column(
                name: PQfname(raw, column).map { String(cString: $0) } ?? "",
                typeOID: PQftype(raw, column)
            )
        }
    }

    private func copyBytes(of cells: [ResultSet.Cell], columnCount: Int, byteCount: Int) -> [UInt8] {
        guard byteCount > 0 else { return [] }
        return [UInt8](unsafeUninitializedCapacity: byteCount) { buffer, initializedCount in
            for (index, cell) in cells.enumerated() where cell.count > 0 {
                let (row, column) = index.quotientAndRemainder(dividingBy: columnCount)
                guard let value = PQgetvalue(raw, Int32(row), Int32(column)) else { continue }
                // libpq keeps `cell.count` bytes at `value`, and the cells' counts add up to the buffer's size.
                UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[Int(cell.offset)...])
                    .copyMemory(from: UnsafeRawBufferPointer(start: value, count: Int(cell.count)))
            }
            initializedCount = byteCount
        }
    }

    /// The server's error, field by field (PostgreSQL, Error and Notice Message Fields).
    private var error: PostgresError {
        let sqlState = field("C")
        return PostgresError(
            // Without a SQLSTATE it is libpq that speaks: the connection is broken.
            sqlState == nil ? .connectionLost : .serverError,
            field("M") ?? PQresultErrorMessage(raw).map { String(cString: $0) } ?? "",
            sqlState: sqlState,
            detail: field("D"),
            constraint: field("n"),
            table: field("t"),
            column: field("c"),
            position: field("P").flatMap { Int($0) }
        )
    }

    private func field(_ code: Unicode.Scalar) -> String? {
        PQresultErrorField(raw, Int32(code.value)).map { String(cString: $0) }
    }
}
