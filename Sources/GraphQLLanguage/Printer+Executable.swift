extension OperationDefinition {
    package var printed: String { printed(allowsShortForm: true) }

    func printed(allowsShortForm: Bool) -> String {
        let variables = variables.map(\.printed)
        let variableList =
            variables.contains(where: PrintedLayout.isMultiline)
            ? PrintedLayout.wrapped("(\n", variables.joined(separator: "\n"), "\n)")
            : PrintedLayout.wrapped("(", variables.joined(separator: ", "), ")")
        let head = PrintedLayout.joined(
            [kind.rawValue, (name?.text ?? "") + variableList, PrintedLayout.directives(directives)],
            by: " "
        )
        let prefix = PrintedLayout.described(description, head)
        let selectionSet = PrintedLayout.selectionSet(selections)
        // A query that is nothing but its selections takes the short form.
        return allowsShortForm && prefix == "query" ? selectionSet : "\(prefix) \(selectionSet)"
    }
}

extension VariableDefinition {
    package var printed: String {
        PrintedLayout.described(
            description,
            "$\(name.text): \(type)" + PrintedLayout.wrapped(" = ", defaultValue?.printed ?? "")
                + PrintedLayout.wrapped(" ", PrintedLayout.directives(directives))
        )
    }
}

extension Selection {
    package var printed: String {
        switch self {
        case .field(let field): field.printed
        case .fragmentSpread(let spread): spread.printed
        case .inlineFragment(let fragment): fragment.printed
        }
    }
}

extension Field {
    package var printed: String {
        let prefix = PrintedLayout.wrapped("", alias?.text ?? "", ": ") + name.text
        let arguments = arguments.map(\.printed)
        var call = prefix + PrintedLayout.wrapped("(", arguments.joined(separator: ", "), ")")
        if PrintedLayout.isTooLong(call) {
            let lines = PrintedLayout.indented(arguments.joined(separator: "\n"))
            call = prefix + PrintedLayout.wrapped("(\n", lines, "\n)")
        }
        return PrintedLayout.joined(
            [
                call,
                PrintedLayout.directives(directives),
                selectionSetOffset == nil ? "" : PrintedLayout.selectionSet(selections),
            ],
            by: " "
        )
    }
}

extension FragmentSpread {
    package var printed: String {
        "...\(name.text)" + PrintedLayout.wrapped(" ", PrintedLayout.directives(directives))
    }
}

extension InlineFragment {
    package var printed: String {
        PrintedLayout.joined(
            [
                "...",
                PrintedLayout.wrapped("on ", typeCondition?.text ?? ""),
                PrintedLayout.directives(directives),
                PrintedLayout.selectionSet(selections),
            ],
            by: " "
        )
    }
}

extension FragmentDefinition {
    package var printed: String {
        PrintedLayout.described(
            description,
            "fragment \(name.text) on \(typeCondition.text) "
                + PrintedLayout.wrapped("", PrintedLayout.directives(directives), " ")
                + PrintedLayout.selectionSet(selections)
        )
    }
}
