import PluginKit

/// Who reads risk notices and consultations, and what is measured of them.
enum NoticeManifest {
    static let permissions: [Permission] = [
        Permission("dossiers.notices", readers),
        Permission("dossiers.noticeContent", writers.union([.clerk])),
        Permission("dossiers.activeNotice", [.systemClient, .trialStaff]),
        Permission("dossiers.consultations", readers),
        Permission("dossiers.consultationContent", writers),
        Permission("dossiers.consultationGate", [.systemClient, .trialStaff]),
    ]

    static let metrics: [Metric] = [
        Metric(
            "dossiers.risk_notice_ack",
            title: "风险提示按时签收率",
            formula: "按期签收的风险提示 ÷ 签收期限已到或已签收的风险提示",
            function: "dossiers.metric_risk_notice_ack"
        ),
        Metric(
            "dossiers.consultation_coverage",
            title: "原审沟通覆盖率",
            formula: "已记录或免予沟通 ÷ 提出的沟通",
            function: "dossiers.metric_consultation_coverage"
        ),
    ]

    private static let writers: Set<Role> = [
        .handler, .divisionHead, .vicePresident, .president, .inspector, .trialStaff,
    ]
    private static let readers: Set<Role> = writers.union([.clerk, .dpo, .archivist, .upperCourtReader])
}
