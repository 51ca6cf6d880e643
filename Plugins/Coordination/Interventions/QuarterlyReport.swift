import CourtFormats
import PluginKit
import Postgres

/// The quarterly report (过问季度报告).
///
/// Of the caller's own court it is counted under their row security, so that what is kept from them is not counted; of a court below by
/// the database, which says no number under five.
enum QuarterlyReport {
    static let resolver = BatchResolver(query: "quarterlyInterventionReport", reads: true) {
        context async throws -> ResolverValue in
        let court = try context.argument("courtCode", as: String.self)
        let year = try context.argument("year", as: Int.self)
        let number = try context.argument("quarter", as: Int.self)
        let principal = context.principal
        guard principal.readableCourts.contains(court) else { throw DomainError(.notFound, "不存在") }
        guard let quarter = Quarter(year: year, number: number) else {
            throw DomainError(.inputInvalid, "输入不完整", field: InputPath(["quarter"]))
        }
        let isOwn = court == principal.courtCode
        // At their own court inspectors alone know that something is on record.
        guard !isOwn || principal.mayReadSealed else { throw DomainError.forbidden }
        let statement = isOwn ? own(court, quarter) : below(court, quarter)
        guard let row = try await context.query(statement).first else { return .null }
        return try answer(row, court, quarter, context)
    }

    private static func own(_ court: String, _ quarter: Quarter) -> SQL {
        """
        SELECT count(*) > 0 AS any_recorded, count(*) AS recorded, count(*) FILTER (WHERE i.kind = 'LEADER') AS leaders,
            count(*) FILTER (WHERE i.kind = 'INSIDER') AS insiders, count(*) FILTER (WHERE i.kind = 'OTHER') AS others,
            coordination.zero_reported_on(\(court), \(Int32(quarter.year)), \(Int32(quarter.number))) AS filed_on
        FROM coordination.intervention i
        WHERE i.court_code = \(court) AND i.recorded_on BETWEEN \(quarter.first) AND \(quarter.last) AND i.corrects_id IS NULL
        """
    }

    private static func below(_ court: String, _ quarter: Quarter) -> SQL {
        """
        SELECT c.any_recorded, c.recorded, c.leaders, c.insiders, c.others,
            coordination.zero_reported_on(\(court), \(Int32(quarter.year)), \(Int32(quarter.number))) AS filed_on
        FROM coordination.quarter_counts(\(court), \(quarter.first), \(quarter.last)) c
        """
    }

    private static func answer(
        _ row: Row,
        _ court: String,
        _ quarter: Quarter,
        _ context: ResolverContext
    ) throws -> ResolverValue {
        func count(_ column: String) throws -> ResolverValue {
            try row.decode(column, as: Int64?.self).map { .integer(Int($0)) } ?? .null
        }
        let filedOn = try row.decode("filed_on", as: CalendarDate?.self)
        let isRecorded = try row.decode("any_recorded", as: Bool.self)
        let outcome = outcome(isRecorded, filedOn, quarter, on: context.clock.today)
        let members: [ResolverValue.Member] = [
            .init("courtCode", .text(court)), .init("year", .integer(quarter.year)),
            .init("quarter", .integer(quarter.number)), .init("from", .date(quarter.first)),
            .init("until", .date(quarter.last)), .init("outcome", .text(outcome.rawValue)),
            .init("recorded", try count("recorded")), .init("leaders", try count("leaders")),
            .init("insiders", try count("insiders")), .init("others", try count("others")),
            .init("zeroReportedOn", filedOn.map { .date($0) } ?? .null),
        ]
        return .object(members)
    }

    private static func outcome(
        _ isRecorded: Bool,
        _ filedOn: CalendarDate?,
        _ quarter: Quarter,
        on today: CalendarDate
    ) -> InterventionReportOutcome {
        if isRecorded { return .recorded }
        if filedOn != nil { return .zeroReported }
        return today <= quarter.last ? .running : .missing
    }
}
