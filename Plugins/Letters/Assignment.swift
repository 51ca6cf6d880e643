import CourtCore
import PluginKit

extension LetterCommands {
    /// 指定专人.
    func assignLetter(_ input: AssignLetterInput, _ context: WriteContext) async throws -> LetterPayload {
        try await change(.assign, input, context) { change in
            try await change.assign(to: input.assigneeId.value)
        }
    }

    /// 改派: the new handler begins anew, with a draft of their own.
    func reassignLetter(_ input: ReassignLetterInput, _ context: WriteContext) async throws -> LetterPayload {
        var faults = Faults()
        let reason = faults.reason(input.reason)
        try faults.throwIfAny()
        return try await change(.reassign, input, context) { change in
            try await change.assign(to: input.assigneeId.value)
            try change.keepReason(.reassign, reason)
        }
    }
}

extension LetterChange {
    /// Assigns the letter to a handler of the court who is neither accused nor of an accused person's department.
    fileprivate mutating func assign(to staff: Int64) async throws {
        let transaction = context.transaction
        let assignee = try await StaffDirectory.member(staff, field: .input(["assigneeId"]), in: transaction)
        if !letter.accusedStaffIDs.isEmpty {
            let accused = try await StaffDirectory.members(letter.accusedStaffIDs, in: transaction)
            guard !accused.contains(where: { $0.id == staff || $0.departmentID == assignee.departmentID }) else {
                throw DomainError(.recusalRequired, "应当回避", field: .input(["assigneeId"]))
            }
        }
        facts.proposal.isAssigneeActive = assignee.isActive
        facts.proposal.isAssigneeOfCourt = assignee.courtCode == letter.courtCode
        facts.proposal.isAssigneeHandler = assignee.roles.contains(.handler)
        letter.assigneeID = staff
        letter.assignedAt = now
    }
}
