import GraphQLLanguage
import GraphQLSchema
import GraphQLValidation
import Testing

/// A document and what one rule says about it; without errors, the document keeps the rule.
struct Check: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let document: String
    /// `line:column,…: message`.
    let errors: [String]

    init(_ sentence: String, _ document: String, _ errors: String...) {
        testDescription = sentence
        self.document = document
        self.errors = errors
    }

    /// Expects exactly these errors of a rule, in any order.
    func expect(_ rule: ValidationRule, schema: String = Zoo.sdl, options: ValidationOptions = ValidationOptions())
        throws
    {
        let found = try Zoo.errors(in: document, breaking: [rule], schema: schema, options: options)
        #expect(found.map(\.written).sorted() == errors.sorted())
        #expect(found.allSatisfy { $0.code == "GRAPHQL_VALIDATION_FAILED" })
    }
}

extension GraphQLError {
    /// Locations and message on one line.
    var written: String {
        "\(locations.map { "\($0.line):\($0.column)" }.joined(separator: ",")): \(message)"
    }
}
