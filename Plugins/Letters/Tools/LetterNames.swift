import GraphQLLanguage

/// Chinese names of what a letter's fields hold, as a register on paper has them.
enum LetterNames {
    static func source(_ name: String?) -> String { LetterSource(rawValue: name ?? "").map(chinese) ?? "" }
    static func state(_ name: String?) -> String { LetterState(rawValue: name ?? "").map(chinese) ?? "" }
    static func matterClass(_ name: String?) -> String { classes[name ?? ""] ?? "" }
    static func category(_ name: String?) -> String { categories[name ?? ""] ?? "" }
    static func channel(_ name: String?) -> String { LetterChannel(rawValue: name ?? "").map(chinese) ?? "" }

    private static func chinese(_ source: LetterSource) -> String {
        switch source {
        case .ordinary: "日常来信"
        case .centralInspection: "中央巡视组来信"
        case .president: "院长来信"
        case .congressDeputy: "人大代表来信"
        case .superiorCourt: "上级法院交办"
        case .partyPoliticalLegal: "党委政法委交办"
        case .other: "其他"
        }
    }

    private static func chinese(_ channel: LetterChannel) -> String {
        switch channel {
        case .post: "邮寄"
        case .email: "电子邮件"
        case .web: "网上"
        case .transfer: "转办"
        case .hand: "当面递交"
        }
    }

    private static func chinese(_ state: LetterState) -> String {
        switch state {
        case .registered: "已登记"
        case .classified: "已分类"
        case .objected: "已提异议"
        case .returnedToSender: "已退回"
        case .transferred: "已转送"
        case .duplicate: "重复件"
        case .assigned: "已指定"
        case .handling: "办理中"
        case .paused: "中止"
        case .inReview: "审核中"
        case .approved: "已审定"
        case .replied: "已答复"
        case .reported: "已报结"
        case .closed: "已办结"
        case .bound: "已装订"
        case .archived: "已归档"
        case .voided: "作废"
        }
    }

    private static let classes = ["SUGGESTION": "建议意见", "ACCUSATION": "检举控告", "APPEAL_CLAIM": "申诉求决"]
    private static let categories = [
        "TRIAL_CIVIL": "民事审判", "TRIAL_CRIMINAL": "刑事审判", "TRIAL_ADMIN": "行政审判", "ENFORCEMENT": "执行", "FILING": "立案",
        "STATE_COMPENSATION": "国家赔偿", "STAFF_CONDUCT": "工作人员行为", "OTHER": "其他",
    ]
}
