/// How many more fields may be looked at while merging is checked.
final class ComparisonBudget {
    let limit: Int
    private var left: Int

    init(_ limit: Int) {
        self.limit = limit
        left = limit
    }

    var isExhausted: Bool { left < 0 }

    /// Takes from the budget; false once it is used up.
    func spend(_ steps: Int) -> Bool {
        left -= steps
        return left >= 0
    }
}
