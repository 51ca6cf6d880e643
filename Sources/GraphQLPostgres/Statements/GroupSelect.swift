import GraphQLExecution
import GraphQLLanguage

/// What a statement of groups selects: the keys that a request chooses, and aggregates.
struct GroupSelect: Sendable {
    /// What rows can be grouped by.
    struct Key: Sendable {
        let value: String
        let source: GroupKeyMapping.Source
        let type: ColumnType
        /// Whether the caller may select it.
        let isAllowed: Bool
    }

    enum Column: Hashable, Sendable {
        /// A position in `keys`; NULL where the request does not group by it.
        case key(Int)
        case aggregate(Aggregate)
    }

    struct Aggregate: Hashable, Sendable {
        let function: AggregateFunction
        let column: String?
        /// The type that the result is cast to, nil for its own.
        let cast: String?
    }

    /// nil for all rows as one group.
    let by: ArgumentExpression?
    let keys: [Key]
    let columns: [Column]
    /// Rows of a group that may show its values.
    let minimum: Int
    /// nil for all rows as one group.
    let limit: ListLimit?

    /// The positions of the keys that a request asks for, each once, in its order.
    ///
    /// Throws FORBIDDEN for one that the caller may not select.
    func chosen(_ variables: CoercedVariables) throws(GraphQLError) -> [UInt8] {
        guard case .array(let items) = by?.value(variables) else { return [] }
        var chosen: [UInt8] = []
        for case .string(let value) in items {
            guard let position = keys.firstIndex(where: { $0.value == value }) else { continue }
            guard keys[position].isAllowed else { throw GraphQLError("无权限", code: "FORBIDDEN") }
            if !chosen.contains(UInt8(position)) { chosen.append(UInt8(position)) }
        }
        return chosen
    }

    /// The keys where they are known when planning, else all of them.
    var example: [UInt8] {
        if case .constant = by { return (try? chosen(.none)) ?? [] }
        return by == nil ? [] : keys.indices.map { UInt8($0) }
    }
}
