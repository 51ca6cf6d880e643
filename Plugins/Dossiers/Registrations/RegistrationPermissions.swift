import PluginKit

/// Who reads and records of registrations what no life of a row says.
enum RegistrationPermissions {
    static let all: [Permission] = [
        Permission("dossiers.explain", [.handler, .divisionHead, .vicePresident, .inspector]),
        Permission("dossiers.assess", [.handler]),
        Permission("dossiers.contactStatus", [.clerk, .systemClient]),
        Permission("dossiers.sample", [.evaluator, .inspector]),
        Permission(
            "dossiers.registrationReport",
            [.clerk, .divisionHead, .vicePresident, .president, .inspector, .evaluator, .upperCourtReader]
        ),
        Permission("dossiers.importRegistrations", [.clerk]),
    ]
}
