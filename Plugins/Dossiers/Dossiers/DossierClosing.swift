import PluginKit

// How a dossier ends, and comes back.
extension DossierLife {
    static let withdraw = DossierAct("dossier.withdrawn") { (input: WithdrawDossierInput, change) in
        change.decide(.withdrawn, input.reason)
    }

    static let close = DossierAct("dossier.closed", announced: true) { (input: CloseDossierInput, change) in
        change.row.closedOn = change.today
        change.row.closeReason = input.closeReason
        change.decide(.closed, input.reason, closeReason: input.closeReason)
        DossierReview.unschedule(change.before, in: change.context)
    }

    static let reopen = DossierAct("dossier.reopened", announced: true) { (input: ReopenDossierInput, change) in
        change.row.closedOn = nil
        change.row.closeReason = nil
        change.row.reviewDueOn = input.reviewDueOn
        change.decide(.reopened, input.reason, ground: input.ground, nextReview: input.reviewDueOn)
        DossierReview.schedule(input.reviewDueOn, of: change.before, in: change.context)
    }
}
