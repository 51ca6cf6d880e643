import GraphQLSchema

/// Messages of the problems that a plain schema's type system has.
func problems(of sdl: String) throws -> [String] {
    try Schema.build(sdl).problems.map(\.message)
}

/// Messages with which SDL is refused as no document of a schema, empty if it is accepted.
func refusals(of sdl: String) -> [String] {
    do throws(SchemaFailure) {
        _ = try Schema.build(sdl)
        return []
    } catch {
        return error.diagnostics.map(\.message)
    }
}

/// Diagnostics with their places, as composing reports them; empty if the fragments compose.
func diagnostics(of fragments: [SchemaFragment], directives: String = "") -> [String] {
    do throws(SchemaFailure) {
        _ = try Schema.compose(fragments, directives: directives)
        return []
    } catch {
        return error.diagnostics.map(\.description)
    }
}

func letters(_ text: String) -> SchemaFragment {
    SchemaFragment(plugin: "letters", file: "Letters.graphql", text: text)
}

func dossiers(_ text: String) -> SchemaFragment {
    SchemaFragment(plugin: "dossiers", file: "Dossiers.graphql", text: text)
}
