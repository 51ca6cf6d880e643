package import GraphQLLanguage

/// The fields that `@change(of:)` and `@creation` give to an input object, read by the composer and the build tool alike.
package enum InputExpansion {
    /// The directive of an input that changes a row as it was read.
    package static let change = "change"
    /// The directive of an input under which a request is answered once.
    package static let creation = "creation"

    /// The directive of a mutation that does another one to each item of a list.
    package static let each = "each"
    /// The member of its input that is the list, each item an input of the other mutation.
    package static let items = "items"
    /// The member of its input that says whether it is only tried.
    package static let dryRun = "dryRun"

    /// The mutation that is done to each item, `assignLetter` of `@each(of: "assignLetter")`; nil for a mutation of its own.
    package static func repeatedMutation(in directives: [Directive]) -> String? {
        directives.first { $0.name.text == each }?.argument("of")?.stringText
    }

    /// Descriptions of the fields that are added.
    package static let versionText = "The version that was read; another: VERSION_CONFLICT"
    package static let requestText =
        "请求编号. The same key with the same input answers the first result again; "
        + "with other input IDEMPOTENCY_REUSED."

    /// The type whose rows an input changes, `Letter` of `@change(of: "Letter")`; nil for another input.
    package static func changedType(in directives: [Directive]) -> String? {
        directives.first { $0.name.text == change }?.argument("of")?.stringText
    }

    /// The input field that names the row to change: `letterId` for `Letter`.
    package static func keyField(of type: String) -> String {
        type.prefix(1).lowercased() + type.dropFirst() + "Id"
    }

    /// The fields that an input's directives add before and after its own.
    fileprivate static func fields(
        for directives: [Directive]
    ) -> (before: [InputValueDefinition], after: [InputValueDefinition]) {
        func field(_ name: String, _ text: String?, _ type: String, isNonNull: Bool, at offset: Int)
            -> InputValueDefinition
        {
            let named = TypeReference.named(Name(type, offset: offset))
            return InputValueDefinition(
                description: text.map { Description($0, isBlock: false, offset: offset) },
                name: Name(name, offset: offset),
                type: isNonNull ? .nonNull(named) : named,
                defaultValue: nil,
                directives: []
            )
        }

        guard let directive = directives.first(where: { [change, creation].contains($0.name.text) }) else {
            return ([], [])
        }
        let offset = directive.offset
        let after = [field("idempotencyKey", requestText, "String", isNonNull: false, at: offset)]
        guard let type = changedType(in: [directive]) else { return ([], after) }
        return (
            [
                field(keyField(of: type), nil, "ID", isNonNull: true, at: offset),
                field("version", versionText, "Int", isNonNull: true, at: offset),
            ], after
        )
    }
}

extension TypeSystemDefinition {
    /// The definition with the fields that its directives add; what is added stands where the directive does.
    package var expanded: TypeSystemDefinition {
        guard case .input(let fields) = body else { return self }
        let added = InputExpansion.fields(for: directives)
        guard !added.after.isEmpty else { return self }
        return TypeSystemDefinition(
            description: description,
            isExtension: isExtension,
            name: name,
            directives: directives,
            body: .input(fields: added.before + fields + added.after),
            offset: offset
        )
    }
}

extension Document {
    /// The document with every input object's added fields.
    package var expanded: Document {
        var document = self
        document.definitions = definitions.map { definition in
            if case .type(let type) = definition { .type(type.expanded) } else { definition }
        }
        return document
    }
}
