import CourtFormats

/// A CSV file as it is sent, whole or in parts: its encoding is checked here, everything else by the server.
struct CSVFile {
    /// What a request can hold beside the rest, however much of it JSON must escape.
    private static let partBytes = 400 * 1_024

    /// The text in parts of whole lines, cut between records; one for a file that fits into a request.
    let parts: [String]
    let rowCount: Int

    init(_ path: String) throws {
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
struct ImportFaults: Error, CustomStringConvertible {
    /// A fault with its place.
    struct Fault {
        let line: Int
        let column: String?
        let code: String
        let message: String
    }

    let file: String
    let faults: [Fault]

    init(file: String, faults: [Fault]) {
        self.file = file
        self.faults = faults
    }

    init(file: String, _ faults: CSVFaults) {
        self.init(
            file: file,
            faults: faults.all.map { Fault(line: $0.line, column: nil, code: $0.code.name, message: $0.message) }
        )
    }

    var description: String {
        let lines = faults.map { "\(file):\($0.line): \($0.column.map { "\($0): " } ?? "")\($0.code) \($0.message)" }
        return (lines + ["\(faults.count) fault(s); nothing was written."]).joined(separator: "\n")
    }
}
