import CourtFormats
import GraphQLExecution
import GraphQLLanguage
import GraphQLPostgres
import PluginKit

/// Lays what a resolver answered into the rows of its fetch and of the lists in it.
///
/// Each distinct value is encoded once; rows with the same key share its cells.
struct ResolverRows {
    /// A fetch's rows, one for each distinct value or item.
    fileprivate struct Table {
        let id: Int
        /// Position of the table whose rows have the list; nil for the resolver's own fetch.
        let parent: Int?
        let columnCount: Int
        let position: ResolverPosition
        /// What the table's rows are items of; nil for the resolver's own fetch.
        let list: ResolverListFetch?
        var rowCount = 0
        var bytes: [UInt8] = []
        var cells: [RowBatch.Cell] = []
        var errors: [GraphQLError] = []
        /// For a row of the parent the rows that are its list's items.
        var items: [Range<Int>] = []

        /// Adds a row without values and answers its position.
        mutating func addRow() -> Int {
            cells.append(contentsOf: repeatElement(.null, count: columnCount))
            rowCount += 1
            return rowCount - 1
        }

        mutating func set(_ row: Int, _ column: Int, from start: Int) {
            cells[row * columnCount + column] = RowBatch.Cell(offset: Int32(start), count: Int32(bytes.count - start))
        }

        mutating func fail(_ row: Int, _ column: Int, _ error: GraphQLError) {
            cells[row * columnCount + column] = .failed(errors.count)
            errors.append(error)
        }
    }

    private var tables: [Table]
    private let report: (any Error) -> Void
    private var reported: Set<ResolverFault> = []

    /// The batches of a call's member and of its lists among `requests`, by fetch id.
    static func batches(
        _ answers: ResolverCall.Answers,
        for member: ResolverCall.Member,
        among requests: [FetchRequest],
        report: (any Error) -> Void
    ) -> [(id: Int, batch: RowBatch)] {
        withoutActuallyEscaping(report) { report in
            var rows = ResolverRows(member, requests, report)
            switch answers {
            case .values(let values): for value in values { rows.add(value) }
            case .failed(let error):
                let row = rows.tables[0].addRow()
                rows.tables[0].fail(row, member.fetch.position.column, error)
                return rows.expanded(member.positions.map { $0 < 0 ? $0 : Int32(row) })
            }
            return rows.expanded(member.positions)
        }
    }

    private init(
        _ member: ResolverCall.Member,
        _ requests: [FetchRequest],
        _ report: @escaping (any Error) -> Void
    ) {
        let fetch = member.fetch
        self.report = report
        tables = [
            Table(id: member.id, parent: nil, columnCount: fetch.columnCount, position: fetch.position, list: nil)
        ]
        for request in requests {
            guard let list = request.fetch.description as? ResolverListFetch, let parent = request.fetch.parent?.fetch,
                let index = tables.firstIndex(where: { $0.id == parent })
            else { continue }
            tables.append(
                Table(
                    id: request.fetch.id,
                    parent: index,
                    columnCount: list.columnCount,
                    position: list.position,
                    list: list
                )
            )
        }
    }

    private mutating func add(_ value: ResolverValue) {
        let row = tables[0].addRow()
        complete(value, tables[0].position, 0, row)
    }

    /// The rows as they stand for the rows of the parent, each with its ordinal.
    private func expanded(_ positions: [Int32]) -> [(id: Int, batch: RowBatch)] {
        var rows: [[Int]] = []
        var batches: [(id: Int, batch: RowBatch)] = []
        for table in tables {
            var own: [Int] = []
            var ordinals: [Int] = []
            if let parent = table.parent {
                for (ordinal, row) in rows[parent].enumerated() where row < table.items.count {
                    own.append(contentsOf: table.items[row])
                    ordinals.append(contentsOf: repeatElement(ordinal + 1, count: table.items[row].count))
                }
            } else {
                for (ordinal, row) in positions.enumerated() where row >= 0 {
                    own.append(Int(row))
                    ordinals.append(ordinal + 1)
                }
            }
            batches.append((table.id, table.batch(own, ordinals)))
            rows.append(own)
        }
        return batches
    }
}

