import PluginKit

/// The life of a letter (来信) as a table: from it come the refusals, `availableActions`, permissions, the commands of its
/// mutations and docs/letter-workflow.md.
///
/// What each act decides stands in the files of its group.
enum LetterLife {
    static let workflow: Workflow<LetterRow> = Workflow(
        made: [
            .init("registerLetter", in: .registered, by: [.clerk], event: "letter.registered"),
            .init("replaceVoidedItem", in: .registered, by: [.clerk], event: "letter.registered"),
            .init("importTransferBatch", in: .registered, by: [.clerk, .admin], event: "letter.registered"),
        ],
        intake + routing + handling + reporting + deadlines + ending + cascades,
        consequences: { change in try await consequences(&change) },
        payload: { LetterPayload(letter: $0, receipt: $0) }
    )

    private typealias Transitions = [Workflow<LetterRow>.Transition]

    private static let intake: Transitions = [
        .take(classify, from: [.registered], to: .classified, by: [.clerk, .inspector]),
        .take(
            markDuplicate,
            from: [.registered, .classified],
            to: .duplicate,
            by: duplicateDeciders,
            when: [repeatedByNone]
        ),
        .take(unmarkDuplicate, from: [.duplicate], to: .classified, by: duplicateDeciders, when: [wasClassified]),
        .take(unmarkDuplicate, from: [.duplicate], to: .registered, by: duplicateDeciders),
        .stay(amend, in: amendable, by: [.clerk, .inspector]),
        .take(
            reclassify,
            from: [.objected, .assigned, .handling, .paused],
            to: .classified,
            by: classifiers,
            when: [becomesAccusation]
        ),
        .stay(
            reclassify,
            in: [.classified, .objected, .duplicate, .assigned, .handling, .paused],
            by: classifiers
        ),
    ]

    private static let routing: Transitions = [
        .take(assign, from: [.classified], to: .assigned, by: [.divisionHead], when: assigneeFit + [endorsed]),
        .take(reassign, from: [.assigned, .handling], to: .assigned, by: [.divisionHead], when: assigneeFit),
        .take(
            transfer,
            from: [.classified],
            to: .transferred,
            by: [.divisionHead, .inspector],
            when: [accusationToDiscipline, disciplineForAccusation, petitionerTold]
        ),
        // Where no inspector of the court is free of recusal, whoever registered it sends it to the superior court's.
        .take(
            transfer,
            from: [.classified],
            to: .transferred,
            by: [.clerk],
            when: [isAccusation, accusationToDiscipline]
        ),
        .take(
            objectRouting,
            from: [.classified, .assigned],
            to: .objected,
            by: [.divisionHead],
            when: [transferredToUs, notYetObjected, ruled("letters.objection"), objectionInTime]
        ),
        .take(decideObjection, from: [.objected], to: .returnedToSender, by: [.divisionHead], when: [senderAgreed]),
        .take(decideObjection, from: [.objected], to: .classified, by: [.divisionHead]),
        .stay(
            endorse,
            in: [.registered, .classified, .assigned, .handling, .paused, .inReview, .approved],
            by: [.president, .vicePresident]
        ),
    ]

    private static let handling: Transitions = [
        .take(startHandling, from: [.assigned], to: .handling, by: [.handler], as: [assignee]),
        .stay(draftReply, in: [.handling], by: [.handler], as: [assignee]),
        .take(
            submitReview,
            from: [.handling],
            to: .inReview,
            by: [.handler],
            as: [assignee],
            when: [replyDrafted, claimsAnswered, reviewRuled]
        ),
        .take(review, from: [.inReview], to: .handling, by: heads, as: [reviewer], when: [isReview(.returned)]),
        .take(review, from: [.inReview], to: .inReview, by: heads, as: [reviewer], when: [isReview(.continued)]),
        .take(review, from: [.inReview], to: .approved, by: heads, as: [reviewer], when: [isReview(.completed)]),
        .take(dispatch, from: [.approved], to: .replied, by: [.handler], as: [assignee]),
        .stay(recordReturnedMail, in: [.replied, .reported, .closed], by: [.clerk], when: [sentOut]),
        .stay(resendReply, in: [.replied, .reported, .closed], by: [.clerk], when: [mailReturned]),
        .stay(resendReply, in: [.replied, .reported, .closed], by: [.handler], as: [assignee], when: [mailReturned]),
    ]

