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
            ] + RegistrationPermissions.all,
            commands: DossierCommands().commands.map { $0.name == "revealPetitioner" ? $0.askedAnew() : $0 } + [
                RegistrationImport.command
            ],
            resolvers: [ContactStatusRead.resolver, RegistrationLife.notChecked],
            services: [RegistrationBook()],
            workflows: [
                DossierLife.workflow, RegistrationLife.workflow, RemedyLife.workflow, SampleLife.workflow,
            ],
            metrics: RegistrationMetrics.all,
            imports: [FileImport("registrations", by: "importRegistrations")],
            tools: [RegistrationsCommand.self],
            timers: NoticeTimers.timers
        )
    }
}
