import Testing

@testable import NIOOpenSSL

@Suite("Application protocols")
struct ProtocolListTests {
    private func choice(_ own: [String], _ offer: [UInt8]) throws -> Range<Int>? {
        try ProtocolList(own).firstChoice(from: offer.span)
    }

    private func wire(_ names: String...) throws -> [UInt8] { try ProtocolList(names).wire }

    @Test("The server's order decides, not the client's")
    func preference() throws {
        let offer = try wire("h2", "http/1.1")
        #expect(try choice(["http/1.1", "h2"], offer) == 4..<12)
        #expect(try choice(["h2", "http/1.1"], offer) == 1..<3)
    }

    @Test("Nothing in common is no choice, nor is a name that only begins alike")
    func noneInCommon() throws {
        #expect(try choice(["http/1.1"], wire("h2")) == nil)
        #expect(try choice(["http/1.1"], wire("http/1.10")) == nil)
        #expect(try choice(["http/1.1"], []) == nil)
    }

    @Test("A truncated offer is no choice")
    func truncated() throws {
        #expect(try choice(["h2"], [9, 0x68, 0x32]) == nil)
        #expect(try choice(["h2"], [2, 0x68]) == nil)
    }

    @Test("Empty and overlong names are refused", arguments: ["", String(repeating: "x", count: 256)])
    func invalidName(_ name: String) {
        let error = #expect(throws: TLSError.self) { try ProtocolList(["h2", name]) }
        #expect(error?.code == .configurationRejected)
        #expect(error?.message == "\"\(name)\" is no application protocol: 1 to 255 bytes are.")
    }
}
