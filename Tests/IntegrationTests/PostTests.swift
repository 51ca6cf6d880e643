import DocketTesting
import GraphQLLanguage
import PluginHost
import PluginKit
import Postgres
import Testing

@Suite("Acts that name a person")
struct PostTests {
    /// Every role at the court, and no post.
    static func token(_ court: TestCourt) async throws -> String {
        try await TokenStore(court.database).create(
            name: "no post",
            staffNo: nil,
            courtCode: "晋03",
            roles: Set(Role.allCases),
            validFor: .seconds(3_600)
        )
    }

    /// The mutations of the schema that change a letter, with their input type.
    static func letterMutations(_ court: TestCourt) async throws -> [String] {
        let schema = await court.send(
            "{ __schema { mutationType { fields { name args { type { ofType { name inputFields { name } } } } } } } }"
        )
        return schema[path: "data.__schema.mutationType.fields"].items.compactMap { field in
            let inputs = field[path: "args.0.type.ofType.inputFields"].items.map { $0["name"]?.text }
            return inputs.contains("letterId") && inputs.contains("version") ? field["name"]?.text : nil
        }
    }

    @Test("No letter is changed by a token without a post, whatever its roles, and nothing is offered to it")
    func letters() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let token = try await Self.token(court)
            let desk = try await LetterDesk(court, item: 1)
            let mutations = try await Self.letterMutations(court)
            #expect(mutations.count == 32)
            for mutation in mutations {
                let answer = await court.send(
                    LetterMutation.document(mutation),
                    ["input": LetterMutation.input(mutation, letter: desk.id, version: 1)],
                    bearing: token
                )
                #expect(answer.codes == ["POST_REQUIRED"], "\(mutation): \(answer)")
                // The refusal says nothing of a letter, not even that there is one.
                let absent = await court.send(
                    LetterMutation.document(mutation),
                    ["input": LetterMutation.input(mutation, letter: "999999", version: 1)],
                    bearing: token
                )
                #expect(absent.codes == ["POST_REQUIRED"], "\(mutation): \(absent)")
            }
            let offered = await court.send("{ letters(first: 60) { nodes { availableActions } } }", bearing: token)
            let actions = offered[path: "data.letters.nodes"].items
            #expect(actions.count == 50)
            #expect(actions.allSatisfy { $0["availableActions"] == [] })
            let written = try await court.database.query("SELECT FROM letters.letter WHERE version > 1").count
            #expect(written == 0)
        }
    }

    @Test("No dossier is opened or approved by a token without a post")
    func dossiers() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let token = try await Self.token(court)
            let input = try await DossierDesk.input(court)
            let open = await court.send(DossierDesk.open, ["input": input], bearing: token)
            #expect(open.codes == ["POST_REQUIRED"], "\(open)")
            #expect(open[path: "errors.0.message"] == "该操作须由在职人员办理，令牌未关联人员")
            let dossier = try await DossierDesk.draft(court)
            let approve = await court.send(
                DossierDesk.approve,
                ["input": DossierDesk.approval(dossier)],
                bearing: token
            )
            #expect(approve.codes == ["POST_REQUIRED"], "\(approve)")
        }
    }
}
