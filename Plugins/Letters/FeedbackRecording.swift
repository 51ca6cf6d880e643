import CourtFormats
import PluginKit
import Postgres

extension LetterCommands {
    /// Days after a reply in which it may be rated.
    private static let ratingPeriod = 30

    /// 登记当事人评价: once by each sender for each reply.
    func recordFeedback(_ input: RecordFeedbackInput, _ context: WriteContext) async throws -> LetterPayload {
        try await change(.recordFeedback, input, context) { change in
            // The guard says that there is no reply.
            guard let sentOn = change.facts.replySentOn else { return }
            var faults = Faults()
            faults.past(input.receivedOn, today: change.today, notBefore: sentOn, "receivedOn")
            let comment = faults.optionalText(input.comment.value, 2000, isLong: true, "comment")
            try faults.throwIfAny()
            let letter = change.letter
            let sender = input.senderId.value
            let ratings = try await context.transaction.queryOne(
                """
                SELECT EXISTS (
                    SELECT FROM letters.feedback f WHERE f.letter_id = s.letter_id AND f.sender_id = s.id AND f.reply_sent_on = \(sentOn)
                ) AS is_rated
                FROM letters.letter_sender s WHERE s.id = \(sender) AND s.letter_id = \(letter.id)
                """
            )
            guard let ratings else { throw DomainError.absent("senderId") }
            change.facts.proposal.isRatedAlready = try ratings.decode("is_rated")
            change.facts.proposal.isRatedInTime = sentOn.days(until: input.receivedOn) <= Self.ratingPeriod
            change.write(
                "feedback",
                """
                INSERT INTO letters.feedback (letter_id, court_code, sender_id, rating, liked, comment, received_on, via, reply_sent_on)
                VALUES (\(letter.id), \(letter.courtCode), \(sender), \(input.rating.rawValue), \(input.liked), \(comment),
                    \(input.receivedOn), \(input.via.rawValue), \(sentOn))
                """
            )
        }
    }
}
