import PluginKit
import Postgres

extension LetterLife {
    /// 网上报结; again after a return.
    static let submitOnlineReport = LetterAct("letter.onlineReported") { (input: SubmitOnlineReportInput, change) in
        change.insert(
            "onlineReport",
            into: "letters.online_report",
            "platform, submitted_at, external_ref, result, return_reason",
            "\(input.platform), \(change.now), \(input.externalRef), \(OnlineResult.pending), NULL",
            replacing: "letter_id"
        )
        change.insert(
            "onlineSubmissions",
            into: "letters.online_submission",
            "platform, submitted_at, submitted_by, external_ref, result",
            "\(input.platform), \(change.now), \(try change.staff), \(input.externalRef), \(OnlineResult.pending)"
        )
    }

    /// 报结结果: with the report back sent, an accepted one takes the letter to 已报结.
    static let recordOnlineResult = LetterAct("letter.onlineResultRecorded") {
        (input: RecordOnlineResultInput, change) in
        change.update(
            "onlineReport",
            "letters.online_report",
            "result = \(input.result), return_reason = \(input.returnReason.value)"
        )
        change.update(
            "onlineSubmissions",
            "letters.online_submission",
            "result = \(input.result), result_on = \(change.today), return_reason = \(input.returnReason.value)",
            where: "result = 'PENDING'"
        )
    }

    /// 向交办机关报告, of what was done by then; with the online report accepted, it takes the letter to 已报结.
    static let recordReportBack = LetterAct(
        "letter.reportedBack",
        reads: [LetterFact.reportableFrom]
    ) { (input: RecordReportBackInput, change) in
        let received = change.before.receivedOn
        let earliest = max(received, try change.facts(LetterFact.reportableFrom) ?? received)
        try DomainError.require(input.sentOn, notBefore: earliest, "sentOn")
        change.update("reportBack", "letters.report_back", "sent_on = \(input.sentOn), doc_ref = \(input.docRef)")
    }
}
