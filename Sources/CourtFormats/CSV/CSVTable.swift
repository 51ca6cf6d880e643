/// A CSV file (RFC 4180, UTF-8) with a header line, its rows addressed by column name.
public struct CSVTable: Sendable {
    /// The names of the columns, in the file's order.
    public let header: [String]
    /// The rows, each with as many fields as the header.
    public let rows: [CSVRow]

    /// Reads a whole file; a byte-order mark and either kind of line break are accepted.
    ///
    /// - Throws: `CSV_ENCODING`, `CSV_SYNTAX`, `CSV_EMPTY`, or `CSV_HEADER` when a column's name is missing or repeated.
    public init(bytes: [UInt8]) throws(CSVError) {
        var reader = try CSVReader(bytes: bytes)
        guard let first = try reader.next(), first.fields != [""] else {
            throw CSVError(.empty, line: 1, column: 1, message: "文件为空，缺少表头")
        }
        header = first.fields
        try Self.checkNames(first)
        var rows: [CSVRow] = []
        while let record = try reader.next() {
            guard record.fields.count == header.count else { throw Self.ragged(record, expected: header.count) }
            rows.append(CSVRow(line: record.line, fields: record.fields, header: header))
        }
        self.rows = rows
    }

    /// Checks that the file has exactly these columns, in any order, and perhaps some of the optional ones.
    ///
    /// - Throws: `CSV_HEADER` naming every missing and every unknown column, with the name probably meant.
    public func require(header required: [String], optional: [String] = []) throws(CSVError) {
        let missing = required.filter { !header.contains($0) }
        let unknown = header.enumerated().filter { !required.contains($1) && !optional.contains($1) }
        guard !missing.isEmpty || !unknown.isEmpty else { return }
        let absent = (missing + optional).filter { !header.contains($0) }
        // A file without a header line begins with somebody's data: only a name that was meant as one is repeated.
        let strangers = unknown.map { position, name in
            EditDistance.closest(to: name, among: absent).map { "\(name)（是否应为\($0)？）" } ?? "第\(position + 1)列"
        }
        var parts: [String] = []
        if !missing.isEmpty { parts.append("缺少列：\(missing.joined(separator: "、"))") }
        if !strangers.isEmpty { parts.append("未知列：\(strangers.joined(separator: "、"))") }
        throw CSVError(.header, line: 1, column: 1, message: parts.joined(separator: "；"))
    }

    private static func checkNames(_ record: CSVReader.Record) throws(CSVError) {
        for (position, name) in record.fields.enumerated() {
            let message =
                name.isEmpty
                ? "表头第\(position + 1)列没有列名"
                : record.fields[..<position].firstIndex(of: name).map { "第\($0 + 1)列与第\(position + 1)列列名重复" }
            if let message { throw CSVError(.header, line: record.line, column: 1, message: message) }
        }
    }

    private static func ragged(_ record: CSVReader.Record, expected: Int) -> CSVError {
        let message = record.fields == [""] ? "不允许空行" : "应有\(expected)个字段，实有\(record.fields.count)个"
        return CSVError(.syntax, line: record.line, column: 1, message: message)
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
