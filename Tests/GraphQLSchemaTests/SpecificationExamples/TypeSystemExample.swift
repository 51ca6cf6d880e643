import GraphQLLanguage
import GraphQLSchema
import Testing

/// An example of the type system definition language, with what it takes for granted.
struct TypeSystemExample: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let sdl: String
    let assumed: String
    let printed: String
    /// Messages with their locations; empty if the example is valid.
    let problems: [String]

    init(
        _ sentence: String,
        _ sdl: String,
        assuming assumed: String = "type Query { someField: String }",
        printed: String? = nil,
        problems: [String] = []
    ) {
        testDescription = sentence
        self.sdl = sdl
        self.assumed = assumed
        self.printed = printed ?? sdl
        self.problems = problems
    }

    /// The schema that the example is, or is a part of.
    var schema: Schema {
        get throws { try Schema.build("\(sdl)\n\(assumed)") }
    }

    /// Expects that the example is printed as it is written, that its schema has these problems, and that the schema
    /// that is printed has no other ones.
    func expect() throws {
        let document = try Document(parsing: Source(sdl))
        #expect(document.printed == printed)
        #expect(try Document(parsing: Source(printed)).printed == printed)
        let schema = try schema
        #expect(schema.problems.map(\.graphQLError.report) == problems)
        let again = try Schema.build(schema.printed)
        #expect(again.problems.map(\.message) == schema.problems.map(\.message))
        #expect(again.printed == schema.printed)
    }
}
