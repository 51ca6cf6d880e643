import CourtFormats
import PluginKit
import Testing

@testable import LettersPlugin

@Suite("The letters plugin")
struct LettersPluginTests {
    let plugin = Letters.plugin()

    @Test("Every role that the workflow lets act holds the permission of the mutation")
    func permissions() throws {
        let permissions = Dictionary(uniqueKeysWithValues: plugin.permissions.map { ($0.name, $0.roles) })
        let sdl = plugin.fragments.map(\.text).joined(separator: "\n")
        for row in LetterWorkflow.table.transitions {
            let field = try #require(sdl.firstRange(of: "\(row.action)(input:"), "\(row.action)")
            let mark = "@requires(permission: \""
            let start = try #require(sdl[field.upperBound...].firstRange(of: mark))
            let name = String(sdl[start.upperBound...].prefix { $0 != "\"" })
            let roles = try #require(permissions[name], "\(name)")
            #expect(row.roles.isSubset(of: roles), "\(row.action) needs \(name)")
        }
    }

    @Test("There is a command for every action, and no other but taking letters in")
    func commands() {
        let actions = LetterAction.allCases.map(\.rawValue) + ["registerLetter", "importTransferBatch"]
        #expect(Set(plugin.commands.map(\.name)) == Set(actions))
    }

    @Test("Available actions are those of the caller's roles, in the caller's court only")
    func availableActions() async throws {
        let resolver = try #require(plugin.resolvers.first { $0.field == "availableActions" })
        let clerk = LetterAccessTests.principal([.clerk])
        let context = ResolverContext(
            principal: clerk,
            clock: BusinessClock(today: try #require(CalendarDate(iso: "2018-06-29")), now: .now()),
            requestID: "r1"
        )
        let answers = try await resolver.answers(
            for: [
                [.text("REGISTERED"), .text("晋03")], [.text("REGISTERED"), .text("晋0302")],
                [.text("VOIDED"), .text("晋03")], [.null, .null],
            ],
            in: context
        )
        #expect(
            answers == [
                .list([.text("classifyLetter"), .text("markDuplicate"), .text("linkLetterDossier")]), .list([]),
                .list([]),
                .null,
            ]
        )
    }

    @Test("Letters stand without dossiers: only the fragment that extends them requires them")
    func standsAlone() {
        #expect(plugin.requires == [])
        let dependent = plugin.fragments.filter { !$0.requires.isEmpty }
        #expect(dependent.map(\.requires) == [["dossiers"]])
        #expect(plugin.migrations.allSatisfy { $0.requires.isEmpty })
    }
}
