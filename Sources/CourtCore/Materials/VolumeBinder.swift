import PluginKit
import Postgres

/// Volumes as the commands of plugins make them.
struct VolumeBinder: Volumes {
    func make(
        _ kind: String,
        of object: MaterialObject,
        title: String,
        in context: WriteContext
    ) async throws -> Int64 {
        let row = try await context.transaction.query(
            """
            INSERT INTO core.volume (object_type, object_id, court_code, kind, no, title, created_by)
            SELECT \(object.type), \(object.id), \(object.courtCode), \(kind), coalesce(max(v.no), 0) + 1, \(title),
                \(context.principal.staffID)
            FROM core.volume v WHERE v.object_type = \(object.type) AND v.object_id = \(object.id) AND v.kind = \(kind)
            RETURNING id
            """
        )[0]
        return try row.decode("id")
    }

    func append(
        _ materials: [Int64],
        to volume: Int64,
        field: InputPath,
        in context: WriteContext
    ) async throws -> ClosedRange<Int> {
        let pageCount = try await locked(volume, field, context)
        let rows = try await context.transaction.query(
            """
            SELECT m.id, m.pages FROM unnest(\(materials)::bigint[]) WITH ORDINALITY AS given (id, place)
            JOIN core.material m ON m.id = given.id
            JOIN core.volume v ON v.id = \(volume) AND v.object_type = m.object_type AND v.object_id = m.object_id
            WHERE m.state = 'STORED' ORDER BY given.place
            """
        )
        guard rows.count == materials.count, !materials.isEmpty else {
            throw DomainError(.notFound, "不存在", field: field)
        }
        var last = pageCount
        var pages: [(from: Int32, to: Int32)] = []
        for row in rows {
            guard let count = try row.decode("pages", as: Int32?.self) else {
                throw Self.discontinuous("页码不连续：材料未填页数", expected: last + 1, field)
            }
            pages.append((Int32(last + 1), Int32(last) + count))
            last += Int(count)
        }
        try await context.transaction.execute(
            """
            INSERT INTO core.volume_item (volume_id, position, material_id, page_from, page_to)
            SELECT \(volume), given.place + (SELECT count(*) FROM core.volume_item i WHERE i.volume_id = \(volume)), given.id,
                given.page_from, given.page_to
            FROM ROWS FROM (unnest(\(materials)::bigint[]), unnest(\(pages.map(\.from))::integer[]),
                unnest(\(pages.map(\.to))::integer[])) WITH ORDINALITY AS given (id, page_from, page_to, place)
            """
        )
        try await context.transaction.execute(
            "UPDATE core.volume SET page_count = \(Int32(last)) WHERE id = \(volume)"
        )
        return pageCount + 1...last
    }

    func bind(_ volume: Int64, field: InputPath, in context: WriteContext) async throws -> Int {
        let pageCount = try await locked(volume, field, context)
        let rows = try await context.transaction.query(
            """
            SELECT i.page_from, i.page_to, m.pages FROM core.volume_item i JOIN core.material m ON m.id = i.material_id
            WHERE i.volume_id = \(volume) ORDER BY i.position
            """
        )
        var last = 0
        for row in rows {
            let from = Int(try row.decode("page_from", as: Int32.self))
            let to = Int(try row.decode("page_to", as: Int32.self))
            let pages = try row.decode("pages", as: Int32?.self).map(Int.init)
            guard from == last + 1, pages == to - from + 1 else {
                throw Self.discontinuous("页码不连续", expected: last + 1, field)
            }
            last = to
        }
        guard last == pageCount, last > 0 else { throw Self.discontinuous("页码不连续", expected: last + 1, field) }
        try await context.transaction.execute(
            """
            UPDATE core.volume SET bound_on = \(context.clock.today), bound_by = \(context.principal.staffID)
            WHERE id = \(volume)
            """
        )
        return last
    }

    /// Takes a volume for this transaction and answers its pages; one that is bound stays as it is.
    private func locked(_ volume: Int64, _ field: InputPath, _ context: WriteContext) async throws -> Int {
        let row = try await context.transaction.queryOne(
            "SELECT page_count, bound_on IS NOT NULL AS bound FROM core.volume WHERE id = \(volume) FOR UPDATE"
        )
        guard let row else { throw DomainError(.notFound, "不存在", field: field) }
        guard try !row.decode("bound", as: Bool.self) else {
            throw DomainError(.volumeBound, "案卷已装订，不得增减材料", field: field)
        }
        return Int(try row.decode("page_count", as: Int32.self))
    }

    private static func discontinuous(_ message: String, expected page: Int, _ field: InputPath) -> DomainError {
        DomainError(
            .init("PAGES_NOT_CONTINUOUS"),
            message,
            field: field,
            details: [.init("expectedPage", .integer(page))]
        )
    }
}
