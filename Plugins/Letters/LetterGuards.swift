import CourtCore
import CourtFormats
import PluginKit
import Postgres

// The guards, each with what is missing when it does not hold, and who an actor must be.
extension LetterLife {
    typealias Check = Guard<LetterRow>

    static let assignee = Relation<LetterRow>.only("assignee", "承办人本人") { $0.assigneeID }

    /// A reviewer holds the post of the awaited level, and is neither the author nor a reviewer of this round; a review at
    /// the wrong level is told the right one first.
    static let reviewer = Relation<LetterRow>(
        "reviewer",
        "待审层级的审核人，非承办人",
        [LetterFact.replyAuthor, LetterFact.roundReviewers]
    ) { subject in
        let awaited = subject.row.reviewLevel
        if let input = subject.input(ReviewLetterInput.self), input.level != awaited {
            let expected = awaited.map { InputObject.Value.string($0.rawValue) } ?? .null
            return DomainError(
                .reviewOrder,
                "审核顺序错误",
                field: .input(["level"]),
                details: [.init("expected", expected)]
            )
        }
        guard let awaited, subject.principal.roles.contains(awaited.role) else { return .forbidden }
        // A deputy is taken for whoever they act for: whose draft it is, and who has reviewed it.
        let principal = subject.principal
        let isAuthor =
            try principal.acts(as: subject.facts(LetterFact.replyAuthor)) || principal.acts(as: subject.row.assigneeID)
        let hasReviewed = try subject.facts(LetterFact.roundReviewers).contains { principal.acts(as: $0) }
        return isAuthor || hasReviewed ? DomainError(.reviewerConflict, "审核人不得与承办人相同") : nil
    }

    /// A deadline is changed by the post that the rule names, or one above it; by any head where it names none.
    static func approver(of rule: Fact<Role?>) -> Relation<LetterRow> {
        Relation("approver", "办理期限规则规定的批准人", [rule]) { subject in
            guard let approver = try subject.facts(rule) else { return nil }
            let heads: [Role] = [.divisionHead, .vicePresident, .president]
            let suffices = heads.firstIndex(of: approver).map { Set(heads[$0...]) } ?? [approver]
            guard suffices.isDisjoint(with: subject.principal.roles) else { return nil }
            return DomainError(
                .forbidden,
                "无权限：须由办理期限规则规定的批准人批准",
                details: [.init("approverRole", .string(approver.rawValue))]
            )
        }
    }

    static let wasClassified = Check("wasClassified", "尚未分类", on: .branch) { $0.row.classifiedAt != nil }
    static let noDuplicates = Check("noDuplicates", "尚有重复件指向本件", LetterFact.hasDuplicates) { !$0 }
    static let repeatedByNone = Check(
        "noDuplicates",
        "尚有重复件指向本件",
        LetterFact.hasDuplicates,
        refusal: invalidRoot(.duplicateCycle)
    ) { !$0 }

    static let assigneeFit = [
        Check("assigneeKnown", "承办人不存在", of: (any AssigneeInput).self, refusal: .absent("assigneeId")) {
            staff($0, "true")
        },
        Check(
            "assigneeFree",
            "应当回避",
            of: (any AssigneeInput).self,
            refusal: DomainError(.recusalRequired, "应当回避", field: .input(["assigneeId"]))
        ) {
            """
            NOT EXISTS (
                SELECT FROM core.staff a JOIN core.staff s ON s.id = a.id OR s.department_id = a.department_id
                WHERE a.id = ANY (r.accused_staff_ids) AND s.id = \($0.assigneeId.value)
            )
            """
        },
        Check("assigneeActive", "承办人不在岗", of: (any AssigneeInput).self) { staff($0, "s.active") },
        Check("assigneeOfCourt", "承办人不属于本院", of: (any AssigneeInput).self) {
            staff($0, "s.court_code = r.court_code")
        },
        Check("assigneeHandler", "承办人不具备承办人角色", of: (any AssigneeInput).self) {
            staff($0, "'HANDLER' = ANY (s.roles)")
        },
    ]

    private static func staff(_ input: any AssigneeInput, _ condition: SQL) -> SQL {
        "EXISTS (SELECT FROM core.staff s WHERE s.id = \(input.assigneeId.value) AND \(condition))"
    }

    static let accusationToDiscipline = Check("accusationToDiscipline", "检举控告件只能转送纪检监察", of: TransferLetterInput.self) {
        !$1.row.isAccusation || $0.target == .discipline
    }
    static let isAccusation = Check("isAccusation", "登记人只能转送检举控告件") { $0.row.isAccusation }
    static let disciplineForAccusation = Check(
        "disciplineForAccusation",
        "非检举控告件不得转送纪检监察",
        of: TransferLetterInput.self
    ) {
        $1.row.isAccusation || $0.target != .discipline
    }
    static let petitionerTold = Check("petitionerTold", "未告知信访人转送去向", of: TransferLetterInput.self) {
        $1.row.isAccusation || $0.toldPetitionerOn.value != nil
    }

