import CourtCore
import PluginKit
import Postgres

extension LetterCommands {
    /// 转送: an accusation to discipline only, anything else to a lower court or another body.
    func transferLetter(_ input: TransferLetterInput, _ context: WriteContext) async throws -> LetterPayload {
        var faults = Faults()
        let toOrg = faults.text(input.toOrg, IncomingLetter.referenceLimit, "toOrg")
        try faults.throwIfAny()
        return try await change(.transfer, input, context) { change in
            if let told = input.toldPetitionerOn.value {
                var faults = Faults()
                faults.past(told, today: change.today, notBefore: change.letter.receivedOn, "toldPetitionerOn")
                try faults.throwIfAny()
            }
            change.facts.proposal.transferTarget = input.target
            change.facts.proposal.isPetitionerTold = input.toldPetitionerOn.value != nil
            // Never for an accusation: nobody is told where it went.
            let toldOn = change.facts.isAccusation ? nil : input.toldPetitionerOn.value
            change.write(
                "transfer",
                """
                INSERT INTO letters.letter_transfer (letter_id, court_code, target, to_org, transferred_on, told_petitioner_on)
                VALUES (\(change.letter.id), \(change.letter.courtCode), \(input.target.rawValue), \(toOrg), \(change.today), \(toldOn))
                ON CONFLICT (letter_id) DO UPDATE SET target = excluded.target, to_org = excluded.to_org,
                    transferred_on = excluded.transferred_on, told_petitioner_on = excluded.told_petitioner_on,
                    reported_on = NULL, report_doc_ref = NULL
                """
            )
        }
    }

    /// 对转办提出异议, within the working days that the rule `letters.objection` counts from receipt.
    func objectRouting(_ input: ObjectRoutingInput, _ context: WriteContext) async throws -> LetterPayload {
        var faults = Faults()
        let reason = faults.reason(input.reason)
        try faults.throwIfAny()
        return try await change(.objectRouting, input, context) { change in
            let book = DeadlineBook(context.transaction)
            let received = change.letter.receivedOn
            let rule = try await book.rule("letters.objection", court: change.letter.courtCode, on: received)
            let lastDay = try await book.dueDate(from: received, amount: rule.amount ?? 0, unit: rule.unit)
            change.facts.isObjectionInTime = change.today <= lastDay
            change.letter.assigneeID = nil
            change.letter.assignedAt = nil
            change.write(
                "routingObjection",
                """
                INSERT INTO letters.routing_objection (letter_id, court_code, reason, objected_on)
                VALUES (\(change.letter.id), \(change.letter.courtCode), \(reason), \(change.today))
                ON CONFLICT (letter_id) DO NOTHING
                """
            )
        }
    }

    /// 转办单位的答复: agreed returns the letter, otherwise it goes on.
    func decideRoutingObjection(
        _ input: DecideRoutingObjectionInput,
        _ context: WriteContext
    ) async throws -> LetterPayload {
        try await change(.decideObjection, input, context) { change in
            change.facts.proposal.hasSenderAgreed = input.senderAgreed
            change.write(
                "routingObjection",
                """
                UPDATE letters.routing_objection SET sender_agreed = \(input.senderAgreed), decided_on = \(change.today)
                WHERE letter_id = \(change.letter.id)
                """
            )
        }
    }
}
