import CourtCore
import DemoData
import DocketTesting
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

/// What plugins of a test's own add to the demonstration.
@Suite("The demonstration's steps")
struct DemoStepTests {
    private static let fragment = """
        type Remark @table(name: "remarks.remark") @requires(permission: "remarks.read") { id: ID! text: String! author: ID }
        extend type Query { remarks: [Remark!] @rows(order: ["id"]) }
        input AddRemarkInput @creation { text: String! @text(max: 100) }
        extend type Mutation { addRemark(input: AddRemarkInput!): Remark @requires(permission: "remarks.read") }
        """

    private static let tables = """
        CREATE SCHEMA remarks;
        GRANT USAGE ON SCHEMA remarks TO docket_reader;
        CREATE TABLE remarks.remark (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, text text NOT NULL, author bigint DEFAULT core.staff_id()
        );
        GRANT SELECT ON remarks.remark TO docket_reader;
        """

    private static func plugin(_ demo: [DemoStep]) -> Plugin {
        Plugin(
            name: "remarks",
            fragments: [SchemaFragment(file: "Remarks.graphql", text: fragment)],
            migrations: [Migration(file: "0001_remarks.sql", sql: tables)],
            permissions: [Permission("remarks.read", [.clerk, .handler])],
            commands: [
                Command(name: "addRemark") { input, context in
                    let text = try input.decode("text", at: InputPath(["input"]), as: String.self)
                    guard text != "bad" else { throw DomainError(.textEmpty, "内容不能为空") }
                    let row = try await context.transaction.queryOne(
                        "INSERT INTO remarks.remark (text) VALUES (\(text)) RETURNING id"
                    )
                    return Payload(row: try row?.decode("id", as: Int64.self))
                }
            ],
            demo: demo
        )
    }

    private static func adding(_ text: String, as person: DemoPerson, requires: [String] = []) -> DemoStep {
        DemoStep("the remark \(text)", requires: requires) { court in
            try await court.run("addRemark", ["text": .string(text)], selecting: "id", as: person)
        }
    }

    @Test(
        "They act in order as a role's holder or as somebody of another court; one for a plugin that is off is left out"
    )
    func order() async throws {
        let plugin = Self.plugin([
            Self.adding("first", as: .role(.clerk)), Self.adding("none", as: .role(.clerk), requires: ["elsewhere"]),
            Self.adding("last", as: .staff("晋0302-04")),
        ])
        try await TestCourt.with([plugin], contents: .demo) { court in
            let answer = await court.send("{ remarks { text author } }")
            let (clerk, other) = (try await court.staffID(of: .clerk), try await court.staffID("晋0302-04"))
            #expect(
                answer[path: "data.remarks"] == [
                    ["text": "first", "author": .string(clerk)], ["text": "last", "author": .string(other)],
                ],
                "\(answer)"
            )
        }
        // Nor is anything there that was not asked for.
        try await TestCourt.with([plugin], contents: .demo(of: "core")) { court in
            #expect(await court.send("{ remarks { text } }")[path: "data.remarks"] == [])
        }
    }

    @Test("A refused request stops it with the step's title and the code")
    func refused() async throws {
        do {
            try await TestCourt.with([Self.plugin([Self.adding("bad", as: .role(.clerk))])], contents: .demo) { _ in }
            Issue.record("it was not refused")
        } catch {
            #expect("\(error)".contains("\"the remark bad\"") && "\(error)".contains("TEXT_EMPTY"), "\(error)")
        }
    }
}
