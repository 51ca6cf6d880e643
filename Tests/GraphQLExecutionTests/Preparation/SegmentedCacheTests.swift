import Testing

@testable import GraphQLExecution

@Suite("The cache of two segments")
struct SegmentedCacheTests {
    private typealias Cache = SegmentedCache<String, Int>

    private func cache(new: Int = 2, trusted: Int = 2, cost: Int = 1_000) -> Cache {
        Cache(probation: .init(count: new, cost: cost), trusted: .init(count: trusted, cost: cost))
    }

    /// Puts a value in and asks for it until it is trusted, if it can be.
    private func prove(_ key: String, in cache: inout Cache, times: Int = 2, cost: Int = 1) {
        _ = cache.insert(0, for: key, cost: cost)
        for _ in 0..<times { _ = cache.value(for: key) }
    }

    @Test("keeps what was put in, and answers nil for anything else")
    func keeps() {
        var cache = cache()
        #expect(cache.insert(1, for: "one", cost: 10).isEmpty)
        #expect(cache.value(for: "two") == nil)
        #expect(cache.insert(3, for: "one", cost: 20) == [1])
        #expect(cache.value(for: "one") == 3)
        #expect(cache.probation == .init(count: 1, cost: 20))
    }

    @Test("lets the least recently used of the new go, and answers what went")
    func probation() {
        var cache = cache()
        _ = cache.insert(1, for: "a", cost: 1)
        _ = cache.insert(2, for: "b", cost: 1)
        _ = cache.value(for: "a")
        #expect(cache.insert(3, for: "c", cost: 1) == [2])
        #expect(cache.value(for: "b") == nil)
        #expect(cache.probation.count == 2)
        #expect(cache.value(for: "a") == 1)
    }

    @Test("trusts what was asked for three times, its making included")
    func trusts() {
        var cache = cache()
        _ = cache.insert(1, for: "a", cost: 5)
        _ = cache.value(for: "a")
        #expect(cache.trusted.count == 0)
        _ = cache.value(for: "a")
        #expect(cache.trusted == .init(count: 1, cost: 5))
        #expect(cache.probation == .init(count: 0, cost: 0))
    }

    @Test("keeps trusted values through a burst of any length", arguments: [1, 2, 3])
    func burst(times: Int) {
        var cache = cache()
        prove("a", in: &cache, times: 5)
        prove("b", in: &cache, times: 5)
        for index in 0..<1_000 { prove("burst \(index)", in: &cache, times: times - 1) }
        #expect(cache.value(for: "a") == 0)
        #expect(cache.value(for: "b") == 0)
        #expect(cache.probation.count <= 2)
        #expect(cache.trusted.count == 2)
    }

    @Test("replaces the least recently used trusted value by one that is asked for more often")
    func replaces() {
        var cache = cache()
        prove("a", in: &cache, times: 4)
        prove("b", in: &cache, times: 4)
        prove("c", in: &cache, times: 3)
        #expect(cache.trusted.count == 2)
        #expect(cache.probation.count == 1)
        for _ in 0..<2 { _ = cache.value(for: "c") }
        // Now "a" is on probation, where two others push it out.
        _ = cache.insert(0, for: "d", cost: 1)
        _ = cache.insert(0, for: "e", cost: 1)
        #expect(cache.value(for: "a") == nil)
        #expect(cache.value(for: "b") == 0)
        #expect(cache.value(for: "c") == 0)
    }

    @Test("forgets what was popular once, when others are for long enough")
    func ages() {
        var cache = cache()
        prove("old", in: &cache, times: 100)
        prove("now", in: &cache)
        for _ in 0..<1_000 { _ = cache.value(for: "now") }
        prove("next", in: &cache, times: 3)
        _ = cache.insert(0, for: "x", cost: 1)
        _ = cache.insert(0, for: "y", cost: 1)
        #expect(cache.value(for: "old") == nil)
        #expect(cache.value(for: "next") == 0)
        #expect(cache.value(for: "now") == 0)
    }

