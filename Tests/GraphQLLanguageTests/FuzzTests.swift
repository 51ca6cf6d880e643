import Testing

@testable import GraphQLLanguage

/// No input of any bytes crashes or hangs the parser, the printer or what else reads a source.
struct FuzzTests {
    /// Whether the source is a document; fails the test if what is printed is not the same document.
    @discardableResult
    private func check(_ source: Source) -> Bool {
        SourceCheck(source).isDocument
    }

    @Test("20,000 random byte sequences are errors or documents, never a crash")
    func bytes() {
        var random = FixedRandom(seed: 20_250_901)
        for _ in 0..<20_000 { check(Source(bytes: random.bytes(0...40))) }
    }

    @Test("20,000 random token sequences are errors or documents, never a crash")
    func tokens() {
        let tokens = [
            "{", "}", "{", "}", "(", ")", "[", "]", ":", "=", "!", "|", "&", "@", "$", "...", "query", "fragment", "on",
            "type", "enum", "input", "union", "extend", "schema", "directive", "implements", "a", "B", "true", "null",
            "1", "-2.5", "01", "1.e", "\"s\\n\"", "\"\\u{1F600}\"", "\"\\uD83D", "\"\"\"\n  b\n   c\\\"\"\"\"\"\"",
            "#c\n", "信", "\"😀", "\\", "\u{FEFF}", "..", "\0",
        ]
        var random = FixedRandom(seed: 7)
        for _ in 0..<20_000 {
            check(Source(random.many(1...15) { $0.pick(tokens) }.joined(separator: random.pick([" ", ""]))))
        }
    }

    @Test(
        "Documents with bytes changed, taken out, put in, doubled or cut off are errors or documents",
        arguments: [KitchenSinkTests.executable, KitchenSinkTests.typeSystem]
    )
    func mutations(text: String) {
        var random = FixedRandom(seed: 42)
        let original = Array(text.utf8)
        var documents = 0
        for _ in 0..<1_000 {
            var bytes = original
            for _ in 0..<random.number(1...3) { mutate(&bytes, &random) }
            if check(Source(bytes: bytes)) { documents += 1 }
        }
        #expect(documents > 50)
    }

    private func mutate(_ bytes: inout [UInt8], _ random: inout FixedRandom) {
        let start = random.number(0...bytes.count)
        let end = min(bytes.count, start + random.number(1...30))
        switch random.number(0...5) {
        case 0 where start < end: bytes[start] = UInt8.random(in: 0...255, using: &random)
        case 1 where start < end: bytes[start] ^= 1 << UInt8(random.number(0...7))
        case 2: bytes.removeSubrange(start..<end)
        case 3: bytes.insert(contentsOf: bytes[start..<end], at: start)
        case 4: bytes.insert(contentsOf: random.bytes(1...4), at: start)
        default: bytes.removeLast(bytes.count - end)
        }
    }

    @Test("§2.1 Well-formed text with a character cut or bent anywhere says where its bytes go wrong")
    func brokenUnicode() {
        let characters = ["é", "信", "😀", "\u{FEFF}", "\u{10FFFF}", "\u{E000}"]
        for character in characters {
            let bytes = Array(character.utf8)
            for count in 1..<bytes.count {
                for (before, after) in [
                    ("", ""), ("{ a(b: \"", "\") }"), ("# ", "\n{ a }"), ("\"\"\"", "\"\"\" type A"),
                ] {
                    let source = Source(bytes: Array(before.utf8) + bytes[..<count] + Array(after.utf8))
                    let byte = hexadecimal(UInt32(bytes[0]), digits: 2)
                    let expected = "Invalid UTF-8: unexpected byte 0x\(byte), expected UTF-8 text. (1:"
                    #expect(diagnosis(source)?.hasPrefix(expected) == true, "\(source.bytes)")
                    check(source)
                }
            }
        }
    }

    @Test("Random nesting to any depth is an error or a document")
    func nesting() {
        let levels = [
            "{a", "{a(b:", "[", "{c:", "...{", "...on A @d(e:", "(f:", "type A{b(c:", "=[", "\"d\"type A{\"e\"f:[",
        ]
        var random = FixedRandom(seed: 11)
        for _ in 0..<100 {
            let level = random.many(1...3) { $0.pick(levels) }.joined(separator: " ")
            check(Source(random.pick(["", "{"]) + String(repeating: level, count: random.pick([3, 198, 201, 5_000]))))
        }
    }

    @Test("§2.14 20,000 random coordinates are errors or printed as they were")
    func coordinates() {
        let pieces = ["A", "_b1", ".", "@", "(", ":", ")", ".field", "(arg:)", "@dir", " ", "\0", "é", "\"", "1", "\n"]
        var random = FixedRandom(seed: 5)
        var read = 0
        for _ in 0..<20_000 {
            let text = random.many(0...5) { $0.pick(pieces) }.joined()
            guard let coordinate = try? SchemaCoordinate(parsing: Source(text)) else { continue }
            #expect(coordinate.description == text)
            read += 1
        }
        #expect(read > 500)
    }

    @Test("§2.10.4 Random block strings mean the same after printing")
    func blockStrings() throws {
        let pieces = ["a", " ", "  ", "\n", "\t", "\"", "\\", "\\\"\"\"", "信", "\r\n", "\n\n"]
        var random = FixedRandom(seed: 3)
        for _ in 0..<5_000 {
            let raw = random.many(0...12) { $0.pick(pieces) }.joined()
            guard let first = try? value("\"\"\"\(raw)\"\"\"") else { continue }
            let second = try value(first.printed)
            #expect(second.stringText == first.stringText, "\(raw.debugDescription)")
            let short = try value(BlockString.printed(first.stringText ?? "", minimized: true))
            #expect(short.stringText == first.stringText, "\(raw.debugDescription)")
        }
    }
}
