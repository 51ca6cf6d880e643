package import Synchronization

/// A bounded cache: what was not asked for during a whole generation is dropped.
///
/// Constant cost, no bookkeeping per hit. It can be inlined, so that it is specialised where it is used.
package final class TwoGenerationCache<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    @usableFromInline
    struct Generations {
        @usableFromInline var young: [Key: Value] = [:]
        @usableFromInline var old: [Key: Value] = [:]

        @inlinable
        init() {}
    }

    @usableFromInline let generationSize: Int
    @usableFromInline let generations = Mutex(Generations())

    /// Holds between `generationSize` and twice as many values.
    @inlinable
    package init(generationSize: Int) { self.generationSize = generationSize }

    @inlinable
    package subscript(key: Key) -> Value? {
        generations.withLock { generations in
            if let value = generations.young[key] { return value }
            guard let value = generations.old[key] else { return nil }
            insert(value, for: key, into: &generations)
            return value
        }
    }

    @inlinable
    package func insert(_ value: Value, for key: Key) {
        generations.withLock { insert(value, for: key, into: &$0) }
    }

    @inlinable
    package func removeAll() { generations.withLock { $0 = Generations() } }

    @inlinable
    func insert(_ value: Value, for key: Key, into generations: inout Generations) {
        if generations.young.count >= generationSize {
            generations.old = generations.young
            generations.young = [:]
        }
        generations.young[key] = value
    }
}
