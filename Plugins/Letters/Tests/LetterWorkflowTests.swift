import CourtFormats
import PluginKit
import Testing

@testable import LettersPlugin

@Suite("The workflow of letters")
struct LetterWorkflowTests {
    /// An action from a state, with facts under which it is allowed, and where it leads.
    struct Step: Sendable, CustomTestStringConvertible {
        let action: LetterAction
        let from: LetterState
        let role: Role
        let to: LetterState
        let facts: LetterFacts

        init(
            _ action: LetterAction,
            _ from: LetterState,
            _ role: Role,
            _ to: LetterState,
            _ prepare: (inout LetterFacts) -> Void = { _ in }
        ) {
            self.action = action
            self.from = from
            self.role = role
            self.to = to
            var facts = LetterFacts()
            prepare(&facts)
            self.facts = facts
        }

        var testDescription: String { "\(action.rawValue): \(from.rawValue) → \(to.rawValue)" }

        func take() throws(DomainError) -> LetterState {
            try LetterWorkflow.table.next(action.rawValue, from: from, subject: facts, roles: [role])
        }
    }

    static let allowed: [Step] =
        [
            Step(.classify, .registered, .clerk, .classified),
            Step(.markDuplicate, .registered, .clerk, .duplicate),
            Step(.markDuplicate, .classified, .divisionHead, .duplicate),
            Step(.markDuplicate, .classified, .inspector, .duplicate),
            Step(.unmarkDuplicate, .duplicate, .clerk, .registered),
            Step(.unmarkDuplicate, .duplicate, .clerk, .classified) { $0.wasClassified = true },
            Step(.assign, .classified, .divisionHead, .assigned, fitAssignee),
            Step(.reassign, .assigned, .divisionHead, .assigned, fitAssignee),
            Step(.reassign, .handling, .divisionHead, .assigned, fitAssignee),
            Step(.transfer, .classified, .divisionHead, .transferred) {
                $0.proposal.transferTarget = .lowerCourt
                $0.proposal.isPetitionerTold = true
            },
            Step(.transfer, .classified, .inspector, .transferred) {
                $0.isAccusation = true
                $0.proposal.transferTarget = .discipline
            },
            Step(.objectRouting, .classified, .divisionHead, .objected, objection),
            Step(.objectRouting, .assigned, .divisionHead, .objected, objection),
            Step(.decideObjection, .objected, .divisionHead, .returnedToSender) { $0.proposal.hasSenderAgreed = true },
            Step(.decideObjection, .objected, .divisionHead, .classified) { $0.proposal.hasSenderAgreed = false },
            Step(.startHandling, .assigned, .handler, .handling),
            Step(.draftReply, .handling, .handler, .handling),
            Step(.submitReview, .handling, .handler, .inReview, draftedReply),
            Step(.review, .inReview, .divisionHead, .inReview) { $0.proposal.reviewStep = .continued },
            Step(.review, .inReview, .vicePresident, .handling) { $0.proposal.reviewStep = .returned },
            Step(.review, .inReview, .president, .approved) { $0.proposal.reviewStep = .completed },
            Step(.dispatch, .approved, .handler, .replied),
            Step(.submitOnlineReport, .replied, .clerk, .replied),
            Step(.submitOnlineReport, .replied, .clerk, .replied) { $0.onlineResult = .returned },
            Step(.recordOnlineResult, .replied, .clerk, .reported, obligationsMet),
            Step(.recordOnlineResult, .replied, .clerk, .replied) {
                obligationsMet(&$0)
                $0.reportSentOn = nil
            },
            Step(.recordReportBack, .replied, .clerk, .reported, obligationsMet),
            Step(.recordReportBack, .replied, .clerk, .replied) {
                obligationsMet(&$0)
                $0.onlineResult = .pending
            },
            Step(.submitOnlineReport, .duplicate, .clerk, .duplicate),
            Step(.submitOnlineReport, .transferred, .inspector, .transferred),
            Step(.submitOnlineReport, .returnedToSender, .clerk, .returnedToSender),
            Step(.submitOnlineReport, .closed, .clerk, .closed) {
                $0.isDuplicate = true
                $0.replySentOn = .earliest
            },
            Step(.recordOnlineResult, .duplicate, .clerk, .duplicate) { $0.isOnlineReportPending = true },
            Step(.recordOnlineResult, .transferred, .inspector, .transferred) { $0.isOnlineReportPending = true },
            Step(.recordOnlineResult, .returnedToSender, .clerk, .returnedToSender) { $0.isOnlineReportPending = true },
            Step(.recordOnlineResult, .closed, .clerk, .closed) { $0.isOnlineReportPending = true },
            Step(.recordReportBack, .duplicate, .clerk, .duplicate) { $0.owesReport = true },
            Step(.recordReportBack, .transferred, .inspector, .transferred) { $0.owesReport = true },
            Step(.recordReportBack, .returnedToSender, .clerk, .returnedToSender) { $0.owesReport = true },
            Step(.recordReportBack, .closed, .clerk, .closed) { $0.owesReport = true },
            Step(.pause, .handling, .divisionHead, .paused) { $0.pauseLimit = 60 },
            Step(.resume, .paused, .divisionHead, .handling),
            Step(.close, .replied, .divisionHead, .closed),
            Step(.close, .reported, .divisionHead, .closed) { $0.isTransferred = true },
            Step(.close, .duplicate, .divisionHead, .closed) { $0.rootState = .bound },
            Step(.close, .transferred, .divisionHead, .closed) { $0.proposal.hasReceiverReported = true },
            Step(.close, .transferred, .inspector, .closed) {
                obligationsMet(&$0)
                $0.isTransferred = true
                $0.proposal.hasReceiverReported = true
            },
            Step(.close, .returnedToSender, .divisionHead, .closed) { $0.owesReport = true },
            Step(.reopen, .closed, .divisionHead, .handling) {
                $0.assigneeID = 7
                $0.proposal.reopenGround = .returnedBySuperior
            },
            Step(.reopen, .closed, .divisionHead, .handling) {
                $0.assigneeID = 7
                $0.proposal.reopenGround = .dissatisfiedNewFacts
                $0.isDissatisfied = true
            },
            Step(.reopen, .closed, .divisionHead, .classified) { $0.proposal.reopenGround = .returnedBySuperior },
            Step(.bind, .closed, .clerk, .bound),
            Step(.archive, .bound, .archivist, .archived),
        ] + staying
        + [.registered, .classified, .duplicate, .assigned, .handling].map { Step(.void, $0, .divisionHead, .voided) }

