/// Which statements a connection has prepared, and under which names.
///
/// Least recently used ones make room.
struct StatementCache {
    struct Entry {
        let name: String
        var lastUse: UInt64
        /// Described by the first result; the server refuses to change it (0A000), so it holds for every later one.
        var columns: [ResultSet.Column]?
    }

    private let limit: Int
    private var entries: [PreparedStatement: Entry] = [:]
    private var nameCount = 0
    private var clock: UInt64 = 0
    /// Names that the server still knows and nobody uses.
    private(set) var retired: [String] = []

    init(limit: Int) { self.limit = limit }

    var count: Int { entries.count }

    /// The name under which the statement is prepared, marked as used.
    mutating func use(_ statement: PreparedStatement) -> String? {
        clock += 1
        entries[statement]?.lastUse = clock
        return entries[statement]?.name
    }

    /// A name that this connection has never used.
    mutating func makeName() -> String {
        nameCount += 1
        return "d\(nameCount)"
    }

    /// The server has prepared the statement.
    mutating func insert(_ statement: PreparedStatement, name: String) {
        if entries.count >= limit, let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse }) {
            forget(oldest.key)
        }
        clock += 1
        entries[statement] = Entry(name: name, lastUse: clock, columns: nil)
    }

    /// Never uses this preparation again.
    mutating func forget(_ statement: PreparedStatement) {
        if let entry = entries.removeValue(forKey: statement) { retired.append(entry.name) }
    }

    /// The server has lost all preparations (DISCARD ALL).
    mutating func forgetAll() {
        entries = [:]
        retired = []
    }

    /// The server has let go of this name.
    mutating func deallocated(_ name: String) { retired.removeAll { $0 == name } }

    func columns(of statement: PreparedStatement) -> [ResultSet.Column]? { entries[statement]?.columns }

    mutating func setColumns(_ columns: [ResultSet.Column], of statement: PreparedStatement) {
        entries[statement]?.columns = columns
    }
}
