import DocketTesting
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

@Suite("How letters end")
struct LetterEndingTests {
    static let receiverReport: JSONValue = ["receiverReport": ["reportedOn": "2018-06-29", "docRef": "城法函〔2018〕12号"]]

    @Test("A transferred letter ends with the receiving body's report, and its duplicates with it")
    func transferred() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let letter = try await LetterDesk(court, item: 1)
            let copy = try await LetterDesk(court, item: 2)
            try await copy.must("markDuplicate", ["duplicateOfId": .string(letter.id)], as: .clerk)
            try await letter.bringToTransferred(told: "2018-06-20")
            #expect(
                try await letter.run("closeLetter", as: .divisionHead).unmet
                    == ["receiverReported", "onlineReportAccepted", "reportedBack"]
            )
            try await letter.report(sentOn: "2018-06-29")
            #expect(try await letter.run("closeLetter", as: .divisionHead).unmet == ["receiverReported"])
            let early: JSONValue = ["receiverReport": ["reportedOn": "2018-06-28", "docRef": "城法函〔2018〕12号"]]
            let before = try await letter.run("closeLetter", early, as: .divisionHead)
            #expect(before.codes == ["DATE_ORDER"])
            #expect(before[path: "errors.0.extensions.field"] == "input.receiverReport.reportedOn")
            #expect(try await letter.must("closeLetter", Self.receiverReport, as: .divisionHead) == "CLOSED")
            #expect(
                await letter.read("transfer { reportedOn reportDocRef } overdue onTime daysLeft repliedOn") == [
                    "transfer": ["reportedOn": "2018-06-29", "reportDocRef": "城法函〔2018〕12号"], "overdue": false,
                    "onTime": nil, "daysLeft": nil, "repliedOn": nil,
                ]
            )
            #expect(await copy.read("state closedOn") == ["state": "CLOSED", "closedOn": "2018-06-29"])

            // What the superior sends back is routed anew, and may be transferred again.
            let reopen: JSONValue = ["ground": "RETURNED_BY_SUPERIOR", "reason": "上级要求本院自行办理"]
            #expect(try await letter.must("reopenLetter", reopen, as: .divisionHead) == "CLASSIFIED")
            #expect(await copy.read("state") == ["state": "DUPLICATE"])
            let again: JSONValue = ["target": "OTHER_BODY", "toOrg": "市信访局", "toldPetitionerOn": "2018-06-29"]
            #expect(try await letter.must("transferLetter", again, as: .divisionHead) == "TRANSFERRED")
            #expect(
                await letter.read("transfer { toOrg reportedOn }")
                    == ["transfer": ["toOrg": "市信访局", "reportedOn": nil]]
            )
        }
    }

    @Test("Only a transferred letter has a receiving body's report")
    func receiverReportElsewhere() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let letter = try await LetterDesk(court, item: 1)
            try await letter.bringToReview()
            try await letter.review(.divisionHead, .vicePresident, .president)
            try await letter.must("recordDispatch", ["sentOn": "2018-06-29", "method": "POST"], as: .handler)
            try await letter.report(sentOn: "2018-06-29")
            let answer = try await letter.run("closeLetter", Self.receiverReport, as: .divisionHead)
            #expect(answer.codes == ["INPUT_INVALID"])
        }
    }

    @Test("A returned letter ends with the reason for which it went back")
    func returned() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let letter = try await LetterDesk.transferred(court)
            let copy = try await LetterDesk.transferred(court)
            try await copy.must("markDuplicate", ["duplicateOfId": .string(letter.id)], as: .clerk)
            try await letter.must("classifyLetter", LetterDesk.appeal, as: .clerk)
            try await letter.must("objectRouting", ["reason": "不属本院管辖"], as: .divisionHead)
            try await letter.must("decideRoutingObjection", ["senderAgreed": true], as: .divisionHead)
            #expect(try await copy.run("closeLetter", as: .divisionHead).unmet == ["rootClosed"])
            #expect(try await letter.must("closeLetter", as: .divisionHead) == "CLOSED")
            #expect(await letter.read("routingObjection { reason }") == ["routingObjection": ["reason": "不属本院管辖"]])
            #expect(await copy.read("state") == ["state": "CLOSED"])
        }
    }

    @Test("A whole batch is reported online: answered, duplicate, transferred and sealed items alike")
    func wholeBatch() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let root = try await LetterDesk(court, item: 1)
            let waiting = try await LetterDesk(court, item: 2)
            try await waiting.must("markDuplicate", ["duplicateOfId": .string(root.id)], as: .clerk)
            try await waiting.report(sentOn: "2018-06-29")
            let passedOn = try await LetterDesk(court, item: 3)
            try await passedOn.bringToTransferred(told: "2018-06-20")
            try await passedOn.report(sentOn: "2018-06-29")
            let accusation = try await LetterDesk(court, item: 4)
            try await accusation.must(
                "classifyLetter",
                ["matterClass": "ACCUSATION", "category": "STAFF_CONDUCT"],
                as: .clerk
            )
            try await accusation.must(
                "transferLetter",
                ["target": "DISCIPLINE", "toOrg": "驻院纪检监察组"],
                as: .inspector
            )
            try await accusation.report(sentOn: "2018-06-29", as: .inspector)
            let closed = try await LetterDesk(court, item: 5)
            let copy = try await LetterDesk(court, item: 6)
            try await copy.must("markDuplicate", ["duplicateOfId": .string(closed.id)], as: .clerk)
            try await closed.bringToClosed(on: "2018-06-29")
            // It closed with its root and is reported afterwards.
            try await copy.report(sentOn: "2018-06-29")

            let report =
                "{ letterReport(from: \"2018-01-01\", to: \"2018-06-29\") { items onlineClosingRate itemOnlineClosingRate } }"
            func rates(_ expected: [Double], as role: Role) async {
                let answer = await court.send(report, as: role)
                let row = answer[path: "data.letterReport.0"]
                #expect(row["itemOnlineClosingRate"]?.number.map { ($0 * 1000).rounded() } == expected[0], "\(answer)")
                #expect(row["onlineClosingRate"]?.number.map { ($0 * 1000).rounded() } == expected[1], "\(answer)")
            }
            // Five of sixty items, three of fifty-eight cases; the eleven sealed ones are not counted for a clerk.
            await rates([(4_000.0 / 49).rounded(), (2_000.0 / 47).rounded()], as: .clerk)
            await rates([(5_000.0 / 60).rounded(), (3_000.0 / 58).rounded()], as: .inspector)
            try await court.database.execute(
                """
                INSERT INTO letters.online_report (letter_id, court_code, platform, submitted_at, external_ref, result)
                SELECT id, court_code, '全省信访系统', now(), 'W2', 'ACCEPTED' FROM letters.letter ON CONFLICT (letter_id) DO NOTHING
                """
            )
            await rates([1_000, 1_000], as: .inspector)
        }
    }

    @Test("A voided item is accounted for, so that its batch reconciles")
    func voidedItem() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let letter = try await LetterDesk(court, item: 58)
            try await letter.must("voidLetter", ["reason": "登记错误，不属于本批次"], as: .divisionHead)
            let answer = await court.send(
                """
                {
                    batchReconciliation(batchNo: "晋高法信转〔2018〕3号") {
                        declared items cases duplicates voided missing reconciled
                    }
                }
                """
            )
            #expect(
                answer["data"] == [
                    "batchReconciliation": [
                        "declared": 60, "items": 59, "cases": 59, "duplicates": 0, "voided": 1, "missing": 0,
                        "reconciled": true,
                    ]
                ]
            )
        }
    }

    @Test("A reopened letter past its date is overdue and not replied, and so are its duplicates unanswered")
    func reopened() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let root = try await LetterDesk(court, item: 1)
            let copy = try await LetterDesk(court, item: 2)
            try await copy.must("markDuplicate", ["duplicateOfId": .string(root.id)], as: .clerk)
            try await root.bringToClosed(on: "2018-04-20")
            let figures =
                "{ letterReport(from: \"2018-03-01\", to: \"2018-03-31\") { replied repliedOnTime overdue onTimeRate } }"
            // Thirty-nine items of March, of which one repeats another; all were due in May at the latest.
            let before = await court.send(figures, as: .inspector)
            #expect(
                before[path: "data.letterReport.0"]
                    == ["replied": 1, "repliedOnTime": 1, "overdue": 37, "onTimeRate": .double(1.0 / 38)]
            )
            try await root.must(
                "reopenLetter",
                ["ground": "RETURNED_BY_SUPERIOR", "reason": "上级要求重新办理"],
                as: .divisionHead
            )
            #expect(
                await root.read("state overdue onTime repliedOn approvedOn daysLeft") == [
                    "state": "HANDLING", "overdue": true, "onTime": false, "repliedOn": nil, "approvedOn": nil,
                    "daysLeft": -60,
                ]
            )
            #expect(
                await copy.read("state repliedOn reply { text }") == [
                    "state": "DUPLICATE", "repliedOn": nil, "reply": nil,
                ]
            )
            let after = await court.send(figures, as: .inspector)
            #expect(
                after[path: "data.letterReport.0"]
                    == ["replied": 0, "repliedOnTime": 0, "overdue": 38, "onTimeRate": 0]
            )
            let found = await court.send("{ letters(filter: { overdue: true, itemNo: 1 }) { totalCount } }")
            #expect(found[path: "data.letters.totalCount"] == 1)
        }
    }
}

extension JSONValue {
    /// The value of a number, nil for any other.
    var number: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .double(let value): value
        default: nil
        }
    }
}
