import GraphQLLanguage
import PluginKit

/// One of each for the demonstration.
enum CoordinationDemo {
    static let steps: [DemoStep] = [event, report, issue, intervention]

    private static let issue = DemoStep(
        "a technical issue at the High Court",
        example: "{ technicalIssues { nodes { issueNo title state } } }"
    ) { court in
        let answer = try await court.run(
            "reportTechnicalIssue",
            [
                "severity": "MAJOR", "module": "来信登记", "title": "批量导入后件数显示不更新",
                "description": "导入转办批次后，列表页件数须重新登录才会更新。",
            ],
            selecting: "issue { id version }",
            as: .role(.clerk)
        )
        try await court.run(
            "escalateToHigh",
            [
                "technicalIssueId": answer["issue"]?["id"] ?? .null, "version": answer["issue"]?["version"] ?? .null,
            ],
            selecting: "issue { id }",
            as: .role(.clerk)
        )
    }

    private static let intervention = DemoStep("a recorded intervention") { court in
        try await court.run(
            "recordIntervention",
            [
                "kind": "LEADER", "manner": "TELEPHONE", "intervenerName": "周示例", "office": "副主任",
                "organization": "某县某局", "occurredOn": "2018-06-20", "caseNo": "（2017）晋03民终100号",
                "content": "来电询问案件进展，要求尽快作出有利于一方的处理，已当场说明不得过问。",
            ],
            selecting: "receipt { recordNo }",
            as: .role(.handler)
        )
    }

    private static let report = DemoStep("a draft of a report to the High Court") { court in
        try await court.run(
            "draftUpperReport",
            [
                "kind": "PERIODIC", "subject": "2018年第一季度涉诉信访工作情况", "periodFrom": "2018-01-01",
                "periodTo": "2018-03-31", "summary": "本季度来信来访登记、办结和积案化解情况，附统计表。", "toCourtCode": "晋",
            ],
            selecting: "report { id }",
            as: .role(.clerk)
        )
    }

    private static let event = DemoStep("a linkage event with an outside body") { court in
        let office = try await court.run(
            "createOrganization",
            ["kind": "POLITICAL_LEGAL_COMMITTEE", "name": "示例市委政法委", "regionCode": "140300"],
            selecting: "organization { id }",
            as: .role(.clerk)
        )
        let member: JSONValue = [
            "organizationId": office["organization"]?["id"] ?? .null, "role": "LEAD", "informedOn": "2018-06-27",
        ]
        try await court.run(
            "registerLinkageEvent",
            [
                "severity": "ORDINARY", "direction": "EXTERNAL", "title": "执行款分配引发的多人来访",
                "summary": "多名申请执行人到接访大厅反映执行款分配，已会同有关单位接待。", "occurredOn": "2018-06-26",
                "participants": [member],
            ],
            selecting: "event { id }",
            as: .role(.clerk)
        )
    }
}
