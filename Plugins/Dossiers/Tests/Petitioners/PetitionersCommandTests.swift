import CommandTesting
import DocketTesting
import DossiersPlugin
import Foundation
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

@Suite("docket petitioners")
struct PetitionersCommandTests {
    @Test("imports a file with a dry run first, and says every fault with its place")
    func imports() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let folder = try TemporaryDirectory()
            let file = folder.file("petitioners.csv")
            try Self.write(PetitionerImportTests.file(rows: (1...3).map { PetitionerImportTests.row($0) }), to: file)
            let dry = try await Self.docket(["import", file, "--dry-run"], court, as: .clerk)
            #expect(dry.text == "dry run: 3 rows: created 3, unchanged 0\n", "\(dry.errors)")
            let first = try await Self.docket(["import", file], court, as: .clerk)
            #expect(first.text == "3 rows: created 3, unchanged 0\n", "\(first.errors)")
            let again = try await Self.docket(["import", file], court, as: .clerk)
            #expect(again.text == "3 rows: created 0, unchanged 3\n", "\(again.errors)")
            try Self.write(PetitionerImportTests.file(rows: [PetitionerImportTests.row(9, ["mobile": "1"])]), to: file)
            let refused = try await Self.docket(["import", file], court, as: .clerk)
            #expect(refused.status == 1)
            #expect(refused.errors.contains("petitioners.csv:2: mobile: MOBILE_INVALID"), "\(refused.errors)")
        }
    }

    @Test("exports masked what the token sees, and clear values of an approved request, once and watermarked")
    func exports() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let folder = try TemporaryDirectory()
            let id = try await PetitionerSteps.entered(court, name: "赵测", [PetitionerIdentityTests.number])
            _ = try await ExportTests.active(court, id)
            let masked = folder.file("masked.csv")
            let written = try await Self.docket(["export", masked], court, as: .clerk)
            #expect(written.text == "1 rows written to \(masked)\n", "\(written.errors)")
            let text = try String(contentsOfFile: masked, encoding: .utf8)
            #expect(
                text
                    == "dossierNo,petitionerId,nameMasked,idDocType,idNumberMasked,residenceRegion,residenceAddressMasked\r\n"
                    + "晋03档〔2018〕0001,\(id),赵*,RESIDENT_ID,11**************2X,,\r\n"
            )
            let over = try await Self.docket(["export", masked], court, as: .clerk)
            #expect(over.status == 1)
            #expect(over.errors.contains("is there already"), "\(over.errors)")

            let request = try Desk(court, "ExportRequest", id: try await ExportTests.requested(court))
            try await request.must("approveExport", as: .dpo)
            let clear = folder.file("clear.csv")
            let done = try await Self.docket(["export", clear, "--request", request.id], court, as: .divisionHead)
            #expect(done.text == "1 rows written to \(clear)\n", "\(done.errors)")
            let rows = try String(contentsOfFile: clear, encoding: .utf8)
            #expect(rows.contains("赵测,11010519491231002X,,,晋03导〔2018〕0001 工号晋03-03"), "\(rows)")
            let mode = try FileManager.default.attributesOfItem(atPath: clear)[.posixPermissions] as? Int
            #expect(mode == 0o600)
            let twice = folder.file("twice.csv")
            let refused = try await Self.docket(["export", twice, "--request", request.id], court, as: .divisionHead)
            #expect(refused.errors.contains("ILLEGAL_TRANSITION"), "\(refused.errors)")
            #expect(!FileManager.default.fileExists(atPath: twice))
        }
    }

    private static func write(_ text: String, to file: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    }

    private static func docket(_ arguments: [String], _ court: TestCourt, as role: Role) async throws
        -> CommandTesting.Command.Result
    {
        let tests = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        let docket = tests.deletingLastPathComponent().appendingPathComponent("docket").path
        let token = try #require(court.tokens[role])
        let server = ["--url", court.url, "--ca-certificate", court.caCertificate, "--token", token]
        return try await CommandTesting.Command.run(docket, ["petitioners"] + arguments + server)
    }
}
