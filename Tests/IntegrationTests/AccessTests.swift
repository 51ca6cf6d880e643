import DocketTesting
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

@Suite("Who may see what")
struct AccessTests {
    static let letter = "query($id: ID!) { letter(id: $id) { letterNo state } }"
    static let count = "{ letters { totalCount } }"

    @Test("A handler sees the letters assigned to them, in lists, lookups and the queue, and no other")
    func handler() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let mine = try await LetterDesk(court, item: 1)
            let other = try await LetterDesk(court, item: 2)
            #expect(await court.send(Self.count, as: .handler)[path: "data.letters.totalCount"] == 0)
            let colleague = try await court.token(staff: "晋03-05")
            for (letter, assignee) in [
                (mine, try await mine.staff(.handler)), (other, try await court.staffID("晋03-05")),
            ] {
                try await letter.must(
                    "classifyLetter",
                    ["matterClass": "APPEAL_CLAIM", "category": "ENFORCEMENT"],
                    as: .clerk
                )
                try await letter.must("assignLetter", ["assigneeId": .string(assignee)], as: .divisionHead)
            }
            let list = await court.send(
                "{ letters { totalCount nodes { id } } letterQueue { nodes { id } } }",
                as: .handler
            )
            #expect(
                list["data"] == [
                    "letters": ["totalCount": 1, "nodes": [["id": .string(mine.id)]]],
                    "letterQueue": ["nodes": [["id": .string(mine.id)]]],
                ],
                "\(list)"
            )
            #expect(await court.send(Self.letter, ["id": .string(other.id)], as: .handler) == ["data": ["letter": nil]])
            let foreign = try await other.run("startHandling", as: .handler)
            #expect(foreign.codes == ["NOT_FOUND"])
            let theirs = await court.send(Self.letter, ["id": .string(other.id)], bearing: colleague)
            #expect(theirs[path: "data.letter.state"] == "ASSIGNED")
        }
    }

    @Test("A lower court sees nothing of the court above it, and a court of another branch nothing at all")
    func lowerCourt() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let letter = try await LetterDesk(court, item: 1)
            for no in ["晋0302-06", "晋0302-01", "晋0322-06", "晋0302-10"] {
                let token = try await court.token(staff: no)
                let answer = await court.send(
                    """
                    query($id: ID!) {
                        letters { totalCount } letter(id: $id) { id } letterByNo(letterNo: "晋03信〔2018〕0001") { id }
                        transferBatches { totalCount } batchReconciliation(batchNo: "晋高法信转〔2018〕3号") { items }
                        duplicateCandidates(letterId: $id) { reasons }
                    }
                    """,
                    ["id": .string(letter.id)],
                    bearing: token
                )
                #expect(
                    answer == [
                        "data": [
                            "letters": ["totalCount": 0], "letter": nil, "letterByNo": nil,
                            "transferBatches": ["totalCount": 0],
                            "batchReconciliation": nil, "duplicateCandidates": [],
                        ]
                    ],
                    "\(no): \(answer)"
                )
            }
            let clerk = try await court.token(staff: "晋0302-06")
            let write = await court.send(
                "mutation($input: ClassifyLetterInput!) { classifyLetter(input: $input) { letter { id } } }",
                [
                    "input": [
                        "letterId": .string(letter.id), "version": 1, "matterClass": "SUGGESTION", "category": "OTHER",
                    ]
                ],
                bearing: clerk
            )
            #expect(write.codes == ["NOT_FOUND"], "\(write)")
        }
    }

    @Test("An intermediate court and the High Court's reader see a basic court's letters, masked, and change none")
    func upperCourts() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let clerk = try await court.token(staff: "晋0302-06")
            let registered = await court.send(
                WriteRuleTests.register,
                ["input": WriteRuleTests.ordinaryLetter(key: nil)],
                bearing: clerk
            )
            #expect(registered["errors"] == nil, "\(registered)")
            let letter = LetterDesk(court, id: try #require(registered[path: "data.registerLetter.letter.id"].text))
            for role in [Role.clerk, .president, .upperCourtReader] {
                let answer = await court.send(
                    "query($id: ID!) { letter(id: $id) { letterNo state courtCode senders { nameMasked idNumberMasked } } }",
                    ["id": .string(letter.id)],
                    as: role
                )
                #expect(
                    answer["data"] == [
                        "letter": [
                            "letterNo": "晋0302信〔2018〕0001", "state": "REGISTERED", "courtCode": "晋0302",
                            "senders": [["nameMasked": "陈*", "idNumberMasked": "11**************2X"]],
                        ]
                    ],
                    "\(role): \(answer)"
                )
            }
            let write = try await letter.run(
                "classifyLetter",
                ["matterClass": "SUGGESTION", "category": "OTHER"],
                as: .clerk
            )
            #expect(write.codes == ["FORBIDDEN"], "\(write)")
        }
    }

    @Test("What is found to accuse is seen by inspectors only; its titles leave all lists and counts")
    func accusation() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let letter = try await LetterDesk(court, item: 1)
            let accused: JSONValue = [.string(try await court.staffID("晋03-08"))]
            let answer = try await letter.run(
                "classifyLetter",
                ["matterClass": "ACCUSATION", "category": "STAFF_CONDUCT", "accusedStaffIds": accused],
                as: .clerk
            )
            #expect(answer == ["data": ["classifyLetter": ["letter": nil]]])
            for role in [Role.clerk, .divisionHead, .vicePresident, .president, .dpo, .archivist, .upperCourtReader] {
                let read = await court.send(
                    """
                    query($id: ID!) { letter(id: $id) { letterNo } letters { totalCount } duplicateCandidates(letterId: $id) { reasons } }
                    """,
                    ["id": .string(letter.id)],
                    as: role
                )
                #expect(
                    read["data"] == ["letter": nil, "letters": ["totalCount": 49], "duplicateCandidates": []],
                    "\(role): \(read)"
                )
            }
            let inspector = await court.send(Self.letter, ["id": .string(letter.id)], as: .inspector)
            #expect(inspector["data"] == ["letter": ["letterNo": "晋03信〔2018〕0001", "state": "CLASSIFIED"]])
            for (mutation, input, role) in [
                ("endorseLetter", ["kind": "NOTE"] as JSONValue, Role.president),
                ("voidLetter", ["reason": "登记错误，重复登记"], .divisionHead),
                ("unmarkDuplicate", ["reason": "误认定为重复件"], .clerk),
            ] {
                let write = try await letter.run(mutation, input, as: role)
                #expect(write.codes == ["NOT_FOUND"], "\(mutation): \(write)")
            }
            // Whoever registered it knows its state, and no more.
            let again = try await letter.run(
                "classifyLetter",
                ["matterClass": "SUGGESTION", "category": "OTHER"],
                as: .clerk
            )
            #expect(again.codes == ["ILLEGAL_TRANSITION"], "\(again)")
            // The batch still counts it, and says nothing else.
            let batch = await court.send(LetterLifeTests.reconciliation)
            #expect(batch[path: "data.batchReconciliation.items"] == 60)
        }
    }

    @Test("Whoever is accused sees nothing of it, even as an inspector, and may not act on it")
    func accused() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let letter = try await LetterDesk(court, item: 1)
            let inspector = try await letter.staff(.inspector)
            try await letter.must(
                "classifyLetter",
                ["matterClass": "ACCUSATION", "category": "STAFF_CONDUCT", "accusedStaffIds": [.string(inspector)]],
                as: .clerk
            )
            #expect(
                await court.send(Self.letter, ["id": .string(letter.id)], as: .inspector) == ["data": ["letter": nil]]
            )
            #expect(await court.send(Self.count, as: .inspector)[path: "data.letters.totalCount"] == 59)
            let other = try await court.token(staff: "晋03-07", roles: [.inspector])
            let seen = await court.send(Self.letter, ["id": .string(letter.id)], bearing: other)
            #expect(seen[path: "data.letter.state"] == "CLASSIFIED", "\(seen)")
        }
    }

    @Test("A field without permission is FORBIDDEN with its path, and what is next to it is not lost")
    func fields() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let letter = try await LetterDesk(court, item: 1)
            let answer = await court.send(
                "query($id: ID!) { viewer { today } letter(id: $id) { letterNo subject } }",
                ["id": .string(letter.id)],
                as: .archivist
            )
            // `subject` is not null: the error takes the nearest nullable parent, the letter.
            #expect(answer["data"] == ["viewer": ["today": "2018-06-29"], "letter": nil])
            #expect(answer.codes == ["FORBIDDEN"])
            #expect(answer[path: "errors.0.message"] == "无权限")
            #expect(answer[path: "errors.0.path"] == ["letter", "subject"])
            #expect(answer[path: "errors.0.locations"].items.count == 1)
            let allowed = await court.send(Self.letter, ["id": .string(letter.id)], as: .archivist)
            #expect(allowed[path: "data.letter.letterNo"] == "晋03信〔2018〕0001")
        }
    }

    @Test("An evaluator reads reports and no letter; trial staff and administrators read neither")
    func evaluator() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let letter = try await LetterDesk(court, item: 1)
            let document = """
                query($id: ID!) { letter(id: $id) { letterNo } letterByNo(letterNo: "晋03信〔2018〕0001") { id } }
                """
            for role in [Role.evaluator, .trialStaff, .admin, .systemClient] {
                let answer = await court.send(document, ["id": .string(letter.id)], as: role)
                #expect(Set(answer.codes) == ["FORBIDDEN"], "\(role): \(answer)")
                #expect(answer["data"] == ["letter": nil, "letterByNo": nil], "\(role): \(answer)")
                let list = await court.send("{ letters { nodes { letterNo } } }", as: role)
                #expect(Set(list.codes) == ["FORBIDDEN"], "\(role): \(list)")
                #expect(!"\(list)".contains("晋03信"))
            }
            let report = #"{ letterReport(from: "2018-01-01", to: "2018-06-29") { groupKey items } }"#
            let own = await court.send(report, as: .evaluator)
            #expect(own["data"] == ["letterReport": [["groupKey": "晋03", "items": 50]]], "\(own)")
            #expect(await court.send(report, as: .trialStaff).codes == ["FORBIDDEN"])
        }
    }

    @Test("A mutation without its permission is FORBIDDEN and writes nothing, whatever its input")
    func mutations() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let letter = try await LetterDesk(court, item: 1)
            for (mutation, input, role) in [
                ("classifyLetter", ["matterClass": "SUGGESTION", "category": "OTHER"] as JSONValue, Role.president),
                ("assignLetter", ["assigneeId": "1"], .clerk), ("closeLetter", [:], .clerk),
                ("reviewLetter", ["level": "PRESIDENT", "decision": "APPROVED"], .handler),
                ("archiveLetter", [:], .inspector),
            ] {
                let answer = try await letter.run(mutation, input, as: role)
                #expect(answer.codes == ["FORBIDDEN"], "\(mutation): \(answer)")
            }
            #expect(try await letter.version == 1)
        }
    }

    @Test("A revoked, an expired and a former colleague's token are no longer accepted")
    func endedTokens() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let revoked = try await court.token(staff: "晋03-05")
            try await court.database.execute("UPDATE core.token SET revoked_at = now() WHERE name = 'test 晋03-05'")
            let expired = try await court.token(staff: "晋03-04")
            try await court.database.execute("UPDATE core.token SET expires_at = now() WHERE name = 'test 晋03-04'")
            let former = try await court.token(staff: "晋03-07")
            try await court.database.execute("UPDATE core.staff SET active = false WHERE no = '晋03-07'")
            for token in [revoked, expired, former] {
                #expect(await court.send("{ viewer { today } }", bearing: token).codes == ["UNAUTHENTICATED"])
            }
        }
    }
}
