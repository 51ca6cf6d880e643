extension SchemaDefinition {
    package var printed: String {
        PrintedLayout.described(
            description,
            PrintedLayout.joined(
                [
                    isExtension ? "extend schema" : "schema",
                    PrintedLayout.directives(directives),
                    PrintedLayout.block(operations.map { "\($0.kind.rawValue): \($0.type.text)" }),
                ],
                by: " "
            )
        )
    }
}

extension TypeSystemDefinition {
    package var printed: String {
        PrintedLayout.described(
            description,
            PrintedLayout.joined(
                [
                    isExtension ? "extend" : "",
                    body.keyword,
                    name.text,
                    PrintedLayout.wrapped("implements ", body.interfaces.map(\.text).joined(separator: " & ")),
                    PrintedLayout.directives(directives),
                    body.printed,
                ],
                by: " "
            )
        )
    }
}

extension TypeSystemDefinition.Body {
    /// The keyword that the definition starts with.
    package var keyword: String {
        switch self {
        case .scalar: "scalar"
        case .object: "type"
        case .interface: "interface"
        case .union: "union"
        case .enumeration: "enum"
        case .input: "input"
        }
    }

    /// The interfaces that an object or interface implements.
    fileprivate var interfaces: [Name] {
        switch self {
        case .object(let interfaces, _), .interface(let interfaces, _): interfaces
        default: []
        }
    }

    /// What follows the directives.
    fileprivate var printed: String {
        switch self {
        case .scalar: ""
        case .object(_, let fields), .interface(_, let fields): PrintedLayout.block(fields.map(\.printed))
        case .union(let members): PrintedLayout.wrapped("= ", members.map(\.text).joined(separator: " | "))
        case .enumeration(let values): PrintedLayout.block(values.map(\.printed))
        case .input(let fields): PrintedLayout.block(fields.map(\.printed))
        }
    }
}

extension FieldDefinition {
    package var printed: String {
        PrintedLayout.described(
            description,
            "\(name.text)\(PrintedLayout.argumentDefinitions(arguments)): \(type)"
                + PrintedLayout.wrapped(" ", PrintedLayout.directives(directives))
        )
    }
}

extension InputValueDefinition {
    package var printed: String {
        PrintedLayout.described(
            description,
            PrintedLayout.joined(
                [
                    "\(name.text): \(type)",
                    PrintedLayout.wrapped("= ", defaultValue?.printed ?? ""),
                    PrintedLayout.directives(directives),
                ],
                by: " "
            )
        )
    }
}

extension EnumValueDefinition {
    package var printed: String {
        PrintedLayout.described(
            description,
            PrintedLayout.joined([name.text, PrintedLayout.directives(directives)], by: " ")
        )
    }
}

extension DirectiveDefinition {
    package var printed: String {
        PrintedLayout.described(
            description,
            "directive @\(name.text)\(PrintedLayout.argumentDefinitions(arguments))"
                + PrintedLayout.wrapped(" ", PrintedLayout.directives(directives))
                + (isRepeatable ? " repeatable" : "")
                + " on \(locations.map(\.text).joined(separator: " | "))"
        )
    }
}

extension DirectiveExtension {
    package var printed: String { "extend directive @\(name.text) \(PrintedLayout.directives(directives))" }
}
