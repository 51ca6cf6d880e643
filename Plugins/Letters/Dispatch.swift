import PluginKit
import Postgres

extension LetterLife {
    /// 发出答复: signed by the last reviewer, and not before the last review.
    static let dispatch = LetterAct(
        "letter.replied",
        announced: true,
        reads: [LetterFact.roundReviewers]
    ) { (input: RecordDispatchInput, change) in
        change.row.repliedOn = input.sentOn
        change.keepDelivery(
            sentOn: input.sentOn,
            by: try change.staff,
            input.method,
            reason: input.methodReason.value,
            proof: input.deliveryProof.value
        )
        change.update(
            "reply",
            "letters.reply",
            """
            signed_by = \(try change.facts(LetterFact.roundReviewers).last), sent_on = \(input.sentOn), method = \(input.method),
            method_reason = \(input.methodReason.value), delivery_proof = \(input.deliveryProof.value)
            """
        )
    }
}
