import GraphQLLanguage

extension DefinitionChecks {
    /// Types, directives, fields, arguments and enum values are defined once, over all fragments.
    mutating func checkUniqueNames() {
        let bases = definitions.types.filter { !$0.node.isExtension }
        reportRepeated(bases.map { ($0.node.name, $0.origin) }) { "There can be only one type named \"\($0)\"." }
        reportRepeated(definitions.directives.map { ($0.node.name, $0.origin) }) {
            "There can be only one directive named \"@\($0)\"."
        }
        checkUniqueMembers()
        for directive in definitions.directives {
            checkUniqueArguments(directive.node.arguments, of: "@\(directive.node.name.text)", directive.origin)
        }
    }

    private mutating func checkUniqueMembers() {
        var names: [String] = []
        var parts: [String: [Sourced<TypeSystemDefinition>]] = [:]
        for type in definitions.types {
            let name = type.node.name.text
            if parts[name] == nil { names.append(name) }
            parts[name, default: []].append(type)
        }
        for name in names {
            let parts = parts[name] ?? []
            let fields = parts.flatMap { part in
                (part.node.fields.map(\.name) + part.node.inputFields.map(\.name)).map { ($0, part.origin) }
            }
            reportRepeated(fields) { "Field \"\(name).\($0)\" can only be defined once." }
            let values = parts.flatMap { part in part.node.values.map { ($0.name, part.origin) } }
            reportRepeated(values) { "Enum value \"\(name).\($0)\" can only be defined once." }
            for part in parts {
                for field in part.node.fields {
                    checkUniqueArguments(field.arguments, of: "\(name).\(field.name.text)", part.origin)
                }
            }
        }
    }

    private mutating func checkUniqueArguments(
        _ arguments: [InputValueDefinition],
        of owner: String,
        _ origin: Origin
    ) {
        reportRepeated(arguments.map { ($0.name, origin) }) {
            "Argument \"\(owner)(\($0):)\" can only be defined once."
        }
    }

    private mutating func reportRepeated(_ names: [(Name, Origin)], message: (String) -> String) {
        var places: [String: Provenance?] = [:]
        for (name, origin) in names {
            let place = origin.provenance(at: name.offset)
            if let first = places[name.text] {
                diagnostics.report(message(name.text), at: place, first)
            } else {
                places[name.text] = place
            }
        }
    }
}
