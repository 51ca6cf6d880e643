import GraphQLExecution
import Testing

@Suite("The cache of two generations")
struct TwoGenerationCacheTests {
    @Test("keeps what was put in and answers nil for anything else")
    func keeps() {
        let cache = TwoGenerationCache<String, Int>(generationSize: 2)
        cache.insert(1, for: "one")
        #expect(cache["one"] == 1)
        #expect(cache["two"] == nil)
        cache.insert(3, for: "one")
        #expect(cache["one"] == 3)
    }

    @Test("drops what was not asked for during a whole generation")
    func drops() {
        let cache = TwoGenerationCache<Int, Int>(generationSize: 2)
        cache.insert(0, for: 0)
        cache.insert(1, for: 1)
        cache.insert(2, for: 2)
        // Asking for 0 takes it into the young generation, which is full then.
        #expect(cache[0] == 0)
        cache.insert(3, for: 3)
        #expect(cache[1] == nil)
        #expect(cache[0] == 0)
        #expect(cache[2] == 2)
        #expect(cache[3] == 3)
    }

    @Test("holds nothing after it was emptied")
    func emptied() {
        let cache = TwoGenerationCache<Int, Int>(generationSize: 1)
        cache.insert(0, for: 0)
        cache.insert(1, for: 1)
        cache.removeAll()
        #expect(cache[0] == nil)
        #expect(cache[1] == nil)
    }
}
