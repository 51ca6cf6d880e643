import CourtCore
import PluginKit

extension LetterCommands {
    /// 归入档案, with the letter's registration.
    func linkLetterDossier(_ input: LinkLetterDossierInput, _ context: WriteContext) async throws -> LetterPayload {
        try await change(.linkDossier, input, context) { change in
            // A letter taken in while the register of petitions was off has no registration to link.
            guard let registry = context.service((any PetitionRegistry).self),
                let registration = change.letter.registrationID
            else { throw DomainError(.guardFailed, "不满足流转条件：来信没有信访登记") }
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
