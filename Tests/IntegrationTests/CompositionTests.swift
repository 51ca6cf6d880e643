import CourtCore
import DocketTesting
import FieldEncryption
import GraphQLLanguage
import GraphQLSchema
import PluginHost
import PluginKit
import Testing

@Suite("Plugins compose, or say why not")
struct CompositionTests {
    @Test("With dossiers off there is no Letter.dossier and nothing of dossiers")
    func withoutDossiers() throws {
        let keys = try KeyRing.generate()
        let all = try Composition(Installed.all(keys)).schema.printed
        let without = try Composition(Installed.withoutDossiers(keys)).schema.printed
        for text in [
            "\n  dossier: Dossier\n", "\n  registration: Registration\n", "linkLetterDossier", "type Petitioner ",
        ] {
            #expect(all.contains(text), "\(text)")
            #expect(!without.contains(text), "\(text)")
        }
        #expect(without.contains("\ntype Letter {"))
        #expect(!without.contains("Dossier"))
    }

    @Test("With dossiers off letters are registered, classified and read")
    func lettersAlone() async throws {
        try await TestCourt.with(plugins: Installed.withoutDossiers) { court in
            let answer = await court.send(WriteRuleTests.register, ["input": WriteRuleTests.ordinaryLetter(key: "k")])
            #expect(answer["errors"] == nil, "\(answer)")
            let letter = LetterDesk(court, id: try #require(answer[path: "data.registerLetter.letter.id"].text))
            try await letter.must(
                "classifyLetter",
                ["matterClass": "APPEAL_CLAIM", "category": "ENFORCEMENT"],
                as: .clerk
            )
            let read = await court.send(
                "query($id: ID!) { letter(id: $id) { letterNo state senders { nameMasked } } }",
                ["id": .string(letter.id)]
            )
            #expect(
                read["data"] == [
                    "letter": ["letterNo": "晋03信〔2018〕0001", "state": "CLASSIFIED", "senders": [["nameMasked": "陈*"]]]
                ]
            )
            let dossier = await court.send(
                "query($id: ID!) { letter(id: $id) { dossier { id } } }",
                ["id": .string(letter.id)]
            )
            #expect(
                dossier[path: "errors.0.message"].text?.hasPrefix(#"Cannot query field "dossier" on type "Letter"."#)
                    == true
            )
        }
    }

