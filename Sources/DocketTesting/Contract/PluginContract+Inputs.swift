import DocketServer
import GraphQLLanguage
import GraphQLSchema
import PluginHost
import PluginKit

// Rules over the published inputs.
extension PluginContract {
    /// Rules of inputs that no description says, and values that break one and are taken, or that keep it and are not.
    func ruleFaults(_ court: TestCourt) async throws -> [String] {
        let schema = court.server.engine.composition.schema
        let token = try await court.token(staff: "晋03-04", roles: Set(Role.allCases))
        let samples = try await SampleInputs(court, schema, known: exceptions.samples)
        let inputs = RuledInputs(schema, samples)
        var faults: [String] = []
        for field in inputs.fields {
            for directive in field.value.directives where RuledInputs.rules.contains(directive.name.text) {
                let attempts = field.attempts(to: directive)
                if attempts.isEmpty {
                    faults.append(
                        "\(field.mutation): @\(directive.name.text) of \(field.path) is said nowhere: \(field.text)"
                    )
                }
                for attempt in attempts {
                    let answer = try await court.run(
                        field.mutation,
                        inputs.object(field.input, attempt.overrides),
                        selecting: "__typename",
                        bearing: token
                    )
                    let codes = answer[path: "errors"].items.filter {
                        $0[path: "extensions.field"] == .string(attempt.path)
                    }.compactMap { $0[path: "extensions.code"].text }
                    guard codes.contains(where: attempt.codes.contains) != attempt.isBreach else { continue }
                    faults.append(
                        "\(field.mutation) \(attempt.path), \(attempt.why): \("\(answer)".prefix(300)); \(field.text)"
                    )
                }
            }
        }
        return faults
    }
}
