import GraphQLLanguage

extension DefinitionChecks {
    /// Object literals name each field once (GraphQL §5.6.3), in default values and in arguments of directives.
    mutating func checkLiteralFields() {
        for site in directiveSites {
            for argument in site.directives.flatMap(\.arguments) { check(argument.value, site.origin) }
        }
        for type in definitions.types {
            for argument in type.node.fields.flatMap(\.arguments) + type.node.inputFields {
                if let value = argument.defaultValue { check(value, type.origin) }
            }
        }
        for directive in definitions.directives {
            for argument in directive.node.arguments {
                if let value = argument.defaultValue { check(value, directive.origin) }
            }
        }
    }

    private mutating func check(_ value: Value, _ origin: Origin) {
        switch value.kind {
        case .list(let items):
            for item in items { check(item, origin) }
        case .object(let fields):
            var names: Set<String> = []
            for field in fields {
                if !names.insert(field.name.text).inserted {
                    diagnostics.report(
                        "There can be only one input field named \"\(field.name.text)\".",
                        at: origin.provenance(at: field.name.offset)
                    )
                }
                check(field.value, origin)
            }
        default: break
        }
    }
}
