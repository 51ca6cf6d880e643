import CourtCore
import CourtFormats
import PluginKit
import Postgres

/// Registers a contact: always, whoever it is and however often they came (《信访工作条例》 §23).
struct ContactRegistrar {
    private let input: RegisterContactInput
    private let context: WriteContext
    private let isAccusation: Bool
    private let accused: [Int64]

    init(_ input: RegisterContactInput, _ context: WriteContext) {
        self.input = input
        self.context = context
        isAccusation = input.matterClass == .accusation
        accused = Set(input.accusedStaffIds.map(\.value)).sorted()
    }

    func register() async throws -> RegisterContactPayload {
        let clerk = try context.staff
        let court = try CourtCode(parsing: context.principal.courtCode)
        let book = DeadlineBook(context.transaction)
        let entryDueOn = try await due("dossiers.entry", court, book)
        let noticeDueOn = try await due("registrations.notify", court, book)
        // Once the rows that the input names are found.
        try check()
        try await requireActiveDossier()
        let petitioners = try await petitioners(of: court)
        let number = try await NumberCounter.next(
            "访登",
            court: court,
            year: input.receivedOn.year,
            in: context.transaction
        )
        let row = try await context.transaction.queryOne(
            insert(number, court, petitioners, clerk, entryDueOn: entryDueOn, noticeDueOn: noticeDueOn)
        )
        let key = try row?.decode("id", as: Int64.self) ?? 0
        let code = QueryCode.random()
        try write(key, number, court.text, petitioners, code)
        try await NoticeTimers.schedule(
            key,
            court: court.text,
            from: input.receivedOn,
            to: noticeDueOn,
            by: book,
            in: context
        )
        RegistrationLife.workflow.made(key, by: "registerContact", court: court.text, in: context)
        context.emit(
            OutboxEvent(
                "registration.created",
                objectID: key,
                courtCode: court.text,
                state: RegistrationState.received.rawValue,
                sealed: isAccusation
            )
        )
        let warnings = try await DuplicateMatter.warnings(of: key, petitioners, isSealed: isAccusation, in: context)
        return RegisterContactPayload(
            registration: key,
            receipt: key,
            queryCode: code.text,
            warnings: warnings
        )
    }

    /// What depends on several members; all faults at once.
    private func check() throws(DomainErrors) {
        var faults = DomainErrors()
        let count = input.petitionerIds.count + input.newPetitioners.count
        if input.anonymous, count > 0 {
            faults.add(DomainError(.anonymousWithName, "匿名信访人不得填写姓名", field: .input(["anonymous"])))
        }
        if !input.anonymous, count == 0 {
            faults.add(DomainError(.nameRequired, "姓名（名称）必填", field: .input(["petitionerIds"])))
        }
        if count > 50 {
            faults.add(DomainError(.inputInvalid, "信访人不得超过50名", field: .input(["newPetitioners"])))
        }
        if let size = input.groupSize.value, size < count {
            faults.add(DomainError(.inputInvalid, "人数不得少于信访人数", field: .input(["groupSize"])))
        }
        if !isAccusation, !accused.isEmpty {
            faults.add(DomainError(.accusedNotAllowed, "仅检举控告件可填写被反映人", field: .input(["accusedStaffIds"])))
        }
        if isAccusation, input.handlerId.value != nil {
            faults.add(DomainError(.inputInvalid, "检举控告由纪检监察办理，不得指定承办人", field: .input(["handlerId"])))
        }
        if isAccusation, input.dossierId.value != nil {
            faults.add(DomainError(.inputInvalid, "检举控告不得归入档案", field: .input(["dossierId"])))
        }
        try faults.throwIfAny()
    }

    private func due(_ rule: String, _ court: CourtCode, _ book: DeadlineBook) async throws -> CalendarDate {
        let found = try await book.rule(rule, court: court.text, on: input.receivedOn)
        return try await book.dueDate(from: input.receivedOn, amount: found.amount ?? 1, unit: found.unit)
    }

