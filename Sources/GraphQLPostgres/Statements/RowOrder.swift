import GraphQLExecution
import GraphQLLanguage

/// A column that rows are ordered by.
struct OrderColumn: Hashable, Sendable {
    let name: String
    let type: ColumnType
    let isNullable: Bool
    let isDescending: Bool
    /// Whether NULLs stand before all values.
    let nullsFirst: Bool

    /// Without `nullsFirst`, or where there are no NULLs, as PostgreSQL has it: NULL is greater than any value.
    init(name: String, type: ColumnType, isNullable: Bool, isDescending: Bool, nullsFirst: Bool? = nil) {
        self.name = name
        self.type = type
        self.isNullable = isNullable
        self.isDescending = isDescending
        self.nullsFirst = isNullable ? nullsFirst ?? isDescending : isDescending
    }

    /// What stands behind the column; the other way round for a page that is read from its end.
    func sql(reversed: Bool) -> String {
        let descends = isDescending != reversed
        let direction = descends ? " DESC" : ""
        // An index has its NULLs where the default has them.
        return nullsFirst == isDescending ? direction : direction + (descends ? " NULLS LAST" : " NULLS FIRST")
    }
}

/// In which order a statement's rows come.
struct RowOrder: Sendable {
    /// The declared order with the key behind it; empty for a single row.
    let declared: [OrderColumn]
    /// An order that the request chooses instead.
    let choice: Choice?

    /// An `orderBy` whose value is known at each request only.
    struct Choice: Sendable {
        let argument: ArgumentExpression
        let columns: [Candidate]
        let key: [OrderColumn]
    }

    /// A column that can be asked for.
    struct Candidate: Sendable {
        /// Its enum value.
        let value: String
        let name: String
        let type: ColumnType
        let isNullable: Bool
        /// Whether the caller may select it: an order tells of its values.
        let isAllowed: Bool
    }

    static let none = RowOrder(declared: [], choice: nil)

    /// How many columns any of its orders has at most.
    var columnLimit: Int {
        guard let choice else { return declared.count }
        return max(declared.count, choice.columns.count + choice.key.count)
    }

    /// The order that the variables ask for, as a statement variant keeps it: per term the column's position, shifted by
    /// two, where NULLs stand, and the direction; empty for the declared order.
    ///
    /// Throws `FORBIDDEN` for a column that the caller may not select.
    func chosen(_ variables: CoercedVariables) throws(GraphQLError) -> [UInt8] {
        guard let choice, case .array(let items) = choice.argument.value(variables) else { return [] }
        var codes: [UInt8] = []
        for item in items {
            guard case .string(let value) = item["field"],
                let position = choice.columns.firstIndex(where: { $0.value == value })
            else { continue }
            guard choice.columns[position].isAllowed else { throw GraphQLError("无权限", code: "FORBIDDEN") }
            // The first mention of a column decides; a second one orders nothing.
            if codes.contains(where: { Int($0 >> 2) == position }) { continue }
            let isDescending = item["direction"] == .string("DESC")
            var nullsFirst = isDescending
            if choice.columns[position].isNullable, case .string(let place) = item["nulls"] {
                nullsFirst = place == "FIRST"
            }
            codes.append(UInt8(position) << 2 | (nullsFirst ? 2 : 0) | (isDescending ? 1 : 0))
        }
        return codes
    }

    func columns(_ chosen: [UInt8]) -> [OrderColumn] {
        guard let choice, !chosen.isEmpty else { return declared }
        let terms = chosen.map { code in
            let column = choice.columns[Int(code >> 2)]
            return OrderColumn(
                name: column.name,
                type: column.type,
                isNullable: column.isNullable,
                isDescending: code & 1 == 1,
                nullsFirst: code & 2 == 2
            )
        }
        return terms + choice.key.filter { key in !terms.contains { $0.name == key.name } }
    }
}

extension [OrderColumn] {
    /// Tells one order from another in a cursor.
    func fingerprint(of coordinate: String) -> UInt32 {
        var hash = FNV1a()
        hash.combine(coordinate)
        for column in self { hash.combine(" \(column.name) \(column.type.sql)\(column.sql(reversed: false))") }
        return hash.value
    }
}
