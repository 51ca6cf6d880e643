import Testing

@testable import Postgres

@Suite("StatementCache") struct StatementCacheTests {
    private func statement(_ text: String) -> PreparedStatement { PreparedStatement(text: text) }

    @Test("A statement is found under its name, by text and types")
    func found() {
        var cache = StatementCache(limit: 2)
        cache.insert(statement("a"), name: cache.makeName())
        #expect(cache.use(statement("a")) == "d1")
        #expect(cache.use(PreparedStatement(text: "a", parameterTypes: [20])) == nil)
    }

    @Test("The least recently used makes room, and its name is retired")
    func eviction() {
        var cache = StatementCache(limit: 2)
        for text in ["a", "b"] { cache.insert(statement(text), name: text) }
        _ = cache.use(statement("a"))
        cache.insert(statement("c"), name: "c")
        #expect(cache.use(statement("b")) == nil)
        #expect(cache.use(statement("a")) == "a")
        #expect(cache.retired == ["b"])
        cache.deallocated("b")
        #expect(cache.retired.isEmpty)
    }

    @Test("A name is never used twice")
    func names() {
        var cache = StatementCache(limit: 2)
        let first = cache.makeName()
        cache.insert(statement("a"), name: first)
        cache.forgetAll()
        #expect(cache.makeName() != first)
        #expect(cache.count == 0)
    }

    @Test("Columns live as long as their preparation")
    func columns() {
        var cache = StatementCache(limit: 2)
        let columns = [ResultSet.Column(name: "id", typeOID: 20)]
        cache.insert(statement("a"), name: "d1")
        cache.setColumns(columns, of: statement("a"))
        #expect(cache.columns(of: statement("a")) == columns)
        cache.forget(statement("a"))
        #expect(cache.columns(of: statement("a")) == nil)
        #expect(cache.retired == ["d1"])
    }
}
