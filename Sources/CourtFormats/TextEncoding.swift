/// How the bytes of a text file are written, as far as they tell: for the sentence that refuses what is not UTF-8.
public enum TextEncoding: String, Hashable, Sendable, CaseIterable {
    case utf8 = "UTF-8"
    case utf16 = "UTF-16"
    case utf32 = "UTF-32"
    /// GBK, GB2312 and GB18030 are one to whoever saves a file.
    case gbk = "GBK"
    case unknown = ""

    /// The mark that some programs write at the start of a UTF-8 file; it is no part of the text.
    public static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Looks at a file's bytes.
    public init(of bytes: some RandomAccessCollection<UInt8>) {
        let start = Array(bytes.prefix(4))
        if start.starts(with: [0xFF, 0xFE, 0, 0]) || start.starts(with: [0, 0, 0xFE, 0xFF]) {
            self = .utf32
        } else if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) || Self.alternatesZeros(start) {
            self = .utf16
        } else if String(validating: bytes, as: UTF8.self) != nil {
            self = .utf8
        } else {
            self = Self.isGB18030(bytes) ? .gbk : .unknown
        }
    }

    /// The sentence for whoever saved the file, in Chinese.
    public var refusal: String {
        switch self {
        case .gbk: "文件不是UTF-8编码（像是GBK编码），请另存为UTF-8后重试"
        case .utf16, .utf32: "文件不是UTF-8编码（是\(rawValue)编码），请另存为UTF-8后重试"
        case .utf8, .unknown: "文件不是UTF-8编码，请另存为UTF-8后重试"
        }
    }

    /// Two Latin characters in UTF-16 without a mark.
    private static func alternatesZeros(_ start: [UInt8]) -> Bool {
        guard start.count == 4 else { return false }
        let zeros = start.map { $0 == 0 }
        return zeros == [false, true, false, true] || zeros == [true, false, true, false]
    }

    /// Whether all bytes beyond ASCII stand in pairs (or fours) of GB18030.
    private static func isGB18030(_ bytes: some RandomAccessCollection<UInt8>) -> Bool {
        var iterator = bytes.makeIterator()
        while let lead = iterator.next() {
            if lead < 0x80 { continue }
            guard (0x81...0xFE).contains(lead), let second = iterator.next() else { return false }
            switch second {
            case 0x40...0x7E, 0x80...0xFE: continue
            case 0x30...0x39:
                guard let third = iterator.next(), let fourth = iterator.next(),
                    (0x81...0xFE).contains(third), (0x30...0x39).contains(fourth)
                else { return false }
            default: return false
            }
        }
        return true
    }
}
