import PluginKit

/// Indicators of letters, which count as `letterReport` does by court.
enum LetterMetrics {
    static let all = timeliness + quality

    private static let timeliness = [
        Metric(
            "letters.on_time",
            title: "按期答复率",
            formula: "按期答复件数 ÷（已答复件数 + 逾期未答复件数），按收到日计，重复件、作废件不计",
            function: "letters.metric_on_time"
        ),
        Metric(
            "letters.case_closing",
            title: "办结率（案件）",
            formula: "已办结件数 ÷ 件数，按收到日计，重复件、作废件不计",
            function: "letters.metric_case_closing"
        ),
        Metric(
            "letters.item_closing",
            title: "办结率（信件）",
            formula: "已办结件数 ÷ 件数，按收到日计，含重复件，作废件不计",
            function: "letters.metric_item_closing"
        ),
        Metric(
            "letters.online_closing",
            title: "网上报结率（案件）",
            formula: "网上报结通过件数 ÷ 转办、交办件数，按收到日计，重复件、作废件不计",
            function: "letters.metric_online_closing"
        ),
        Metric(
            "letters.item_online_closing",
            title: "网上报结率（信件）",
            formula: "网上报结通过件数 ÷ 转办、交办件数，按收到日计，含重复件，作废件不计",
            function: "letters.metric_item_online_closing"
        ),
        Metric(
            "letters.working_days",
            title: "平均办理工作日",
            formula: "收到至答复的工作日之和 ÷ 已答复件数，按收到日计，重复件、作废件不计",
            unit: .days,
            direction: .lowerIsBetter,
            function: "letters.metric_working_days"
        ),
    ]

    private static let quality = [
        Metric(
            "letters.returned_in_review",
            title: "审核退回率",
            formula: "审核退回次数 ÷ 审核次数，各层级、各轮次均计，按收到日计，作废件不计",
            direction: .lowerIsBetter,
            function: "letters.metric_returned_in_review"
        ),
        Metric(
            "letters.satisfaction",
            title: "满意率",
            formula: "评价为满意、基本满意的件数 ÷ 参评件数，以现行答复的评价计，按收到日计，重复件、作废件不计",
            function: "letters.metric_satisfaction"
        ),
        Metric(
            "letters.participation",
            title: "参评率",
            formula: "参评件数 ÷ 已答复件数，以现行答复的评价计，按收到日计，重复件、作废件不计",
            direction: .contextOnly,
            function: "letters.metric_participation"
        ),
        Metric(
            "letters.like",
            title: "点赞率",
            formula: "点赞件数 ÷ 已答复件数，以现行答复的评价计，按收到日计，重复件、作废件不计",
            direction: .contextOnly,
            function: "letters.metric_like"
        ),
    ]
}
