import DemoData
import DocketTesting
import GraphQLLanguage
import PluginHost
import PluginKit
import Postgres
import Testing

@Suite("Importing departments and staff")
struct StaffImportTests {
    static let staff = "no,court_code,department_code,name,roles"
    static let departments = "court_code,code,name,kind"

    @Test("Courts and departments that are not there are named once, with their lines and what to import first")
    func unknown() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let desk = ImportDesk(court: court)
            let rows = (1...30).map { "晋99,D\($0),部门,其他" } + ["晋98,LA2,立案二庭,信访", "晋03,NEU,新部门,档案"]
            let answer = await desk.run("departments", [Self.departments] + rows)
            let problems = answer["problems"]?.items ?? []
            #expect(problems.map { $0["line"] } == [2, 32], "\(answer)")
            #expect(problems.allSatisfy { $0["code"] == "COURT_CODE_UNKNOWN" && $0["column"] == "court_code" })
            #expect(problems.first?["message"] == "法院代字不存在，请先导入该法院（“晋99”，第2、3、4、5、6等行，共30行）")
            #expect(problems.last?["message"] == "法院代字不存在，请先导入该法院（“晋98”）")
            #expect(
                await desk.problems(
                    "staff",
                    [Self.staff, "新-1,晋03,QQ,新人,CLERK", "新-2,晋99,LA2,新人,CLERK", "新-3,晋03,LA2,新人,庭长|WIZARD"]
                ) == [
                    "2 department_code DEPARTMENT_UNKNOWN", "3 court_code COURT_CODE_UNKNOWN",
                    "4 roles VALUE_NOT_ALLOWED",
                ]
            )
            #expect(
                await desk.problems("staff", [Self.staff, "新-1,晋03,LA2,甲,CLERK", "新-1,晋03,LA2,乙,CLERK"])
                    == ["3 no DUPLICATE_ROW"]
            )
        }
    }

    @Test("Before the courts there is one fault, which says what to import first")
    func wrongOrder() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            // Tables that are only appended to refuse it otherwise.
            try await court.database.execute(
                "DO $$ BEGIN SET LOCAL session_replication_role = replica; TRUNCATE core.court CASCADE; END $$"
            )
            // The administrator's token went with the courts.
            let admin = try await TokenStore(court.database).create(
                name: "admin",
                staffNo: nil,
                courtCode: nil,
                roles: [.admin],
                validFor: .seconds(600)
            )
            for (mutation, file, code) in [
                ("importDepartments", "departments.csv", "COURT_CODE_UNKNOWN"),
                ("importStaff", "staff.csv", "DEPARTMENT_UNKNOWN"),
            ] {
                let answer = await court.send(
                    "mutation($input: ImportFileInput!) { \(mutation)(input: $input) { problems { line code message } } }",
                    ["input": ["csv": .string(DemoCourt.text(file))]],
                    bearing: admin
                )
                let problems = answer[path: "data.\(mutation).problems"].items
                #expect(problems.map { $0["code"] } == [.string(code)], "\(answer)")
                #expect(problems.first?["message"]?.text?.contains("请先导入法院（courts）") == true)
            }
        }
    }

    @Test("Roles and kinds may stand under their Chinese names, as the schema describes them")
    func chineseNames() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let desk = ImportDesk(court: court)
            let described = await court.send(
                """
                { roles: __type(name: "StaffRole") { enumValues { name description } }
                  kinds: __type(name: "DepartmentKind") { enumValues { name description } }
                  levels: __type(name: "CourtLevel") { enumValues { name description } }
                  holidays: __type(name: "HolidayKind") { enumValues { name description } } }
                """
            )
            func descriptions(_ type: String) -> [String] {
                described[path: "data.\(type).enumValues"].items.compactMap { $0["description"]?.text }
            }
            let roles = descriptions("roles")
            #expect(roles.count == Role.allCases.count)
            let staff = roles.enumerated().map { "新-\($0.offset),晋03,LA2,新人,\($0.element)|CLERK" }
            #expect(await desk.run("staff", [Self.staff] + staff)["created"] == .integer(roles.count))
            let stored = try await court.database.query("SELECT roles FROM core.staff WHERE no LIKE '新-%' ORDER BY id")
            #expect(
                try Set(stored.flatMap { try $0.decode("roles", as: [String].self) })
                    == Set(Role.allCases.map(\.rawValue))
            )
            let kinds = descriptions("kinds").enumerated().map { "晋03,N\($0.offset),部门,\($0.element)" }
            #expect(await desk.run("departments", [Self.departments] + kinds)["created"] == .integer(kinds.count))
            #expect(descriptions("levels").count == 4)
            for level in descriptions("levels") {
                let problems = await desk.problems("courts", [CourtImportTests.header, "冀,河北高院,\(level),最高法,130000"])
                #expect(problems == (level == "高级人民法院" ? [] : ["2 level COURT_LEVEL_INVALID"]))
            }
            for (kind, day) in zip(descriptions("holidays"), ["2021-01-01", "2021-02-07"]) {
                #expect(await desk.run("holidays", [HolidayImportTests.header, "\(day),\(kind),名,x"])["created"] == 1)
            }
        }
    }

    @Test("A member of staff who is made inactive loses every token at once, takes no letter, and comes back")
    func deactivation() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let desk = ImportDesk(court: court)
            let row = try #require(
                DemoCourt.text("staff.csv").split(whereSeparator: \.isNewline).map(String.init).first {
                    $0.hasPrefix("晋03-") && $0.hasSuffix(",HANDLER")
                }
            )
            let number = String(row.prefix { $0 != "," })
            let token = try await TokenStore(court.database).create(
                name: "handler",
                staffNo: number,
                courtCode: nil,
                roles: nil,
                validFor: .seconds(600)
            )
            let viewer = "{ viewer { id staff { active } } }"
            let id = await court.send(viewer, bearing: token)[path: "data.viewer.id"]
            #expect(id.text != nil)
            let invalid = await desk.problems("staff", ["\(Self.staff),active", "\(row),vielleicht"])
            #expect(invalid == ["2 active VALUE_NOT_ALLOWED"])
            // A dry run changes nothing.
            #expect(await desk.run("staff", ["\(Self.staff),active", "\(row),false"], dryRun: true)["updated"] == 1)
            #expect(await court.send(viewer, bearing: token)[path: "data.viewer.staff.active"] == true)
            #expect(await desk.run("staff", ["\(Self.staff),active", "\(row),false"])["updated"] == 1)
            #expect(await court.send(viewer, bearing: token).codes == ["UNAUTHENTICATED"])

            let letters = await court.send("{ letters(first: 1) { nodes { id version } } }")
            let letter = letters[path: "data.letters.nodes.0"]
            let classified = await court.send(
                "mutation($input: ClassifyLetterInput!) { classifyLetter(input: $input) { letter { version } } }",
                [
                    "input": [
                        "letterId": letter["id"] ?? .null, "version": letter["version"] ?? .null,
                        "matterClass": "APPEAL_CLAIM", "category": "OTHER",
                    ]
                ]
            )
            let assigned = await court.send(
                "mutation($input: AssignLetterInput!) { assignLetter(input: $input) { letter { id } } }",
                [
                    "input": [
                        "letterId": letter["id"] ?? .null,
                        "version": classified[path: "data.classifyLetter.letter.version"], "assigneeId": id,
                    ]
                ],
                as: .divisionHead
            )
            #expect(assigned.codes == ["GUARD_FAILED"], "\(classified) \(assigned)")
            // A file without the column leaves it.
            #expect(await desk.run("staff", [Self.staff, row])["unchanged"] == 1)
            #expect(await court.send(viewer, bearing: token).codes == ["UNAUTHENTICATED"])
            #expect(await desk.run("staff", ["\(Self.staff),active", "\(row),是"])["updated"] == 1)
            #expect(await court.send(viewer, bearing: token)[path: "data.viewer.staff.active"] == true)
        }
    }

    @Test("Nobody makes themselves inactive")
    func own() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let token = try await TokenStore(court.database).create(
                name: "admin",
                staffNo: "晋03-01",
                courtCode: nil,
                roles: [.admin],
                validFor: .seconds(600)
            )
            let row = try #require(
                DemoCourt.text("staff.csv").split(whereSeparator: \.isNewline).first { $0.hasPrefix("晋03-01,") }
            )
            let answer = await court.send(
                "mutation($input: ImportFileInput!) { importStaff(input: $input) { problems { line column code } } }",
                ["input": ["csv": .string("\(Self.staff),active\n\(row),false\n")]],
                bearing: token
            )
            #expect(
                answer[path: "data.importStaff.problems"]
                    == [["line": 2, "column": "active", "code": "STAFF_DEACTIVATES_SELF"]],
                "\(answer)"
            )
        }
    }
}
