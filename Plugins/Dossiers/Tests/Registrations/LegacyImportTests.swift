import DocketTesting
import DossiersPlugin
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

@testable import DossiersPlugin

@Suite("Registrations of before the system")
struct LegacyImportTests {
    static let header = "channel,received_on,name,id_number,mobile,region_code,summary,case_nos,state\n"

    /// 564 rows from 2017-01-01 on, made by arithmetic: 188 people of long ago with fifteen digits, each three times.
    static var file: String {
        let channels = ["来访", "来信", "来电", "VISIT", "网上"]
        let rows = (0..<564).map { place -> String in
            let person = place % 188
            let month = place / 47 + 1
            let day = place % 28 + 1
            let date = "2017-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
            // Of 1901, 1902 …: six digits of the region, six of the birth, three of the order.
            let number = String(140_302_010_101_000 + person)
            let mobile = String(15_470_000_000 + person)
            let cases = place % 3 == 0 ? "（2009）阳民终字第\(place + 1)号|（2016）晋03民终\(place + 1)号" : ""
            let state = place % 4 == 0 ? "在办" : "已办结"
            return "\(channels[place % 5]),\(date),赵测试,\(number),\(mobile),140302,反映历史案件第\(place)件,\(cases),\(state)"
        }
        return header + rows.joined(separator: "\n") + "\n"
    }

    static func run(_ court: TestCourt, _ csv: String, dryRun: Bool = false) async throws -> JSONValue {
        try await court.run(
            "importRegistrations",
            ["csv": .string(csv), "dryRun": .boolean(dryRun)],
            selecting: "dryRun rows created updated unchanged problems { line column code }"
        )
    }

    @Test("come in from a file: 564 entries of people, once, however often it is sent")
    func whole() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let tried = try await Self.run(court, Self.file, dryRun: true)
            #expect(tried[path: "data.importRegistrations.created"] == 564, "\(tried)")
            #expect(try await Self.count(court) == 0)
            let done = try await Self.run(court, Self.file)
            #expect(done[path: "data.importRegistrations.problems"] == [], "\(done)")
            #expect(try await Self.count(court) == 564)
            let again = try await Self.run(court, Self.file)
            #expect(again[path: "data.importRegistrations.created"] == 0)
            #expect(again[path: "data.importRegistrations.unchanged"] == 564)
            #expect(try await Self.count(court) == 564)

            let people = try await court.query("SELECT count(*) AS people FROM dossiers.petitioner")[0]
            #expect(try people.decode("people", as: Int64.self) == 188)
            let answer = await court.send(
                """
                { entryQuality(from: "2017-01-01", to: "2018-06-30") { entries personEntries legacy onTime timeliness }
                    registrations(filter: { state: [CLOSED], isFirst: true }) { totalCount }
                    overdue: registrations(filter: { overdue: true }) { totalCount }
                    found: registrations(filter: { cases: { some: { caseNo: "(2009)阳民终字第1号" } } }) {
                        nodes { regNo channel receivedOn legacy ofLetter cases { format } }
                    } }
                """
            )
            #expect(
                answer[path: "data.entryQuality"] == [
                    ["entries": 564, "personEntries": 564, "legacy": 564, "onTime": 0, "timeliness": .null]
                ],
                "\(answer)"
            )
            #expect(answer[path: "data.registrations.totalCount"] == 141)
            #expect(answer[path: "data.overdue.totalCount"] == 0)
            #expect(
                answer[path: "data.found.nodes"] == [
                    [
                        "regNo": "晋03访登〔2017〕0001", "channel": "VISIT", "receivedOn": "2017-01-01", "legacy": true,
                        "ofLetter": false, "cases": [["format": "LEGACY"], ["format": "STANDARD"]],
                    ]
                ]
            )
        }
    }

    @Test("come in not at all where one row is wrong, and every fault is named without its value")
    func faults() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let csv =
                Self.header + """
                    来访,2017-03-01,赵测试,140302010101000,15470000001,140302,反映问题,,在办
                    步行,2016-12-31,,140302199002301239,1234,999999,,乱写,未知
                    """
            let answer = try await Self.run(court, csv)
            let problems = answer[path: "data.importRegistrations.problems"].items
            let faults = problems.map {
                "\($0["line"]?.integer ?? 0) \($0["column"]?.text ?? "") \($0["code"]?.text ?? "")"
            }
            #expect(
                Set(faults) == [
                    "3 channel VALUE_NOT_ALLOWED", "3 received_on DATE_ORDER", "3 id_number ID_NUMBER_BIRTHDATE",
                    "3 mobile MOBILE_INVALID", "3 region_code REGION_CODE_UNKNOWN", "3 summary TEXT_EMPTY",
                    "3 case_nos CASE_NO_FORMAT", "3 state VALUE_NOT_ALLOWED", "3 name NAME_REQUIRED",
                ],
                "\(answer)"
            )
            #expect(!"\(answer)".contains("140302199002301239"))
            #expect(try await Self.count(court) == 0)
        }
    }

    private static func count(_ court: TestCourt) async throws -> Int64 {
        try await court.query("SELECT count(*) AS entries FROM dossiers.registration")[0].decode("entries")
    }
}
