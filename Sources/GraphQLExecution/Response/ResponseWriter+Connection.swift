extension ResponseWriter {
    /// Writes a connection (Relay Cursor Connections) over the rows that belong to the current one.
    mutating func write(_ connection: ResponseProgram.Connection, _ row: Int) -> Outcome {
        let hasRows = connection.fetch >= 0
        let batch = hasRows ? rows.batches[Int(connection.fetch)] : RowBatch.none
        guard !batch.isShort(of: row, found: 0) else { return failShort(batch) }
        let range = hasRows ? rows.range(of: Int(connection.fetch), row: row) : 0..<0
        let slice = ConnectionSlice(range, page: batch.page)
        json.append(ascii: "{")
        var isFirst = true
        for part in connection.parts {
            append(key: part.key, isFirst: isFirst)
            isFirst = false
            let outcome = writePart(named: part.name) { writer in
                writer.write(part.content, of: connection, batch, slice, row)
            }
            guard outcome == .value else { return .failed }
        }
        json.append(ascii: "}")
        return .value
    }

    private mutating func write(
        _ content: ResponseProgram.ConnectionContent,
        of connection: ResponseProgram.Connection,
        _ batch: RowBatch,
        _ slice: ConnectionSlice,
        _ row: Int
    ) -> Outcome {
        switch content {
        case .constant(let text):
            append(text)
            return .value
        case .totalCount(let fetch, let column):
            let counts = rows.batches[Int(fetch)]
            guard !counts.isShort(of: row, found: 0) else { return failShort(counts) }
            writeTotalCount(Int(fetch), Int(column), row)
            return .value
        case .field(let node, let isNonNull):
            let mark = json.count
            // Groups and aggregates stand in fetches of their own: of this batch no cell is asked for.
            let outcome = write(node, batch, row)
            return settle(outcome, isNonNull: isNonNull, from: mark) ? .value : .failed
        case .nodes(let node):
            return writeList(slice.rows, isNonNull: true) { writer, row in writer.write(node, batch, row) }
        case .edges(let parts):
            return writeList(slice.rows, isNonNull: true) { writer, row in
                writer.writeEdge(parts, of: connection, batch, row)
            }
        case .pageInfo(let parts):
            writePageInfo(parts, of: connection, batch, slice)
            return .value
        }
    }

    private mutating func writeTotalCount(_ fetch: Int, _ column: Int, _ row: Int) {
        let batch = rows.batches[fetch]
        let range = rows.range(of: fetch, row: row)
        let column = column >= 0 ? column : rows.isKeyed(fetch) ? 1 : 0
        let count = range.isEmpty ? 0 : batch.integer(of: batch.cell(row: range.lowerBound, column: column))
        json.append(count ?? 0)
    }

    private mutating func writeEdge(
        _ parts: ResponseProgram.Run,
        of connection: ResponseProgram.Connection,
        _ batch: RowBatch,
        _ row: Int
    ) -> Outcome {
        json.append(ascii: "{")
        var isFirst = true
        for position in parts.indices {
            let part = program.edgeParts[position]
            append(key: part.key, isFirst: isFirst)
            isFirst = false
            switch part.content {
            case .constant(let text): append(text)
            case .cursor:
                guard appendCursor(connection, batch, row) else {
                    return writePart(named: part.name) { $0.failInternally("a cursor is not sealed") }
                }
            case .node(let node):
                let outcome = writePart(named: part.name) { $0.write(node, batch, row) }
                guard outcome == .value else { return .failed }
            }
        }
        json.append(ascii: "}")
        return .value
    }

    private mutating func writePageInfo(
        _ parts: ResponseProgram.Run,
        of connection: ResponseProgram.Connection,
        _ batch: RowBatch,
        _ slice: ConnectionSlice
    ) {
        json.append(ascii: "{")
        var isFirst = true
        for position in parts.indices {
            let part = program.pageInfoParts[position]
            append(key: part.key, isFirst: isFirst)
            isFirst = false
            switch part.content {
            case .constant(let text): append(text)
            case .hasNextPage: json.append(slice.hasNextPage)
            case .hasPreviousPage: json.append(slice.hasPreviousPage)
            case .startCursor: appendCursor(named: part.name, connection, batch, slice.rows.first)
            case .endCursor: appendCursor(named: part.name, connection, batch, slice.rows.last)
            }
        }
        json.append(ascii: "}")
    }

    private mutating func appendCursor(
        named name: Int32,
        _ connection: ResponseProgram.Connection,
        _ batch: RowBatch,
        _ row: Int?
    ) {
        if let row {
            if appendCursor(connection, batch, row) { return }
            _ = writePart(named: name) { $0.failInternally("a cursor is not sealed") }
        }
        json.append(json: "null")
    }

    /// Appends a row's cursor, or nothing and false where it cannot be sealed.
    private mutating func appendCursor(
        _ connection: ResponseProgram.Connection,
        _ batch: RowBatch,
        _ row: Int
    ) -> Bool {
        let factory = connection.cursorFactory
        cursorBytes.removeAll(keepingCapacity: true)
        for _ in 0..<factory.seal.prefixByteCount { cursorBytes.append(0) }
        for column in connection.cursorColumns {
            let cell = batch.cell(row: row, column: Int(column))
            cursorBytes.append(bigEndian: UInt32(bitPattern: cell.count))
            guard !cell.isNull else { continue }
            cursorBytes += batch.bytes[Int(cell.offset)..<Int(cell.offset) + Int(cell.count)]
        }
        let scope = CursorScope(query: factory.query, choice: batch.page?.choice ?? 0)
        guard factory.seal.seal(&cursorBytes, of: scope) else { return false }
        json.append(ascii: "\"")
        Base64Encoder.append(cursorBytes, to: &json)
        json.append(ascii: "\"")
        return true
    }
}

/// The rows of a page without the one that was read beyond it.
struct ConnectionSlice {
    let rows: Range<Int>
    let hasNextPage: Bool
    let hasPreviousPage: Bool

    init(_ range: Range<Int>, page: RowBatch.Page?) {
        guard let page else {
            rows = range
            hasNextPage = false
            hasPreviousPage = false
            return
        }
        let isCut = range.count > page.limit
        if page.isBackward {
            rows = isCut ? range.upperBound - page.limit..<range.upperBound : range
            hasNextPage = page.hasCursor
            hasPreviousPage = isCut
        } else {
            rows = isCut ? range.lowerBound..<range.lowerBound + page.limit : range
            hasNextPage = isCut
            hasPreviousPage = page.hasCursor
        }
    }
}
