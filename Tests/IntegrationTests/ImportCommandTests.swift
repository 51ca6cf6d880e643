import CommandTesting
import DemoData
import DocketTesting
import Foundation
import LettersPlugin
import PluginHost
import PluginKit
import Postgres
import Testing

@Suite("The import commands over a real server")
struct ImportCommandTests {
    /// The command, built beside the tests, with a server and a token.
    private func docket(_ arguments: [String], _ court: TestCourt, token: String) async throws
        -> CommandTesting.Command.Result
    {
        let tests = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        let docket = tests.deletingLastPathComponent().appendingPathComponent("docket").path
        let server = ["--url", court.url, "--ca-certificate", court.caCertificate, "--token", token]
        return try await CommandTesting.Command.run(docket, arguments + server)
    }

    /// An administrator of no court, as `docket token create --role ADMIN` makes.
    private func administrator(_ court: TestCourt) async throws -> String {
        try await TokenStore(court.database).create(
            name: "admin",
            staffNo: nil,
            courtCode: nil,
            roles: [.admin],
            validFor: .seconds(600)
        )
    }

    private func description(_ changes: [String: String] = [:]) -> String {
        LettersDemo.text("transfer-batch.yaml").split(whereSeparator: \.isNewline).map { line in
            let key = String(line.prefix { $0 != ":" })
            return changes[key] ?? String(line)
        }.filter { !$0.isEmpty }.joined(separator: "\n") + "\n"
    }

