import DemoData
import DocketTesting
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

@Suite("Importing the holidays of a year")
struct HolidayImportTests {
    static let header = "date,kind,name,source"
    static let demo = DemoCourt.text("holidays.csv").split(whereSeparator: \.isNewline).map(String.init)
    /// 国办发明电〔2016〕17号.
    static let year2017: [String] = {
        let days = [
            ("元旦", ["2016-12-31", "2017-01-01", "2017-01-02"]),
            ("春节", ["01-27", "01-28", "01-29", "01-30", "01-31", "02-01", "02-02"].map { "2017-\($0)" }),
            ("清明节", ["2017-04-02", "2017-04-03", "2017-04-04"]), ("劳动节", ["2017-04-29", "2017-04-30", "2017-05-01"]),
            ("端午节", ["2017-05-28", "2017-05-29", "2017-05-30"]), ("国庆节、中秋节", (1...8).map { "2017-10-0\($0)" }),
        ]
        let work = ["2017-01-22", "2017-02-04", "2017-04-01", "2017-05-27", "2017-09-30"]
        return days.flatMap { name, dates in dates.map { "\($0),HOLIDAY,\(name),国办发明电〔2016〕17号" } }
            + work.map { "\($0),MAKEUP_WORKDAY,调休,国办发明电〔2016〕17号" }
    }()

    /// Registers an ordinary letter, due after 60 days, and answers its due date or the code of the refusal.
    private func dueOn(receivedOn date: String, _ court: TestCourt) async -> String {
        let answer = await court.send(
            """
            mutation($input: RegisterLetterInput!) { registerLetter(input: $input) { letter { dueOn } } }
            """,
            [
                "input": [
                    "source": "ORDINARY", "receivedOn": .string(date),
                    "senders": [["name": "陈志"]], "subject": "执行案件长期未结", "abstract": "请求督促执行。",
                    "matterClass": "APPEAL_CLAIM", "category": "ENFORCEMENT",
                ]
            ]
        )
        return answer[path: "data.registerLetter.letter.dueOn"].text ?? answer.codes.joined(separator: " ")
    }

    private func daysWorked(_ from: String, _ to: String, _ court: TestCourt) async throws -> Int32? {
        try await court.database.query("SELECT core.working_days(\(from)::date, \(to)::date) AS days")[0].decode("days")
    }

