import GraphQLExecution
import Postgres

/// Makes rows as a command or a resolver answers them.
struct BatchBuilder {
    enum Cell {
        case null
        case int4(Int32)
        case int8(Int64)
        case text(String)
        case texts([String])

        var bytes: [UInt8]? {
            switch self {
            case .null: nil
            case .int4(let value): PostgresValue(value).bytes
            case .int8(let value): PostgresValue(value).bytes
            case .text(let value): PostgresValue(value).bytes
            case .texts(let values): PostgresValue(values).bytes
            }
        }
    }

    private let columnCount: Int
    private var bytes: [UInt8] = []
    private var cells: [RowBatch.Cell] = []

    init(columnCount: Int) { self.columnCount = columnCount }

    mutating func append(_ row: Cell...) {
        for cell in row {
            guard let value = cell.bytes else {
                cells.append(RowBatch.Cell(offset: 0, count: -1))
                continue
            }
            cells.append(RowBatch.Cell(offset: Int32(bytes.count), count: Int32(value.count)))
            bytes += value
        }
    }

    var batch: RowBatch {
        RowBatch(columnCount: columnCount, rowCount: cells.count / columnCount, bytes: bytes, cells: cells)
    }
}
