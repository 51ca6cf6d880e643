public import PluginKit

/// 信访档案: petitioners, registrations and dossiers, as far as letters need them.
public enum Dossiers {
    /// The plugin.
    public static func plugin() -> Plugin {
        Plugin(
            name: "dossiers",
            fragments: Embedded.fragments,
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
            ] + NoticeManifest.permissions,
            commands: DossierCommands().commands.map { $0.name == "revealPetitioner" ? $0.askedAnew() : $0 },
            resolvers: CaseReads.resolvers,
            services: [RegistrationBook()],
            workflows: [
                DossierLife.workflow, RegistrationLife.workflow, RiskNoticeLife.workflow, ConsultationLife.workflow,
            ],
            metrics: NoticeManifest.metrics,
            timers: [RiskNoticeLife.expires, RiskNoticeLife.ackMissed],
            materials: [ConsultationMaterials.owner]
        )
    }
}
