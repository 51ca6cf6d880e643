import PluginKit
import Postgres

extension LetterCommands {
    /// 发出答复: signed by the last reviewer, and not before the last review.
    func recordDispatch(_ input: RecordDispatchInput, _ context: WriteContext) async throws -> LetterPayload {
        try await change(.dispatch, input, context) { change in
            var faults = Faults()
            let earliest = max(change.letter.receivedOn, change.letter.approvedOn ?? change.letter.receivedOn)
            faults.past(input.sentOn, today: change.today, notBefore: earliest, "sentOn")
            let methodReason = faults.optionalText(input.methodReason.value, 500, "methodReason")
            if input.method == .publicNote, input.methodReason.value?.isEmpty != false {
                faults.add(["methodReason"], DomainError.Code.textEmpty.rawValue, "内容不能为空")
            }
            let deliveryProof = faults.optionalText(input.deliveryProof.value, 500, "deliveryProof")
            try faults.throwIfAny()
            change.letter.repliedOn = input.sentOn
            change.write(
                "reply",
                """
                UPDATE letters.reply SET signed_by = \(change.facts.roundReviewers.last), sent_on = \(input.sentOn),
                    method = \(input.method.rawValue), method_reason = \(methodReason), delivery_proof = \(deliveryProof)
                WHERE letter_id = \(change.letter.id)
                """
            )
        }
    }
}
