import GraphQLLanguage
import GraphQLSchema

/// An input field or an argument of a mutation while its rules are composed.
struct RuledInput {
    let value: SchemaInputValue
    /// The members of the same input object, or the arguments.
    let siblings: [SchemaInputValue]
    /// The type whose rows the input changes.
    let changed: TypeDefinition?
    let schema: Schema

    /// The type of the value, or of a list's items.
    var typeName: String { value.type.namedType }

    var isList: Bool { value.type.nullable.listItem != nil }

    /// Whether it is a String, or a scalar of a plugin that is written as one.
    var isText: Bool { schema.isText(typeName) }

    /// Whether it is one value that must be given.
    var isNonNullValue: Bool { value.type.isNonNull && !isList }

    /// Whether another rule is declared for it, too.
    func has(_ rule: any InputRule.Type) -> Bool { value.isMarked(rule.directive.name) }

    /// Why a rule for something else cannot stand here.
    func mismatch(_ expected: String) -> String { "is for \(expected), found \"\(value.type)\"" }

    func sibling(_ name: String) -> SchemaInputValue? { siblings.first { $0.name == name && $0.name != value.name } }

    /// Why there is no other member of this name; nil when there is.
    func problem(naming name: String) -> String? {
        sibling(name) == nil ? "names \"\(name)\", which is not beside it" : nil
    }
}

extension Schema {
    /// Whether an input type is text: String, or a scalar of which the host knows nothing.
    func isText(_ name: String) -> Bool {
        guard case .scalar = type(named: name) else { return false }
        return !["Int", "Float", "Boolean", "ID", "Date", "DateTime", "CourtCode", "RegionCode"].contains(name)
    }
}
