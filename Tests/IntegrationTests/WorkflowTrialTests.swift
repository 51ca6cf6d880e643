import DocketTesting
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

/// The life of letters, tried row by row; other plugins try theirs beside it.
@Suite("Every row of a workflow, allowed and refused")
struct WorkflowTrialTests {
    @Test("of letters")
    func letters() async throws {
        let unreached: Set = [
            // What an answered letter's end does not allow, and what an unanswered one's does.
            "submitOnlineReport in CLOSED", "recordOnlineResult in CLOSED", "recordReportBack in CLOSED",
            "closeLetter in REPLIED",
            // Any head suffices for a pause.
            "relation approver of pauseLetter", "relation approver of resumeLetter",
            // Tried in LetterRuleTests, LetterEndingTests and SealedWriteTests.
            "guard accusationToDiscipline", "guard isAccusation", "guard assigneeFree", "guard deadlineRule",
            "guard answered", "guard notDuplicate",
            // Tried in LetterRoundTests: it takes the rules away from every letter.
            "guard reviewRule",
        ]
        let faults = try await WorkflowTrial(all: Installed.all, LetterWorkflowSteps.steps, unreached: unreached)
            .faults()
        #expect(faults == [])
    }

    @Test("of the templates of notices")
    func templates() async throws {
        let steps = WorkflowSteps(
            "NoticeTemplate",
            made: { court in
                let answer = try await court.run(
                    "draftNoticeTemplate",
                    ["kind": "REPLY", "title": "答复意见书", "body": "<p>{{letterNo}}</p>"],
                    selecting: "template { id }"
                )
                return answer[path: "data.draftNoticeTemplate.template.id"].text ?? ""
            },
            follows: [
                "supersede": { desk in
                    let next = try await desk.court.run(
                        "draftNoticeTemplate",
                        ["kind": "REPLY", "title": "答复意见书", "body": "<p>第二版{{letterNo}}</p>"],
                        selecting: "template { id }"
                    )
                    let id = next[path: "data.draftNoticeTemplate.template.id"].text ?? ""
                    try await Desk(desk.court, "NoticeTemplate", id: id).must("publishNoticeTemplate", as: .president)
                }
            ],
            ["amendNoticeTemplate": .init(["title": "答复意见书", "body": "<p>{{letterNo}}。</p>"])]
        )
        let faults = try await WorkflowTrial(all: Installed.all, steps).faults()
        #expect(faults == [])
    }

    @Test("A desk carries a letter to any state by the table's shortest way")
    func carrying() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            for state in ["OBJECTED", "IN_REVIEW", "ARCHIVED"] {
                let desk = try await Desk.carried(court, to: state, by: LetterWorkflowSteps.steps)
                #expect(try await desk.read("state", as: .inspector)["state"]?.text == state)
            }
            await #expect(throws: TestFault.self) {
                _ = try await Desk.carried(court, to: "NOWHERE", by: LetterWorkflowSteps.steps)
            }
        }
    }
}
