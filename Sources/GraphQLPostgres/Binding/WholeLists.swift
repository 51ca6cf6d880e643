import GraphQLExecution
import Postgres

/// Lists that are read to their end, one for each parent: what they may have together, and what is wrong with more.
struct WholeLists {
    let limit: ListLimit
    /// nil for a root fetch.
    let parentCount: Int?

    /// Rows of all lists together.
    var rowLimit: Int { limit.maxRows * (parentCount ?? 1) }

    /// What a statement that read one row more than `rowLimit` found.
    ///
    /// Its rows stand in the order of their parents: where it was cut, one list is too long, and it is not known where
    /// the lists behind the last row's end.
    func shortage(_ result: ResultSet) -> RowBatch.Shortage? {
        guard result.rowCount > limit.maxRows else { return nil }
        var firstParent = Int.max
        if parentCount != nil, result.rowCount > rowLimit {
            firstParent = result.ordinal(ofRow: result.rowCount - 1) - 1
        }
        return RowBatch.Shortage(error: limit.tooLong, rowLimit: limit.maxRows, firstParent: firstParent)
    }
}

extension ResultSet {
    /// The position of a row's parent, from 1: the int8 in column 0 of a keyed statement.
    fileprivate func ordinal(ofRow row: Int) -> Int {
        let cell = cells[row * columns.count]
        return bytes[Int(cell.offset)..<Int(cell.offset) + Int(max(0, cell.count))].reduce(0) { $0 << 8 | Int($1) }
    }
}
