import GraphQLExecution
import GraphQLLanguage
import Postgres
import Testing

@testable import GraphQLPostgres

@Suite("Scenarios of four files")
struct ScenarioTests {
    @Test("A read answers, sends and is planned as its files say", arguments: Scenario.all)
    func scenario(_ scenario: Scenario) async throws {
        let query = try scenario.text(".graphql")
        if query.contains("mutation") {
            try await SharedDatabase.withOwnReads { try await run(scenario, query, on: $0) }
        } else {
            let database: SharedDatabase =
                switch Scenario.setting("fixture", in: query)?.first {
                case "casework": .casework
                case "filters": .filters
                default: .registry
                }
            try await database.withReads { try await run(scenario, query, on: $0) }
        }
    }

    private func run(_ scenario: Scenario, _ query: String, on shared: Reads) async throws {
        let variables = scenario.has(".variables.json") ? try scenario.text(".variables.json") : "{}"
        let recorder = StatementRecorder()
        var configuration = shared.pool.configuration
        configuration.size = 1
        configuration.onStatements = { recorder.record($0) }
        let reads = Reads(
            mapping: shared.mapping,
            schema: shared.schema,
            pool: PostgresPool(configuration: configuration)
        )
        do {
            let permissions = Scenario.setting("permissions", in: query).map { Set($0) } ?? Reads.permissions
            let (plan, values) = try reads.plan(query, variables: variables, permissions: permissions)
            let limit = Scenario.setting("cost limit", in: query)?.first.flatMap(Int.init) ?? .max
            let json: String
            do {
                try plan.checkCost(values, limit: limit)
                let answer = try await reads.ask(query, variables: variables, permissions: permissions)
                #expect(answer.internalErrors == [])
                json = answer.json
            } catch let error as GraphQLError {
                json = String(decoding: GraphQLResponse.refusal([error]).body, as: UTF8.self)
            }
            await reads.pool.close()
            try scenario.check(try Self.indented(json), ".response.json")
            try scenario.check(Scenario.sql(recorder.take()), ".sql")
            try scenario.check("\(plan.outline)\ncost: \(plan.cost(values).total)\n", ".plan")
        } catch {
            await reads.pool.close()
            throw error
        }
    }

    @Test("There is a scenario for every shape, and no file without its query")
    func complete() throws {
        #expect(Scenario.all.count >= 25)
        for scenario in Scenario.all {
            for suffix in [".response.json", ".sql", ".plan"] where !Scenario.isUpdating {
                #expect(scenario.has(suffix), "\(scenario.name)\(suffix) is missing")
            }
        }
    }

    /// JSON, a member a line.
    private static func indented(_ json: String) throws -> String {
        var text = ""
        write(try JSONReader.read(Array(json.utf8)), indentation: "", to: &text)
        return text + "\n"
    }

    private static func write(_ value: JSONValue, indentation: String, to text: inout String) {
        switch value {
        case .object(let members) where !members.isEmpty:
            text += "{"
            for (index, member) in members.enumerated() {
                text += "\(index == 0 ? "" : ",")\n\(indentation)  \"\(member.name)\": "
                write(member.value, indentation: indentation + "  ", to: &text)
            }
            text += "\n\(indentation)}"
        case .array(let items) where items.contains { if case .object = $0 { true } else { false } }:
            text += "["
            for (index, item) in items.enumerated() {
                text += "\(index == 0 ? "" : ",")\n\(indentation)  "
                write(item, indentation: indentation + "  ", to: &text)
            }
            text += "\n\(indentation)]"
        default:
            var writer = JSONWriter()
            writer.append(value)
            text += String(decoding: writer.bytes, as: UTF8.self)
        }
    }
}
