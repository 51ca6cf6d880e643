import CourtFormats
import Foundation

/// Files that the command reads.
enum TextFile {
    /// A file's bytes, or standard input's for `-`.
    static func bytes(_ path: String) throws -> [UInt8] {
        if path == "-" { return Array(FileHandle.standardInput.readDataToEndOfFile()) }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw CommandFailure("Cannot read \(path).")
        }
        return Array(data)
    }

    /// A file's text; bytes that are no UTF-8 are refused with their place.
    static func read(_ path: String) throws -> String {
        let bytes = try bytes(path)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw CommandFailure("\(path) is not UTF-8. Save it as UTF-8 and try again.")
        }
        return text
    }
}
