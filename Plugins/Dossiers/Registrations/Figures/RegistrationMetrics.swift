import PluginKit

/// Indicators of registrations: of the handling, never of whoever came.
enum RegistrationMetrics {
    static let all = [
        Metric(
            "dossiers.entry_timeliness",
            title: "录入及时率",
            formula: "录入日不晚于录入期限的登记件数 ÷ 登记件数，按收到日计，作废、历史补录不计",
            function: "dossiers.metric_entry_timeliness"
        ),
        Metric(
            "dossiers.completeness",
            title: "登记完整率",
            formula: "已填的必填项数 ÷ 适用的必填项数，按收到日计，作废不计",
            function: "dossiers.metric_completeness"
        ),
        Metric(
            "dossiers.notice_on_time",
            title: "按期告知率",
            formula: "期限内告知件数 ÷（已告知件数 + 逾期未告知件数），按收到日计，免予告知、作废、随来信办理的不计",
            function: "dossiers.metric_notice_on_time"
        ),
        Metric(
            "dossiers.first_contact_resolved",
            title: "初信初访办结率",
            formula: "已办结的初次信访件数 ÷ 初次信访件数，按收到日计，并案、作废不计",
            function: "dossiers.metric_first_contact_resolved"
        ),
        Metric(
            "dossiers.missed_report",
            title: "漏报率",
            formula: "抽查中漏报的行数 ÷ 已核查的行数，按样本所属期间计，无须录入的不计",
            direction: .lowerIsBetter,
            function: "dossiers.metric_missed_report"
        ),
    ]
}
