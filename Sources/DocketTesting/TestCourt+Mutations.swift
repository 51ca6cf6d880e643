import DocketServer
public import GraphQLLanguage
import PluginHost
public import PluginKit

extension TestCourt {
    /// Runs a mutation with one argument `input`, and answers the whole response; its payload is at
    /// `[path: "data.classifyLetter"]`.
    public func run(
        _ mutation: String,
        _ input: JSONValue,
        selecting selection: String,
        as role: Role = .clerk
    ) async throws -> JSONValue {
        try await run(mutation, input, selecting: selection, bearing: tokens[role])
    }

    /// The same with a token, or with none.
    public func run(
        _ mutation: String,
        _ input: JSONValue,
        selecting selection: String,
        bearing token: String?
    ) async throws -> JSONValue {
        guard let type = server.engine.composition.inputType(ofMutation: mutation) else {
            throw TestFault("there is no mutation \(mutation) with an argument input")
        }
        return await send(
            "mutation($input: \(type)) { \(mutation)(input: $input) { \(selection) } }",
            ["input": input],
            bearing: token
        )
    }
}
