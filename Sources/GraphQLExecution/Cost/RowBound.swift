/// What a fetch can read at most for each row of its parent: what a plan's cost is made of.
package struct RowBound: Sendable {
    package enum Count: Sendable {
        case fixed(Int)
        case page(PageSize)
        /// One for each item of a list.
        case items(ArgumentExpression)
    }

    /// Rows, each of which the fetches below it have as a parent.
    package let count: Count
    /// What each of them costs: one, and one for every row that is joined to it.
    package let rowCost: Int
    /// What the statement costs for each row of the parent, whatever it finds: a count reads rows that it does not give.
    package let baseCost: Int

    package init(_ count: Count, rowCost: Int = 1, baseCost: Int = 0) {
        self.count = count
        self.rowCost = rowCost
        self.baseCost = baseCost
    }

    /// One row for each row of the parent.
    package static let one = RowBound(.fixed(1))
}
