import CourtCore
import CourtFormats
import PluginKit
import Postgres

/// Takes over registrations of before the system (历史补录): all rows of a file or none, and none twice.
struct RegistrationImport {
    /// What it adds to the schema; `ImportFileInput` is the core's, and so no type of this target's own fragments.
    static let fragment = SchemaFragment(
        file: "Registrations/Legacy/RegistrationImport.graphql",
        text: """
            extend type Mutation {
                \"""
                历史补录 (clerk): `channel,received_on,name,id_number,mobile,region_code,summary,case_nos,state`, perhaps
                `matter_class,category`; days from 2017-01-01 on, several case numbers separated by `|`, an ID number also with the
                fifteen digits of before 1999. The same row again changes nothing.
                \"""
                importRegistrations(input: ImportFileInput!): ImportPayload @requires(permission: "dossiers.importRegistrations")
            }
            """
    )

    static let command = Command(name: "importRegistrations") { input, context in
        let file = try ImportFileInput(input: .object(input.members), field: InputPath(["input"]))
        return try await RegistrationImport(context).run(file).payload
    }

    private let context: WriteContext
    private let personalData: PersonalData

    private init(_ context: WriteContext) {
        guard let personalData = context.service(PersonalData.self) else {
            preconditionFailure("the core offers PersonalData to every command")
        }
        self.context = context
        self.personalData = personalData
    }

    private struct Entry {
        let row: LegacyRow
        let line: Int
        let hash: [UInt8]
    }

    private func run(_ input: ImportFileInput) async throws -> ImportPayload {
        let clerk = try context.staff
        let court = try CourtCode(parsing: context.principal.courtCode)
        var file = try await ImportFile(input, header: LegacyRow.header, optional: LegacyRow.optional, in: context)
        let entries = try entries(&file)
        var outcome = ImportFile.Outcome()
        if file.isFaultless {
            let known = try await known(entries, court)
            let new = entries.filter { !known.contains($0.hash) }
                .sorted { ($0.row.receivedOn, $0.line) < ($1.row.receivedOn, $1.line) }
            try await write(new, court, clerk)
            outcome.created = new.count
        }
        return try await file.finish(outcome, context, objectType: "Registration")
    }

    /// The rows without fault, each with a keyed hash of its values; rows that are alike are told apart by their order.
    private func entries(_ file: inout ImportFile) throws -> [Entry] {
        var entries: [Entry] = []
        var times: [String: Int] = [:]
        for row in file.rows {
            guard let legacy = LegacyRow(row, &file, today: context.clock.today) else { continue }
            let values = (LegacyRow.header + LegacyRow.optional).map { row[$0] }.joined(separator: "\u{1F}")
            times[values, default: 0] += 1
            let hash = try personalData.fingerprint("\(times[values] ?? 1)\u{1F}\(values)", column: "registration")
            entries.append(Entry(row: legacy, line: row.line, hash: hash))
        }
        return entries
    }

    private func known(_ entries: [Entry], _ court: CourtCode) async throws -> Set<[UInt8]> {
        let hashes = entries.map { $0.hash.hexadecimal }
        let rows = try await context.transaction.query(
            """
            SELECT row_hash FROM dossiers.registration_import
            WHERE court_code = \(court.text) AND row_hash IN (SELECT decode(h, 'hex') FROM unnest(\(hashes)) h)
            """
        )
        return Set(try rows.map { try $0.decode("row_hash", as: [UInt8].self) })
    }

    private func write(_ entries: [Entry], _ court: CourtCode, _ clerk: Int64) async throws {
        for (year, ofYear) in Dictionary(grouping: entries, by: \.row.receivedOn.year).sorted(by: { $0.key < $1.key }) {
            let numbers = try await NumberCounter.take(
                ofYear.count,
                "访登",
                court: court,
                year: year,
                in: context.transaction
            )
            for (entry, number) in zip(ofYear, numbers) { try await write(entry, number, court.text, clerk) }
        }
    }

    private func write(_ entry: Entry, _ number: String, _ court: String, _ clerk: Int64) async throws {
        let row = entry.row
        let isSealed = row.matterClass == .accusation
        var petitioners: [Int64] = []
        if let name = row.name {
            let person = IncomingPetitioner(
                name: try personalData.seal(name: name),
                idNumber: try row.residentID.map { try personalData.seal(residentID: $0) },
                mobile: try row.mobile.map { try personalData.seal(phone: $0) },
                address: nil,
                regionCode: row.regionCode
            )
            petitioners.append(
                try await PetitionerBook.match(
                    person,
                    isSealed: isSealed,
                    court: court,
                    on: row.receivedOn,
                    in: context
                )
            )
        }
        let state: RegistrationState = row.isClosed ? .closed : .received
        // Entered on the day of the import, which is when it falls due: nobody was late.
        let inserted = try await context.transaction.queryOne(
            """
            INSERT INTO dossiers.registration (court_code, reg_no, channel, is_legacy, received_on, entered_at, entry_due_on,
                entered_by, group_size, summary, matter_class, category, is_first, state)
            VALUES (\(court), \(number), \(row.channel.rawValue), true, \(row.receivedOn), \(context.clock.now),
                \(context.clock.today), \(clerk), 1, \(row.summary), \(row.matterClass?.rawValue), \(row.category?.rawValue),
                \(!petitioners.isEmpty) AND NOT EXISTS (
                    SELECT FROM dossiers.registration_petitioner WHERE petitioner_id = ANY (\(petitioners))),
                \(state.rawValue))
            RETURNING id
            """
        )
        let key = try inserted?.decode("id", as: Int64.self) ?? 0
        context.write(
            """
            INSERT INTO dossiers.registration_petitioner (registration_id, petitioner_id, court_code)
            SELECT \(key), unnest(\(petitioners)), \(court)
            """
        )
        try ContactCases.write(row.cases.map(\.text), of: key, court: court, in: context)
        context.write(
            """
            INSERT INTO dossiers.registration_import (court_code, row_hash, registration_id) VALUES (\(court), \(entry.hash), \(key))
            """
        )
        if isSealed { context.write("SELECT dossiers.seal_registration(\(key), true, '{}'::bigint[])") }
        context.audit(
            AuditEvent("registration.imported", objectType: "Registration", objectID: key, courtCode: court)
        )
    }
}

extension [UInt8] {
    fileprivate var hexadecimal: String {
        let digits = [Character]("0123456789abcdef")
        var text = ""
        for byte in self {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return text
    }
}
