import DocketServer
import DocketTesting
import GraphQLLanguage
import PluginHost
import PluginKit
import Postgres
import Testing

@Suite("What a write must hold")
struct WriteRuleTests {
    @Test("A stale version is refused with the current one, and nothing is written")
    func staleVersion() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let letter = try await LetterDesk(court, item: 2)
            let classify: JSONValue = ["matterClass": "APPEAL_CLAIM", "category": "TRIAL_CRIMINAL"]
            try await letter.must("classifyLetter", classify, as: .clerk)
            let stale = try await letter.run(
                "assignLetter",
                ["assigneeId": .string(try await letter.staff(.handler))],
                as: .divisionHead,
                version: 1
            )
            #expect(stale.codes == ["VERSION_CONFLICT"])
            #expect(stale[path: "errors.0.message"] == "数据已被他人修改，请刷新")
            #expect(stale["data"] == .null || stale[path: "data.assignLetter"] == .null)
            let state = await court.send(
                "query($id: ID!) { letter(id: $id) { state assignee { id } } }",
                ["id": .string(letter.id)]
            )
            #expect(state["data"] == ["letter": ["state": "CLASSIFIED", "assignee": nil]])
        }
    }

    @Test("An idempotency key answers the first result again, and refuses another input")
    func idempotency() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let input = Self.ordinaryLetter(key: "k-1")
            let first = await court.send(Self.register, ["input": input])
            let again = await court.send(Self.register, ["input": input])
            #expect(first["errors"] == nil, "\(first)")
            #expect(again == first)
            let other = await court.send(Self.register, ["input": Self.ordinaryLetter(key: "k-1", subject: "另一件事")])
            #expect(other.codes == ["IDEMPOTENCY_REUSED"])
            #expect(other[path: "errors.0.message"] == "请求编号重复")
            let count = await court.send("{ letters { totalCount } }")
            #expect(count[path: "data.letters.totalCount"] == 1)
        }
    }

    @Test("Two requests at once under one key write once")
    func concurrentIdempotency() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let answers = await withTaskGroup(of: JSONValue.self) { group in
                for _ in 0..<8 {
                    group.addTask { await court.send(Self.register, ["input": Self.ordinaryLetter(key: "same")]) }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(Set(answers).count == 1, "\(answers)")
            let count = await court.send("{ letters { totalCount } }")
            #expect(count[path: "data.letters.totalCount"] == 1)
        }
    }

    @Test("Numbers have no gaps, even with letters registered at once and some refused")
    func gapFreeNumbers() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            await withTaskGroup(of: Void.self) { group in
                for index in 0..<20 {
                    group.addTask {
                        let input = Self.ordinaryLetter(
                            key: nil,
                            subject: "第\(index)件",
                            receivedOn: index % 5 == 0 ? "2019-01-01" : "2018-06-01"
                        )
                        _ = await court.send(Self.register, ["input": input])
                    }
                }
            }
            let answer = await court.send("{ letters(orderBy: [{ field: LETTER_NO }]) { nodes { letterNo } } }")
            let numbers = answer[path: "data.letters.nodes"].items.compactMap { $0["letterNo"]?.text }
            #expect(numbers == (1...16).map { "晋03信〔2018〕\(String(repeating: "0", count: 4 - String($0).count))\($0)" })
        }
    }

    @Test("A transition that is not allowed names what is")
    func illegalTransition() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let letter = try await LetterDesk(court, item: 3)
            let answer = try await letter.run("closeLetter", as: .divisionHead)
            #expect(answer.codes == ["ILLEGAL_TRANSITION"])
            #expect(answer[path: "errors.0.message"] == "当前状态不允许该操作")
            let allowed = answer[path: "errors.0.extensions.allowed"].items.compactMap(\.text)
            #expect(allowed.contains("classifyLetter"))
            #expect(!allowed.contains("closeLetter"))
        }
    }

    @Test("A level may not be skipped, and the author may not review")
    func reviewOrder() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let letter = try await LetterDesk(court, item: 1)
            try await letter.bringToReview()
            let skipped = try await letter.run(
                "reviewLetter",
                ["level": "PRESIDENT", "decision": "APPROVED"],
                as: .president
            )
            #expect(skipped.codes == ["REVIEW_ORDER"])
            let wrongRole = try await letter.run(
                "reviewLetter",
                ["level": "DIVISION_HEAD", "decision": "APPROVED"],
                as: .president
            )
            #expect(wrongRole.codes == ["FORBIDDEN"])
            let noComment = try await letter.run(
                "reviewLetter",
                ["level": "DIVISION_HEAD", "decision": "RETURNED"],
                as: .divisionHead
            )
            #expect(noComment.codes == ["TEXT_EMPTY"])
        }
    }

    @Test("Neither who wrote the reply nor who reviewed it in this round reviews it, whatever their posts")
    func reviewerConflict() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let letter = try await LetterDesk(court, item: 1)
            try await letter.bringToReview()
            func review(_ level: String, by no: String, _ roles: Set<Role>) async throws -> JSONValue {
                await court.send(
                    LetterMutation.document("reviewLetter"),
                    [
                        "input": [
                            "letterId": .string(letter.id), "version": .integer(try await letter.version),
                            "level": .string(level), "decision": "APPROVED",
                        ]
                    ],
                    bearing: try await court.token(staff: no, roles: roles)
                )
            }
            let author = try await review("DIVISION_HEAD", by: "晋03-04", [.handler, .divisionHead])
            #expect(author.codes == ["REVIEWER_CONFLICT"])
            #expect(author[path: "errors.0.message"] == "审核人不得与承办人相同")
            #expect(try await review("DIVISION_HEAD", by: "晋03-03", [.divisionHead, .vicePresident]).codes == [])
            let twice = try await review("VICE_PRESIDENT", by: "晋03-03", [.divisionHead, .vicePresident])
            #expect(twice.codes == ["REVIEWER_CONFLICT"])
            #expect(try await review("VICE_PRESIDENT", by: "晋03-02", [.vicePresident]).codes == [])
        }
    }

    @Test("All faults of one input come together, and none repeats a value")
    func allFaultsTogether() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let input: JSONValue = [
                "source": "ORDINARY", "receivedOn": "2018-07-01", "matterClass": "APPEAL_CLAIM", "category": "FILING",
                "subject": " ",
                "abstract": "内容", "caseNos": ["（1700）晋03民终1号", "胡说"],
                "senders": [["name": "陈志", "idNumber": "140302199002301239", "mobile": "12345678901"]],
            ]
            let answer = await court.send(Self.register, ["input": input])
            let codes = Set(answer.codes)
            #expect(
                codes.isSuperset(of: [
                    "DATE_IN_FUTURE", "TEXT_EMPTY", "ID_NUMBER_BIRTHDATE", "MOBILE_INVALID", "CASE_NO_YEAR",
                    "CASE_NO_FORMAT",
                ])
            )
            let fields = Set(answer[path: "errors"].items.compactMap { $0[path: "extensions.field"].text })
            #expect(fields.contains("input.senders.0.idNumber"))
            #expect(!"\(answer)".contains("140302199002301239"))
            #expect(!"\(answer)".contains("12345678901"))
        }
    }

    @Test("Nobody can change or remove an audit event")
    func auditIsKept() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            await #expect(throws: (any Error).self) { try await court.database.execute("DELETE FROM host.audit_event") }
            await #expect(throws: (any Error).self) {
                try await court.database.execute("UPDATE host.audit_event SET action = 'x'")
            }
            await #expect(throws: (any Error).self) { try await court.database.execute("TRUNCATE host.audit_event") }
        }
    }

    /// Mutations other than those of letters, with the audit event (or the log of reveals) that each leaves.
    static let otherEvents: [String: String] = [
        "registerLetter": "letter.registered", "importTransferBatch": "transferBatch.imported",
        "createPetitioner": "petitioner.created", "openDossier": "dossier.drafted", "approveDossier": "dossier.opened",
        "importCourts": "import", "importDepartments": "import", "importStaff": "import", "importHolidays": "import",
        "importOrganizations": "import", "createOrganization": "organization.created",
        "updateOrganization": "organization.changed",
        "uploadPart": "file.partUploaded",
        "revealPetitioner": revealed,
    ]

    /// The log of reveals, of which `RevealTests` says everything.
    private static let revealed = "access_log"

    @Test("Every mutation of the schema leaves an audit event, those of letters in `AvailableActionTests`")
    func audit() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let schema = await court.send("{ __schema { mutationType { fields { name } } } }")
            let all = Set(schema[path: "data.__schema.mutationType.fields"].items.compactMap { $0["name"]?.text })
            let letters = Set(try await PostTests.letterMutations(court))
            // Of dead letters `DeadLetterTests` says it, of documents `MaterialTests`: there is none here.
            let elsewhere: Set = ["replayDeadLetter", "skipDeadLetter", "createMaterial", "downloadMaterial"]
            // Of these the suites of letters say it: bulk, notices and their templates, searches, replaced items.
            let ofLetters: Set = [
                "assignLetters", "classifyLetters", "markDuplicates", "closeLetters", "bindLetters",
                "replaceVoidedItem",
                "draftNoticeTemplate", "amendNoticeTemplate", "publishNoticeTemplate", "retireNoticeTemplate",
                "renderNotice",
                "findLettersBySender",
            ]
            // Of acts the trial of their workflow says it, and of these the petitioners' own tests.
            let acts = Set(court.server.engine.composition.plugins.flatMap(\.workflows).flatMap(\.rows).map(\.action))
            let petitioners: Set = [
                "petitionerMatch", "downloadExport", "importPetitioners",
                // And the suites of registrations, interventions, delegation and open work.
                "recordExplanation", "importRegistrations", "recordIntervention", "fileZeroReport", "revealIntervener",
                "delegateAuthority", "endDelegation", "reassignOpenWork",
            ]
            let tried = Set(Self.otherEvents.keys)
            let others = all.subtracting(letters).subtracting(elsewhere).subtracting(petitioners).subtracting(ofLetters)
                .subtracting(acts.subtracting(tried))
            #expect(others.isSubset(of: Set(Self.otherEvents.keys)), "a mutation that nothing tries")
            let dossier = try await DossierDesk.draft(court)
            let approved = await court.send(
                DossierDesk.approve,
                ["input": DossierDesk.approval(dossier)],
                as: .divisionHead
            )
            #expect(approved["errors"] == nil, "\(approved)")
            let registered = await court.send(Self.register, ["input": Self.ordinaryLetter(key: nil)])
            #expect(registered["errors"] == nil, "\(registered)")
            let created = await court.send(
                "mutation($input: CreatePetitionerInput!) { createPetitioner(input: $input) { petitioner { id } } }",
                ["input": ["kind": "NATURAL_PERSON", "name": "赵测"]]
            )
            #expect(created["errors"] == nil, "\(created)")
            let uploaded = await court.send(
                "mutation($input: UploadPartInput!) { uploadPart(input: $input) { received } }",
                ["input": ["part": 1, "parts": 2, "text": "item_no\n"]]
            )
            #expect(uploaded["errors"] == nil, "\(uploaded)")
            let organization = try await OrganizationTests.made(court)
            let changed = await court.send(
                OrganizationTests.update,
                ["input": ["organizationId": .string(organization), "version": 1, "active": .boolean(false)]]
            )
            #expect(changed["errors"] == nil, "\(changed)")
            let events = Set(
                try await court.database.query("SELECT DISTINCT action FROM host.audit_event").map {
                    try $0.decode("action", as: String.self)
                }
            )
            for (mutation, event) in Self.otherEvents where all.contains(mutation) && event != Self.revealed {
                #expect(events.contains(event), "\(mutation)")
            }
            // Names of fields, and nothing of what was written.
            let fields = try await court.database.query(
                "SELECT DISTINCT unnest(changed_fields) AS field FROM host.audit_event WHERE action <> 'import'"
            ).map { try $0.decode("field", as: String.self) }
            #expect(fields.allSatisfy { $0.allSatisfy { $0.isASCII && $0.isLetter } }, "\(fields)")
        }
    }

    static let register =
        "mutation($input: RegisterLetterInput!) { registerLetter(input: $input) { letter { id letterNo dueOn } } }"

    static func ordinaryLetter(key: String?, subject: String = "反映执行问题", receivedOn: String = "2018-06-01") -> JSONValue
    {
        var members: [JSONValue.Member] = [
            .init("source", "ORDINARY"), .init("receivedOn", .string(receivedOn)), .init("matterClass", "APPEAL_CLAIM"),
            .init("category", "ENFORCEMENT"), .init("subject", .string(subject)), .init("abstract", "请求督促执行。"),
            .init("senders", [["name": "陈志", "idNumber": "11010519491231002x", "mobile": "15471693388"]]),
        ]
        if let key { members.append(.init("idempotencyKey", .string(key))) }
        return .object(members)
    }
}
