import GraphQLLanguage
import GraphQLSchema

/// What a connection type says of all of its rows, beside the pages (`@groups`, `@aggregate`).
struct ConnectionMapping: Sendable {
    /// The type of its nodes.
    let target: String
    /// By field.
    let groups: [String: GroupsMapping]
    let aggregates: [String: AggregateMapping]
}

/// A field of a connection that groups its rows (`@groups`).
struct GroupsMapping: Sendable {
    let coordinate: String
    let permission: String?
    /// What the argument `by` can name.
    let keys: [GroupKeyMapping]
    let aggregates: [AggregateMapping]
    let maxGroups: Int
    /// A group of fewer rows keeps its values to itself, unless all of its rows are the caller's own.
    let minimum: Int
    let provenance: Provenance?

    /// The position in `keys` of a field of the group's type.
    func key(named field: String) -> Int? { keys.firstIndex { $0.field == field } }

    func aggregate(named field: String) -> AggregateMapping? { aggregates.first { $0.field == field } }
}

/// A column or function that rows can be grouped by: a value of the argument `by`, and the field that shows it.
struct GroupKeyMapping: Sendable {
    enum Source: Hashable, Sendable {
        case column(String)
        case function(QualifiedName)
    }

    let value: String
    let field: String
    let coordinate: String
    let source: Source
    let type: TypeReference
    let permission: String?
    let provenance: Provenance?
}

/// A value over many rows (`@aggregate`).
struct AggregateMapping: Sendable {
    let field: String
    let coordinate: String
    let function: AggregateFunction
    /// nil for the count of rows.
    let column: String?
    let type: TypeReference
    let permission: String?
    let provenance: Provenance?
}

/// `AggregateFunction` of the mapping directives.
enum AggregateFunction: String, Sendable {
    case count = "COUNT"
    case countDistinct = "COUNT_DISTINCT"
    case minimum = "MIN"
    case maximum = "MAX"
    case sum = "SUM"
    case average = "AVG"

    /// Whether it is a number of rows or values, 0 where there are none; the others have no value there.
    var isCount: Bool { self == .count || self == .countDistinct }
}
