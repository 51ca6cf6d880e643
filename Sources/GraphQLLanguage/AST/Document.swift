/// A parsed document (GraphQL §2.3).
///
/// Every node carries the byte offset of its first token in `source`.
package struct Document: Sendable {
    package let source: Source
    package var definitions: [Definition]

    package init(source: Source, definitions: [Definition]) {
        self.source = source
        self.definitions = definitions
    }
}

/// A top-level definition or extension.
package enum Definition: Sendable {
    case operation(OperationDefinition)
    case fragment(FragmentDefinition)
    case schema(SchemaDefinition)
    case type(TypeSystemDefinition)
    case directive(DirectiveDefinition)
    case directiveExtension(DirectiveExtension)
}

extension Definition {
    /// Where the definition starts, its description included.
    package var offset: Int {
        switch self {
        case .operation(let node): node.offset
        case .fragment(let node): node.offset
        case .schema(let node): node.offset
        case .type(let node): node.offset
        case .directive(let node): node.offset
        case .directiveExtension(let node): node.offset
        }
    }
}

/// A name token.
package struct Name: Sendable {
    package let text: String
    package let offset: Int

    package init(_ text: String, offset: Int) {
        self.text = text
        self.offset = offset
    }
}

/// A description's text with its position.
package struct Description: Sendable {
    package let text: String
    package let isBlock: Bool
    package let offset: Int

    package init(_ text: String, isBlock: Bool, offset: Int) {
        self.text = text
        self.isBlock = isBlock
        self.offset = offset
    }
}

/// A directive where it is applied (GraphQL §2.13).
package struct Directive: Sendable {
    package let name: Name
    package let arguments: [Argument]
    package let offset: Int

    package init(name: Name, arguments: [Argument], offset: Int) {
        self.name = name
        self.arguments = arguments
        self.offset = offset
    }

    /// The value given for an argument, nil when it is not given.
    package func argument(_ name: String) -> Value? {
        arguments.first { $0.name.text == name }?.value
    }
}

/// A named argument of a field or directive (GraphQL §2.7).
package struct Argument: Sendable {
    package let name: Name
    package let value: Value

    package init(name: Name, value: Value) {
        self.name = name
        self.value = value
    }
}

/// A type as written: `Letter`, `[Letter!]!` (GraphQL §2.12).
package enum TypeReference: Sendable {
    case named(Name)
    indirect case list(TypeReference, offset: Int)
    indirect case nonNull(TypeReference)
}

extension TypeReference {
    package var offset: Int {
        switch self {
        case .named(let name): name.offset
        case .list(_, let offset): offset
        case .nonNull(let inner): inner.offset
        }
    }

    /// The innermost named type's name.
    package var namedType: String {
        switch self {
        case .named(let name): name.text
        case .list(let inner, _), .nonNull(let inner): inner.namedType
        }
    }

    package var isNonNull: Bool {
        if case .nonNull = self { true } else { false }
    }

    /// The type without an outer non-null.
    package var nullable: TypeReference {
        if case .nonNull(let inner) = self { inner } else { self }
    }

    /// The item type of a list, after removing an outer non-null; nil if this is no list.
    package var listItem: TypeReference? {
        if case .list(let item, _) = nullable { item } else { nil }
    }
}

extension TypeReference: CustomStringConvertible, Hashable {
    package var description: String {
        switch self {
        case .named(let name): name.text
        case .list(let inner, _): "[\(inner)]"
        case .nonNull(let inner): "\(inner)!"
        }
    }

    package static func == (left: TypeReference, right: TypeReference) -> Bool {
        switch (left, right) {
        case (.named(let a), .named(let b)): a.text == b.text
        case (.list(let a, _), .list(let b, _)): a == b
        case (.nonNull(let a), .nonNull(let b)): a == b
        default: false
        }
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(description) }
}
