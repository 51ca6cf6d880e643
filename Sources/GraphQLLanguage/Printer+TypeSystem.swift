extension Printer {
    mutating func write(_ schema: SchemaDefinition) {
        write(schema.description)
        write(schema.isExtension ? "extend schema" : "schema")
        write(schema.directives)
        write(schema.operations) { printer, operation in
            printer.write("\(operation.kind.rawValue): \(operation.type.text)")
        }
    }

    mutating func write(_ type: TypeSystemDefinition) {
        write(type.description)
        if type.isExtension { write("extend ") }
        write(type.body.keyword)
        write(" ")
        write(type.name.text)
        let interfaces = type.body.interfaces
        if !interfaces.isEmpty {
            write(" implements ")
            write(interfaces, separator: " & ") { $0.write($1.text) }
        }
        write(type.directives)
        switch type.body {
        case .scalar: break
        case .object(_, let fields), .interface(_, let fields): write(fields) { $0.write($1) }
        case .union(let members):
            if !members.isEmpty { write(" = ") }
            write(members, separator: " | ") { $0.write($1.text) }
        case .enumeration(let values): write(values) { $0.write($1) }
        case .input(let fields): write(fields) { $0.write($1) }
        }
    }

    /// Parts in braces, behind a space; nothing if there are none.
    private mutating func write<Part>(_ parts: [Part], _ part: (inout Printer, Part) -> Void) {
        guard !parts.isEmpty else { return }
        write(" ")
        writeLines("{", parts, "}", part)
    }

    private mutating func write(_ field: FieldDefinition) {
        write(field.description)
        write(field.name.text)
        write(field.arguments)
        write(": ")
        write(field.type)
        write(field.directives)
    }

    /// Argument definitions: on one line unless one of them needs more.
    private mutating func write(_ arguments: [InputValueDefinition]) {
        guard !arguments.isEmpty else { return }
        var takesLines = arguments.contains { $0.description != nil }
        if !takesLines {
            for argument in arguments {
                if measured.measure(argument.defaultValue, argument.directives) { takesLines = true }
            }
        }
        if takesLines {
            writeLines("(", arguments, ")") { $0.write($1) }
        } else {
            write("(")
            write(arguments, separator: ", ") { $0.write($1) }
            write(")")
        }
    }

    private mutating func write(_ definition: InputValueDefinition) {
        write(definition.description)
        write(definition.name.text)
        write(": ")
        write(definition.type)
        if let defaultValue = definition.defaultValue {
            write(" = ")
            write(defaultValue)
        }
        write(definition.directives)
    }

    private mutating func write(_ value: EnumValueDefinition) {
        write(value.description)
        write(value.name.text)
        write(value.directives)
    }

    mutating func write(_ directive: DirectiveDefinition) {
        write(directive.description)
        write("directive @")
        write(directive.name.text)
        write(directive.arguments)
        write(directive.directives)
        write(directive.isRepeatable ? " repeatable on " : " on ")
        write(directive.locations, separator: " | ") { $0.write($1.text) }
    }

    mutating func write(_ directive: DirectiveExtension) {
        write("extend directive @")
        write(directive.name.text)
        write(directive.directives)
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
}
