import GraphQLLanguage
import GraphQLSchema

/// Schemas by their SDL: a corpus asks hundreds of questions of the same one.
struct SchemaShelf {
    private static let capacity = 64
    private var known: [String: Schema] = [:]
    private var oldestFirst: [String] = []

    /// Builds a schema as graphql-js' `buildSchema` does: the rules for SDL must hold, those of the type system need not.
    mutating func schema(_ sdl: String) throws(ConformanceFailure) -> Schema {
        if let schema = known[sdl] { return schema }
        let schema: Schema
        do {
            schema = try Schema.build(sdl)
        } catch {
            throw ConformanceFailure("the schema is no schema: \(error.messages)")
        }
        if oldestFirst.count == Self.capacity { known[oldestFirst.removeFirst()] = nil }
        known[sdl] = schema
        oldestFirst.append(sdl)
        return schema
    }

    /// A schema that keeps the rules of the type system too.
    mutating func validSchema(_ sdl: String) throws(ConformanceFailure) -> Schema {
        let schema = try schema(sdl)
        let problems = schema.problems
        guard problems.isEmpty else {
            throw ConformanceFailure("the schema is not valid: \(problems.map(\.message).joined(separator: " "))")
        }
        return schema
    }
}

extension SchemaFailure {
    /// Every problem's message, on one line.
    var messages: String { diagnostics.map(\.message).joined(separator: " ") }
}
