/// What can be done to a letter: the mutation of that name, and how the audit log calls it.
enum LetterAction: String, Hashable, Sendable, CaseIterable {
    case classify = "classifyLetter"
    case markDuplicate
    case unmarkDuplicate
    case assign = "assignLetter"
    case reassign = "reassignLetter"
    case transfer = "transferLetter"
    case objectRouting
    case decideObjection = "decideRoutingObjection"
    case startHandling
    case draftReply
    case submitReview
    case review = "reviewLetter"
    case dispatch = "recordDispatch"
    case submitOnlineReport
    case recordOnlineResult
    case recordReportBack
    case extend = "extendLetter"
    case pause = "pauseLetter"
    case resume = "resumeLetter"
    case close = "closeLetter"
    case reopen = "reopenLetter"
    case bind = "bindLetter"
    case archive = "archiveLetter"
    case recordFeedback
    case endorse = "endorseLetter"
    case void = "voidLetter"
    case linkDossier = "linkLetterDossier"

    /// The audit event.
    var event: String {
        switch self {
        case .classify: "letter.classified"
        case .markDuplicate: "letter.markedDuplicate"
        case .unmarkDuplicate: "letter.unmarkedDuplicate"
        case .assign: "letter.assigned"
        case .reassign: "letter.reassigned"
        case .transfer: "letter.transferred"
        case .objectRouting: "letter.routingObjected"
        case .decideObjection: "letter.routingDecided"
        case .startHandling: "letter.handlingStarted"
        case .draftReply: "letter.replyDrafted"
        case .submitReview: "letter.reviewSubmitted"
        case .review: "letter.reviewed"
        case .dispatch: "letter.replied"
        case .submitOnlineReport: "letter.onlineReported"
        case .recordOnlineResult: "letter.onlineResultRecorded"
        case .recordReportBack: "letter.reportedBack"
        case .extend: "letter.extended"
        case .pause: "letter.paused"
        case .resume: "letter.resumed"
        case .close: "letter.closed"
        case .reopen: "letter.reopened"
        case .bind: "letter.bound"
        case .archive: "letter.archived"
        case .recordFeedback: "letter.rated"
        case .endorse: "letter.endorsed"
        case .void: "letter.voided"
        case .linkDossier: "letter.dossierLinked"
        }
    }

    /// Whether other plugins and systems are told of it.
    var isAnnounced: Bool { self == .dispatch || self == .close }

    /// Whether only the handler to whom the letter is assigned may do it.
    var isAssigneeOnly: Bool {
        switch self {
        case .startHandling, .draftReply, .submitReview, .dispatch: true
        default: false
        }
    }

    /// Whether whoever registered a sealed letter may do it without seeing the letter: what registering needs.
    var isRegistrars: Bool {
        switch self {
        case .classify, .markDuplicate, .transfer: true
        default: false
        }
    }
}

/// What follows for a duplicate when its root changes; nobody does it to the duplicate itself.
enum LetterCascade: String, Hashable, Sendable, CaseIterable {
    case closeWithRoot
    case reopenWithRoot

    /// The change of the root, whose audit event the duplicate gets, too.
    var action: LetterAction {
        switch self {
        case .closeWithRoot: .close
        case .reopenWithRoot: .reopen
        }
    }
}
