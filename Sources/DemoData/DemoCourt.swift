import GraphQLExecution
import GraphQLLanguage
package import PluginHost
package import PluginKit
package import Postgres
import Yams

/// The demonstration's courts, staff, calendar and transferred batch, brought in through the API itself.
package struct DemoCourt: Sendable {
    /// A demo import that the server refused.
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
            try await run(
                "mutation Import($input: ImportFileInput!) { result: \(mutation)(input: $input) { problems { line code message } } }",
                input: [.init("csv", .string(Self.text(file)))],
                token: admin
            )
        }
    }

    /// Imports the transferred batch of 60 letters, as the court's clerk.
    package func importBatch(token: String) async throws {
        let batch = try YAMLDecoder().decode(BatchDescription.self, from: Self.text("transfer-batch.yaml"))
        try await run(
            """
            mutation Import($input: ImportTransferBatchInput!) {
                result: importTransferBatch(input: $input) { problems { line code message } }
            }
            """,
            input: [
                .init("batchNo", .string(batch.batchNo)),
                .init("fromOrg", .string(batch.fromOrg)),
                .init("source", .string(batch.source)),
                .init("receivedOn", .string(batch.receivedOn)),
                .init("declaredCount", .integer(batch.declaredCount)),
                .init("csv", .string(Self.text("transfer-batch.csv"))),
            ],
            token: token
        )
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

    /// A file of the demonstration by name; tests import variants of it.
    package static func text(_ file: String) -> String { Embedded.files[file] ?? "" }

    private struct BatchDescription: Decodable {
        let batchNo: String
        let fromOrg: String
        let source: String
        let receivedOn: String
        let declaredCount: Int
    }

    private func run(_ document: String, input: [JSONValue.Member], token: String) async throws {
        let response = await engine.respond(
            to: GraphQLRequest(
                document: Array(document.utf8),
                operationName: nil,
                variables: .object([.init("input", .object(input))]),
                extensions: nil
            ),
            from: RequestOrigin(requestID: "demo", bearerToken: token, remoteAddress: "demo", allowsMutation: true)
        )
        let json = (try? JSONReader.read(response.body)) ?? .null
        guard json["errors"] == nil, json["data"]?["result"]?["problems"] == .array([]) else {
            throw Refused(description: "The demo data was refused: \(String(decoding: response.body, as: UTF8.self))")
        }
    }
}
