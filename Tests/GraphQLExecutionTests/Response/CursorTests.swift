import GraphQLExecution
import Testing

@Suite("Cursor")
struct CursorTests {
    private static let scope = CursorScope(query: 1, choice: 2)

    private static func decoded(_ text: String, _ scope: CursorScope = scope) -> Cursor? {
        Cursor.decode(text, of: scope, by: ClearSeal())
    }

    @Test(
        "reads back what it wrote",
        arguments: [[], [nil], [[1]], [[1, 2], nil, []], [[0xFF, 0xFE, 0xFD, 0xFC], [0]]] as [[[UInt8]?]]
    )
    func roundTrip(_ values: [[UInt8]?]) throws {
        let cursor = Cursor(values: values)
        let text = try #require(cursor.encoded(of: Self.scope, by: ClearSeal()))
        #expect(Self.decoded(text) == cursor)
        #expect(Self.decoded(text, CursorScope(query: 1, choice: 3)) == nil)
        #expect(Self.decoded(text, CursorScope(query: 0, choice: 2)) == nil)
        #expect(cursor.encoded(of: Self.scope, by: BrokenSeal()) == nil)
    }

    @Test("has the agreed layout")
    func layout() {
        #expect(
            Cursor(values: [[0x41], nil]).encoded(of: Self.scope, by: ClearSeal()) == "AAAAAQAAAAIAAAABQf////8="
        )
    }

    @Test(
        "refuses what is no cursor",
        arguments: [
            "", "A", "AAAA", "AAAAAQAAAA==", "AAAAAQAAAAJ=", "====", "AAAA*QAAAAI=", "AAAAAQAAAAI=\n",
            "AAAAAQAAAAIAAAAC", "AAAAAQAAAAIAAAAFQQ==", "AAAAAQAAAAJ////+", "AAAAAQAAAAIAAA==", "信访信访",
        ]
    )
    func refused(_ text: String) { #expect(Self.decoded(text) == nil) }
}