    @Test("A missing requirement names both plugins and where the one is declared")
    func missingRequirement() throws {
        let failure = try Self.failure(Self.plugin("hearings", requires: ["dossiers"], "type Hearing { id: ID! }"))
        #expect(
            failure
                == #"hearings: IntegrationTests/Fake.swift:7: Plugin "hearings" requires plugin "dossiers", which is not switched on."#
        )
    }

    @Test("Two plugins of one name stop the start with both places")
    func sameName() throws {
        let failure = try Self.failure(
            Self.plugin("hearings", "extend type Query { a: Int }", line: 3),
            Self.plugin("hearings", "extend type Query { b: Int }", line: 4)
        )
        #expect(
            failure == """
                hearings: IntegrationTests/Fake.swift:3: There are two plugins named "hearings". (see hearings: IntegrationTests/Fake.swift:4)
                """
        )
    }

    @Test("Plugins that require each other in a circle are named")
    func circle() throws {
        let failure = try Self.failure(
            Self.plugin("a", requires: ["b"], "extend type Query { a: Int }"),
            Self.plugin("b", requires: ["a"], "extend type Query { b: Int }")
        )
        #expect(failure.contains("Plugins require each other in a circle: a, b."))
    }

    @Test("A field that two plugins define names both fragments and lines")
    func conflictingField() throws {
        let failure = try Self.failure(
            Self.plugin("a", "extend type Court {\n    seats: Int @column(name: \"name\")\n}"),
            Self.plugin("b", "extend type Court {\n\n    seats: String @column(name: \"name\")\n}")
        )
        #expect(failure.contains("a: a.graphql:2"), "\(failure)")
        #expect(failure.contains("b: b.graphql:3"), "\(failure)")
        #expect(failure.contains("seats"), "\(failure)")
    }

    @Test("A type that two plugins define names both fragments and lines")
    func conflictingType() throws {
        let failure = try Self.failure(
            Self.plugin("a", "enum Mood { GOOD }"),
            Self.plugin("b", "\nenum Mood { BAD }")
        )
        #expect(failure.contains("a: a.graphql:1"), "\(failure)")
        #expect(failure.contains("b: b.graphql:2"), "\(failure)")
        #expect(failure.contains("Mood"), "\(failure)")
    }

    @Test("Extending another plugin's type without requiring it is refused")
    func undeclaredExtension() throws {
        let hearing = #"type Hearing @table(name: "hearings.hearing") @requires(permission: "core.import") { id: ID! }"#
        let failure = try Self.failure(
            Self.plugin("hearings", hearing),
            Self.plugin("notes", "extend type Hearing {\n    note: String\n}")
        )
        #expect(
            failure.contains(
                #"notes: notes.graphql:2: Plugin "notes" extends Hearing of plugin "hearings" without requiring it."#
            ),
            "\(failure)"
        )
    }

    @Test("Extending a type that nobody defines is refused with plugin, file and line")
    func unknownType() throws {
        let failure = try Self.failure(Self.plugin("notes", "\n\nextend type Letter {\n    note: String\n}"))
        #expect(failure.contains("notes: notes.graphql:3: "), "\(failure)")
        #expect(failure.contains("Letter"), "\(failure)")
    }

    @Test("A mutation without its command, and a command without its field, are refused")
    func mutationsAndCommands() throws {
        let field =
            "\nextend type Mutation {\n    hold(input: HoldInput!): HoldPayload @requires(permission: \"core.import\")\n}"
        let types = "\ninput HoldInput { id: ID! }\ntype HoldPayload { done: Boolean! }"
        #expect(try Self.failure(Self.plugin("a", field + types)) == "a: a.graphql:3: Mutation.hold has no command.")
        let command = Command(name: "release") { _, _ in Payload() }
        let failure = try Self.failure(Self.plugin("a", "enum Mood { GOOD }", commands: [command]))
        #expect(
            failure.contains(
                #"a: IntegrationTests/Fake.swift:7: Plugin "a" has a command "release" without a mutation field."#
            ),
            "\(failure)"
        )
    }

    @Test("A mutation needs a permission, and every permission must be known")
    func permissions() throws {
        let types = "\ninput HoldInput { id: ID! }\ntype HoldPayload { done: Boolean! }"
        let command = Command(name: "hold") { _, _ in Payload() }
        let open = "extend type Mutation { hold(input: HoldInput!): HoldPayload }"
        #expect(
            try Self.failure(Self.plugin("a", open + types, commands: [command]))
                == "a: a.graphql:1: Mutation.hold names no permission: every mutation has @requires."
        )
        let unknown = #"extend type Mutation { hold(input: HoldInput!): HoldPayload @requires(permission: "a.hold") }"#
        #expect(
            try Self.failure(Self.plugin("a", unknown + types, commands: [command]))
                == #"a: a.graphql:1: Mutation.hold requires the unknown permission "a.hold"."#
        )
        let type = "type Hearing @table(name: \"a.hearing\") @requires(permission: \"a.see\") {\n    id: ID!\n}"
        let failure = try Self.failure(Self.plugin("a", type))
        #expect(failure.contains(#"a: a.graphql:1: Hearing requires the unknown permission "a.see"."#), "\(failure)")
        let union = "\nunion Finding @table(name: \"a.finding\") @requires(permission: \"a.find\") = Hearing"
        let second = try Self.failure(Self.plugin("a", type + union))
        #expect(second.contains(#"a: a.graphql:4: Finding requires the unknown permission "a.find"."#), "\(second)")
        let filter =
            "type Hearing @table(name: \"a.hearing\") { id: ID! }\n"
            + "extend type Query { hearings(id: ID @where @requires(permission: \"a.look\")): [Hearing!]! @rows }"
        #expect(
            try Self.failure(Self.plugin("a", filter))
                .contains(#"a: a.graphql:2: Query.hearings(id:) requires the unknown permission "a.look"."#)
        )
    }

    @Test("A field that Swift provides needs its resolver")
    func resolver() throws {
        let sdl = """
            type Hearing @table(name: "a.hearing") {
                id: ID!
                actions: [String!]! @resolve(columns: ["id"])
            }
            """
        #expect(
            try Self.failure(Self.plugin("a", sdl))
                == "a: a.graphql:3: Hearing.actions has @resolve but no batch resolver."
        )
    }

    @Test("A fragment with a syntax error is refused with plugin, file and line")
    func brokenFragment() throws {
        let failure = try Self.failure(Self.plugin("a", "type Hearing {\n    id: ID!\n    held: }\n"))
        #expect(failure.contains("a: a.graphql:3: Syntax Error: Expected Name, found \"}\"."), "\(failure)")
    }

    @Test("Faults of several plugins are reported together")
    func allFaultsTogether() throws {
        let failure = try Self.failure(
            Self.plugin("a", "extend type Query { a: Nothing }"),
            Self.plugin("b", "extend type Query { b: Nowhere }")
        )
        #expect(failure.contains("a: a.graphql:1: "), "\(failure)")
        #expect(failure.contains("b: b.graphql:1: "), "\(failure)")
    }

    @Test("A mapping to a column that the database lacks stops the start with plugin, file and line")
    func missingColumn() async throws {
        let sdl = """
            type Note @table(name: "core.holiday", key: ["date"]) {
                date: Date!
                text: String @column(name: "nam")
            }
            extend type Query {
                note(date: Date!): Note @lookup
            }
            """
        do {
            try await TestCourt.with(plugins: { [CourtCore.plugin(keys: $0), Self.plugin("notes", sdl)] }) { _ in }
            Issue.record("the server started")
        } catch {
            let text = "\(error)"
            #expect(text.contains("notes: notes.graphql:3: "), "\(text)")
            #expect(text.contains(#"Note.text: core.holiday has no column "nam"; did you mean "name"?"#), "\(text)")
        }
    }

    /// A plugin of one fragment `NAME.graphql`, declared at line 7 of a file that is always the same.
    @Test("A repetition that does not fit the mutation that it repeats is named with its place")
    func repetition() throws {
        let end = Command(name: "end") { _, _ in Payload() }
        let sdl = """
            input EndInput @creation { reason: String! @text(max: 20) }
            input EndAllInput @creation { items: [Int!]! @items(max: 5) }
            type EndPayload { done: Int }
            extend type Mutation {
                end(input: EndInput!): EndPayload @requires(permission: "core.metrics")
                endAll(input: EndAllInput!): EndPayload @requires(permission: "core.materials") @each(of: "end")
                lose(input: EndAllInput!): EndPayload @requires(permission: "core.metrics") @each(of: "nothing")
            }
            """
        let all = Command(name: "endAll", each: "end")
        let lose = Command(name: "lose", each: "nothing")
        let failure = try Self.failure(Self.plugin("hearings", sdl, commands: [end, all, lose]))
        for fault in [
            "EndAllInput has no `items: [EndInput!]!` for @each(of: \"end\").", "EndAllInput has no `dryRun: Boolean!`",
            "Mutation.endAll asks for another permission than end.", "Mutation.endAll does not answer BulkPayload.",
            "Mutation.lose: @each(of: \"nothing\") names no mutation of one input.",
        ] { #expect(failure.contains(fault), "\(failure)") }
    }

    private static func plugin(
        _ name: String,
        requires: [String] = [],
        _ sdl: String,
        commands: [Command] = [],
        line: Int = 7
    ) -> Plugin {
        Plugin(
            name: name,
            requires: requires,
            fragments: [SchemaFragment(file: "\(name).graphql", text: sdl)],
            commands: commands,
            file: "IntegrationTests/Fake.swift",
            line: line
        )
    }

    /// What composing these beside the core says.
    private static func failure(_ plugins: Plugin...) throws -> String {
        let keys = try KeyRing.generate()
        let error = try #require(throws: CompositionFailure.self) {
            try Composition([CourtCore.plugin(keys: keys)] + plugins)
        }
        return error.description
    }
}