    /// Actions that leave the letter where it is, in every state in which they may be taken.
    static let staying: [Step] =
        [.classified, .assigned, .handling, .inReview, .approved].map { state in
            Step(.extend, state, .vicePresident, state) { $0.extensionLimit = 30 }
        }
        + [.registered, .classified, .assigned, .handling, .paused, .inReview, .approved].map { state in
            Step(.endorse, state, .president, state)
        }
        + [.replied, .reported, .closed, .bound, .archived].map { state in
            Step(.recordFeedback, state, .clerk, state) {
                $0.replySentOn = .earliest
                $0.hasUnratedSender = true
                $0.proposal.isRatedInTime = true
            }
        }
        + LetterState.allCases.filter { $0 != .returnedToSender && $0 != .voided }.map { state in
            Step(.linkDossier, state, .clerk, state) { $0.isRegistered = true }
        }

    @Test("Every row of the table is taken by its role when its guards hold", arguments: allowed)
    func allowedStep(_ step: Step) throws { #expect(try step.take() == step.to) }

    @Test("The allowed steps try every row of the table from every state that it leaves")
    func everyRowIsTried() {
        for row in LetterWorkflow.table.transitions where !row.isFollowed {
            for state in row.from {
                let isTried = Self.allowed.contains {
                    $0.action.rawValue == row.action && $0.to == row.to && $0.from == state
                }
                #expect(isTried, "\(row.action): \(state.rawValue) → \(row.to.rawValue)")
            }
        }
    }

    @Test("A duplicate follows its root by rows of the table, and nobody can take them")
    func cascades() throws {
        let rows = LetterWorkflow.table.transitions.filter(\.isFollowed)
        #expect(Set(rows.map(\.action)) == Set(LetterCascade.allCases.map(\.rawValue)))
        for state in LetterState.allCases {
            let closed = LetterWorkflow.table.following(LetterCascade.closeWithRoot.rawValue, from: state)
            #expect(closed == (state == .duplicate ? .closed : nil), "\(state)")
            let reopened = LetterWorkflow.table.following(LetterCascade.reopenWithRoot.rawValue, from: state)
            #expect(reopened == (state == .closed ? .duplicate : nil), "\(state)")
            #expect(LetterWorkflow.table.actions(in: state).allSatisfy { LetterAction(rawValue: $0) != nil })
        }
        for cascade in LetterCascade.allCases {
            let error = try #require(throws: DomainError.self) {
                try LetterWorkflow.table.next(
                    cascade.rawValue,
                    from: .closed,
                    subject: LetterFacts(),
                    roles: Set(Role.allCases)
                )
            }
            #expect(error.code == .illegalTransition)
        }
    }

