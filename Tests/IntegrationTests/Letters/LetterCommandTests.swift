import CommandTesting
import DocketTesting
import Foundation
import GraphQLLanguage
import PluginKit
import Testing

/// The commands that print: over a real server, with the token's rights.
@Suite("The commands of letters")
struct LetterCommandTests {
    private func docket(_ arguments: [String], _ court: TestCourt, _ role: Role) async throws -> DocketProgram.Result {
        let staff = [Role.clerk: "晋03-04", .divisionHead: "晋03-03"][role] ?? "晋03-04"
        let token = try await court.token(staff: staff, roles: [role])
        let server = ["--url", court.url, "--ca-certificate", court.caCertificate, "--token", token]
        return try await DocketProgram.run(arguments + server)
    }

    @Test("The register has every letter of the period that the clerk sees, names masked; as CSV and as HTML")
    func ledger() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let period = ["letters", "ledger", "--from", "2018-01-01", "--to", "2018-06-29"]
            let csv = try await docket(period, court, .clerk)
            #expect(csv.status == 0, "\(csv.errors)")
            let total = await court.send("{ letters { totalCount } }")[path: "data.letters.totalCount"].integer ?? 0
            #expect(csv.text.split(whereSeparator: \.isNewline).count == total + 1)
            #expect(csv.text.contains("中央巡视组来信,转办"))
            let folder = try TemporaryDirectory()
            let file = folder.file("ledger.html")
            let html = try await docket(period + ["--format", "html", "--out", file], court, .clerk)
            #expect(html.status == 0, "\(html.errors)")
            #expect(try String(contentsOfFile: file, encoding: .utf8).contains("<h1>来信登记簿（2018-01-01至2018-06-29）</h1>"))
        }
    }

    @Test("The digest counts what is overdue; the scan names suggestions; neither names who wrote")
    func digest() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let letter = try await LetterDesk(court, item: 1)
            try await letter.bringToHandling()
            let digest = try await docket(["letters", "digest"], court, .divisionHead)
            #expect(digest.status == 0, "\(digest.errors)")
            let number = await letter.read("letterNo")["letterNo"]?.text ?? "?"
            #expect(digest.text.contains("\(number)（2018-04-30）"), "\(digest.text)")
            #expect(digest.text.contains("小计"))
            #expect(!digest.text.contains("*"))
            let scan = try await docket(["letters", "duplicates", "晋高法信转〔2018〕3号"], court, .clerk)
            #expect(scan.status == 0, "\(scan.errors)")
            #expect(scan.text.contains("证件号码相同") || scan.text.contains("案号相同"), "\(scan.text)")
        }
    }

    @Test("A notice is written as HTML, and as PDF where a browser is at hand; else it says so")
    func notice() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let letter = try await LetterDesk.ordinary(court)
            let number = await letter.read("letterNo")["letterNo"]?.text ?? "?"
            let folder = try TemporaryDirectory()
            let page = folder.file("notice.html")
            let command = ["letters", "notice", number, "--kind", "ACCEPTANCE_NOTICE", "--out"]
            let html = try await docket(command + [page], court, .clerk)
            #expect(html.status == 0, "\(html.errors)")
            #expect(try String(contentsOfFile: page, encoding: .utf8).contains(number))
            let file = folder.file("other.pdf")
            let pdf = try await docket(command + [file], court, .clerk)
            #expect(pdf.status == 0, "\(pdf.errors)")
            let isPrinted = FileManager.default.fileExists(atPath: file)
            #expect(isPrinted || pdf.text.contains("no chromium or chrome on PATH"), "\(pdf.text)")
            let unknown = ["letters", "notice", "晋03信〔2018〕9999", "--kind", "REPLY", "--out", page]
            let absent = try await docket(unknown, court, .clerk)
            #expect(absent.status != 0)
        }
    }
}
