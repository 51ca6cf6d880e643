import CourtCore
import PluginKit
import Postgres

extension RegistrationLife {
    /// 诉访分离, with the matter's class.
    ///
    /// An accusation is sealed with whoever is known from it, and leaves its handler's hands and its dossier; an inspector who finds that it is
    /// none takes the seal off.
    static let decideSeparation = RegistrationAct("registration.screened") { (input: DecideSeparationInput, change) in
        let accused = Set(input.accusedStaffIds.map(\.value)).sorted()
        let isAccusation = input.matterClass == .accusation
        guard isAccusation || accused.isEmpty else {
            throw DomainError(.accusedNotAllowed, "仅检举控告件可填写被反映人", field: .input(["accusedStaffIds"]))
        }
        change.row.separation = input.separation
        change.row.separationTarget = input.target.value
        change.row.separationByID = try change.staff
        change.row.separatedOn = change.today
        change.row.matterClass = input.matterClass
        change.row.category = input.category
        try change.keepReason(DecideSeparationInput.mutation, input.reason)
        guard isAccusation || change.before.sealed else { return }
        if isAccusation {
            change.row.assigneeID = nil
            change.row.dossierID = nil
        }
        let registration = change.before.id
        change.touch("sealed")
        change.afterwards { context in
            context.write("SELECT dossiers.seal_registration(\(registration), \(isAccusation), \(accused))")
        }
    }
}

extension DomainError.Code {
    static let accusedNotAllowed = Self("ACCUSED_NOT_ALLOWED")
}
