import PluginKit
import Postgres

extension LetterLife {
    /// 指定专人: a handler of the court who is neither accused nor of an accused person's department.
    static let assign = LetterAct("letter.assigned") { (input: AssignLetterInput, change) in
        change.assign(to: input.assigneeId)
    }

    /// 改派: the new handler begins anew, with a draft of their own.
    static let reassign = LetterAct("letter.reassigned") { (input: ReassignLetterInput, change) in
        change.assign(to: input.assigneeId)
        try change.keepReason(ReassignLetterInput.mutation, input.reason)
    }
}

extension LetterChange {
    fileprivate mutating func assign(to staff: EntityID) {
        row.assigneeID = staff.value
        row.assignedAt = now
    }

    /// Keeps why it was decided.
    mutating func keepReason(_ action: String, _ reason: String, ground: ReopenGround? = nil) throws(DomainError) {
        insert(
            "decisions",
            into: "letters.letter_decision",
            "action, ground, reason, by_id, at",
            "\(action), \(ground), \(reason), \(try staff), \(now)"
        )
    }
}
