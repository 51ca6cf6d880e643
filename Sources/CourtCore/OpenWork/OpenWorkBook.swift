package import PluginKit
import Postgres

/// What may stand open with staff, of all plugins; the host makes it.
package struct OpenWorkBook: PluginService {
    let works: [OpenWork]

    package init(_ works: [OpenWork]) { self.works = works.sorted { $0.type < $1.type } }

    /// The rows that are open with these members of staff of a court, of these types, as a query of `work` (a position in
    /// them), `id`, `staff_id`, `due_on`, `version` and `sealed`; nil where there are no types.
    static func statement(_ works: [OpenWork], of staff: [Int64], court: String) -> SQL? {
        guard !works.isEmpty else { return nil }
        let parts: [SQL] = works.enumerated().map { position, work in
            """
            SELECT \(Int32(position)) AS work, w.id, w.staff_id, w.due_on, w.version, w.sealed
            FROM (\(work.open)) w WHERE w.staff_id = ANY (\(staff)) AND w.court_code = \(court)
            """
        }
        return SQL(joining: parts, separator: " UNION ALL ")
    }
}

/// A row that is open.
struct OpenItem {
    let work: OpenWork
    let id: Int64
    let dueOn: CalendarDate?
    let version: Int

    init(_ row: Row, of works: [OpenWork]) throws {
        work = works[Int(try row.decode("work", as: Int32.self))]
        id = try row.decode("id")
        dueOn = try row.decode("due_on")
        version = Int(try row.decode("version", as: Int32.self))
    }
}
