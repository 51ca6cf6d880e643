import DocketTesting
import DossiersPlugin
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

@Suite("The notice to a petitioner")
struct NoticeTests {
    @Test(
        "is due in fifteen days, on a day that is worked",
        arguments: [("2018-06-28", "2018-07-13"), ("2018-06-15", "2018-07-02"), ("2018-06-14", "2018-06-29")]
    )
    func due(received: String, due: String) async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let desk = try await ContactDesk.desk(court, [.init("receivedOn", .string(received))])
            #expect(try await desk.read("notifyDueOn")["notifyDueOn"] == .string(due))
        }
    }

    @Test("is reminded of at half of its period and three days before, told to be overdue, and silent once given")
    func reminders() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let desk = try await ContactDesk.desk(court)
            let told = try await ContactDesk.desk(court)
            try await told.must("recordNotification", ContactDesk.notification, as: .handler)
            let days = await court.send(
                """
                { registrationCalendar(from: "2018-07-01", to: "2018-07-31") { notifyDueOn due open } }
                """
            )
            #expect(
                days[path: "data.registrationCalendar"] == [["notifyDueOn": "2018-07-13", "due": 2, "open": 1]],
                "\(days)"
            )
            func events() async throws -> [String] {
                try await court.database.query(
                    """
                    SELECT e.name FROM host.outbox_event e WHERE e.name LIKE 'registration.notice%' ORDER BY e.id
                    """
                ).map { try $0.decode("name", as: String.self) }
            }
            try await court.runDue()
            #expect(try await events() == [])
            court.moveClock(to: "2018-07-06")
            try await court.runDue()
            #expect(try await events() == ["registration.noticeReminder"])
            court.moveClock(to: "2018-07-10")
            try await court.runDue()
            #expect(try await events() == ["registration.noticeReminder", "registration.noticeReminder"])
            court.moveClock(to: "2018-07-14")
            try await court.runDue()
            #expect(try await events().last == "registration.noticeOverdue")
            #expect(try await events().count == 3)
            let late = await court.send("{ registrations(filter: { overdue: true }) { nodes { id daysLeft } } }")
            #expect(late[path: "data.registrations.nodes"] == [["id": .string(desk.id), "daysLeft": -1]])
        }
    }
}
