import CourtCore
import DocketTesting
import DossiersPlugin
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

@Suite("A contact is registered")
struct ContactTests {
    @Test("with its deadlines, once more for the same petitioner, who is warned of and never refused")
    func repeated() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let first = try await ContactDesk.register(court)
            let payload = first[path: "data.registerContact"]
            #expect(payload[path: "registration.isFirst"] == true, "\(first)")
            #expect(payload["warnings"] == [])
            let number = payload[path: "registration.regNo"]
            #expect(number == "晋03访登〔2018〕0001")

            let second = try await ContactDesk.register(court)[path: "data.registerContact"]
            #expect(second[path: "registration.isFirst"] == false)
            #expect(
                second["warnings"] == [["code": "DUPLICATE_MATTER_IN_PROGRESS", "registration": ["regNo": number]]]
            )

            let id = payload[path: "registration.id"]
            let read = await court.send(
                """
                query($id: ID!) { registration(id: $id) {
                    entryDueOn notifyDueOn daysLeft overdue groupSize missingFields petitioners { petitioner { nameMasked } }
                    assignee { no } ofLetter
                } }
                """,
                ["id": id]
            )
            #expect(
                read[path: "data.registration"] == [
                    "entryDueOn": "2018-06-29", "notifyDueOn": "2018-07-13", "daysLeft": 14, "overdue": false,
                    "groupSize": 1,
                    "missingFields": [], "petitioners": [["petitioner": ["nameMasked": "赵**"]]],
                    "assignee": ["no": "晋03-04"],
                    "ofLetter": false,
                ],
                "\(read)"
            )
        }
    }

    @Test("once, however often the same request comes, with the same code")
    func repeatedRequest() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            var answers: [JSONValue] = []
            for _ in 0..<2 {
                answers.append(try await ContactDesk.register(court, [.init("idempotencyKey", "登记一次")]))
            }
            #expect(answers[0][path: "data.registerContact.queryCode"].text?.count == 12, "\(answers[0])")
            #expect(
                answers[0][path: "data.registerContact.queryCode"] == answers[1][path: "data.registerContact.queryCode"]
            )
            let rows = try await court.query("SELECT count(*) AS entries FROM dossiers.registration")
            #expect(try rows[0].decode("entries", as: Int64.self) == 1)
            let code = answers[0][path: "data.registerContact.queryCode"].text ?? "–"
            let kept = try await court.query(
                "SELECT position(convert_to(\(code), 'UTF8') IN payload) AS place FROM host.idempotency"
            )
            #expect(try kept[0].decode("place", as: Int32.self) == 0)
        }
    }

    @Test("anonymously, with nothing known of whoever called")
    func anonymous() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let answer = try await ContactDesk.register(
                court,
                [
                    .init("newPetitioners", .null), .init("anonymous", true), .init("channel", "PHONE"),
                    .init("receptionPoint", .null),
                ]
            )
            #expect(answer[path: "data.registerContact.registration.isFirst"] == false, "\(answer)")
        }
    }

    @Test("with all faults of its input at once")
    func faults() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let nobody = try await ContactDesk.register(
                court,
                [
                    .init("newPetitioners", .null),
                    .init("accusedStaffIds", [.string(try await court.staffID("晋03-07"))]),
                ]
            )
            #expect(nobody.codes == ["NAME_REQUIRED", "ACCUSED_NOT_ALLOWED"])
            let named = try await ContactDesk.register(court, [.init("anonymous", true)])
            #expect(named.codes == ["ANONYMOUS_WITH_NAME"])
            let representative: JSONValue = ["kind": "JOINT_REPRESENTATIVE", "name": "钱测试"]
            let many = try await ContactDesk.register(
                court,
                [.init("representatives", .array(Array(repeating: representative, count: 6)))]
            )
            #expect(many.codes == ["TOO_MANY_REPRESENTATIVES"])
            let letter = try await ContactDesk.register(court, [.init("channel", "LETTER")])
            #expect(letter.codes == ["VALUE_NOT_ALLOWED"])
            let small = try await ContactDesk.register(
                court,
                [.init("groupSize", 1), .init("newPetitioners", [ContactDesk.person, ["name": "孙测试"]])]
            )
            #expect(small.codes == ["INPUT_INVALID"])
            #expect(try await ContactDesk.register(court, as: .handler).codes == ["FORBIDDEN"])
        }
    }

    @Test("of a group, with its representatives masked and its cases found by any form of their number")
    func group() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let id = try await ContactDesk.registered(
                court,
                [
                    .init("groupSize", 12), .init("caseNos", ["(2009)阳民终字第123号", "（2009）阳民终字第123号", "（2017）晋03执5号之一"]),
                    .init(
                        "representatives",
                        [["kind": "JOINT_REPRESENTATIVE", "name": "钱测试", "mobile": "15471693389"]]
                    ),
                ]
            )
            let found = await court.send(
                """
                query($filter: RegistrationFilter!) { registrations(filter: $filter) { nodes {
                    id cases { caseNo format } representatives { kind nameMasked mobileMasked } missingFields
                } } }
                """,
                [
                    "filter": [
                        "and": [
                            ["cases": ["some": ["caseNo": "〔2009〕阳民终字第123号"]]],
                            ["cases": ["some": ["caseNo": "(2017) 晋03执5号"]]],
                        ]
                    ]
                ]
            )
            #expect(
                found[path: "data.registrations.nodes"] == [
                    [
                        "id": .string(id),
                        "cases": [
                            ["caseNo": "（2009）阳民终字第123号", "format": "LEGACY"],
                            ["caseNo": "（2017）晋03执5号之一", "format": "STANDARD"],
                        ],
                        "representatives": [
                            ["kind": "JOINT_REPRESENTATIVE", "nameMasked": "钱**", "mobileMasked": "154****3389"]
                        ],
                        "missingFields": [],
                    ]
                ],
                "\(found)"
            )
        }
    }

    @Test("and found by words, period, state, petitioner and what it lacks, in the caller's court only")
    func found() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let id = try await ContactDesk.registered(court)
            let bare = try await ContactDesk.registered(
                court,
                [.init("receptionPoint", .null), .init("newPetitioners", [["name": "孙测试"]]), .init("handlerId", .null)]
            )
            let petitioner = await court.send(
                "query($id: ID!) { registration(id: $id) { petitioners { petitioner { id } } } }",
                ["id": .string(id)]
            )[path: "data.registration.petitioners.0.petitioner.id"]
            func ids(_ filter: JSONValue, as role: Role = .clerk) async -> JSONValue {
                let answer = await court.send(
                    "query($filter: RegistrationFilter!) { registrations(filter: $filter) { nodes { id } totalCount } }",
                    ["filter": filter],
                    as: role
                )
                return answer[path: "data.registrations.nodes"]
            }
            #expect(await ids(["text": "督促 执行到位"]) == [["id": .string(id)], ["id": .string(bare)]])
            #expect(await ids(["incomplete": true]) == [["id": .string(bare)]])
            #expect(await ids(["petitioners": ["some": ["petitionerId": petitioner]]]) == [["id": .string(id)]])
            #expect(await ids(["receivedFrom": "2018-06-29"]) == [])
            #expect(await ids(["assignee": .null]) == [["id": .string(bare)]])
            // Whoever handles sees their own.
            #expect(await ids(["state": ["RECEIVED"]], as: .handler) == [["id": .string(id)]])
            let other = try await court.token(staff: "晋0302-06")
            let elsewhere = await court.send("{ registrations { totalCount } }", nil, bearing: other)
            #expect(elsewhere[path: "data.registrations.totalCount"] == 0)
            let queue = await court.send("{ registrationQueue { nodes { id } } }", nil, as: .handler)
            #expect(queue[path: "data.registrationQueue.nodes"] == [["id": .string(id)]])
        }
    }

    @Test("sealed from its entry where it accuses: the clerk keeps a receipt, the inspector sees it, the accused never")
    func sealed() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let accused = try await court.staffID("晋03-07")
            let answer = try await ContactDesk.register(
                court,
                [
                    .init("matterClass", "ACCUSATION"), .init("handlerId", .null),
                    .init("accusedStaffIds", [.string(accused)]),
                ]
            )
            let payload = answer[path: "data.registerContact"]
            #expect(payload["registration"] == .null, "\(answer)")
            #expect(payload[path: "receipt.state"] == "RECEIVED")
            let id = payload[path: "receipt.id"]
            let counts = "{ registrations { totalCount } }"
            for role in [Role.clerk, .divisionHead, .president] {
                #expect(await court.send(counts, nil, as: role)[path: "data.registrations.totalCount"] == 0, "\(role)")
            }
            #expect(await court.send(counts, nil, as: .inspector)[path: "data.registrations.totalCount"] == 1)
            let receipts = await court.send("{ registrationReceipts { nodes { id } } }")
            #expect(receipts[path: "data.registrationReceipts.nodes"] == [["id": id]])

            let desk = try Desk(court, "Registration", id: id.text ?? "")
            #expect(
                try await desk.run("voidRegistration", ["reason": "重复录入的登记，应予作废"], as: .divisionHead).codes == [
                    "NOT_FOUND"
                ]
            )
            try await desk.must(
                "decideSeparation",
                [
                    "separation": "VISIT", "matterClass": "ACCUSATION", "category": "STAFF_CONDUCT",
                    "accusedStaffIds": [.string(accused)], "reason": "反映工作人员作风，属检举控告",
                ],
                as: .inspector
            )
            try await desk.must("forwardRegistration", ["target": "DISCIPLINE"], as: .inspector)
            try await desk.must(
                "recordForwardReport",
                ["reportedOn": "2018-06-29", "docRef": "纪函〔2018〕1号"],
                as: .inspector
            )
            #expect(try await desk.must("closeRegistration", as: .inspector) == "CLOSED")
            let read = try await desk.read("notifyExempt forwards { toldOn }", as: .inspector)
            #expect(read == ["notifyExempt": "DISCIPLINE_SPECIAL_RULE", "forwards": [["toldOn": .null]]])
            let told = try await court.database.query(
                "SELECT bool_and(sealed) AS sealed FROM host.outbox_event WHERE object_id = \(Int64(desk.id))"
            )
            #expect(try told.first?.decode("sealed", as: Bool.self) == true)
        }
    }

    @Test("kept from an inspector of the accused's own department, and from everybody else")
    func recused() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let accused = try await court.staffID("晋03-13")
            let id = try await ContactDesk.registered(
                court,
                [
                    .init("matterClass", "ACCUSATION"), .init("handlerId", .null),
                    .init("accusedStaffIds", [.string(accused)]),
                ]
            )
            let seen = await court.send("{ registrations { totalCount } }", nil, as: .inspector)
            #expect(seen[path: "data.registrations.totalCount"] == 0)
            let screening: JSONValue = [
                "separation": "VISIT", "matterClass": "APPEAL_CLAIM", "category": "OTHER", "reason": "经审查不属于检举控告事项",
            ]
            let desk = try Desk(court, "Registration", id: id)
            #expect(try await desk.run("decideSeparation", screening, as: .inspector).codes == ["NOT_FOUND"])
            // Whoever is free of recusal finds that it is none, and takes the seal off.
            let other = try await court.token(staff: "晋03-07", roles: [.inspector])
            #expect(try await desk.must("decideSeparation", screening, bearing: other) == "SCREENED")
            let open = await court.send("{ registrations { totalCount } }")
            #expect(open[path: "data.registrations.totalCount"] == 1)
        }
    }

    @Test(
        "found to be an accusation when it is screened: sealed, with whoever is known from it, and out of the handler's hands"
    )
    func sealedLater() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let desk = try await ContactDesk.desk(court)
            try await ContactDesk.explain(court, desk.id)
            var input = ContactDesk.suit
            if case .object(let members) = input {
                input = .object(members.filter { $0.name != "matterClass" } + [.init("matterClass", "ACCUSATION")])
            }
            let answer = try await desk.run("decideSeparation", input, as: .handler)
            #expect(answer["errors"] == nil, "\(answer)")
            for role in [Role.clerk, .handler, .divisionHead] {
                let seen = await court.send("{ registrations { totalCount } }", nil, as: role)
                #expect(seen[path: "data.registrations.totalCount"] == 0)
            }
            let read = try await desk.read("state explanations { content }", as: .inspector)
            #expect(read == ["state": "SCREENED", "explanations": [["content": "说明执行监督的条件和程序。"]]])
            let hidden = try await court.database.query("SELECT bool_and(sealed) AS sealed FROM dossiers.petitioner")
            #expect(try hidden.first?.decode("sealed", as: Bool.self) == true)
        }
    }

    @Test("with a letter, and then only the letter changes it")
    func ofLetter() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let desk = try await ContactDesk.desk(court)
            _ = try await court.query("UPDATE dossiers.registration SET of_letter = true")
            for (action, role) in [("assignRegistration", Role.divisionHead), ("decideSeparation", .handler)] {
                let input: JSONValue =
                    action == "decideSeparation"
                    ? ContactDesk.suit : ["assigneeId": .string(try await court.staffID(of: .handler))]
                let refused = try await desk.run(action, input, as: role)
                #expect(refused[path: "errors.0.extensions.unmet.0.name"] == "notOfLetter", "\(refused)")
            }
            #expect(try await desk.read("availableActions", as: .divisionHead)["availableActions"] == [])
        }
    }
}
