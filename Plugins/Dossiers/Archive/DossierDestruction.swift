import PluginKit
import Postgres

// 销毁: an archivist appraises and asks, a vice-president confirms; what the dossier says is gone then, and its row stays, with
// its number, class, days, and who decided.
extension DossierLife {
    static let requestDestruction = DossierAct("dossier.destructionRequested") {
        (input: RequestDestructionInput, change) in
        change.insert(
            "destruction",
            into: "dossiers.dossier_destruction",
            "appraisal, requested_by, requested_on",
            "\(input.appraisal), \(try change.staff), \(change.today)"
        )
    }

    static let refuseDestruction = DossierAct("dossier.destructionRefused") {
        (input: RefuseDestructionInput, change) in
        change.delete("destruction", from: "dossiers.dossier_destruction")
        change.decide(.destructionRefused, input.reason)
    }

    static let confirmDestruction = DossierAct("dossier.destroyed", announced: true) {
        (_: ConfirmDestructionInput, change) in
        let staff = try change.staff
        change.row.title = "已销毁"
        change.row.noCaseReason = nil
        change.update("claims", "dossiers.claim", "text = '', reason = NULL, legal_basis = NULL")
        change.update("caseLinks", "dossiers.case_link", "outcome = NULL")
        change.update("decisions", "dossiers.dossier_decision", "reason = ''")
        change.write("explanations", "SELECT dossiers.blank_destroyed(\(change.before.id))")
        change.delete("petitioners", from: "dossiers.dossier_petitioner")
        change.delete("text", from: "dossiers.dossier_text")
        change.update(
            "destruction",
            "dossiers.dossier_destruction",
            "confirmed_by = \(staff), confirmed_on = \(change.today)"
        )
        try await destroyMaterials(of: change.before, change.context)
        change.touch("materials")
    }

    private static func destroyMaterials(of dossier: DossierRow, _ context: WriteContext) async throws {
        let object = DossierMaterials.object(of: dossier)
        let rows = try await context.transaction.query(
            """
            SELECT id FROM core.material
            WHERE object_type = \(object.type) AND object_id = \(object.id) AND state = 'STORED' ORDER BY id
            """
        )
        for row in rows { try await context.materials.destroy(try row.decode("id"), of: object, in: context) }
    }
}
