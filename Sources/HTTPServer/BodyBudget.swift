import Synchronization

/// What all connections together may hold of request bodies that are still arriving or being answered.
///
/// The first piece of each is free, so that small requests pay nothing.
final class BodyBudget: Sendable {
    private let limit: Int
    private let taken = Atomic(0)

    init(byteCount: Int) { limit = byteCount }

    /// Takes bytes, to be given back with `give`; false if they are not to be had.
    func take(_ byteCount: Int) -> Bool {
        guard taken.add(byteCount, ordering: .relaxed).newValue > limit else { return true }
        give(byteCount)
        return false
    }

    func give(_ byteCount: Int) { taken.subtract(byteCount, ordering: .relaxed) }
}
