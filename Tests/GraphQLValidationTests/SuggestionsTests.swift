import GraphQLLanguage
import GraphQLValidation
import Testing

struct SuggestionsTests {
    private func message(_ field: String, among fields: String) throws -> String {
        let errors = try Zoo.errors(
            in: "{ \(field) }",
            breaking: [.fieldsOnCorrectType],
            schema: "type Query { \(fields) }"
        )
        return try #require(errors.first).message.replacing(
            "Cannot query field \"\(field)\" on type \"Query\".",
            with: ""
        )
    }

    @Test("Nothing is suggested where nothing is close")
    func none() throws { #expect(try message("input", among: "x: Int zebra: Int") == "") }

    @Test("One name is suggested")
    func one() throws { #expect(try message("naem", among: "name: Int id: Int") == #" Did you mean "name"?"#) }

    @Test("Two names are joined by or")
    func two() throws { #expect(try message("ab", among: "a: Int b: Int") == #" Did you mean "a" or "b"?"#) }

    @Test("Closer names come first, equally close ones in natural order, five at most")
    func order() throws {
        #expect(
            try message("abc", among: "abc10: Int abc2: Int abcd: Int ab: Int bbc: Int ac: Int bc: Int")
                == #" Did you mean "ab", "abc2", "abcd", "ac", or "bbc"?"#
        )
    }

    @Test("Case alone is one edit, and so is a swap of neighbours")
    func edits() throws {
        #expect(try message("verylongname", among: "veryLongName: Int") == #" Did you mean "veryLongName"?"#)
        #expect(try message("ba", among: "ab: Int") == #" Did you mean "ab"?"#)
    }

    @Test("A very long name is refused without a suggestion, and not repeated in full")
    func longName() throws {
        let name = String(repeating: "x", count: 100_000)
        let errors = try Zoo.errors(in: "{ \(name) }", breaking: [.fieldsOnCorrectType])
        let message = try #require(errors.first).message
        #expect(message.hasPrefix(#"Cannot query field "xxx"#))
        #expect(message.hasSuffix("xxx…"))
        #expect(message.count == 4_001)
    }
}
