import GraphQLLanguage

/// The directives applied to one element.
struct DirectiveSite {
    let directives: [Directive]
    let location: DirectiveLocation
    let origin: Origin
    /// Sites with one key are parts of one element: a type and its extensions.
    let key: String?
}

extension DefinitionChecks {
    /// Applied directives are known, allowed there, not repeated, and have the arguments they need (GraphQL §3.13).
    mutating func checkAppliedDirectives() {
        var seen: [String: [String: Provenance?]] = [:]
        for site in directiveSites {
            var names = site.key.map { seen[$0] ?? [:] } ?? [:]
            for directive in site.directives {
                let place = site.origin.provenance(at: directive.offset)
                checkUniqueArguments(of: directive, site.origin)
                guard let definition = directives[directive.name.text] else {
                    diagnostics.report("Unknown directive \"@\(directive.name.text)\".", at: place)
                    continue
                }
                if !definition.locations.contains(site.location.rawValue) {
                    diagnostics.report(
                        "Directive \"@\(definition.name)\" may not be used on \(site.location.rawValue).",
                        at: place
                    )
                }
                if !definition.isRepeatable, let first = names[definition.name] {
                    diagnostics.report(
                        "The directive \"@\(definition.name)\" can only be used once at this location.",
                        at: place,
                        first
                    )
                }
                names[definition.name] = place
                checkArguments(of: directive, definition, site.origin)
            }
            if let key = site.key { seen[key] = names }
        }
    }

    private mutating func checkUniqueArguments(of directive: Directive, _ origin: Origin) {
        var names: Set<String> = []
        for argument in directive.arguments where !names.insert(argument.name.text).inserted {
            diagnostics.report(
                "There can be only one argument named \"\(argument.name.text)\".",
                at: origin.provenance(at: argument.name.offset)
            )
        }
    }

    private mutating func checkArguments(of directive: Directive, _ definition: SchemaDirective, _ origin: Origin) {
        let known = definition.arguments.map(\.name)
        for argument in directive.arguments where !known.contains(argument.name.text) {
            diagnostics.report(
                "Unknown argument \"\(argument.name.text)\" on directive \"@\(definition.name)\"."
                    + Suggestions.didYouMean(argument.name.text, among: known),
                at: origin.provenance(at: argument.name.offset)
            )
        }
        for argument in definition.arguments
        where argument.isRequired && directive.argument(argument.name) == nil {
            diagnostics.report(
                """
                Directive "@\(definition.name)" argument "\(argument.name)" of type "\(argument.type)" is required, \
                but it was not provided.
                """,
                at: origin.provenance(at: directive.offset)
            )
        }
    }

    /// Everything that can carry directives, in document order.
    var directiveSites: [DirectiveSite] {
        var sites: [DirectiveSite] = []
        func add(_ directives: [Directive], _ location: DirectiveLocation, _ origin: Origin, key: String? = nil) {
            guard !directives.isEmpty else { return }
            sites.append(DirectiveSite(directives: directives, location: location, origin: origin, key: key))
        }
        for schema in definitions.schemas { add(schema.node.directives, .schema, schema.origin, key: "schema") }
        for type in definitions.types {
            let node = type.node
            add(node.directives, node.directiveLocation, type.origin, key: "type \(node.name.text)")
            for field in node.fields {
                add(field.directives, .fieldDefinition, type.origin)
                for argument in field.arguments { add(argument.directives, .argumentDefinition, type.origin) }
            }
            for value in node.values { add(value.directives, .enumValue, type.origin) }
            for field in node.inputFields { add(field.directives, .inputFieldDefinition, type.origin) }
        }
        for directive in definitions.directives {
            for argument in directive.node.arguments {
                add(argument.directives, .argumentDefinition, directive.origin)
            }
        }
        return sites
    }
}
