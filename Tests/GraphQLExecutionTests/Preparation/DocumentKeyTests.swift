import Testing

@testable import GraphQLExecution

@Suite("The keys of documents")
struct DocumentKeyTests {
    @Test("are equal for equal bytes only", arguments: [0, 1, 7, 8, 9, 16, 23, 1_000])
    func equality(count: Int) {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let key = DocumentKey(bytes)
        #expect(key == DocumentKey(Array(bytes)))
        #expect(key.hashValue == DocumentKey(Array(bytes)).hashValue)
        #expect(key != DocumentKey(bytes + [0]))
        for position in stride(from: 0, to: count, by: max(1, count / 20)) {
            var other = bytes
            other[position] ^= 1
            #expect(key != DocumentKey(other))
        }
    }

    @Test("of callers are equal for equal texts only")
    func callers() {
        #expect(CallerKey("a b") == CallerKey("a " + "b"))
        #expect(CallerKey("a b") != CallerKey("a c"))
        #expect(Set([CallerKey("a"), CallerKey("a"), CallerKey("b")]).count == 2)
    }
}
