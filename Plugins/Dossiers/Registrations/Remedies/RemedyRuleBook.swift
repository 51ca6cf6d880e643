import CourtFormats
import PluginKit
import Postgres

/// A remedy against a kind of decision, as the table has it (救济期限规则).
struct RemedyLimit: Hashable, Sendable {
    /// Who takes it.
    enum Competent: String, Hashable, Sendable {
        case sameCourt = "SAME_COURT"
        case nextHigherCourt = "NEXT_HIGHER_COURT"
        case procuratorate = "PROCURATORATE"
        case compensationOrgan = "COMPENSATION_ORGAN"
    }

    let remedy: RemedyKind
    /// Nil where there is no limit.
    let amount: Int?
    let unit: CourtFormats.DeadlineUnit
    let begins: RemedyBegin
    /// Whether a ground that became known later begins it anew.
    let countsFromKnowing: Bool
    let competent: Competent
    let note: String?
    let legalBasis: String
    let isConfirmed: Bool
}

/// The limits of remedies: rows, never code.
enum RemedyRuleBook {
    /// The limits in force on a day, by the decision that they are against.
    static func limits(on day: CalendarDate, in transaction: Transaction) async throws -> [DecisionKind: [RemedyLimit]]
    {
        let rows = try await transaction.query(
            """
            SELECT remedy, decision, amount, unit, begins, from_knowing, competent, note, legal_basis, confirmed
            FROM dossiers.remedy_rule
            WHERE effective_from <= \(day) AND (effective_to IS NULL OR effective_to > \(day))
            ORDER BY id
            """
        )
        var limits: [DecisionKind: [RemedyLimit]] = [:]
        for row in rows {
            guard let decision = DecisionKind(rawValue: try row.decode("decision")), let limit = try limit(row) else {
                continue
            }
            limits[decision, default: []].append(limit)
        }
        return limits
    }

    private static func limit(_ row: Row) throws -> RemedyLimit? {
        guard let remedy = RemedyKind(rawValue: try row.decode("remedy")),
            let unit = CourtFormats.DeadlineUnit(rawValue: try row.decode("unit")),
            let begins = RemedyBegin(rawValue: try row.decode("begins")),
            let competent = RemedyLimit.Competent(rawValue: try row.decode("competent"))
        else { return nil }
        return RemedyLimit(
            remedy: remedy,
            amount: try row.decode("amount", as: Int32?.self).map(Int.init),
            unit: unit,
            begins: begins,
            countsFromKnowing: try row.decode("from_knowing"),
            competent: competent,
            note: try row.decode("note"),
            legalBasis: try row.decode("legal_basis"),
            isConfirmed: try row.decode("confirmed")
        )
    }
}
