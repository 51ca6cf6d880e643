import GraphQLSchema
import Testing

@Suite("Natural order")
struct NaturalOrderTests {
    @Test(
        "Runs of digits count as numbers, the rest as text",
        arguments: [
            ("", "a"), ("", "1"), ("A", "AA"), ("A1", "A1A"), ("1", "2"), ("2", "11"), ("02", "11"), ("011", "200"),
            ("a0a", "a9a"), ("a00a", "a09a"), ("a0a1", "a0a9"), ("a10a11a", "a10a19a"), ("a10a11a", "a10a11b"),
            ("item9", "item10"), ("B", "_"), ("Z", "a"), ("a1", "a_"), ("a1", "aB"),
            ("a99999999999999999998", "a99999999999999999999"),
        ]
    )
    func order(before: String, after: String) {
        #expect(NaturalOrder.precedes(before, after))
        #expect(!NaturalOrder.precedes(after, before))
    }

    @Test(
        "Equal numbers compare as text",
        arguments: [
            ("01", "1"), ("001", "01"), ("a01b", "a1a"), ("0", "00"), ("a0", "a00"),
        ]
    )
    func leadingZeros(before: String, after: String) {
        #expect(NaturalOrder.precedes(before, after))
        #expect(!NaturalOrder.precedes(after, before))
    }

    @Test("A name does not come before itself", arguments: ["", "a", "a10", "007", "_"])
    func same(name: String) {
        #expect(!NaturalOrder.precedes(name, name))
    }
}
