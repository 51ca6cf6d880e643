/// What one statement selects and joins, found while its selection is surveyed.
struct Select: Sendable {
    /// A to-one relation's table, joined to an earlier one.
    struct Join: Sendable {
        let table: TableMapping
        let parent: Int
        let reference: ReferenceMapping
        let key: [String]
    }

    let table: TableMapping
    /// Column 0 of a keyed fetch is the position of its key.
    let isKeyed: Bool
    private(set) var columns: [SelectExpression] = []
    /// Alias n is join n - 1; alias 0 is the table.
    private(set) var joins: [Join] = []

    init(table: TableMapping, isKeyed: Bool) {
        self.table = table
        self.isKeyed = isKeyed
    }

    mutating func add(_ expression: SelectExpression) {
        if !columns.contains(expression) { columns.append(expression) }
    }

    /// Joins a relation once, however often it is selected.
    ///
    /// - Returns: its alias.
    mutating func join(_ reference: ReferenceMapping, to target: TableMapping, from alias: Int) -> Int {
        if let known = self.alias(of: reference, from: alias) { return known }
        joins.append(Join(table: target, parent: alias, reference: reference, key: reference.key ?? target.identity))
        return joins.count
    }

    func alias(of reference: ReferenceMapping, from alias: Int) -> Int? {
        joins.firstIndex { $0.parent == alias && $0.reference == reference }.map { $0 + 1 }
    }

    /// The column of the fetch's rows that holds an expression.
    func position(of expression: SelectExpression) -> Int {
        guard let index = columns.firstIndex(of: expression) else {
            preconditionFailure("\(expression) of \(table.typename) was not surveyed")
        }
        return index + (isKeyed ? 1 : 0)
    }

    /// The name of an alias in the statement.
    static func name(_ alias: Int) -> String { alias == 0 ? "t" : "j\(alias)" }
}

/// One column of a statement's result.
enum SelectExpression: Hashable, Sendable {
    case column(alias: Int, String)
    case function(alias: Int, QualifiedName)
    /// The nth column of an order that is chosen at each request; NULL beyond its end.
    case orderColumn(Int)
    /// Says which order was chosen.
    case orderFingerprint
}
