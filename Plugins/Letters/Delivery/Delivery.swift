import CourtFormats
import PluginKit
import Postgres

extension LetterLife {
    /// 登记退件: the letter is not closed before its reply has been sent again.
    static let recordReturnedMail = LetterAct(
        "letter.mailReturned",
        reads: [LetterFact.lastSentOn]
    ) { (input: RecordReturnedMailInput, change) in
        try DomainError.require(input.returnedOn, notBefore: try change.facts(LetterFact.lastSentOn), "returnedOn")
        change.update(
            "deliveries",
            "letters.delivery",
            "returned_on = \(input.returnedOn), return_reason = \(input.reason)",
            where: lastDelivery(of: change.before.id)
        )
    }

    /// 重新送达: by another way, if need be by public note; when the reply was given stays.
    static let resendReply = LetterAct(
        "letter.replyResent",
        reads: [LetterFact.lastReturnedOn]
    ) { (input: ResendReplyInput, change) in
        try DomainError.require(input.sentOn, notBefore: try change.facts(LetterFact.lastReturnedOn), "sentOn")
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
            method = \(input.method), method_reason = \(input.methodReason.value), delivery_proof = \(input.deliveryProof.value)
            """
        )
    }

    static let sentOut = Check("sentOut", "答复没有在途的送达", LetterFact.isSentOut) { $0 }
    static let mailReturned = Check("mailReturned", "答复未被退回", LetterFact.lastReturnedOn) { $0 != nil }
    static let delivered = Check("delivered", "答复被退回，尚未重新送达", LetterFact.lastReturnedOn) { $0 == nil }

    private static func lastDelivery(of letter: Int64) -> SQL {
        "id = (SELECT max(d.id) FROM letters.delivery d WHERE d.letter_id = \(letter))"
    }
}

extension LetterFact {
    static let lastSentOn = delivery("last_sent_on", "sent_on")
    /// The day on which the reply came back; nil where it is on its way, or was sent again.
    static let lastReturnedOn = delivery("last_returned_on", "returned_on")
    /// Whether a reply is on its way.
    static let isSentOut = Fact<Bool>(
        "is_sent_out",
        """
        coalesce((SELECT d.returned_on IS NULL FROM letters.delivery d WHERE d.letter_id = r.id ORDER BY d.id DESC LIMIT 1), false)
        """
    )

    private static func delivery(_ name: String, _ column: String) -> Fact<CalendarDate?> {
        Fact<CalendarDate?>(
            name,
            "SELECT d.\(raw: column) FROM letters.delivery d WHERE d.letter_id = r.id ORDER BY d.id DESC LIMIT 1"
        )
    }
}

extension LetterChange {
    /// Keeps that a reply was sent.
    mutating func keepDelivery(
        sentOn: CalendarDate,
        by staff: Int64,
        _ method: ReplyMethod,
        reason: String?,
        proof: String?
    ) {
        insert(
            "deliveries",
            into: "letters.delivery",
            "sent_on, method, method_reason, proof, sent_by",
            "\(sentOn), \(method), \(reason), \(proof), \(staff)"
        )
    }
}
