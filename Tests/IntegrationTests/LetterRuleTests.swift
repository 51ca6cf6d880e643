import DocketTesting
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

@Suite("The rules of letters")
struct LetterRuleTests {
    @Test("A letter is extended once, within its rule, to a working day; the original date stays")
    func extending() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all, today: "2018-04-20") { court in
            let letter = try await LetterDesk(court, item: 1)
            try await letter.must("classifyLetter", LetterDesk.appeal, as: .clerk)
            func extend(_ days: Int, told: String = "2018-04-20") -> JSONValue {
                ["days": .integer(days), "reason": "案情复杂", "toldPetitionerOn": .string(told)]
            }
            #expect(
                try await letter.run("extendLetter", extend(31), as: .vicePresident).codes == ["EXTENSION_TOO_LONG"]
            )
            #expect(try await letter.run("extendLetter", extend(0), as: .vicePresident).codes == ["INPUT_INVALID"])
            let future = try await letter.run("extendLetter", extend(5, told: "2018-07-01"), as: .vicePresident)
            #expect(future.codes == ["DATE_IN_FUTURE"])
            // 2018-05-05 is a Saturday.
            try await letter.must("extendLetter", extend(5), as: .vicePresident)
            let read = await letter.read("dueOn originalDueOn extension { days toldPetitionerOn approvedBy { id } }")
            #expect(read["dueOn"] == "2018-05-07")
            #expect(read["originalDueOn"] == "2018-04-30")
            #expect(read[path: "extension.days"] == 5)
            let again = try await letter.run("extendLetter", extend(5), as: .vicePresident)
            #expect(again.codes == ["ALREADY_EXTENDED"])
            #expect(again[path: "errors.0.message"] == "已延期")
        }
    }

    @Test("The due date moves by the days of a pause, up to the limit of all pauses")
    func pausing() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all, today: "2018-04-20") { court in
            let letter = try await LetterDesk(court, item: 1)
            try await letter.bringToHandling()
            try await letter.must("pauseLetter", ["reason": "PARTY_MATERIAL"], as: .divisionHead)
            try await letter.must("resumeLetter", as: .divisionHead)
            #expect(await letter.read("dueOn")["dueOn"] == "2018-04-30")
            try await letter.must("pauseLetter", ["reason": "EXPERT_OPINION"], as: .divisionHead)
            // As if ten days had passed.
            try await court.database.execute(
                "UPDATE letters.letter_pause SET from_on = from_on - 10 WHERE to_on IS NULL"
            )
            #expect(try await letter.must("resumeLetter", as: .divisionHead) == "HANDLING")
            #expect(await letter.read("dueOn")["dueOn"] == "2018-05-10")
            try await letter.must("pauseLetter", ["reason": "EXPERT_OPINION"], as: .divisionHead)
            // A hundred days more, of which fifty are left.
            try await court.database.execute(
                "UPDATE letters.letter_pause SET from_on = from_on - 100 WHERE to_on IS NULL"
            )
            try await letter.must("resumeLetter", as: .divisionHead)
            #expect(await letter.read("dueOn")["dueOn"] == "2018-06-29")
            let more = try await letter.run("pauseLetter", ["reason": "EXPERT_OPINION"], as: .divisionHead)
            #expect(more.unmet == ["pauseLeft"])
            #expect(await letter.read("pauses { reason fromOn toOn }")[path: "pauses"].items.count == 3)
        }
    }

    @Test("An objection is raised in time and once; agreed it returns the letter, otherwise the letter goes on")
    func objections() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let late = try await LetterDesk(court, item: 1)
            try await late.must("classifyLetter", LetterDesk.appeal, as: .clerk)
            let reason: JSONValue = ["reason": "不属本院管辖"]
            #expect(try await late.run("objectRouting", reason, as: .divisionHead).unmet == ["objectionInTime"])

            let letter = try await LetterDesk.transferred(court)
            try await letter.must("classifyLetter", LetterDesk.appeal, as: .clerk)
            try await letter.must(
                "assignLetter",
                ["assigneeId": .string(try await letter.staff(.handler))],
                as: .divisionHead
            )
            #expect(try await letter.must("objectRouting", reason, as: .divisionHead) == "OBJECTED")
            #expect(await letter.read("assignee { id }")["assignee"] == .null)
            let goesOn = try await letter.must("decideRoutingObjection", ["senderAgreed": false], as: .divisionHead)
            #expect(goesOn == "CLASSIFIED")
            #expect(try await letter.run("objectRouting", reason, as: .divisionHead).unmet == ["notYetObjected"])

            let other = try await LetterDesk.transferred(court)
            try await other.must("classifyLetter", LetterDesk.appeal, as: .clerk)
            try await other.must("objectRouting", reason, as: .divisionHead)
            let back = try await other.must("decideRoutingObjection", ["senderAgreed": true], as: .divisionHead)
            #expect(back == "RETURNED_TO_SENDER")
            let objection = await other.read("routingObjection { reason objectedOn senderAgreed decidedOn }")
            #expect(objection[path: "routingObjection.senderAgreed"] == true)
        }
    }

    @Test("A transferred letter needs its body and its date; an ordinary one is counted by the rule")
    func dueDates() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let ordinary = await court.send(WriteRuleTests.register, ["input": WriteRuleTests.ordinaryLetter(key: nil)])
            // Sixty days after 2018-06-01.
            #expect(ordinary[path: "data.registerLetter.letter.dueOn"] == "2018-07-31", "\(ordinary)")
            let answer = await court.send(
                WriteRuleTests.register,
                ["input": LetterDesk.transferredInput(fromOrg: nil, dueOn: nil)]
            )
            #expect(answer.codes == ["TEXT_EMPTY"])
            // Asked once the input itself is right: the date depends on the rule in force.
            let dateless = LetterDesk.transferredInput(fromOrg: "省委政法委", dueOn: nil)
            let undated = await court.send(WriteRuleTests.register, ["input": dateless])
            #expect(undated.codes == ["DUE_DATE_REQUIRED"])
            let letter = try await LetterDesk.transferred(court)
            let read = await letter.read("dueOn reportBack { toOrg dueOn sentOn } registration { channel }")
            #expect(
                read == [
                    "dueOn": "2018-08-01", "reportBack": ["toOrg": "省委政法委", "dueOn": "2018-08-01", "sentOn": nil],
                    "registration": ["channel": "TRANSFERRED"],
                ]
            )
        }
    }

    @Test(
        "An accusation goes to discipline only, by who registered it without seeing it; of another the petitioner is told"
    )
    func transfer() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            func input(_ target: String, told: JSONValue = nil) -> JSONValue {
                ["target": .string(target), "toOrg": "驻院纪检监察组", "toldPetitionerOn": told]
            }
            let accusation = try await LetterDesk(court, item: 1)
            try await accusation.must(
                "classifyLetter",
                ["matterClass": "ACCUSATION", "category": "STAFF_CONDUCT"],
                as: .clerk
            )
            let elsewhere = try await accusation.run("transferLetter", input("LOWER_COURT"), as: .clerk)
            #expect(elsewhere.unmet == ["accusationToDiscipline"])
            let sent = try await accusation.run(
                "transferLetter",
                input("DISCIPLINE", told: "2018-06-20"),
                as: .clerk
            )
            #expect(sent == ["data": ["transferLetter": ["letter": nil]]])
            let read = await accusation.read("state transfer { target toldPetitionerOn }", as: .inspector)
            #expect(read == ["state": "TRANSFERRED", "transfer": ["target": "DISCIPLINE", "toldPetitionerOn": nil]])
            // Whoever may not see it learns nothing of its state either.
            #expect(
                try await accusation.run("transferLetter", input("DISCIPLINE"), as: .divisionHead).codes == [
                    "NOT_FOUND"
                ]
            )

            let appeal = try await LetterDesk(court, item: 2)
            try await appeal.must("classifyLetter", LetterDesk.appeal, as: .clerk)
            let untold = try await appeal.run("transferLetter", input("DISCIPLINE"), as: .divisionHead)
            #expect(untold.unmet == ["disciplineForAccusation", "petitionerTold"])
            let told = try await appeal.must(
                "transferLetter",
                input("OTHER_BODY", told: "2018-06-20"),
                as: .divisionHead
            )
            #expect(told == "TRANSFERRED")
        }
    }

    @Test("Only a handler of the court is assigned, and nobody of an accused person's department")
    func assignment() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let letter = try await LetterDesk(court, item: 1)
            try await letter.must("classifyLetter", LetterDesk.appeal, as: .clerk)
            func assign(_ no: String) async throws -> JSONValue {
                let staff = try await court.staffID(no)
                return try await letter.run("assignLetter", ["assigneeId": .string(staff)], as: .divisionHead)
            }
            #expect(try await assign("晋03-08").unmet == ["assigneeHandler"])
            #expect(try await assign("晋0302-04").unmet == ["assigneeOfCourt"])
            let nobody = try await letter.run("assignLetter", ["assigneeId": "999999"], as: .divisionHead)
            #expect(nobody.codes == ["NOT_FOUND"])
            try await court.database.execute("UPDATE core.staff SET active = false WHERE no = '晋03-04'")
            #expect(try await assign("晋03-04").unmet == ["assigneeActive"])
            try await court.database.execute("UPDATE core.staff SET active = true WHERE no = '晋03-04'")
            #expect(try await assign("晋03-04").codes == [])
            let reassigned = try await letter.must(
                "reassignLetter",
                ["assigneeId": .string(try await court.staffID("晋03-05")), "reason": "承办人休假"],
                as: .divisionHead
            )
            #expect(reassigned == "ASSIGNED")
            let read = await letter.read("assignee { no } decisions { action reason by { no } }")
            #expect(
                read == [
                    "assignee": ["no": "晋03-05"],
                    "decisions": [["action": "reassignLetter", "reason": "承办人休假", "by": ["no": "晋03-03"]]],
                ]
            )

            // An accusation against someone of the handlers' department, assigned by an inspector who heads a division.
            let accusation = try await LetterDesk(court, item: 2)
            try await accusation.must(
                "classifyLetter",
                [
                    "matterClass": "ACCUSATION", "category": "STAFF_CONDUCT",
                    "accusedStaffIds": [.string(try await court.staffID("晋03-12"))],
                ],
                as: .clerk
            )
            let head = try await court.token(staff: "晋03-10", roles: [.inspector, .divisionHead])
            let answer = await court.send(
                "mutation($input: AssignLetterInput!) { assignLetter(input: $input) { letter { id } } }",
                [
                    "input": [
                        "letterId": .string(accusation.id), "version": .integer(try await accusation.version),
                        "assigneeId": .string(try await court.staffID("晋03-04")),
                    ]
                ],
                bearing: head
            )
            #expect(answer.codes == ["RECUSAL_REQUIRED"])
            #expect(answer[path: "errors.0.message"] == "应当回避")
        }
    }

    @Test("Duplicates: no self, no chain, no void root; released, a letter is where it was")
    func duplicates() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let first = try await LetterDesk(court, item: 1)
            let second = try await LetterDesk(court, item: 2)
            let third = try await LetterDesk(court, item: 3)
            func mark(_ letter: LetterDesk, _ root: String) async throws -> JSONValue {
                try await letter.run("markDuplicate", ["duplicateOfId": .string(root)], as: .clerk)
            }
            #expect(try await mark(first, first.id).codes == ["DUPLICATE_CYCLE"])
            #expect(try await mark(first, "999999").codes == ["DUPLICATE_ROOT_INVALID"])
            try await second.must("classifyLetter", LetterDesk.appeal, as: .clerk)
            #expect(try await mark(second, first.id).codes == [])
            let chain = try await mark(third, second.id)
            #expect(chain.codes == ["DUPLICATE_ROOT_INVALID"])
            #expect(chain[path: "errors.0.message"] == "重复件关联无效")
            #expect(try await mark(first, third.id).codes == ["DUPLICATE_CYCLE"])
            #expect(try await first.run("voidLetter", ["reason": "登记错误"], as: .divisionHead).unmet == ["noDuplicates"])

            let released: JSONValue = ["reason": "并非同一事项"]
            #expect(try await second.must("unmarkDuplicate", released, as: .clerk) == "CLASSIFIED")
            #expect(try await second.run("unmarkDuplicate", ["reason": " "], as: .clerk).codes == ["TEXT_EMPTY"])
            #expect(try await mark(third, first.id).codes == [])
            #expect(try await third.must("unmarkDuplicate", released, as: .divisionHead) == "REGISTERED")
            #expect(try await first.must("voidLetter", ["reason": "登记错误"], as: .divisionHead) == "VOIDED")
            #expect(try await mark(second, first.id).codes == ["DUPLICATE_ROOT_INVALID"])
        }
    }

    @Test("A reply is rated once by each sender within thirty days; dissatisfaction with new facts reopens the letter")
    func feedbackAndReopening() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let letter = try await LetterDesk.ordinary(court)
            try await letter.bringToReview()
            try await letter.review(.divisionHead, .vicePresident, on: "2018-06-02")
            let early = try await letter.run(
                "recordDispatch",
                ["sentOn": "2018-06-01", "method": "POST"],
                as: .handler
            )
            #expect(early.codes == ["DATE_ORDER"])
            let unreasoned = try await letter.run(
                "recordDispatch",
                ["sentOn": "2018-06-02", "method": "PUBLIC_NOTE"],
                as: .handler
            )
            #expect(unreasoned.codes == ["TEXT_EMPTY"])
            try await letter.must("recordDispatch", ["sentOn": "2018-06-02", "method": "POST"], as: .handler)

            let senders = await letter.read("senders { id }")
            let sender = try #require(senders[path: "senders.0.id"].text)
            func feedback(_ sender: String, _ day: String = "2018-06-20") -> JSONValue {
                [
                    "senderId": .string(sender), "rating": "DISSATISFIED", "receivedOn": .string(day), "via": "PHONE",
                    "comment": "未回应新证据",
                ]
            }
            #expect(try await letter.run("recordFeedback", feedback("999999"), as: .clerk).codes == ["NOT_FOUND"])
            let before = try await letter.run("recordFeedback", feedback(sender, "2018-06-01"), as: .clerk)
            #expect(before.codes == ["DATE_ORDER"])
            #expect(try await letter.must("recordFeedback", feedback(sender), as: .clerk) == "REPLIED")
            #expect(try await letter.run("recordFeedback", feedback(sender), as: .clerk).unmet == ["notYetRated"])

            // An ordinary letter needs no report to be closed.
            #expect(try await letter.must("closeLetter", as: .divisionHead) == "CLOSED")
            let reopened = try await letter.must(
                "reopenLetter",
                ["ground": "DISSATISFIED_NEW_FACTS", "reason": "提交新证据"],
                as: .divisionHead
            )
            #expect(reopened == "HANDLING")
            let read = await letter.read(
                """
                reply { text } repliedOn closedOn formerReplies { text sentOn method signedBy { no } } decisions { ground reason }
                """
            )
            #expect(read["reply"] == .null)
            #expect(read["repliedOn"] == .null)
            #expect(read["closedOn"] == .null)
            #expect(read[path: "formerReplies.0.signedBy.no"] == "晋03-02")
            #expect(read["decisions"] == [["ground": "DISSATISFIED_NEW_FACTS", "reason": "提交新证据"]])

            try await letter.must("draftReply", LetterDesk.reply, as: .handler)
            try await letter.must("submitReview", as: .handler)
            try await letter.review(.divisionHead, .vicePresident, on: "2018-06-28")
            try await letter.must("recordDispatch", ["sentOn": "2018-06-28", "method": "HAND"], as: .handler)
            // The new reply is rated anew.
            try await letter.must("recordFeedback", feedback(sender, "2018-06-29"), as: .clerk)
            #expect(await letter.read("feedback { rating }")[path: "feedback"].items.count == 2)
        }
    }

    @Test("A rating more than thirty days after the reply is too late")
    func lateFeedback() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let letter = try await LetterDesk(court, item: 1)
            try await letter.bringToReview()
            try await letter.review(.divisionHead, .vicePresident, .president, on: "2018-04-20")
            try await letter.must("recordDispatch", ["sentOn": "2018-04-20", "method": "POST"], as: .handler)
            let senders = await letter.read("senders { id }")
            func rate(_ day: String) async throws -> JSONValue {
                try await letter.run(
                    "recordFeedback",
                    [
                        "senderId": senders[path: "senders.0.id"], "rating": "SATISFIED", "receivedOn": .string(day),
                        "via": "LETTER",
                    ],
                    as: .clerk
                )
            }
            #expect(try await rate("2018-05-21").unmet == ["ratedInTime"])
            #expect(try await rate("2018-05-20").codes == [])

            // Transferred: neither reported online nor back.
            let close = try await letter.run("closeLetter", as: .divisionHead)
            #expect(close.unmet == ["onlineReportAccepted", "reportedBack"])
            #expect(close[path: "errors.0.message"].text?.hasPrefix("不满足流转条件") == true)
        }
    }

    @Test("A returned online report is submitted again; a result needs a report that awaits one")
    func onlineReports() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let letter = try await LetterDesk.transferred(court)
            try await letter.bringToReview()
            try await letter.review(.divisionHead, .vicePresident, .president)
            try await letter.must("recordDispatch", ["sentOn": "2018-06-29", "method": "ONLINE"], as: .handler)
            let report: JSONValue = ["platform": "全省信访系统", "externalRef": "W1"]
            let none = try await letter.run("recordOnlineResult", ["result": "ACCEPTED"], as: .clerk)
            #expect(none.unmet == ["onlineReportPending"])
            try await letter.must("submitOnlineReport", report, as: .clerk)
            #expect(try await letter.run("submitOnlineReport", report, as: .clerk).unmet == ["noOnlineReportOpen"])
            #expect(
                try await letter.run("recordOnlineResult", ["result": "PENDING"], as: .clerk).codes == [
                    "VALUE_NOT_ALLOWED"
                ]
            )
            #expect(
                try await letter.run("recordOnlineResult", ["result": "RETURNED"], as: .clerk).codes == ["TEXT_EMPTY"]
            )
            let returned: JSONValue = ["result": "RETURNED", "returnReason": "附件不清晰"]
            #expect(try await letter.must("recordOnlineResult", returned, as: .clerk) == "REPLIED")
            try await letter.must("submitOnlineReport", report, as: .clerk)
            #expect(
                await letter.read("onlineReport { result returnReason }") == [
                    "onlineReport": ["result": "PENDING", "returnReason": nil]
                ]
            )
            #expect(try await letter.must("recordOnlineResult", ["result": "ACCEPTED"], as: .clerk) == "REPLIED")
            let back: JSONValue = ["sentOn": "2018-06-29", "docRef": "晋03信报1"]
            #expect(try await letter.must("recordReportBack", back, as: .clerk) == "REPORTED")
        }
    }

    @Test("A duplicate that is marked after its root was closed closes by itself; reopening the root takes it along")
    func lateDuplicate() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let root = try await LetterDesk.ordinary(court)
            let copy = try await LetterDesk.ordinary(court)
            try await root.bringToReview()
            try await root.review(.divisionHead, .vicePresident, on: "2018-06-02")
            try await root.must("recordDispatch", ["sentOn": "2018-06-02", "method": "POST"], as: .handler)
            try await copy.must("markDuplicate", ["duplicateOfId": .string(root.id)], as: .clerk)
            #expect(try await copy.run("closeLetter", as: .divisionHead).unmet == ["rootClosed"])
            try await copy.must("unmarkDuplicate", ["reason": "误认定"], as: .clerk)
            try await root.must("closeLetter", as: .divisionHead)
            try await copy.must("markDuplicate", ["duplicateOfId": .string(root.id)], as: .clerk)
            #expect(try await copy.must("closeLetter", as: .divisionHead) == "CLOSED")
            let read = await copy.read("repliedOn reply { copiedFrom { id } perClaim { claimSeq } }")
            #expect(
                read == [
                    "repliedOn": "2018-06-02",
                    "reply": ["copiedFrom": ["id": .string(root.id)], "perClaim": [["claimSeq": 1]]],
                ]
            )
            let reopen: JSONValue = ["ground": "RETURNED_BY_SUPERIOR", "reason": "上级要求重新办理"]
            #expect(try await copy.run("reopenLetter", reopen, as: .divisionHead).unmet == ["notDuplicate"])
            let unfounded: JSONValue = ["ground": "DISSATISFIED_NEW_FACTS", "reason": "不满意"]
            #expect(try await root.run("reopenLetter", unfounded, as: .divisionHead).unmet == ["dissatisfied"])
            try await root.must("reopenLetter", reopen, as: .divisionHead)
            #expect(
                await copy.read("state closedOn repliedOn reply { text }")
                    == ["state": "DUPLICATE", "closedOn": nil, "repliedOn": nil, "reply": nil]
            )
        }
    }

    @Test("A volume is bound with continuous pages and the seven documents")
    func binding() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let letter = try await LetterDesk.ordinary(court)
            try await letter.bringToReview()
            try await letter.review(.divisionHead, .vicePresident, on: "2018-06-02")
            try await letter.must("recordDispatch", ["sentOn": "2018-06-02", "method": "POST"], as: .handler)
            try await letter.must("closeLetter", as: .divisionHead)
            let documents = [
                "CATALOGUE", "ORIGINAL", "ACCEPTANCE_RECORD", "HANDLING_RECORD", "REPLY_RECORD", "PETITIONER_OPINION",
            ]
            func entries(_ documents: [String], from first: Int = 1) -> JSONValue {
                .array(
                    documents.enumerated().map { index, document in
                        let page = JSONValue.integer(first + index)
                        return ["document": .string(document), "title": "材料", "pageFrom": page, "pageTo": page]
                    }
                )
            }
            let gap = try await letter.run("bindLetter", ["entries": entries(documents, from: 2)], as: .clerk)
            #expect(gap.codes == ["PAGES_NOT_CONTINUOUS"])
            let incomplete = try await letter.run("bindLetter", ["entries": entries(["ORIGINAL"])], as: .clerk)
            #expect(incomplete.codes == ["VOLUME_INCOMPLETE"])
            #expect(incomplete[path: "errors.0.extensions.missing"].items.count == 5)
            #expect(try await letter.must("bindLetter", ["entries": entries(documents)], as: .clerk) == "BOUND")
            #expect(await letter.read("volume { pageCount boundBy { no } }")[path: "volume.pageCount"] == 6)
            #expect(try await letter.must("archiveLetter", as: .archivist) == "ARCHIVED")
        }
    }

    @Test("A leader endorses, and a letter is put into a dossier of its court")
    func endorsementAndDossier() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let letter = try await LetterDesk(court, item: 1)
            let endorse: JSONValue = ["kind": "REQUEST_REPORT", "text": "请按程序办理，月底前报结果。"]
            #expect(try await letter.must("endorseLetter", endorse, as: .president) == "REGISTERED")
            let long: JSONValue = ["kind": "NOTE", "text": .string(String(repeating: "阅", count: 501))]
            #expect(try await letter.run("endorseLetter", long, as: .president).codes == ["TEXT_TOO_LONG"])
            #expect(
                await letter.read("endorsement { kind by { no } }") == [
                    "endorsement": ["kind": "REQUEST_REPORT", "by": ["no": "晋03-01"]]
                ]
            )

            let petitioners = await letter.read("registration { petitioners { petitioner { id } } }")
            let opened = await court.send(
                "mutation($input: OpenDossierInput!) { openDossier(input: $input) { dossier { id } } }",
                [
                    "input": [
                        "title": "反复反映执行问题", "ground": "REPEATED_MATTER", "noCaseReason": "尚未核实案号",
                        "petitionerIds": [petitioners[path: "registration.petitioners.0.petitioner.id"]],
                        "claims": [["text": "督促执行"]], "handlerId": .string(try await court.staffID("晋03-04")),
                    ]
                ]
            )
            let dossier = try #require(opened[path: "data.openDossier.dossier.id"].text, "\(opened)")
            #expect(
                try await letter.run("linkLetterDossier", ["dossierId": "999999"], as: .clerk).codes == ["NOT_FOUND"]
            )
            let draft = try await letter.run("linkLetterDossier", ["dossierId": .string(dossier)], as: .clerk)
            #expect(draft.codes == ["GUARD_FAILED"])
            #expect(draft[path: "errors.0.message"] == "不满足流转条件：档案不在档")
            let approved = await court.send(
                "mutation($input: ApproveDossierInput!) { approveDossier(input: $input) { dossier { status } } }",
                ["input": ["dossierId": .string(dossier), "version": 1, "reviewDueOn": "2018-12-31"]],
                as: .divisionHead
            )
            #expect(approved["errors"] == nil, "\(approved)")
            #expect(
                try await letter.must("linkLetterDossier", ["dossierId": .string(dossier)], as: .clerk) == "REGISTERED"
            )
            #expect(await letter.read("dossier { id }") == ["dossier": ["id": .string(dossier)]])
        }
    }
}
