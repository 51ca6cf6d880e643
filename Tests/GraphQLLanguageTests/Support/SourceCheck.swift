import Testing

@testable import GraphQLLanguage

/// Reads a source in every way there is, and expects that the ways agree.
struct SourceCheck {
    /// Whether the source is a document.
    let isDocument: Bool

    init(_ source: Source) {
        _ = try? SchemaCoordinate(parsing: source)
        _ = try? Value(parsing: source)
        _ = try? TypeReference(parsing: source)
        let stripped = try? source.strippingIgnoredCharacters()
        guard let document = try? Document(parsing: source) else {
            isDocument = false
            return
        }
        isDocument = true
        let printed = document.printed
        let again = try? Document(parsing: Source(printed))
        #expect(again?.printed == printed, "\(source.bytes)")
        let short = stripped.flatMap { try? Document(parsing: Source($0)) }
        #expect(short?.printed == printed, "\(source.bytes)")
        _ = document.separatedOperations
    }
}
