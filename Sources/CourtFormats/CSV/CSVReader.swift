/// Splits CSV text into records by RFC 4180, strictly: what the grammar does not allow is an error with its place.
struct CSVReader {
    /// A record and the physical line on which it begins.
    struct Record {
        var line: Int
        var fields: [String]
    }

    private let bytes: [UInt8]
    private var position: Int
    private var line = 1
    private var lineStart: Int

    /// Takes the bytes of a file, with or without a byte-order mark.
    init(bytes: [UInt8]) throws(CSVError) {
        self.bytes = bytes
        position = bytes.starts(with: Self.byteOrderMark) ? Self.byteOrderMark.count : 0
        lineStart = position
        try Self.checkEncoding(bytes, from: position)
    }

    /// The next record; nil after the last one.
    mutating func next() throws(CSVError) -> Record? {
        guard position < bytes.count else { return nil }
        var record = Record(line: line, fields: [])
        while true {
            record.fields.append(try field())
            guard position < bytes.count, bytes[position] == .comma else { break }
            position += 1
        }
        takeLineBreak()
        return record
    }

    /// `field = (escaped / non-escaped)`; stops before a comma, a line break or the end.
    private mutating func field() throws(CSVError) -> String {
        if position < bytes.count, bytes[position] == .quote { return try quotedField() }
        let start = position
        while position < bytes.count, bytes[position] != .comma, !isAtLineBreak {
            switch bytes[position] {
            case .quote: throw syntax("未加引号的字段中出现引号")
            case .carriageReturn: throw syntax("回车符后缺少换行符")
            case 0: throw syntax("含空字符")
            default: position += 1
            }
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    /// `escaped = DQUOTE *(TEXTDATA / COMMA / CR / LF / 2DQUOTE) DQUOTE`.
    private mutating func quotedField() throws(CSVError) -> String {
        let unterminated = syntax("引号未闭合")
        var content: [UInt8] = []
        position += 1
        while position < bytes.count {
            let byte = bytes[position]
            if byte == 0 { throw syntax("含空字符") }
            position += 1
            if byte == .quote {
                guard position < bytes.count, bytes[position] == .quote else {
                    let isEnd = position == bytes.count || bytes[position] == .comma || isAtLineBreak
                    guard isEnd else { throw syntax("引号后只能是逗号或换行") }
                    return String(decoding: content, as: UTF8.self)
                }
                position += 1
            } else if byte == .lineFeed {
                startLine()
            }
            content.append(byte)
        }
        throw unterminated
    }

    private var isAtLineBreak: Bool {
        bytes[position] == .lineFeed
            || (bytes[position] == .carriageReturn && position + 1 < bytes.count && bytes[position + 1] == .lineFeed)
    }

    /// Takes CRLF or LF; at the end of the file there is none to take.
    private mutating func takeLineBreak() {
        guard position < bytes.count else { return }
        position += bytes[position] == .carriageReturn ? 2 : 1
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

    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    private static func checkEncoding(_ bytes: [UInt8], from start: Int) throws(CSVError) {
        guard String(validating: bytes, as: UTF8.self) == nil else { return }
        var parser = Unicode.UTF8.ForwardParser()
        var iterator = bytes[start...].makeIterator()
        var line = 1
        var column = 1
        while true {
            switch parser.parseScalar(from: &iterator) {
            case .valid(let encoded):
                let isLineBreak = encoded.first == .lineFeed
                line += isLineBreak ? 1 : 0
                column = isLineBreak ? 1 : column + encoded.count
            case .error:
                throw CSVError(.encoding, line: line, column: column, message: "文件不是UTF-8编码，请另存为UTF-8后重试")
            case .emptyInput: return
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