    static let transferredToUs = Check("transferredToUs", "不是转办来信", sql: "r.from_org IS NOT NULL")
    static let notYetObjected = Check(
        "notYetObjected",
        "已提出过异议",
        sql: "NOT EXISTS (SELECT FROM letters.routing_objection j WHERE j.letter_id = r.id)"
    )
    /// The last day of a period in days moves on to a working day (民法典 §203).
    static let objectionInTime = Check(
        "objectionInTime",
        "已超过提出异议的期限",
        sql: """
            coalesce((
                SELECT CASE unit
                    WHEN 'WORKING_DAY' THEN core.working_days(r.received_on, core.today() - 1) < amount
                    ELSE core.working_days(r.received_on + amount - 1, core.today() - 1) = 0
                END
                FROM (\(LetterFact.rule("'letters.objection'", "amount, d.unit"))) rule
            ), false)
            """
    )
    static let senderAgreed = Check("senderAgreed", "转办单位不同意退回", on: .branch, of: DecideRoutingObjectionInput.self) {
        input,
        _ in input.senderAgreed
    }

    static let replyDrafted = Check(
        "replyDrafted",
        "承办人尚未拟写答复",
        sql: """
            EXISTS (
                SELECT FROM letters.reply y
                WHERE y.letter_id = r.id AND y.sent_on IS NULL AND (
                    y.author_id = r.assignee_id
                    OR EXISTS (
                        SELECT FROM core.delegation d
                        WHERE d.from_staff_id = r.assignee_id AND d.to_staff_id = y.author_id
                    )
                )
            )
            """
    )
    static let claimsAnswered = Check(
        "claimsAnswered",
        "未逐项答复诉求",
        sql: "EXISTS (SELECT FROM letters.claim_reply c WHERE c.letter_id = r.id)"
    )

    static func isReview(_ step: ReviewChain.Step) -> Check {
        Check("review", "审核未作决定", on: .branch, of: ReviewLetterInput.self) { input, subject in
            ReviewChain(of: subject.row).step(input) == step
        }
    }

    static let noOnlineReportOpen = Check("noOnlineReportOpen", "网上报结待审或已通过", LetterFact.onlineResult) {
        $0 == nil || $0 == .returned
    }
    static let onlineReportPending = Check("onlineReportPending", "没有待审的网上报结", LetterFact.onlineResult) {
        $0 == .pending
    }
    static let isAcceptedNow = Check("onlineReportAccepted", "网上报结未通过", on: .branch, of: RecordOnlineResultInput.self) {
        input,
        _ in input.result == .accepted
    }
    static let isOnlineAccepted = Check("onlineReportAccepted", "网上报结未通过", on: .branch, LetterFact.onlineResult) {
        $0 == .accepted
    }
    static let isReportedBack = Check("reportedBack", "未向交办机关报告", on: .branch, LetterFact.isReported) { $0 }
    static let closedUnanswered = Check(
        "closedUnanswered",
        "已答复的来信应在办结前报结",
        sql: """
            r.duplicate_of_id IS NOT NULL
                OR NOT EXISTS (SELECT FROM letters.reply y WHERE y.letter_id = r.id AND y.sent_on IS NOT NULL)
            """
    )
    static let onlineAcceptedIfOwed = Check(
        "onlineReportAccepted",
        "网上报结未通过",
        sql: """
            r.from_org IS NULL
                OR EXISTS (SELECT FROM letters.online_report o WHERE o.letter_id = r.id AND o.result = 'ACCEPTED')
            """
    )
    static let reportOwed = Check("reportOwed", "无须向交办机关报告", LetterFact.owesReport) { $0 }
    static let reportedBack = Check("reportedBack", "未向交办机关报告", LetterFact.isReported) { $0 }

    /// A rule without which a date cannot be counted.
    static func ruled(_ key: String) -> Check {
        Check(
            "deadlineRule",
            "未配置办理期限规则",
            sql: "EXISTS (\(LetterFact.rule("'\(key)'", "id")))",
            refusal: DomainError(.deadlineRuleMissing, "未配置办理期限规则", details: [.init("rule", .string(key))])
        )
    }

