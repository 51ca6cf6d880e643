import PluginKit
import Postgres

/// Records what was explained to a petitioner (释法明理), of a registration or of a dossier.
struct ExplanationRecorder {
    private let input: RecordExplanationInput
    private let context: WriteContext

    init(_ input: RecordExplanationInput, _ context: WriteContext) {
        self.input = input
        self.context = context
    }

    func record() async throws -> ExplanationPayload {
        let speaker = try context.staff
        let matter = try await MatterReference(input.registrationId.value, input.dossierId.value, in: context)
        let row = try await context.transaction.queryOne(
            """
            INSERT INTO dossiers.explanation (court_code, registration_id, dossier_id, kind, phase, held_on, by_id, content)
            VALUES (\(matter.courtCode), \(matter.registration), \(matter.dossier), \(input.kind.rawValue), \(input.phase.rawValue),
                \(input.heldOn), \(speaker), \(input.content))
            RETURNING id
            """
        )
        matter.audit("explanation.recorded", "explanations", in: context)
        return ExplanationPayload(explanation: try row?.decode("id", as: Int64.self))
    }
}
