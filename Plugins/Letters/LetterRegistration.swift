import CourtCore
import PluginKit

extension LetterCommands {
    /// Takes the letters' registrations to where the letters are; nothing where the register of petitions is off.
    func follow(
        _ registrations: [Int64],
        _ state: LetterState,
        after action: LetterAction,
        in context: WriteContext
    ) async throws {
        guard let registry = context.service((any PetitionRegistry).self) else { return }
        // A duplicate goes back to waiting for its root, which is what is done again.
        let isReopened = action == .reopen && state != .duplicate
        try await registry.follow(registrations, to: isReopened ? .reopened : state.petitionState, in: context)
    }
}

extension LetterState {
    /// Where a letter's registration is (登记状态) while the letter is in this state.
    var petitionState: PetitionState {
        switch self {
        case .registered: .received
        case .classified, .objected: .screened
        case .returnedToSender: .returned
        case .transferred: .forwarded
        case .duplicate: .merged
        case .assigned, .handling, .paused, .inReview, .approved: .accepted
        case .replied, .reported: .handled
        case .closed, .bound, .archived: .closed
        case .voided: .voided
        }
    }
}
