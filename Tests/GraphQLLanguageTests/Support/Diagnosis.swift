import Testing

@testable import GraphQLLanguage

/// What reading a document ends in: `message (line:column)`, or nil when it is GraphQL.
func diagnosis(_ text: String, limits: ParserLimits = ParserLimits()) -> String? {
    diagnosis(Source(text), limits: limits)
}

func diagnosis(_ source: Source, limits: ParserLimits = ParserLimits()) -> String? {
    do throws(SyntaxError) {
        _ = try Document(parsing: source, limits: limits)
        return nil
    } catch {
        let location = source.location(at: error.offset)
        return "\(error.message) (\(location.line):\(location.column))"
    }
}

func document(_ text: String) throws -> Document { try Document(parsing: Source(text)) }

func value(_ text: String) throws -> Value { try Value(parsing: Source(text)) }

/// The only definition of a document, if it is an operation.
func operation(_ text: String) throws -> OperationDefinition {
    let definitions = try document(text).definitions
    try #require(definitions.count == 1)
    guard case .operation(let operation) = definitions[0] else { throw NotThat() }
    return operation
}

/// The only definition of a document, if it is a type.
func typeDefinition(_ text: String) throws -> TypeSystemDefinition {
    let definitions = try document(text).definitions
    try #require(definitions.count == 1)
    guard case .type(let type) = definitions[0] else { throw NotThat() }
    return type
}

/// The definition is of another kind than the test expects.
struct NotThat: Error {}
