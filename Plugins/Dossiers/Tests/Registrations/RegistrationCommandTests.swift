import CommandTesting
import DocketTesting
import DossiersPlugin
import Foundation
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

@Suite("The commands about registrations over a real server")
struct RegistrationCommandTests {
    /// The command, built beside the tests, with a server and the clerk's token.
    private func docket(_ arguments: [String], _ court: TestCourt, input: String = "") async throws
        -> CommandTesting.Command.Result
    {
        let tests = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        let docket = tests.deletingLastPathComponent().appendingPathComponent("docket").path
        let server = [
            "--url", court.url, "--ca-certificate", court.caCertificate, "--token", court.tokens[.clerk] ?? "",
        ]
        return try await CommandTesting.Command.run(docket, arguments + server, input: Array(input.utf8))
    }

    @Test("import what was registered before, print the ledger, and scan the entries")
    func commands() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let rows = """
                来访,2018-03-01,赵测试,140302010101000,15470000001,140302,反映问题,（2009）阳民终字第123号,已办结
                来访,2018-03-02,钱测试,,,140302,反映问题,,在办
                """
            let file = LegacyImportTests.header + rows + "\n"
            let imported = try await docket(["import", "registrations", "-"], court, input: file)
            #expect(imported.status == 0, "\(imported.errors)")
            let again = try await docket(["import", "registrations", "-"], court, input: file)
            #expect(again.status == 0, "\(again.errors)")
            let count = try await court.query("SELECT count(*) AS entries FROM dossiers.registration")[0]
            #expect(try count.decode("entries", as: Int64.self) == 2)

            let period = ["--from", "2018-01-01", "--to", "2018-06-30"]
            let csv = try await docket(["registrations", "ledger"] + period, court)
            #expect(csv.status == 0, "\(csv.errors)")
            #expect(csv.text.contains("晋03访登〔2018〕0001,来访,2018-03-01,赵**,1,是,,,已办结,,"))
            #expect(!csv.text.contains("赵测试"))
            let html = try await docket(["registrations", "ledger", "--format", "html"] + period, court)
            #expect(html.text.contains("<h1>来访登记簿（2018-01-01至2018-06-30）</h1>") && html.text.contains("共2件"))

            let scan = try await docket(["registrations", "quality"] + period, court)
            #expect(scan.status == 1, "\(scan.errors)")
            #expect(scan.text.contains("晋03: 2 entries of 2 people, on time –,"))
            #expect(
                scan.text.contains(
                    "晋03访登〔2018〕0002: MATTER_CLASS, CATEGORY, RECEPTION_POINT, PETITIONER_CONTACT"
                )
            )
            let wrong = try await docket(
                ["registrations", "quality", "--from", "2018-02-01", "--to", "2018-01-01"],
                court
            )
            #expect(wrong.status != 0 && wrong.errors.contains("in this order"))
        }
    }
}
