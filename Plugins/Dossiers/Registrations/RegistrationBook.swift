import CourtCore
import CourtFormats
import PluginKit
import Postgres

/// The register of petitions (信访登记): every contact once, its petitioners matched by keyed hash, never by clear text.
struct RegistrationBook: PetitionRegistry {
    func register(_ petitions: [IncomingPetition], in context: WriteContext) async throws -> [Int64] {
        let book = DeadlineBook(context.transaction)
        var keys: [Int64] = []
        keys.reserveCapacity(petitions.count)
        var entryDueDates: [CalendarDate: CalendarDate] = [:]
        for petition in petitions {
            let received = petition.receivedOn
            let entryDueOn: CalendarDate
            if let known = entryDueDates[received] {
                entryDueOn = known
            } else {
                entryDueOn = try await self.entryDueOn(received, court: petition.courtCode.text, book: book)
                entryDueDates[received] = entryDueOn
            }
            keys.append(try await register(petition, entryDueOn: entryDueOn, in: context))
        }
        return keys
    }

    func seal(registration: Int64, _ isSealed: Bool, accused: [Int64], in context: WriteContext) async throws {
        context.write("SELECT dossiers.seal_registration(\(registration), \(isSealed), \(accused))")
    }

    func assign(registration: Int64, to staff: Int64?, in context: WriteContext) async throws {
        context.write("UPDATE dossiers.registration SET assignee_id = \(staff) WHERE id = \(registration)")
    }

    func follow(_ registrations: [Int64], to state: PetitionState, in context: WriteContext) async throws {
        guard !registrations.isEmpty else { return }
        try await RegistrationLife.workflow.follow(
            state.rawValue,
            where: "r.id = ANY (\(registrations)) AND r.state <> \(state)",
            context
        )
    }

    func link(registration: Int64, toDossier dossier: Int64, court: String, in context: WriteContext) async throws {
        let field = InputPath(["input", "dossierId"])
        // Locked, so that it stays in the state that is asked for.
        let row = try await context.transaction.queryOne(
            """
            SELECT status FROM dossiers.dossier WHERE id = \(dossier) AND court_code = \(court) AND NOT sealed FOR SHARE
            """
        )
        guard let row else { throw DomainError(.notFound, "不存在", field: field) }
        guard try row.decode("status", as: String.self) == DossierStatus.active.rawValue else {
            throw DomainError(.guardFailed, "不满足流转条件：档案不在档", field: field)
        }
        let linked = try await RegistrationLife.workflow.follow(
            RegistrationLife.linkDossier,
            where: "r.id = \(registration)",
            context
        ) { $0.row.dossierID = dossier }
        guard linked.count == 1 else { throw DomainError(.notFound, "不存在", field: field) }
    }

    private func entryDueOn(_ received: CalendarDate, court: String, book: DeadlineBook) async throws -> CalendarDate {
        let rule = try await book.rule("dossiers.entry", court: court, on: received)
        return try await book.dueDate(from: received, amount: rule.amount ?? 1, unit: rule.unit)
    }

    private func register(
        _ petition: IncomingPetition,
        entryDueOn: CalendarDate,
        in context: WriteContext
    ) async throws -> Int64 {
        let court = petition.courtCode
        let transaction = context.transaction
        var petitioners: [Int64] = []
        for sender in petition.senders {
            let petitioner = try await PetitionerBook.match(
                sender,
                isSealed: petition.isSealed,
                court: court.text,
                on: petition.receivedOn,
                in: context
            )
            if !petitioners.contains(petitioner) { petitioners.append(petitioner) }
        }
        let number = try await NumberCounter.next("访登", court: court, year: petition.receivedOn.year, in: transaction)
        let rows = try await transaction.query(
            """
            INSERT INTO dossiers.registration (court_code, reg_no, channel, of_letter, received_on, entry_due_on, entered_by,
                group_size, summary, is_first, sealed, state)
            VALUES (\(court.text), \(number), \(petition.isTransferred ? "TRANSFERRED" : "LETTER"), true, \(petition.receivedOn),
                \(entryDueOn), \(context.principal.staffID), \(Int32(max(1, petition.groupSize))), \(petition.summary),
                \(!petitioners.isEmpty) AND NOT EXISTS (
                    SELECT FROM dossiers.registration_petitioner WHERE petitioner_id = ANY (\(petitioners))),
                \(petition.isSealed), 'RECEIVED')
            RETURNING id
            """
        )
        let key = try rows[rows.startIndex].decode("id", as: Int64.self)
        try await transaction.execute(
            """
            INSERT INTO dossiers.registration_petitioner (registration_id, petitioner_id, court_code)
            SELECT \(key), unnest(\(petitioners)), \(court.text)
            """
        )
        context.audit(
            AuditEvent("registration.created", objectType: "Registration", objectID: key, courtCode: court.text)
        )
        context.emit(
            OutboxEvent(
                "registration.created",
                objectID: key,
                courtCode: court.text,
                state: "RECEIVED",
                sealed: petition.isSealed
            )
        )
        return key
    }
}
