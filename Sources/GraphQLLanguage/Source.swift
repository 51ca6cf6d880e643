/// A document's bytes with the name under which errors and provenance refer to it.
package struct Source: Sendable {
    /// UTF-8 bytes, validated by the lexer as they are read.
    package let bytes: [UInt8]
    /// File name or `GraphQL request`.
    package let name: String

    package init(bytes: [UInt8], name: String = "GraphQL request") {
        self.bytes = bytes
        self.name = name
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
    /// Cost: one pass over the bytes before it; for errors only.
    package func location(at offset: Int) -> SourceLocation {
        var line = 1
        var column = 1
        var index = 0
        let end = min(offset, bytes.count)
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
