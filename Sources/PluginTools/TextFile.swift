import CourtFormats
import Foundation

/// Files that the command reads.
public enum TextFile {
    /// A file's bytes, or standard input's for `-`.
    public static func bytes(_ path: String) throws -> [UInt8] {
        if path == "-" { return Array(FileHandle.standardInput.readDataToEndOfFile()) }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw CommandFailure("Cannot read \(path).")
        }
        return Array(data)
    }

    /// A file's text without its byte-order mark; bytes that are no UTF-8 are refused with what they seem to be.
    public static func read(_ path: String) throws -> String {
        let bytes = try bytes(path)
        let text = bytes.starts(with: TextEncoding.byteOrderMark) ? bytes.dropFirst(3) : bytes[...]
        let encoding = TextEncoding(of: text)
        guard encoding == .utf8 else {
            let found =
                switch encoding {
                case .gbk: " It looks like GBK."
                case .utf16, .utf32: " It is \(encoding.rawValue)."
                case .utf8, .unknown: ""
                }
            throw CommandFailure("\(path) is not UTF-8.\(found) Save it as UTF-8 and try again.")
        }
        return String(decoding: text, as: UTF8.self)
    }
}
