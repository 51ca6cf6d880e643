import CourtFormats

/// A CSV file as it is sent: its encoding is checked here, everything else by the server.
struct CSVFile {
    let text: String
    let rowCount: Int

    init(_ path: String) throws {
        let bytes = try TextFile.bytes(path)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            // The reader names the line and column where it stops being UTF-8.
            do { _ = try CSVTable(bytes: bytes) } catch {
                throw ImportFaults(
                    file: path,
                    faults: [.init(line: error.line, column: nil, code: error.code.name, message: error.message)]
                )
            }
            throw ImportFaults(file: path, faults: [])
        }
        self.text = text
        rowCount = (try? CSVTable(bytes: bytes).rows.count) ?? 0
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

    var description: String {
        let lines = faults.map { "\(file):\($0.line): \($0.column.map { "\($0): " } ?? "")\($0.code) \($0.message)" }
        return (lines + ["\(faults.count) fault(s); nothing was written."]).joined(separator: "\n")
    }
}
