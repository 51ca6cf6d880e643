import GraphQLExecution
import GraphQLLanguage
import PluginHost
import PluginKit
import Synchronization

/// What a plugin's step of the demonstration asks through: the engine, with a token for each person.
final class DemoSession: DemoClient {
    private let engine: Engine
    private let tokens: TokenStore
    private let roles: [Role: String]
    private let made = Mutex<[String: String]>([:])

    init(engine: Engine, tokens: TokenStore, roles: [Role: String]) {
        self.engine = engine
        self.tokens = tokens
        self.roles = roles
    }

    var courtCode: String { DemoCourt.courtCode }

    func send(_ document: String, _ variables: JSONValue, as person: DemoPerson) async throws -> JSONValue {
        let response = await engine.respond(
            to: GraphQLRequest(
                document: Array(document.utf8),
                operationName: nil,
                variables: variables,
                extensions: nil
            ),
            from: RequestOrigin(
                requestID: "demo",
                bearerToken: try await token(of: person),
                remoteAddress: "demo",
                allowsMutation: true
            )
        )
        let json = (try? JSONReader.read(response.body)) ?? .null
        guard json["errors"] == nil, let data = json["data"] else {
            throw DemoCourt.Refused(
                description: "the demo data was refused: \(String(decoding: response.body, as: UTF8.self))"
            )
        }
        return data
    }

    @discardableResult
    func run(_ mutation: String, _ input: JSONValue, selecting selection: String, as person: DemoPerson) async throws
        -> JSONValue
    {
        guard let type = engine.composition.inputType(ofMutation: mutation) else {
            throw DemoCourt.Refused(description: "there is no mutation \(mutation) with an argument input")
        }
        let data = try await send(
            "mutation($input: \(type)) { result: \(mutation)(input: $input) { \(selection) } }",
            ["input": input],
            as: person
        )
        let payload = data["result"] ?? .null
        if let problems = payload["problems"], problems != .array([]) {
            throw DemoCourt.Refused(description: "the demo data was refused: \(problems)")
        }
        return payload
    }

    private func token(of person: DemoPerson) async throws -> String? {
        switch person {
        case .role(let role): return roles[role]
        case .staff(let number):
            if let token = made.withLock({ $0[number] }) { return token }
            let token = try await tokens.create(
                name: "demo \(number)",
                staffNo: number,
                courtCode: nil,
                roles: nil,
                validFor: .seconds(3_600)
            )
            made.withLock { $0[number] = token }
            return token
        }
    }
}
