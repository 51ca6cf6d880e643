import Testing

@testable import GraphQLLanguage

/// Random input from a fixed seed (SplitMix64), so that a failure can be repeated.
private struct FixedRandom: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

struct FuzzTests {
    /// What a document is printed as, nil if it is none; fails the test if printing is not stable.
    private func checkStability(_ source: Source) -> Bool {
        guard let document = try? Document(parsing: source) else { return false }
        let printed = document.printed
        let again = try? Document(parsing: Source(printed))
        #expect(again?.printed == printed, "\(source.bytes)")
        return true
    }

    @Test("20,000 random byte sequences are errors or stable documents, never a crash")
    func bytes() {
        var random = FixedRandom(state: 20_250_901)
        for _ in 0..<20_000 {
            let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
            _ = checkStability(Source(bytes: bytes))
        }
    }

    @Test("20,000 random token sequences are errors or stable documents, never a crash")
    func tokens() {
        let tokens = [
            "{", "}", "{", "}", "(", ")", "[", "]", ":", "=", "!", "|", "&", "@", "$", "...", "query", "fragment", "on",
            "type", "enum", "input", "union", "extend", "schema", "a", "B", "true", "null", "1", "-2.5", "\"s\\n\"",
            "\"\"\"\n  b\n   c\\\"\"\"\"\"\"", "#c\n", "信", "\"😀", "\\",
        ]
        var random = FixedRandom(state: 7)
        for _ in 0..<20_000 {
            let text = (0..<Int.random(in: 1...15, using: &random)).map { _ in
                tokens[Int.random(in: 0..<tokens.count, using: &random)]
            }
            _ = checkStability(Source(text.joined(separator: " ")))
        }
    }

    @Test("Documents with a random byte changed are errors or stable documents")
    func mutations() {
        var random = FixedRandom(state: 42)
        var stable = 0
        for original in [KitchenSinkTests.executable, KitchenSinkTests.typeSystem] {
            let bytes = Array(original.utf8)
            for _ in 0..<1_000 {
                var changed = bytes
                changed[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
                if checkStability(Source(bytes: changed)) { stable += 1 }
            }
        }
        #expect(stable > 100)
    }

    @Test("Random block strings mean the same after printing")
    func blockStrings() throws {
        let pieces = ["a", " ", "  ", "\n", "\t", "\"", "\\", "\\\"\"\"", "信", "\r\n", "\n\n"]
        var random = FixedRandom(state: 3)
        for _ in 0..<5_000 {
            let raw = (0..<Int.random(in: 0...12, using: &random)).map { _ in
                pieces[Int.random(in: 0..<pieces.count, using: &random)]
            }.joined()
            guard let first = try? value("\"\"\"\(raw)\"\"\"") else { continue }
            let second = try value(first.printed)
            #expect(second.stringText == first.stringText, "\(raw.debugDescription)")
        }
    }
}
