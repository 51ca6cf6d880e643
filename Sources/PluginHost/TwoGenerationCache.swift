import Synchronization

/// A bounded cache: what was not asked for during a whole generation is dropped.
///
/// Constant cost, no bookkeeping per hit.
final class TwoGenerationCache<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private struct Generations {
        var young: [Key: Value] = [:]
        var old: [Key: Value] = [:]
    }

    private let generationSize: Int
    private let generations = Mutex(Generations())

    /// Holds between `generationSize` and twice as many values.
    init(generationSize: Int) { self.generationSize = generationSize }

    subscript(key: Key) -> Value? {
        generations.withLock { generations in
            if let value = generations.young[key] { return value }
            guard let value = generations.old[key] else { return nil }
            insert(value, for: key, into: &generations)
            return value
        }
    }

    func insert(_ value: Value, for key: Key) {
        generations.withLock { insert(value, for: key, into: &$0) }
    }

    func removeAll() { generations.withLock { $0 = Generations() } }

    private func insert(_ value: Value, for key: Key, into generations: inout Generations) {
        if generations.young.count >= generationSize {
            generations.old = generations.young
            generations.young = [:]
        }
        generations.young[key] = value
    }
}
