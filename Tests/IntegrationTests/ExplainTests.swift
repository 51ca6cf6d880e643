import CommandTesting
import CourtFormats
import DocketServer
import DocketTesting
import Foundation
import GraphQLExecution
import GraphQLLanguage
import GraphQLPostgres
import PluginHost
import PluginKit
import Postgres
import Testing

@Suite("docket explain")
struct ExplainTests {
    /// The command, built beside the tests.
    private func explain(_ arguments: [String], _ query: String, on court: TestCourt) async throws
        -> CommandTesting.Command.Result
    {
        let tests = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        let docket = tests.deletingLastPathComponent().appendingPathComponent("docket").path
        return try await CommandTesting.Command.run(
            docket,
            ["explain", "-", "--database-url", court.databaseURL, "--today", TestCourt.today] + arguments,
            input: Array(query.utf8)
        )
    }

    @Test("prints plan, SQL and PostgreSQL's EXPLAIN of each level, run with real keys, and no row")
    func levels() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let result = try await explain(
                ["--staff", "晋03-01", "--variables", #"{"first": 3}"#],
                "{ letters(first: 3) { totalCount nodes { letterNo court { name } } } }",
                on: court
            )
            #expect(result.status == 0, "\(result.errors)")
            #expect(result.text.hasPrefix("query: 2 fetches, 1 round trip of SQL at most\n"))
            #expect(result.text.contains("rows of letters.letter, joined: core.court"))
            #expect(result.text.contains("-- fetch 0, "))
            #expect(result.text.contains("(cost="))
            #expect(!result.text.contains("actual time"))
            let analyzed = try await explain(
                ["--court", "晋03", "--role", "CLERK", "--analyze"],
                "{ letters(first: 3) { nodes { letterNo } } }",
                on: court
            )
            #expect(analyzed.status == 0, "\(analyzed.errors)")
            #expect(analyzed.text.contains("actual time"))
            #expect(analyzed.text.contains("Buffers: "))
        }
    }

    @Test("plans with the permissions given, in the place of the roles'")
    func permissions() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let query = "{ letters { totalCount } }"
            let allowed = try await explain(["--court", "晋03", "--role", "CLERK"], query, on: court)
            #expect(allowed.text.contains("count of letters.letter"))
            let refused = try await explain(["--court", "晋03", "--permission", "core.introspect"], query, on: court)
            #expect(refused.text.contains("letters: refused"))
            let unknown = try await explain(["--court", "晋03", "--permission", "letters.fly"], query, on: court)
            #expect(unknown.status == 1)
            #expect(unknown.errors.contains("letters.fly"))
        }
    }

    @Test("says what is wrong with a request, with its place, and who is unknown")
    func faults() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let faulty = try await explain(
                ["--court", "晋03", "--role", "CLERK"],
                "{ lettres { totalCount } }",
                on: court
            )
            #expect(faulty.status == 1)
            #expect(faulty.errors.contains("-:1:3: Cannot query field \"lettres\""))
            let nobody = try await explain(["--staff", "晋03-99"], "{ viewer { roles } }", on: court)
            #expect(nobody.status == 1)
            #expect(nobody.errors.contains("晋03-99"))
            let nameless = try await explain(["--court", "晋03"], "{ viewer { roles } }", on: court)
            #expect(nameless.status != 0)
            #expect(nameless.errors.contains("--role"))
            let variables = try await explain(
                ["--staff", "晋03-01", "--variables", "[1]"],
                "{ viewer { roles } }",
                on: court
            )
            #expect(variables.errors.contains("--variables is no JSON object."))
        }
    }
}

@Suite("Another schema while serving")
struct AdoptionTests {
    @Test("Requests go on through a change of the schema, each on one schema as a whole")
    func adopt() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let engine = court.server.engine
            let composition = engine.composition
            let mapping = try composition.mapping.resolved(
                against: await Catalog.load(court.database, readingRole: SQLReader.role)
            )
            let token = try #require(court.tokens[.clerk])
            @Sendable func ask() async -> String {
                let request = GraphQLRequest(
                    document: Array("{ letters(first: 1) { totalCount } }".utf8),
                    operationName: nil,
                    variables: nil,
                    extensions: nil
                )
                let origin = RequestOrigin(
                    requestID: "test",
                    bearerToken: token,
                    remoteAddress: "",
                    allowsMutation: true
                )
                return String(decoding: await engine.respond(to: request, from: origin).body, as: UTF8.self)
            }
            let before = await ask()
            #expect(before.hasPrefix(#"{"data":{"letters":{"totalCount":"#))
            await withTaskGroup(of: Void.self) { group in
                for _ in 0..<4 { group.addTask { for _ in 0..<25 { #expect(await ask() == before) } } }
                group.addTask {
                    for _ in 0..<10 {
                        engine.adopt(composition, mapping: mapping)
                        await Task.yield()
                    }
                }
            }
            // Without the letters, a document that was trusted is no longer valid.
            let smaller = try Composition(composition.plugins.filter { $0.name != "letters" })
            engine.adopt(smaller, mapping: try smaller.mapping.resolved(against: await Catalog.load(court.database)))
            #expect(await ask().contains("Cannot query field"))
            #expect(!engine.publishedSchema.contains("letters("))
            engine.adopt(composition, mapping: mapping)
            #expect(await ask() == before)
        }
    }
}
