import CourtCore
package import FieldEncryption
package import Postgres

/// Whether a server's keys are those with which a database's values were sealed and matched.
///
/// A known value under each key stands in `host.sealing_key`, written by the first server that seals with that key. Where there
/// is none yet, what is sealed already must open.
package struct KeyCheck: Sendable {
    /// Why a server must not start with its keys.
    package struct Failure: Error, CustomStringConvertible {
        package let description: String
    }

    private static let knownText = "docket"
    /// What values are sealed for; it keeps the name that the table had when the first ones were.
    private static let context = "core.sealing_key"

    private let keys: KeyRing
    private let pool: PostgresPool

    /// Needs a pool that works as the writing role.
    package init(_ keys: KeyRing, on pool: PostgresPool) {
        self.keys = keys
        self.pool = pool
    }

    /// Throws `Failure` where the keys do not fit; records the key that seals from now on.
    package func run() async throws {
        if try await recorded().isEmpty { try await checkSealedValues() }
        try await pool.execute(
            """
            INSERT INTO host.sealing_key (id, known_value, match_value)
            VALUES (\(Int32(keys.activeKeyID)), \(keys.seal(Self.knownText, context: Self.context)),
                \(keys.matchHash(Self.knownText, context: Self.context)))
            ON CONFLICT DO NOTHING
            """
        )
        // Read after the insertion: of two servers that start at once, one sees the other's.
        for key in try await recorded() { try await check(key) }
    }

    private struct RecordedKey {
        let id: Int
        let knownValue: [UInt8]
        let matchValue: [UInt8]
    }

    private func recorded() async throws -> [RecordedKey] {
        try await pool.query("SELECT id, known_value, match_value FROM host.sealing_key ORDER BY id").map { row in
            RecordedKey(
                id: Int(try row.decode("id", as: Int32.self)),
                knownValue: try row.decode("known_value"),
                matchValue: try row.decode("match_value")
            )
        }
    }

    private func check(_ key: RecordedKey) async throws {
        guard keys.keyIDs.contains(where: { Int($0) == key.id }) else {
            guard let column = try await columnSealed(with: key.id) else { return }
            throw Failure(
                description: """
                    The keys file lacks key \(key.id), with which values of \(column) are sealed; it has \(ringText). Put the key \
                    back: without it they cannot be read.
                    """
            )
        }
        guard (try? keys.openText(key.knownValue, context: Self.context)) == Self.knownText else {
            throw Failure(
                description: """
                    The keys file does not belong to this database: its key \(key.id) is not the one with which values here are \
                    sealed. Start with the file that this database's first server had.
                    """
            )
        }
        guard try keys.matchHash(Self.knownText, context: Self.context) == key.matchValue else {
            throw Failure(
                description: """
                    The keys file does not belong to this database: its match key is not the one with which persons are \
                    recognised here. Start with the file that this database's first server had.
                    """
            )
        }
    }

    private var ringText: String {
        "\(keys.keyIDs.count == 1 ? "key" : "keys") \(keys.keyIDs.map(String.init).joined(separator: ", "))"
    }

    // MARK: - What is sealed

    /// Columns that hold sealed values: by their name, and the answers by idempotency key.
    private func sealedColumns() async throws -> [(table: String, column: String)] {
        try await pool.query(
            """
            SELECT c.oid::regclass::text AS name, a.attname::text AS column
            FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
            WHERE c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped AND a.atttypid = 'bytea'::regtype
                AND (a.attname ~ '_cipher$' OR c.oid = 'host.idempotency'::regclass AND a.attname = 'payload')
                AND has_column_privilege(c.oid, a.attnum, 'SELECT')
            ORDER BY 1, 2
            """
        ).map { (try $0.decode("name"), try $0.decode("column")) }
    }

    /// A column in which a value is sealed with this key, for a message; nil when there is none.
    private func columnSealed(with id: Int) async throws -> String? {
        let header = [1, UInt8(id >> 8 & 0xFF), UInt8(id & 0xFF)]
        for (table, column) in try await sealedColumns() {
            let rows = try await pool.query(
                "SELECT FROM \(raw: table) WHERE substring(\(identifier: column) FROM 1 FOR 3) = \(header) LIMIT 1"
            )
            if !rows.isEmpty { return "\(table).\(column)" }
        }
        return nil
    }

    /// One value for each column and key: none with a key that the ring lacks, and of each key at least one opens.
    ///
    /// A plugin's own contexts are not known here, so that a single value that does not open says nothing.
    private func checkSealedValues() async throws {
        var opened: Set<UInt16> = []
        var met: [UInt16: String] = [:]
        for (table, column) in try await sealedColumns() {
            let rows = try await pool.query(
                """
                SELECT DISTINCT ON (substring(\(identifier: column) FROM 1 FOR 3)) \(identifier: column) AS value
                FROM \(raw: table) WHERE length(\(identifier: column)) >= 31
                """
            )
            for row in rows {
                let value = try row.decode("value", as: [UInt8].self)
                guard value[0] == 1 else { continue }
                let id = UInt16(value[1]) << 8 | UInt16(value[2])
                met[id] = met[id] ?? "\(table).\(column)"
                if Self.contexts.contains(where: { (try? keys.open(value, context: $0)) != nil }) { opened.insert(id) }
            }
        }
        for (id, place) in met.sorted(by: { $0.key < $1.key }) where !opened.contains(id) {
            throw Failure(
                description: keys.keyIDs.contains(id)
                    ? """
                    The keys file does not belong to this database: its key \(id) does not open what is sealed in \(place). Start \
                    with the file that this database's first server had.
                    """
                    : """
                    The keys file lacks key \(id), with which values of \(place) are sealed; it has \(ringText). Put the key back: \
                    without it they cannot be read.
                    """
            )
        }
    }

    private static let contexts = ["core.idempotency"] + PersonalData.Kind.allCases.map(\.rawValue)
}
