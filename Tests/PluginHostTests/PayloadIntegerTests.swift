import GraphQLExecution
import GraphQLLanguage
import PluginKit
import Testing

@testable import PluginHost

@Suite("Integers of a payload")
struct PayloadIntegerTests {
    private func close(_ lines: [Int]) async throws -> Desk.Answer {
        let command = Command(name: "close") { _, _ in
            let notes = lines.map { Payload(cells: [(name: "line", cell: .integer(of: $0))]) }
            return Payload(
                cells: [(name: "letter", cell: .null)],
                lists: [(name: "letters", items: []), (name: "notes", items: notes)]
            )
        }
        var answer: Desk.Answer?
        try await Desk.openOwn { desk in
            answer = try await desk.ask(
                "mutation { close(input: { id: 1 }) { notes { line } } }",
                commands: [command]
            )
        }
        return try #require(answer)
    }

    @Test("stand as they are up to the ends of Int's range")
    func inRange() async throws {
        let answer = try await close([Int(Int32.max), Int(Int32.min)])
        #expect(answer.json == #"{"data":{"close":{"notes":[{"line":2147483647},{"line":-2147483648}]}}}"#)
    }

    @Test("are an error beyond them, never another number", arguments: [Int(Int32.max) + 1, Int(Int32.min) - 1, .max])
    func outOfRange(_ line: Int) async throws {
        let answer = try await close([1, line])
        let json = try JSONReader.read(Array(answer.json.utf8))
        #expect(json["data"] == .object([.init("close", .null)]), "\(answer.json)")
        #expect(answer.json.contains(#""path":["close","notes",1,"line"],"extensions":{"code":"VALUE_OUT_OF_RANGE"}"#))
        #expect(answer.json.contains("Int cannot represent non 32-bit signed integer value"))
        #expect(!answer.json.contains("2147483647"))
        #expect(answer.log == [])
    }

    @Test("are kept as what they were for a repeated request")
    func kept() {
        let cells: [(name: String, cell: PayloadCell)] = [
            (name: "a", cell: .integer(of: 7)), (name: "b", cell: .integer(of: .max)), (name: "c", cell: .null),
        ]
        let again = PayloadRecord.decode(PayloadRecord.encode(Payload(cells: cells)))
        #expect(again?.cells.map(\.cell) == [.integer(7), .outOfRange, .null])
    }
}