    private func requireActiveDossier() async throws {
        guard let dossier = input.dossierId.value?.value else { return }
        let row = try await context.transaction.queryOne(
            "SELECT status FROM dossiers.dossier WHERE id = \(dossier) FOR SHARE"
        )
        guard try row?.decode("status", as: String.self) == DossierStatus.active.rawValue else {
            throw DomainError(.guardFailed, "不满足流转条件：档案不在档", field: .input(["dossierId"]))
        }
    }

    /// Those that the court knows, then those that are found or made by their values; each once.
    private func petitioners(of court: CourtCode) async throws -> [Int64] {
        var keys: [Int64] = []
        for id in input.petitionerIds where !keys.contains(id.value) { keys.append(id.value) }
        let person = ContactPerson(context)
        for (place, petitioner) in input.newPetitioners.enumerated() {
            let key = try await PetitionerBook.match(
                try person.sealed(petitioner, at: place),
                isSealed: isAccusation,
                court: court.text,
                on: input.receivedOn,
                in: context
            )
            if !keys.contains(key) { keys.append(key) }
        }
        return keys
    }

    private func insert(
        _ number: String,
        _ court: CourtCode,
        _ petitioners: [Int64],
        _ clerk: Int64,
        entryDueOn: CalendarDate,
        noticeDueOn: CalendarDate
    ) -> SQL {
        let count = max(1, input.petitionerIds.count + input.newPetitioners.count)
        let size = Int32(clamping: input.groupSize.value ?? count)
        return """
            INSERT INTO dossiers.registration (court_code, reg_no, channel, received_on, entered_at, entry_due_on, entered_by, venue,
                reception_point, group_size, summary, matter_class, category, is_first, notify_due_on, state)
            VALUES (\(court.text), \(number), \(input.channel.rawValue), \(input.receivedOn), \(context.clock.now), \(entryDueOn),
                \(clerk), \(input.venue.rawValue), \(input.receptionPoint.value), \(size), \(input.summary),
                \(input.matterClass.rawValue), \(input.category.rawValue),
                \(!petitioners.isEmpty) AND NOT EXISTS (
                    SELECT FROM dossiers.registration_petitioner WHERE petitioner_id = ANY (\(petitioners))),
                \(noticeDueOn), \(RegistrationState.received.rawValue))
            RETURNING id
            """
    }

    /// What hangs on it, its code, who handles it, and its seal.
    private func write(_ key: Int64, _ number: String, _ court: String, _ petitioners: [Int64], _ code: QueryCode)
        throws
    {
        let person = ContactPerson(context)
        context.write(
            """
            INSERT INTO dossiers.registration_petitioner (registration_id, petitioner_id, court_code)
            SELECT \(key), unnest(\(petitioners)), \(court)
            """
        )
        for (place, representative) in input.representatives.enumerated() {
            let sealed = try person.sealed(representative)
            context.write(
                """
                INSERT INTO dossiers.registration_representative (registration_id, seq, court_code, kind, name_masked, name_cipher,
                    name_hash, mobile_masked, mobile_cipher, mobile_hash)
                VALUES (\(key), \(Int32(place + 1)), \(court), \(representative.kind.rawValue), \(sealed.name.masked),
                    \(sealed.name.cipher), \(sealed.name.hash), \(sealed.mobile?.masked), \(sealed.mobile?.cipher),
                    \(sealed.mobile?.hash))
                """
            )
        }
        try ContactCases.write(input.caseNos, of: key, court: court, in: context)
        context.write(
            """
            INSERT INTO dossiers.registration_query_code (registration_id, code_hash)
            VALUES (\(key), \(try person.hash(code, of: number)))
            """
        )
        // After the petitioners, who are then seen by whoever handles it.
        context.write(
            """
            UPDATE dossiers.registration SET assignee_id = \(input.handlerId.value?.value), dossier_id = \(input.dossierId.value?.value)
            WHERE id = \(key)
            """
        )
        if isAccusation { context.write("SELECT dossiers.seal_registration(\(key), true, \(accused))") }
    }
}

extension DomainError.Code {
    static let nameRequired = Self("NAME_REQUIRED")
    static let anonymousWithName = Self("ANONYMOUS_WITH_NAME")
}
