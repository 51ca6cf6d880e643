import CourtCore
import PluginKit

extension LetterCommands {
    /// 归入档案, with the letter's registration.
    func linkLetterDossier(_ input: LinkLetterDossierInput, _ context: WriteContext) async throws -> LetterPayload {
        try await change(.linkDossier, input, context) { change in
            // The guard says that there is none.
            guard let registry = context.service((any PetitionRegistry).self),
                let registration = change.letter.registrationID
            else { return }
            try await registry.link(
                registration: registration,
                toDossier: input.dossierId.value,
                court: change.letter.courtCode,
                in: context
            )
            change.letter.dossierID = input.dossierId.value
        }
    }
}
