import DocketTesting
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

@Suite("What a letter's period brings by itself")
struct LetterPeriodTests {
    @Test("A pause ends by itself on its planned day, and the due dates move with it")
    func pause() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let letter = try await LetterDesk.transferred(court)
            try await letter.bringToHandling()
            let far: JSONValue = ["reason": "PARTY_MATERIAL", "untilOn": "2018-09-20"]
            #expect(try await letter.run("pauseLetter", far, as: .divisionHead).codes == ["EXTENSION_TOO_LONG"])
            let until: JSONValue = ["reason": "PARTY_MATERIAL", "untilOn": "2018-07-09"]
            #expect(try await letter.must("pauseLetter", until, as: .divisionHead) == "PAUSED")
            try await court.runDue()
            #expect(await letter.read("state") == ["state": "PAUSED"])
            court.moveClock(to: "2018-07-09")
            try await court.runDue()
            let after = await letter.read("state dueOn reportBack { dueOn } pauses { toOn plannedEndOn }")
            #expect(after["state"] == "HANDLING", "\(after)")
            // Ten days after the first of August is a Saturday.
            #expect(after["dueOn"] == "2018-08-13")
            #expect(after[path: "reportBack.dueOn"] == "2018-08-13")
            #expect(after["pauses"] == [["toOn": "2018-07-09", "plannedEndOn": "2018-07-09"]])

            // One that is ended by hand does not end again.
            try await letter.must("pauseLetter", ["reason": "EXPERT_OPINION"], as: .divisionHead)
            #expect(await letter.read("pauses { plannedEndOn }")[path: "pauses.1.plannedEndOn"] == "2018-08-28")
            try await letter.must("resumeLetter", as: .divisionHead)
            court.moveClock(to: "2018-08-28")
            try await court.runDue()
            #expect(await letter.read("state dueOn") == ["state": "HANDLING", "dueOn": "2018-08-13"])
        }
    }

    @Test("An extension moves what is owed to another body, and can be taken back while the first date is to come")
    func withdrawal() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let letter = try await LetterDesk.transferred(court)
            try await letter.bringToHandling()
            let reason: JSONValue = ["reason": "材料已齐，无须再延期"]
            #expect(try await letter.run("withdrawExtension", reason, as: .president).unmet == ["extended"])
            let extend: JSONValue = ["days": 10, "reason": "案情复杂", "toldPetitionerOn": "2018-06-29"]
            try await letter.must("extendLetter", extend, as: .president)
            #expect(
                await letter.read("dueOn reportBack { dueOn }")
                    == ["dueOn": "2018-08-13", "reportBack": ["dueOn": "2018-08-13"]]
            )
            #expect(try await letter.run("withdrawExtension", reason, as: .divisionHead).codes == ["FORBIDDEN"])
            try await letter.must("withdrawExtension", reason, as: .president)
            #expect(
                await letter.read("dueOn reportBack { dueOn } extension { withdrawnOn withdrawnReason }") == [
                    "dueOn": "2018-08-01", "reportBack": ["dueOn": "2018-08-01"],
                    "extension": ["withdrawnOn": "2018-06-29", "withdrawnReason": reason["reason"] ?? .null],
                ]
            )
            // Again, and too late to be taken back.
            try await letter.must("extendLetter", extend, as: .president)
            #expect(try await letter.run("extendLetter", extend, as: .president).codes == ["ALREADY_EXTENDED"])
            court.moveClock(to: "2018-08-02")
            #expect(try await letter.run("withdrawExtension", reason, as: .president).unmet == ["notYetDueWithout"])
        }
    }

    @Test("Half a period, three days before its end, and its passing are announced once each; not of what is answered")
    func reminders() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let letter = try await LetterDesk.transferred(court)
            func sent(on day: String) async throws -> [String] {
                court.moveClock(to: day)
                try await court.runDue()
                let rows = await letter.read("reminders { kind sentOn }")["reminders"]?.items ?? []
                return rows.map { "\($0["kind"]?.text ?? "") \($0["sentOn"]?.text ?? "")" }
            }
            #expect(try await sent(on: "2018-07-12") == [])
            // Half of the days from 28 June to 1 August are over on a Sunday: the Friday before.
            #expect(try await sent(on: "2018-07-13") == ["HALF 2018-07-13"])
            #expect(try await sent(on: "2018-07-16") == ["HALF 2018-07-13"])
            // Three days before its end is a Sunday.
            #expect(try await sent(on: "2018-07-27") == ["HALF 2018-07-13", "SOON 2018-07-27"])
            let late = ["HALF 2018-07-13", "SOON 2018-07-27", "OVERDUE 2018-08-02"]
            #expect(try await sent(on: "2018-08-02") == late)
            #expect(try await sent(on: "2018-08-03") == late)
            let events = try await court.query(
                "SELECT name FROM host.outbox_event WHERE name IN ('letter.reminder', 'letter.overdue') ORDER BY id"
            )
            let names = try events.map { try $0.decode("name", as: String.self) }
            #expect(names == ["letter.reminder", "letter.reminder", "letter.overdue"])
        }
    }

    @Test("How long after a reply it may be rated is a row")
    func rating() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let letter = try await LetterDesk(court, item: 1)
            try await letter.bringToReview()
            try await letter.review(.divisionHead, .vicePresident, .president, on: "2018-05-02")
            try await letter.must("recordDispatch", ["sentOn": "2018-05-02", "method": "POST"], as: .handler)
            let sender = await letter.read("senders { id }")[path: "senders.0.id"]
            let rating: JSONValue = [
                "senderId": sender, "rating": "SATISFIED", "receivedOn": "2018-06-20", "via": "PHONE",
            ]
            #expect(try await letter.run("recordFeedback", rating, as: .clerk).unmet == ["ratedInTime"])
            _ = try await court.query("UPDATE core.deadline_rule SET amount = 60 WHERE key = 'letters.rating'")
            #expect(try await letter.run("recordFeedback", rating, as: .clerk).codes == [])
        }
    }
}
