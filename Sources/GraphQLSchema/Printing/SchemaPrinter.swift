import GraphQLLanguage

extension Schema {
    /// The schema as SDL in graphql-js' format: own types and directives in their order, built-in ones left out.
    package var printed: String { SchemaPrinter(schema: self).text }
}

private struct SchemaPrinter {
    let schema: Schema

    var text: String {
        let directives = schema.directives.lazy.filter { !Standard.isStandard($0) }.map(print)
        let types = schema.types.lazy.filter { !Standard.isStandard($0) }.map(print)
        let definitions = Array(directives) + Array(types)
        return ([schemaDefinition].compactMap(\.self) + definitions).joined(separator: "\n\n")
    }

    /// Needed only with a description or when a root type has another name than the default (GraphQL §3.3.1).
    private var schemaDefinition: String? {
        let roots: [(kind: OperationKind, name: String?)] = [
            (.query, schema.queryTypeName),
            (.mutation, schema.mutationTypeName),
            (.subscription, schema.subscriptionTypeName),
        ]
        guard roots.contains(where: { $0.name != nil }) else { return nil }
        let hasDefaultNames = roots.allSatisfy { root in
            root.name == (schema.type(named: root.kind.defaultTypeName) == nil ? nil : root.kind.defaultTypeName)
        }
        if schema.description == nil, hasDefaultNames { return nil }
        let lines = roots.compactMap { root in root.name.map { "  \(root.kind.rawValue): \($0)" } }
        return description(schema.description) + "schema" + block(lines)
    }

    private func print(_ directive: SchemaDirective) -> String {
        description(directive.description)
            + "directive @\(directive.name)"
            + arguments(directive.arguments)
            + deprecated(directive.deprecationReason)
            + (directive.isRepeatable ? " repeatable" : "")
            + " on \(directive.locations.joined(separator: " | "))"
    }

    private func print(_ type: TypeDefinition) -> String {
        description(type.description) + declaration(of: type)
    }

    private func declaration(of type: TypeDefinition) -> String {
        switch type {
        case .scalar(let scalar):
            "scalar \(scalar.name)"
                + (scalar.specifiedByURL.map { " @specifiedBy(url: \(Value.quoted($0)))" } ?? "")
        case .object(let object):
            "type \(object.name)" + implements(object.interfaces) + fields(object.fields)
        case .interface(let interface):
            "interface \(interface.name)" + implements(interface.interfaces) + fields(interface.fields)
        case .union(let union):
            "union \(union.name)"
                + (union.members.isEmpty ? "" : " = \(union.members.joined(separator: " | "))")
        case .enumeration(let enumeration):
            "enum \(enumeration.name)"
                + block(
                    enumeration.values.enumerated().map { index, value in
                        description(value.description, indent: "  ", isFirst: index == 0)
                            + "  \(value.name)" + deprecated(value.deprecationReason)
                    }
                )
        case .input(let input):
            "input \(input.name)" + (input.isOneOf ? " @oneOf" : "")
                + block(
                    input.fields.enumerated().map { index, field in
                        description(field.description, indent: "  ", isFirst: index == 0) + "  " + inputValue(field)
                    }
                )
        }
    }

    private func implements(_ interfaces: [String]) -> String {
        interfaces.isEmpty ? "" : " implements \(interfaces.joined(separator: " & "))"
    }

    private func fields(_ fields: [SchemaField]) -> String {
        block(
            fields.enumerated().map { index, field in
                description(field.description, indent: "  ", isFirst: index == 0)
                    + "  \(field.name)" + arguments(field.arguments, indent: "  ") + ": \(field.type)"
                    + deprecated(field.deprecationReason)
            }
        )
    }

    /// On one line unless one of them has a description.
    private func arguments(_ arguments: [SchemaInputValue], indent: String = "") -> String {
        if arguments.isEmpty { return "" }
        if arguments.allSatisfy({ $0.description == nil }) {
            return "(" + arguments.map(inputValue).joined(separator: ", ") + ")"
        }
        let lines = arguments.enumerated().map { index, argument in
            description(argument.description, indent: "  " + indent, isFirst: index == 0)
                + "  " + indent + inputValue(argument)
        }
        return "(\n" + lines.joined(separator: "\n") + "\n\(indent))"
    }

    private func inputValue(_ value: SchemaInputValue) -> String {
        "\(value.name): \(value.type)"
            + (value.printedDefaultValue.map { " = \($0)" } ?? "")
            + deprecated(value.deprecationReason)
    }

    private func deprecated(_ reason: String?) -> String {
        switch reason {
        case nil: ""
        case SchemaDirective.defaultDeprecationReason?: " @deprecated"
        case let reason?: " @deprecated(reason: \(Value.quoted(reason)))"
        }
    }

    private func block(_ lines: [String]) -> String {
        lines.isEmpty ? "" : " {\n" + lines.joined(separator: "\n") + "\n}"
    }

    /// A blank line separates a described member from the one before it.
    private func description(_ text: String?, indent: String = "", isFirst: Bool = true) -> String {
        guard let text else { return "" }
        let value = Value(.string(text, isBlock: text.isPrintableAsBlockString), offset: 0)
        let lines = value.printed.split(separator: "\n", omittingEmptySubsequences: false)
        return (isFirst || indent.isEmpty ? "" : "\n") + indent + lines.joined(separator: "\n" + indent) + "\n"
    }
}

extension Value {
    fileprivate static func quoted(_ text: String) -> String {
        Value(.string(text, isBlock: false), offset: 0).printed
    }
}

extension String {
    /// Whether a block string with this text reads back as the same text (GraphQL §2.10.4).
    var isPrintableAsBlockString: Bool {
        if isEmpty { return true }
        var isEmptyLine = true
        var hasIndent = false
        var hasCommonIndent = true
        var hasText = false
        for byte in utf8 {
            switch byte {
            case 0x00...0x08, 0x0B, 0x0C, 0x0D, 0x0E, 0x0F: return false
            case 0x0A:
                if isEmptyLine, !hasText { return false }
                hasText = true
                isEmptyLine = true
                hasIndent = false
            case 0x09, 0x20:
                hasIndent = hasIndent || isEmptyLine
            default:
                hasCommonIndent = hasCommonIndent && hasIndent
                isEmptyLine = false
            }
        }
        return !isEmptyLine && !(hasCommonIndent && hasText)
    }
}
