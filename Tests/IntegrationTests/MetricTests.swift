import CourtCore
import DocketTesting
import FieldEncryption
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

@Suite("Metrics")
struct MetricTests {
    private static let document = """
        query($keys: [String!], $from: Date!, $to: Date!, $courts: [CourtCode!]) {
            metricValues(keys: $keys, from: $from, to: $to, courts: $courts) {
                key version courtCode numerator denominator value inputsHash
            }
        }
        """

    private static func variables(
        keys: JSONValue = ["letters.on_time", "letters.satisfaction"],
        from: String = "2018-01-01",
        to: String = "2018-06-29",
        courts: JSONValue = .null
    ) -> JSONValue {
        ["keys": keys, "from": .string(from), "to": .string(to), "courts": courts]
    }

    @Test("Are listed with a public formula for whoever evaluates")
    func definitions() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let query = "{ metrics { key title formula unit direction smallestDenominator version } }"
            let all = await court.send(query, as: .evaluator)[path: "data.metrics"].items
            let metrics = all.filter { $0["key"]?.text?.hasPrefix("letters.") == true }
            let keys = [
                "case_closing", "item_closing", "item_online_closing", "like", "on_time", "online_closing",
                "participation",
                "returned_in_review", "satisfaction", "working_days",
            ]
            #expect(metrics.map { $0["key"]?.text } == keys.map { "letters.\($0)" })
            let onTime = metrics.first { $0["key"] == "letters.on_time" }
            #expect(onTime?["title"] == "按期答复率")
            #expect(onTime?["unit"] == "RATE")
            #expect(onTime?["direction"] == "HIGHER_IS_BETTER")
            #expect(metrics.first?["version"] == 1)
            #expect(metrics.allSatisfy { $0["formula"]?.text?.contains("÷") == true })
            for role in [Role.clerk, .handler, .admin, .dpo] {
                #expect(await court.send(query, as: role).codes == ["FORBIDDEN"], "\(role)")
                #expect(await court.send(Self.document, Self.variables(), as: role).codes == ["FORBIDDEN"], "\(role)")
            }
        }
    }

    @Test("Letters' metrics count as letterReport does, in each court and period", arguments: [6, 7] as [UInt64])
    func report(seed: UInt64) async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            _ = try await GeneratedLetters.write(court, courts: ["晋03", "晋0302", "晋0303"], count: 150, seed: seed)
            var compared = 0
            let periods = [
                ("2018-01-01", "2018-06-29"), ("2018-02-01", "2018-04-30"), ("2018-02-10", "2018-02-11"),
            ]
            for role in [Role.vicePresident, .inspector] {
                for (from, to) in periods {
                    let rows = await LetterReportTests.rows(court, from: from, to: to, by: "COURT", as: role)
                    let answer = await court.send(Self.document, Self.variables(from: from, to: to), as: role)
                    #expect(answer["errors"] == nil, "\(answer)")
                    for value in answer[path: "data.metricValues"].items {
                        let code = value["courtCode"]?.text ?? ""
                        let row = rows[code]
                        let denominator = value["denominator"]?.number ?? 0
                        let isOnTime = value["key"] == "letters.on_time"
                        let rate = row?[isOnTime ? "onTimeRate" : "satisfactionRate"]?.number
                        if isOnTime, code == "晋03" || denominator > 0 {
                            #expect(value["numerator"]?.number ?? 0 == row?["repliedOnTime"]?.number ?? 0, "\(value)")
                            #expect(
                                denominator == (row?["replied"]?.number ?? 0) + (row?["overdue"]?.number ?? 0),
                                "\(value)"
                            )
                        }
                        if denominator >= 5 {
                            compared += 1
                            let found = try #require(value["value"]?.number)
                            #expect(abs(found - (rate ?? -1)) < 1e-9, "\(from) \(value) \(rate ?? -1)")
                            #expect(value["inputsHash"]?.text?.count == 64)
                        } else {
                            #expect(value["value"] == .null, "\(value)")
                            #expect(code == "晋03" || value["denominator"] == .null, "\(value)")
                        }
                    }
                }
            }
            #expect(compared > 10)
        }
    }

    @Test("Answer for the courts and keys asked for, in this order, and for readable courts only")
    func courts() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            func pairs(_ variables: JSONValue, _ token: String?) async -> [String] {
                await court.send(Self.document, variables, bearing: token)[path: "data.metricValues"].items.map {
                    "\($0["key"]?.text ?? "") \($0["courtCode"]?.text ?? "")"
                }
            }
            let evaluator = court.tokens[.evaluator]
            #expect(
                await pairs(
                    Self.variables(
                        keys: ["letters.satisfaction", "letters.on_time"],
                        courts: ["晋0303", "晋03", "晋", "晋04", "晋03"]
                    ),
                    evaluator
                ) == [
                    "letters.satisfaction 晋0303", "letters.satisfaction 晋03", "letters.on_time 晋0303",
                    "letters.on_time 晋03",
                ]
            )
            let basic = try await court.token(staff: "晋0302-03")
            #expect(await pairs(Self.variables(keys: ["letters.on_time"]), basic) == ["letters.on_time 晋0302"])
            // Of every metric one value, for the one court that it reads.
            let all = await court.send("{ metrics { key } }", as: .evaluator)[path: "data.metrics"].items
            #expect(await pairs(Self.variables(keys: nil), basic).count == all.count)
            #expect(await pairs(Self.variables(courts: ["晋03"]), basic) == [])
            let unknown = await court.send(
                Self.document,
                Self.variables(keys: ["letters.on_time", "letters.speed"]),
                bearing: evaluator
            )
            #expect(unknown.codes == ["NOT_FOUND"])
            #expect(unknown[path: "errors.0.extensions.field"] == "keys.1")
            let backwards = await court.send(
                Self.document,
                Self.variables(from: "2018-06-29", to: "2018-06-28"),
                bearing: evaluator
            )
            #expect(backwards.codes == ["DATE_ORDER"])
        }
    }

    /// A plugin whose metric answers the same for every court that it is asked for.
    private static func fixed(_ numerator: Int, _ denominator: Int) -> @Sendable (KeyRing) -> [Plugin] {
        { keys in
            [
                CourtCore.plugin(keys: keys),
                Plugin(
                    name: "fixed",
                    fragments: [],
                    migrations: [
                        Migration(
                            file: "0001_fixed.sql",
                            sql: """
                                CREATE SCHEMA fixed;
                                GRANT USAGE ON SCHEMA fixed TO docket_reader;
                                CREATE FUNCTION fixed.share(courts text[], from_on date, to_on date)
                                    RETURNS TABLE (court_code text, numerator numeric, denominator numeric, inputs_hash bytea)
                                    LANGUAGE sql STABLE AS $$
                                    SELECT c, \(numerator), \(denominator), '\\x00ff'::bytea FROM unnest(courts) c
                                $$;
                                """
                        )
                    ],
                    metrics: [
                        Metric(
                            "fixed.count",
                            title: "件数",
                            formula: "件数",
                            unit: .count,
                            smallestDenominator: 2,
                            function: "fixed.share"
                        ),
                        Metric(
                            "fixed.rate",
                            title: "比率",
                            formula: "a ÷ b",
                            smallestDenominator: 8,
                            function: "fixed.share"
                        ),
                    ]
                ),
            ]
        }
    }

    @Test(
        "A denominator below five stays in its court, one below the metric's smallest makes no value",
        arguments: [
            (4, 4, true, false, 4, nil), (3, 6, true, true, 3, nil), (6, 12, true, true, 6, 0.5),
            (0, 0, true, false, nil, nil),
        ] as [(Int, Int, Bool, Bool, Double?, Double?)]
    )
    func smallNumbers(
        numerator: Int,
        denominator: Int,
        own: Bool,
        elsewhere: Bool,
        count: Double?,
        rate: Double?
    ) async throws {
        try await TestCourt.with(plugins: Self.fixed(numerator, denominator)) { court in
            let answer = await court.send(
                Self.document,
                Self.variables(keys: nil, courts: ["晋03", "晋0302"]),
                as: .evaluator
            )
            let values = answer[path: "data.metricValues"].items
            #expect(values.count == 4, "\(answer)")
            for value in values {
                let isOwn = value["courtCode"] == "晋03"
                let isShown = isOwn ? own : elsewhere
                #expect(value["denominator"]?.number == (isShown ? Double(denominator) : nil), "\(value)")
                #expect(value["inputsHash"] == (isShown ? "00ff" : .null), "\(value)")
                let expected = value["key"] == "fixed.rate" ? rate : count
                #expect(value["value"]?.number == (isShown ? expected : nil), "\(value)")
            }
        }
    }
}
