/// A literal or variable (GraphQL §2.10).
package struct Value: Sendable {
    package enum Kind: Sendable {
        case variable(String)
        /// The digits as written.
        case int(String)
        /// The digits as written.
        case float(String)
        case string(String, isBlock: Bool)
        case boolean(Bool)
        case null
        case enumeration(String)
        case list([Value])
        case object([ObjectField])
    }

    package let kind: Kind
    package let offset: Int

    package init(_ kind: Kind, offset: Int) {
        self.kind = kind
        self.offset = offset
    }
}

package struct ObjectField: Sendable {
    package let name: Name
    package let value: Value

    package init(name: Name, value: Value) {
        self.name = name
        self.value = value
    }
}

extension Value {
    /// The text of a string literal, nil for any other value.
    package var stringText: String? {
        if case .string(let text, _) = kind { text } else { nil }
    }

    /// The name of an enum literal, nil for any other value.
    package var enumName: String? {
        if case .enumeration(let name) = kind { name } else { nil }
    }

    /// The items of a list literal, or this value as the only one.
    package var items: [Value] {
        if case .list(let items) = kind { items } else { [self] }
    }
}
