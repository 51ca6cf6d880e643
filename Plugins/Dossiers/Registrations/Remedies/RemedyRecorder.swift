import CourtCore
import CourtFormats
import PluginKit
import Postgres

/// Assesses which remedies are left (救济途径评估): of each decision every remedy that the rules have, with its last day and who
/// takes it.
struct RemedyRecorder {
    private let input: RecordRemedyAssessmentInput
    private let context: WriteContext

    init(_ input: RecordRemedyAssessmentInput, _ context: WriteContext) {
        self.input = input
        self.context = context
    }

    func record() async throws -> RemedyAssessmentPayload {
        let assessor = try context.staff
        let matter = try await MatterReference(input.registrationId.value, input.dossierId.value, in: context)
        let remedies = try await remedies()
        let row = try await context.transaction.queryOne(
            """
            INSERT INTO dossiers.remedy_assessment (court_code, registration_id, dossier_id, assessed_by, assessed_on)
            VALUES (\(matter.courtCode), \(matter.registration), \(matter.dossier), \(assessor), \(context.clock.today))
            RETURNING id
            """
        )
        let key = try row?.decode("id", as: Int64.self) ?? 0
        for remedy in remedies { context.write(insert(remedy, of: key, court: matter.courtCode)) }
        RemedyLife.workflow.made(key, by: "recordRemedyAssessment", court: matter.courtCode, in: context)
        matter.audit("remedies.assessed", "remedyAssessments", in: context)
        return RemedyAssessmentPayload(remedyAssessment: key)
    }

    private struct Found {
        let caseNo: String
        let decision: DecisionKind
        let limit: RemedyLimit
        let period: RemedyPeriod
        let body: RemedyCourts.Body
    }

    private func remedies() async throws -> [Found] {
        let limits = try await RemedyRuleBook.limits(on: context.clock.today, in: context.transaction)
        let calendar = try await DeadlineBook(context.transaction).calendar()
        let courts = try await RemedyCourts(in: context.transaction)
        var faults = DomainErrors()
        var found: [Found] = []
        for (place, decision) in input.decisions.enumerated() {
            let number = try CaseNumber(parsing: decision.caseNo, today: context.clock.today)
            let own = decision.courtCode.value ?? number.courtCode?.text ?? context.principal.courtCode
            let court = try CourtCode(parsing: own)
            for limit in limits[decision.kind] ?? [] {
                do throws(RemedyPeriod.BeginMissing) {
                    found.append(
                        Found(
                            caseNo: number.text,
                            decision: decision.kind,
                            limit: limit,
                            period: try RemedyPeriod(limit, from: decision.days, calendar),
                            body: courts.body(limit.competent, of: court)
                        )
                    )
                } catch {
                    faults.add(error.fault(at: place))
                }
            }
        }
        try faults.throwIfAny()
        return found
    }

    private func insert(_ found: Found, of assessment: Int64, court: String) -> SQL {
        """
        INSERT INTO dossiers.remedy (remedy_assessment_id, court_code, case_no, decision, remedy, begins_on, deadline_on,
            deadline_final, competent_court_code, competent_body, note, legal_basis, confirmed)
        VALUES (\(assessment), \(court), \(found.caseNo), \(found.decision.rawValue), \(found.limit.remedy.rawValue),
            \(found.period.beginsOn), \(found.period.deadlineOn), \(found.period.isFinal), \(found.body.courtCode),
            \(found.body.name), \(found.limit.note), \(found.limit.legalBasis), \(found.limit.isConfirmed))
        """
    }
}

extension RemedyDecisionInput {
    fileprivate var days: DecisionDays {
        DecisionDays(
            effectiveOn: effectiveOn.value,
            servedOn: servedOn.value,
            knownOn: knownOn.value,
            penaltyServedOn: penaltyServedOn.value
        )
    }
}

extension RemedyPeriod.BeginMissing {
    fileprivate func fault(at place: Int) -> DomainError {
        let (field, name) =
            switch begins {
            case .effective: ("effectiveOn", "生效之日")
            case .served: ("servedOn", "送达之日")
            case .known: ("knownOn", "知道或者应当知道之日")
            case .penaltyServed: ("penaltyServedOn", "刑罚执行完毕之日")
            }
        return DomainError(.inputInvalid, "须填写\(name)，方可计算期限", field: .input(["decisions", String(place), field]))
    }
}
