import DocketTesting
import DossiersPlugin
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

@testable import DossiersPlugin

@Suite("Figures of registrations")
struct FigureTests {
    static let half: JSONValue = ["from": "2018-01-01", "to": "2018-12-31"]

    /// Registrations of a court without petitioners, as the database has them.
    static func fill(_ court: TestCourt, _ code: String, _ count: Int, on day: String, venue: String = "OWN_COURT")
        async throws
    {
        _ = try await court.query(
            """
            INSERT INTO dossiers.registration (court_code, reg_no, channel, venue, received_on, entry_due_on, group_size, summary, is_first,
                state)
            SELECT \(code), \(code) || \(venue) || \(day) || n, 'PHONE', \(venue), \(day)::date, \(day)::date, 2, '反映问题', false, 'RECEIVED'
            FROM generate_series(1, \(Int32(count))) n
            """
        )
    }

    @Test("of entries: people, timeliness and what is missing, legacy ones apart")
    func quality() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            _ = try await ContactDesk.registered(court)
            // Came on Monday, entered on Friday: late, and the window is not said.
            _ = try await ContactDesk.registered(
                court,
                [
                    .init("receivedOn", "2018-06-25"), .init("receptionPoint", .null),
                    .init("newPetitioners", [ContactDesk.person, ["name": "孙测试"]]),
                ]
            )
            let answer = await court.send(
                """
                query($from: Date!, $to: Date!) { entryQuality(from: $from, to: $to) {
                    courtCode entries personEntries legacy onTime timeliness applicable filled completeness incomplete
                } }
                """,
                Self.half,
                as: .evaluator
            )
            #expect(
                answer[path: "data.entryQuality"] == [
                    [
                        "courtCode": "晋03", "entries": 2, "personEntries": 3, "legacy": 0, "onTime": 1,
                        "timeliness": 0.5,
                        "applicable": 10, "filled": 9, "completeness": 0.9, "incomplete": 1,
                    ]
                ],
                "\(answer)"
            )
        }
    }

    @Test("follow what is learned of a petitioner later, and what is amended")
    func missing() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let desk = try await ContactDesk.desk(
                court,
                [.init("newPetitioners", [["name": "孙测试"]]), .init("receptionPoint", .null), .init("groupSize", 8)]
            )
            func missing() async throws -> [String] {
                try await desk.read("missingFields")["missingFields"]?.items.compactMap(\.text) ?? []
            }
            #expect(
                try await missing() == [
                    "RECEPTION_POINT", "PETITIONER_REGION", "PETITIONER_CONTACT", "REPRESENTATIVES",
                ]
            )
            _ = try await court.query("UPDATE dossiers.petitioner SET residence_region = '140302'")
            #expect(try await missing() == ["RECEPTION_POINT", "PETITIONER_CONTACT", "REPRESENTATIVES"])
            _ = try await court.query(
                """
                INSERT INTO dossiers.contact_point (petitioner_id, court_code, kind, value_masked, value_cipher, value_hash, is_primary,
                    valid_from, source)
                SELECT id, court_code, 'MOBILE', '154****3388', '', '', true, '2018-06-29', '登记' FROM dossiers.petitioner
                """
            )
            #expect(try await missing() == ["RECEPTION_POINT", "REPRESENTATIVES"])
            try await desk.must(
                "amendRegistration",
                ["receptionPoint": "接访一室", "groupSize": 2, "reason": "来访人补充说明了人数"],
                as: .clerk
            )
            #expect(try await missing() == [])
        }
    }

    @Test("of other courts leave out what could point at a few")
    func suppressed() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            try await Self.fill(court, "晋0302", 6, on: "2018-04-10")
            try await Self.fill(court, "晋0302", 2, on: "2018-04-11", venue: "BEIJING")
            try await Self.fill(court, "晋0303", 4, on: "2018-05-10")
            try await Self.fill(court, "晋03", 3, on: "2018-05-10")
            func counts(_ group: String, _ code: JSONValue = .null) async -> JSONValue {
                await court.send(
                    """
                    query($from: Date!, $to: Date!, $court: CourtCode, $by: RegistrationCountGroup!) {
                        registrationCounts(from: $from, to: $to, court: $court, groupBy: $by) { groupKey entries people }
                    }
                    """,
                    ["from": "2018-01-01", "to": "2018-12-31", "court": code, "by": .string(group)],
                    as: .president
                )[path: "data.registrationCounts"]
            }
            #expect(
                await counts("COURT") == [
                    ["groupKey": "晋03", "entries": 3, "people": 6], ["groupKey": "晋0302", "entries": 8, "people": 16],
                ]
            )
            // The two who went to Beijing are not shown, nor what would show them by subtraction.
            #expect(await counts("VENUE", "晋0302") == [])
            #expect(await counts("VENUE", "晋03") == [["groupKey": "OWN_COURT", "entries": 3, "people": 6]])
        }
    }

    @Test("are declared as metrics, each of which counts")
    func metrics() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let closed = try await Desk.carried(court, to: "CLOSED", by: RegistrationSteps.steps)
            _ = try await ContactDesk.registered(court, [.init("receivedOn", "2018-06-25")])
            let open = try await ContactDesk.registered(court, [.init("newPetitioners", [["name": "孙测试"]])])
            _ = (closed, open)
            court.moveClock(to: "2018-08-01")
            let answer = await court.send(
                """
                query($from: Date!, $to: Date!) { metricValues(
                    keys: ["dossiers.entry_timeliness", "dossiers.completeness", "dossiers.notice_on_time",
                        "dossiers.first_contact_resolved"], from: $from, to: $to, courts: ["晋03"]
                ) { key numerator denominator } }
                """,
                Self.half,
                as: .evaluator
            )
            var figures: [String: (JSONValue?, JSONValue?)] = [:]
            for value in answer[path: "data.metricValues"].items {
                figures[value["key"]?.text ?? ""] = (value["numerator"], value["denominator"])
            }
            #expect(figures["dossiers.entry_timeliness"]?.0 == 2, "\(answer)")
            #expect(figures["dossiers.entry_timeliness"]?.1 == 3)
            #expect(figures["dossiers.completeness"]?.0 == 13)
            #expect(figures["dossiers.completeness"]?.1 == 15)
            #expect(figures["dossiers.notice_on_time"]?.0 == 1)
            #expect(figures["dossiers.notice_on_time"]?.1 == 3)
            #expect(figures["dossiers.first_contact_resolved"]?.0 == 1)
            #expect(figures["dossiers.first_contact_resolved"]?.1 == 2)
        }
    }

    @Test("of missed reports come from lines of a ledger that the system drew")
    func samples() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let registration = try await ContactDesk.registered(court)
            let drawn = try await court.run(
                "drawSample",
                ["ledger": "接访大厅纸质登记簿", "fromOn": "2018-01-01", "toOn": "2018-03-31", "lineCount": 120, "size": 6],
                selecting: "sampleAudit { id size items { id lineNo state } }",
                as: .evaluator
            )
            let items = drawn[path: "data.drawSample.sampleAudit.items"].items
            #expect(items.count == 6, "\(drawn)")
            let lines = items.compactMap { $0["lineNo"]?.integer }
            #expect(Set(lines).count == 6 && lines.allSatisfy { (1...120).contains($0) } && lines == lines.sorted())
            for (place, item) in items.enumerated() {
                let desk = try Desk(court, "SampleItem", id: item["id"]?.text ?? "")
                let input: JSONValue =
                    switch place {
                    case 0: ["finding": "MISSED", "note": "登记簿有记录，系统中没有"]
                    case 1: ["finding": "NOT_REQUIRED"]
                    default: ["finding": "ENTERED", "registrationId": .string(registration)]
                    }
                try await desk.must("recordSampleFinding", input, as: .evaluator)
            }
            let again = try await Desk(court, "SampleItem", id: items[0]["id"]?.text ?? "").run(
                "recordSampleFinding",
                ["finding": "NOT_REQUIRED"],
                as: .evaluator
            )
            #expect(again.codes == ["ILLEGAL_TRANSITION"])
            let answer = await court.send(
                """
                { metricValues(keys: ["dossiers.missed_report"], from: "2018-01-01", to: "2018-06-30", courts: ["晋03"]) {
                    numerator denominator value
                } }
                """,
                as: .evaluator
            )
            #expect(
                answer[path: "data.metricValues.0"] == ["numerator": 1, "denominator": 5, "value": 0.2],
                "\(answer)"
            )
            let large = try await court.run(
                "drawSample",
                ["ledger": "接访大厅纸质登记簿", "fromOn": "2018-01-01", "toOn": "2018-03-31", "lineCount": 5, "size": 6],
                selecting: "sampleAudit { id }",
                as: .evaluator
            )
            #expect(large.codes == ["INPUT_INVALID"])
        }
    }

    @Test("draw each line as often as any other")
    func fair() {
        var generator = SeededGenerator(seed: 5)
        var times = [Int32: Int]()
        for _ in 0..<4_000 {
            let lines = SampleDraw.lines(3, of: 10, using: &generator)
            #expect(Set(lines).count == 3)
            for line in lines { times[line, default: 0] += 1 }
        }
        // 1,200 each; the seed is the same at each run.
        #expect(times.count == 10 && times.values.allSatisfy { (1_080...1_320).contains($0) })
        #expect(SampleDraw.lines(4, of: 4, using: &generator) == [1, 2, 3, 4])
    }

    @Test("live with their sample as their table says")
    func sampleLife() async throws {
        let faults = try await WorkflowTrial(
            [Dossiers.plugin()],
            WorkflowSteps(
                "SampleItem",
                made: { court in
                    let drawn = try await court.run(
                        "drawSample",
                        ["ledger": "纸质登记簿", "fromOn": "2018-01-01", "toOn": "2018-03-31", "lineCount": 9, "size": 1],
                        selecting: "sampleAudit { items { id } }",
                        as: .evaluator
                    )
                    guard let id = drawn[path: "data.drawSample.sampleAudit.items.0.id"].text else {
                        throw TestFault("\(drawn)")
                    }
                    return id
                },
                ["recordSampleFinding": .init(["finding": "MISSED"])]
            ),
            unreached: ["state ENTERED", "state NOT_REQUIRED"]
        ).faults()
        #expect(faults == [])
    }
}
