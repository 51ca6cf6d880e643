import PluginKit

/// An assessment of remedies (救济途径评估) is made once; then it is explained, and what the petitioner says of it is kept.
enum RemedyLife {
    static let workflow = Workflow<RemedyAssessmentRow>(
        made: [.init("recordRemedyAssessment", in: .present, by: [.handler], event: "remedyAssessment.created")],
        [.stay(acknowledge, in: [.present], by: [.handler])],
        payload: { RemedyAssessmentPayload(remedyAssessment: $0) }
    )

    private static let acknowledge = Act<RemedyAssessmentRow>("remedyAssessment.explained") {
        (input: AcknowledgeRemediesInput, change) in
        change.row.explainedOn = input.explainedOn
        change.row.petitionerAck = input.petitionerAck
    }
}
