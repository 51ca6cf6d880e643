import CourtCore
import CourtFormats
import PluginKit
import Postgres

extension LetterLife {
    /// 转送: an accusation to discipline only, anything else to a lower court or another body.
    static let transfer = LetterAct("letter.transferred", knows: isRegistrar) { (input: TransferLetterInput, change) in
        // Never for an accusation: nobody is told where it went.
        let toldOn = change.before.isAccusation ? nil : input.toldPetitionerOn.value
        let reportDueOn = try await change.receiverReportDueOn()
        change.insert(
            "transfer",
            into: "letters.letter_transfer",
            """
            target, to_org, transferred_on, told_petitioner_on, reported_on, report_doc_ref, report_due_on, no_report_reason
            """,
            "\(input.target), \(input.toOrg), \(change.today), \(toldOn), NULL, NULL, \(reportDueOn), NULL",
            replacing: "letter_id"
        )
    }

    /// 对转办提出异议, within the working days that the rule `letters.objection` counts from receipt.
    static let objectRouting = LetterAct("letter.routingObjected") { (input: ObjectRoutingInput, change) in
        change.row.assigneeID = nil
        change.row.assignedAt = nil
        change.insert(
            "routingObjection",
            into: "letters.routing_objection",
            "reason, objected_on",
            "\(input.reason), \(change.today)"
        )
    }

    /// 转办单位的答复: agreed returns the letter, otherwise it goes on.
    static let decideObjection = LetterAct("letter.routingDecided") { (input: DecideRoutingObjectionInput, change) in
        change.update(
            "routingObjection",
            "letters.routing_objection",
            "sender_agreed = \(input.senderAgreed), decided_on = \(change.today)"
        )
    }
}

extension LetterChange {
    /// When the receiving body's report is due by the rule `letters.receiverReport`; nil where there is none.
    fileprivate func receiverReportDueOn() async throws -> CalendarDate? {
        let book = DeadlineBook(context.transaction)
        do {
            let rule = try await book.rule("letters.receiverReport", court: before.courtCode, on: today)
            guard let amount = rule.amount else { return nil }
            return try await book.dueDate(from: today, amount: amount, unit: rule.unit)
        } catch let error as DomainError where error.code == .deadlineRuleMissing {
            return nil
        }
    }
}
