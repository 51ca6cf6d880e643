import CourtFormats
import PluginKit
import Postgres

/// `openWork` and `Staff.openAssignments`: read as the caller, so that what they do not see is not counted.
enum OpenWorkReads {
    static let resolvers = [
        BatchResolver(query: "openWork", reads: true) { context -> [ResolverValue] in try await list(context) },
        BatchResolver(type: "Staff", field: "openAssignments", reads: true) {
            (keys: [Int64], context) -> [Int64: Int] in try await counts(keys, context)
        },
    ]

    private static func list(_ context: ResolverContext) async throws -> [ResolverValue] {
        let works = context.service(OpenWorkBook.self)?.works ?? []
        let staff: EntityID = try context.argument("staffId")
        let court = context.principal.courtCode
        guard let open = OpenWorkBook.statement(works, of: [staff.value], court: court) else { return [] }
        return try await context.query("SELECT * FROM (\(open)) o ORDER BY due_on NULLS LAST, work, id").map { row in
            let item = try OpenItem(row, of: works)
            return .object([
                .init("type", .text(item.work.type)), .init("title", .text(item.work.title)),
                .init("objectId", .key(item.id)), .init("dueOn", item.dueOn.map { .date($0) } ?? .null),
            ])
        }
    }

    private static func counts(_ keys: [Int64], _ context: ResolverContext) async throws -> [Int64: Int] {
        let works = context.service(OpenWorkBook.self)?.works ?? []
        let court = context.principal.courtCode
        let open = OpenWorkBook.statement(works, of: keys, court: court)
        let from: SQL = open.map { "(\($0))" } ?? "(SELECT NULL::bigint AS staff_id WHERE false)"
        let rows = try await context.query(
            """
            SELECT s.id, count(o.staff_id) AS open FROM core.staff s LEFT JOIN \(from) o ON o.staff_id = s.id
            WHERE s.id = ANY (\(keys)) AND s.court_code = \(court) GROUP BY s.id
            """
        )
        var counts: [Int64: Int] = [:]
        for row in rows { counts[try row.decode("id")] = Int(try row.decode("open", as: Int64.self)) }
        return counts
    }
}
