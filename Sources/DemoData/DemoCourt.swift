import GraphQLExecution
import GraphQLLanguage
package import PluginHost
package import PluginKit
package import Postgres

/// The demonstration's court: staff, calendar and tokens, then what each plugin adds, all brought in through the API itself.
package struct DemoCourt: Sendable {
    /// A request of the demonstration that the server refused.
    package struct Refused: Error, CustomStringConvertible {
        package let description: String
    }

    /// The court whose staff get tokens.
    package static let courtCode = "晋03"

    private let engine: Engine
    private let tokens: TokenStore
    private let pool: PostgresPool

    package init(engine: Engine, pool: PostgresPool) {
        self.engine = engine
        self.pool = pool
        tokens = TokenStore(pool)
    }

    /// The steps of the plugins that are on, in their order; of those named only, where any are.
    package static func steps(of composition: Composition, only names: Set<String>? = nil) -> [DemoStep] {
        let installed = Set(composition.plugins.map(\.name))
        return composition.plugins
            .filter { names?.contains($0.name) ?? true }
            .flatMap(\.demo)
            .filter { installed.isSuperset(of: $0.requires) }
    }

    /// Imports courts, departments, staff and holidays, as an administrator.
    package func importCourts() async throws {
        let admin = try await tokens.create(
            name: "demo administrator",
            staffNo: nil,
            courtCode: nil,
            roles: [.admin],
            validFor: .seconds(3_600)
        )
        for (mutation, file) in [
            ("importCourts", "courts.csv"), ("importDepartments", "departments.csv"), ("importStaff", "staff.csv"),
            ("importHolidays", "holidays.csv"),
        ] {
            try await DemoSession(engine: engine, tokens: tokens, roles: [.admin: admin]).run(
                mutation,
                ["csv": .string(Self.text(file))],
                selecting: "problems { line code message }",
                as: .role(.admin)
            )
        }
    }

    /// Runs the plugins' steps, as the holders of these tokens.
    package func run(_ steps: [DemoStep], tokens made: [(role: Role, token: String)]) async throws {
        let session = DemoSession(
            engine: engine,
            tokens: tokens,
            roles: Dictionary(made.map { ($0.role, $0.token) }, uniquingKeysWith: { first, _ in first })
        )
        for step in steps {
            do { try await step.run(session) } catch {
                throw Refused(description: "The demonstration's step \"\(step.title)\" failed: \(error)")
            }
        }
    }

    /// Makes a token for each role at the court, each for a different member of staff; a role that nobody there holds
    /// gets one without a post, the upper court's reader one of the High Court.
    package func makeTokens() async throws -> [(role: Role, token: String)] {
        var taken: Set<String> = []
        var made: [(role: Role, token: String)] = []
        for role in Role.allCases {
            let holders = try await pool.query(
                """
                SELECT no FROM core.staff WHERE court_code = \(Self.courtCode) AND active AND \(role.rawValue) = ANY (roles) ORDER BY no
                """
            ).map { try $0.decode("no", as: String.self) }
            let holder = holders.first { !taken.contains($0) }
            if let holder { taken.insert(holder) }
            let token = try await tokens.create(
                name: "demo \(role.rawValue)",
                staffNo: holder,
                courtCode: role == .upperCourtReader ? "晋" : Self.courtCode,
                roles: [role],
                validFor: .seconds(3_650 * 86_400)
            )
            made.append((role, token))
        }
        return made
    }

    /// A file of the court by name; tests import variants of it.
    package static func text(_ file: String) -> String { Embedded.files[file] ?? "" }
}
