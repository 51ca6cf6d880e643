import CommandTesting
import Foundation
import Testing

@Suite("The commands that need no server")
struct OfflineCommandTests {
    /// The command, built beside the tests.
    private func docket(_ arguments: [String], input: String = "") async throws -> Command.Result {
        let tests = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        let docket = tests.deletingLastPathComponent().appendingPathComponent("docket").path
        return try await Command.run(docket, arguments, input: Array(input.utf8))
    }

    private func write(_ text: String, to file: String) throws {
        let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    }

    @Test("documents check prints file, line and column of what the published schema does not have")
    func documentsCheck() async throws {
        let folder = try TemporaryDirectory()
        let bad = folder.file("queries/bad.graphql")
        try write("query Letters {\n  letters(first: 1) { nodes { letterNoo } }\n}\n", to: bad)
        try write("{ letters { nodes { id } } }", to: folder.file("queries/good.gql"))
        let result = try await docket(["documents", "check", folder.file("queries")])
        #expect(result.status == 1)
        #expect(
            result.text
                == "\(bad):2:31: Cannot query field \"letterNoo\" on type \"Letter\". Did you mean \"letterNo\"?\n"
        )
        let good = try await docket(["documents", "check", folder.file("queries/good.gql")])
        #expect(good.status == 0)
        #expect(good.text == "1 document: nothing to complain about\n")
    }

    @Test("documents check reads another schema from a file, and says what is wrong with it")
    func documentsAgainstSchema() async throws {
        let folder = try TemporaryDirectory()
        let (schema, document) = (folder.file("schema.graphql"), folder.file("a.graphql"))
        try write("type Query { court: String }", to: schema)
        try write("{ court }", to: document)
        #expect(try await docket(["documents", "check", "--schema", schema, document]).status == 0)
        try write("type Query { court: Court }", to: schema)
        let broken = try await docket(["documents", "check", "--schema", schema, document])
        #expect(broken.status == 1)
        #expect(broken.errors.contains("Unknown type \"Court\"."))
    }

    @Test("serve answers no one without a token when hardened, and knows the role it is given")
    func anonymousRole() async throws {
        let hardened = try await docket(["serve", "--hardened", "--anonymous-role", "SYSTEM_CLIENT"])
        #expect(hardened.status != 0)
        #expect(
            hardened.errors.contains("A hardened server answers no one without a token: leave out the anonymous role.")
        )
        let unknown = try await docket(["serve", "--anonymous-role", "ANYONE"])
        #expect(unknown.status != 0)
        #expect(unknown.errors.contains("There is no role \"ANYONE\"; there are CLERK, "))
    }

    @Test("schema check passes on the published schema and refuses a breaking change until it is allowed by name")
    func schemaCheck() async throws {
        let folder = try TemporaryDirectory()
        let published = folder.file("published.graphql")
        let composed = try await docket(["schema", "print"]).text
        try write(composed, to: published)
        let unchanged = try await docket(["schema", "check", published])
        #expect(unchanged.status == 0)
        #expect(unchanged.text == "No changes.\n")

        try write(composed + "\nextend type Letter { formerField: Int }\n", to: published)
        let refused = try await docket(["schema", "check", published])
        #expect(refused.status == 1)
        let line = "FIELD_REMOVED:Letter.formerField  Field Letter.formerField was removed."
        #expect(refused.text.hasPrefix("Breaking, not allowed:\n  \(line)\n"))
        let allowed = try await docket([
            "schema", "check", published, "--allow", "Letter.formerField", "--allow", "No.one",
        ])
        #expect(allowed.status == 0)
        #expect(allowed.text.hasPrefix("Breaking, allowed:\n  \(line)\n"))
        #expect(allowed.text.contains("Allowed without need, to be taken off the list:\n  No.one\n"))
    }

    @Test("schema diff prints what changes, by severity")
    func schemaDiff() async throws {
        let folder = try TemporaryDirectory()
        let (old, new) = (folder.file("old.graphql"), folder.file("new.graphql"))
        try write("type Query { court: Int }", to: old)
        try write("type Query { court: Int! judges: Int }", to: new)
        let result = try await docket(["schema", "diff", old, new])
        #expect(result.status == 0)
        #expect(result.text.hasPrefix("Safe:\n"))
        #expect(result.text.contains("FIELD_ADDED:Query.judges"))
    }

    @Test("conformance answers JSON lines with JSON lines")
    func conformance() async throws {
        let lines = [
            #"{"id":1,"op":"parse","document":"{a}"}"#, "nonsense",
            #"{"id":3,"op":"parse","document":"{"}"#,
        ]
        let result = try await docket(["conformance"], input: lines.joined(separator: "\n"))
        #expect(result.status == 0)
        #expect(
            result.text.split(separator: "\n") == [
                #"{"id":1,"printed":"{\n  a\n}"}"#,
                #"{"id":null,"error":"not JSON: Unexpected letter, expected \"null\" at byte 1"}"#,
                #"{"id":3,"errors":[{"message":"Syntax Error: Expected Name, found <EOF>.","locations":[{"line":1,"column":2}]}]}"#,
            ]
        )
    }
}
