import PluginKit

extension LetterLife {
    /// 作废, registered in error.
    ///
    /// The row and its number stay; it repeats no other letter any more.
    static let void = LetterAct("letter.voided") { (input: VoidLetterInput, change) in
        change.row.voidReason = input.reason
        change.row.repeatsNone()
    }
}
