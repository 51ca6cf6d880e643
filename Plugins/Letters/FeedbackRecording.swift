import PluginKit
import Postgres

extension LetterLife {
    /// 登记当事人评价: once by each sender for each reply.
    static let recordFeedback = LetterAct(
        "letter.rated",
        reads: [LetterFact.replySentOn]
    ) { (input: RecordFeedbackInput, change) in
        let sentOn = try change.facts(LetterFact.replySentOn)
        try DomainError.require(input.receivedOn, notBefore: sentOn, "receivedOn")
        change.insert(
            "feedback",
            into: "letters.feedback",
            "sender_id, rating, liked, comment, received_on, via, reply_sent_on",
            """
            \(input.senderId.value), \(input.rating), \(input.liked), \(input.comment.value), \(input.receivedOn), \(input.via),
            \(sentOn)
            """
        )
    }
}
