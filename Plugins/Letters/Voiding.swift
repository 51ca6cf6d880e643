import PluginKit

extension LetterCommands {
    /// 作废, registered in error.
    ///
    /// The row and its number stay; it repeats no other letter any more.
    func voidLetter(_ input: VoidLetterInput, _ context: WriteContext) async throws -> LetterPayload {
        var faults = Faults()
        let reason = faults.reason(input.reason)
        try faults.throwIfAny()
        return try await change(.void, input, context) { change in
            change.letter.voidReason = reason
            change.letter.duplicate = nil
        }
    }
}