    // An extension is decided before the period ends (《信访工作条例》 §34), and a period that has ended cannot stand still.
    static let notPastDue = Check("notPastDue", "已超过办理期限") { $0.row.dueOn >= $0.today }
    static let notExtended = Check(
        "notExtended",
        "已延期",
        sql: "NOT EXISTS (SELECT FROM letters.letter_extension e WHERE e.letter_id = r.id AND e.withdrawn_on IS NULL)",
        refusal: DomainError(.alreadyExtended, "已延期")
    )
    static let extensible = Check("extensible", "该类来信不得延期", LetterFact.extensionLimit, refusal: tooLong(limit: 0)) {
        ($0 ?? 0) > 0
    }
    static let pauseLeft = Check("pauseLeft", "中止时间已达上限", [LetterFact.pauseLimit, LetterFact.pausedDays]) { subject in
        try (subject.facts(LetterFact.pauseLimit) ?? 0) > subject.facts(LetterFact.pausedDays)
    }

    static let wasAssigned = Check("wasAssigned", "未曾指定承办人", on: .branch) { $0.row.assigneeID != nil }
    static let rootClosed = Check(
        "rootClosed",
        "主件尚未办结",
        sql: """
            EXISTS (
                SELECT FROM letters.letter root
                WHERE root.id = r.duplicate_of_id AND root.state IN ('CLOSED', 'BOUND', 'ARCHIVED')
            )
            """
    )
    static let notDuplicate = Check("notDuplicate", "重复件随主件办理") { $0.row.duplicateOfID == nil }
    static let dissatisfied = Check("dissatisfied", "没有不满意的评价", on: .input, [LetterFact.isDissatisfied]) { subject in
        guard subject.input(ReopenLetterInput.self)?.ground == .dissatisfiedNewFacts else { return true }
        return try subject.facts(LetterFact.isDissatisfied)
    }

    static let answered = Check("answered", "尚未答复", LetterFact.replySentOn) { $0 != nil }
    static let senderLeft = Check(
        "notYetRated",
        "该来信人对本次答复已评价",
        sql: """
            EXISTS (
                SELECT FROM letters.reply y JOIN letters.letter_sender s ON s.letter_id = y.letter_id
                WHERE y.letter_id = r.id AND y.sent_on IS NOT NULL AND NOT EXISTS (
                    SELECT FROM letters.feedback f
                    WHERE f.letter_id = r.id AND f.sender_id = s.id AND f.reply_sent_on = y.sent_on
                )
            )
            """
    )
    static let senderKnown = Check("senderKnown", "来信人不存在", of: RecordFeedbackInput.self, refusal: .absent("senderId"))
    {
        "EXISTS (SELECT FROM letters.letter_sender s WHERE s.id = \($0.senderId.value) AND s.letter_id = r.id)"
    }
    static let notYetRated = Check("notYetRated", "该来信人对本次答复已评价", of: RecordFeedbackInput.self) {
        """
        NOT EXISTS (
            SELECT FROM letters.reply y JOIN letters.feedback f ON f.letter_id = y.letter_id AND f.reply_sent_on = y.sent_on
            WHERE y.letter_id = r.id AND f.sender_id = \($0.senderId.value)
        )
        """
    }
    static let ratedInTime = Check(
        "ratedInTime",
        "已超过评价期限",
        on: .input,
        [LetterFact.replySentOn, LetterFact.ratingLimit]
    ) { subject in
        guard let input = subject.input(RecordFeedbackInput.self),
            let sentOn = try subject.facts(LetterFact.replySentOn),
            let limit = try subject.facts(LetterFact.ratingLimit)
        else { return true }
        return sentOn.days(until: input.receivedOn) <= limit
    }

    // A letter taken in while the register of petitions was off has no registration to link.
    static let registeredAsPetition = Check("registered", "来信没有信访登记") { $0.row.registrationID != nil }
}

/// An input that names a handler.
protocol AssigneeInput: ChangeInput {
    var assigneeId: EntityID { get }
}

extension AssignLetterInput: AssigneeInput {}
extension ReassignLetterInput: AssigneeInput {}

extension LetterRow {
    var isAccusation: Bool { matterClass == .accusation }
}

extension DomainError.Code {
    static let batchExists = Self("BATCH_EXISTS")
    static let duplicateRootInvalid = Self("DUPLICATE_ROOT_INVALID")
    static let duplicateCycle = Self("DUPLICATE_CYCLE")
    static let recusalRequired = Self("RECUSAL_REQUIRED")
    static let reviewOrder = Self("REVIEW_ORDER")
    static let reviewerConflict = Self("REVIEWER_CONFLICT")
    static let extensionTooLong = Self("EXTENSION_TOO_LONG")
    static let alreadyExtended = Self("ALREADY_EXTENDED")
    static let volumeIncomplete = Self("VOLUME_INCOMPLETE")
}
