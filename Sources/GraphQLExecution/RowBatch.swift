package import GraphQLLanguage

/// Rows of one fetch: cells in PostgreSQL's binary formats, row by row, in one buffer.
///
/// A keyed fetch carries the 1-based position of its key as a big-endian int8 in column 0, its rows in key order.
package final class RowBatch: Sendable {
    /// Where a cell's bytes stand in `bytes`; `count` is -1 for SQL NULL, and below it for an error.
    package struct Cell: Sendable {
        package let offset: Int32
        package let count: Int32

        package init(offset: Int32, count: Int32) {
            self.offset = offset
            self.count = count
        }

        /// No value: SQL NULL, or an error in a value's place.
        package var isNull: Bool { count < 0 }

        package static let null = Cell(offset: 0, count: -1)

        /// A value that could not be had: the error at this position of the batch's `errors`.
        package static func failed(_ error: Int) -> Cell { Cell(offset: 0, count: Int32(-2 - error)) }
    }

    /// What a paged fetch was bounded by; the executor trims the row beyond `limit` and fills `pageInfo` from it.
    package struct Page: Sendable {
        /// Rows asked for per parent; the fetch reads one more.
        package let limit: Int
        /// `last`/`before` was asked for: the row beyond the limit stands first, not last.
        package let isBackward: Bool
        /// A cursor was given, so there are rows on its other side.
        package let hasCursor: Bool
        /// What tells this choice of rows, by filters and arguments, from another in its cursors.
        package let choice: UInt32

        package init(limit: Int, isBackward: Bool, hasCursor: Bool, choice: UInt32 = 0) {
            self.limit = limit
            self.isBackward = isBackward
            self.hasCursor = hasCursor
            self.choice = choice
        }
    }

    /// Rows that a fetch owes some of its parents, or all of them.
    ///
    /// Where they would stand, the error does.
    package struct Shortage: Sendable {
        package let error: GraphQLError
        /// More rows than this for one parent are too many.
        package let rowLimit: Int
        /// The first parent, from 0, whose rows are not all there; those after it have none.
        package let firstParent: Int

        package init(error: GraphQLError, rowLimit: Int = .max, firstParent: Int = .max) {
            self.error = error
            self.rowLimit = rowLimit
            self.firstParent = firstParent
        }
    }

    package let columnCount: Int
    package let rowCount: Int
    package let bytes: [UInt8]
    /// `rowCount * columnCount` cells, row-major.
    package let cells: [Cell]
    package let page: Page?
    /// What failed cells refer to; raised at the path of each such cell when it is written.
    package let errors: [GraphQLError]
    package let shortage: Shortage?
    /// Those of `shortage`, read for every list without touching its error.
    let rowLimit: Int
    let firstShortParent: Int

    package init(
        columnCount: Int,
        rowCount: Int,
        bytes: [UInt8],
        cells: [Cell],
        page: Page? = nil,
        errors: [GraphQLError] = [],
        shortage: Shortage? = nil
    ) {
        precondition(cells.count == columnCount * rowCount, "a batch has a cell for every row and column")
        self.columnCount = columnCount
        self.rowCount = rowCount
        self.bytes = bytes
        self.cells = cells
        self.page = page
        self.errors = errors
        self.shortage = shortage
        rowLimit = shortage?.rowLimit ?? .max
        firstShortParent = shortage?.firstParent ?? .max
    }

    /// The batch of a fetch that was not sent: the error stands wherever its rows would.
    package static func failed(_ error: GraphQLError) -> RowBatch {
        RowBatch(
            columnCount: 0,
            rowCount: 0,
            bytes: [],
            cells: [],
            shortage: Shortage(error: error, firstParent: 0)
        )
    }

    /// The error in a cell's place; nil for a value and for SQL NULL.
    package func error(of cell: Cell) -> GraphQLError? { cell.count < -1 ? errors[Int(-2 - cell.count)] : nil }

    /// Whether a parent's rows, so many as were found, are not all that it has.
    @inline(__always)
    func isShort(of parent: Int, found count: Int) -> Bool { count > rowLimit || parent >= firstShortParent }

    package func cell(row: Int, column: Int) -> Cell { cells[row * columnCount + column] }
}
