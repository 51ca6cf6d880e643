import CourtCore
import CourtFormats
import PluginKit
import Postgres

/// Writes checked letters: numbers, letters, senders and cases, some hundreds to a round trip; the register of petitions
/// takes several for each.
struct LetterRegistrar {
    private let context: WriteContext
    private let origin: LetterOrigin

    init(_ origin: LetterOrigin, in context: WriteContext) {
        self.origin = origin
        self.context = context
    }

    /// Answers the letters' keys, in order.
    func register(_ letters: [IncomingLetter]) async throws -> [Int64] {
        guard !letters.isEmpty else { return [] }
        let dueDates = try await dueDates(of: letters)
        let numbers = try await numbers(for: letters)
        let senders = try letters.map { letter in
            try letter.senders.enumerated().map { place, sender in try sealed(sender, at: place) }
        }
        let registrations = try await registrations(of: letters, senders: senders)

        var inserts: [SQL] = []
        for (position, letter) in letters.enumerated() {
            inserts.append(
                insert(
                    letter,
                    number: numbers[position],
                    dueOn: letter.dueOn ?? dueDates[letter.receivedOn] ?? letter.receivedOn,
                    registration: registrations?[position]
                )
            )
        }
        let keys = try await run(inserts).map { rows in try rows[rows.startIndex].decode("id", as: Int64.self) }

        var parts: [SQL] = []
        for (position, letter) in letters.enumerated() {
            parts += self.parts(of: letter, key: keys[position], senders: senders[position])
            context.audit(
                AuditEvent(
                    "letter.registered",
                    objectType: "Letter",
                    objectID: keys[position],
                    courtCode: origin.court.text
                )
            )
        }
        _ = try await run(parts)
        return keys
    }

    /// The last days by the rule, by day of receipt; none where the transferring body has set them.
    private func dueDates(of letters: [IncomingLetter]) async throws -> [CalendarDate: CalendarDate] {
        guard let amount = origin.rule.amount else { return [:] }
        return try await DeadlineBook(context.transaction).dueDates(
            from: Set(letters.map(\.receivedOn)),
            amount: amount,
            unit: origin.rule.unit
        )
    }

    /// The numbers, in the letters' order within each year of receipt.
    private func numbers(for letters: [IncomingLetter]) async throws -> [String] {
        var numbers = [String](repeating: "", count: letters.count)
        let years = Dictionary(grouping: letters.indices) { letters[$0].receivedOn.year }
        for (year, positions) in years.sorted(by: { $0.key < $1.key }) {
            let taken = try await NumberCounter.take(
                positions.count,
                "信",
                court: origin.court,
                year: year,
                in: context.transaction
            )
            for (position, number) in zip(positions, taken) { numbers[position] = number }
        }
        return numbers
    }

    private func sealed(_ sender: IncomingSender, at place: Int) throws -> IncomingPetitioner {
        guard let personalData = context.service(PersonalData.self) else {
            preconditionFailure("the core offers PersonalData to every command")
        }
        return IncomingPetitioner(
            name: try personalData.seal(name: sender.name),
            idNumber: try sender.residentID.map { try personalData.seal(residentID: $0) },
            mobile: try sender.mobile.map { try personalData.seal(phone: $0) },
            address: try sender.address.map { try personalData.seal(address: $0) },
            regionCode: sender.regionCode,
            doubt: doubt(sender, at: InputPath(["input", "senders", String(place)]))
        )
    }

    /// Whoever registers a letter is asked about a number that is on record under another name; of a batch nobody can be.
    private func doubt(_ sender: IncomingSender, at place: InputPath) -> IdentityDoubt {
        guard origin.batch == nil else { return .noted }
        guard let same = sender.samePerson else { return .refused(at: place.appending("idNumber")) }
        let field = place.appending("sameAs").appending("petitionerId")
        return .same(petitioner: same.petitioner, kind: "ALIAS", reason: same.reason, at: field)
    }

