import CommandTesting
import DocketTesting
import DossiersPlugin
import Foundation
import GraphQLLanguage
import LettersPlugin
import PluginKit
import Testing

/// What a city's courts have done in half a year, through the program and over HTTPS; the figures come out of queries.
@Suite("Petition work of a city's courts")
struct ArticleScenarioTests {
    private static func docket(_ arguments: [String], _ court: TestCourt) async throws -> DocketProgram.Result {
        let clerk = try #require(court.tokens[.clerk])
        let server = ["--url", court.url, "--ca-certificate", court.caCertificate, "--token", clerk]
        let result = try await DocketProgram.run(arguments + server)
        #expect(result.status == 0, "\(arguments): \(result.text) \(result.errors)")
        return result
    }

    @Test(
        "54 petitioners with dossiers, 564 entries since 2017, 60 letters that are 39, a president's letter in three reviews"
    )
    func halfYear() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let folder = try TemporaryDirectory()
            let handler = await court.send("{ viewer { staff { no } } }", as: .handler)
            let number = try #require(handler[path: "data.viewer.staff.no"].text)
            let earlier = try folder.write(DemoRows.registrations, to: "registrations.csv")
            let people = try folder.write(DemoRows.petitioners(handler: number), to: "petitioners.csv")
            let batch = try folder.write(LettersDemo.text("transfer-batch.yaml"), to: "transfer-batch.yaml")
            let items = try folder.write(LettersDemo.text("transfer-batch.csv"), to: "transfer-batch.csv")
            _ = try await Self.docket(["import", "registrations", earlier], court)
            _ = try await Self.docket(["petitioners", "import", people], court)
            _ = try await Self.docket(["letters", "import", batch, items], court)

            let drafts = await court.send("{ dossiers(filter: { status: [DRAFT] }, first: 100) { nodes { id } } }")
            for draft in drafts[path: "data.dossiers.nodes"].items {
                let desk = try Desk(court, "Dossier", id: draft["id"]?.text ?? "")
                try await desk.must("approveDossier", ["reviewDueOn": "2019-06-01"], as: .divisionHead)
            }
            for (item, root) in DemoFiles.duplicates {
                // Three of them accuse, and are an inspector's.
                let isAccusation = DemoFiles.value("matter_class", line: item + 1) == "ACCUSATION"
                let first = try await LetterDesk(court, item: root)
                try await LetterDesk(court, item: item).must(
                    "markDuplicate",
                    ["duplicateOfId": .string(first.id)],
                    as: isAccusation ? .inspector : .clerk
                )
            }
            try await Self.answerPresidentsLetter(court)

            let figures = try await Curl(court: court).post(
                """
                {
                    batchReconciliation(batchNo: "晋高法信转〔2018〕3号") { declared items cases duplicates missing }
                    dossierStats(court: "晋03", asOf: "2018-06-29") { petitionerCount }
                    entryQuality(from: "2017-01-01", to: "2018-06-29") { personEntries legacy }
                    letters(filter: { source: [PRESIDENT], state: [CLOSED] }) { totalCount nodes { onTime reviewSteps { level decision } } }
                }
                """
            ).json
            #expect(
                figures[path: "data.batchReconciliation"]
                    == ["declared": 60, "items": 60, "cases": 39, "duplicates": 21, "missing": 0],
                "\(figures)"
            )
            #expect(figures[path: "data.dossierStats.petitionerCount"] == 54, "\(figures)")
            #expect(figures[path: "data.entryQuality.0.legacy"] == 564, "\(figures)")
            #expect(figures[path: "data.letters.totalCount"] == 1, "\(figures)")
            #expect(
                figures[path: "data.letters.nodes.0"] == [
                    "onTime": true,
                    "reviewSteps": [
                        ["level": "DIVISION_HEAD", "decision": "APPROVED"],
                        ["level": "VICE_PRESIDENT", "decision": "APPROVED"],
                        ["level": "PRESIDENT", "decision": "APPROVED"],
                    ],
                ]
            )
        }
    }

    /// 院长来信: endorsed, handled, reviewed by three levels, answered within its period.
    private static func answerPresidentsLetter(_ court: TestCourt) async throws {
        let registered = try await court.run(
            "registerLetter",
            [
                "source": "PRESIDENT", "receivedOn": "2018-06-20", "senders": [], "subject": "反映执行进展",
                "abstract": "请求尽快执行",
                "matterClass": "APPEAL_CLAIM", "category": "ENFORCEMENT",
            ],
            selecting: "letter { id }"
        )
        let letter = LetterDesk(court, id: try #require(registered[path: "data.registerLetter.letter.id"].text))
        try await letter.must("endorseLetter", ["kind": "FORWARD_FOR_HANDLING"], as: .president)
        try await letter.bringToReview()
        for role in [Role.divisionHead, .vicePresident, .president] {
            try await letter.must("reviewLetter", ["level": .string(role.rawValue), "decision": "APPROVED"], as: role)
        }
        try await letter.must("recordDispatch", ["sentOn": "2018-06-29", "method": "POST"], as: .handler)
        try await letter.must("closeLetter", as: .divisionHead)
    }
}
