import PluginKit
import Postgres

/// Keys of one `@row` that an input names.
struct RowLookup: Sendable {
    let rule: RowRule
    let table: RowTable
    let declared: InputRuleBook.Declared
    let keys: [String]
    let kind: InputRuleBook.Kind
    let path: InputPath
}

/// The rows that an input names, looked up by one statement; the same rows' facts may be read in the same round trip.
struct RowLookups: Sendable {
    private let all: [RowLookup]

    init(_ lookups: [RowLookup]) { all = lookups.filter { !$0.keys.isEmpty } }

    /// What asks for all rows together: for each that is there whether the caller may name it, and whether it fits; nil
    /// where none is named.
    func statement(for principal: Principal) -> SQL? {
        guard !all.isEmpty else { return nil }
        return SQL(
            joining: all.enumerated().map { position, lookup in
                let key: SQL = "t.\(identifier: lookup.table.key)"
                let keys: SQL =
                    lookup.kind == .key ? "\(lookup.keys.compactMap { Int64($0) })" : "\(lookup.keys)"
                let named = lookup.rule.condition(for: principal)
                let fits: SQL = lookup.rule.role.map { "coalesce(\($0) = ANY (t.roles), false)" } ?? "true"
                return """
                    SELECT \(Int32(position)) AS lookup, \(key)::text AS key, \(named) AS named, \(fits) AS fits
                    FROM \(raw: lookup.table.name) t WHERE \(key) = ANY (\(keys))
                    """
            },
            separator: " UNION ALL "
        )
    }

    /// What is wrong with the keys, by the rows that the statement answered.
    func faults(in rows: Rows) throws -> DomainErrors {
        var named: [Int: Set<String>] = [:]
        var misfits: Set<Int> = []
        for row in rows where try row.decode("named", as: Bool.self) {
            let position = Int(try row.decode("lookup", as: Int32.self))
            named[position, default: []].insert(try row.decode("key", as: String.self))
            if try !row.decode("fits", as: Bool.self) { misfits.insert(position) }
        }
        var faults = DomainErrors()
        for (position, lookup) in all.enumerated() {
            let keys = lookup.keys.map { lookup.kind == .key ? Int64($0).map(String.init) ?? $0 : $0 }
            if !Set(keys).isSubset(of: named[position] ?? []) {
                faults.add(lookup.absent)
            } else if misfits.contains(position) {
                faults.add(
                    lookup.declared.worded(DomainError(.guardFailed, "不满足流转条件：须具有相应职务", field: lookup.path))
                )
            }
        }
        return faults
    }
}

extension RowLookup {
    fileprivate var absent: DomainError {
        kind == .court
            ? DomainError(.init("COURT_CODE_UNKNOWN"), "法院代字不存在", field: path)
            : DomainError(.notFound, "不存在", field: path)
    }
}

extension RowRule {
    /// Whether a caller may name a row of the table `t`.
    fileprivate func condition(for principal: Principal) -> SQL {
        var conditions: [SQL] = []
        if isActive { conditions.append("t.active") }
        if isOfCourt { conditions.append("t.court_code = \(principal.courtCode)") }
        if isOpen { conditions.append("NOT t.sealed") }
        if isAssigned, principal.seesOnlyAssigned { conditions.append("t.assignees && \(principal.actsAs)") }
        guard !conditions.isEmpty else { return "true" }
        return "coalesce(\(SQL(joining: conditions, separator: " AND ")), false)"
    }
}