    /// Every letter has one registration where the register of petitions is on; nil where it is off.
    private func registrations(
        of letters: [IncomingLetter],
        senders: [[IncomingPetitioner]]
    ) async throws -> [Int64]? {
        guard let registry = context.service((any PetitionRegistry).self) else { return nil }
        let petitions = zip(letters, senders).map { letter, senders in
            IncomingPetition(
                courtCode: origin.court,
                isTransferred: origin.fromOrg != nil,
                receivedOn: letter.receivedOn,
                summary: letter.subject,
                groupSize: letter.jointCount,
                isSealed: letter.isSealed,
                senders: senders
            )
        }
        return try await registry.register(petitions, in: context)
    }

    private func insert(
        _ letter: IncomingLetter,
        number: String,
        dueOn: CalendarDate,
        registration: Int64?
    ) -> SQL {
        """
        INSERT INTO letters.letter (court_code, letter_no, source, received_on, postmark_on, received_via, transfer_batch_id, batch_no,
            item_no, external_ref, from_org, registration_id, joint_count, subject, abstract, matter_class, category, sealed, due_on,
            original_due_on, deadline_rule_key, state, created_by, created_at, updated_at)
        VALUES (\(origin.court.text), \(number), \(origin.source.rawValue), \(letter.receivedOn), \(letter.postmarkOn),
            \(letter.receivedVia.rawValue), \(origin.batch?.id), \(origin.batch?.number), \(letter.itemNo.map(Int32.init)),
            \(letter.externalRef), \(origin.fromOrg), \(registration), \(Int32(letter.jointCount)), \(letter.subject),
            \(letter.abstract), \(letter.matterClass.rawValue), \(letter.category.rawValue), \(letter.isSealed),
            \(dueOn), \(dueOn), \(origin.rule.key), \(LetterState.registered.rawValue), \(context.principal.staffID), \(context.clock.now),
            \(context.clock.now))
        RETURNING id
        """
    }

    /// The row of a sender.
    static func insert(_ sender: IncomingPetitioner, seq: Int, letter: Int64, court: String) -> SQL {
        """
        INSERT INTO letters.letter_sender (letter_id, court_code, seq, name_masked, name_cipher, id_number_masked, id_number_cipher,
            id_number_hash, mobile_masked, mobile_cipher, mobile_hash, address_masked, address_cipher, region_code)
        VALUES (\(letter), \(court), \(Int32(seq)), \(sender.name?.masked ?? ""), \(sender.name?.cipher),
            \(sender.idNumber?.masked), \(sender.idNumber?.cipher), \(sender.idNumber?.hash), \(sender.mobile?.masked),
            \(sender.mobile?.cipher), \(sender.mobile?.hash), \(sender.address?.masked), \(sender.address?.cipher),
            \(sender.regionCode))
        """
    }

    private func parts(of letter: IncomingLetter, key: Int64, senders: [IncomingPetitioner]) -> [SQL] {
        var parts: [SQL] = []
        for (position, sender) in senders.enumerated() {
            parts.append(Self.insert(sender, seq: position + 1, letter: key, court: origin.court.text))
        }
        for (position, number) in letter.cases.enumerated() {
            parts.append(
                """
                INSERT INTO letters.letter_case (letter_id, court_code, seq, case_no, format, year, case_court_code, type_code)
                VALUES (\(key), \(origin.court.text), \(Int32(position + 1)), \(number.text), \(number.form.rawValue),
                    \(Int32(number.year)), \(number.courtCode?.text), \(number.typeCode))
                """
            )
        }
        if let fromOrg = origin.fromOrg {
            parts.append(
                """
                INSERT INTO letters.report_back (letter_id, court_code, to_org, due_on)
                SELECT id, court_code, \(fromOrg), due_on FROM letters.letter WHERE id = \(key)
                """
            )
        }
        return parts
    }

    /// Runs many statements, some hundreds to a round trip.
    private func run(_ statements: [SQL]) async throws -> [Rows] {
        var results: [Rows] = []
        results.reserveCapacity(statements.count)
        for start in stride(from: 0, to: statements.count, by: 400) {
            let group = statements[start..<min(start + 400, statements.count)]
            results += try await context.transaction.pipeline(group.map(\.bound)).map { Rows($0) }
        }
        return results
    }
}
