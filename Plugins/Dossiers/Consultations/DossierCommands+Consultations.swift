import CourtCore
import CourtFormats
import PluginKit
import Postgres

extension DossierCommands {
    /// 提出与原审审判人员沟通, about one of the dossier's cases.
    func requestConsultation(_ input: RequestConsultationInput, _ context: WriteContext) async throws
        -> ConsultationPayload
    {
        let requester = try context.staff
        let linked = try await DossierCase.require(input.dossierId.value, caseNo: input.caseNo, in: context)
        let judges = try Self.judges(input.originalJudges)
        let known: [Int64] = judges.compactMap(\.staff).sorted()
        let court: String = context.principal.courtCode
        let row = try await context.transaction.queryOne(
            """
            INSERT INTO dossiers.consultation (court_code, dossier_id, case_no, case_seq, handler_id, stage, judge_ids,
                requested_by, requested_on)
            VALUES (\(court), \(linked.dossier), \(linked.caseNo), \(linked.seq), \(linked.handler), \(input.stage), \(known),
                \(requester), \(context.clock.today))
            RETURNING id
            """
        )
        let id = try row?.decode("id", as: Int64.self) ?? 0
        for (position, judge) in judges.enumerated() {
            context.write(
                """
                INSERT INTO dossiers.consultation_judge (consultation_id, seq, court_code, staff_id, judge_name, judge_court_code)
                VALUES (\(id), \(Int32(position + 1)), \(court), \(judge.staff), \(judge.name), \(judge.court))
                """
            )
        }
        ConsultationLife.workflow.made(id, by: "requestConsultation", court: court, in: context)
        return ConsultationPayload(consultation: id)
    }

    private struct Judge {
        let staff: Int64?
        let name: String?
        let court: String?
    }

    /// Each judge is one of the staff, or somebody of another court by name; nobody stands there twice.
    private static func judges(_ inputs: [ConsultedJudgeInput]) throws(DomainErrors) -> [Judge] {
        var errors = DomainErrors()
        var seen: Set<Int64> = []
        var judges: [Judge] = []
        for (position, input) in inputs.enumerated() {
            let path: [String] = ["originalJudges", String(position)]
            let staff: Int64? = input.staffId.value?.value
            if staff != nil, input.judgeName.value != nil || input.courtCode.value != nil {
                errors.add(DomainError(.inputInvalid, "本院在册人员不填写姓名和法院", field: .input(path + ["judgeName"])))
            }
            if let staff, !seen.insert(staff).inserted {
                errors.add(DomainError(.inputInvalid, "人员重复", field: .input(path + ["staffId"])))
            }
            judges.append(Judge(staff: staff, name: input.judgeName.value, court: input.courtCode.value))
        }
        try errors.throwIfAny()
        return judges
    }
}
