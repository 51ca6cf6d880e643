import CourtCore
import PluginKit

extension DossierCommands {
    func createPetitioner(_ input: CreatePetitionerInput, _ context: WriteContext) async throws -> PetitionerPayload {
        let sender = try PetitionerSealing(input, context).sealed()
        let key = try await PetitionerBook.enter(
            sender,
            kind: input.kind,
            idDocType: input.idNumber.value == nil
                ? input.idDocType.value : input.idDocType.value ?? (input.kind == .naturalPerson ? .residentId : .uscc),
            court: context.principal.courtCode,
            on: context.clock.today,
            in: context
        )
        return PetitionerPayload(petitioner: key)
    }

    func revealPetitioner(_ input: RevealPetitionerInput, _ context: WriteContext) async throws
        -> RevealPetitionerPayload
    {
        try await PetitionerReveal(input: input, context: context).run()
    }

    func petitionerMatch(_ input: PetitionerMatchInput, _ context: WriteContext) async throws
        -> PetitionerMatchPayload
    {
        try await PetitionerMatching(input: input, context: context).run()
    }
}
