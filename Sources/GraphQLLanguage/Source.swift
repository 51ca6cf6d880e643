/// A document's bytes with the name under which errors and provenance refer to it.
package struct Source: Sendable {
    /// UTF-8 bytes, validated by the lexer as they are read.
    package let bytes: [UInt8]
    /// File name or `GraphQL request`.
    package let name: String
    /// Nil for a source that is short enough to be counted through each time.
    private let checkpoints: SourceCheckpoints?

    package init(bytes: [UInt8], name: String = "GraphQL request") {
        self.bytes = bytes
        self.name = name
        checkpoints = bytes.count > SourceCheckpoints.distance ? SourceCheckpoints() : nil
    }

    package init(_ text: String, name: String = "GraphQL request") {
        self.init(bytes: Array(text.utf8), name: name)
    }
}

/// A position in a source: line and column, counted from 1 in Unicode code points (GraphQL §7.1.6).
package struct SourceLocation: Hashable, Sendable {
    package let line: Int
    package let column: Int

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}

extension Source {
    /// Finds the line and column of a byte offset.
    ///
    /// Cost: one pass over the bytes before it for the first of a source, near nothing for all others before that.
    package func location(at offset: Int) -> SourceLocation {
        let end = min(offset, bytes.count)
        guard let checkpoints else { return location(at: end, from: SourceLocation(line: 1, column: 1), at: 0) }
        let (known, start) = checkpoints.last(before: end) { location(at: $2, from: $0, at: $1) }
        return location(at: end, from: known, at: start)
    }

    /// Counts on from a known place.
    private func location(at end: Int, from known: SourceLocation, at start: Int) -> SourceLocation {
        var line = known.line
        var column = known.column
        var index = start
        while index < end {
            let byte = bytes[index]
            if byte == 0x0A || (byte == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A)) {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80, byte != 0x0D {
                column += 1
            }
            index += 1
        }
        return SourceLocation(line: line, column: column)
    }
}
