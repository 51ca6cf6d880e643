import GraphQLLanguage
import GraphQLSchema

/// Many rows of a type's table: a field of Query (`@rows`) or of a row (`@children`).
struct RowsMapping: Sendable {
    let coordinate: String
    let target: String
    let isConnection: Bool
    /// The foreign key's columns in the target, equal to the key here; empty for a field of Query.
    let foreignKey: [String]
    let order: [OrderTerm]
    /// A set-returning function instead of the table.
    let function: QualifiedName?
    /// Arguments of the field that are passed to the function by name.
    let functionArguments: [FunctionArgument]
    /// The column that must be the caller's staff id.
    let mine: String?
    let filters: [FilterMapping]
    let orderArgument: OrderArgument?
    let provenance: Provenance?
}

struct FunctionArgument: Sendable {
    let name: String
    let type: TypeReference
    let provenance: Provenance?
}

/// An argument, or a field of the argument `filter`, that restricts the rows (`@where`).
struct FilterMapping: Sendable {
    enum Test: Sendable {
        case column(String, FilterOperator)
        /// A boolean function over the row equals the value.
        case function(QualifiedName)
    }

    let argument: String
    /// The field of the argument's input object.
    let member: String?
    let test: Test
    let type: TypeReference
    let provenance: Provenance?
}

/// `FilterOperator` of the mapping directives.
enum FilterOperator: String, Sendable {
    case equal = "EQ"
    case notEqual = "NE"
    case isIn = "IN"
    case less = "LT"
    case lessOrEqual = "LTE"
    case greater = "GT"
    case greaterOrEqual = "GTE"
    case prefix = "PREFIX"
    case contains = "CONTAINS"
    case present = "PRESENT"

    /// Whether a B-tree on the column serves it.
    var wantsIndex: Bool {
        switch self {
        case .equal, .isIn, .less, .lessOrEqual, .greater, .greaterOrEqual: true
        case .notEqual, .prefix, .contains, .present: false
        }
    }
}

/// An `orderBy` argument: a list of objects with an enum of columns and a direction.
struct OrderArgument: Sendable {
    let name: String
    /// Columns by enum value, in definition order.
    let columns: [(value: String, column: String)]
    let provenance: Provenance?
}

/// One row by a unique column (`@lookup`): each argument with its column.
struct LookupMapping: Sendable {
    let coordinate: String
    let target: String
    let columns: [(argument: String, column: String, type: TypeReference)]
    let provenance: Provenance?
}

/// A field of Query.
struct QueryMapping: Sendable {
    enum Source: Sendable {
        case lookup(LookupMapping)
        case rows(RowsMapping)
        case resolver
    }

    let permission: String?
    let source: Source
}