    @Test("A year is known by its whole notice, never by a few rows")
    func fewRows() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let desk = ImportDesk(court: court)
            #expect(await dueOn(receivedOn: "2017-08-03", court) == "HOLIDAY_CALENDAR_MISSING")
            let few: [[String]] = [
                ["2017-12-31,HOLIDAY,元旦,x"], ["2017-10-01,放假,国庆节,x", "2017-05-01,HOLIDAY,劳动节,x"],
                ["2017-01-01,HOLIDAY,元旦,x", "2017-10-02,HOLIDAY,国庆节,x", "2017-09-30,调休上班,国庆节,x"],
                // All but one festival.
                Self.year2017.filter { !$0.contains("端午节") },
            ]
            for rows in few {
                let answer = await desk.run("holidays", [Self.header] + rows)
                #expect(answer["problems"] == [], "\(answer)")
                #expect(answer["notes"]?.items.contains { $0.text?.hasPrefix("2017年的节假日安排不全") == true } == true)
                #expect(await dueOn(receivedOn: "2017-08-03", court) == "HOLIDAY_CALENDAR_MISSING", "\(rows)")
                let days = try await daysWorked("2017-09-01", "2017-09-11", court)
                #expect(days == nil)
            }
            let whole = await desk.run("holidays", [Self.header] + Self.year2017)
            #expect(whole["problems"] == [], "\(whole)")
            // 2016-12-31 is in it, too.
            let notes = whole["notes"]?.items.compactMap(\.text) ?? []
            #expect(notes.contains { $0.hasPrefix("2016年的节假日安排不全") } && !notes.contains { $0.hasPrefix("2017年") })
            #expect(await dueOn(receivedOn: "2017-08-03", court) == "2017-10-09")
            #expect(try await daysWorked("2017-09-29", "2017-10-09", court) == 2)
            #expect(try await daysWorked("2016-12-30", "2017-01-03", court) == nil)
        }
    }

    @Test("Working days of a period are counted where every year is known, and none where one is not")
    func workingDays() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let periods: [(from: String, to: String, days: Int32?)] = [
                ("2018-09-28", "2018-10-10", 5), ("2018-06-29", "2018-06-29", 0), ("2018-07-02", "2018-06-29", 0),
                // The first day is not counted, so that its year is not needed.
                ("2017-12-31", "2018-01-02", 1), ("2017-12-30", "2018-01-02", nil), ("2019-12-31", "2020-01-02", nil),
            ]
            for period in periods {
                let days = try await daysWorked(period.from, period.to, court)
                #expect(days == period.days, "\(period)")
            }
        }
    }

    @Test("An import replaces the years that it names and says what it removed; due dates that were computed stay")
    func replacement() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let desk = ImportDesk(court: court)
            let wrong = [
                "2018-08-20,HOLIDAY,错,x", "2018-12-25,HOLIDAY,错,x", "2019-12-26,MAKEUP_WORKDAY,错,x",
                // Of the next year's notice, and of a year that the file does not name.
                "2019-12-31,HOLIDAY,元旦 (2020),x", "2017-12-31,HOLIDAY,元旦,x", "2020-08-20,HOLIDAY,错,x",
            ]
            #expect(await desk.run("holidays", [Self.header] + wrong)["created"] == 6)
            let due = await dueOn(receivedOn: "2018-06-20", court)
            #expect(due == "2018-08-21")
            let dry = await desk.run("holidays", Self.demo, dryRun: true)
            #expect(dry["removed"] == 4)
            let answer = await desk.run("holidays", Self.demo)
            #expect(answer["removed"] == 4, "\(answer)")
            #expect(answer["unchanged"] == .integer(Self.demo.count - 1))
            let notes = answer["notes"]?.items.compactMap(\.text) ?? []
            for day in ["2017-12-31", "2018-08-20", "2018-12-25", "2019-12-26"] {
                #expect(notes.contains { $0.hasPrefix("已删除\(day)（") }, "\(day): \(notes)")
            }
            #expect(await dueOn(receivedOn: "2018-06-20", court) == "2018-08-20")
            let stands = await court.send("{ letters(first: 9, orderBy: [{ field: LETTER_NO }]) { nodes { dueOn } } }")
            #expect(stands[path: "data.letters.nodes.0.dueOn"] == .string(due), "\(stands)")
            #expect(await desk.run("holidays", Self.demo)["removed"] == 0)
        }
    }

    @Test("A notice of one year alone keeps the days that the next year's notice has in December")
    func oneYear() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let desk = ImportDesk(court: court)
            let only2018 = Self.demo.filter { $0.contains("〔2017〕12号") }
            let answer = await desk.run("holidays", [Self.header] + only2018)
            #expect(answer["removed"] == 0 && answer["unchanged"] == .integer(only2018.count), "\(answer)")
            // An amendment of some days replaces no year.
            let amendment = await desk.run("holidays", [Self.header, "2019-05-06,HOLIDAY,劳动节,国办发明电〔2019〕3号"])
            #expect(amendment["created"] == 1 && amendment["removed"] == 0)
            let days = try await daysWorked("2019-05-05", "2019-05-07", court)
            #expect(days == 1)
        }
    }

    @Test("The years that are known follow the days, whoever writes them")
    func keptByTheDatabase() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            func years() async throws -> [Int32] {
                try await court.database.query("SELECT year FROM core.holiday_year ORDER BY year").map {
                    try $0.decode("year")
                }
            }
            #expect(try await years() == [2018, 2019])
            try await court.database.execute("DELETE FROM core.holiday WHERE date = '2018-05-01'")
            #expect(try await years() == [2019])
            // As in a database from before the years were kept: the same rule finds them in the days that are there.
            try await court.database.execute("INSERT INTO core.holiday VALUES ('2018-05-01', 'HOLIDAY', '劳动节', 'x')")
            try await court.database.execute("DELETE FROM core.holiday_year")
            try await court.database.execute("UPDATE core.holiday SET name = name")
            #expect(try await years() == [2018, 2019])
            try await court.database.execute("TRUNCATE core.holiday")
            #expect(try await years() == [])
        }
    }
}
