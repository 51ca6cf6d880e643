import GraphQLExecution
import Testing

@Suite("Cursor")
struct CursorTests {
    @Test(
        "reads back what it wrote",
        arguments: [[], [nil], [[1]], [[1, 2], nil, []], [[0xFF, 0xFE, 0xFD, 0xFC], [0]]] as [[[UInt8]?]]
    )
    func roundTrip(_ values: [[UInt8]?]) {
        let cursor = Cursor(fingerprint: 0xDEAD_BEEF, values: values)
        #expect(Cursor.decode(cursor.encoded) == cursor)
    }

    @Test("has the agreed layout")
    func layout() {
        #expect(Cursor(fingerprint: 1, values: [[0x41], nil]).encoded == "AAAAAQAAAAFB/////w==")
    }

    @Test(
        "refuses what is no cursor",
        arguments: [
            "", "A", "AAAA", "AAAAAQ=", "AAAAAR==", "====", "AAAA*Q==", "AAAAAQ==\n", "AAAAAQAAAAI=", "AAAAAQAAAAVB",
            "AAAAAf////4=", "AAAAAQAA", "信访信访",
        ]
    )
    func refused(_ text: String) { #expect(Cursor.decode(text) == nil) }
}
