import Foundation
import PluginTools

/// A CSV file that is written once, and that its owner alone may read.
struct ExportFile {
    private let path: String

    /// Makes the file before anything is asked for, so that an approved download is not spent on a file that cannot be.
    init(_ path: String) throws {
        self.path = path
        let manager = FileManager.default
        guard !manager.fileExists(atPath: path) else {
            throw CommandFailure("\(path) is there already: name another file.")
        }
        guard manager.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600]) else {
            throw CommandFailure("Cannot write \(path).")
        }
    }

    func write(_ rows: [[String]]) throws {
        let text = rows.map { $0.map(Self.quoted).joined(separator: ",") + "\r\n" }.joined()
        guard let file = FileHandle(forWritingAtPath: path) else { throw CommandFailure("Cannot write \(path).") }
        // Spreadsheets take a file without the mark for another encoding.
        try file.write(contentsOf: Data("\u{FEFF}\(text)".utf8))
        try file.close()
    }

    /// Takes it away, where nothing could be asked for.
    func discard() { try? FileManager.default.removeItem(atPath: path) }

    /// Quoted as RFC 4180 says; a value that a spreadsheet would take for a formula begins with an apostrophe.
    private static func quoted(_ value: String) -> String {
        let isFormula = value.first.map { "=+-@".contains($0) } ?? false
        let text = isFormula ? "'\(value)" : value
        let needsQuotes = text.contains { ",\"\r\n".contains($0) || $0 == "\r\n" }
        return needsQuotes ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
    }
}
