import DocketTesting
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

@Suite("Letter reports")
struct LetterReportTests {
    static let document = """
        query($from: Date!, $to: Date!, $court: CourtCode, $groupBy: LetterReportGroup!) {
            letterReport(from: $from, to: $to, court: $court, groupBy: $groupBy) {
                groupKey items cases replied repliedOnTime overdue onTimeRate caseClosingRate itemClosingRate onlineClosingRate
                itemOnlineClosingRate returnedInReviewRate satisfactionRate participationRate likeRate
            }
        }
        """

    static func rows(
        _ court: TestCourt,
        from: String,
        to: String,
        of courtCode: String? = nil,
        by group: String,
        as role: Role
    ) async -> [String: JSONValue] {
        let answer = await court.send(
            document,
            [
                "from": .string(from), "to": .string(to), "court": courtCode.map { .string($0) } ?? .null,
                "groupBy": .string(group),
            ],
            as: role
        )
        #expect(answer["errors"] == nil, "\(answer)")
        return Dictionary(
            uniqueKeysWithValues: answer[path: "data.letterReport"].items.map { ($0["groupKey"]?.text ?? "", $0) }
        )
    }

    @Test(
        "Agree with a plain count of generated letters, and no rate is more than one",
        arguments: [1, 2, 3] as [UInt64]
    )
    func naive(seed: UInt64) async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let letters = try await GeneratedLetters.write(court, courts: ["晋03"], count: 90, seed: seed)
            for role in [Role.president, .inspector] {
                for (from, to) in [("2018-01-01", "2018-06-29"), ("2018-02-10", "2018-04-03")] {
                    for group in ["COURT", "SOURCE", "CATEGORY"] {
                        let rows = await Self.rows(court, from: from, to: to, by: group, as: role)
                        let counted = letters.filter {
                            $0.receivedOn >= from && $0.receivedOn <= to && $0.state != "VOIDED"
                                && (!$0.isSealed || role == .inspector)
                        }
                        let expected = Dictionary(grouping: counted) { $0.group(group) }
                        #expect(Set(rows.keys) == Set(expected.keys), "\(role) \(from) \(group)")
                        for (key, letters) in expected {
                            let figures = NaiveFigures(letters, today: "2018-06-29")
                            for (name, value) in figures.all {
                                let found = rows[key]?[name]?.number
                                #expect(
                                    found.map { ($0 * 1e6).rounded() } == value.map { ($0 * 1e6).rounded() },
                                    "\(role) \(from) \(group) \(key) \(name)"
                                )
                                if name.hasSuffix("Rate"), let found { #expect((0...1).contains(found), "\(name)") }
                            }
                        }
                    }
                }
            }
        }
    }

    @Test("Subtracting reports on other courts shows no fewer than five letters", arguments: [4, 5] as [UInt64])
    func subtraction(seed: UInt64) async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let courts = ["晋0302", "晋0303", "晋0311"]
            _ = try await GeneratedLetters.write(court, courts: courts, count: 120, seed: seed)
            let days = [
                "2018-01-01", "2018-01-02", "2018-01-31", "2018-02-01", "2018-02-28", "2018-03-01", "2018-04-01",
                "2018-04-30",
                "2018-05-01", "2018-05-31", "2018-06-15", "2018-06-28", "2018-06-29",
            ]
            var seen = 0
            for group in ["COURT", "SOURCE", "CATEGORY", "DEPARTMENT"] {
                for courtCode in courts.map(Optional.some) + [nil] {
                    var answers: [(from: String, to: String, items: [String: Int])] = []
                    for (index, from) in days.enumerated() {
                        for to in days[index...] {
                            let rows = await Self.rows(
                                court,
                                from: from,
                                to: to,
                                of: courtCode,
                                by: group,
                                as: .vicePresident
                            )
                            answers.append((from, to, rows.compactMapValues { $0["items"]?.integer }))
                        }
                    }
                    seen += answers.reduce(0) { $0 + $1.items.count }
                    for wide in answers {
                        #expect(wide.items.values.allSatisfy { $0 >= 5 }, "\(group) \(wide)")
                        for narrow in answers where narrow.from >= wide.from && narrow.to <= wide.to {
                            for (key, items) in wide.items {
                                let difference = items - (narrow.items[key] ?? 0)
                                #expect(
                                    difference == 0 || difference >= 5,
                                    "\(group) \(courtCode ?? "-") \(key): \(wide.from)…\(wide.to) less \(narrow.from)…\(narrow.to)"
                                )
                            }
                        }
                    }
                }
            }
            // It would be easy to show nothing.
            #expect(seen > 100)
            for group in ["SOURCE", "CATEGORY", "DEPARTMENT"] {
                for courtCode in courts {
                    for to in ["2018-01-31", "2018-03-31", "2018-05-31"] {
                        func total(_ group: String) async -> Int {
                            let rows = await Self.rows(
                                court,
                                from: "2018-01-01",
                                to: to,
                                of: courtCode,
                                by: group,
                                as: .vicePresident
                            )
                            return rows.values.reduce(0) { $0 + ($1["items"]?.integer ?? 0) }
                        }
                        let hidden = await total("COURT") - total(group)
                        #expect(hidden == 0 || hidden >= 5, "\(courtCode) \(group) \(to): \(hidden)")
                    }
                }
            }
        }
    }

    @Test("A month that is not over, and a month of which the report has a part, are no part of it elsewhere")
    func wholeMonths() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            for (month, count) in [("2018-04", 7), ("2018-05", 3), ("2018-06", 9)] {
                for day in 1...count {
                    try await court.database.execute(
                        """
                        INSERT INTO letters.letter (court_code, letter_no, source, received_on, received_via, joint_count, subject,
                            abstract, matter_class, category, due_on, original_due_on, deadline_rule_key, state)
                        SELECT '晋0302', \(month) || \(String(day)), 'ORDINARY', d, 'POST', 0, '标题', '内容', 'SUGGESTION', 'OTHER',
                            d + 60, d + 60, 'letters.ORDINARY', 'REGISTERED'
                        FROM (SELECT (\(month) || '-' || \(String(day)))::date AS d) day
                        """
                    )
                }
            }
            func items(_ from: String, _ to: String) async -> Int? {
                await Self.rows(court, from: from, to: to, by: "COURT", as: .president)["晋0302"]?["items"]?.integer
            }
            #expect(await items("2018-04-01", "2018-04-30") == 7)
            #expect(await items("2018-04-02", "2018-04-30") == nil)
            #expect(await items("2018-04-01", "2018-04-29") == nil)
            // May alone has three, and waits for June, which is not over.
            #expect(await items("2018-04-01", "2018-05-31") == 7)
            #expect(await items("2018-01-01", "2018-06-29") == 7)
        }
    }
}
