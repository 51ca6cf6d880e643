import DemoData
import Foundation
import GraphQLExecution
import GraphQLLanguage
import PluginHost
import PluginKit
import Postgres
import Yams

/// Fills a new development database through the API itself, and hands out a token per role.
struct DemoData {
    /// A demo import that the server refused.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    let engine: Engine
    let databaseURL: String

    /// Imports what is missing and answers the tokens, those of an earlier start where they are still good.
    func prepare(_ folder: DevFolder) async throws -> [(role: String, token: String)] {
        let pool = PostgresPool(configuration: PostgresConfiguration(url: databaseURL))
        defer { Task { await pool.close() } }
        let store = TokenStore(pool)
        if let kept = await keptTokens(folder) { return kept }
        let admin = try await store.create(
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
                input: [.init("csv", .string(try Self.text(file)))],
                token: admin
            )
        }
        let tokens = try await makeTokens(store, pool)
        if engine.composition.plugins.contains(where: { $0.name == "letters" }), let clerk = tokens.first(where: { $0.role == "CLERK" }) {
            try await importBatch(token: clerk.token)
        }
        try Self.keep(tokens, in: folder)
        return tokens
    }

    private static let courtCode = "晋03"

    /// One for each role at the court, each a different member of staff; roles that no member of staff holds get a
    /// token without one.
    private func makeTokens(_ store: TokenStore, _ pool: PostgresPool) async throws -> [(role: String, token: String)] {
        var taken: Set<String> = []
        var tokens: [(role: String, token: String)] = []
        for role in Role.allCases {
            let staff = try await pool.query(
                """
                SELECT no FROM core.staff WHERE court_code = \(Self.courtCode) AND active AND \(role.rawValue) = ANY (roles) ORDER BY no
                """
            ).map { try $0.decode("no", as: String.self) }.first { !taken.contains($0) }
            if let staff { taken.insert(staff) }
            let token = try await store.create(
                name: "demo \(role.rawValue)",
                staffNo: staff,
                courtCode: role == .upperCourtReader ? "晋" : Self.courtCode,
                roles: [role],
                validFor: .seconds(3_650 * 86_400)
            )
            tokens.append((role.rawValue, token))
        }
        return tokens
    }

    private func importBatch(token: String) async throws {
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
                .init("csv", .string(try Self.text("transfer-batch.csv"))),
            ],
            token: token
        )
    }

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
        let faults = (json["errors"]?.items ?? []) + (json["data"]?["result"]?["problems"]?.items ?? [])
        guard faults.isEmpty else {
            throw Failure(description: "The demo data was refused: \(String(decoding: response.body, as: UTF8.self))")
        }
    }

    private static func text(_ file: String) throws -> String {
        guard let text = Embedded.files[file] else { throw Failure(description: "The demo data lacks \(file).") }
        return text
    }

    /// The tokens of an earlier start, if the clerk's still opens the door.
    private func keptTokens(_ folder: DevFolder) async -> [(role: String, token: String)]? {
        guard let data = FileManager.default.contents(atPath: folder.tokens), let json = try? JSONReader.read(Array(data)),
            case .object(let members) = json
        else { return nil }
        let tokens = members.compactMap { member in member.value.text.map { (role: member.name, token: $0) } }
        let probe = await engine.respond(
            to: GraphQLRequest(document: Array("{ __typename }".utf8), operationName: nil, variables: nil, extensions: nil),
            from: RequestOrigin(
                requestID: "demo",
                bearerToken: tokens.first { $0.role == "CLERK" }?.token,
                remoteAddress: "demo",
                allowsMutation: false
            )
        )
        if case .executed = probe.outcome { return tokens }
        return nil
    }

    private static func keep(_ tokens: [(role: String, token: String)], in folder: DevFolder) throws {
        var json = JSONWriter()
        json.append(JSONValue.object(tokens.map { .init($0.role, .string($0.token)) }))
        let written = FileManager.default.createFile(
            atPath: folder.tokens,
            contents: Data(json.bytes),
            attributes: [.posixPermissions: 0o600]
        )
        guard written else { throw Failure(description: "Cannot write \(folder.tokens).") }
    }
}
