package import GraphQLLanguage

extension Schema {
    /// Builds a plain schema from SDL: the rules for SDL documents must hold, those of the type system are not checked.
    package static func build(_ sdl: String) throws(SchemaFailure) -> Schema {
        let fragment = SchemaFragment(source: Source(sdl, name: "schema"), plugin: "schema", role: .fragment)
        switch fragment.document {
        case .success(let document): return try build(document, from: fragment.origin)
        case .failure(let error):
            var diagnostics = Diagnostics()
            diagnostics.report(error, in: fragment.origin)
            throw SchemaFailure(diagnostics: diagnostics.all)
        }
    }

    /// Builds a plain schema from a document: the rules for SDL documents must hold, those of the type system are not
    /// checked.
    ///
    /// Operations and fragments in the document have no effect.
    package static func build(_ document: Document) throws(SchemaFailure) -> Schema {
        try build(document, from: Origin(of: document))
    }

    /// A new schema with a document's definitions and extensions (GraphQL §3.3.2, §3.4.3): the rules for SDL documents
    /// must hold, those of the type system are not checked.
    ///
    /// What is new comes after what there was. What is built in stays as it is, even if it is extended.
    package func extended(by document: Document) throws(SchemaFailure) -> Schema {
        var definitions = Definitions()
        definitions.append(document, from: Origin(of: document))
        try definitions.check(extending: self)
        return Schema(assembling: definitions, extending: self)
    }

    private static func build(_ document: Document, from origin: Origin) throws(SchemaFailure) -> Schema {
        var definitions = Definitions()
        definitions.append(document, from: origin)
        try definitions.check()
        return Schema(assembling: definitions)
    }
}

extension Definitions {
    fileprivate func check(extending schema: Schema? = nil) throws(SchemaFailure) {
        var problems = problems(extending: schema)
        if problems.isEmpty { problems = self.problems(extending: schema, rules: [ReadDirectiveValuesRule.self]) }
        if !problems.isEmpty { throw SchemaFailure(diagnostics: problems) }
    }
}
