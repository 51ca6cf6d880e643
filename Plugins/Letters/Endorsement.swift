import PluginKit
import Postgres

extension LetterCommands {
    /// 领导批示: procedural text only.
    ///
    /// A later endorsement takes the place of an earlier one.
    func endorseLetter(_ input: EndorseLetterInput, _ context: WriteContext) async throws -> LetterPayload {
        var faults = Faults()
        let text = faults.optionalText(input.text.value, 500, isLong: true, "text")
        try faults.throwIfAny()
        return try await change(.endorse, input, context) { change in
            change.write(
                "endorsement",
                """
                INSERT INTO letters.endorsement (letter_id, court_code, by_id, at, kind, text)
                VALUES (\(change.letter.id), \(change.letter.courtCode), \(try context.staff), \(change.now), \(input.kind.rawValue), \(text))
                ON CONFLICT (letter_id) DO UPDATE SET by_id = excluded.by_id, at = excluded.at, kind = excluded.kind, text = excluded.text
                """
            )
        }
    }
}
