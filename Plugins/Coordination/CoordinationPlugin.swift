public import PluginKit

/// 联动与上报: linkage events, reports to the courts above, recorded interventions, technical issues.
public enum Coordination {
    /// The plugin.
    public static func plugin() -> Plugin {
        Plugin(
            name: "coordination",
            fragments: Embedded.fragments,
            migrations: Embedded.migrations,
            permissions: permissions,
            commands: CoordinationCommands().commands.map { $0.name == "revealIntervener" ? $0.askedAnew() : $0 },
            resolvers: [QuarterlyReport.resolver],
            workflows: [LinkageLife.workflow, TechnicalIssueLife.workflow, UpperReportLife.workflow],
            demo: CoordinationDemo.steps,
            timers: [QuarterReminder.daily, LinkageLife.reportDue],
            materials: [UpperReportLife.materials]
        )
    }

    /// Whoever works at a court, with any of its posts.
    static let posts: Set<Role> = [
        .clerk, .handler, .divisionHead, .vicePresident, .president, .trialStaff, .inspector, .dpo, .archivist,
        .evaluator,
    ]

    private static let heads: Set<Role> = [.divisionHead, .vicePresident, .president]

    private static let permissions: [Permission] = [
        Permission("coordination.linkage", heads.union([.clerk, .handler, .inspector, .dpo, .upperCourtReader])),
        Permission("coordination.linkageContent", heads.union([.clerk, .handler, .inspector])),
        Permission("coordination.upperReports", heads.union([.clerk, .inspector, .upperCourtReader])),
        Permission("coordination.reportContent", heads.union([.clerk, .inspector])),
        Permission("coordination.attachReport", [.clerk, .divisionHead]),
        Permission("coordination.issues", posts.union([.admin])),
        Permission("coordination.interventions", [.inspector]),
        Permission("coordination.interventionReport", [.inspector, .upperCourtReader]),
        Permission("coordination.revealIntervener", [.inspector]),
        Permission("coordination.fileZeroReport", [.inspector]),
        Permission("coordination.recordIntervention", posts),
        Permission("coordination.history", heads.union([.clerk, .inspector, .dpo])),
    ]
}
