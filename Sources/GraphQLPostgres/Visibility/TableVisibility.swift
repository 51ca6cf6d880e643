import GraphQLSchema

/// Which rows of a table a caller may see: by columns of the row, and by rows elsewhere with which it is seen.
struct TableVisibility: Sendable {
    var condition: (any RowCondition)?
    /// Where the directive stands.
    var provenance: Provenance?
    var parents: [VisibleParent] = []
    /// Columns of the condition that hold lists; known once the catalog is.
    var lists: Set<String> = []

    /// Every row is everyone's.
    static let everyone = TableVisibility()

    var isEveryone: Bool { condition == nil && parents.isEmpty }
}

/// A row is seen where a row of another table is.
struct VisibleParent: Sendable {
    let relation: QualifiedName
    /// Columns here, equal to `key` there.
    let columns: [String]
    /// What follows is known once all tables are read.
    var typename = ""
    var key: [String] = []
    var visibility = TableVisibility.everyone
}

/// A row that was seen, and which columns of the rows reached from it equal columns of its own.
struct SeenRow: Sendable {
    let table: TableMapping
    let here: [String]
    let there: [String]

    /// Whether it is, or was seen with, the very row with which a reached row is seen.
    func proves(_ parent: VisibleParent) -> Bool {
        if table.relation == parent.relation, equal(parent.columns, parent.key) { return true }
        return table.visibility.parents.contains {
            $0.relation == parent.relation && $0.key == parent.key && equal(parent.columns, $0.columns)
        }
    }

    private func equal(_ reached: [String], _ own: [String]) -> Bool {
        let pairs = Array(zip(there, here))
        return reached.count == own.count
            && zip(reached, own).allSatisfy { pair in pairs.contains { $0 == pair.0 && $1 == pair.1 } }
    }
}
