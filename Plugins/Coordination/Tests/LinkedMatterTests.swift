import CoordinationPlugin
import DocketTesting
import DossiersPlugin
import GraphQLLanguage
import LettersPlugin
import PluginKit
import Testing

@Suite("What linkage events are about")
struct LinkedMatterTests {
    private static let plugins = [Dossiers.plugin(), Letters.plugin(), Coordination.plugin()]

    @Test("may be a dossier of the court, which shows them")
    func dossier() async throws {
        try await TestCourt.with(Self.plugins) { court in
            let petitioner = try await court.run(
                "createPetitioner",
                ["kind": "NATURAL_PERSON", "name": "赵测"],
                selecting: "petitioner { id }"
            )
            let opened = try await court.run(
                "openDossier",
                [
                    "title": "反复反映执行问题", "ground": "REPEATED_MATTER", "noCaseReason": "尚未核实案号",
                    "petitionerIds": [petitioner[path: "data.createPetitioner.petitioner.id"]],
                    "claims": [["text": "督促执行"]], "handlerId": .string(try await court.staffID(of: .handler)),
                ],
                selecting: "dossier { id }"
            )
            let dossier = opened[path: "data.openDossier.dossier.id"]
            let id = try await LinkageSteps.registered(court, told: nil, [.init("dossierId", dossier)])
            let read = await court.send(
                "query($id: ID!) { dossier(id: $id) { linkageEvents { id } } }",
                ["id": dossier]
            )
            #expect(read[path: "data.dossier.linkageEvents.0.id"] == .string(id), "\(read)")
            let unknown = try await LinkageSteps.register(court, told: nil, [.init("dossierId", "999999")])
            #expect(unknown.codes == ["NOT_FOUND"])
        }
    }

    @Test("may be an open letter with its registration, and never a sealed one")
    func letter() async throws {
        try await TestCourt.with(Self.plugins) { court in
            let answer = try await Self.register(court, "APPEAL_CLAIM", "ENFORCEMENT")
            let letter = answer[path: "data.registerLetter.letter.id"]
            let registration = answer[path: "data.registerLetter.letter.registration.id"]
            let id = try await LinkageSteps.registered(
                court,
                told: nil,
                [.init("letterId", letter), .init("registrationId", registration)]
            )
            let desk = try Desk(court, "LinkageEvent", id: id)
            let read = try await desk.read("letter { id } registration { id } dossier { id }")
            #expect(read[path: "letter.id"] == letter, "\(read)")
            #expect(read[path: "registration.id"] == registration)
            #expect(read["dossier"] == .null)

            let accusation = try await Self.register(court, "ACCUSATION", "STAFF_CONDUCT")
            let sealed = accusation[path: "data.registerLetter.receipt.id"]
            #expect(sealed != .null, "\(accusation)")
            let refused = try await LinkageSteps.register(court, told: nil, [.init("letterId", sealed)])
            #expect(refused.codes == ["NOT_FOUND"])
            #expect(refused[path: "errors.0.extensions.field"] == "input.letterId", "\(refused)")
        }
    }

    private static func register(_ court: TestCourt, _ kind: String, _ category: String) async throws -> JSONValue {
        try await court.run(
            "registerLetter",
            [
                "source": "ORDINARY", "receivedOn": "2018-06-01", "matterClass": .string(kind),
                "category": .string(category), "subject": "反映执行问题", "abstract": "请求督促执行。",
                "senders": [["name": "陈志", "idNumber": "11010519491231002x", "mobile": "15471693388"]],
            ],
            selecting: "letter { id registration { id } } receipt { id }"
        )
    }
}
