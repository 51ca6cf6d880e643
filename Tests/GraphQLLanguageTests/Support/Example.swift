import Testing

@testable import GraphQLLanguage

/// An example document of the specification, and how it is printed: as it is written unless said otherwise.
struct Example: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let printed: String

    init(_ sentence: String, _ text: String, printed: String? = nil) {
        testDescription = sentence
        self.text = text
        self.printed = printed ?? text
    }

    /// Expects that the document is printed so, and that it says the same printed and without what is ignored.
    func expect() throws {
        let example = try document(text)
        #expect(example.printed == printed)
        #expect(try outline(document(printed)) == outline(example))
        #expect(try outline(document(example.source.strippingIgnoredCharacters())) == outline(example))
    }
}
