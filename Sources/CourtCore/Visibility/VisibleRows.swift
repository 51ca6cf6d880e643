/// Which rows of a type a caller may see, by columns of the row (`@visible`).
///
/// The one text of the rule: a plan's condition and a table's policy are both made of it, and `Principal.sees` says the same
/// of a row in memory (docs/decisions/0027).
package struct VisibleRows: Hashable, Sendable {
    /// Columns of court codes: the row is seen in each of these courts.
    package var courts: [String]
    /// Columns of keys of departments, or of lists of them.
    package var departments: [String]
    /// A boolean column: whether discipline inspectors alone see the row.
    package var sealed: String?
    /// Columns of staff ids, or of lists of them.
    package var people: [String]
    /// A column of staff ids: from whom, and from whose chain of command, the row is kept.
    package var recused: String?

    package init(
        courts: [String],
        departments: [String] = [],
        sealed: String? = nil,
        people: [String] = [],
        recused: String? = nil
    ) {
        self.courts = courts
        self.departments = departments
        self.sealed = sealed
        self.people = people
        self.recused = recused
    }

    /// The parts of the condition, which all must hold.
    ///
    /// `column` writes a column of the row, which holds a list where `isList` says so, and `value` what is known of the caller.
    package func parts(
        column: (String) -> String,
        isList: (String) -> Bool,
        value: (CallerValue) -> String
    ) -> [String] {
        var parts: [String] = []
        let ofCourts = courts.map { "\(column($0)) = ANY (\(value(.courts)))" }
        if !ofCourts.isEmpty { parts.append(Self.any(ofCourts)) }
        if let sealed { parts.append("(NOT \(column(sealed)) OR \(value(.mayReadSealed)))") }
        if !people.isEmpty || !departments.isEmpty {
            // Whoever they act for, and themselves.
            func equal(_ columns: [String], _ one: CallerValue) -> [String] {
                columns.map { "\(column($0)) \(isList($0) ? "&& \(value(one))" : "= ANY (\(value(one)))")" }
            }
            let all = "NOT \(value(.seesOnlyAssigned))"
            parts.append(Self.any([all] + equal(people, .actsAs) + equal(departments, .actsIn)))
        }
        if let recused { parts.append("NOT coalesce(\(column(recused)) && \(value(.recusedFrom)), false)") }
        return parts
    }

    /// Whether a row is of the caller's own court.
    package func ownership(column: (String) -> String, value: (CallerValue) -> String) -> String? {
        let own = courts.map { "\(column($0)) = \(value(.courtCode))" }
        // Unlike one column, one of several may hold NULL, which an aggregate would pass over.
        return own.count > 1 ? own.map { "coalesce(\($0), false)" }.joined(separator: " OR ") : own.first
    }

    private static func any(_ alternatives: [String]) -> String {
        alternatives.count == 1 ? alternatives[0] : "(\(alternatives.joined(separator: " OR ")))"
    }
}
