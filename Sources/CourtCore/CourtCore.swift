package import FieldEncryption
package import PluginKit

/// What every court has before any feature: courts, staff, calendar, deadline rules, and the records of each write.
package enum CourtCore {
    /// The core as a plugin: always on.
    package static func plugin(keys: KeyRing) -> Plugin {
        Plugin(
            name: "core",
            fragments: Embedded.fragments,
            migrations: Embedded.migrations,
            permissions: [
                Permission("core.import", [.admin]), Permission("core.upload", [.admin, .clerk]),
                Permission("core.introspect", [.admin]), Permission("core.organizations", [.clerk, .admin]),
                Permission("core.disclosures", [.dpo, .inspector, .divisionHead, .vicePresident, .president]),
                Permission(
                    "core.metrics",
                    [.divisionHead, .vicePresident, .president, .inspector, .evaluator, .upperCourtReader]
                ),
                Permission("core.materials", MaterialRule.roles),
                Permission("core.openWork", [.divisionHead, .vicePresident, .president, .admin]),
                Permission("core.delegations", Set(Role.allCases).subtracting([.systemClient])),
            ],
            commands: CoreImports().commands.map {
                MaterialRule.mutations.contains($0.name) ? $0.askedAnew() : $0
            },
            resolvers: MetricReads.resolvers + OpenWorkReads.resolvers,
            services: [PersonalData(keys: keys), MaterialBook(), VolumeBinder()],
            imports: imports
        )
    }

    /// An administrator's files, those first that others refer to.
    package static let imports = [
        FileImport("courts", by: "importCourts"), FileImport("departments", by: "importDepartments"),
        FileImport("staff", by: "importStaff"), FileImport("holidays", by: "importHolidays"),
        FileImport("organizations", by: "importOrganizations"),
    ]
}
