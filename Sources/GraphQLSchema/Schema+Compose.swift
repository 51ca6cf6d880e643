import GraphQLLanguage

extension Schema {
    /// Composes fragments into one checked schema, or reports every problem with its plugin, file and line.
    ///
    /// A fragment may extend a root type that no fragment defines; connection types that a field names are generated
    /// (Relay Cursor Connections). `directives` is the SDL of the engine's own directives: known while composing, left
    /// out of the result together with the types they need; where they are applied they stay on the elements.
    package static func compose(
        _ fragments: [SchemaFragment],
        directives: String = ""
    ) throws(SchemaFailure) -> Schema {
        var diagnostics = Diagnostics()
        var all = fragments
        if !directives.isEmpty {
            let source = Source(directives, name: "directives")
            all.insert(SchemaFragment(source: source, plugin: "engine", role: .engine), at: 0)
        }
        var definitions = definitions(of: all, &diagnostics)
        try diagnostics.throwIfAny()
        definitions.addRootTypes()
        definitions.addConnections()

        var checks = DefinitionChecks(definitions: definitions)
        checks.checkAll()
        checks.checkCompositionRules()
        let schema = Schema(assembling: definitions)
        var typeChecks = TypeSystemChecks(schema: schema, diagnostics: checks.diagnostics)
        typeChecks.checkAll()
        try typeChecks.diagnostics.throwIfAny()
        return schema
    }

    /// Builds a plain schema from SDL: the rules for SDL documents must hold, those of the type system are not checked.
    package static func build(_ sdl: String) throws(SchemaFailure) -> Schema {
        var diagnostics = Diagnostics()
        let source = Source(sdl, name: "schema")
        let fragment = SchemaFragment(source: source, plugin: "schema", role: .fragment)
        let definitions = definitions(of: [fragment], &diagnostics)
        try diagnostics.throwIfAny()
        var checks = DefinitionChecks(definitions: definitions)
        checks.checkAll()
        try checks.diagnostics.throwIfAny()
        return Schema(assembling: definitions)
    }

    /// What is wrong with the type system (GraphQL §3), empty for a valid schema.
    package var problems: [SchemaDiagnostic] {
        var checks = TypeSystemChecks(schema: self, diagnostics: Diagnostics())
        checks.checkAll()
        return checks.diagnostics.all
    }

    private static func definitions(of fragments: [SchemaFragment], _ diagnostics: inout Diagnostics) -> Definitions {
        var definitions = Definitions()
        for fragment in fragments {
            switch fragment.document {
            case .success(let document): definitions.append(document, from: fragment.origin)
            case .failure(let error):
                diagnostics.report(
                    "Syntax Error: \(error.message)",
                    at: fragment.origin.provenance(at: error.offset)
                )
            }
        }
        return definitions
    }

    convenience init(assembling definitions: Definitions) {
        let assembly = Assembly(definitions: definitions)
        let directives = assembly.directives(of: [.fragment])
        let names = Set(directives.map(\.name))
        self.init(
            description: definitions.schemas.lazy.compactMap(\.node.description?.text).first,
            types: Standard.adding(to: assembly.types(of: [.fragment]), and: directives),
            directives: directives + Standard.directives.filter { !names.contains($0.name) },
            queryTypeName: definitions.rootTypeName(for: .query),
            mutationTypeName: definitions.rootTypeName(for: .mutation),
            subscriptionTypeName: definitions.rootTypeName(for: .subscription)
        )
    }
}
