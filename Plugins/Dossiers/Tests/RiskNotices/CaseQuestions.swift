import DocketTesting
import GraphQLLanguage
import PluginKit

/// What the trial system asks about a case.
enum CaseQuestions {
    static func active(_ caseNo: String, _ court: TestCourt, bearing token: String?) async -> JSONValue {
        let query = "query($no: String!) { activeRiskNoticeForCase(caseNo: $no) { active noticeNo } }"
        return await court.send(query, ["no": .string(caseNo)], bearing: token)[path: "data.activeRiskNoticeForCase"]
    }

    static func gate(
        _ caseNo: String,
        before stage: String = "REMAND",
        _ court: TestCourt,
        bearing token: String?
    ) async -> JSONValue {
        let query = "query($no: String!, $s: ConsultationStage!) { consultationGate(caseNo: $no, stage: $s) }"
        let answer = await court.send(query, ["no": .string(caseNo), "s": .string(stage)], bearing: token)
        return answer[path: "data.consultationGate"]
    }
}
