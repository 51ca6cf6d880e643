import CourtFormats
import PluginKit
import Postgres

struct VisitCommands: Mutations {
    static let workflow = Workflow<VisitState, Void>([
        .init("recordHearing", from: [.received], to: .heard, roles: [.clerk])
    ])

    func recordHearing(_ input: RecordHearingInput, _ context: WriteContext) async throws -> VisitPayload {
        let key = input.visitId.value
        let court = context.principal.courtCode
        let row = try await context.transaction.queryOne(
            "SELECT state, version FROM visits.visit WHERE id = \(key) AND court_code = \(court) FOR UPDATE"
        )
        guard let row, let state = VisitState(rawValue: try row.decode("state")) else {
            throw DomainError(.notFound, "不存在", field: InputPath(["input", "visitId"]))
        }
        guard try row.decode("version", as: Int32.self) == Int32(input.version) else {
            throw DomainError(.versionConflict, "数据已被他人修改，请刷新")
        }
        let next = try Self.workflow.next("recordHearing", from: state, subject: (), roles: context.principal.roles)
        try await context.transaction.execute(
            "UPDATE visits.visit SET state = \(next.rawValue), version = version + 1 WHERE id = \(key)"
        )
        context.audit(
            AuditEvent("visit.heard", objectType: "Visit", objectID: key, courtCode: court, changedFields: ["state"])
        )
        return VisitPayload(visit: key)
    }
}
