import DocketTesting
import DossiersPlugin
import GraphQLLanguage
import LettersPlugin
import PluginKit

/// A court with letters, where one person acts for another.
struct DeputyDesk {
    /// A handler of the petition division, who will be absent.
    static let absent = "晋03-04"
    /// Another handler of it.
    static let deputy = "晋03-05"

    let court: TestCourt

    /// Runs a test in a court with the demonstration's letters.
    static func with(_ body: (DeputyDesk) async throws -> Void) async throws {
        try await TestCourt.with([Dossiers.plugin(), Letters.plugin()], contents: .demo(of: "letters")) { court in
            try await body(DeputyDesk(court: court))
        }
    }

    func token(_ number: String) async throws -> String { try await court.token(staff: number) }

    /// A letter that is assigned to a handler.
    func letter(of number: String, at position: Int = 0) async throws -> Desk {
        let list = await court.send("{ letters(first: 20, filter: { state: [REGISTERED] }) { nodes { id } } }")
        guard let id = list[path: "data.letters.nodes.\(position).id"].text else { throw TestFault("\(list)") }
        let desk = try Desk(court, "Letter", id: id)
        try await desk.must("classifyLetter", ["matterClass": "APPEAL_CLAIM", "category": "ENFORCEMENT"], as: .clerk)
        try await desk.must("assignLetter", ["assigneeId": .string(try await court.staffID(number))], as: .divisionHead)
        return desk
    }

    /// A draft of a dossier with a handler.
    func dossier(of number: String) async throws -> Desk {
        let petitioner = try await court.run(
            "createPetitioner",
            ["kind": "NATURAL_PERSON", "name": "赵测试"],
            selecting: "petitioner { id }"
        )
        let opened = try await court.run(
            "openDossier",
            [
                "title": "反复反映执行问题", "ground": "REPEATED_MATTER", "category": "ENFORCEMENT", "noCaseReason": "尚未核实案号",
                "claims": [["text": "督促执行"]], "handlerId": .string(try await court.staffID(number)),
                "petitionerIds": [petitioner[path: "data.createPetitioner.petitioner.id"]],
            ],
            selecting: "dossier { id }"
        )
        guard let id = opened[path: "data.openDossier.dossier.id"].text else { throw TestFault("\(opened)") }
        return try Desk(court, "Dossier", id: id)
    }

    /// Whether a letter is seen.
    func sees(_ desk: Desk, bearing token: String) async -> Bool {
        let answer = await court.send(
            "query($id: ID!) { letter(id: $id) { id } }",
            ["id": .string(desk.id)],
            bearing: token
        )
        return answer[path: "data.letter.id"].text != nil
    }

    /// Gives authority to another, and answers the whole response.
    func delegate(
        from giver: String? = nil,
        to deputy: String = Self.deputy,
        roles: [JSONValue] = ["HANDLER"],
        fromOn: String = TestCourt.today,
        toOn: String = "2018-07-06",
        bearing token: String
    ) async throws -> JSONValue {
        var input: [JSONValue.Member] = [
            .init("roles", .array(roles)), .init("toStaffId", .string(try await court.staffID(deputy))),
            .init("fromOn", .string(fromOn)), .init("toOn", .string(toOn)), .init("reason", "外出培训期间"),
        ]
        if let giver { input.append(.init("fromStaffId", .string(try await court.staffID(giver)))) }
        return try await court.run(
            "delegateAuthority",
            .object(input),
            selecting: "delegation { id inForce version roles }",
            bearing: token
        )
    }

    /// What a handler does to a letter until it is reviewed.
    static let drafting: [(mutation: String, input: JSONValue)] = [
        ("startHandling", [:]),
        (
            "draftReply",
            [
                "text": "您反映的执行事项已核实，现答复如下。", "remediesTold": "可依法提出执行异议。",
                "perClaim": [
                    [
                        "claimSeq": 1, "claim": "要求执行判决", "outcome": "EXPLAINED", "reason": "案件正在执行",
                        "legalBasis": "《民事诉讼法》第二百三十六条",
                    ]
                ],
            ]
        ),
        ("submitReview", [:]),
    ]

    /// Names of the conditions that are not met.
    static func unmet(_ answer: JSONValue) -> [String] {
        answer[path: "errors.0.extensions.unmet"].items.compactMap { $0["name"]?.text }
    }
}
