import DocketTesting
import GraphQLLanguage
import PluginKit

/// How a technical issue is carried through its life.
enum IssueSteps {
    static let steps = WorkflowSteps(
        "TechnicalIssue",
        made: { court in try await reported(court) },
        [
            "answerTechnicalIssue": .init(answer),
            "answerTechnicalIssue in ESCALATED": .init(
                answer,
                bearing: { desk in
                    try await desk.court.token(staff: "晋-06")
                }
            ),
            "reopenTechnicalIssue": .init(["reason": "升级后仍然如此。"]),
        ]
    )

    static let answer: JSONValue = ["answer": "已在本周版本中修复，请刷新页面。"]

    static func reported(_ court: TestCourt, bearing token: String? = nil) async throws -> String {
        let answer = try await court.run(
            "reportTechnicalIssue",
            [
                "severity": "MAJOR", "module": "来信登记", "title": "件数显示不更新",
                "description": "导入批次后，列表页件数须重新登录才会更新。",
            ],
            selecting: "issue { id }",
            bearing: token ?? court.tokens[.clerk]
        )
        guard let id = answer[path: "data.reportTechnicalIssue.issue.id"].text else { throw TestFault("\(answer)") }
        return id
    }
}