    @Test("Each kind is imported, a repeated import says that nothing changed, and faults come a line each")
    func administratorsFiles() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let folder = try TemporaryDirectory()
            let admin = try await administrator(court)
            for kind in ["courts", "departments", "staff", "holidays"] {
                let text = DemoCourt.text("\(kind).csv")
                let file = try folder.write(text, to: "\(kind).csv")
                let rows = text.split(whereSeparator: \.isNewline).count - 1
                let again = try await docket(["import", kind, file], court, token: admin)
                #expect(again.text == "\(rows) rows: created 0, updated 0, unchanged \(rows); nothing changed\n")
                #expect(again.status == 0, "\(again.errors)")
            }
            let departments = try folder.write(
                "court_code,code,name,kind\n晋99,A,甲,信访\n晋99,B,乙,信访\n晋03,C,丙,NONE\n",
                to: "departments.csv"
            )
            let refused = try await docket(["import", "departments", departments], court, token: admin)
            #expect(refused.status == 1)
            #expect(
                refused.errors.contains(
                    """
                    \(departments):2: court_code: COURT_CODE_UNKNOWN 法院代字不存在，请先导入该法院（“晋99”，第2、3行，共2行）
                    \(departments):4: kind: VALUE_NOT_ALLOWED 取值无效，
                    """
                ),
                "\(refused.errors)"
            )
            try await court.database.execute("INSERT INTO core.holiday VALUES ('2018-08-20', 'HOLIDAY', '错', 'x')")
            let removed = try await docket(["import", "holidays", folder.file("holidays.csv")], court, token: admin)
            #expect(removed.text.hasPrefix("已删除2018-08-20（HOLIDAY，错）"), "\(removed.text) \(removed.errors)")
            #expect(removed.text.hasSuffix("unchanged 64, removed 1\n"), "\(removed.text)")
        }
    }

    @Test("A batch is imported; again it changes nothing; corrected it is BATCH_EXISTS with what differs")
    func batch() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let folder = try TemporaryDirectory()
            let clerk = try #require(court.tokens[.clerk])
            let yaml = try folder.write("\u{FEFF}" + description(["source": "source: 中央巡视组来信"]), to: "batch.yaml")
            let csv = try folder.write("\u{FEFF}" + LettersDemo.text("transfer-batch.csv"), to: "items.csv")
            let dry = try await docket(["letters", "import", yaml, csv, "--dry-run"], court, token: clerk)
            #expect(dry.text == "dry run: 60 items of 60 declared, no faults; nothing was written\n", "\(dry.errors)")
            let first = try await docket(["letters", "import", yaml, csv], court, token: clerk)
            #expect(first.text == "batch \(BatchDesk.batchNo): 60 letters of 60 declared\n", "\(first.errors)")
            let again = try await docket(["letters", "import", yaml, csv], court, token: clerk)
            #expect(
                again.text == "batch \(BatchDesk.batchNo) was imported before; nothing changed\n",
                "\(again.errors)"
            )
            // Only the description is corrected: no key that nobody gave is in the way.
            let corrected = try folder.write(description(["fromOrg": "fromOrg: 另一机关"]), to: "corrected.yaml")
            let refused = try await docket(["letters", "import", corrected, csv], court, token: clerk)
            #expect(refused.status == 1)
            #expect(refused.errors.contains("BATCH_EXISTS 批次已导入，内容不同：fromOrg（转办单位）"), "\(refused.errors)")
            let items = try folder.write(
                DemoFiles.batch(changingLine: 2, column: "subject", to: "另一个标题"),
                to: "other.csv"
            )
            let other = try await docket(["letters", "import", yaml, items], court, token: clerk)
            #expect(other.errors.contains("BATCH_EXISTS 批次已导入，内容不同：第1件：subject"), "\(other.errors)")
        }
    }

    @Test(
        "An administrator without a court is told of --court, and imports with it or with the description's courtCode"
    )
    func courtOfAdministrator() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let folder = try TemporaryDirectory()
            let admin = try await administrator(court)
            let yaml = try folder.write(description(), to: "batch.yaml")
            let csv = try folder.write(LettersDemo.text("transfer-batch.csv"), to: "items.csv")
            let refused = try await docket(["letters", "import", yaml, csv], court, token: admin)
            #expect(refused.status == 1)
            #expect(
                refused.errors.contains("COURT_REQUIRED") && refused.errors.contains("--court 晋03"),
                "\(refused.errors)"
            )
            let named = try await docket(["letters", "import", yaml, csv, "--court", "晋0302"], court, token: admin)
            #expect(named.text.contains("60 letters of 60 declared"), "\(named.errors)")
            let inFile = try folder.write(description() + "courtCode: 晋03\n", to: "court.yaml")
            let described = try await docket(["letters", "import", inFile, csv], court, token: admin)
            #expect(described.text.contains("60 letters of 60 declared"), "\(described.errors)")
        }
    }

    @Test("All faults of a description come at once, in Chinese, with their lines")
    func description() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let folder = try TemporaryDirectory()
            let clerk = try #require(court.tokens[.clerk])
            let csv = try folder.write(LettersDemo.text("transfer-batch.csv"), to: "items.csv")
            func faults(_ yaml: String) async throws -> [String] {
                let file = try folder.write(yaml, to: "batch.yaml")
                let result = try await docket(["letters", "import", file, csv], court, token: clerk)
                #expect(result.status == 1)
                return result.errors.split(whereSeparator: \.isNewline).compactMap { line in
                    line.contains("\(file):") ? String(line.split(separator: "\(file):", maxSplits: 1).last ?? "") : nil
                }
            }
            let found = try await faults(
                "batchNo: [1, 2]\nfromorg: 信访局\nsource: 中央\nreceivedOn: 2018-02-30\ndeclaredCount: sechzig\nbemerkung: x\n"
            )
            #expect(found.count == 7, "\(found)")
            for beginning in [
                "1: batchNo: INPUT_INVALID 应为单个值", "1: fromOrg: INPUT_INVALID 缺少该项",
                "2: INPUT_INVALID 未知的键：fromorg（是否应为fromOrg？）", "3: source: VALUE_NOT_ALLOWED 取值无效，允许：",
                "4: receivedOn: DATE_INVALID", "5: declaredCount: INPUT_INVALID 应为1至100000的整数",
                "6: INPUT_INVALID 未知的键：bemerkung",
            ] {
                #expect(found.contains { $0.hasPrefix(beginning) }, "\(beginning): \(found)")
            }
            #expect(try await faults("batchNo：晋高法\nfromOrg：x\n") == ["1: YAML_SYNTAX 不是“键: 值”的形式：冒号应为半角，其后有空格"])
            #expect(try await faults("") == ["1: YAML_SYNTAX 文件为空"])
            #expect(try await faults("batchNo: \"x\nfromOrg: y\n").map { $0.contains("YAML_SYNTAX") } == [true])
            #expect(try await faults("batchNo: a\nbatchNo: b\n").map { $0.hasSuffix("YAML_SYNTAX 键重复") } == [true])
        }
    }

    @Test("A batch of 100 letters with the longest texts is sent in parts that commit together")
    func longTexts() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let folder = try TemporaryDirectory()
            let clerk = try #require(court.tokens[.clerk])
            var lines = DemoFiles.batch(rows: 100).split(whereSeparator: \.isNewline).map(String.init)
            let columns = lines[0].split(separator: ",").map(String.init)
            let place = try #require(columns.firstIndex(of: "abstract"))
            let text =
                "\"" + String(repeating: "长", count: 1_990) + "\n,\"\"" + String(repeating: "文", count: 2_000) + "\""
            for line in 1...100 {
                var fields = lines[line].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
                fields[place] = text
                lines[line] = fields.joined(separator: ",")
            }
            let csv = try folder.write(lines.joined(separator: "\n") + "\n", to: "items.csv")
            let yaml = try folder.write(description(["declaredCount": "declaredCount: 100"]), to: "batch.yaml")
            let result = try await docket(["letters", "import", yaml, csv], court, token: clerk)
            #expect(result.text == "batch \(BatchDesk.batchNo): 100 letters of 100 declared\n", "\(result.errors)")
            let stored = try await court.database.query(
                "SELECT count(*) AS count, min(char_length(abstract)) AS shortest FROM letters.letter"
            )[0]
            #expect(try stored.decode("count", as: Int64.self) == 100)
            #expect(try stored.decode("shortest", as: Int32.self) == 3_993)
        }
    }
}
