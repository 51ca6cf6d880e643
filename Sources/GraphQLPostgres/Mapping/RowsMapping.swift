import GraphQLLanguage
import GraphQLSchema

/// Many rows of a type's table: a field of Query (`@rows`) or of a row (`@children`).
struct RowsMapping: Sendable {
    let coordinate: String
    let target: String
    let isConnection: Bool
    /// The foreign key's columns in the target, equal to the key here; empty for a field of Query.
    let foreignKey: [String]
    /// Whether it is an interface's field: the foreign key begins with the type's name.
    var isOfAbstractType = false
    /// The rows that refer to the field's type, where they refer to several.
    var restriction: TypeRestriction?
    /// The type whose rows these are the records of (`@history`).
    var recordsOf: String?
    let order: [OrderTerm]
    /// A set-returning function instead of the table.
    let function: QualifiedName?
    /// Arguments of the field that are passed to the function by name.
    let functionArguments: [FunctionArgument]
    let own: [OwnColumn]
    /// Arguments that restrict the rows (`@where`).
    let filters: [FilterMapping.Member]
    /// The input object of the argument `filter`.
    let filter: FilterMapping.Key?
    let orderArgument: OrderArgument?
    let pages: PageLimits
    let provenance: Provenance?
}

/// A column that must equal a value of the caller.
struct OwnColumn: Hashable, Sendable {
    /// The directive's argument that names it.
    let argument: String
    let name: String
    /// Position in `CallerTerms.values`.
    let value: Int
}

struct FunctionArgument: Sendable {
    let name: String
    let type: TypeReference
    let provenance: Provenance?
}

/// An `orderBy` argument: a list of objects with an enum of columns, a direction, and where NULLs stand.
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
    let own: [OwnColumn]
    /// Whether an operation may ask for one row only, whatever its aliases.
    let isOnce: Bool
    /// What the argument's value becomes before it is compared, by argument (`@where(function:)`).
    let foldings: [String: QualifiedName]
    let provenance: Provenance?
}

/// A field of Query.
struct QueryMapping: Sendable {
    enum Source: Sendable {
        case lookup(LookupMapping)
        case rows(RowsMapping)
        case node(NodeMapping)
        case resolver(ResolverMapping)
    }

    let permission: String?
    let source: Source
}