    @Test("holds both segments to their costs")
    func costs() {
        var cache = cache(new: 100, trusted: 100, cost: 10)
        #expect(cache.insert(1, for: "large", cost: 11) == [1])
        #expect(cache.value(for: "large") == nil)
        _ = cache.insert(1, for: "a", cost: 6)
        #expect(cache.insert(2, for: "b", cost: 6) == [1])
        _ = cache.value(for: "b")
        _ = cache.value(for: "b")
        #expect(cache.trusted == .init(count: 1, cost: 6))
        prove("c", in: &cache, times: 2, cost: 5)
        // There is no room for five more, and "b" was asked for as often.
        #expect(cache.trusted == .init(count: 1, cost: 6))
        #expect(cache.probation == .init(count: 1, cost: 5))
    }

    @Test("takes note of growth, and lets go of what has grown too large")
    func growth() {
        var cache = cache(cost: 10)
        _ = cache.insert(1, for: "a", cost: 4)
        _ = cache.insert(2, for: "b", cost: 4)
        #expect(cache.setCost(6, of: "b").isEmpty)
        #expect(cache.setCost(7, of: "b") == [1])
        #expect(cache.setCost(11, of: "b") == [2])
        #expect(cache.setCost(1, of: "b").isEmpty)
        #expect(cache.probation == .init(count: 0, cost: 0))
    }

    @Test("keeps a registered key's value whatever it costs, and forgets it on demand only")
    func registered() {
        var cache = cache(new: 1, trusted: 1, cost: 10)
        cache.register("a")
        #expect(cache.value(for: "a") == nil)
        #expect(cache.insert(1, for: "a", cost: 100).isEmpty)
        for index in 0..<100 { prove("burst \(index)", in: &cache, times: 10) }
        #expect(cache.value(for: "a") == 1)
        #expect(cache.remove("a") == 1)
        #expect(cache.remove("a") == nil)
        #expect(cache.value(for: "a") == nil)
        _ = cache.insert(2, for: "b", cost: 1)
        cache.register("b")
        #expect(cache.probation.count == 0)
        #expect(cache.value(for: "b") == 2)
    }

    @Test("hands its trusted keys to another, without values and with what they have proven")
    func renewed() {
        var former = cache()
        prove("a", in: &former, times: 5)
        prove("b", in: &former, times: 5)
        _ = former.insert(0, for: "new", cost: 1)
        var cache = former.renewed()
        #expect(cache.trusted == .init(count: 2, cost: 0))
        #expect(cache.probation.count == 0)
        #expect(cache.value(for: "a") == nil)
        for index in 0..<100 { prove("burst \(index)", in: &cache) }
        #expect(cache.insert(7, for: "a", cost: 3).isEmpty)
        #expect(cache.value(for: "a") == 7)
        #expect(cache.trusted == .init(count: 2, cost: 3))
        #expect(former.value(for: "a") == 0)
    }

    @Test("holds nothing where nothing is allowed")
    func nothing() {
        var cache = cache(new: 0, trusted: 0)
        #expect(cache.insert(1, for: "a", cost: 1) == [1])
        #expect(cache.value(for: "a") == nil)
    }

    @Test("keeps its books through any sequence of calls")
    func books() {
        var random = Xorshift(state: 0x2545_F491_4F6C_DD1D)
        var cache = SegmentedCache<Int, Int>(
            probation: .init(count: 8, cost: 60),
            trusted: .init(count: 6, cost: 60)
        )
        for _ in 0..<20_000 {
            let key = Int(random.next() % 40)
            switch random.next() % 8 {
            case 0: _ = cache.insert(key, for: key, cost: Int(random.next() % 30))
            case 1: _ = cache.setCost(Int(random.next() % 30), of: key)
            case 2 where random.next() % 20 == 0: _ = cache.remove(key)
            case 3 where random.next() % 2_000 == 0: cache = cache.renewed()
            default:
                if let value = cache.value(for: key) { #expect(value == key) }
            }
            #expect(cache.probation.count <= 8 && cache.probation.cost <= 60 && cache.probation.cost >= 0)
            #expect(cache.trusted.count <= 6 && cache.trusted.cost <= 60 && cache.trusted.cost >= 0)
        }
    }
}

/// Numbers that are the same in every run.
private struct Xorshift {
    var state: UInt64

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}
