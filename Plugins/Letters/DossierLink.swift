import CourtCore
import PluginKit

extension LetterLife {
    /// 归入档案, with the letter's registration.
    static let linkDossier = LetterAct(
        "letter.dossierLinked",
        isOffered: { $0.service((any PetitionRegistry).self) != nil }
    ) { (input: LinkLetterDossierInput, change) in
        // The guard has said that there is one.
        guard let registry = change.context.service((any PetitionRegistry).self),
            let registration = change.before.registrationID
        else { return }
        let dossier = input.dossierId.value
        let court = change.before.courtCode
        try await registry.link(registration: registration, toDossier: dossier, court: court, in: change.context)
        change.row.dossierID = dossier
    }
}
