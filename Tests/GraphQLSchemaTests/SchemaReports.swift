import GraphQLLanguage
import GraphQLSchema

/// What one rule says of an SDL document: each message with its locations, `Unknown type "A". (1:6, 2:4)`.
func report(
    _ rule: SDLRule,
    _ sdl: String,
    extending schema: String? = nil,
    hidesSuggestions: Bool = false
) throws -> [String] {
    let base = try schema.map { try Schema.build($0) }
    let document = try Document(parsing: Source(sdl))
    return validateSDL(document, extending: base, rules: [rule], hidesSuggestions: hidesSuggestions).map(\.report)
}

/// What is wrong with a plain schema's type system: each message with its locations.
func typeSystemReport(of sdl: String) throws -> [String] {
    try Schema.build(sdl).problems.map(\.graphQLError.report)
}

extension GraphQLError {
    /// The message, followed by the locations if there are any.
    var report: String {
        guard !locations.isEmpty else { return message }
        return "\(message) (\(locations.map { "\($0.line):\($0.column)" }.joined(separator: ", ")))"
    }
}

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
