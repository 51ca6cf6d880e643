import CourtCore
import CourtFormats
import PluginKit

/// The life of a dossier (信访档案) as far as letters need it.
enum DossierLife {
    static let workflow: Workflow<DossierRow> = Workflow(
        made: [.init("openDossier", in: .draft, by: [.clerk, .handler], event: "dossier.drafted")],
        [.take(approve, from: [.draft], to: .active, by: [.divisionHead], when: [otherApprover])],
        payload: { DossierPayload(dossier: $0) }
    )

    /// 批准建档, with the day on which the dossier is reviewed, at most twelve months ahead.
    private static let approve = Act<DossierRow>("dossier.opened", announced: true) {
        (input: ApproveDossierInput, change) in
        change.row.openedOn = change.today
        change.row.openApprovedByID = try change.staff
        change.row.reviewDueOn = input.reviewDueOn
    }

    private static let otherApprover = Guard<DossierRow>("otherApprover", "批准人不得为建档人") {
        $0.row.createdBy != $0.principal.staffID
    }
}
