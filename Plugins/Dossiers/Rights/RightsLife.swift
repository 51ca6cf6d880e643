import CourtCore
import CourtFormats
import PluginKit
import Postgres

/// The life of a rights request (个人信息权利请求): decided with reasons, and carried out by amendments that name it.
enum RightsLife {
    static let workflow: Workflow<RightsRequestRow> = Workflow(
        made: [.init("fileRightsRequest", in: .received, by: [.dpo], event: "rightsRequest.filed")],
        [
            .stay(compile, in: [.received, .decided], by: [.dpo]),
            .take(decide, from: [.received], to: .decided, by: [.dpo]),
            .take(execute, from: [.decided], to: .executed, by: [.dpo], when: [granted, compiled, changed]),
            .take(withdraw, from: [.received], to: .withdrawn, by: [.dpo]),
            .follow(due, from: [.received], to: nil, event: "rightsRequest.due"),
        ],
        payload: { RightsRequestPayload(rightsRequest: $0) }
    )

    private static let compile = Act<RightsRequestRow>("rightsRequest.compiled") {
        (_: CompileRightsRecordsInput, change) in
        change.row.compiledOn = change.today
        change.write("records", "SELECT dossiers.compile_rights(\(change.before.id))")
        try await RightsRecords.add(to: &change)
    }

    private static let decide = Act<RightsRequestRow>("rightsRequest.decided") {
        (input: DecideRightsRequestInput, change) in
        change.row.decision = input.decision
        change.row.reasons = input.reasons
        change.row.legalBasis = input.legalBasis.value
        change.row.decidedOn = change.today
        change.row.decidedByID = try change.staff
        change.context.unschedule(.rightsDue, for: change.before.id)
    }

    private static let execute = Act<RightsRequestRow>("rightsRequest.executed") {
        (input: ExecuteRightsRequestInput, change) in
        change.row.executionNote = input.note
        if change.before.kind == .restrict {
            let person = change.before.petitionerID
            change.write(
                "petitioner",
                "UPDATE dossiers.petitioner SET restricted_on = \(change.today) WHERE id = \(person)"
            )
        }
        change.row.executedOn = change.today
        change.row.executedByID = try change.staff
    }

    private static let withdraw = Act<RightsRequestRow>("rightsRequest.withdrawn") {
        (input: WithdrawRightsRequestInput, change) in
        change.row.executionNote = input.reason
        change.row.withdrawnOn = change.today
        change.context.unschedule(.rightsDue, for: change.before.id)
    }

    private static let granted = Guard<RightsRequestRow>("granted", "已决定不同意，无须执行") { $0.row.decision != .refused }

    private static let compiled = Guard<RightsRequestRow>("compiled", "尚未汇集处理记录") {
        ![.access, .copy].contains($0.row.kind) || $0.row.compiledOn != nil
    }

    private static let changed = Guard<RightsRequestRow>(
        "changed",
        "尚未依本请求更正、补充或者删除",
        sql: """
            r.kind NOT IN ('CORRECT', 'SUPPLEMENT', 'DELETE')
                OR EXISTS (SELECT FROM dossiers.petitioner_revision v WHERE v.rights_request_id = r.id)
            """
    )

    private static let due = "rightsDue"

    /// Tells on the last day that a request is still undecided.
    static let reminder = Timer.due(.rightsDue) { timer, context in
        let rows = try await workflow.follow(due, where: "r.id = \(timer.objectID)", context) { change in
            change.row.remindedOn = change.today
        }
        // Nobody outside hears of a person's request.
        for row in rows {
            context.emit(OutboxEvent("rightsRequest.due", objectID: row.id, courtCode: row.courtCode, sealed: true))
        }
    }
}

extension TimerKind {
    static let rightsDue = TimerKind("dossiers.rightsDue")
}

extension DossierCommands {
    func fileRightsRequest(
        _ input: FileRightsRequestInput,
        _ context: WriteContext
    ) async throws -> RightsRequestPayload {
        let staff = try context.staff
        guard try await PetitionerBook.isVisible(input.petitionerId.value, in: context) else {
            throw DomainError.absent("petitionerId")
        }
        let court = try CourtCode(parsing: context.principal.courtCode)
        let book = DeadlineBook(context.transaction)
        let rule = try await book.rule("rights.response", court: court.text, on: input.filedOn)
        let dueOn = try await book.dueDate(from: input.filedOn, amount: rule.amount ?? 15, unit: rule.unit)
        let number = try await NumberCounter.next("权", court: court, year: input.filedOn.year, in: context.transaction)
        let relative = try input.relative.value.map { try context.personalData.seal(name: $0.name) }
        let row = try await context.transaction.queryOne(
            """
            INSERT INTO dossiers.rights_request (court_code, request_no, petitioner_id, kind, via, filed_on, details, identity_check,
                relation, relative_name_masked, relative_name_cipher, due_on, assignee_id)
            VALUES (\(court.text), \(number), \(input.petitionerId.value), \(input.kind.rawValue), \(input.via.rawValue),
                \(input.filedOn), \(input.details), \(input.identityCheck.rawValue), \(input.relative.value?.relation.rawValue),
                \(relative?.masked), \(relative?.cipher), \(dueOn), \(staff))
            RETURNING id
            """
        )
        let id = try row?.decode("id", as: Int64.self) ?? 0
        context.schedule(.rightsDue, for: id, court: court.text, on: dueOn)
        RightsLife.workflow.made(id, by: "fileRightsRequest", court: court.text, in: context)
        return RightsRequestPayload(rightsRequest: id)
    }
}
