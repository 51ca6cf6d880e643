import GraphQLExecution
import GraphQLLanguage
import GraphQLSchema
import PluginKit
import Postgres

/// Builds batches from what commands answer, in the binary formats that the executor writes from.
struct PayloadBatch {
    private var bytes: [UInt8] = []
    private var cells: [RowBatch.Cell] = []
    private var errors: [GraphQLError] = []

    /// The one row of a command's payload: a cell per field of the payload type, NULL where a list of objects stands;
    /// for a table's type the row's key.
    static func row(of payload: Payload, type: ObjectType) -> RowBatch {
        var batch = PayloadBatch()
        if type.isTable {
            batch.append(payload.cells.first { $0.name == "key" }?.cell ?? .null)
            return batch.finished(rowCount: 1, columnCount: 1)
        }
        batch.append(payload, fields: type.fields)
        return batch.finished(rowCount: 1, columnCount: type.fields.count)
    }

    /// The items of a payload's list: the ordinal of the one parent row, then the item's fields, or the key of a row.
    static func list(_ items: [Payload], type: ObjectType) -> RowBatch {
        let isTable = type.isTable
        var batch = PayloadBatch()
        for item in items {
            batch.append(.key(1))
            if isTable {
                batch.append(item.cells.first { $0.name == "key" }?.cell ?? .null)
            } else {
                batch.append(item, fields: type.fields)
            }
        }
        return batch.finished(rowCount: items.count, columnCount: isTable ? 2 : type.fields.count + 1)
    }

    private mutating func append(_ payload: Payload, fields: [SchemaField]) {
        for field in fields { append(payload.cells.first { $0.name == field.name }?.cell ?? .null) }
    }

    private mutating func append(_ cell: PayloadCell) {
        if case .outOfRange = cell {
            cells.append(.failed(errors.count))
            errors.append(.intOutOfRange)
            return
        }
        guard let value = cell.postgresValue?.bytes else {
            cells.append(.init(offset: 0, count: -1))
            return
        }
        cells.append(.init(offset: Int32(bytes.count), count: Int32(value.count)))
        bytes += value
    }

    private func finished(rowCount: Int, columnCount: Int) -> RowBatch {
        RowBatch(columnCount: columnCount, rowCount: rowCount, bytes: bytes, cells: cells, errors: errors)
    }
}

extension ObjectType {
    /// Whether rows of a table are its objects.
    fileprivate var isTable: Bool { directives.contains { $0.name.text == "table" } }
}

extension PayloadCell {
    /// The value in PostgreSQL's binary format, nil for NULL and for what is no value.
    var postgresValue: PostgresValue? {
        switch self {
        case .null, .outOfRange: nil
        case .key(let value): PostgresValue(value)
        case .integer(let value): PostgresValue(value)
        case .double(let value): PostgresValue(value)
        case .boolean(let value): PostgresValue(value)
        case .text(let value): PostgresValue(value)
        case .date(let value): PostgresValue(value)
        case .timestamp(let value): PostgresValue(value)
        case .texts(let values): PostgresValue(values)
        case .keys(let values): PostgresValue(values)
        }
    }
}
