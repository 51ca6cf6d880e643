import DocketTesting
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

@Suite("No round of a letter is lost, and no letter is stuck")
struct LetterRoundTests {
    @Test("Every online report, endorsement and draft is kept")
    func rounds() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let letter = try await LetterDesk(court, item: 1)
            try await letter.must("endorseLetter", ["kind": "NOTE", "text": "阅"], as: .president)
            try await letter.must("endorseLetter", ["kind": "REQUEST_REPORT", "text": "请报结果"], as: .president)
            try await letter.bringToReview()
            try await letter.must(
                "reviewLetter",
                ["level": "DIVISION_HEAD", "decision": "RETURNED", "comment": "法律依据不足"],
                as: .divisionHead
            )
            try await letter.must("draftReply", LetterDesk.reply, as: .handler)
            try await letter.must("submitReview", as: .handler)
            try await letter.review(.divisionHead, .vicePresident, .president)
            try await letter.must("recordDispatch", ["sentOn": "2018-06-29", "method": "POST"], as: .handler)
            for number in ["W1", "W2"] {
                try await letter.must(
                    "submitOnlineReport",
                    ["platform": "全省信访系统", "externalRef": .string(number)],
                    as: .clerk
                )
                let result: JSONValue = ["result": "RETURNED", "returnReason": "材料不全"]
                try await letter.must("recordOnlineResult", result, as: .clerk)
            }
            let kept = await letter.read(
                """
                onlineSubmissions { externalRef result resultOn } endorsements { kind text } endorsement { kind } drafts { round }
                reviewSteps { round level } onlineReport { externalRef }
                """
            )
            #expect(
                kept["onlineSubmissions"] == [
                    ["externalRef": "W1", "result": "RETURNED", "resultOn": "2018-06-29"],
                    ["externalRef": "W2", "result": "RETURNED", "resultOn": "2018-06-29"],
                ]
            )
            let endorsements: JSONValue = [["kind": "NOTE", "text": "阅"], ["kind": "REQUEST_REPORT", "text": "请报结果"]]
            #expect(kept["endorsements"] == endorsements)
            #expect(kept[path: "endorsement.kind"] == "REQUEST_REPORT")
            #expect(kept["drafts"] == [["round": 1], ["round": 2]])
            #expect(kept[path: "reviewSteps"].items.count == 4)
        }
    }

    @Test("A transferred letter of which nothing is reported ends with the reason once the time has passed")
    func withoutReport() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let letter = try await LetterDesk(court, item: 1)
            let copy = try await LetterDesk(court, item: 2)
            try await copy.must("markDuplicate", ["duplicateOfId": .string(letter.id)], as: .clerk)
            try await letter.bringToTransferred(told: "2018-06-20")
            try await letter.report(sentOn: "2018-06-29")
            let reason: JSONValue = ["noReportReason": "受理单位逾期未反馈，已两次函催"]
            #expect(try await letter.run("closeLetter", reason, as: .divisionHead).unmet == ["reportAwaited"])
            let due = await letter.read("transfer { reportDueOn }")[path: "transfer.reportDueOn"]
            #expect(due == "2018-08-28", "\(due)")
            court.moveClock(to: "2018-08-29")
            #expect(try await letter.must("closeLetter", reason, as: .divisionHead) == "CLOSED")
            #expect(
                await letter.read("transfer { reportedOn noReportReason }")
                    == ["transfer": ["reportedOn": nil, "noReportReason": reason["noReportReason"] ?? .null]]
            )
            #expect(await copy.read("state") == ["state": "CLOSED"])
            let ordinary = try await LetterDesk(court, item: 3)
            try await ordinary.bringToReview()
            try await ordinary.review(.divisionHead, .vicePresident, .president)
            try await ordinary.must("recordDispatch", ["sentOn": "2018-08-29", "method": "POST"], as: .handler)
            try await ordinary.report(sentOn: "2018-08-29")
            #expect(try await ordinary.run("closeLetter", reason, as: .divisionHead).codes == ["INPUT_INVALID"])
        }
    }

    @Test("A president's letter is assigned once a leader has endorsed it")
    func endorsed() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let letter = try await LetterDesk.ordinary(court)
            let id = Int64(letter.id) ?? 0
            _ = try await court.query("UPDATE letters.letter SET source = 'PRESIDENT' WHERE id = \(id)")
            try await letter.must("classifyLetter", LetterDesk.appeal, as: .clerk)
            let assign: JSONValue = ["assigneeId": .string(try await letter.staff(.handler))]
            #expect(try await letter.run("assignLetter", assign, as: .divisionHead).unmet == ["endorsed"])
            try await letter.must("endorseLetter", ["kind": "FORWARD_FOR_HANDLING"], as: .president)
            #expect(try await letter.must("assignLetter", assign, as: .divisionHead) == "ASSIGNED")
        }
    }

    @Test("Who reviews is a row: by source and outcome, a court's own first, pinned when the reply is submitted")
    func reviewRules() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            func chain(outcome: String, category: String = "ENFORCEMENT") async throws -> JSONValue {
                let letter = try await LetterDesk.ordinary(court)
                let classes: JSONValue = ["matterClass": "APPEAL_CLAIM", "category": .string(category)]
                try await letter.must("classifyLetter", classes, as: .clerk)
                let assign: JSONValue = ["assigneeId": .string(try await letter.staff(.handler))]
                try await letter.must("assignLetter", assign, as: .divisionHead)
                try await letter.must("startHandling", as: .handler)
                let claim: JSONValue = [
                    "claimSeq": 1, "claim": "督促执行", "outcome": .string(outcome), "reason": "理由", "legalBasis": "法律",
                ]
                let draft: JSONValue = ["text": "答复", "remediesTold": "救济", "perClaim": [claim]]
                try await letter.must("draftReply", draft, as: .handler)
                let answer = try await letter.run("submitReview", as: .handler)
                guard answer.codes.isEmpty else { return .array(answer.codes.map { .string($0) }) }
                return await letter.read("reviewChain")["reviewChain"] ?? .null
            }
            #expect(try await chain(outcome: "EXPLAINED") == ["DIVISION_HEAD"])
            #expect(try await chain(outcome: "SUPPORTED") == ["DIVISION_HEAD", "VICE_PRESIDENT"])
            let conduct = try await chain(outcome: "EXPLAINED", category: "STAFF_CONDUCT")
            #expect(conduct == ["DIVISION_HEAD", "VICE_PRESIDENT"])
            _ = try await court.query(
                """
                INSERT INTO letters.review_rule (for_court, source, weight, levels, basis, confirmed, effective_from)
                VALUES ('晋03', 'ORDINARY', 'ANY', '{DIVISION_HEAD,PRESIDENT}', '本院规定', true, '2018-01-01')
                """
            )
            #expect(try await chain(outcome: "EXPLAINED") == ["DIVISION_HEAD", "PRESIDENT"])
            let rules = await court.send("{ reviewRules(source: ORDINARY) { courtCode weight levels confirmed } }")
            #expect(rules[path: "data.reviewRules"].items.count == 4, "\(rules)")
            _ = try await court.query(
                "UPDATE letters.review_rule SET effective_to = '2018-06-01' WHERE source = 'ORDINARY'"
            )
            #expect(try await chain(outcome: "EXPLAINED") == ["REVIEW_RULE_MISSING"])
        }
    }

    @Test("A letter in review goes on by the chain that it was submitted with")
    func pinned() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let letter = try await LetterDesk(court, item: 1)
            try await letter.bringToReview()
            _ = try await court.query("UPDATE letters.review_rule SET levels = '{DIVISION_HEAD}'")
            try await letter.review(.divisionHead)
            #expect(await letter.read("state reviewLevel") == ["state": "IN_REVIEW", "reviewLevel": "VICE_PRESIDENT"])
        }
    }
}
