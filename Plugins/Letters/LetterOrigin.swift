import CourtCore
import CourtFormats
import PluginKit

/// What letters that come in together have in common.
struct LetterOrigin: Sendable {
    let court: CourtCode
    let source: LetterSource
    /// 转办、交办单位; a letter that has one is reported back to it.
    let fromOrg: String?
    let batch: Batch?
    /// The rule in force by which these letters are due.
    let rule: DeadlineRuleInForce

    struct Batch: Sendable {
        let id: Int64
        let number: String
    }

    /// 办理期限规则 of letters from a source.
    static func ruleKey(_ source: LetterSource) -> String { "letters.\(source.rawValue)" }
}

extension LetterSource {
    /// Another body has transferred or assigned it (转办、交办), and is reported back to.
    var isTransferred: Bool {
        switch self {
        case .centralInspection, .congressDeputy, .superiorCourt, .partyPoliticalLegal: true
        case .ordinary, .president, .other: false
        }
    }

    /// A rule counts its date, but a body that transfers it may set another: the High Court ranks presidents' letters.
    var isDatedBySenders: Bool { self == .president }
}
