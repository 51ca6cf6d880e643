import CourtCore
import PluginKit
import Postgres

// 装订 and 归档.
extension DossierLife {
    /// A volume is made, filled and bound in one act, so that none is left open.
    static let bindVolume = DossierAct("dossier.volumeBound") { (input: BindDossierVolumeInput, change) in
        let context = change.context
        let object = DossierMaterials.object(of: change.before)
        let field = InputPath.input(["materialIds"])
        let title = input.kind == .main ? "正卷" : "副卷"
        let volume = try await context.volumes.make(input.kind.rawValue, of: object, title: title, in: context)
        _ = try await context.volumes.append(
            input.materialIds.map(\.value),
            to: volume,
            field: field,
            in: context
        )
        _ = try await context.volumes.bind(volume, field: field, in: context)
        change.touch("volumes")
    }

    static let archive = DossierAct("dossier.archived", announced: true) { (input: ArchiveDossierInput, change) in
        change.row.archivedOn = change.today
        change.row.retentionClass = input.retentionClass
        change.row.retentionUntil = RetentionPeriod.lastDay(
            input.retentionClass,
            closedOn: change.before.closedOn ?? change.today
        )
    }
}
