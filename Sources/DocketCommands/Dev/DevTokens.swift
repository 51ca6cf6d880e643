import DemoData
import Foundation
import GraphQLExecution
import GraphQLLanguage
import PluginHost
import PluginKit
import PluginTools
import Postgres

/// The tokens of a development server: made with the demo data at the first start, kept for the next ones.
struct DevTokens {
    private let engine: Engine
    private let file: String

    init(engine: Engine, folder: DevFolder) {
        self.engine = engine
        file = folder.tokens
    }

    /// Those of an earlier start where they still open the door; otherwise imports what is missing and makes new ones.
    func prepare(databaseURL: String) async throws -> [(role: String, token: String)] {
        if let kept = await kept() { return kept }
        let pool = PostgresPool(configuration: PostgresConfiguration(url: databaseURL))
        do {
            let demo = DemoCourt(engine: engine, pool: pool)
            try await demo.importCourts()
            let tokens = try await demo.makeTokens()
            try await demo.run(DemoCourt.steps(of: engine.composition), tokens: tokens)
            await pool.close()
            let named = tokens.map { (role: $0.role.rawValue, token: $0.token) }
            try keep(named)
            return named
        } catch {
            await pool.close()
            throw error
        }
    }

    private func kept() async -> [(role: String, token: String)]? {
        guard let data = FileManager.default.contents(atPath: file), let json = try? JSONReader.read(Array(data)),
            case .object(let members) = json
        else { return nil }
        let tokens = members.compactMap { member in member.value.text.map { (role: member.name, token: $0) } }
        let probe = await engine.respond(
            to: GraphQLRequest(
                document: Array("{ __typename }".utf8),
                operationName: nil,
                variables: nil,
                extensions: nil
            ),
            from: RequestOrigin(
                requestID: "start",
                bearerToken: tokens.first { $0.role == "CLERK" }?.token,
                remoteAddress: "start",
                allowsMutation: false
            )
        )
        if case .executed = probe.outcome { return tokens }
        return nil
    }

    private func keep(_ tokens: [(role: String, token: String)]) throws {
        var json = JSONWriter()
        json.append(JSONValue.object(tokens.map { .init($0.role, .string($0.token)) }))
        try SecretOutput.write(json.bytes, to: file)
    }
}
