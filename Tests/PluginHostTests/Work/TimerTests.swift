import CourtFormats
import PluginKit
import Postgres
import Synchronization
import Testing

@testable import PluginHost

@Suite("Timers", .timeLimit(.minutes(2)))
struct TimerTests {
    private static let reminder = Timer.due(NotesFixture.reminder) { timer, context in
        try await context.note("reminder", "\(timer.objectID) \(timer.courtCode) \(timer.dueOn?.description ?? "-")")
        context.audit(
            AuditEvent("note.reminded", objectType: "Note", objectID: timer.objectID, courtCode: timer.courtCode)
        )
    }

    private static func day(_ text: String) -> CalendarDate { CalendarDate(clampingISO: text) }

    @Test("A timer runs once, on its day or after a stop, and not before")
    func dueOnItsDay() async throws {
        try await WorkBench.with(timers: [Self.reminder]) { bench in
            try await bench.withEngine { (engine) async throws in
                try await bench.touch(1, #""remindOn": "2018-07-02""#, on: engine)
                try await bench.touch(2, #""remindOn": "2018-07-20""#, on: engine)
                #expect(try await engine.runDue() == 0)
                bench.clock.move(to: Self.day("2018-07-02"), hour: 0)
                #expect(try await engine.runDue() == 1)
            }
            bench.clock.move(to: Self.day("2018-09-01"))
            try await bench.withEngine { (engine) async throws in
                #expect(try await engine.runDue() == 1)
                #expect(try await engine.runDue() == 0)
            }
            #expect(try await bench.seen() == ["reminder 1 晋03 2018-07-02", "reminder 2 晋03 2018-07-20"])
            #expect(
                try await bench.texts("SELECT DISTINCT client FROM host.audit_event WHERE action = 'note.reminded'")
                    == ["timer:notes.reminder"]
            )
        }
    }

    @Test("A timer that is unset does not run, and one that is moved runs on its new day only")
    func unsetAndMoved() async throws {
        try await WorkBench.with(timers: [Self.reminder]) { bench in
            try await bench.withEngine { (engine) async throws in
                try await bench.touch(1, #""remindOn": "2018-07-02""#, on: engine)
                try await bench.touch(2, #""remindOn": "2018-07-02""#, on: engine)
                try await bench.touch(1, #""unset": true"#, on: engine)
                try await bench.touch(2, #""remindOn": "2018-07-09""#, on: engine)
                bench.clock.move(to: Self.day("2018-07-03"))
                #expect(try await engine.runDue() == 0)
                bench.clock.move(to: Self.day("2018-07-09"))
                #expect(try await engine.runDue() == 1)
            }
            #expect(try await bench.seen() == ["reminder 2 晋03 2018-07-09"])
        }
    }

    @Test("A timer that a command unsets while it runs leaves nothing")
    func unsetWhileRunning() async throws {
        let bench = Mutex<PostgresPool?>(nil)
        let timer = Timer.due(NotesFixture.reminder) { timer, context in
            try await context.note("reminder", "\(timer.objectID)")
            try await bench.withLock { $0 }?.execute("DELETE FROM host.task WHERE object_id = \(timer.objectID)")
        }
        try await WorkBench.with(timers: [timer]) { desk in
            bench.withLock { $0 = desk.pool }
            try await desk.withEngine { (engine) async throws in
                try await desk.touch(1, #""remindOn": "2018-06-29""#, on: engine)
                try await engine.runDue()
            }
            #expect(try await desk.seen() == [])
            #expect(try await desk.count("host.task") == 0)
            bench.withLock { $0 = nil }
        }
    }

    @Test("A handler may set its own timer anew")
    func again() async throws {
        let timer = Timer.due(NotesFixture.reminder) { timer, context in
            try await context.note("reminder", "\(timer.dueOn?.description ?? "-")")
            let next = context.clock.today.adding(days: 7)
            context.schedule(timer.kind, for: timer.objectID, court: timer.courtCode, on: next)
        }
        try await WorkBench.with(timers: [timer]) { bench in
            try await bench.withEngine { (engine) async throws in
                try await bench.touch(1, #""remindOn": "2018-06-29""#, on: engine)
                #expect(try await engine.runDue() == 1)
                bench.clock.move(to: Self.day("2018-07-06"))
                #expect(try await engine.runDue() == 1)
            }
            #expect(try await bench.seen() == ["reminder 2018-06-29", "reminder 2018-07-06"])
        }
    }

    @Test("A timer at an instant runs from then on")
    func atAnInstant() async throws {
        let timer = Timer.due(NotesFixture.reminder) { timer, context in
            try await context.note("reminder", "\(timer.dueAt != nil)")
        }
        let opened = Subscriber("notes.opened", to: ["note.opened"]) { event, context in
            let time = context.clock.now.adding(.seconds(24 * 3_600))
            context.schedule(NotesFixture.reminder, for: event.objectID, court: event.courtCode, at: time)
        }
        try await WorkBench.with(subscribers: [opened], timers: [timer]) { bench in
            try await bench.withEngine { (engine) async throws in
                try await bench.touch(1, #""event": "note.opened""#, on: engine)
                #expect(try await engine.runDue() == 1)
                bench.clock.move(to: Self.day("2018-06-30"), hour: 11)
                #expect(try await engine.runDue() == 0)
                bench.clock.move(to: Self.day("2018-06-30"), hour: 12)
                #expect(try await engine.runDue() == 1)
            }
            #expect(try await bench.seen() == ["reminder true"])
        }
    }

    @Test("Two servers run each timer once")
    func twoServers() async throws {
        try await WorkBench.with(timers: [Self.reminder]) { bench in
            try await bench.withEngine { (one) async throws in
                try await bench.withEngine { (two) async throws in
                    try await bench.pool.execute(
                        """
                        INSERT INTO host.task (runner, object, object_id, court_code, due_on)
                        SELECT 'notes.reminder', '', n, '晋03', '2018-06-29' FROM generate_series(1, 60) n
                        """
                    )
                    while try await bench.count("host.task") > 0 {
                        async let first = one.runDue()
                        async let second = two.runDue()
                        _ = try await (first, second)
                    }
                }
            }
            #expect(try await bench.count("notes.seen") == 60)
            #expect(try await bench.count("(SELECT DISTINCT what FROM notes.seen) s") == 60)
        }
    }

    @Test("Daily work runs from its hour on, once a day over all servers")
    func daily() async throws {
        try await WorkBench.with(timers: [Self.digest(.all, .once)]) { bench in
            bench.clock.move(to: WorkBench.today, hour: 6)
            try await bench.withEngine { (one) async throws in
                try await bench.withEngine { (two) async throws in
                    #expect(try await one.runDue() == 0)
                    bench.clock.move(to: WorkBench.today, hour: 7)
                    #expect(try await one.runDue() + two.runDue() == 1)
                    bench.clock.move(to: Self.day("2018-06-30"), hour: 7)
                    #expect(try await two.runDue() + one.runDue() == 1)
                }
            }
            #expect(try await bench.seen() == ["digest 2018-06-29", "digest 2018-06-30"])
        }
    }

    @Test("Days missed in a stop are made up for one by one or at once, as declared, on working days where declared")
    func catchingUp() async throws {
        let timers = [
            Self.digest(.all, .each, "notes.each"), Self.digest(.working, .each, "notes.working"),
            Self.digest(.working, .once, "notes.once"),
        ]
        try await WorkBench.with(timers: timers) { bench in
            // A week whose Monday was a day off and whose Saturday was worked.
            try await bench.pool.execute(
                """
                INSERT INTO core.holiday VALUES ('2018-07-02', 'HOLIDAY', 'x', 'x'), ('2018-07-07', 'MAKEUP_WORKDAY', 'x', 'x');
                """
            )
            try await bench.pool.execute("INSERT INTO core.holiday_year (year) VALUES (2018)")
            bench.clock.move(to: WorkBench.today, hour: 8)
            try await bench.withEngine { (engine) async throws in try await engine.runDue() }
            bench.clock.move(to: Self.day("2018-07-08"), hour: 6)
            try await bench.withEngine { (engine) async throws in try await engine.runDue() }
            let days = ["30", "01", "02", "03", "04", "05", "06", "07"].map {
                $0 == "30" ? "2018-06-30" : "2018-07-\($0)"
            }
            func seen(_ name: String) async throws -> [String] {
                try await bench.texts("SELECT what FROM notes.seen WHERE who = \(name) ORDER BY id")
            }
            #expect(try await seen("notes.each") == ["2018-06-29"] + days)
            #expect(
                try await seen("notes.working")
                    == ["2018-06-29", "2018-07-03", "2018-07-04", "2018-07-05", "2018-07-06", "2018-07-07"]
            )
            #expect(try await seen("notes.once") == ["2018-06-29", "2018-07-07"])
        }
    }

    @Test("A day that fails is a dead letter by itself; the next day runs")
    func failingDay() async throws {
        let timer = Timer.daily("notes.digest", at: 7, on: .all, missed: .each) { run, context in
            try await context.note("digest", "\(run.day)")
            if run.day == WorkBench.today { throw DomainError(.guardFailed, "不满足流转条件：测试") }
        }
        try await WorkBench.with(timers: [timer]) { bench in
            try await bench.withEngine { (engine) async throws in
                #expect(try await engine.runDue() == 3)
                bench.clock.move(to: Self.day("2018-06-30"))
                #expect(try await engine.runDue() == 1)
                #expect(
                    try await bench.ask(
                        "{ deadLetters { nodes { kind runner dueOn objectId courtCode } } }",
                        on: engine
                    )
                        == """
                        {"data":{"deadLetters":{"nodes":[{"kind":"DAILY","runner":"notes.digest","dueOn":"2018-06-29",\
                        "objectId":null,"courtCode":null}]}}}
                        """
                )
            }
            #expect(try await bench.seen() == ["digest 2018-06-30"])
        }
    }

    @Test("A timer that no plugin declares cannot be set")
    func undeclared() async throws {
        try await WorkBench.with { bench in
            try await bench.withEngine { (engine) async throws in
                let answer = try await bench.ask(
                    #"mutation { touch(input: {noteId: 1, remindOn: "2018-07-02"}) { done } }"#,
                    on: engine
                )
                #expect(answer.contains("INTERNAL"), "\(answer)")
                #expect(try await bench.count("host.task") == 0)
            }
        }
    }

    private static func digest(_ days: Timer.Days, _ missed: Timer.Missed, _ name: String = "notes.digest") -> Timer {
        let mark = name == "notes.digest" ? "digest" : name
        return .daily(name, at: 7, on: days, missed: missed) { run, context in
            #expect(context.principal.isSystem)
            try await context.note(mark, "\(run.day)")
        }
    }
}
