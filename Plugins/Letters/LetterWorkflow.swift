import PluginKit

/// The life of a letter (来信) as a table: from it come the refusals, `availableActions` and docs/letter-workflow.md.
enum LetterWorkflow {
    typealias Table = Workflow<LetterState, LetterFacts>
    private typealias Guard = Table.Guard

    static let table = Table(intake + routing + handling + reporting + deadlines + ending)

    /// Throws ILLEGAL_TRANSITION or FORBIDDEN before anything else is looked at; guards are asked with `Table.next`.
    static func require(_ action: LetterAction, in state: LetterState, roles: Set<Role>) throws(DomainError) {
        guard !table.actions(in: state, roles: roles).contains(action.rawValue) else { return }
        _ = try table.next(action.rawValue, from: state, subject: LetterFacts(), roles: roles)
    }

    private static let intake: [Table.Transition] = [
        row(.classify, [.registered], .classified, [.clerk, .inspector]),
        row(.markDuplicate, [.registered, .classified], .duplicate, duplicateDeciders),
        row(.unmarkDuplicate, [.duplicate], .classified, duplicateDeciders, [wasClassified]),
        row(.unmarkDuplicate, [.duplicate], .registered, duplicateDeciders),
    ]

    private static let routing: [Table.Transition] =
        [
            row(.assign, [.classified], .assigned, [.divisionHead], assigneeFit),
            row(.reassign, [.assigned, .handling], .assigned, [.divisionHead], assigneeFit),
            row(
                .transfer,
                [.classified],
                .transferred,
                [.divisionHead, .inspector],
                [accusationToDiscipline, disciplineForAccusation, petitionerTold]
            ),
            // Where no inspector of the court is free of recusal, whoever registered it sends it to the superior court's.
            row(.transfer, [.classified], .transferred, [.clerk], [isAccusation, accusationToDiscipline]),
            row(
                .objectRouting,
                [.classified, .assigned],
                .objected,
                [.divisionHead],
                [transferredToUs, notYetObjected, objectionInTime]
            ),
            row(.decideObjection, [.objected], .returnedToSender, [.divisionHead], [senderAgreed]),
            row(.decideObjection, [.objected], .classified, [.divisionHead]),
        ] + staying(.endorse, [.registered, .classified] + beforeReply, [.president, .vicePresident])

    private static let handling: [Table.Transition] = [
        row(.startHandling, [.assigned], .handling, [.handler]),
        row(.draftReply, [.handling], .handling, [.handler]),
        row(.submitReview, [.handling], .inReview, [.handler], [replyDrafted, claimsAnswered]),
        row(.review, [.inReview], .handling, reviewers, [isReviewStep(.returned)]),
        row(.review, [.inReview], .inReview, reviewers, [isReviewStep(.continued)]),
        row(.review, [.inReview], .approved, reviewers, [isReviewStep(.completed)]),
        row(.dispatch, [.approved], .replied, [.handler]),
    ]

    private static let reporting: [Table.Transition] = [
        row(.submitOnlineReport, [.replied], .replied, [.clerk], [noOnlineReportOpen]),
        row(
            .recordOnlineResult,
            [.replied],
            .reported,
            [.clerk],
            [onlineReportPending, onlineReportAccepted, reportedBack]
        ),
        row(.recordOnlineResult, [.replied], .replied, [.clerk], [onlineReportPending]),
        row(.recordReportBack, [.replied], .reported, [.clerk], [reportOwed, onlineReportAccepted, reportedBack]),
        row(.recordReportBack, [.replied], .replied, [.clerk], [reportOwed]),
    ]

    private static let deadlines: [Table.Transition] =
        staying(.extend, [.classified, .assigned, .handling, .inReview, .approved], [.divisionHead])
        + [
            row(.pause, [.handling], .paused, [.divisionHead], [pauseLeft]),
            row(.resume, [.paused], .handling, [.divisionHead]),
        ]

    private static let ending: [Table.Transition] =
        [
            row(.close, [.replied], .closed, [.divisionHead], [onlineReportAcceptedIfTransferred, reportedBack]),
            row(.close, [.reported], .closed, [.divisionHead]),
            row(.close, [.duplicate], .closed, [.divisionHead], [rootClosed]),
            row(.reopen, [.closed], .handling, [.divisionHead], [notDuplicate, dissatisfied]),
            row(.bind, [.closed], .bound, [.clerk]),
            row(.archive, [.bound], .archived, [.archivist]),
            row(
                .void,
                [.registered, .classified, .duplicate, .assigned, .handling],
                .voided,
                [.divisionHead],
                [noDuplicates]
            ),
        ]
        + staying(
            .recordFeedback,
            [.replied, .reported, .closed, .bound, .archived],
            [.clerk],
            [notYetRated, ratedInTime]
        )
        + staying(.linkDossier, LetterState.allCases.filter { ![.returnedToSender, .voided].contains($0) }, [.clerk])

