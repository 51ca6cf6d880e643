/// The rows of one statement: cells in PostgreSQL's binary formats, row by row, in one buffer.
package final class ResultSet: Sendable {
    package struct Column: Sendable, Hashable {
        package let name: String
        package let typeOID: UInt32

        package init(name: String, typeOID: UInt32) {
            self.name = name
            self.typeOID = typeOID
        }
    }

    /// Where a cell's bytes stand in `bytes`; `count` is -1 for NULL.
    package struct Cell: Sendable, Hashable {
        package let offset: Int32
        package let count: Int32

        package init(offset: Int32, count: Int32) {
            self.offset = offset
            self.count = count
        }
    }

    package let columns: [Column]
    package let rowCount: Int
    package let bytes: [UInt8]
    /// `rowCount * columns.count` cells, row-major.
    package let cells: [Cell]
    /// Rows inserted, updated, deleted or selected, as the server counted them.
    package let affectedRows: Int

    package init(columns: [Column], rowCount: Int, bytes: [UInt8], cells: [Cell], affectedRows: Int) {
        precondition(cells.count == columns.count * rowCount, "a result has a cell for every row and column")
        self.columns = columns
        self.rowCount = rowCount
        self.bytes = bytes
        self.cells = cells
        self.affectedRows = affectedRows
    }

    package func cell(row: Int, column: Int) -> Cell { cells[row * columns.count + column] }

    /// A cell's bytes; nil for NULL.
    package func bytes(row: Int, column: Int) -> ArraySlice<UInt8>? {
        let cell = cell(row: row, column: column)
        guard cell.count >= 0 else { return nil }
        return bytes[Int(cell.offset)..<Int(cell.offset) + Int(cell.count)]
    }
}
