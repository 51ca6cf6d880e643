import GraphQLExecution
import Testing

@Suite("Ids of type and key")
struct NodeIDTests {
    @Test(
        "An id is base64 of type, colon and key, and is read back",
        arguments: [
            ("Letter", "1", "TGV0dGVyOjE="), ("A", "", "QTo="), ("Court", "晋03", "Q291cnQ65pmLMDM="),
            ("A", "b:c", "QTpiOmM="),
        ]
    )
    func coding(_ typename: String, _ key: String, _ text: String) {
        let id = NodeID(typename: typename, key: key)
        #expect(id.encoded == text)
        #expect(NodeID.decode(text) == id)
    }

    @Test("A text that is no id is none", arguments: ["", "x", "TGV0dGVy", "TGV0dGVyOjE", "QTr/", "TGV0dGVyOjE=\n"])
    func others(_ text: String) { #expect(NodeID.decode(text) == nil) }

    private func written(_ key: CellValue, _ encoding: LeafEncoding) async throws -> String {
        try await OneShape.run("{ count }", [key]) { _, _ in .nodeID(typename: "A", key: 0, encoding) }
    }

    @Test("A key is written as its text")
    func keys() async throws {
        for (key, text) in [
            (0, "0"), (7, "7"), (10, "10"), (-12, "-12"), (.max, "9223372036854775807"), (.min, "-9223372036854775808"),
        ] as [(Int64, String)] {
            let id = NodeID(typename: "A", key: text).encoded
            #expect(try await written(.bytes(key.bigEndianBytes), .int8Text) == #"{"data":{"count":"\#(id)"}}"#)
        }
        #expect(try await written("b\"c", .text) == #"{"data":{"count":"QTpiImM="}}"#)
        let uuid = NodeID(typename: "A", key: "00010203-0405-0607-0809-0a0b0c0d0e0f").encoded
        #expect(try await written(.bytes(Array(0..<16)), .uuid) == #"{"data":{"count":"\#(uuid)"}}"#)
        #expect(try await written(nil, .int8) == #"{"data":{"count":null}}"#)
        #expect(try await written(.error("Lost."), .int8).contains("Lost."))
    }
}
