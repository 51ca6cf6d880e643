import DocketTesting
import GraphQLLanguage
import PluginKit

/// The administrator's imports, and what they answer.
struct ImportDesk {
    let court: TestCourt
    /// An administrator of no court where nothing else is said.
    var administrator: String?

    /// Imports a file (`courts`, `staff` …) and answers the payload, or the whole response where there are errors.
    func run(_ kind: String, _ lines: [String], dryRun: Bool = false, uploadId: JSONValue? = nil) async -> JSONValue {
        let name = "import\(kind.prefix(1).uppercased())\(kind.dropFirst())"
        var input: [JSONValue.Member] = [.init("dryRun", .boolean(dryRun))]
        if let uploadId {
            input.append(.init("uploadId", uploadId))
        } else {
            input.append(.init("csv", .string(lines.joined(separator: "\n") + "\n")))
        }
        var token = administrator
        if token == nil { token = try? await court.token(court: nil, roles: [.admin]) }
        let answer = await court.send(
            """
            mutation Import($input: ImportFileInput!) {
                result: \(name)(input: $input) {
                    rows created updated unchanged removed notes problems { line column code message }
                }
            }
            """,
            ["input": .object(input)],
            bearing: token
        )
        return answer["errors"] == nil ? answer[path: "data.result"] : answer
    }

    /// The problems of a file as `line column code`.
    func problems(_ kind: String, _ lines: [String]) async -> [String] {
        let answer = await run(kind, lines)
        guard let problems = answer["problems"] else { return ["\(answer)"] }
        return problems.items.map { problem in
            "\(problem["line"]?.integer ?? -1) \(problem["column"]?.text ?? "-") \(problem["code"]?.text ?? "-")"
        }
    }
}
