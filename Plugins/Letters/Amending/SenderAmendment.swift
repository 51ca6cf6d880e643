import CourtCore
import CourtFormats
import PluginKit
import Postgres

/// A sender as entered before, by what is compared: never a clear value.
private struct EnteredSender {
    let id: Int64
    let seq: Int
    let tie: FormerPetitioner

    init(_ row: Row) throws {
        id = try row.decode("id")
        seq = Int(try row.decode("seq", as: Int32.self))
        tie = FormerPetitioner(
            nameMasked: try row.decode("name_masked"),
            idNumberHash: try row.decode("id_number_hash")
        )
    }
}

extension LetterChange {
    /// Says anew who senders are, or adds some; the sealed values of before are kept, and the registration follows.
    mutating func amendSenders(_ amendments: [SenderAmendmentInput]) async throws {
        guard !amendments.isEmpty else { return }
        let rows = try await context.transaction.query(
            "SELECT id, seq, name_masked, id_number_hash FROM letters.letter_sender WHERE letter_id = \(before.id) ORDER BY seq"
        )
        let entered = try rows.map { try EnteredSender($0) }
        try requireKnown(amendments, entered)
        var next = entered.map(\.seq).max() ?? 0
        for amendment in amendments {
            let sender = try IncomingPetitioner(sealing: try IncomingSender(amendment, today: today), in: context)
            let known = entered.first { $0.id == amendment.senderId.value?.value }
            if let known {
                keepFormer(known.id, by: try staff)
                replace(known.id, sender)
            } else {
                next += 1
                insertSender(sender, seq: next)
            }
            follow(known?.tie, sender)
        }
        let count = Int32(next)
        let joint: SQL = "greatest(joint_count, \(count))"
        write("senders", "UPDATE letters.letter SET joint_count = \(joint) WHERE id = \(before.id)")
    }

    /// Each names a sender of this letter, none twice, and there are no more than a letter may have.
    private func requireKnown(_ amendments: [SenderAmendmentInput], _ entered: [EnteredSender]) throws {
        var errors = DomainErrors()
        var named: Set<Int64> = []
        for (position, amendment) in amendments.enumerated() {
            guard let id = amendment.senderId.value?.value else { continue }
            let place = ["senders", String(position), "senderId"]
            if !entered.contains(where: { $0.id == id }) {
                errors.add(DomainError(.notFound, "不存在", field: .input(place)))
            } else if !named.insert(id).inserted {
                errors.add(DomainError(.inputInvalid, "同一来信人重复更正", field: .input(place)))
            }
        }
        let added = amendments.count { $0.senderId.value == nil }
        if entered.count + added > 5 {
            errors.add(DomainError(.init("TOO_MANY_REPRESENTATIVES"), "代表人数不得超过5人", field: .input(["senders"])))
        }
        try errors.throwIfAny()
    }

    private mutating func keepFormer(_ sender: Int64, by staff: Int64) {
        let values = """
            name_masked, name_cipher, id_number_masked, id_number_cipher, id_number_hash, mobile_masked, mobile_cipher, mobile_hash,
            address_masked, address_cipher, region_code
            """
        write(
            "senders",
            """
            INSERT INTO letters.former_sender (letter_id, court_code, sender_id, replaced_at, replaced_by, \(raw: values))
            SELECT letter_id, court_code, id, \(now), \(staff), \(raw: values) FROM letters.letter_sender WHERE id = \(sender)
            """
        )
    }

    private mutating func replace(_ id: Int64, _ sender: IncomingPetitioner) {
        write(
            "senders",
            """
            UPDATE letters.letter_sender SET name_masked = \(sender.name?.masked ?? ""), name_cipher = \(sender.name?.cipher),
                id_number_masked = \(sender.idNumber?.masked), id_number_cipher = \(sender.idNumber?.cipher),
                id_number_hash = \(sender.idNumber?.hash), mobile_masked = \(sender.mobile?.masked),
                mobile_cipher = \(sender.mobile?.cipher), mobile_hash = \(sender.mobile?.hash),
                address_masked = \(sender.address?.masked), address_cipher = \(sender.address?.cipher),
                region_code = \(sender.regionCode)
            WHERE id = \(id)
            """
        )
    }

    private mutating func insertSender(_ sender: IncomingPetitioner, seq: Int) {
        write("senders", LetterRegistrar.insert(sender, seq: seq, letter: before.id, court: before.courtCode))
    }

    private mutating func follow(_ former: FormerPetitioner?, _ sender: IncomingPetitioner) {
        guard let registration = before.registrationID,
            let registry = context.service((any PetitionCorrection).self)
        else { return }
        let letter = before
        afterwards { context in
            try await registry.retie(
                registration: registration,
                from: former,
                to: sender,
                isSealed: letter.sealed,
                on: letter.receivedOn,
                in: context
            )
        }
    }
}

extension IncomingSender {
    fileprivate init(_ sender: SenderAmendmentInput, today: CalendarDate) throws(FormatError) {
        try self.init(
            SenderInput(
                name: sender.name,
                idNumber: sender.idNumber,
                mobile: sender.mobile,
                regionCode: sender.regionCode,
                address: sender.address
            ),
            today: today
        )
    }
}

extension IncomingPetitioner {
    /// A sender with every value sealed.
    init(sealing sender: IncomingSender, in context: WriteContext) throws {
        guard let personalData = context.service(PersonalData.self) else {
            preconditionFailure("the core offers PersonalData to every command")
        }
        self.init(
            name: try personalData.seal(name: sender.name),
            idNumber: try sender.residentID.map { try personalData.seal(residentID: $0) },
            mobile: try sender.mobile.map { try personalData.seal(phone: $0) },
            address: try sender.address.map { try personalData.seal(address: $0) },
            regionCode: sender.regionCode
        )
    }
}
