import CourtFormats
import PluginKit
import Postgres

/// An import's rows while they are checked: every fault is kept, and nothing is written while there is any.
struct ImportFile {
    /// A row with its line in the file.
    struct Row: Sendable {
        let line: Int
        private let values: [String: String]

        init(line: Int, values: [String: String]) {
            self.line = line
            self.values = values
        }

        /// The trimmed value of a column of the header.
        subscript(column: String) -> String { values[column] ?? "" }

        /// The value, nil when empty.
        func optional(_ column: String) -> String? { self[column].isEmpty ? nil : self[column] }
    }

    let isDryRun: Bool
    private(set) var rows: [Row] = []
    private(set) var problems: [ImportProblem] = []

    init(_ input: ImportFileInput, header: [String]) {
        isDryRun = input.dryRun
        do {
            let table = try CSVTable(bytes: Array(input.csv.utf8))
            try table.require(header: header)
            rows = table.rows.map { row in
                Row(
                    line: row.line,
                    values: Dictionary(uniqueKeysWithValues: header.map { ($0, (row[$0] ?? "").trimmingSpaces) })
                )
            }
        } catch {
            problems = [ImportProblem(line: error.line, column: nil, code: error.code.name, message: error.message)]
        }
    }

    mutating func report(_ row: Row, _ column: String?, code: String, _ message: String) {
        problems.append(ImportProblem(line: row.line, column: column, code: code, message: message))
    }

    mutating func check(_ row: Row, _ column: String, _ body: () throws(FormatError) -> Void) {
        do { try body() } catch { report(row, column, code: error.code, error.message) }
    }

    mutating func requireText(_ row: Row, _ column: String, maximumLength: Int) {
        check(row, column) { () throws(FormatError) in _ = try TextRule(maximumLength: maximumLength).check(row[column])
        }
    }

    mutating func requireOneOf(_ row: Row, _ column: String, _ allowed: [String]) {
        guard !allowed.contains(row[column]) else { return }
        report(row, column, code: "VALUE_NOT_ALLOWED", "取值无效，允许：\(allowed.joined(separator: "、"))")
    }

    mutating func requireKnown(_ row: Row, _ column: String, _ known: Set<String>, code: String, _ message: String) {
        if !known.contains(row[column]) { report(row, column, code: code, message) }
    }

    mutating func requireUnique(_ columns: [String]) {
        var lines: [[String]: Int] = [:]
        for row in rows {
            let key = columns.map { row[$0] }
            if let first = lines[key] {
                report(row, columns.last, code: "DUPLICATE_ROW", "与第\(first)行重复")
            } else {
                lines[key] = row.line
            }
        }
    }

    /// Writes every row by its upsert, which answers `created`, or no row when nothing changed.
    func write(_ context: WriteContext, objectType: String, upsert: (Row) -> SQL) async throws -> ImportPayload {
        var created = 0
        var updated = 0
        if problems.isEmpty {
            for row in rows {
                guard let outcome = try await context.transaction.query(upsert(row)).first else { continue }
                if try outcome.decode("created", as: Bool.self) { created += 1 } else { updated += 1 }
            }
            if isDryRun {
                context.discardWrites()
            } else if created + updated > 0 {
                context.audit(
                    AuditEvent("import", objectType: objectType, objectID: nil, courtCode: context.principal.courtCode)
                )
            }
        }
        return ImportPayload(
            dryRun: isDryRun,
            rows: rows.count,
            created: created,
            updated: updated,
            unchanged: problems.isEmpty ? rows.count - created - updated : 0,
            problems: problems.sorted { $0.line < $1.line }
        )
    }
}

extension String {
    /// Without spaces, full-width spaces and line ends at either end.
    package var trimmingSpaces: String {
        let isSpace: (Character) -> Bool = { $0.isWhitespace }
        return String(drop(while: isSpace).reversed().drop(while: isSpace).reversed())
    }
}
