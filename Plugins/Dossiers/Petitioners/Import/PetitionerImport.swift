import CourtCore
import CourtFormats
import FieldEncryption
import PluginKit
import Postgres

/// An import of petitioners with a dossier each: checked whole, then written whole; rows that are there change nothing.
struct PetitionerImport {
    let input: ImportPetitionersInput
    let context: WriteContext

    /// A row with who it is of.
    private struct Entry {
        let row: PetitionerImportFile.Row
        let hash: [UInt8]
        let sender: IncomingPetitioner
        let outcome: PetitionerIdentity.Outcome
    }

    func run() async throws -> ImportPetitionersPayload {
        // A draft names who drafted it, since another person approves it.
        _ = try context.staff
        let parts = try await FileParts(csv: input.csv, uploadId: input.uploadId, in: context)
        var bytes: [UInt8] = []
        for position in 0..<parts.count { bytes += try await parts.part(position).bytes }
        var file = PetitionerImportFile(bytes)
        file.check(try rules, handlers: try await handlers(file.handlers), today: context.clock.today)
        var entries: [Entry] = []
        if file.problems.isEmpty {
            let hashes = try file.rows.map(hash)
            let known = try await known(among: hashes)
            for (row, hash) in zip(file.rows, hashes) where !known.contains(hash) {
                entries.append(try await entry(row, hash, &file))
            }
            refuseTwoNames(entries, &file)
        }
        guard file.problems.isEmpty else { return answer(file, created: 0, unchanged: 0) }
        if input.dryRun {
            context.discardWrites()
        } else {
            for entry in entries { try await write(entry) }
            if !entries.isEmpty {
                context.audit(AuditEvent("import", objectType: "Petitioner", objectID: nil, courtCode: court))
            }
            try await parts.remove()
        }
        return answer(file, created: entries.count, unchanged: file.rows.count - entries.count)
    }

    private var rules: DeclaredRules {
        get throws {
            guard let rules = context.service(DeclaredRules.self) else {
                preconditionFailure("the host offers the rules of inputs to every command")
            }
            return rules
        }
    }

    private var court: String { context.principal.courtCode }

    private func handlers(_ numbers: Set<String>) async throws -> [String: Int64] {
        let rows = try await context.transaction.query(
            """
            SELECT no, id FROM core.staff
            WHERE no = ANY (\(numbers.sorted())) AND court_code = \(court) AND active AND 'HANDLER' = ANY (roles)
            """
        )
        return Dictionary(uniqueKeysWithValues: try rows.map { row in (try row.decode("no"), try row.decode("id")) })
    }

    /// Those of rows that were imported before.
    private func known(among hashes: [[UInt8]]) async throws -> Set<[UInt8]> {
        let rows = try await context.transaction.query(
            """
            SELECT row_hash FROM dossiers.petitioner_import_row
            WHERE court_code = \(court) AND row_hash IN (SELECT decode(h, 'hex') FROM unnest(\(hashes.map { Hex.encode($0) })) h)
            """
        )
        return Set(try rows.map { try $0.decode("row_hash", as: [UInt8].self) })
    }

    /// Keyed, column by column: nobody guesses a value from it.
    private func hash(_ row: PetitionerImportFile.Row) throws -> [UInt8] {
        var hash: [UInt8] = []
        for (column, value) in zip(PetitionerImportFile.header, row.values) {
            hash += try context.personalData.fingerprint(value, column: column)
        }
        return hash
    }

    private func entry(
        _ row: PetitionerImportFile.Row,
        _ hash: [UInt8],
        _ file: inout PetitionerImportFile
    ) async throws -> Entry {
        let sender = try PetitionerSealing(row.petitioner, context).sealed()
        let identity = PetitionerIdentity(court: court, isSealed: false, transaction: context.transaction)
        let outcome = try await identity.find(sender)
        switch outcome {
        case .unknown: break
        case .nameDiffers:
            file.report(row.line, "id_number", DomainError.Code.petitionerNameDiffers.rawValue, "证件号码已在册，姓名（名称）不同")
        case .known(let petitioner):
            let same = try await context.transaction.query(
                """
                SELECT FROM dossiers.dossier_petitioner dp JOIN dossiers.dossier d ON d.id = dp.dossier_id
                WHERE dp.petitioner_id = \(petitioner) AND d.title = \(row.title) AND d.status IN ('DRAFT', 'ACTIVE') LIMIT 1
                """
            )
            if !same.isEmpty { file.report(row.line, "title", DomainError.Code.dossierExists.rawValue, "该信访人已有同名的档案") }
        }
        return Entry(row: row, hash: hash, sender: sender, outcome: outcome)
    }

    /// One number under two names of the same file.
    private func refuseTwoNames(_ entries: [Entry], _ file: inout PetitionerImportFile) {
        var names: [[UInt8]: [UInt8]] = [:]
        for entry in entries {
            guard let number = entry.sender.idNumber?.hash, let name = entry.sender.name?.hash else { continue }
            if let other = names[number], other != name {
                file.report(
                    entry.row.line,
                    "id_number",
                    DomainError.Code.petitionerNameDiffers.rawValue,
                    "同一证件号码在文件中有不同姓名"
                )
            }
            names[number] = names[number] ?? name
        }
    }

    private func write(_ entry: Entry) async throws {
        let petitioner = try await petitioner(entry)
        let draft = try entry.row.dossier(of: petitioner)
        let dossier = try await DossierCommands().openDossier(draft, context).dossier
        try await context.transaction.execute(
            """
            INSERT INTO dossiers.petitioner_import_row (court_code, row_hash, petitioner_id, dossier_id, imported_on)
            VALUES (\(court), \(entry.hash), \(petitioner), \(dossier), \(context.clock.today))
            """
        )
    }

    private func petitioner(_ entry: Entry) async throws -> Int64 {
        let identity = PetitionerIdentity(court: court, isSealed: false, transaction: context.transaction)
        // An earlier row of the file may have entered them.
        if case .known(let petitioner) = try await identity.find(entry.sender) { return petitioner }
        return try await PetitionerBook.enter(
            entry.sender,
            kind: .naturalPerson,
            idDocType: entry.sender.idNumber == nil ? nil : .residentId,
            court: court,
            on: context.clock.today,
            in: context
        )
    }

    private func answer(_ file: PetitionerImportFile, created: Int, unchanged: Int) -> ImportPetitionersPayload {
        ImportPetitionersPayload(
            dryRun: input.dryRun,
            rows: file.rowCount,
            created: created,
            unchanged: unchanged,
            problems: file.problems.sorted { $0.line < $1.line }
        )
    }
}

extension DossierCommands {
    func importPetitioners(
        _ input: ImportPetitionersInput,
        _ context: WriteContext
    ) async throws -> ImportPetitionersPayload {
        try await PetitionerImport(input: input, context: context).run()
    }
}