    private static let duplicateDeciders: Set<Role> = [.clerk, .divisionHead, .inspector]
    private static let reviewers: Set<Role> = [.divisionHead, .vicePresident, .president]
    private static let beforeReply: [LetterState] = [.assigned, .handling, .paused, .inReview, .approved]

    private static func row(
        _ action: LetterAction,
        _ from: Set<LetterState>,
        _ to: LetterState,
        _ roles: Set<Role>,
        _ guards: [Guard] = []
    ) -> Table.Transition {
        Table.Transition(action.rawValue, from: from, to: to, roles: roles, guards: guards)
    }

    /// An action that leaves the letter in its state.
    private static func staying(
        _ action: LetterAction,
        _ states: [LetterState],
        _ roles: Set<Role>,
        _ guards: [Guard] = []
    ) -> [Table.Transition] {
        states.map { row(action, [$0], $0, roles, guards) }
    }
}

// The guards, each with what is missing when it does not hold.
extension LetterWorkflow {
    private static let wasClassified = Guard("wasClassified", "尚未分类") { $0.wasClassified }

    private static let assigneeFit = [
        Guard("assigneeActive", "承办人不在岗") { $0.proposal.isAssigneeActive },
        Guard("assigneeOfCourt", "承办人不属于本院") { $0.proposal.isAssigneeOfCourt },
        Guard("assigneeHandler", "承办人不具备承办人角色") { $0.proposal.isAssigneeHandler },
    ]

    private static let accusationToDiscipline = Guard("accusationToDiscipline", "检举控告件只能转送纪检监察") {
        !$0.isAccusation || $0.proposal.transferTarget == .discipline
    }
    private static let isAccusation = Guard("isAccusation", "登记人只能转送检举控告件") { $0.isAccusation }
    private static let disciplineForAccusation = Guard("disciplineForAccusation", "非检举控告件不得转送纪检监察") {
        $0.isAccusation || $0.proposal.transferTarget != .discipline
    }
    private static let petitionerTold = Guard("petitionerTold", "未告知信访人转送去向") {
        $0.isAccusation || $0.proposal.isPetitionerTold
    }

    private static let transferredToUs = Guard("transferredToUs", "不是转办来信") { $0.isTransferred }
    private static let notYetObjected = Guard("notYetObjected", "已提出过异议") { !$0.hasObjected }
    private static let objectionInTime = Guard("objectionInTime", "已超过提出异议的期限") { $0.proposal.isObjectionInTime }
    private static let senderAgreed = Guard("senderAgreed", "转办单位不同意退回") { $0.proposal.hasSenderAgreed == true }

    private static let replyDrafted = Guard("replyDrafted", "承办人尚未拟写答复") {
        $0.replyAuthorID != nil && $0.replyAuthorID == $0.assigneeID && $0.replySentOn == nil
    }
    private static let claimsAnswered = Guard("claimsAnswered", "未逐项答复诉求") { $0.claimCount > 0 }

    private static func isReviewStep(_ step: ReviewChain.Step) -> Guard {
        Guard("review", "审核未作决定") { $0.proposal.reviewStep == step }
    }

    private static let noOnlineReportOpen = Guard("noOnlineReportOpen", "网上报结待审或已通过") {
        $0.onlineResult == nil || $0.onlineResult == .returned
    }
    private static let onlineReportPending = Guard("onlineReportPending", "没有待审的网上报结") {
        $0.proposal.isOnlineReportPending
    }
    private static let onlineReportAccepted = Guard("onlineReportAccepted", "网上报结未通过") { $0.onlineResult == .accepted }
    private static let onlineReportAcceptedIfTransferred = Guard("onlineReportAccepted", "网上报结未通过") {
        !$0.isTransferred || $0.onlineResult == .accepted
    }
    private static let reportOwed = Guard("reportOwed", "无须向交办机关报告") { $0.owesReport }
    private static let reportedBack = Guard("reportedBack", "未向交办机关报告") { !$0.owesReport || $0.reportSentOn != nil }

    private static let pauseLeft = Guard("pauseLeft", "中止时间已达上限") { $0.proposal.isPauseLeft }

    private static let rootClosed = Guard("rootClosed", "主件尚未办结") {
        switch $0.rootState {
        case .closed, .bound, .archived: true
        default: false
        }
    }
    private static let notDuplicate = Guard("notDuplicate", "重复件随主件办理") { !$0.isDuplicate }
    private static let dissatisfied = Guard("dissatisfied", "没有不满意的评价") {
        $0.proposal.reopenGround != .dissatisfiedNewFacts || $0.isDissatisfied
    }
    private static let noDuplicates = Guard("noDuplicates", "尚有重复件指向本件") { !$0.hasDuplicates }
    private static let notYetRated = Guard("notYetRated", "该来信人对本次答复已评价") { !$0.proposal.isRatedAlready }
    private static let ratedInTime = Guard("ratedInTime", "已超过评价期限") { $0.proposal.isRatedInTime }
}
