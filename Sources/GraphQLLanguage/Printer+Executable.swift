extension Printer {
    /// An operation; a query that is nothing but its selections takes the short form where it may.
    mutating func write(_ operation: OperationDefinition, allowsShortForm: Bool) {
        let isBare =
            operation.kind == .query && operation.description == nil && operation.name == nil
            && operation.variables.isEmpty && operation.directives.isEmpty
        if !isBare || !allowsShortForm {
            write(operation.description)
            write(operation.kind.rawValue)
            if operation.name != nil || !operation.variables.isEmpty { write(" ") }
            if let name = operation.name { write(name.text) }
            write(operation.variables)
            write(operation.directives)
            write(" ")
        }
        write(operation.selections)
    }

    /// Variable definitions: on one line unless one of them needs more.
    private mutating func write(_ variables: [VariableDefinition]) {
        guard !variables.isEmpty else { return }
        var takesLines = variables.contains { $0.description != nil }
        if !takesLines {
            for variable in variables {
                if measured.measure(variable.defaultValue, variable.directives) { takesLines = true }
            }
        }
        guard takesLines else {
            write("(")
            write(variables, separator: ", ") { $0.write($1) }
            return write(")")
        }
        write("(")
        for variable in variables {
            newLine()
            write(variable)
        }
        newLine()
        write(")")
    }

    private mutating func write(_ variable: VariableDefinition) {
        write(variable.description)
        write("$")
        write(variable.name.text)
        write(": ")
        write(variable.type)
        if let defaultValue = variable.defaultValue {
            write(" = ")
            write(defaultValue)
        }
        write(variable.directives)
    }

    mutating func write(_ fragment: FragmentDefinition) {
        write(fragment.description)
        write("fragment \(fragment.name.text) on \(fragment.typeCondition.text)")
        write(fragment.directives)
        write(" ")
        write(fragment.selections)
    }

    /// A selection set; braces without a line between them if it is empty.
    private mutating func write(_ selections: [Selection]) {
        if selections.isEmpty {
            write("{}")
        } else {
            writeLines("{", selections, "}") { $0.write($1) }
        }
    }

    mutating func write(_ selection: Selection) {
        switch selection {
        case .field(let field): write(field)
        case .fragmentSpread(let spread):
            write("...")
            write(spread.name.text)
            write(spread.directives)
        case .inlineFragment(let fragment):
            write("...")
            if let typeCondition = fragment.typeCondition {
                write(" on ")
                write(typeCondition.text)
            }
            write(fragment.directives)
            write(" ")
            write(fragment.selections)
        }
    }

    private mutating func write(_ field: Field) {
        var length = field.name.text.utf8.count
        if let alias = field.alias {
            write(alias.text)
            write(": ")
            length += alias.text.utf8.count + 2
        }
        write(field.name.text)
        if !field.arguments.isEmpty {
            if length + measured.measure(field.arguments).length + 2 > Self.maxLineLength {
                writeLines("(", field.arguments, ")") { $0.write($1) }
            } else {
                write("(")
                write(field.arguments, separator: ", ") { $0.write($1) }
                write(")")
            }
        }
        write(field.directives)
        if field.selectionSetOffset != nil {
            write(" ")
            write(field.selections)
        }
    }
}
