import CourtCore
import PluginKit
import Postgres

extension CoordinationCommands {
    func fileZeroReport(_ input: FileZeroReportInput, _ context: WriteContext) async throws -> ZeroReportPayload {
        let filer = try context.staff
        let court = context.principal.courtCode
        guard let quarter = Quarter(year: input.year, number: input.quarter) else {
            throw DomainError(.inputInvalid, "输入不完整", field: InputPath(["input", "quarter"]))
        }
        let found = try await context.transaction.queryOne(
            """
            SELECT EXISTS (
                SELECT FROM coordination.intervention i
                WHERE i.court_code = \(court) AND i.recorded_on BETWEEN \(quarter.first) AND \(quarter.last)
            ) AS is_recorded, EXISTS (
                SELECT FROM coordination.zero_report z
                WHERE z.court_code = \(court) AND z.year = \(Int32(quarter.year)) AND z.quarter = \(Int32(quarter.number))
            ) AS is_filed
            """
        )
        var unmet: [(name: String, message: String)] = []
        if context.clock.today <= quarter.last { unmet.append(("quarterEnded", "该季度尚未结束")) }
        if try found?.decode("is_recorded", as: Bool.self) == true {
            unmet.append(("nothingRecorded", "该季度已有过问登记，不得作零报告"))
        }
        if try found?.decode("is_filed", as: Bool.self) == true { unmet.append(("notYetFiled", "该季度已作零报告")) }
        guard unmet.isEmpty else { throw DomainError.unmet(unmet) }
        let row = try await context.transaction.queryOne(
            """
            INSERT INTO coordination.zero_report (court_code, year, quarter, filed_by, filed_on)
            VALUES (\(court), \(Int32(quarter.year)), \(Int32(quarter.number)), \(filer), \(context.clock.today))
            RETURNING id
            """
        )
        let id = try row?.decode("id", as: Int64.self) ?? 0
        context.audit(AuditEvent("zeroReport.filed", objectType: "ZeroReport", objectID: id, courtCode: court))
        return ZeroReportPayload(report: id)
    }
}
