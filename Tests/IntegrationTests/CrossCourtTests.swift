import DocketTesting
import FieldEncryption
import GraphQLLanguage
import GraphQLSchema
import PluginHost
import PluginKit
import Postgres
import Testing

/// What one court's hands may not do to another court's rows.
@Suite("Across courts")
struct CrossCourtTests {
    /// A letter of 晋0302, registered by its own clerk.
    private func letterBelow(_ court: TestCourt, _ clerk: String, _ matterClass: String = "APPEAL_CLAIM") async throws
        -> String
    {
        let input: JSONValue = [
            "source": "ORDINARY", "receivedOn": "2018-06-01", "senders": [], "subject": "反映执行问题", "abstract": "请求尽快执行",
            "matterClass": .string(matterClass), "category": "ENFORCEMENT",
        ]
        let answer = await court.send(
            "mutation($input: RegisterLetterInput!) { registerLetter(input: $input) { receipt { id } } }",
            ["input": input],
            bearing: clerk
        )
        return try #require(answer[path: "data.registerLetter.receipt.id"].text, "\(answer)")
    }

    private func tie(_ court: TestCourt, _ letter: String, to root: String, bearing token: String) async -> JSONValue {
        await court.send(
            "mutation($input: MarkDuplicateInput!) { markDuplicate(input: $input) { letter { state } } }",
            ["input": ["letterId": .string(letter), "version": 1, "duplicateOfId": .string(root)]],
            bearing: token
        )
    }

    @Test("No letter is tied to one that the caller does not see: open, sealed and absent ones are answered alike")
    func unseenRoot() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let clerk = try await court.token(staff: "晋0302-06", roles: [.clerk])
            let letter = try await letterBelow(court, clerk)
            let open = try await LetterDesk(court, item: 1).id
            let sealed = try await court.query("SELECT min(id)::text AS id FROM letters.letter WHERE sealed")
            for root in [open, try sealed[0].decode("id", as: String.self), "999999"] {
                let answer = await tie(court, letter, to: root, bearing: clerk)
                #expect(answer.codes == ["DUPLICATE_ROOT_INVALID"], "\(root): \(answer)")
            }
        }
    }

    @Test("An accusation is tied in its own court only: no court seals another's letters")
    func foreignSeal() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let below = try await letterBelow(court, try await court.token(staff: "晋0302-06", roles: [.clerk]))
            let clerk = try #require(court.tokens[.clerk])
            let own = try await letterBelow(court, clerk, "ACCUSATION")
            let inspector = try #require(court.tokens[.inspector])
            let answer = await tie(court, own, to: below, bearing: inspector)
            #expect(answer.codes == ["DUPLICATE_ROOT_INVALID"], "\(answer)")
            let rows = try await court.query("SELECT sealed FROM letters.letter WHERE id = \(Int64(below))")
            #expect(try rows[0].decode("sealed", as: Bool.self) == false)
        }
    }

    @Test("An administrator of a court reaches their own and those below, in every import")
    func administrators() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let admin = try await court.token(court: "晋0302", roles: [.admin])
            let desk = ImportDesk(court: court, administrator: admin)
            let staff = StaffImportTests.staff
            // Another court's person, and one moved here.
            #expect(
                await desk.problems(
                    "staff",
                    [staff, "晋0303-06,晋0303,LA2,某,INSPECTOR", "晋03-04,晋0302,LA2,某,CLERK", "新-1,晋0302,LA2,新,CLERK"]
                ).filter { $0.hasSuffix("FORBIDDEN") } == [
                    "2 court_code FORBIDDEN", "2 no FORBIDDEN", "3 no FORBIDDEN",
                ]
            )
            #expect(
                await desk.problems("departments", [StaffImportTests.departments, "晋03,X,新部门,其他"])
                    == ["2 court_code FORBIDDEN"]
            )
            #expect(
                await desk.problems(
                    "courts",
                    ["code,name,level,parent_code,region_code", "晋03,阳泉中院,INTERMEDIATE,晋,140300"]
                ) == ["2 code FORBIDDEN"]
            )
            #expect(
                await desk.problems(
                    "organizations",
                    ["court_code,kind,name,region_code,active", "晋03,PUBLIC_SECURITY,阳泉市公安局,140300,false"]
                ) == ["2 court_code FORBIDDEN"]
            )
            let batch = await court.send(
                BatchDesk.document,
                ["input": BatchDesk.input(courtCode: "晋03")],
                bearing: admin
            )
            #expect(batch.codes == ["FORBIDDEN"], "\(batch)")
        }
    }

    @Test("Outside systems are told of no event of a sealed matter: registration, change, reveal")
    func sealedEvents() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            try await court.runDue()
            let told = await court.send(
                "{ outboxEvents(first: 200) { nodes { name objectId } } }",
                as: .systemClient
            )
            let nodes = told[path: "data.outboxEvents.nodes"].items
            #expect(nodes.count >= 20, "\(told)")
            let sealed = try await court.query("SELECT id::text AS id FROM dossiers.registration WHERE sealed")
            #expect(!sealed.isEmpty)
            let keys = Set(try sealed.map { try $0.decode("id", as: String.self) })
            for node in nodes where node["name"]?.text?.hasPrefix("registration.") == true {
                #expect(!keys.contains(node["objectId"]?.text ?? ""), "\(node)")
            }
        }
    }

    @Test(
        "What was written in a matter is content: masked process data does not hold it",
        arguments: [
            "Reply.text", "Reply.remediesTold", "Reply.methodReason", "Reply.deliveryProof", "FormerReply.remediesTold",
            "OnlineReport.returnReason", "LetterVolume.unfinishedMeasures", "Dossier.noCaseReason", "CaseLink.outcome",
        ]
    )
    func content(_ coordinate: String) throws {
        let names = coordinate.split(separator: ".").map(String.init)
        let composition = try Composition(Installed.all(try KeyRing.generate()))
        let field = composition.schema.type(named: names[0])?.fields?.first { $0.name == names[1] }
        let required = field?.directives.first { $0.name.text == "requires" }?.argument("permission")?.stringText
        #expect(required?.hasSuffix(".content") == true, "\(required ?? "nothing")")
        let readers = composition.permissions(of: [.upperCourtReader, .dpo, .archivist, .evaluator])
        #expect(required.map(readers.contains) == false)
    }
}
