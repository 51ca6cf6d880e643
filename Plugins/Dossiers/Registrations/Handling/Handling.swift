import CourtCore
import PluginKit

extension RegistrationLife {
    /// 受理.
    static let accept = RegistrationAct(AcceptRegistrationInput.self, "registration.accepted", announced: true)

    /// 导入程序.
    static let guide = RegistrationAct(GuideRegistrationInput.self, "registration.guided", announced: true)

    /// 办理完毕.
    static let handle = RegistrationAct("registration.handled", announced: true) {
        (input: HandleRegistrationInput, change) in
        change.row.handledOn = change.today
        change.row.handlingResult = input.result
    }

    /// 办结: a visitor was told of lawyers and legal aid, where the plugin that records it is on.
    static let close = RegistrationAct("registration.closed", announced: true) {
        (_: CloseRegistrationInput, change) in
        change.row.closedOn = change.today
        guard change.before.state == .handled, needsAdvice(change.before.channel),
            let advice = change.context.service((any AidAdvice).self)
        else { return }
        guard try await advice.exists(registration: change.before.id, in: change.context) else {
            throw DomainError.unmet("adviceGiven", "来访没有法律援助、委托律师告知记录")
        }
    }

    /// 重新办理: it is screened anew; what the petitioner was told stays on record.
    static let reopen = RegistrationAct("registration.reopened", announced: true) {
        (input: ReopenRegistrationInput, change) in
        change.row.closedOn = nil
        change.row.handledOn = nil
        change.row.mergedIntoID = nil
        try change.keepReason(ReopenRegistrationInput.mutation, input.reason)
    }

    /// Whether someone came in person.
    static func needsAdvice(_ channel: RegistrationChannel) -> Bool { channel == .visit || channel == .leaderReception }

    /// `Registration.notChecked`: the conditions of closing that nobody can answer.
    static let notChecked = BatchResolver(type: "Registration", field: "notChecked") {
        (channels: [RegistrationChannel], context) -> [[String]] in
        let isAsked = context.service((any AidAdvice).self) != nil
        return channels.map { needsAdvice($0) && !isAsked ? ["adviceGiven"] : [] }
    }
}
