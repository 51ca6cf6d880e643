package import PluginKit

package enum Visits {
    package static func plugin() -> Plugin {
        Plugin(
            name: "visits",
            fragments: Embedded.fragments,
            migrations: Embedded.migrations,
            permissions: [
                Permission("visits.read", [.clerk, .handler, .divisionHead]),
                Permission("visits.hear", [.clerk]),
            ],
            commands: VisitCommands().commands,
            resolvers: [
                BatchResolver(type: "Visit", field: "availableActions") { (keys: [VisitState], context) in
                    keys.map { VisitCommands.workflow.actions(in: $0, roles: context.principal.roles) }
                }
            ]
        )
    }
}
