import GraphQLSchema
import Testing

@Suite("Suggestions")
struct SuggestionTests {
    @Test("Close names come by distance, then in natural order")
    func order() {
        #expect(
            Suggestions.closest(to: "titel", among: ["title", "tiles", "total", "letter"]) == [
                "title", "tiles", "total",
            ]
        )
        #expect(Suggestions.closest(to: "a", among: ["b", "a10", "a9"]) == ["a9", "b"])
        #expect(Suggestions.closest(to: "item", among: ["item10", "item9"]) == ["item9", "item10"])
    }

    @Test("A change of case or a swap of neighbours is one edit")
    func edits() {
        #expect(Suggestions.closest(to: "verylongname", among: ["VERYLONGNAME"]) == ["VERYLONGNAME"])
        #expect(Suggestions.closest(to: "ab", among: ["ba", "xyz"]) == ["ba"])
    }

    @Test(
        "The list reads as English",
        arguments: [
            ([], ""),
            (["aa"], " Did you mean \"aa\"?"),
            (["aa", "ac"], " Did you mean \"aa\" or \"ac\"?"),
            (["aa", "ac", "ad"], " Did you mean \"aa\", \"ac\", or \"ad\"?"),
            (["aa", "ac", "ad", "ae", "af", "ag"], " Did you mean \"aa\", \"ac\", \"ad\", \"ae\", or \"af\"?"),
        ]
    )
    func list(names: [String], text: String) {
        #expect(Suggestions.didYouMean("ab", among: names) == text)
    }

    @Test("The kind of name can be said")
    func kind() {
        #expect(
            Suggestions.didYouMean("REDD", among: ["RED"], kind: "the enum value")
                == " Did you mean the enum value \"RED\"?"
        )
    }
}
