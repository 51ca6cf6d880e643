/// Why a CSV file cannot be read, and where.
public struct CSVError: Error, Hashable, Sendable {
    /// What is wrong with a file; more may be added.
    public struct Code: Hashable, Sendable {
        /// As clients see it: `CSV_SYNTAX`.
        public let name: String

        /// The bytes are not UTF-8.
        public static let encoding = Code(name: "CSV_ENCODING")
        /// The quotes or the number of fields are wrong.
        public static let syntax = Code(name: "CSV_SYNTAX")
        /// There is no header line.
        public static let empty = Code(name: "CSV_EMPTY")
        /// The columns are not the ones wanted.
        public static let header = Code(name: "CSV_HEADER")
        /// Something other than commas stands between the fields.
        public static let separator = Code(name: "CSV_SEPARATOR")
    }

    /// What is wrong.
    public let code: Code
    /// The physical line, from 1.
    public let line: Int
    /// The column in that line, from 1: of Unicode code points, or of bytes for `encoding`.
    public let column: Int
    /// What is wrong, in Chinese; column names may stand in it, fields never.
    public let message: String

    /// Creates an error.
    public init(_ code: Code, line: Int, column: Int, message: String) {
        self.code = code
        self.line = line
        self.column = column
        self.message = message
    }
}

extension CSVError: CustomStringConvertible {
    /// The place, the message and the code.
    public var description: String { "第\(line)行第\(column)列：\(message) [\(code.name)]" }
}

/// Every fault of a CSV file's form, in the file's order; at least one.
public struct CSVFaults: Error, Hashable, Sendable {
    /// The faults.
    public let all: [CSVError]

    init(_ all: [CSVError]) { self.all = all }
}

extension CSVFaults: CustomStringConvertible {
    /// A line each.
    public var description: String { all.map(\.description).joined(separator: "\n") }
}
