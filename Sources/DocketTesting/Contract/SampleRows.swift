import Postgres

/// Rows for tables that nothing has filled: of a court, with what they refer to, and with any value where none is given.
///
/// For a test's own database only: checks and triggers of the tables are gone afterwards.
struct SampleRows {
    private let court: TestCourt
    private let code: String

    init(_ court: TestCourt, of code: String) async throws {
        self.court = court
        self.code = code
    }

    /// Adds a row to a table, and first to those that it refers to and that have none of the court.
    func add(to table: Int64) async throws { try await add(to: table, on: []) }

    private struct Column {
        let name: String
        let type: String
        let isNeeded: Bool
    }

    private struct Reference {
        let table: Int64
        let columns: [String]
        let keys: [String]
    }

    private func add(to table: Int64, on way: [Int64]) async throws {
        guard !way.contains(table) else { return }
        let name = try await self.name(of: table)
        let columns = try await columns(of: table)
        var values: [(column: String, value: SQL)] = []
        var known: Set<String> = []
        // First what refers to a row of the court, several columns at once.
        for reference in try await references(of: table).sorted(by: { $0.columns.count > $1.columns.count }) {
            let needed = columns.filter { reference.columns.contains($0.name) && $0.isNeeded }
            guard !needed.isEmpty, known.isDisjoint(with: reference.columns) else { continue }
            let target = try await self.name(of: reference.table)
            let place = try await condition(of: reference.table)
            var found = try await key(target, place, reference.keys)
            if found == nil {
                try await add(to: reference.table, on: way + [table])
                found = try await key(target, place, reference.keys)
            }
            guard let found else { continue }
            for (column, value) in zip(reference.columns, found) where known.insert(column).inserted {
                let type = columns.first { $0.name == column }?.type ?? "text"
                values.append((column, "\(value)::text::\(raw: type)"))
            }
        }
        for column in columns where !known.contains(column.name) {
            if column.name.hasSuffix("court_code") {
                values.append((column.name, "\(code)"))
            } else if column.name.hasSuffix("court_codes") {
                values.append((column.name, "ARRAY[\(code)]"))
            } else if column.isNeeded {
                values.append((column.name, "\(raw: Self.literal(column.type))"))
            }
        }
        try await loosen(table, name)
        let names = values.map { "\"\($0.column)\"" }.joined(separator: ", ")
        try await court.database.execute(
            "INSERT INTO \(raw: name) (\(raw: names)) VALUES (\(SQL(joining: values.map(\.value), separator: ", ")))"
        )
    }

    private func name(of table: Int64) async throws -> String {
        try await court.database.query("SELECT \(table)::oid::regclass::text AS name")[0].decode("name")
    }

    /// The keys of a row there; nil where there is none.
    private func key(_ table: String, _ place: SQL, _ keys: [String]) async throws -> [String]? {
        let columns = keys.map { "\"\($0)\"::text" }.joined(separator: ", ")
        let rows = try await court.database.query(
            "SELECT ARRAY[\(raw: columns)] AS key FROM \(raw: table) WHERE \(place) LIMIT 1"
        )
        return try rows.first?.decode("key", as: [String].self)
    }

    /// Rows of the court, where the table has one.
    private func condition(of table: Int64) async throws -> SQL {
        let columns = try await columns(of: table).map(\.name)
        if columns.contains("court_code") { return "court_code = \(code)" }
        return try await name(of: table) == "core.court" ? "code = \(code)" : "true"
    }

    private func columns(of table: Int64) async throws -> [Column] {
        try await court.database.query(
            """
            SELECT a.attname::text AS name, format_type(a.atttypid, a.atttypmod) AS type,
                a.attnotnull AND NOT a.atthasdef AS is_needed
            FROM pg_attribute a
            WHERE a.attrelid = \(table)::oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attidentity = '' AND a.attgenerated = ''
            ORDER BY a.attnum
            """
        ).map { Column(name: try $0.decode("name"), type: try $0.decode("type"), isNeeded: try $0.decode("is_needed")) }
    }

    private func references(of table: Int64) async throws -> [Reference] {
        try await court.database.query(
            """
            SELECT f.confrelid::bigint AS target,
                ARRAY(SELECT a.attname::text FROM unnest(f.conkey) WITH ORDINALITY k (n, i)
                    JOIN pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = k.n ORDER BY i) AS columns,
                ARRAY(SELECT a.attname::text FROM unnest(f.confkey) WITH ORDINALITY k (n, i)
                    JOIN pg_attribute a ON a.attrelid = f.confrelid AND a.attnum = k.n ORDER BY i) AS keys
            FROM pg_constraint f WHERE f.conrelid = \(table)::oid AND f.contype = 'f' ORDER BY f.conname
            """
        ).map {
            Reference(table: try $0.decode("target"), columns: try $0.decode("columns"), keys: try $0.decode("keys"))
        }
    }

    /// Takes away what any value might break: checks and triggers.
    private func loosen(_ table: Int64, _ name: String) async throws {
        let checks = try await court.database.query(
            "SELECT conname::text AS name FROM pg_constraint WHERE conrelid = \(table)::oid AND contype = 'c'"
        )
        for check in checks {
            let constraint = try check.decode("name", as: String.self)
            try await court.database.execute("ALTER TABLE \(raw: name) DROP CONSTRAINT \(identifier: constraint)")
        }
        try await court.database.execute("ALTER TABLE \(raw: name) DISABLE TRIGGER USER")
    }

    /// Any value of a type.
    private static func literal(_ type: String) -> String {
        if type.hasSuffix("[]") { return "'{}'::\(type)" }
        return switch type {
        case "smallint", "integer", "bigint", "numeric", "real", "double precision": "1"
        case "boolean": "false"
        case "date": "date '2018-06-01'"
        case let type where type.hasPrefix("timestamp"): "'2018-06-01 00:00:00+08'::\(type)"
        case "bytea": "'\\x00'::bytea"
        case "uuid": "gen_random_uuid()"
        case "json", "jsonb": "'{}'::\(type)"
        case "interval": "interval '1 day'"
        default: "'x'::\(type)"
        }
    }
}
