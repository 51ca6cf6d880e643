extension Printer {
    mutating func write(_ value: Value) {
        switch value.kind {
        case .variable(let name):
            write("$")
            write(name)
        case .int(let digits), .float(let digits): write(digits)
        case .string(let text, let isBlock):
            if isBlock {
                writeBlockString(text)
            } else {
                write(StringLiteral.printed(text))
            }
        case .boolean(let flag): write(flag ? "true" : "false")
        case .null: write("null")
        case .enumeration(let name): write(name)
        case .list(let items):
            if measured.takesLines(value) {
                writeLines("[", items, "]") { $0.write($1) }
            } else {
                write("[")
                write(items, separator: ", ") { $0.write($1) }
                write("]")
            }
        case .object(let fields):
            if measured.takesLines(value) {
                writeLines("{", fields, "}") { $0.write($1) }
            } else {
                write("{ ")
                write(fields, separator: ", ") { $0.write($1) }
                write(" }")
            }
        }
    }

    private mutating func write(_ field: ObjectField) {
        write(field.name.text)
        write(": ")
        write(field.value)
    }

    mutating func write(_ argument: Argument) {
        write(argument.name.text)
        write(": ")
        write(argument.value)
    }

    mutating func write(_ directive: Directive) {
        write("@")
        write(directive.name.text)
        guard !directive.arguments.isEmpty else { return }
        write("(")
        write(directive.arguments, separator: ", ") { $0.write($1) }
        write(")")
    }

    /// Directives, each behind a space.
    mutating func write(_ directives: [Directive]) {
        for directive in directives {
            write(" ")
            write(directive)
        }
    }

    mutating func write(_ type: TypeReference) { write(type.description) }
}
