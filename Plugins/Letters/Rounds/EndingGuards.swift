import CourtFormats
import PluginKit
import Postgres

extension LetterLife {
    /// The receiving body has reported, or it is said why the letter ends without that.
    static let receiverReported = Check("receiverReported", "受理单位尚未反馈办理结果", of: CloseLetterInput.self) { input, _ in
        input.receiverReport.value != nil || input.noReportReason.value != nil
    }

    /// A letter ends without the receiving body's report only once the time for it has passed.
    static let reportAwaited = Check("reportAwaited", "受理单位反馈期限未满", on: .input, [LetterFact.receiverReportDueOn]) {
        subject in
        guard subject.input(CloseLetterInput.self)?.noReportReason.value != nil,
            let due = try subject.facts(LetterFact.receiverReportDueOn)
        else { return true }
        return subject.today > due
    }

    /// Leaders' letters are handled as a leader has said (院长来信, S25).
    static let endorsed = Check(
        "endorsed",
        "院长来信尚无领导批示",
        sql: """
            r.source <> 'PRESIDENT' OR EXISTS (SELECT FROM letters.endorsement e WHERE e.letter_id = r.id)
            """
    )
}

extension LetterFact {
    static let receiverReportDueOn = Fact<CalendarDate?>(
        "receiver_report_due_on",
        "SELECT t.report_due_on FROM letters.letter_transfer t WHERE t.letter_id = r.id"
    )
    /// Days after a reply in which it may be rated; nil: no rule bounds them.
    static let ratingLimit = Fact<Int?>("rating_limit", rule("'letters.rating'", "amount"))
}
