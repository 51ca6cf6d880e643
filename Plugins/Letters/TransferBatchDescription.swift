import CourtCore
import CourtFormats
import PluginKit
import Postgres

/// What is said of a transferred batch beside its items, checked.
struct TransferBatchDescription {
    let court: CourtCode
    let batchNo: String
    let fromOrg: String
    let source: LetterSource
    let receivedOn: CalendarDate
    let declaredCount: Int

    init(_ input: ImportTransferBatchInput, in context: WriteContext) throws {
        batchNo = input.batchNo
        fromOrg = input.fromOrg
        court = try Self.court(input, context.principal)
        source = input.source
        receivedOn = input.receivedOn
        declaredCount = input.declaredCount
    }

    /// The receiving court: the caller's own unless an administrator names another, as one without a court must.
    private static func court(_ input: ImportTransferBatchInput, _ principal: Principal) throws(DomainError)
        -> CourtCode
    {
        let name = input.courtCode.value ?? principal.courtCode
        guard name == principal.courtCode || principal.roles.contains(.admin) && principal.administers(name) else {
            throw .forbidden
        }
        guard !name.isEmpty else {
            let message = "须指明收件法院：令牌不属于任何法院，请填写courtCode（命令行用 --court，如 --court 晋03）"
            throw DomainError(.init("COURT_REQUIRED"), message, field: .input(["courtCode"]))
        }
        return try CourtCode(named: name, field: .input(["courtCode"]))
    }

    func requireCourt(in transaction: Transaction) async throws {
        let found = try await transaction.queryOne("SELECT code FROM core.court WHERE code = \(court.text)")
        guard found != nil else {
            throw DomainError(.init("COURT_CODE_UNKNOWN"), "法院代字不存在", field: .input(["courtCode"]))
        }
    }
}