extension ResolverRows.Table {
    fileprivate func batch(_ rows: [Int], _ ordinals: [Int]) -> RowBatch {
        var bytes = bytes
        var cells: [RowBatch.Cell] = []
        bytes.reserveCapacity(bytes.count + rows.count * 8)
        cells.reserveCapacity(rows.count * columnCount)
        for (row, ordinal) in zip(rows, ordinals) {
            cells.append(RowBatch.Cell(offset: Int32(bytes.count), count: 8))
            for shift in stride(from: 56, through: 0, by: -8) {
                bytes.append(UInt8(truncatingIfNeeded: ordinal >> shift))
            }
            let start = row * columnCount
            cells.append(contentsOf: self.cells[start + 1..<start + columnCount])
        }
        return RowBatch(columnCount: columnCount, rowCount: rows.count, bytes: bytes, cells: cells, errors: errors)
    }
}

extension ResolverRows {
    /// CompleteValue (GraphQL §6.4.3), as far as one row goes.
    private mutating func complete(_ value: ResolverValue, _ position: ResolverPosition, _ table: Int, _ row: Int) {
        switch (value, position.kind) {
        case (.null, _): return
        case (.failure(let error), _): tables[table].fail(row, position.column, HostErrors.shown(error))
        case (_, .leaf(let leaf)):
            let start = tables[table].bytes.count
            do throws(ResolverLeaf.Refusal) {
                try leaf.append(value, to: &tables[table].bytes)
                tables[table].set(row, position.column, from: start)
            } catch {
                tables[table].bytes.removeSubrange(start...)
                switch error {
                case .failure(let error): tables[table].fail(row, position.column, HostErrors.shown(error))
                case .fault(let message): fail(message, position, table, row)
                }
            }
        case (_, .row(let columns)): completeKey(value, columns, position, table, row)
        case (.object(let members), .object(let fields)):
            if let stray = members.first(where: { !fields.names.contains($0.name) }) {
                return fail("there is no field \"\(stray.name)\"", position, table, row)
            }
            tables[table].set(row, position.column, from: tables[table].bytes.count)
            for (name, position) in fields.selected {
                guard let member = members.first(where: { $0.name == name }) else { continue }
                complete(member.value, position, table, row)
            }
        case (.list(let items), .list(let fetch)):
            guard let list = tables.firstIndex(where: { $0.id == fetch }), let limit = tables[list].list else {
                preconditionFailure("a list's fetch is asked for with its resolver's")
            }
            guard items.count <= limit.maxRows else { return tables[table].fail(row, position.column, limit.tooLong) }
            tables[table].set(row, position.column, from: tables[table].bytes.count)
            while tables[list].items.count < row { tables[list].items.append(0..<0) }
            // Rows of the items stand together: what is nested in them has tables of its own.
            let first = tables[list].rowCount
            tables[list].items.append(first..<first + items.count)
            for _ in items { _ = tables[list].addRow() }
            for (index, item) in items.enumerated() { complete(item, tables[list].position, list, first + index) }
        case (_, .object): fail("the resolver answered \(value.kind), not an object", position, table, row)
        case (_, .list): fail("the resolver answered \(value.kind), not a list", position, table, row)
        }
    }

    private mutating func completeKey(
        _ value: ResolverValue,
        _ columns: [ResolverKeyColumn],
        _ position: ResolverPosition,
        _ table: Int,
        _ row: Int
    ) {
        let parts = if case .compositeKey(let parts) = value { parts } else { [value] }
        guard parts.count == columns.count else {
            return fail(
                "the resolver answered \(value.kind) for a row with \(columns.count) key columns",
                position,
                table,
                row
            )
        }
        for (index, (part, column)) in zip(parts, columns).enumerated() {
            guard let bytes = part.keyValue.flatMap({ column.encode($0) }) else {
                return fail("\(part.kind) is no key of type \(column.sql)", position, table, row)
            }
            let start = tables[table].bytes.count
            tables[table].bytes += bytes
            tables[table].set(row, position.column + index, from: start)
        }
    }

    private mutating func fail(_ message: String, _ position: ResolverPosition, _ table: Int, _ row: Int) {
        let fault = ResolverFault("\(position.coordinate): \(message)")
        if reported.insert(fault).inserted { report(fault) }
        tables[table].fail(row, position.column, .internalError)
    }
}

extension ResolverValue {
    /// As a key column's value; nil for what is none.
    fileprivate var keyValue: JSONValue? {
        switch self {
        case .key(let key): .integer(Int(key))
        case .integer(let number): .integer(number)
        case .text(let text): .string(text)
        case .boolean(let flag): .boolean(flag)
        case .date(let date): .string(date.iso)
        default: nil
        }
    }
}
