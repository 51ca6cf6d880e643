import DocketTesting
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

@Suite("A letter's registration follows it")
struct RegistrationStateTests {
    @Test("Through the whole life, with an audit event for every change")
    func wholeLife() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let letter = try await LetterDesk(court, item: 1)
            func state() async -> JSONValue {
                await letter.read("registration { state }")[path: "registration.state"]
            }
            #expect(await state() == "RECEIVED")
            try await letter.must("classifyLetter", LetterDesk.appeal, as: .clerk)
            #expect(await state() == "SCREENED")
            try await letter.must(
                "assignLetter",
                ["assigneeId": .string(try await letter.staff(.handler))],
                as: .divisionHead
            )
            #expect(await state() == "ACCEPTED")
            try await letter.must("startHandling", as: .handler)
            try await letter.must("draftReply", LetterDesk.reply, as: .handler)
            try await letter.must("submitReview", as: .handler)
            try await letter.review(.divisionHead, .vicePresident, .president)
            #expect(await state() == "ACCEPTED")
            try await letter.must("recordDispatch", ["sentOn": "2018-06-29", "method": "POST"], as: .handler)
            #expect(await state() == "HANDLED")
            try await letter.report(sentOn: "2018-06-29")
            try await letter.must("closeLetter", as: .divisionHead)
            #expect(await state() == "CLOSED")
            try await letter.must(
                "reopenLetter",
                ["ground": "RETURNED_BY_SUPERIOR", "reason": "上级要求重新办理"],
                as: .divisionHead
            )
            #expect(await state() == "REOPENED")
            let events = try await court.database.query(
                """
                SELECT e.action FROM host.audit_event e JOIN letters.letter l ON l.registration_id = e.object_id
                WHERE e.object_type = 'Registration' AND l.id = \(Int64(letter.id)) ORDER BY e.id
                """
            ).map { try $0.decode("action", as: String.self) }
            #expect(
                events == [
                    "registration.created", "registration.screened", "registration.accepted", "registration.handled",
                    "registration.closed", "registration.reopened",
                ]
            )
        }
    }

    @Test("Into every way out: merged, forwarded, returned, voided, and closed with its root")
    func otherEnds() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            func state(_ letter: LetterDesk) async -> JSONValue {
                await letter.read("registration { state }")[path: "registration.state"]
            }
            let root = try await LetterDesk(court, item: 1)
            let copy = try await LetterDesk(court, item: 2)
            try await copy.must("markDuplicate", ["duplicateOfId": .string(root.id)], as: .clerk)
            #expect(await state(copy) == "MERGED")
            try await root.bringToClosed(on: "2018-06-29")
            #expect(await state(copy) == "CLOSED")
            try await root.must(
                "reopenLetter",
                ["ground": "RETURNED_BY_SUPERIOR", "reason": "上级要求重新办理"],
                as: .divisionHead
            )
            #expect(await state(copy) == "MERGED")
            try await copy.must("unmarkDuplicate", ["reason": "并非同一事项"], as: .clerk)
            #expect(await state(copy) == "RECEIVED")

            let passedOn = try await LetterDesk(court, item: 3)
            try await passedOn.bringToTransferred(told: "2018-06-20")
            #expect(await state(passedOn) == "FORWARDED")
            let returned = try await LetterDesk.transferred(court)
            try await returned.must("classifyLetter", LetterDesk.appeal, as: .clerk)
            try await returned.must("objectRouting", ["reason": "不属本院管辖"], as: .divisionHead)
            try await returned.must("decideRoutingObjection", ["senderAgreed": true], as: .divisionHead)
            #expect(await state(returned) == "RETURNED")
            let void = try await LetterDesk(court, item: 4)
            try await void.must("voidLetter", ["reason": "登记错误，应予作废"], as: .divisionHead)
            #expect(await state(void) == "VOIDED")
        }
    }

    @Test("And nobody changes it but with the letter")
    func ownActs() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let letter = try await LetterDesk(court, item: 1)
            let read = await letter.read("registration { id ofLetter notifyDueOn availableActions }", as: .divisionHead)
            #expect(read[path: "registration.ofLetter"] == true)
            #expect(read[path: "registration.notifyDueOn"] == .null)
            #expect(read[path: "registration.availableActions"] == [])
            let desk = try Desk(court, "Registration", id: read[path: "registration.id"].text ?? "")
            let refused = try await desk.run("voidRegistration", ["reason": "重复录入的登记，应予作废"], as: .divisionHead)
            #expect(refused[path: "errors.0.extensions.unmet.0.name"] == "notOfLetter", "\(refused)")
        }
    }

    @Test("Nobody is known to write anonymously for the first time")
    func anonymous() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            func isFirst(_ senders: JSONValue) async throws -> JSONValue {
                var input: JSONValue = [
                    "source": "ORDINARY", "receivedOn": "2018-06-01", "matterClass": "APPEAL_CLAIM",
                    "category": "ENFORCEMENT", "subject": "反映执行问题", "abstract": "请求督促执行。",
                ]
                if case .object(let members) = input { input = .object(members + [.init("senders", senders)]) }
                let letter = try await LetterDesk.registered(court, input)
                return await letter.read("registration { isFirst }")[path: "registration.isFirst"]
            }
            let known: JSONValue = [["name": "陈志", "mobile": "15471693388"]]
            var answers: [JSONValue] = []
            for senders in [[], [], known, known] as [JSONValue] { answers.append(try await isFirst(senders)) }
            #expect(answers == [false, false, true, false])
        }
    }
}
