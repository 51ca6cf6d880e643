import DocketTesting
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

@Suite("What was registered wrongly is put right")
struct LetterAmendmentTests {
    static let reason: JSONValue = "登记时看错了信封上的内容"

    @Test("Texts, dates and cases change with their reason; what stood before is kept, and found no more")
    func content() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let letter = try await LetterDesk.ordinary(court)
            let before = await letter.read("subject abstract externalRef caseLinks { caseNo } version")
            let change: JSONValue = [
                "reason": Self.reason, "subject": "反映物业纠纷判决未履行", "postmarkOn": "2018-05-30", "externalRef": "[2018] 7",
                "caseNos": ["（2016）晋03民终88号", "(2016)晋03民终88号之一"],
            ]
            let answer = try await letter.run("amendLetter", change, as: .clerk)
            #expect(answer.codes == [], "\(answer)")
            #expect(
                await letter.read("subject postmarkOn externalRef caseLinks { caseNo } abstract") == [
                    "subject": "反映物业纠纷判决未履行", "postmarkOn": "2018-05-30", "externalRef": "〔2018〕7",
                    "caseLinks": [["caseNo": "（2016）晋03民终88号"]], "abstract": before["abstract"] ?? .null,
                ]
            )
            let kept = await letter.read("amendments { action subject externalRef } decisions { action reason }")
            #expect(kept[path: "amendments.0.subject"] == before["subject"])
            #expect(kept[path: "amendments.0.externalRef"] == before["externalRef"])
            #expect(kept["decisions"] == [["action": "amendLetter", "reason": Self.reason]], "\(kept)")
            let history = await letter.read("history { action changedFields }", as: .divisionHead)
            #expect("\(history)".contains("letter.amended"), "\(history)")
            // The search has the new words.
            let found = await court.send(
                "query($text: String) { letters(filter: { text: $text }) { totalCount } }",
                ["text": "物业纠纷"]
            )
            #expect(found[path: "data.letters.totalCount"] == 1)
            let registration = await letter.read("registration { summary }")
            #expect(registration[path: "registration.summary"] == "反映物业纠纷判决未履行", "\(registration)")
        }
    }

    @Test("A wrong sender is replaced: the old values stay sealed, the registration is tied to the right person")
    func sender() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let letter = try await LetterDesk.ordinary(court)
            let old = await letter.read("senders { id nameMasked } registration { petitioners { petitioner { id } } }")
            let change: JSONValue = [
                "reason": Self.reason,
                "senders": [
                    [
                        "senderId": old[path: "senders.0.id"], "name": "欧阳测", "mobile": "15471693388",
                    ], ["name": "赵共"],
                ],
            ]
            let answer = try await letter.run("amendLetter", change, as: .clerk)
            #expect(answer.codes == [], "\(answer)")
            let new = await letter.read(
                """
                senders { id nameMasked idNumberMasked mobileMasked } formerSenders { nameMasked } jointCount
                registration { petitioners { petitioner { id nameMasked } } }
                """
            )
            #expect(new[path: "senders.0.id"] == old[path: "senders.0.id"])
            #expect(new[path: "senders.0.nameMasked"] == "欧阳*", "\(new)")
            #expect(new[path: "senders.1.nameMasked"] == "赵*")
            #expect(new[path: "formerSenders.0.nameMasked"] == old[path: "senders.0.nameMasked"])
            #expect(new["jointCount"] == 2)
            let petitioners = new[path: "registration.petitioners"].items
            let names = petitioners.compactMap { $0[path: "petitioner.nameMasked"].text }
            #expect(names.sorted() == ["欧阳*", "赵*"].sorted(), "\(new)")
            let sealed = try await court.database.query(
                "SELECT name_cipher IS NOT NULL AS sealed FROM letters.former_sender"
            )
            #expect(try sealed[0].decode("sealed", as: Bool.self))

            // Another letter's sender, the same one twice, and more than five.
            let other = try await LetterDesk.transferred(court)
            let stranger = await other.read("senders { id }")[path: "senders.0.id"]
            func amend(_ senders: JSONValue) async throws -> [String] {
                try await letter.run("amendLetter", ["reason": Self.reason, "senders": senders], as: .clerk).codes
            }
            #expect(try await amend([["senderId": stranger, "name": "钱测"]]) == ["NOT_FOUND"])
            let first = old[path: "senders.0.id"]
            let twice: JSONValue = [["senderId": first, "name": "钱测"], ["senderId": first, "name": "孙测"]]
            #expect(try await amend(twice) == ["INPUT_INVALID"])
            let many = JSONValue.array(["甲", "乙", "丙", "丁"].map { ["name": .string("李\($0)")] })
            #expect(try await amend(many) == ["TOO_MANY_REPRESENTATIVES"])
        }
    }

    @Test("Nothing to amend, a postmark after receipt, another role and a letter that has ended are refused")
    func refused() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let letter = try await LetterDesk.ordinary(court)
            let nothing = try await letter.run("amendLetter", ["reason": Self.reason], as: .clerk)
            #expect(nothing.codes == ["INPUT_INVALID"])
            let late: JSONValue = ["reason": Self.reason, "postmarkOn": "2018-06-20"]
            let order = try await letter.run("amendLetter", late, as: .clerk)
            #expect(order.codes == ["DATE_ORDER"])
            #expect(order[path: "errors.0.extensions.field"] == "input.postmarkOn")
            let subject: JSONValue = ["reason": Self.reason, "subject": "改"]
            #expect(try await letter.run("amendLetter", subject, as: .handler).codes == ["FORBIDDEN"])
            let short: JSONValue = ["reason": "错", "subject": "改"]
            #expect(try await letter.run("amendLetter", short, as: .clerk).codes == ["TEXT_TOO_SHORT"])
            let closed = try await LetterDesk(court, item: 1)
            try await closed.bringToClosed(on: "2018-06-29")
            #expect(try await closed.run("amendLetter", subject, as: .clerk).codes == ["ILLEGAL_TRANSITION"])
        }
    }

    @Test("A class is corrected with its reason; an accusation is routed anew, and only an inspector unseals it")
    func reclassified() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let letter = try await LetterDesk.ordinary(court)
            try await letter.bringToHandling()
            let other: JSONValue = ["matterClass": "APPEAL_CLAIM", "category": "FILING", "reason": "实为立案环节的诉求，应予更正"]
            #expect(try await letter.must("reclassifyLetter", other, as: .divisionHead) == "HANDLING")
            let kept = await letter.read("category dueOn originalDueOn amendments { matterClass category }")
            #expect(kept["category"] == "FILING")
            #expect(kept["dueOn"] == kept["originalDueOn"])
            #expect(kept["amendments"] == [["matterClass": "APPEAL_CLAIM", "category": "ENFORCEMENT"]])

            let accusation: JSONValue = [
                "matterClass": "ACCUSATION", "category": "STAFF_CONDUCT", "reason": "信中控告工作人员收受财物",
            ]
            let answer = try await letter.run("reclassifyLetter", accusation, as: .divisionHead)
            #expect(answer.codes == [], "\(answer)")
            #expect(
                await letter.read("state sealed assignee { id }", as: .inspector)
                    == ["state": "CLASSIFIED", "sealed": true, "assignee": nil]
            )
            #expect(await letter.read("state", as: .handler) == .null)
            // It goes on as an accusation does.
            let unseal: JSONValue = ["matterClass": "APPEAL_CLAIM", "category": "FILING", "reason": "核实后不属于检举控告"]
            #expect(try await letter.run("reclassifyLetter", unseal, as: .clerk).codes == ["FORBIDDEN"])
            try await letter.must("reclassifyLetter", unseal, as: .inspector)
            #expect(await letter.read("sealed state") == ["sealed": false, "state": "CLASSIFIED"])
        }
    }

    @Test("A batch has a void item again once the right letter stands under its number")
    func replacement() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let letter = try await LetterDesk(court, item: 58)
            func replace(_ id: String) async throws -> JSONValue {
                try await court.run(
                    "replaceVoidedItem",
                    [
                        "voidedLetterId": .string(id), "senders": [["name": "陈志"]], "subject": "反映执行问题",
                        "abstract": "请求督促执行。", "matterClass": "APPEAL_CLAIM", "category": "ENFORCEMENT",
                        "dueOn": "2018-08-01",
                    ],
                    selecting: "letter { id itemNo receivedOn source state replaces { id } reportBack { toOrg } }"
                )
            }
            #expect(try await replace(letter.id).unmet == ["voided"])
            try await letter.must("voidLetter", ["reason": "登记错误，内容与信件不符"], as: .divisionHead)
            let counts = """
                { batchReconciliation(batchNo: "晋高法信转〔2018〕3号") { declared items voided missing reconciled } }
                """
            #expect(
                await court.send(counts)[path: "data.batchReconciliation"]
                    == ["declared": 60, "items": 59, "voided": 1, "missing": 0, "reconciled": true]
            )
            let answer = try await replace(letter.id)
            let made = answer[path: "data.replaceVoidedItem.letter"]
            #expect(made["itemNo"] == 58, "\(answer)")
            #expect(made["state"] == "REGISTERED")
            #expect(made[path: "replaces.id"] == .string(letter.id))
            #expect(made[path: "reportBack.toOrg"] == "山西省高级人民法院信访局")
            #expect(
                await court.send(counts)[path: "data.batchReconciliation"]
                    == ["declared": 60, "items": 60, "voided": 0, "missing": 0, "reconciled": true]
            )
            #expect(await letter.read("replacedBy { id }")[path: "replacedBy.id"] == made["id"])
            let audited = try await court.query(
                "SELECT FROM host.audit_event WHERE action = 'letter.registered' AND object_id = \(Int64(made["id"]?.text ?? ""))"
            )
            #expect(audited.count == 1)
            #expect(try await replace(letter.id).unmet == ["notReplaced"])
            #expect(try await replace("999999").codes == ["NOT_FOUND"])
            let own = try await LetterDesk.ordinary(court)
            try await own.must("voidLetter", ["reason": "重复登记的日常来信"], as: .divisionHead)
            #expect(try await replace(own.id).unmet == ["ofBatch"])
        }
    }
}
