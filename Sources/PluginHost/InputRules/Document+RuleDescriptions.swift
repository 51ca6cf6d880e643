import GraphQLLanguage

extension Document {
    /// The document with each rule of an input said in its description.
    var describingInputRules: Document {
        var document = self
        document.definitions = definitions.map { definition in
            if case .type(let type) = definition { .type(type.describingInputRules) } else { definition }
        }
        return document
    }
}

extension TypeSystemDefinition {
    fileprivate var describingInputRules: TypeSystemDefinition {
        let body: Body
        switch self.body {
        case .input(let fields): body = .input(fields: fields.map(\.describingRules))
        case .object(let interfaces, let fields):
            body = .object(
                interfaces: interfaces,
                fields: fields.map { field in
                    FieldDefinition(
                        description: field.description,
                        name: field.name,
                        arguments: field.arguments.map(\.describingRules),
                        type: field.type,
                        directives: field.directives
                    )
                }
            )
        default: return self
        }
        return TypeSystemDefinition(
            description: description,
            isExtension: isExtension,
            name: name,
            directives: directives,
            body: body,
            offset: offset
        )
    }
}

extension InputValueDefinition {
    fileprivate var describingRules: InputValueDefinition {
        let rules = InputRules.declared(by: directives).map(\.text).filter { !$0.isEmpty }
        guard !rules.isEmpty else { return self }
        return InputValueDefinition(
            description: Description(
                Self.joined(description?.text, rules.joined(separator: "; ")),
                isBlock: false,
                offset: offset
            ),
            name: name,
            type: type,
            defaultValue: defaultValue,
            directives: directives
        )
    }

    /// A description with the rules after it, as one text.
    private static func joined(_ text: String?, _ rules: String) -> String {
        guard let text, !text.isEmpty else { return rules.prefix(1).uppercased() + rules.dropFirst() }
        return "\(text.hasSuffix(".") ? String(text.dropLast()) : text); \(rules)"
    }
}
