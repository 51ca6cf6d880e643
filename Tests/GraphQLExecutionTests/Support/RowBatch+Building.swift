import GraphQLExecution
import GraphQLLanguage

/// A cell in PostgreSQL's binary format, as tests write it down.
enum CellValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByNilLiteral,
    ExpressibleByBooleanLiteral
{
    case null
    case bytes([UInt8])
    case error(String)

    init(stringLiteral text: String) { self = .bytes(Array(text.utf8)) }
    init(integerLiteral value: Int64) { self = .bytes(value.bigEndianBytes) }
    init(booleanLiteral value: Bool) { self = .bytes([value ? 1 : 0]) }
    init(nilLiteral: ()) { self = .null }

    static func array(_ items: [CellValue], lowerBound: Int32 = 1) -> CellValue {
        let header: [Int32] = items.isEmpty ? [0, 0, 25] : [1, 0, 25, Int32(items.count), lowerBound]
        var bytes = header.flatMap(\.bigEndianBytes)
        for item in items {
            switch item {
            case .null, .error: bytes += Int32(-1).bigEndianBytes
            case .bytes(let item): bytes += Int32(item.count).bigEndianBytes + item
            }
        }
        return .bytes(bytes)
    }
}

extension FixedWidthInteger {
    var bigEndianBytes: [UInt8] { withUnsafeBytes(of: bigEndian) { Array($0) } }
}

extension RowBatch {
    convenience init(_ rows: [[CellValue]], columns: Int? = nil, page: Page? = nil, shortage: Shortage? = nil) {
        var bytes: [UInt8] = []
        var cells: [Cell] = []
        var errors: [GraphQLError] = []
        for value in rows.joined() {
            switch value {
            case .null: cells.append(.null)
            case .error(let message):
                cells.append(.failed(errors.count))
                errors.append(GraphQLError(message))
            case .bytes(let value):
                cells.append(Cell(offset: Int32(bytes.count), count: Int32(value.count)))
                bytes += value
            }
        }
        let columnCount = columns ?? rows.first?.count ?? 0
        self.init(
            columnCount: columnCount,
            rowCount: rows.count,
            bytes: bytes,
            cells: cells,
            page: page,
            errors: errors,
            shortage: shortage
        )
    }
}
