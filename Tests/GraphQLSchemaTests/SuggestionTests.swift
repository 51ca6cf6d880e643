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

    @Test("What takes more edits than two fifths of the name's length plus one is not close")
    func threshold() {
        #expect(Suggestions.closest(to: "abcde", among: ["abcxyz", "abxyz", "awxyz"]) == ["abcxyz", "abxyz"])
        #expect(Suggestions.closest(to: "abcdefghij", among: ["abcde", "abcd"]) == ["abcde"])
        #expect(Suggestions.closest(to: "", among: ["a", "ab", ""]) == ["", "a"])
    }

    @Test("Names of any characters are compared, by code points")
    func unicode() {
        #expect(Suggestions.closest(to: "信访件", among: ["信访", "件访信", "🏛"]) == ["信访", "件访信"])
        #expect(Suggestions.closest(to: "STRASSE", among: ["straße", "strasse"]) == ["strasse", "straße"])
    }

    @Test("A name repeated among the options is offered once")
    func repeated() {
        #expect(Suggestions.closest(to: "ab", among: ["ac", "ac", "ab"]) == ["ab", "ac"])
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
