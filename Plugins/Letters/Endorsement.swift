import PluginKit
import Postgres

extension LetterLife {
    /// 领导批示: procedural text only.
    ///
    /// A later endorsement takes the place of an earlier one, which stays on record.
    static let endorse = LetterAct("letter.endorsed") { (input: EndorseLetterInput, change) in
        change.insert(
            "endorsement",
            into: "letters.endorsement",
            "by_id, at, kind, text",
            "\(try change.staff), \(change.now), \(input.kind), \(input.text.value)",
            replacing: "letter_id"
        )
        change.insert(
            "endorsements",
            into: "letters.endorsement_record",
            "by_id, at, kind, text",
            "\(try change.staff), \(change.now), \(input.kind), \(input.text.value)"
        )
    }
}
