import CourtCore
import PluginKit

extension RegistrationLife {
    /// 指定承办人.
    static let assign = RegistrationAct("registration.assigned") { (input: AssignRegistrationInput, change) in
        change.row.assigneeID = input.assigneeId.value
    }

    /// 归入档案.
    static let link = RegistrationAct("registration.linked") { (input: LinkRegistrationInput, change) in
        change.row.dossierID = input.dossierId.value
    }

    /// 更正: what is left out stays; the reason is kept.
    static let amend = RegistrationAct("registration.amended") { (input: AmendRegistrationInput, change) in
        if let summary = input.summary.value { change.row.summary = summary }
        if let venue = input.venue.value { change.row.venue = venue }
        if input.receptionPoint.isGiven { change.row.receptionPoint = input.receptionPoint.value }
        if let size = input.groupSize.value { change.row.groupSize = size }
        if let category = input.category.value { change.row.category = category }
        if let isFirst = input.isFirst.value { change.row.isFirst = isFirst }
        try change.keepReason(AmendRegistrationInput.mutation, input.reason)
    }

    /// 作废: nothing is deleted.
    static let void = RegistrationAct("registration.voided") { (input: VoidRegistrationInput, change) in
        try change.keepReason(VoidRegistrationInput.mutation, input.reason)
    }
}