    /// Every item of a batch is reported: an answered letter, and one that ends without an answer of its own.
    private static let reporting: Transitions = [
        .stay(submitOnlineReport, in: [.replied], by: [.clerk], when: [noOnlineReportOpen]),
        .take(
            recordOnlineResult,
            from: [.replied],
            to: .reported,
            by: [.clerk],
            when: [onlineReportPending, isAcceptedNow, isReportedBack]
        ),
        .stay(recordOnlineResult, in: [.replied], by: [.clerk], when: [onlineReportPending]),
        .take(recordReportBack, from: [.replied], to: .reported, by: [.clerk], when: [reportOwed, isOnlineAccepted]),
        .stay(recordReportBack, in: [.replied], by: [.clerk], when: [reportOwed]),
        .stay(submitOnlineReport, in: endingUnanswered, by: reporters, when: [noOnlineReportOpen]),
        .stay(submitOnlineReport, in: [.closed], by: reporters, when: [closedUnanswered, noOnlineReportOpen]),
        .stay(recordOnlineResult, in: endingUnanswered.union([.closed]), by: reporters, when: [onlineReportPending]),
        .stay(recordReportBack, in: endingUnanswered, by: reporters, when: [reportOwed]),
        .stay(recordReportBack, in: [.closed], by: reporters, when: [closedUnanswered, reportOwed]),
    ]

    /// Who of the heads may approve it, the deadline rule says.
    private static let deadlines: Transitions = [
        .stay(
            extend,
            in: [.classified, .assigned, .handling, .inReview, .approved],
            by: heads,
            as: [approver(of: LetterFact.extensionApprover)],
            when: [notPastDue, notExtended, extensible]
        ),
        .stay(
            withdrawExtension,
            in: [.classified, .assigned, .handling, .inReview, .approved],
            by: heads,
            as: [approver(of: LetterFact.extensionApprover)],
            when: [extended, notYetDueWithout]
        ),
        .take(
            pause,
            from: [.handling],
            to: .paused,
            by: heads,
            as: [approver(of: LetterFact.pauseApprover)],
            when: [notPastDue, ruled("letters.pause"), pauseLeft]
        ),
        .take(resume, from: [.paused], to: .handling, by: heads, as: [approver(of: LetterFact.pauseApprover)]),
        .follow("endPause", from: [.paused], to: .handling, event: "letter.pauseEnded"),
    ]

    private static let ending: Transitions = [
        .take(
            close,
            from: [.replied],
            to: .closed,
            by: [.divisionHead],
            when: [delivered, onlineAcceptedIfOwed, reportedBack]
        ),
        .take(close, from: [.reported], to: .closed, by: [.divisionHead], when: [delivered]),
        .take(close, from: [.duplicate], to: .closed, by: [.divisionHead], when: [rootClosed]),
        .take(
            close,
            from: [.transferred],
            to: .closed,
            by: [.divisionHead, .inspector],
            when: [receiverReported, reportAwaited, onlineAcceptedIfOwed, reportedBack]
        ),
        .take(close, from: [.returnedToSender], to: .closed, by: [.divisionHead]),
        .take(
            reopen,
            from: [.closed],
            to: .handling,
            by: [.divisionHead],
            when: [notDuplicate, dissatisfied, wasAssigned]
        ),
        .take(reopen, from: [.closed], to: .classified, by: [.divisionHead], when: [notDuplicate, dissatisfied]),
        .take(bind, from: [.closed], to: .bound, by: [.clerk]),
        .take(archive, from: [.bound], to: .archived, by: [.archivist]),
        .take(
            void,
            from: [.registered, .classified, .duplicate, .assigned, .handling],
            to: .voided,
            by: [.divisionHead],
            when: [noDuplicates]
        ),
        .stay(
            recordFeedback,
            in: [.replied, .reported, .closed, .bound, .archived],
            by: [.clerk],
            when: [answered, senderLeft, senderKnown, notYetRated, ratedInTime]
        ),
        .stay(
            linkDossier,
            in: Set(LetterState.allCases).subtracting([.returnedToSender, .voided]),
            by: [.clerk],
            when: [registeredAsPetition]
        ),
    ]

    /// What a root's closing and reopening do to its duplicates.
    private static let cascades: Transitions = [
        .follow("closeWithRoot", from: [.duplicate], to: .closed, event: "letter.closed"),
        .follow("reopenWithRoot", from: [.closed], to: .duplicate, event: "letter.reopened"),
    ]

    private static let duplicateDeciders: Set<Role> = [.clerk, .divisionHead, .inspector]
    private static let classifiers: Set<Role> = [.clerk, .divisionHead, .inspector]
    private static let amendable = Set(LetterState.allCases).subtracting([.closed, .bound, .archived, .voided])
    private static let heads: Set<Role> = [.divisionHead, .vicePresident, .president]
    /// An accusation is transferred by those who see it.
    private static let reporters: Set<Role> = [.clerk, .inspector]
    private static let endingUnanswered: Set<LetterState> = [.duplicate, .transferred, .returnedToSender]
}

typealias LetterAct = Act<LetterRow>
typealias LetterChange = Change<LetterRow>
