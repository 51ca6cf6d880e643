import GraphQLLanguage

extension TypeSystemDefinition {
    var interfaces: [Name] {
        switch body {
        case .object(let interfaces, _), .interface(let interfaces, _): interfaces
        default: []
        }
    }

    var fields: [FieldDefinition] {
        switch body {
        case .object(_, let fields), .interface(_, let fields): fields
        default: []
        }
    }

    var members: [Name] {
        if case .union(let members) = body { members } else { [] }
    }

    var values: [EnumValueDefinition] {
        if case .enumeration(let values) = body { values } else { [] }
    }

    var inputFields: [InputValueDefinition] {
        if case .input(let fields) = body { fields } else { [] }
    }

    /// The kind as diagnostics name it.
    var kindName: String {
        switch body {
        case .scalar: "scalar"
        case .object: "object"
        case .interface: "interface"
        case .union: "union"
        case .enumeration: "enum"
        case .input: "input object"
        }
    }

    /// Where a directive on the definition or extension stands (GraphQL §3.13).
    var directiveLocation: DirectiveLocation {
        switch body {
        case .scalar: .scalar
        case .object: .object
        case .interface: .interface
        case .union: .union
        case .enumeration: .enum
        case .input: .inputObject
        }
    }
}

extension TypeDefinition {
    /// The kind as diagnostics name it.
    var kindName: String {
        switch self {
        case .scalar: "scalar"
        case .object: "object"
        case .interface: "interface"
        case .union: "union"
        case .enumeration: "enum"
        case .input: "input object"
        }
    }
}
