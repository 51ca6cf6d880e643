import GraphQLLanguage

/// Finds the lines and columns of a source's byte offsets, as `Source.location(at:)` does, for any number of them.
struct LineIndex: Sendable {
    private let source: Source
    private let lineStarts: [Int]
    private let isASCII: Bool

    /// Cost: one pass over the source.
    init(_ source: Source) {
        self.source = source
        var lineStarts = [0]
        var isASCII = true
        let bytes = source.bytes
        for (index, byte) in bytes.enumerated() {
            if byte >= 0x80 {
                isASCII = false
            } else if byte == 0x0A || (byte == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A)) {
                // GraphQL §2.1.2: a line ends with a line feed, a carriage return, or both.
                lineStarts.append(index + 1)
            }
        }
        self.lineStarts = lineStarts
        self.isASCII = isASCII
    }

    func line(at offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low + 1
    }

    func location(at offset: Int) -> SourceLocation {
        let line = line(at: offset)
        let start = lineStarts[line - 1]
        let end = min(offset, source.bytes.count)
        let column =
            isASCII ? end - start : source.bytes[start..<max(start, end)].reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
        return SourceLocation(line: line, column: column + 1)
    }
}
