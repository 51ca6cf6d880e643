import GraphQLLanguage
import Testing

private typealias Place = GraphQLLanguage.SourceLocation

@Suite("A byte offset has a line and a column")
struct SourceTests {
    /// Counts anew for one offset: a line ends with a line feed, a carriage return, or both (GraphQL §2.1.2).
    private func counted(_ text: String.UnicodeScalarView, to offset: Int) -> Place {
        var (line, column, position) = (1, 1, 0)
        var last: Unicode.Scalar?
        for scalar in text {
            guard position < offset else { break }
            if scalar == "\n", last == "\r" {
                // The pair was counted with its first half.
            } else if scalar == "\n" || scalar == "\r" {
                (line, column) = (line + 1, 1)
            } else {
                column += 1
            }
            last = scalar
            position += UTF8.width(scalar)
        }
        return Place(line: line, column: column)
    }

    @Test(
        "Lines end with a line feed, a carriage return or both; columns count code points",
        arguments: ["\n", "\r", "\r\n"]
    )
    func lines(end: String) {
        let source = Source("信访\(end)a😀b")
        #expect(source.location(at: 0) == Place(line: 1, column: 1))
        #expect(source.location(at: 3) == Place(line: 1, column: 2))
        #expect(source.location(at: 6 + end.utf8.count) == Place(line: 2, column: 1))
        #expect(source.location(at: 6 + end.utf8.count + 5) == Place(line: 2, column: 3))
        #expect(source.location(at: .max) == Place(line: 2, column: 4))
    }

    @Test("A long source answers in any order of offsets as one that is counted through")
    func longSource() {
        var text = ""
        for number in 0..<6_000 { text += number % 7 == 0 ? "信访\n" : number % 11 == 0 ? "x\r" : "词 \(number)" }
        let source = Source(text)
        var boundaries: [Int] = []
        var position = 0
        for scalar in text.unicodeScalars {
            boundaries.append(position)
            position += UTF8.width(scalar)
        }
        #expect(source.bytes.count > 20_000)
        for step in [997, 1, 4_001, 13] {
            for index in stride(from: step, to: boundaries.count, by: 3_331) {
                let offset = boundaries[index]
                #expect(source.location(at: offset) == counted(text.unicodeScalars, to: offset))
            }
        }
    }
}
