import GraphQLLanguage

extension SchemaInputValue {
    /// Whether the argument or input field carries a directive.
    package func isMarked(_ directive: String) -> Bool { directives.contains { $0.name.text == directive } }
}

extension Schema {
    /// Whether an argument or input field carries a directive, or a field of what it takes does.
    package func takes(_ input: SchemaInputValue, marked directive: String) -> Bool {
        input.isMarked(directive) || mayHold(input.type.namedType, marked: directive)
    }

    /// Whether a field of an input type, or of those in it, carries a directive.
    package func mayHold(_ inputType: String, marked directive: String) -> Bool {
        var seen: Set<String> = []
        var pending = [inputType]
        while let name = pending.popLast() {
            guard seen.insert(name).inserted, case .input(let type) = self.type(named: name) else { continue }
            if type.fields.contains(where: { $0.isMarked(directive) }) { return true }
            pending += type.fields.map(\.type.namedType)
        }
        return false
    }
}
