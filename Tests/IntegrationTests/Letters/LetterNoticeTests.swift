import DocketTesting
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

@Suite("Notices to petitioners")
struct LetterNoticeTests {
    static let notices = "notices { senderId title html edition }"
    static let reason: JSONValue = "寄送告知书，须填写收信人姓名"

    private func render(
        _ court: TestCourt,
        _ letter: LetterDesk,
        _ kind: String,
        clear: Bool = false,
        as role: Role = .clerk
    ) async throws -> JSONValue {
        var input: [JSONValue.Member] = [.init("kind", .string(kind)), .init("letterId", .string(letter.id))]
        if clear { input += [.init("purpose", "NOTIFY_PETITIONER"), .init("reason", Self.reason)] }
        return try await court.run("renderNotice", .object(input), selecting: Self.notices, as: role)
    }

    private func draft(_ court: TestCourt, _ body: String) async throws -> Desk {
        let answer = try await court.run(
            "draftNoticeTemplate",
            ["kind": "ACCEPTANCE_NOTICE", "title": "受理告知书", "body": .string(body)],
            selecting: "template { id edition state }"
        )
        return try Desk(court, "NoticeTemplate", id: answer[path: "data.draftNoticeTemplate.template.id"].text ?? "")
    }

    @Test("The common template, masked; in clear only for the purpose, by clerk or handler, and logged")
    func acceptance() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let letter = try await LetterDesk.ordinary(court)
            let number = await letter.read("letterNo")["letterNo"]?.text ?? "?"
            let masked = try await render(court, letter, "ACCEPTANCE_NOTICE")
            let html = masked[path: "data.renderNotice.notices.0.html"].text ?? ""
            #expect(html.contains(number), "\(masked)")
            #expect(html.contains("2018-06-01"))
            let name = await letter.read("senders { nameMasked }")[path: "senders.0.nameMasked"].text ?? "?"
            #expect(html.contains("\(name)："))
            #expect(masked[path: "data.renderNotice.notices.0.edition"] == 2)
            let clear = try await render(court, letter, "ACCEPTANCE_NOTICE", clear: true)
            let shown = clear[path: "data.renderNotice.notices.0.html"].text ?? ""
            #expect(!shown.contains("\(name)："), "\(clear)")
            let log = try await court.query(
                "SELECT object_type, purpose, fields FROM core.access_log WHERE object_id = \(Int64(letter.id))"
            )
            #expect(try log.map { try $0.decode("purpose", as: String.self) } == ["NOTIFY_PETITIONER"])
            #expect(
                await letter.read("notices { kind showsNames edition template { id } }")["notices"] == [
                    ["kind": "ACCEPTANCE_NOTICE", "showsNames": false, "edition": 2, "template": nil],
                    ["kind": "ACCEPTANCE_NOTICE", "showsNames": true, "edition": 2, "template": nil],
                ]
            )
            let audited = try await court.query(
                "SELECT purpose FROM host.audit_event WHERE action = 'letter.noticeRendered' ORDER BY id"
            )
            #expect(try audited.map { try $0.decode("purpose", as: String?.self) } == [nil, "NOTIFY_PETITIONER"])
            // Not their letter, another purpose, no reason.
            #expect(try await render(court, letter, "ACCEPTANCE_NOTICE", as: .handler).codes == ["NOT_FOUND"])
            #expect(try await render(court, letter, "ACCEPTANCE_NOTICE", as: .president).codes == ["FORBIDDEN"])
            let input: JSONValue = ["kind": "REPLY", "letterId": .string(letter.id), "purpose": "INSPECTION"]
            let other = try await court.run("renderNotice", input, selecting: Self.notices)
            #expect(other.codes == ["PURPOSE_NOT_ALLOWED"])
            let bare: JSONValue = ["kind": "REPLY", "letterId": .string(letter.id), "purpose": "NOTIFY_PETITIONER"]
            #expect(try await court.run("renderNotice", bare, selecting: Self.notices).codes == ["PURPOSE_REQUIRED"])
        }
    }

    @Test("One document for each sender; values are escaped; a reply is told once it is approved")
    func reply() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let letter = try await LetterDesk.registered(
                court,
                [
                    "source": "ORDINARY", "receivedOn": "2018-06-01", "matterClass": "APPEAL_CLAIM",
                    "category": "ENFORCEMENT", "subject": "反映执行问题", "abstract": "请求督促执行。",
                    "senders": [["name": "陈志"], ["name": "赵共"]],
                ]
            )
            #expect(try await render(court, letter, "REPLY").unmet == ["replyApproved"])
            #expect(try await render(court, letter, "EXTENSION_NOTICE").unmet == ["extended"])
            #expect(try await render(court, letter, "TRANSFER_NOTICE").unmet == ["transferred"])
            try await letter.bringToHandling()
            let claim: JSONValue = [
                "claimSeq": 1, "claim": "<b>督促</b>执行", "outcome": "EXPLAINED", "reason": "理由", "legalBasis": "法律",
            ]
            let text: JSONValue = "见 <script>alert(1)</script>"
            let draft: JSONValue = ["text": text, "remediesTold": "可申请复议", "perClaim": [claim]]
            try await letter.must("draftReply", draft, as: .handler)
            try await letter.must("submitReview", as: .handler)
            #expect(try await render(court, letter, "REPLY").unmet == ["replyApproved"])
            try await letter.review(.divisionHead)
            let made = try await render(court, letter, "REPLY", as: .handler)
            let notices = made[path: "data.renderNotice.notices"].items
            #expect(notices.count == 2, "\(made)")
            let first = notices.first?["html"]?.text ?? ""
            #expect(first.contains("&lt;b&gt;督促&lt;/b&gt;执行：解释说明"), "\(first)")
            #expect(!first.contains("<script>"))
            #expect(first.contains("陈*"))
            #expect(!first.contains("赵*"))
            #expect(notices.last?["html"]?.text?.contains("赵*") == true)
        }
    }

    @Test("Extension and transfer are told of; never where an accusation went")
    func others() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let letter = try await LetterDesk.transferred(court)
            try await letter.must("classifyLetter", LetterDesk.appeal, as: .clerk)
            let extend: JSONValue = ["days": 5, "reason": "案情复杂", "toldPetitionerOn": "2018-06-29"]
            try await letter.must("extendLetter", extend, as: .president)
            let extended = try await render(court, letter, "EXTENSION_NOTICE")
            let text = extended[path: "data.renderNotice.notices.0.html"].text ?? ""
            #expect(text.contains("因案情复杂延期5日办理"), "\(extended)")
            let passed = try await LetterDesk.transferred(court)
            try await passed.bringToTransferred(told: "2018-06-29")
            let transfer = try await render(court, passed, "TRANSFER_NOTICE")
            #expect("\(transfer)".contains("阳泉市城区人民法院"), "\(transfer)")
        }
    }

    @Test("A court's own edition is published when it is sound, faults with their lines; the one before is retired")
    func editions() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let body = "<p>{{letterNo}}</p>\n<p>{{petitionerId}} {{{letterNo}}}</p>\n<script>1</script>"
            let faulty = try await draft(court, body)
            let refused = try await faulty.run("publishNoticeTemplate", as: .divisionHead)
            #expect(refused.codes == ["TEMPLATE_INVALID"])
            let lines = refused[path: "errors.0.extensions.faults"].items.compactMap { $0["line"]?.integer }
            #expect(lines == [2, 2, 3], "\(refused)")
            try await faulty.must(
                "amendNoticeTemplate",
                ["title": "受理告知书", "body": "<p>{{petitionerName}}：本院{{courtName}}已收到{{letterNo}}。</p>"],
                as: .clerk
            )
            #expect(try await faulty.run("publishNoticeTemplate", as: .clerk).codes == ["FORBIDDEN"])
            #expect(try await faulty.must("publishNoticeTemplate", as: .president) == "IN_FORCE")
            let letter = try await LetterDesk.ordinary(court)
            let made = try await render(court, letter, "ACCEPTANCE_NOTICE")
            #expect(made[path: "data.renderNotice.notices.0.edition"] == 1)
            #expect("\(made)".contains("已收到"), "\(made)")
            let next = try await draft(court, "<p>第二版 {{letterNo}}</p>")
            try await next.must("publishNoticeTemplate", as: .divisionHead)
            #expect(try await faulty.read("state", as: .clerk)["state"] == "RETIRED")
            let again = try await render(court, letter, "ACCEPTANCE_NOTICE")
            #expect(again[path: "data.renderNotice.notices.0.edition"] == 2)
            let list = await court.send("{ noticeTemplates(kind: ACCEPTANCE_NOTICE) { edition state } }")
            #expect(
                list[path: "data.noticeTemplates"]
                    == [["edition": 1, "state": "RETIRED"], ["edition": 2, "state": "IN_FORCE"]]
            )
            try await next.must("retireNoticeTemplate", as: .president)
            let common = try await render(court, letter, "ACCEPTANCE_NOTICE")
            #expect("\(common)".contains("已登记"), "\(common)")
            let events = try await court.query(
                "SELECT action FROM host.audit_event WHERE object_type = 'NoticeTemplate' ORDER BY id"
            ).map { try $0.decode("action", as: String.self) }
            #expect(
                events
                    == [
                        "drafted", "amended", "published", "drafted", "superseded", "published", "retired",
                    ].map { "noticeTemplate.\($0)" }
            )
            // Another court's templates are not seen.
            let stranger = try await court.token(staff: "晋0302-02", roles: [.clerk])
            let hidden = await court.send("{ noticeTemplates { id } }", bearing: stranger)
            #expect(hidden[path: "data.noticeTemplates"] == [])
        }
    }
}
