import CourtFormats
package import PluginKit
package import Postgres

/// An import's rows while they are checked: every fault is kept, and nothing is written while there is any.
package struct ImportFile {
    /// A row with its line in the file.
    package struct Row: Sendable {
        package let line: Int
        private let values: [String: String]

        init(line: Int, values: [String: String]) {
            self.line = line
            self.values = values
        }

        /// The trimmed value of a column of the header.
        package subscript(column: String) -> String { values[column] ?? "" }

        /// The value, nil when empty.
        package func optional(_ column: String) -> String? { self[column].isEmpty ? nil : self[column] }

        /// The value as one of an enum's, under its English or its Chinese name.
        package func named<Value: ChineseNamed>(_ column: String, as type: Value.Type = Value.self) -> Value? {
            Value(written: self[column])
        }

        /// The value as true or false; nil for any other.
        package func flag(_ column: String) -> Bool? {
            switch self[column].lowercased() {
            case "true", "是", "在岗": true
            case "false", "否", "不在岗": false
            default: nil
            }
        }
    }

    /// A fault, which rows may have in common.
    private struct Fault: Hashable {
        let column: String?
        let code: String
        let message: String
        /// The value at fault, of columns that hold no personal ones; nil: not compared with other rows.
        let value: String?
    }

    package let isDryRun: Bool
    package private(set) var rows: [Row] = []
    private var faults: [(fault: Fault, lines: [Int])] = []
    private var places: [Fault: Int] = [:]
    private let parts: FileParts

    package init(
        _ input: ImportFileInput,
        header: [String],
        optional: [String] = [],
        in context: WriteContext
    ) async throws {
        isDryRun = input.dryRun
        parts = try await FileParts(csv: input.csv, uploadId: input.uploadId, in: context)
        do {
            let table = try CSVTable(bytes: try await parts.text(), header: header, optional: optional)
            rows = table.rows.map { row in
                Row(
                    line: row.line,
                    values: Dictionary(
                        uniqueKeysWithValues: (header + optional).map { ($0, (row[$0] ?? "").trimmingSpaces) }
                    )
                )
            }
        } catch let error as CSVFaults {
            for fault in error.all { report(fault.line, nil, code: fault.code.name, fault.message) }
        }
    }

    package var isFaultless: Bool { faults.isEmpty }

    package mutating func report(_ line: Int, _ column: String?, code: String, _ message: String, value: String? = nil)
    {
        let fault = Fault(column: column, code: code, message: message, value: value)
        if value != nil, let place = places[fault] {
            faults[place].lines.append(line)
        } else {
            if value != nil { places[fault] = faults.count }
            faults.append((fault, [line]))
        }
    }

    mutating func check(_ row: Row, _ column: String, _ body: () throws(FormatError) -> Void) {
        do { try body() } catch { report(row.line, column, code: error.code, error.message) }
    }

    package mutating func requireText(_ row: Row, _ column: String, maximumLength: Int) {
        check(row, column) { () throws(FormatError) in _ = try TextRule(maximumLength: maximumLength).check(row[column])
        }
    }

    package mutating func requireOneOf<Value: ChineseNamed>(_ row: Row, _ column: String, _: Value.Type) {
        guard Value(written: row[column]) == nil else { return }
        report(row.line, column, code: "VALUE_NOT_ALLOWED", Value.allowedMessage, value: row[column])
    }

    /// A value that may be left out, else true or false.
    package mutating func requireFlag(_ row: Row, _ column: String) {
        guard row.optional(column) != nil, row.flag(column) == nil else { return }
        report(row.line, column, code: "VALUE_NOT_ALLOWED", "取值无效，允许：true、false")
    }

    /// A value that must be known already: rows that name the same unknown one are one fault, which says it.
    package mutating func requireKnown(
        _ row: Row,
        _ column: String,
        _ known: Set<String>,
        code: String,
        _ message: String
    ) {
        guard !known.contains(row[column]) else { return }
        report(row.line, column, code: code, message, value: row[column])
    }

    package mutating func requireUnique(_ columns: [String]) {
        var lines: [[String]: Int] = [:]
        for row in rows {
            let key = columns.map { row[$0] }
            if let first = lines[key] {
                report(row.line, columns.last, code: "DUPLICATE_ROW", "与第\(first)行重复")
            } else {
                lines[key] = row.line
            }
        }
    }

    /// What an import found or did.
    package struct Outcome {
        package var created = 0
        package var updated = 0
        package var removed = 0
        package var notes: [String] = []

        package init() {}

        var hasChanges: Bool { created + updated + removed > 0 }
    }

    /// Writes every row by its upsert, which answers `created`, or no row when nothing changed.
    package func upsert(_ context: WriteContext, _ upsert: (Row) -> SQL) async throws -> Outcome {
        var outcome = Outcome()
        guard isFaultless else { return outcome }
        for start in stride(from: 0, to: rows.count, by: 400) {
            let statements = rows[start..<min(start + 400, rows.count)].map { upsert($0).bound }
            for result in try await context.transaction.pipeline(statements) {
                guard let row = Rows(result).first else { continue }
                if try row.decode("created", as: Bool.self) { outcome.created += 1 } else { outcome.updated += 1 }
            }
        }
        return outcome
    }

    /// Ends the import: a dry run takes back what was written, another one is recorded.
    package func finish(_ outcome: Outcome, _ context: WriteContext, objectType: String) async throws -> ImportPayload {
        if isDryRun {
            context.discardWrites()
        } else if isFaultless {
            try await parts.remove()
            if outcome.hasChanges {
                context.audit(
                    AuditEvent("import", objectType: objectType, objectID: nil, courtCode: context.principal.courtCode)
                )
            }
        }
        return ImportPayload(
            dryRun: isDryRun,
            rows: rows.count,
            created: outcome.created,
            updated: outcome.updated,
            unchanged: isFaultless ? rows.count - outcome.created - outcome.updated : 0,
            removed: outcome.removed,
            notes: outcome.notes,
            problems: problems
        )
    }

    /// The faults in the file's order, a common one with its value and how many rows have it.
    private var problems: [ImportProblem] {
        faults.sorted { $0.lines[0] < $1.lines[0] }.map { fault, lines in
            var message = fault.message
            let value = fault.value.map { String($0.filter { !$0.isNewline }.prefix(40)) }
            if lines.count > 1, let value {
                let named = lines.prefix(5).map(String.init).joined(separator: "、")
                let all = lines.count > 5 ? "\(named)等" : named
                message += "（“\(value)”，第\(all)行，共\(lines.count)行）"
            } else if let value, fault.code != "VALUE_NOT_ALLOWED", !value.isEmpty {
                message += "（“\(value)”）"
            }
            return ImportProblem(line: lines[0], column: fault.column, code: fault.code, message: message)
        }
    }
}

extension String {
    /// Without spaces, full-width spaces and line ends at either end.
    package var trimmingSpaces: String {
        let isSpace: (Character) -> Bool = { $0.isWhitespace }
        return String(drop(while: isSpace).reversed().drop(while: isSpace).reversed())
    }
}
