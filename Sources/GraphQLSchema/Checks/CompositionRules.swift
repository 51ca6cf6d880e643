import GraphQLLanguage

extension DefinitionChecks {
    /// What a composed schema must keep beyond the rules for any SDL document: nothing but type system definitions,
    /// no redefinition of what is built in, no directive that needs itself, and directive arguments of the right type.
    mutating func checkCompositionRules() {
        for executable in definitions.executables {
            diagnostics.report(
                "The \(executable.node.text) does not belong into a schema.",
                at: executable.provenance(at: executable.node.offset)
            )
        }
        checkBuiltIns()
        checkDirectiveCycles()
        checkDirectiveValues()
    }

    private mutating func checkBuiltIns() {
        for type in definitions.types where !type.node.isExtension {
            let name = type.node.name
            guard Standard.typeNames.contains(name.text) else { continue }
            diagnostics.report(
                "Type \"\(name.text)\" is built in and cannot be defined.",
                at: type.provenance(at: name.offset)
            )
        }
        for directive in definitions.directives {
            let name = directive.node.name
            guard Standard.directives.contains(where: { $0.name == name.text }) else { continue }
            diagnostics.report(
                "Directive \"@\(name.text)\" is built in and cannot be defined.",
                at: directive.provenance(at: name.offset)
            )
        }
    }

    private mutating func checkDirectiveValues() {
        let types = Assembly(definitions: definitions).types(of: [.engine, .fragment])
        let index = Dictionary((types + Standard.types).map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        for site in directiveSites {
            for directive in site.directives {
                guard let definition = directives[directive.name.text] else { continue }
                for expected in definition.arguments {
                    guard let argument = directive.arguments.first(where: { $0.name.text == expected.name }) else {
                        continue
                    }
                    for problem in LiteralCheck.problems(of: argument.value, as: expected.type, types: { index[$0] }) {
                        diagnostics.report(
                            """
                            Argument "@\(definition.name)(\(expected.name):)" has invalid value\(problem.path): \
                            \(problem.message)
                            """,
                            at: site.origin.provenance(at: problem.offset)
                        )
                    }
                }
            }
        }
    }
}
