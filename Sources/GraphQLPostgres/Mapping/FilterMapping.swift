import GraphQLLanguage
import GraphQLSchema

/// What an input object says as a filter of a table's rows.
struct FilterMapping: Sendable {
    /// An input object, and the type whose rows it filters.
    struct Key: Hashable, Sendable {
        let input: String
        let target: String
    }

    let key: Key
    let members: [Member]

    /// A field of the input object, or a field's argument with `@where`.
    struct Member: Sendable {
        let name: String
        let content: Content
        let type: TypeReference
        /// Who may filter by it.
        let permission: String?
        let provenance: Provenance?
    }

    enum Content: Sendable {
        case test(FilterTest)
        /// An input object whose fields are operators on one column.
        case operators(column: String, [Operator])
        /// `and`, `or`: lists of the same input object.
        case all, any
        /// `not`: the same input object.
        case negation
        /// A to-one relation of the row, by its field.
        case related(field: String, Key)
        /// A to-many relation of the row, by its field.
        case children(field: String, [FilterQuantifier], Key)
    }

    /// A field of an input object of operators.
    struct Operator: Sendable {
        let name: String
        let op: FilterOperator
        let type: TypeReference
        let provenance: Provenance?
    }
}

/// A condition on one row.
enum FilterTest: Sendable {
    case column(String, FilterOperator)
    /// The column equals what a function makes of the value, a text.
    case folded(String, QualifiedName)
    /// A boolean function over the row equals the value.
    case function(QualifiedName)
    /// The row's key is among those that a set-returning function finds for the value, a text.
    case search(QualifiedName)
}

/// Of how many of a row's children a filter speaks.
enum FilterQuantifier: String, Sendable {
    case some, none, every
}

extension String {
    /// Whether a column holds a person's data in one of its three forms: such a column is neither searched nor ordered
    /// by.
    var isPersonalColumn: Bool { hasSuffix("_masked") || hasSuffix("_cipher") || hasSuffix("_hash") }
}
