import PluginKit
import Postgres

extension LetterCommands {
    /// 网上报结; again after a return.
    func submitOnlineReport(_ input: SubmitOnlineReportInput, _ context: WriteContext) async throws -> LetterPayload {
        var faults = Faults()
        let platform = faults.text(input.platform, IncomingLetter.referenceLimit, "platform")
        let externalRef = faults.text(input.externalRef, IncomingLetter.referenceLimit, "externalRef")
        try faults.throwIfAny()
        return try await change(.submitOnlineReport, input, context) { change in
            change.write(
                "onlineReport",
                """
                INSERT INTO letters.online_report (letter_id, court_code, platform, submitted_at, external_ref, result)
                VALUES (\(change.letter.id), \(change.letter.courtCode), \(platform), \(change.now), \(externalRef), 'PENDING')
                ON CONFLICT (letter_id) DO UPDATE SET platform = excluded.platform, submitted_at = excluded.submitted_at,
                    external_ref = excluded.external_ref, result = excluded.result, return_reason = NULL
                """
            )
        }
    }

    /// 报结结果: with the report back sent, an accepted one takes the letter to 已报结.
    func recordOnlineResult(_ input: RecordOnlineResultInput, _ context: WriteContext) async throws -> LetterPayload {
        var faults = Faults()
        let reason = faults.optionalText(input.returnReason.value, 500, isLong: true, "returnReason")
        switch input.result {
        case .pending: faults.add(["result"], "VALUE_NOT_ALLOWED", "取值无效，允许：ACCEPTED、RETURNED")
        case .returned where input.returnReason.value?.isEmpty != false:
            faults.add(["returnReason"], DomainError.Code.textEmpty.rawValue, "内容不能为空")
        case .returned, .accepted: break
        }
        try faults.throwIfAny()
        return try await change(.recordOnlineResult, input, context) { change in
            change.facts.onlineResult = input.result
            change.write(
                "onlineReport",
                """
                UPDATE letters.online_report SET result = \(input.result.rawValue), return_reason = \(reason)
                WHERE letter_id = \(change.letter.id)
                """
            )
        }
    }

    /// 向交办机关报告, of what was done by then; with the online report accepted, it takes the letter to 已报结.
    func recordReportBack(_ input: RecordReportBackInput, _ context: WriteContext) async throws -> LetterPayload {
        try await change(.recordReportBack, input, context) { change in
            var faults = Faults()
            let received = change.letter.receivedOn
            let earliest = max(received, change.facts.reportableFrom ?? received)
            faults.past(input.sentOn, today: change.today, notBefore: earliest, "sentOn")
            let docRef = faults.text(input.docRef, IncomingLetter.referenceLimit, "docRef")
            try faults.throwIfAny()
            change.facts.reportSentOn = input.sentOn
            change.write(
                "reportBack",
                """
                UPDATE letters.report_back SET sent_on = \(input.sentOn), doc_ref = \(docRef) WHERE letter_id = \(change.letter.id)
                """
            )
        }
    }
}
