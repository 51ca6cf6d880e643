import DocketTesting
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

@Suite("The order of a letter's dates")
struct LetterDateTests {
    @Test("No reply is sent before it was approved")
    func dispatch() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let letter = try await LetterDesk(court, item: 1)
            try await letter.bringToReview()
            try await letter.review(.divisionHead, .vicePresident, .president)
            #expect(await letter.read("approvedOn") == ["approvedOn": "2018-06-29"])
            for day in ["2018-03-01", "2018-04-30", "2018-06-28"] {
                let early = try await letter.run(
                    "recordDispatch",
                    ["sentOn": .string(day), "method": "POST"],
                    as: .handler
                )
                #expect(early.codes == ["DATE_ORDER"], "\(day): \(early)")
                #expect(early[path: "errors.0.extensions.field"] == "input.sentOn")
            }
            try await letter.must("recordDispatch", ["sentOn": "2018-06-29", "method": "POST"], as: .handler)
            // Late, and not made timely by a date of one's own.
            #expect(await letter.read("onTime repliedOn") == ["onTime": false, "repliedOn": "2018-06-29"])
        }
    }

    @Test("Nothing is reported back before it was done: the reply, the transfer, the root's reply")
    func reportBack() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            func back(_ letter: LetterDesk, _ day: String) async throws -> JSONValue {
                try await letter.run("recordReportBack", ["sentOn": .string(day), "docRef": "晋03信报1"], as: .clerk)
            }
            let root = try await LetterDesk(court, item: 1)
            let copy = try await LetterDesk(court, item: 2)
            try await copy.must("markDuplicate", ["duplicateOfId": .string(root.id)], as: .clerk)
            try await root.bringToReview()
            try await root.review(.divisionHead, .vicePresident, .president, on: "2018-05-02")
            try await root.must("recordDispatch", ["sentOn": "2018-05-03", "method": "POST"], as: .handler)
            for letter in [root, copy] {
                #expect(try await back(letter, "2018-05-02").codes == ["DATE_ORDER"])
                #expect(try await back(letter, "2018-06-30").codes == ["DATE_IN_FUTURE"])
                #expect(try await back(letter, "2018-05-03").codes == [])
            }

            let passedOn = try await LetterDesk(court, item: 3)
            try await passedOn.bringToTransferred(told: "2018-06-29")
            #expect(try await back(passedOn, "2018-06-28").codes == ["DATE_ORDER"])
            #expect(try await back(passedOn, "2018-06-29").codes == [])
        }
    }

    @Test("Nobody was told where a letter went before it came")
    func toldBeforeReceipt() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let letter = try await LetterDesk(court, item: 1)
            try await letter.must("classifyLetter", LetterDesk.appeal, as: .clerk)
            let early = try await letter.run(
                "transferLetter",
                ["target": "OTHER_BODY", "toOrg": "市信访局", "toldPetitionerOn": "2017-01-01"],
                as: .divisionHead
            )
            #expect(early.codes == ["DATE_ORDER"])
        }
    }

    @Test("A period that is over is neither extended nor paused, and stays overdue")
    func pastDue() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let letter = try await LetterDesk(court, item: 1)
            try await letter.bringToHandling()
            let extend: JSONValue = ["days": 30, "reason": "案情复杂", "toldPetitionerOn": "2018-06-29"]
            #expect(try await letter.run("extendLetter", extend, as: .president).unmet == ["notPastDue"])
            let pause = try await letter.run("pauseLetter", ["reason": "PARTY_MATERIAL"], as: .divisionHead)
            #expect(pause.unmet == ["notPastDue"])
            #expect(await letter.read("overdue dueOn") == ["overdue": true, "dueOn": "2018-04-30"])
        }
        // On its last day it still may be.
        try await TestCourt.with(.batch, plugins: Installed.all, today: "2018-04-30") { court in
            let letter = try await LetterDesk(court, item: 1)
            try await letter.bringToHandling()
            try await letter.must("pauseLetter", ["reason": "PARTY_MATERIAL"], as: .divisionHead)
        }
    }

    @Test("An extension is approved by the post that the rule's row names, or one above it; a court's own row wins")
    func approver() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all, today: "2018-04-20") { court in
            func extend(_ item: Int, _ role: Role) async throws -> [String] {
                let letter = try await LetterDesk(court, item: item)
                if try await letter.version == 1 {
                    try await letter.must("classifyLetter", LetterDesk.appeal, as: .clerk)
                }
                let offered = await letter.read("availableActions", as: role)["availableActions"]?.items ?? []
                let input: JSONValue = ["days": 5, "reason": "案情复杂", "toldPetitionerOn": "2018-04-20"]
                let codes = try await letter.run("extendLetter", input, as: role).codes
                #expect(offered.contains("extendLetter") == codes.isEmpty, "\(item) \(role)")
                return codes
            }
            #expect(try await extend(1, .divisionHead) == ["FORBIDDEN"])
            #expect(try await extend(1, .vicePresident) == [])
            #expect(try await extend(2, .president) == [])
            // 《信访工作条例》 §34: the head of the organ, a vice-president or the president.
            for key in ["letters.ORDINARY", "letters.OTHER", "letters.PRESIDENT", "letters.CENTRAL_INSPECTION"] {
                let rules = await court.send(
                    "query($key: String!) { deadlineRules(key: $key) { approverRole } }",
                    ["key": .string(key)]
                )
                #expect(rules[path: "data.deadlineRules"] == [["approverRole": "VICE_PRESIDENT"]], "\(key)")
            }
            func rule(_ approver: String) async throws {
                try await court.database.execute(
                    """
                    INSERT INTO core.deadline_rule (key, court_code, unit, max_extension, approver_role, legal_basis, effective_from)
                    VALUES ('letters.CENTRAL_INSPECTION', '晋03', 'CALENDAR_DAY', 30, \(approver), '本院规定', '2017-01-01')
                    ON CONFLICT (key, effective_from, court_code) DO UPDATE SET approver_role = excluded.approver_role
                    """
                )
            }
            try await rule("PRESIDENT")
            #expect(try await extend(3, .vicePresident) == ["FORBIDDEN"])
            #expect(try await extend(3, .president) == [])
            try await rule("DIVISION_HEAD")
            #expect(try await extend(4, .divisionHead) == [])
            try await rule("ARCHIVIST")
            #expect(try await extend(5, .president) == ["FORBIDDEN"])
        }
    }

    @Test("What is owed to the transferring body is due when the letter is")
    func reportBackMoves() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all, today: "2018-04-20") { court in
            let letter = try await LetterDesk(court, item: 1)
            try await letter.bringToHandling()
            let extend: JSONValue = ["days": 5, "reason": "案情复杂", "toldPetitionerOn": "2018-04-20"]
            try await letter.must("extendLetter", extend, as: .vicePresident)
            let fields = "dueOn originalDueOn reportBack { dueOn }"
            #expect(
                await letter.read(fields)
                    == ["dueOn": "2018-05-07", "originalDueOn": "2018-04-30", "reportBack": ["dueOn": "2018-05-07"]]
            )
            try await letter.must("pauseLetter", ["reason": "PARTY_MATERIAL"], as: .divisionHead)
            try await court.database.execute("UPDATE letters.letter_pause SET from_on = from_on - 10")
            try await letter.must("resumeLetter", as: .divisionHead)
            let read = await letter.read(fields)
            #expect(read["dueOn"] == "2018-05-17")
            #expect(read[path: "reportBack.dueOn"] == "2018-05-17")
        }
    }

    @Test("Without a rule in force the deadline is not guessed")
    func ruleMissing() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all, today: "2018-04-20") { court in
            try await court.database.execute(
                "DELETE FROM core.deadline_rule WHERE key IN ('letters.ORDINARY', 'letters.pause')"
            )
            let input = WriteRuleTests.ordinaryLetter(key: nil, receivedOn: "2018-04-02")
            let answer = await court.send(WriteRuleTests.register, ["input": input])
            #expect(answer.codes == ["DEADLINE_RULE_MISSING"])
            #expect(answer[path: "errors.0.message"] == "未配置办理期限规则")
            #expect(answer[path: "errors.0.extensions.rule"] == "letters.ORDINARY")
            let letter = try await LetterDesk(court, item: 1)
            try await letter.bringToHandling()
            let pause = try await letter.run("pauseLetter", ["reason": "PARTY_MATERIAL"], as: .divisionHead)
            #expect(pause.codes == ["DEADLINE_RULE_MISSING"])
        }
    }

    @Test("A president's letter that the High Court transfers is due on its date, or by the rule")
    func presidentLetter() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            func register(source: String, fromOrg: JSONValue, dueOn: JSONValue) async -> JSONValue {
                await court.send(
                    WriteRuleTests.register,
                    [
                        "input": [
                            "source": .string(source), "receivedOn": "2018-06-01", "receivedVia": "TRANSFER",
                            "dueOn": dueOn,
                            "fromOrg": fromOrg, "matterClass": "APPEAL_CLAIM", "category": "ENFORCEMENT",
                            "subject": "反映执行问题", "abstract": "请求督促执行。", "senders": [["name": "陈志"]],
                        ]
                    ]
                )
            }
            let dated = await register(source: "PRESIDENT", fromOrg: "山西省高级人民法院", dueOn: "2018-06-15")
            #expect(dated[path: "data.registerLetter.letter.dueOn"] == "2018-06-15", "\(dated)")
            let counted = await register(source: "PRESIDENT", fromOrg: "山西省高级人民法院", dueOn: nil)
            // Thirty days, which end on a Sunday.
            #expect(counted[path: "data.registerLetter.letter.dueOn"] == "2018-07-02", "\(counted)")
            let own = await register(source: "PRESIDENT", fromOrg: nil, dueOn: "2018-06-15")
            #expect(own.codes == ["DUE_DATE_NOT_ALLOWED"])
            let early = await register(source: "PRESIDENT", fromOrg: "山西省高级人民法院", dueOn: "2018-05-31")
            #expect(early.codes == ["DATE_ORDER"])
            let ordinary = await register(source: "ORDINARY", fromOrg: "山西省高级人民法院", dueOn: "2018-06-15")
            #expect(ordinary.codes == ["DUE_DATE_NOT_ALLOWED"])
        }
    }
}
