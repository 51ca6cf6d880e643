import GraphQLExecution
import Postgres

extension RowBatch {
    /// One column of all rows as an array of a PostgreSQL type, cell by cell as they are; NULL for a row of another
    /// object type.
    func array(of column: Int, _ type: ColumnType, only variant: Fetch.Variant? = nil) -> PostgresValue {
        var array = type.arrayHeader(count: rowCount)
        array.reserveCapacity(array.count + rowCount * 12)
        for row in 0..<rowCount {
            var cell = cell(row: row, column: column)
            if let variant, !isVariant(variant, row: row) { cell = .null }
            guard !cell.isNull else {
                // An error in a key's place leads nowhere, as NULL does.
                array.appendBigEndian(Int32(-1))
                continue
            }
            array.appendBigEndian(cell.count)
            let start = Int(cell.offset)
            array.append(contentsOf: bytes[start..<start + Int(cell.count)])
        }
        return PostgresValue(typeOID: type.arrayOID, bytes: array)
    }

    /// Takes over a result's bytes as they are.
    convenience init(_ result: ResultSet, _ bound: BoundFetch) {
        self.init(
            columnCount: result.columns.count,
            rowCount: result.rowCount,
            bytes: result.bytes,
            cells: result.cells.map { Cell(offset: $0.offset, count: $0.count) },
            page: bound.page,
            shortage: bound.wholeLists?.shortage(result)
        )
    }
}
