import DocketTesting
import Foundation
import GraphQLLanguage
import PluginKit
import Testing

@Suite("Cursors of the served API")
struct CursorTests {
    private static func page(_ court: TestCourt, _ arguments: String, field: String = "letters") async -> JSONValue {
        await court.send(
            "{ \(field)(\(arguments)) { edges { cursor node { id } } pageInfo { startCursor endCursor hasNextPage } } }"
        )
    }

    private static func cursors(_ page: JSONValue, field: String = "letters") -> [String] {
        page[path: "data.\(field).edges"].items.compactMap { $0["cursor"]?.text }
    }

    @Test("They show nothing of the rows: neither ids nor dates nor numbers, in no form")
    func opaque() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let orders = ["", "orderBy: [{field: LETTER_NO}]", "orderBy: [{field: RECEIVED_ON, direction: DESC}]"]
            for order in orders {
                let answer = await court.send(
                    "{ letters(first: 50 \(order)) { edges { cursor node { id letterNo receivedOn } } } }"
                )
                let edges = answer[path: "data.letters.edges"].items
                #expect(edges.count == 50)
                var first: [UInt8] = []
                for edge in edges {
                    let bytes = try #require(Data(base64Encoded: edge["cursor"]?.text ?? "").map { [UInt8]($0) })
                    let id = try #require(edge[path: "node.id"].text)
                    let number = try #require(edge[path: "node.letterNo"].text)
                    let bigEndian = try #require(Int64(id)).bigEndian
                    let forms = [Array(number.utf8), withUnsafeBytes(of: bigEndian) { Array($0) }]
                    for form in forms { #expect(!bytes.contains(form)) }
                    #expect(!bytes.contains([0, 0, 0]), "the zeros of a small number")
                    // Two cursors begin alike by chance only.
                    #expect(!first.starts(with: bytes.prefix(8)))
                    first = bytes
                }
            }
        }
    }

    @Test("They lead through all pages, forward and backward, and are equal each time")
    func walk() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            var ids: [JSONValue] = []
            var after = ""
            repeat {
                let page = await Self.page(court, "first: 7 \(after)")
                ids += page[path: "data.letters.edges"].items.map { $0[path: "node.id"] }
                let end = try #require(page[path: "data.letters.pageInfo.endCursor"].text)
                #expect(Self.cursors(page).last == end)
                after = "after: \"\(end)\""
                if page[path: "data.letters.pageInfo.hasNextPage"] != true { break }
            } while true
            let all = await Self.page(court, "first: 50")
            #expect(ids == all[path: "data.letters.edges"].items.map { $0[path: "node.id"] })
            #expect(Self.cursors(all) == Self.cursors(await Self.page(court, "first: 50")))
            let last = try #require(Self.cursors(all).last)
            let backward = await Self.page(court, "last: 3, before: \"\(last)\"")
            #expect(Self.cursors(backward) == Array(Self.cursors(all)[46..<49]))
        }
    }

    @Test("Changed, handmade, of an earlier format, or of another question: BAD_CURSOR")
    func refused() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            func expectRefused(_ arguments: String, field: String = "letters") async {
                let answer = await Self.page(court, arguments, field: field)
                #expect(answer.codes == ["BAD_CURSOR"], "\(field)(\(arguments)): \(answer)")
                #expect(answer[path: "errors.0.message"].text?.hasPrefix("游标无效") == true)
            }
            let page = await Self.page(court, "first: 3")
            let own = try #require(Self.cursors(page).last)
            let bytes = try #require(Data(base64Encoded: own))
            for position in bytes.indices {
                var changed = bytes
                changed[position] ^= 1 << UInt8(position % 8)
                await expectRefused("after: \"\(changed.base64EncodedString())\"")
            }
            await expectRefused("after: \"\(bytes.dropLast().base64EncodedString())\"")
            await expectRefused("after: \"\(own)\", orderBy: [{field: LETTER_NO}]")
            await expectRefused("after: \"\(own)\", filter: {state: [REGISTERED]}")
            await expectRefused("before: \"\(own)\"", field: "dossiers")
            // A fingerprint, a date and a key in clear, as they once were.
            for text in ["g2jo3QAAAAQAAAABAAAAAWQAAAAIAAAAAAAAAA0=", "", "x", "游标"] {
                await expectRefused("after: \"\(text)\"")
            }
            let filtered = await Self.page(court, "first: 1, filter: {state: [REGISTERED]}")
            let other = try #require(Self.cursors(filtered).last)
            await expectRefused("after: \"\(other)\"")
            let next = await Self.page(court, "first: 1, after: \"\(other)\", filter: {state: REGISTERED}")
            #expect(next["errors"] == nil, "\(next)")
        }
    }
}
