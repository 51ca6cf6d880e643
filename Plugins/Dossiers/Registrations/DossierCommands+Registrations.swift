import CourtCore
import PluginKit

extension DossierCommands {
    func registerContact(_ input: RegisterContactInput, _ context: WriteContext) async throws -> RegisterContactPayload
    {
        try await ContactRegistrar(input, context).register()
    }

    func recordRemedyAssessment(_ input: RecordRemedyAssessmentInput, _ context: WriteContext) async throws
        -> RemedyAssessmentPayload
    {
        try await RemedyRecorder(input, context).record()
    }

    func recordExplanation(_ input: RecordExplanationInput, _ context: WriteContext) async throws -> ExplanationPayload
    {
        try await ExplanationRecorder(input, context).record()
    }

    func drawSample(_ input: DrawSampleInput, _ context: WriteContext) async throws -> SampleAuditPayload {
        try await SampleDraw(input, context).draw()
    }
}
