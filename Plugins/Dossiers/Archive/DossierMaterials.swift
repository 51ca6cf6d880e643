import PluginKit
import Postgres

/// The documents of a dossier (材料): attached until it is archived, read by whoever may read what it says.
enum DossierMaterials {
    static let attach = Permission("dossiers.attach", [.clerk, .handler, .divisionHead, .inspector, .archivist])
    static let read = Permission(
        "dossiers.materials",
        [.clerk, .handler, .divisionHead, .vicePresident, .president, .inspector, .archivist]
    )

    static let owner = MaterialOwner(type: "Dossier", attach: attach.name, read: read.name) { object, _, context in
        let row = try await context.transaction.queryOne("SELECT status FROM dossiers.dossier WHERE id = \(object.id)")
        let status = try row?.decode("status", as: String.self) ?? ""
        guard ["DRAFT", "ACTIVE", "CLOSED"].contains(status) else {
            throw DomainError(.illegalTransition, "当前状态不允许该操作")
        }
    }

    static func object(of dossier: DossierRow) -> MaterialObject {
        MaterialObject(type: DossierRow.typeName, id: dossier.id, courtCode: dossier.courtCode)
    }
}
