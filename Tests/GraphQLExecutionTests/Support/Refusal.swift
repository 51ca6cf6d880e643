import GraphQLLanguage
import GraphQLValidation
import Testing

/// Expects that a request is refused before execution with these errors, `line:column,…: message`, in any order.
func expectRefusal(
    _ problems: String...,
    sourceLocation: Testing.SourceLocation = #_sourceLocation,
    by request: () async throws -> String
) async {
    await #expect(sourceLocation: sourceLocation) {
        try await request()
    } throws: { error in
        guard let failure = error as? ValidationFailure else { return false }
        let written = failure.errors.map { error in
            "\(error.locations.map { "\($0.line):\($0.column)" }.joined(separator: ",")): \(error.message)"
        }
        return written.sorted() == problems.sorted()
    }
}
