/// A CSV file (RFC 4180, UTF-8) with a header line, its rows addressed by column name.
public struct CSVTable: Sendable {
    /// The names of the columns, in the file's order.
    public let header: [String]
    /// The rows, each with as many fields as the header; rows of separators only are left out.
    public let rows: [CSVRow]

    /// Reads a whole file; a byte-order mark and either kind of line break are accepted.
    ///
    /// - Throws: every fault of its form: `CSV_ENCODING`, `CSV_SYNTAX`, `CSV_EMPTY`, `CSV_SEPARATOR`, or `CSV_HEADER` when a
    ///   column's name is missing or repeated.
    public init(bytes: [UInt8]) throws(CSVFaults) { try self.init(bytes, columns: nil) }

    /// The same for a file that must have exactly these columns, in any order, and perhaps some of the optional ones.
    ///
    /// - Throws: as the other, `CSV_HEADER` also for every missing and every unknown column and for a title above the header.
    public init(bytes: [UInt8], header required: [String], optional: [String] = []) throws(CSVFaults) {
        try self.init(bytes, columns: CSVColumns(required: required, optional: optional))
    }

    /// Reads a later part of a file, which begins on `firstLine` and has no header of its own.
    ///
    /// - Throws: as the others.
    public init(continuation bytes: [UInt8], header: [String], firstLine: Int) throws(CSVFaults) {
        var faults: [CSVError] = []
        do {
            var reader = try CSVReader(bytes: bytes, firstLine: firstLine)
            rows = Self.rows(&reader, header, &faults)
        } catch {
            throw CSVFaults([error])
        }
        self.header = header
        guard faults.isEmpty else { throw CSVFaults(faults) }
    }

    private init(_ bytes: [UInt8], columns: CSVColumns?) throws(CSVFaults) {
        var reader: CSVReader
        do { reader = try CSVReader(bytes: bytes) } catch { throw CSVFaults([error]) }
        guard let first = Self.headerRecord(&reader) else {
            throw CSVFaults([CSVError(.empty, line: 1, column: 1, message: "文件为空，缺少表头")])
        }
        var header = first.fields.map(Self.trimmed)
        while header.count > 1, header.last == "" { header.removeLast() }
        var faults = first.faults
        if faults.isEmpty {
            // One sentence: with the wrong separator, or a title as header, everything below is wrong as well.
            if let fault = CSVColumns.separatorLineFault(of: header, line: first.line)
                ?? columns?.titleFault(of: header, line: first.line, below: reader)
                ?? CSVColumns.separatorFault(of: header, line: first.line)
            {
                throw CSVFaults([fault])
            }
            faults = Self.nameFaults(header, line: first.line)
            if faults.isEmpty, let fault = columns?.fault(of: header, line: first.line) { faults = [fault] }
        }
        rows = Self.rows(&reader, header, &faults)
        self.header = header
        guard faults.isEmpty else { throw CSVFaults(faults) }
    }

    /// Checks that the file has exactly these columns, in any order, and perhaps some of the optional ones.
    ///
    /// - Throws: `CSV_HEADER` naming every missing and every unknown column, with the name probably meant.
    public func require(header required: [String], optional: [String] = []) throws(CSVError) {
        if let fault = CSVColumns(required: required, optional: optional).fault(of: header, line: 1) { throw fault }
    }

    /// The first record; rows of commas before it are none, an empty first line is no header.
    private static func headerRecord(_ reader: inout CSVReader) -> CSVReader.Record? {
        while let record = reader.next() {
            if !record.isBlank { return record }
            if record.fields.count == 1 { return nil }
        }
        return nil
    }

    private static func rows(
        _ reader: inout CSVReader,
        _ header: [String],
        _ faults: inout [CSVError]
    ) -> [CSVRow] {
        var rows: [CSVRow] = []
        var mayBeText = false
        while let record = reader.next() {
            // In a file of one column an empty line is an empty field.
            if record.isBlank, header.count > 1 || record.fields.count > 1 { continue }
            if !record.faults.isEmpty {
                faults += record.faults
                mayBeText = record.isUnterminated
                continue
            }
            var fields = record.fields
            while fields.count > header.count, fields.last?.allSatisfy(\.isWhitespace) == true { fields.removeLast() }
            if fields.count == header.count {
                rows.append(CSVRow(line: record.line, fields: fields, header: header))
                mayBeText = false
            } else if !mayBeText {
                let message = "应有\(header.count)个字段，实有\(fields.count)个"
                faults.append(CSVError(.syntax, line: record.line, column: 1, message: message))
            }
        }
        return rows
    }

    private static func nameFaults(_ header: [String], line: Int) -> [CSVError] {
        header.enumerated().compactMap { position, name in
            let message =
                name.isEmpty
                ? "表头第\(position + 1)列没有列名"
                : header[..<position].firstIndex(of: name).map { "第\($0 + 1)列与第\(position + 1)列列名重复" }
            return message.map { CSVError(.header, line: line, column: 1, message: $0) }
        }
    }

    static func trimmed(_ name: String) -> String {
        String(name.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}

/// A row of a CSV file.
public struct CSVRow: Sendable {
    /// The physical line on which the row begins, from 1.
    public let line: Int
    /// The fields in the file's order; an empty field is an empty string.
    public let fields: [String]
    private let header: [String]

    init(line: Int, fields: [String], header: [String]) {
        self.line = line
        self.fields = fields
        self.header = header
    }

    /// The field in a column; nil when the file has no such column.
    public subscript(column: String) -> String? {
        header.firstIndex(of: column).map { fields[$0] }
    }

    /// The position of a column among the fields, from 1, as a person counts them; nil when the file has no such column.
    public func position(of column: String) -> Int? { header.firstIndex(of: column).map { $0 + 1 } }
}
