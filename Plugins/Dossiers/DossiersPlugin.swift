public import PluginKit

/// 信访档案: petitioners and their rights, registrations of every channel, dossiers, risk notices and consultations.
public enum Dossiers {
    /// The plugin.
    public static func plugin() -> Plugin {
        Plugin(
            name: "dossiers",
            fragments: Embedded.fragments + [RegistrationImport.fragment],
            migrations: Embedded.migrations,
            permissions: reading + PetitionerPermissions.all + RegistrationPermissions.all + NoticeManifest.permissions
                + [DossierMaterials.attach, DossierMaterials.read],
            commands: DossierCommands().commands.map {
                PetitionerCommands.askedAnew.contains($0.name) ? $0.askedAnew() : $0
            } + [RegistrationImport.command],
            resolvers: [ContactStatusRead.resolver, RegistrationLife.notChecked] + DossierReads.resolvers
                + CaseReads.resolvers,
            services: [RegistrationBook()],
            workflows: [
                DossierLife.workflow, RiskNoticeLife.workflow, ConsultationLife.workflow,
                RegistrationLife.workflow, RemedyLife.workflow, SampleLife.workflow,
                PetitionerLife.workflow, IdentityConflictLife.workflow, RightsLife.workflow, ExportLife.workflow,
            ],
            metrics: RegistrationMetrics.all + NoticeManifest.metrics,
            imports: [FileImport("registrations", by: "importRegistrations")],
            tools: [RegistrationsCommand.self, PetitionersCommand.self],
            demo: DossiersDemo.steps,
            timers: NoticeTimers.timers + [IdCopies.expiry, RightsLife.reminder, ExportLife.expiry]
                + [DossierReview.near, DossierReview.due, RiskNoticeLife.expires, RiskNoticeLife.ackMissed],
            materials: [IdCopies.owner, DossierMaterials.owner, ConsultationMaterials.owner],
            openWork: OpenDossiers.all
        )
    }

    /// Who sees rows, what was written in them, and what is on record of them.
    private static let reading = [
        Permission(
            "dossiers.read",
            [
                .clerk, .handler, .divisionHead, .vicePresident, .president, .inspector, .dpo, .archivist,
                .upperCourtReader,
            ]
        ),
        Permission("dossiers.content", [.clerk, .handler, .divisionHead, .vicePresident, .president, .inspector]),
        Permission("dossiers.history", [.divisionHead, .vicePresident, .president, .inspector, .dpo, .archivist]),
    ]
}
