public import PluginKit

/// 信访档案: petitioners, registrations and dossiers, as far as letters need them.
public enum Dossiers {
    /// The plugin.
    public static func plugin() -> Plugin {
        Plugin(
            name: "dossiers",
            fragments: Embedded.fragments + [RegistrationImport.fragment],
            migrations: Embedded.migrations,
            permissions: [
                Permission(
                    "dossiers.read",
                    [
                        .clerk, .handler, .divisionHead, .vicePresident, .president, .inspector, .dpo, .archivist,
                        .upperCourtReader,
                    ]
                ),
                Permission(
                    "dossiers.content",
                    [.clerk, .handler, .divisionHead, .vicePresident, .president, .inspector]
                ),
                Permission(
                    "dossiers.history",
                    [.divisionHead, .vicePresident, .president, .inspector, .dpo, .archivist]
                ),
                Permission("dossiers.reveal", PurposeRule.rolesThatMayReveal),
                Permission("dossiers.register", [.clerk]),
                Permission("dossiers.match", PurposeRule.rolesThatMayMatch),
                Permission("dossiers.rights", [.dpo, .inspector]),
                Permission("dossiers.exports", ExportLife.heads.union([.dpo, .inspector])),
                Permission("dossiers.import", [.clerk]),
                Permission("dossiers.identities", [.clerk, .divisionHead, .inspector, .dpo]),
                DossierMaterials.attach, DossierMaterials.read,
            ] + RegistrationPermissions.all,
            commands: DossierCommands().commands.map {
                PetitionerCommands.askedAnew.contains($0.name) ? $0.askedAnew() : $0
            } + [RegistrationImport.command],
            resolvers: [ContactStatusRead.resolver, RegistrationLife.notChecked] + DossierReads.resolvers,
            services: [RegistrationBook()],
            workflows: [
                DossierLife.workflow, RegistrationLife.workflow, RemedyLife.workflow, SampleLife.workflow,
                PetitionerLife.workflow, IdentityConflictLife.workflow, RightsLife.workflow, ExportLife.workflow,
            ],
            metrics: RegistrationMetrics.all,
            imports: [FileImport("registrations", by: "importRegistrations")],
            tools: [RegistrationsCommand.self, PetitionersCommand.self],
            demo: DossiersDemo.steps,
            timers: NoticeTimers.timers + [IdCopies.expiry, RightsLife.reminder, ExportLife.expiry]
                + [DossierReview.near, DossierReview.due],
            materials: [IdCopies.owner, DossierMaterials.owner]
        )
    }
}
