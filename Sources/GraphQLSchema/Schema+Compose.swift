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
        var all = fragments
        if !directives.isEmpty {
            let source = Source(directives, name: "directives")
            all.insert(SchemaFragment(source: source, plugin: "engine", role: .engine), at: 0)
        }
        var definitions = try Definitions(of: all)
        definitions.addRootTypes()
        definitions.addConnections()

        var diagnostics = Diagnostics()
        diagnostics.append(
            contentsOf: definitions.problems(rules: SDLRule.specified.map(\.type) + CompositionRules.all)
        )
        let schema = Schema(assembling: definitions)
        diagnostics.append(contentsOf: schema.problems)
        if !diagnostics.all.isEmpty { throw SchemaFailure(diagnostics: diagnostics.sorted) }
        return schema
    }
}

extension Definitions {
    /// The definitions of all fragments, or every syntax error in them.
    fileprivate init(of fragments: [SchemaFragment]) throws(SchemaFailure) {
        self.init()
        var diagnostics = Diagnostics()
        for fragment in fragments {
            switch fragment.document {
            case .success(let document): append(document, from: fragment.origin)
            case .failure(let error): diagnostics.report(error, in: fragment.origin)
            }
        }
        if !diagnostics.all.isEmpty { throw SchemaFailure(diagnostics: diagnostics.sorted) }
    }
}

extension Diagnostics {
    mutating func report(_ error: SyntaxError, in origin: Origin) {
        report("Syntax Error: \(error.message)", at: [origin.provenance(at: error.offset)])
    }
}
