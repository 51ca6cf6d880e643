package import PluginKit

/// 来信: letters, the batches in which they are transferred, and what is done about them until they are archived.
package enum Letters {
    /// The plugin.
    ///
    /// Registrations and dossiers come with the dossiers plugin; without it letters work the same.
    package static func plugin() -> Plugin {
        Plugin(
            name: "letters",
            fragments: Embedded.fragments,
            migrations: Embedded.migrations,
            permissions: permissions,
            commands: LetterCommands().commands,
            resolvers: [AvailableActions.resolver],
            metrics: LetterMetrics.all
        )
    }

    private static let permissions: [Permission] = [
        Permission("letters.read", handlingRoles.union([.dpo, .archivist, .upperCourtReader])),
        Permission("letters.content", handlingRoles),
        Permission(
            "letters.history",
            [.divisionHead, .vicePresident, .president, .inspector, .dpo, .archivist]
        ),
        Permission(
            "letters.report",
            [.clerk, .divisionHead, .vicePresident, .president, .inspector, .evaluator, .upperCourtReader]
        ),
        Permission("letters.register", [.clerk]),
        Permission("letters.import", [.clerk, .admin]),
        Permission("letters.classify", [.clerk, .inspector]),
        Permission("letters.duplicate", [.clerk, .divisionHead, .inspector]),
        Permission("letters.assign", [.divisionHead]),
        Permission("letters.transfer", [.clerk, .divisionHead, .inspector]),
        Permission("letters.handle", [.handler]),
        Permission("letters.review", [.divisionHead, .vicePresident, .president]),
        Permission("letters.dispatch", [.handler]),
        Permission("letters.report_online", [.clerk, .inspector]),
        Permission("letters.extend", [.divisionHead, .vicePresident, .president]),
        Permission("letters.close", [.divisionHead, .inspector]),
        Permission("letters.bind", [.clerk]),
        Permission("letters.archive", [.archivist]),
        Permission("letters.feedback", [.clerk]),
        Permission("letters.endorse", [.president, .vicePresident]),
        Permission("letters.void", [.divisionHead]),
    ]

    private static let handlingRoles: Set<Role> = [
        .clerk, .handler, .divisionHead, .vicePresident, .president, .inspector,
    ]
}
