import DemoData
import DocketTesting
import GraphQLLanguage
import PluginHost
import PluginKit
import Postgres
import Testing

@Suite("Importing courts")
struct CourtImportTests {
    static let header = "code,name,level,parent_code,region_code"

    static let disagreements: [(row: String, problem: String)] = [
        // Its own parent, directly.
        ("晋03,阳泉市中级人民法院,INTERMEDIATE,晋03,140300", "parent_code COURT_PARENT_INVALID"),
        ("晋,山西省高级人民法院,HIGH,晋,140000", "parent_code COURT_PARENT_INVALID"),
        ("晋0302,阳泉市城区人民法院,BASIC,晋0302,140302", "parent_code COURT_PARENT_INVALID"),
        ("最高法,最高人民法院,SUPREME,晋,100000", "parent_code COURT_PARENT_INVALID"),
        // A parent of another level than the one above.
        ("晋03,阳泉市中级人民法院,INTERMEDIATE,最高法,140300", "parent_code COURT_PARENT_INVALID"),
        ("晋03,阳泉市中级人民法院,INTERMEDIATE,晋04,140300", "parent_code COURT_PARENT_INVALID"),
        ("晋03,阳泉市中级人民法院,INTERMEDIATE,晋0302,140300", "parent_code COURT_PARENT_INVALID"),
        ("晋03,阳泉市中级人民法院,INTERMEDIATE,,140300", "parent_code COURT_PARENT_INVALID"),
        ("晋0302,阳泉市城区人民法院,BASIC,晋,140302", "parent_code COURT_PARENT_INVALID"),
        ("晋0302,阳泉市城区人民法院,BASIC,晋0303,140302", "parent_code COURT_PARENT_INVALID"),
        ("晋,山西省高级人民法院,HIGH,晋03,140000", "parent_code COURT_PARENT_INVALID"),
        // Of another prefecture.
        ("晋0302,阳泉市城区人民法院,BASIC,晋04,140302", "parent_code COURT_PARENT_INVALID"),
        // Code and level.
        ("晋03,阳泉市中级人民法院,BASIC,晋,140300", "level COURT_LEVEL_INVALID"),
        ("晋0302,阳泉市城区人民法院,INTERMEDIATE,晋03,140302", "level COURT_LEVEL_INVALID"),
        ("晋,山西省高级人民法院,INTERMEDIATE,最高法,140000", "level COURT_LEVEL_INVALID"),
        ("最高法,最高人民法院,HIGH,,100000", "level COURT_LEVEL_INVALID"),
        // Code and region.
        ("晋,山西省高级人民法院,HIGH,最高法,130000", "region_code COURT_REGION_INVALID"),
        ("晋03,阳泉市中级人民法院,INTERMEDIATE,晋,140400", "region_code COURT_REGION_INVALID"),
        ("晋0302,阳泉市城区人民法院,BASIC,晋03,140303", "region_code COURT_REGION_INVALID"),
        ("晋0302,阳泉市城区人民法院,BASIC,晋03,130302", "region_code COURT_REGION_INVALID"),
        ("最高法,最高人民法院,SUPREME,,140000", "region_code COURT_REGION_INVALID"),
    ]

