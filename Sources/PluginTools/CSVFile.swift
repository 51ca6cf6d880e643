public import CourtFormats

/// A CSV file as it is sent, whole or in parts: its encoding is checked here, everything else by the server.
public struct CSVFile {
    /// What a request can hold beside the rest, however much of it JSON must escape.
    private static let partBytes = 400 * 1_024

    /// The text in parts of whole lines, cut between records; one for a file that fits into a request.
    public let parts: [String]
    /// Lines of the file.
    public let rowCount: Int

    /// Reads a file, or standard input for `-`; throws `ImportFaults` for one that is no UTF-8.
    public init(_ path: String) throws {
        var bytes = try TextFile.bytes(path)
        if bytes.starts(with: TextEncoding.byteOrderMark) { bytes.removeFirst(TextEncoding.byteOrderMark.count) }
        if TextEncoding(of: bytes) != .utf8 {
            // The reader names the line and column where it stops being UTF-8.
            do { _ = try CSVTable(bytes: bytes) } catch { throw ImportFaults(file: path, error) }
        }
        parts = Self.cut(bytes)
        rowCount = bytes.reduce(0) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
    }

    /// Cuts after a line break outside quotes; inside them only where a part would be too long for the server.
    private static func cut(_ bytes: [UInt8]) -> [String] {
        var parts: [String] = []
        var start = 0
        var recordEnd = 0
        var lineEnd = 0
        var isQuoted = false
        for (position, byte) in bytes.enumerated() {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if byte == UInt8(ascii: "\n") {
                lineEnd = position + 1
                if !isQuoted { recordEnd = position + 1 }
            }
            guard position + 1 - start > partBytes else { continue }
            let end = recordEnd > start ? recordEnd : lineEnd
            guard end > start else { continue }
            parts.append(String(decoding: bytes[start..<end], as: UTF8.self))
            start = end
        }
        if start < bytes.count || parts.isEmpty { parts.append(String(decoding: bytes[start...], as: UTF8.self)) }
        return parts
    }
}

/// Faults of a file, a line each.
public struct ImportFaults: Error, CustomStringConvertible {
    /// A fault with its place.
    public struct Fault: Sendable {
        /// The line, 1 for the first.
        public let line: Int
        /// The column's or the key's name.
        public let column: String?
        /// A code of docs/errors.md.
        public let code: String
        /// What is wrong, in Chinese.
        public let message: String

        /// Creates a fault.
        public init(line: Int, column: String?, code: String, message: String) {
            self.line = line
            self.column = column
            self.code = code
            self.message = message
        }
    }

    /// The file's name as it was given.
    public let file: String
    /// At least one.
    public let faults: [Fault]

    /// Creates the faults of a file.
    public init(file: String, faults: [Fault]) {
        self.file = file
        self.faults = faults
    }

    /// The faults of a CSV file's form.
    public init(file: String, _ faults: CSVFaults) {
        self.init(
            file: file,
            faults: faults.all.map { Fault(line: $0.line, column: nil, code: $0.code.name, message: $0.message) }
        )
    }

    /// A line for each fault: file, line, column, code, message.
    public var description: String {
        let lines = faults.map { "\(file):\($0.line): \($0.column.map { "\($0): " } ?? "")\($0.code) \($0.message)" }
        return (lines + ["\(faults.count) fault(s); nothing was written."]).joined(separator: "\n")
    }
}
