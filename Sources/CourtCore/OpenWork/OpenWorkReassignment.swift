import CourtFormats
import PluginKit
import Postgres

extension CoreImports {
    func reassignOpenWork(
        _ input: ReassignOpenWorkInput,
        _ context: WriteContext
    ) async throws -> ReassignOpenWorkPayload {
        try await OpenWorkReassignment(input: input, context: context).run()
    }
}

/// Gives all that is open with one member of staff to another (移交): each row by its own mutation, as whoever asks.
struct OpenWorkReassignment {
    let input: ReassignOpenWorkInput
    let context: WriteContext

    /// Rows that one request tries.
    private static let limit = 200

    func run() async throws -> ReassignOpenWorkPayload {
        _ = try context.staff
        let from = input.fromStaffId.value
        guard from != input.toStaffId.value else { throw DomainError.unmet("otherPerson", "接收人不得为移交人") }
        let works = try self.works()
        let open = try await items(of: from, works)
        var items: [ReassignedItem] = []
        for item in open.prefix(Self.limit) {
            if let answered = try await reassign(item) { items.append(answered) }
        }
        let reassigned = items.filter(\.reassigned).count
        if reassigned > 0 {
            context.audit(
                AuditEvent(
                    "openWork.reassigned",
                    objectType: "Staff",
                    objectID: from,
                    courtCode: context.principal.courtCode,
                    changedFields: Array(Set(items.filter(\.reassigned).map(\.type))).sorted()
                )
            )
        }
        if input.dryRun { context.discardWrites() }
        return ReassignOpenWorkPayload(
            dryRun: input.dryRun,
            reassigned: reassigned,
            refused: items.count - reassigned,
            remaining: max(0, open.count - Self.limit),
            items: items
        )
    }

    private func works() throws -> [OpenWork] {
        let all = context.service(OpenWorkBook.self)?.works ?? []
        guard let names = input.types.value else { return all }
        var faults = DomainErrors()
        for (position, name) in names.enumerated() where !all.contains(where: { $0.type == name }) {
            faults.add(DomainError(.notFound, "不存在", field: .input(["types", String(position)])))
        }
        try faults.throwIfAny()
        return all.filter { names.contains($0.type) }
    }

    private func items(of staff: Int64, _ works: [OpenWork]) async throws -> [OpenItem] {
        let court = context.principal.courtCode
        guard let open = OpenWorkBook.statement(works, of: [staff], court: court) else { return [] }
        // What is sealed is named to nobody here: whoever sees it gives it to another by its own mutation.
        return try await context.transaction.query(
            "SELECT * FROM (\(open)) o WHERE NOT sealed ORDER BY due_on NULLS LAST, work, id LIMIT \(Int64(1_000))"
        ).map { try OpenItem($0, of: works) }
    }

    /// What became of a row; nil for one that the caller does not see.
    private func reassign(_ item: OpenItem) async throws -> ReassignedItem? {
        var members: [InputObject.Member] = [
            .init(name: item.work.keyField, value: .string(String(item.id))),
            .init(name: "version", value: .integer(item.version)),
            .init(name: item.work.person, value: .string(String(input.toStaffId.value))),
        ]
        if let reason = item.work.reason { members.append(.init(name: reason, value: .string(input.reason))) }
        let refusal = try await context.attempt(item.work.mutation, InputObject(members: members))?.errors.first
        if refusal?.code == .notFound, refusal?.field == .input([item.work.keyField]) { return nil }
        return ReassignedItem(
            type: item.work.type,
            objectId: EntityID(item.id),
            dueOn: item.dueOn,
            reassigned: refusal == nil,
            code: refusal?.code.rawValue,
            message: refusal?.message
        )
    }
}
