import PluginKit

/// What of petitioners' entries needs a permission of its own.
enum PetitionerPermissions {
    static let all = [
        Permission("dossiers.reveal", PurposeRule.rolesThatMayReveal),
        Permission("dossiers.register", [.clerk]),
        Permission("dossiers.match", PurposeRule.rolesThatMayMatch),
        Permission("dossiers.rights", [.dpo, .inspector]),
        Permission("dossiers.exports", ExportLife.heads.union([.dpo, .inspector])),
        Permission("dossiers.import", [.clerk]),
        Permission("dossiers.identities", [.clerk, .divisionHead, .inspector, .dpo]),
    ]
}
