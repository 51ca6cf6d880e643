/// What of a caller a plan depends on: equal for callers for whom the planner plans the same.
package struct CallerKey: Hashable, Sendable {
    private let text: String
    /// Computed once, so that finding a plan does not read the text.
    private let textHash: Int

    /// Makes the key of a text, such as the names of the caller's permissions in order.
    package init(_ text: String) {
        self.text = text
        textHash = text.hashValue
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(textHash) }
}
