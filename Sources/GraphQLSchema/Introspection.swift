package import GraphQLLanguage

/// A kind of type as introspection names it (GraphQL §4.2.2).
package enum TypeKind: String, CaseIterable, Sendable {
    case scalar = "SCALAR"
    case object = "OBJECT"
    case interface = "INTERFACE"
    case union = "UNION"
    case enumeration = "ENUM"
    case inputObject = "INPUT_OBJECT"
    case list = "LIST"
    case nonNull = "NON_NULL"
}

extension TypeDefinition {
    package var kind: TypeKind {
        switch self {
        case .scalar: .scalar
        case .object: .object
        case .interface: .interface
        case .union: .union
        case .enumeration: .enumeration
        case .input: .inputObject
        }
    }
}

extension Schema {
    /// The kind of a type reference's outermost layer, nil if it names no type of this schema.
    package func kind(of type: TypeReference) -> TypeKind? {
        switch type {
        case .nonNull: .nonNull
        case .list: .list
        case .named(let name): self.type(named: name.text)?.kind
        }
    }
}

extension SchemaInputValue {
    /// `defaultValue` of `__InputValue`: the default as GraphQL writes it.
    package var printedDefaultValue: String? { defaultValue?.printed }
}