    static let forbiddenStates: [(LetterAction, LetterState, Role)] = [
        (.classify, .classified, .clerk), (.assign, .registered, .divisionHead),
        (.startHandling, .classified, .handler),
        (.submitReview, .assigned, .handler), (.review, .handling, .president), (.dispatch, .inReview, .handler),
        (.close, .approved, .divisionHead), (.close, .closed, .divisionHead), (.bind, .replied, .clerk),
        (.archive, .closed, .archivist), (.reopen, .archived, .divisionHead), (.markDuplicate, .handling, .clerk),
        (.pause, .inReview, .divisionHead), (.void, .replied, .divisionHead), (.recordFeedback, .approved, .clerk),
        (.transfer, .transferred, .divisionHead), (.extend, .replied, .divisionHead), (.linkDossier, .voided, .clerk),
    ]

    @Test("An action that the state does not allow is refused with what it does allow", arguments: forbiddenStates)
    func illegal(_ action: LetterAction, _ state: LetterState, _ role: Role) throws {
        let error = try #require(throws: DomainError.self) {
            try LetterWorkflow.table.require(action.rawValue, from: state, roles: [role])
        }
        #expect(error.code == .illegalTransition)
        #expect(error.message == "当前状态不允许该操作")
        let actions = LetterWorkflow.table.actions(in: state).map { InputObject.Value.string($0) }
        #expect(error.details.contains(.init("allowed", .list(actions))))
    }

    static let foreignRoles: [(LetterAction, LetterState, Role)] = [
        (.classify, .registered, .divisionHead), (.assign, .classified, .clerk), (.review, .inReview, .clerk),
        (.close, .reported, .president), (.close, .replied, .inspector), (.submitOnlineReport, .replied, .inspector),
        (.extend, .handling, .clerk), (.archive, .bound, .clerk), (.dispatch, .approved, .divisionHead),
        (.endorse, .handling, .divisionHead), (.transfer, .classified, .president),
    ]

    @Test("An action of another role is refused", arguments: foreignRoles)
    func foreignRole(_ action: LetterAction, _ state: LetterState, _ role: Role) throws {
        let error = try #require(throws: DomainError.self) {
            try LetterWorkflow.table.require(action.rawValue, from: state, roles: [role])
        }
        #expect(error.code == .forbidden)
    }

    static let unmet: [(step: Step, names: [String])] = [
        (
            Step(.assign, .classified, .divisionHead, .assigned),
            ["assigneeActive", "assigneeOfCourt", "assigneeHandler"]
        ),
        (
            Step(.transfer, .classified, .divisionHead, .transferred) {
                $0.isAccusation = true
                $0.proposal.transferTarget = .lowerCourt
            },
            ["accusationToDiscipline"]
        ),
        (
            Step(.transfer, .classified, .divisionHead, .transferred) { $0.proposal.transferTarget = .discipline },
            ["disciplineForAccusation", "petitionerTold"]
        ),
        (
            Step(.objectRouting, .assigned, .divisionHead, .objected) { $0.hasObjected = true },
            ["transferredToUs", "notYetObjected", "objectionInTime"]
        ),
        (Step(.submitReview, .handling, .handler, .inReview), ["replyDrafted", "claimsAnswered"]),
        (
            // The draft of a handler from whom the letter was taken.
            Step(.submitReview, .handling, .handler, .inReview) {
                draftedReply(&$0)
                $0.assigneeID = 9
            },
            ["replyDrafted"]
        ),
        (Step(.submitOnlineReport, .replied, .clerk, .replied) { $0.onlineResult = .accepted }, ["noOnlineReportOpen"]),
        (Step(.recordOnlineResult, .replied, .clerk, .reported), ["onlineReportPending"]),
        (Step(.recordReportBack, .replied, .clerk, .replied), ["reportOwed"]),
        (
            Step(.close, .replied, .divisionHead, .closed) {
                $0.isTransferred = true
                $0.owesReport = true
            },
            ["onlineReportAccepted", "reportedBack"]
        ),
        (
            Step(.close, .transferred, .divisionHead, .closed) {
                $0.isTransferred = true
                $0.owesReport = true
            },
            ["receiverReported", "onlineReportAccepted", "reportedBack"]
        ),
        (
            Step(.submitOnlineReport, .closed, .clerk, .closed) {
                $0.replySentOn = .earliest
                $0.onlineResult = .pending
            },
            ["closedUnanswered", "noOnlineReportOpen"]
        ),
        (Step(.close, .duplicate, .divisionHead, .closed) { $0.rootState = .replied }, ["rootClosed"]),
        (
            Step(.reopen, .closed, .divisionHead, .handling) { $0.proposal.reopenGround = .dissatisfiedNewFacts },
            ["dissatisfied"]
        ),
        (Step(.reopen, .closed, .divisionHead, .handling) { $0.isDuplicate = true }, ["notDuplicate"]),
        (Step(.pause, .handling, .divisionHead, .paused) { $0.isPastDue = true }, ["notPastDue", "pauseLeft"]),
        (
            Step(.extend, .approved, .president, .approved) {
                $0.isPastDue = true
                $0.isExtended = true
            },
            ["notPastDue", "notExtended", "extensible"]
        ),
        (Step(.markDuplicate, .classified, .clerk, .duplicate) { $0.hasDuplicates = true }, ["noDuplicates"]),
        (Step(.review, .inReview, .president, .approved), ["review"]),
        (Step(.linkDossier, .closed, .clerk, .closed), ["registered"]),
        (Step(.void, .registered, .divisionHead, .voided) { $0.hasDuplicates = true }, ["noDuplicates"]),
        (
            Step(.recordFeedback, .replied, .clerk, .replied) { $0.proposal.isRatedAlready = true },
            ["answered", "notYetRated", "ratedInTime"]
        ),
    ]

    @Test("What is missing is listed, all of it", arguments: unmet)
    func unmetGuards(_ step: Step, _ names: [String]) throws {
        let error = try #require(throws: DomainError.self) { try step.take() }
        #expect(error.code == .guardFailed)
        guard case .list(let listed)? = error.details.first(where: { $0.name == "unmet" })?.value else {
            Issue.record("no unmet guards in \(error.details)")
            return
        }
        let found = listed.map { item -> InputObject.Value? in
            guard case .object(let members) = item else { return nil }
            return InputObject(members: members)["name"]
        }
        #expect(found == names.map { .string($0) })
    }

    @Test("Every state but the last can be left, and every action has a row")
    func table() {
        for state in LetterState.allCases {
            let leaves = LetterWorkflow.table.transitions.contains { $0.from.contains(state) && $0.to != state }
            let isLast = [.archived, .voided].contains(state)
            #expect(leaves != isLast, "\(state)")
        }
        let taken = LetterWorkflow.table.transitions.filter { !$0.isFollowed }.map(\.action)
        #expect(Set(taken) == Set(LetterAction.allCases.map(\.rawValue)))
    }

    @Test("Every action has an audit event of its own, and only replies and closings are announced")
    func events() {
        #expect(Set(LetterAction.allCases.map(\.event)).count == LetterAction.allCases.count)
        #expect(LetterAction.allCases.filter(\.isAnnounced).map(\.event) == ["letter.replied", "letter.closed"])
    }

    private static func fitAssignee(_ facts: inout LetterFacts) {
        facts.proposal.isAssigneeActive = true
        facts.proposal.isAssigneeOfCourt = true
        facts.proposal.isAssigneeHandler = true
    }

    private static func objection(_ facts: inout LetterFacts) {
        facts.isTransferred = true
        facts.isObjectionInTime = true
    }

    private static func draftedReply(_ facts: inout LetterFacts) {
        facts.assigneeID = 7
        facts.replyAuthorID = 7
        facts.claimCount = 1
    }

    private static func obligationsMet(_ facts: inout LetterFacts) {
        facts.isOnlineReportPending = true
        facts.onlineResult = .accepted
        facts.owesReport = true
        facts.reportSentOn = .latest
    }
}