    @Test("What disagrees with a court's code is refused in its column, whether the court stands or is new")
    func disagreement() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let desk = ImportDesk(court: court)
            for (row, problem) in Self.disagreements {
                #expect(await desk.problems("courts", [Self.header, row]) == ["2 \(problem)"], "\(row)")
            }
            let ring = ["晋03,阳泉,INTERMEDIATE,晋04,140300", "晋04,长治,INTERMEDIATE,晋03,140400"]
            #expect(
                await desk.problems("courts", [Self.header] + ring) == [
                    "2 parent_code COURT_PARENT_INVALID", "3 parent_code COURT_PARENT_INVALID",
                ]
            )
            #expect(
                await desk.problems(
                    "courts",
                    [Self.header, "冀,河北省高级人民法院,HIGH,最高法,130000", "冀01,x,INTERMEDIATE,鲁,130100"]
                )
                    == ["3 parent_code COURT_PARENT_INVALID", "3 parent_code COURT_CODE_UNKNOWN"]
            )
        }
    }

    @Test(
        "Special courts, municipalities and counties under a province stand where they are; names of levels may be Chinese"
    )
    func specialCourts() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let desk = ImportDesk(court: court)
            let rows = [
                "京,北京市高级人民法院,高级人民法院,最高法,110000", "京01,北京市第一中级人民法院,中级人民法院,京,110000",
                "京0101,北京市东城区人民法院,基层人民法院,京02,110101", "京02,北京市第二中级人民法院,INTERMEDIATE,京,110000",
                "京73,北京知识产权法院,INTERMEDIATE,京,110000", "晋71,太原铁路运输中级法院,INTERMEDIATE,晋,140100",
                "晋7101,太原铁路运输法院,BASIC,晋71,140100", "鄂,湖北省高级人民法院,HIGH,最高法,420000",
                "鄂96,汉江中级人民法院,INTERMEDIATE,鄂,429004", "鄂9004,仙桃市人民法院,BASIC,鄂96,429004",
                "粤,广东省高级人民法院,HIGH,最高法,440000", "粤19,东莞市中级人民法院,INTERMEDIATE,粤,441900",
                "粤1971,东莞市第一人民法院,BASIC,粤19,441900", "兵,新疆兵团分院,HIGH,最高法,650000",
                "兵01,第一师中级人民法院,INTERMEDIATE,兵,659002",
            ]
            let answer = await desk.run("courts", [Self.header] + rows)
            #expect(answer["problems"] == [], "\(answer)")
            #expect(answer["created"] == .integer(rows.count))
        }
    }

    @Test("The courts of the demonstration are imported again without a change, and a repeated import says so")
    func again() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let lines = DemoCourt.text("courts.csv").split(whereSeparator: \.isNewline).map(String.init)
            let answer = await ImportDesk(court: court).run("courts", lines)
            #expect(answer["problems"] == [])
            #expect(answer["unchanged"] == .integer(lines.count - 1))
        }
    }

    @Test(
        "A cycle that stands in the database ends, for tokens too, and the import repairs it",
        .timeLimit(.minutes(1))
    )
    func standingCycle() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            // As a server without these rules accepted it.
            try await court.database.execute("ALTER TABLE core.court DROP CONSTRAINT court_parent_level")
            try await court.database.execute("UPDATE core.court SET parent_code = '晋04' WHERE code = '晋03'")
            try await court.database.execute("UPDATE core.court SET parent_code = '晋03' WHERE code = '晋04'")
            let token = try await TokenStore(court.database).create(
                name: "reader",
                staffNo: nil,
                courtCode: "晋03",
                roles: [.clerk],
                validFor: .seconds(600)
            )
            let answer = await court.send("{ court(code: \"晋03\") { parent { code } } }", bearing: token)
            #expect(answer[path: "data.court.parent.code"] == "晋04", "\(answer)")
            let lines = DemoCourt.text("courts.csv").split(whereSeparator: \.isNewline).map(String.init)
            #expect(await ImportDesk(court: court).run("courts", lines)["updated"] == 2)
        }
    }

    @Test("The database itself refuses a court above itself and a level that its code does not say")
    func constraints() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            for change in [
                "UPDATE core.court SET parent_code = '晋03' WHERE code = '晋03'",
                "UPDATE core.court SET level = 'BASIC' WHERE code = '晋03'",
                "UPDATE core.court SET parent_code = '晋' WHERE code = '晋0302'",
                "INSERT INTO core.court (code, name, level, parent_code, region_code) VALUES ('晋0', 'x', 'HIGH', '最高法', '140000')",
            ] {
                let error = await #expect(throws: PostgresError.self) {
                    try await court.database.execute("\(raw: change)")
                }
                #expect(error?.sqlState == "23514", "\(change): \(String(describing: error))")
            }
        }
    }
}
