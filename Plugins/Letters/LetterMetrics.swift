import PluginKit

/// Indicators of letters, which count as `letterReport` does by court.
enum LetterMetrics {
    static let all = [
        Metric(
            "letters.on_time",
            title: "按期答复率",
            formula: "按期答复件数 ÷（已答复件数 + 逾期未答复件数），按收到日计，重复件、作废件不计",
            function: "letters.metric_on_time"
        ),
        Metric(
            "letters.satisfaction",
            title: "满意率",
            formula: "评价为满意、基本满意的件数 ÷ 参评件数，以现行答复的评价计，按收到日计，重复件、作废件不计",
            function: "letters.metric_satisfaction"
        ),
    ]
}
