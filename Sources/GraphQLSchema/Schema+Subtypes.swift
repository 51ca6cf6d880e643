package import GraphQLLanguage

extension Schema {
    /// Whether a value of one type can stand where the other is expected (GraphQL §3.6.1, IsValidImplementationFieldType).
    package func isSubtype(_ type: TypeReference, of expected: TypeReference) -> Bool {
        switch (type, expected) {
        case (.nonNull(let type), .nonNull(let expected)): isSubtype(type, of: expected)
        case (_, .nonNull): false
        case (.nonNull(let type), _): isSubtype(type, of: expected)
        case (.list(let type, _), .list(let expected, _)): isSubtype(type, of: expected)
        case (.list, _), (_, .list): false
        case (.named(let type), .named(let expected)): isSubtype(named: type.text, of: expected.text)
        }
    }

    /// Whether a named type is the expected one, a member of that union, or an implementation of that interface.
    package func isSubtype(named name: String, of expected: String) -> Bool {
        if name == expected { return true }
        return switch self.type(named: expected) {
        case .union(let union): union.members.contains(name)
        case .interface: implementers(of: expected).contains(name)
        default: false
        }
    }
}
