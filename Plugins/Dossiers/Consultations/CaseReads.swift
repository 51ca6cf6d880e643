import CourtCore
import CourtFormats
import PluginKit
import Postgres

/// What the trial system asks about a case: each answer is one function in the database, asked by one statement.
enum CaseReads {
    static let resolvers: [BatchResolver] = [
        BatchResolver(query: "activeRiskNoticeForCase", reads: true) { context -> ResolverValue in
            try await activeNotice(context)
        },
        BatchResolver(query: "consultationGate", reads: true) { context -> ConsultationGate in
            try await gate(context)
        },
    ]

    static func activeNotice(_ context: ResolverContext) async throws -> ResolverValue {
        let caseNo = try caseNumber(context)
        let rows = try await context.query("SELECT dossiers.active_risk_notice(\(caseNo)) AS notice_no")
        let number = try rows.first?.decode("notice_no", as: String?.self)
        return .object(["active": number != nil, "noticeNo": number])
    }

    static func gate(_ context: ResolverContext) async throws -> ConsultationGate {
        let caseNo = try caseNumber(context)
        let stage: ConsultationStage = try context.argument("stage")
        let rows = try await context.query("SELECT dossiers.consultation_gate(\(caseNo), \(stage)) AS gate")
        return try rows[rows.startIndex].name("gate")
    }

    /// The case number in its one form; a fault of its form is the argument's.
    private static func caseNumber(_ context: ResolverContext) throws -> String {
        let text: String = try context.argument("caseNo")
        do { return try CaseNumber(parsing: text, today: context.clock.today).text } catch {
            throw DomainError(.init(error.code), error.message, field: InputPath(["caseNo"]))
        }
    }
}
