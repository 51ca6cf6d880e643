public import PluginKit

/// 来信: letters, the batches in which they are transferred, and what is done about them until they are archived.
public enum Letters {
    /// The plugin.
    ///
    /// Registrations and dossiers come with the dossiers plugin; without it letters work the same.
    public static func plugin() -> Plugin {
        Plugin(
            name: "letters",
            fragments: Embedded.fragments,
            migrations: Embedded.migrations,
            permissions: permissions,
            commands: LetterCommands().commands.map { askedAnew.contains($0.name) ? $0.askedAnew() : $0 },
            services: [LetterPersonalRecords()],
            workflows: [LetterLife.workflow, NoticeTemplateLife.workflow],
            metrics: LetterMetrics.all,
            tools: [LettersCommand.self],
            demo: LettersDemo.steps,
            timers: [LetterLife.pauseEnds, LetterReminders.daily],
            openWork: [OpenLetters.work]
        )
    }

    /// Those of reads; whoever may take an action of the workflow holds that of its mutation.
    private static let permissions: [Permission] = [
        Permission("letters.read", handlingRoles.union([.dpo, .archivist, .upperCourtReader])),
        Permission("letters.content", handlingRoles),
        Permission(
            "letters.history",
            [.divisionHead, .vicePresident, .president, .inspector, .dpo, .archivist]
        ),
        Permission("letters.notify", [.clerk, .handler]),
        Permission("letters.match", [.clerk, .divisionHead, .inspector]),
        Permission(
            "letters.report",
            [.clerk, .divisionHead, .vicePresident, .president, .inspector, .evaluator, .upperCourtReader]
        ),
    ]

    /// What shows or compares personal data is run anew, with every check, whoever repeats a request.
    private static let askedAnew: Set = ["renderNotice", "findLettersBySender"]

    private static let handlingRoles: Set<Role> = [
        .clerk, .handler, .divisionHead, .vicePresident, .president, .inspector,
    ]
}
