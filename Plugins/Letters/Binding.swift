import CourtCore
import PluginKit
import Postgres

extension LetterLife {
    /// 装订.
    static let bind = LetterAct(
        "letter.bound",
        reads: [LetterFact.hasRefusedClaim, LetterFact.isDissatisfied]
    ) { (input: BindLetterInput, change) in
        let pageCount = try VolumeCheck.pageCount(input.entries)
        try VolumeCheck.requireComplete(
            input.entries,
            hasMeasures: input.unfinishedMeasures.value != nil,
            isFinished: try !change.facts(LetterFact.hasRefusedClaim) && !change.facts(LetterFact.isDissatisfied)
        )
        change.insert(
            "volume",
            into: "letters.volume",
            "page_count, bound_on, bound_by, unfinished_measures, retention_class",
            """
            \(pageCount), \(change.today), \(try change.staff), \(input.unfinishedMeasures.value), \(input.retentionClass)
            """
        )
        for entry in input.entries {
            change.insert(
                "volume",
                into: "letters.volume_entry",
                "page_from, page_to, document, title",
                "\(entry.pageFrom), \(entry.pageTo), \(entry.document), \(entry.title)"
            )
        }
    }

    /// 归档.
    static let archive = LetterAct(ArchiveLetterInput.self, "letter.archived")
}
