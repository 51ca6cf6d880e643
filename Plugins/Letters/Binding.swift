import CourtCore
import PluginKit
import Postgres

extension LetterCommands {
    /// 装订.
    func bindLetter(_ input: BindLetterInput, _ context: WriteContext) async throws -> LetterPayload {
        var faults = Faults()
        let measures = faults.optionalText(input.unfinishedMeasures.value, 2000, isLong: true, "unfinishedMeasures")
        let titles = input.entries.enumerated().map { position, entry in
            faults.text(entry.title, 200, "entries", String(position), "title")
        }
        try faults.throwIfAny()
        let entries = InputPath(["input", "entries"])
        let pageCount = try VolumeCheck.pageCount(input.entries).int32(at: entries)
        return try await change(.bind, input, context) { change in
            try VolumeCheck.requireComplete(
                input.entries,
                hasMeasures: measures != nil,
                isFinished: !change.facts.hasRefusedClaim && !change.facts.isDissatisfied
            )
            let letter = change.letter
            change.write(
                "volume",
                """
                INSERT INTO letters.volume (letter_id, court_code, page_count, bound_on, bound_by, unfinished_measures, retention_class)
                VALUES (\(letter.id), \(letter.courtCode), \(pageCount), \(change.today), \(try context.staff),
                    \(measures), \(input.retentionClass.rawValue))
                """
            )
            for (entry, title) in zip(input.entries, titles) {
                let pageFrom = try entry.pageFrom.int32(at: entries)
                let pageTo = try entry.pageTo.int32(at: entries)
                change.write(
                    "volume",
                    """
                    INSERT INTO letters.volume_entry (letter_id, page_from, page_to, court_code, document, title)
                    VALUES (\(letter.id), \(pageFrom), \(pageTo), \(letter.courtCode),
                        \(entry.document.rawValue), \(title))
                    """
                )
            }
        }
    }

    /// 归档.
    func archiveLetter(_ input: ArchiveLetterInput, _ context: WriteContext) async throws -> LetterPayload {
        try await change(.archive, input, context)
    }
}
