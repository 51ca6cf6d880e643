import Synchronization

/// Tells the first of a request's pipelines from the later ones.
final class Start: Sendable {
    private let isPending = Atomic(true)

    /// True once.
    func isFirst() -> Bool { isPending.exchange(false, ordering: .relaxed) }
}
