import GraphQLExecution
import GraphQLLanguage

/// A column that rows are ordered by.
///
/// NULL counts as greater than any value, as PostgreSQL has it by default.
struct OrderColumn: Hashable, Sendable {
    let name: String
    let type: ColumnType
    let isNullable: Bool
    let isDescending: Bool

    func sql(reversed: Bool) -> String { isDescending != reversed ? " DESC" : "" }
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
        /// Every column that can be asked for, ascending, by enum value.
        let columns: [(value: String, column: OrderColumn)]
        let key: [OrderColumn]
    }

    static let none = RowOrder(declared: [], choice: nil)

    /// How many columns any of its orders has at most.
    var columnLimit: Int {
        guard let choice else { return declared.count }
        return max(declared.count, choice.columns.count + choice.key.count)
    }

    /// The order that the variables ask for, as a statement variant keeps it: per term the column's position, shifted by
    /// one, and the direction; empty for the declared order.
    func chosen(_ variables: CoercedVariables) -> [UInt8] {
        guard let choice, case .array(let items) = choice.argument.value(variables) else { return [] }
        var codes: [UInt8] = []
        for item in items {
            guard case .string(let value) = item["field"],
                let position = choice.columns.firstIndex(where: { $0.value == value })
            else { continue }
            // The first mention of a column decides; a second one orders nothing.
            if codes.contains(where: { Int($0 >> 1) == position }) { continue }
            codes.append(UInt8(position) << 1 | (item["direction"] == .string("DESC") ? 1 : 0))
        }
        return codes
    }

    func columns(_ chosen: [UInt8]) -> [OrderColumn] {
        guard let choice, !chosen.isEmpty else { return declared }
        let terms = chosen.map { code in
            let column = choice.columns[Int(code >> 1)].column
            return OrderColumn(
                name: column.name,
                type: column.type,
                isNullable: column.isNullable,
                isDescending: code & 1 == 1
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
        for column in self {
            hash.combine(" \(column.name) \(column.type.sql)\(column.isDescending ? " DESC" : "")")
        }
        return hash.value
    }
}

/// FNV-1a, 32 bits: the same in every process, unlike `Hasher`.
private struct FNV1a {
    private(set) var value: UInt32 = 0x811c_9dc5

    mutating func combine(_ text: String) {
        for byte in text.utf8 { value = (value ^ UInt32(byte)) &* 0x0100_0193 }
    }
}
