import PluginKit

/// The life of a letter (来信) as a table: from it come the refusals, `availableActions` and docs/letter-workflow.md.
enum LetterWorkflow {
    typealias Table = Workflow<LetterState, LetterFacts>
    private typealias Guard = Table.Guard

    static let table = Table(intake + routing + handling + reporting + deadlines + ending + cascades)

    private static let intake: [Table.Transition] = [
        row(.classify, [.registered], .classified, [.clerk, .inspector]),
        row(.markDuplicate, [.registered, .classified], .duplicate, duplicateDeciders, [noDuplicates]),
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

    /// Every item of a batch is reported: an answered letter, and one that ends without an answer of its own.
    private static let reporting: [Table.Transition] =
        [
            row(.submitOnlineReport, [.replied], .replied, [.clerk], [noOnlineReportOpen]),
            row(
                .recordOnlineResult,
                [.replied],
                .reported,
                [.clerk],
                [onlineReportPending, isOnlineReportAccepted, isReportedBack]
            ),
            row(.recordOnlineResult, [.replied], .replied, [.clerk], [onlineReportPending]),
            row(
                .recordReportBack,
                [.replied],
                .reported,
                [.clerk],
                [reportOwed, isOnlineReportAccepted, isReportedBack]
            ),
            row(.recordReportBack, [.replied], .replied, [.clerk], [reportOwed]),
        ]
        + staying(.submitOnlineReport, endingUnanswered, reporters, [noOnlineReportOpen])
        + staying(.submitOnlineReport, [.closed], reporters, [closedUnanswered, noOnlineReportOpen])
        + staying(.recordOnlineResult, endingUnanswered + [.closed], reporters, [onlineReportPending])
        + staying(.recordReportBack, endingUnanswered, reporters, [reportOwed])
        + staying(.recordReportBack, [.closed], reporters, [closedUnanswered, reportOwed])

    /// Who of the heads may approve it, the deadline rule says (`LetterRelation`).
    private static let deadlines: [Table.Transition] =
        staying(
            .extend,
            [.classified, .assigned, .handling, .inReview, .approved],
            heads,
            [notPastDue, notExtended, extensible]
        )
        + [
            row(.pause, [.handling], .paused, heads, [notPastDue, pauseLeft]),
            row(.resume, [.paused], .handling, heads),
        ]

    private static let ending: [Table.Transition] =
        [
            row(.close, [.replied], .closed, [.divisionHead], [onlineReportAcceptedIfTransferred, reportedBack]),
            row(.close, [.reported], .closed, [.divisionHead]),
            row(.close, [.duplicate], .closed, [.divisionHead], [rootClosed]),
            row(
                .close,
                [.transferred],
                .closed,
                [.divisionHead, .inspector],
                [receiverReported, onlineReportAcceptedIfTransferred, reportedBack]
            ),
            row(.close, [.returnedToSender], .closed, [.divisionHead]),
            row(.reopen, [.closed], .handling, [.divisionHead], [notDuplicate, dissatisfied, wasAssigned]),
            row(.reopen, [.closed], .classified, [.divisionHead], [notDuplicate, dissatisfied]),
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
            [answered, senderLeft, notYetRated, ratedInTime]
        )
        + staying(
            .linkDossier,
            LetterState.allCases.filter { ![.returnedToSender, .voided].contains($0) },
            [.clerk],
            [registeredAsPetition]
        )

    /// What a root's closing and reopening do to its duplicates.
    private static let cascades: [Table.Transition] = [
        Table.Transition(following: LetterCascade.closeWithRoot.rawValue, from: [.duplicate], to: .closed),
        Table.Transition(following: LetterCascade.reopenWithRoot.rawValue, from: [.closed], to: .duplicate),
    ]

    private static let duplicateDeciders: Set<Role> = [.clerk, .divisionHead, .inspector]
    private static let heads: Set<Role> = [.divisionHead, .vicePresident, .president]
    private static let reviewers = heads
    /// An accusation is transferred by those who see it.
    private static let reporters: Set<Role> = [.clerk, .inspector]
    private static let endingUnanswered: [LetterState] = [.duplicate, .transferred, .returnedToSender]
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
    private static let wasClassified = Guard("wasClassified", "尚未分类", on: .branch) { $0.wasClassified }

    private static let assigneeFit = [
        Guard("assigneeActive", "承办人不在岗", on: .input) { $0.proposal.isAssigneeActive },
        Guard("assigneeOfCourt", "承办人不属于本院", on: .input) { $0.proposal.isAssigneeOfCourt },
        Guard("assigneeHandler", "承办人不具备承办人角色", on: .input) { $0.proposal.isAssigneeHandler },
    ]

    private static let accusationToDiscipline = Guard("accusationToDiscipline", "检举控告件只能转送纪检监察", on: .input) {
        !$0.isAccusation || $0.proposal.transferTarget == .discipline
    }
    private static let isAccusation = Guard("isAccusation", "登记人只能转送检举控告件") { $0.isAccusation }
    private static let disciplineForAccusation = Guard("disciplineForAccusation", "非检举控告件不得转送纪检监察", on: .input) {
        $0.isAccusation || $0.proposal.transferTarget != .discipline
    }
    private static let petitionerTold = Guard("petitionerTold", "未告知信访人转送去向", on: .input) {
        $0.isAccusation || $0.proposal.isPetitionerTold
    }

    private static let transferredToUs = Guard("transferredToUs", "不是转办来信") { $0.isTransferred }
    private static let notYetObjected = Guard("notYetObjected", "已提出过异议") { !$0.hasObjected }
    private static let objectionInTime = Guard("objectionInTime", "已超过提出异议的期限") { $0.isObjectionInTime }
    private static let senderAgreed = Guard("senderAgreed", "转办单位不同意退回", on: .branch) {
        $0.proposal.hasSenderAgreed == true
    }

    private static let replyDrafted = Guard("replyDrafted", "承办人尚未拟写答复") {
        $0.replyAuthorID != nil && $0.replyAuthorID == $0.assigneeID && $0.replySentOn == nil
    }
    private static let claimsAnswered = Guard("claimsAnswered", "未逐项答复诉求") { $0.claimCount > 0 }

    private static func isReviewStep(_ step: ReviewChain.Step) -> Guard {
        Guard("review", "审核未作决定", on: .branch) { $0.proposal.reviewStep == step }
    }

    private static let noOnlineReportOpen = Guard("noOnlineReportOpen", "网上报结待审或已通过") {
        $0.onlineResult == nil || $0.onlineResult == .returned
    }
    private static let onlineReportPending = Guard("onlineReportPending", "没有待审的网上报结") {
        $0.isOnlineReportPending
    }
    private static let isOnlineReportAccepted = Guard("onlineReportAccepted", "网上报结未通过", on: .branch) {
        $0.onlineResult == .accepted
    }
    private static let isReportedBack = Guard("reportedBack", "未向交办机关报告", on: .branch) {
        !$0.owesReport || $0.reportSentOn != nil
    }
    private static let closedUnanswered = Guard("closedUnanswered", "已答复的来信应在办结前报结") {
        $0.isDuplicate || $0.replySentOn == nil
    }
    private static let onlineReportAcceptedIfTransferred = Guard("onlineReportAccepted", "网上报结未通过") {
        !$0.isTransferred || $0.onlineResult == .accepted
    }
    private static let reportOwed = Guard("reportOwed", "无须向交办机关报告") { $0.owesReport }
    private static let reportedBack = Guard("reportedBack", "未向交办机关报告") { !$0.owesReport || $0.reportSentOn != nil }

    // An extension is decided before the period ends (《信访工作条例》 §34), and a period that has ended cannot stand still.
    private static let notPastDue = Guard("notPastDue", "已超过办理期限") { !$0.isPastDue }
    private static let notExtended = Guard("notExtended", "已延期") { !$0.isExtended }
    private static let extensible = Guard("extensible", "该类来信不得延期") { $0.extensionLimit > 0 }
    private static let pauseLeft = Guard("pauseLeft", "中止时间已达上限") { $0.pauseLimit > $0.pausedDays }

    private static let receiverReported = Guard("receiverReported", "受理单位尚未反馈办理结果", on: .input) {
        $0.proposal.hasReceiverReported
    }
    private static let wasAssigned = Guard("wasAssigned", "未曾指定承办人", on: .branch) { $0.assigneeID != nil }

    private static let rootClosed = Guard("rootClosed", "主件尚未办结") {
        switch $0.rootState {
        case .closed, .bound, .archived: true
        default: false
        }
    }
    private static let notDuplicate = Guard("notDuplicate", "重复件随主件办理") { !$0.isDuplicate }
    private static let dissatisfied = Guard("dissatisfied", "没有不满意的评价", on: .input) {
        $0.proposal.reopenGround != .dissatisfiedNewFacts || $0.isDissatisfied
    }
    private static let noDuplicates = Guard("noDuplicates", "尚有重复件指向本件") { !$0.hasDuplicates }
    private static let answered = Guard("answered", "尚未答复") { $0.replySentOn != nil }
    private static let senderLeft = Guard("notYetRated", "该来信人对本次答复已评价") { $0.hasUnratedSender }
    private static let notYetRated = Guard("notYetRated", "该来信人对本次答复已评价", on: .input) {
        !$0.proposal.isRatedAlready
    }
    private static let ratedInTime = Guard("ratedInTime", "已超过评价期限", on: .input) { $0.proposal.isRatedInTime }

    // A letter taken in while the register of petitions was off has no registration to link.
    private static let registeredAsPetition = Guard("registered", "来信没有信访登记") { $0.isRegistered }
}
