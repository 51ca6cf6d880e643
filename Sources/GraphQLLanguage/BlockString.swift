/// The two directions of a block string: what its lines mean, and how a text is written as one.
enum BlockString {
    /// BlockStringValue(rawValue) (GraphQL §2.10.4).
    static func value(ofRawLines lines: [[UInt8]]) -> String {
        var commonIndent = Int.max
        var firstWithText: Int?
        var lastWithText = -1
        for (number, line) in lines.enumerated() {
            let indent = line.prefix { $0 == 0x20 || $0 == 0x09 }.count
            // A line of white space alone has no indentation.
            if indent == line.count { continue }
            if firstWithText == nil { firstWithText = number }
            lastWithText = number
            if number > 0 { commonIndent = min(commonIndent, indent) }
        }
        guard let firstWithText else { return "" }

        var value: [UInt8] = []
        for number in firstWithText...lastWithText {
            if number > firstWithText { value.append(0x0A) }
            value += number == 0 ? lines[number][...] : lines[number].dropFirst(commonIndent)
        }
        return String(decoding: value, as: UTF8.self)
    }

    /// The text as graphql-js prints it: on lines of its own unless it is one short line or is to be as short as possible.
    static func printed(_ text: String, minimized: Bool = false) -> String {
        let escaped = text.replacingTripleQuotes()
        let lines = escaped.splitLines()
        let isSingleLine = lines.count == 1

        // Lines that are all indented would lose their indentation on the way back.
        let needsLeadingLine = !isSingleLine && lines.dropFirst().allSatisfy { $0.isEmpty || $0.startsWithBlank }
        let endsWithTripleQuote = escaped.utf8.suffix(4).elementsEqual("\\\"\"\"".utf8)
        // A quote or backslash at the end would run into the closing quotes.
        let needsTrailingLine = (text.utf8.last == 0x22 && !endsWithTripleQuote) || text.utf8.last == 0x5C
        let isMultiline =
            !minimized
            && (!isSingleLine || text.unicodeScalars.count > 70 || needsTrailingLine || needsLeadingLine
                || endsWithTripleQuote)
        let keepsFirstBlank = isSingleLine && Substring(text).startsWithBlank

        let before = (isMultiline && !keepsFirstBlank) || needsLeadingLine ? "\n" : ""
        let after = isMultiline || needsTrailingLine ? "\n" : ""
        return "\"\"\"\(before)\(escaped)\(after)\"\"\""
    }
}

extension Substring {
    fileprivate var startsWithBlank: Bool { utf8.first == 0x20 || utf8.first == 0x09 }
}

extension String {
    /// Lines between LF, CR or CR LF; counted in scalars, since CR LF is one Character.
    fileprivate func splitLines() -> [Substring] {
        var lines: [Substring] = []
        var start = startIndex
        var index = startIndex
        while index < endIndex {
            let scalar = unicodeScalars[index]
            let next = unicodeScalars.index(after: index)
            if scalar == "\n" || scalar == "\r" {
                lines.append(self[start..<index])
                let isPair = scalar == "\r" && next < endIndex && unicodeScalars[next] == "\n"
                index = isPair ? unicodeScalars.index(after: next) : next
                start = index
            } else {
                index = next
            }
        }
        lines.append(self[start...])
        return lines
    }

    fileprivate func replacingTripleQuotes() -> String {
        guard utf8.contains(0x22) else { return self }
        var result: [UInt8] = []
        var quotes = 0
        for byte in utf8 {
            quotes = byte == 0x22 ? quotes + 1 : 0
            result.append(byte)
            if quotes == 3 {
                result.insert(0x5C, at: result.count - 3)
                quotes = 0
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
