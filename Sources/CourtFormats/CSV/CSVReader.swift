/// Splits CSV text into records by RFC 4180.
///
/// What the grammar does not allow is a fault with its place, after which reading goes on, so that one pass finds all of them.
struct CSVReader {
    /// A record and the physical line on which it begins.
    struct Record {
        var line: Int
        var fields: [String] = []
        var faults: [CSVError] = []
        /// Nothing but separators and spaces.
        var isBlank = true
        /// Its quotes never end, so that the lines after it may be its text.
        var isUnterminated = false
    }

    private let bytes: [UInt8]
    private var position: Int
    private var line: Int
    private var lineStart: Int
    private var hasToldLoneReturn = false

    /// Takes the bytes of a file, or of a part of it that begins on `firstLine`, with or without a byte-order mark.
    init(bytes: [UInt8], firstLine: Int = 1) throws(CSVError) {
        self.bytes = bytes
        let mark = TextEncoding.byteOrderMark
        position = bytes.starts(with: mark) ? mark.count : 0
        lineStart = position
        line = firstLine
        try Self.checkEncoding(bytes, from: position, firstLine: firstLine)
    }

    /// The next record; nil after the last one.
    mutating func next() -> Record? {
        guard position < bytes.count else { return nil }
        var record = Record(line: line)
        while true {
            let field = field(&record)
            record.fields.append(field)
            guard position < bytes.count, bytes[position] == .comma else { break }
            position += 1
        }
        takeLineBreak()
        return record
    }

    /// `field = (escaped / non-escaped)`; stops before a comma, a line break or the end.
    private mutating func field(_ record: inout Record) -> String {
        if position < bytes.count, bytes[position] == .quote {
            record.isBlank = false
            return quotedField(&record)
        }
        let start = position
        var isFaulty = false
        while position < bytes.count, bytes[position] != .comma, bytes[position] != .lineFeed {
            if isAtLineBreak { break }
            let fault: String? =
                switch bytes[position] {
                case .quote: "未加引号的字段中出现引号"
                case .carriageReturn: hasToldLoneReturn ? nil : "回车符后缺少换行符"
                case 0: "含空字符"
                default: nil
                }
            if let fault, !isFaulty {
                record.faults.append(syntax(fault))
                isFaulty = true
            }
            // A lone CR is the line break of an old system: told once, and read as one.
            if bytes[position] == .carriageReturn {
                hasToldLoneReturn = true
                break
            }
            position += 1
        }
        let text = String(decoding: bytes[start..<position], as: UTF8.self)
        if !text.allSatisfy(\.isWhitespace) { record.isBlank = false }
        return text
    }

    /// `escaped = DQUOTE *(TEXTDATA / COMMA / CR / LF / 2DQUOTE) DQUOTE`.
    private mutating func quotedField(_ record: inout Record) -> String {
        let opening = (position: position, line: line, lineStart: lineStart, fault: syntax("引号未闭合"))
        let faultCount = record.faults.count
        var content: [UInt8] = []
        position += 1
        while position < bytes.count {
            let byte = bytes[position]
            if byte == 0, record.faults.count == faultCount { record.faults.append(syntax("含空字符")) }
            position += 1
            if byte == .quote {
                if position < bytes.count, bytes[position] == .quote {
                    position += 1
                } else if position == bytes.count || bytes[position] == .comma || isAtLineBreak {
                    return String(decoding: content, as: UTF8.self)
                } else if line == opening.line {
                    record.faults.append(syntax("引号后只能是逗号或换行"))
                    skipToEndOfField()
                    return String(decoding: content, as: UTF8.self)
                } else {
                    break
                }
            } else if byte == .lineFeed {
                startLine()
            }
            content.append(byte)
        }
        // The quote that was meant to end it is missing: what follows is read again as lines of their own.
        (position, line, lineStart) = (opening.position + 1, opening.line, opening.lineStart)
        record.faults.removeSubrange(faultCount...)
        record.faults.append(opening.fault)
        record.isUnterminated = true
        while position < bytes.count, bytes[position] != .lineFeed { position += 1 }
        return ""
    }

    private mutating func skipToEndOfField() {
        while position < bytes.count, bytes[position] != .comma, !isAtLineBreak { position += 1 }
    }

    private var isAtLineBreak: Bool {
        bytes[position] == .lineFeed
            || (bytes[position] == .carriageReturn && position + 1 < bytes.count && bytes[position + 1] == .lineFeed)
    }

    /// Takes CRLF or LF (or the lone CR that was a fault); at the end of the file there is none to take.
    private mutating func takeLineBreak() {
        guard position < bytes.count else { return }
        position += bytes[position] == .carriageReturn && isAtLineBreak ? 2 : 1
        startLine()
    }

    private mutating func startLine() {
        line += 1
        lineStart = position
    }

    private func syntax(_ message: String) -> CSVError {
        let before = String(decoding: bytes[lineStart..<position], as: UTF8.self)
        return CSVError(.syntax, line: line, column: before.unicodeScalars.count + 1, message: message)
    }

    private static func checkEncoding(_ bytes: [UInt8], from start: Int, firstLine: Int) throws(CSVError) {
        let encoding = TextEncoding(of: bytes)
        guard encoding != .utf8 else { return }
        var parser = Unicode.UTF8.ForwardParser()
        var iterator = bytes[start...].makeIterator()
        var line = firstLine
        var column = 1
        while true {
            switch parser.parseScalar(from: &iterator) {
            case .valid(let encoded):
                let isLineBreak = encoded.first == .lineFeed
                line += isLineBreak ? 1 : 0
                column = isLineBreak ? 1 : column + encoded.count
            case .error: throw CSVError(.encoding, line: line, column: column, message: encoding.refusal)
            // UTF-16 of Latin text only is UTF-8 with zeros.
            case .emptyInput: throw CSVError(.encoding, line: firstLine, column: 1, message: encoding.refusal)
            }
        }
    }
}

extension UInt8 {
    fileprivate static let comma = UInt8(ascii: ",")
    fileprivate static let quote = UInt8(ascii: "\"")
    fileprivate static let lineFeed = UInt8(ascii: "\n")
    fileprivate static let carriageReturn = UInt8(ascii: "\r")
}
