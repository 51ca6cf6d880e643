import GraphQLExecution
import GraphQLLanguage
import GraphQLSchema
import GraphQLValidation
import Synchronization
import Testing

/// What a server holds behind one lock.
private final class Holder: Sendable {
    let state: Mutex<(cache: DocumentCache, isFirst: Bool)>

    init(_ cache: DocumentCache) { state = Mutex((cache, true)) }
}

@Suite("The cache of documents")
struct DocumentCacheTests {
    private func cache(parserLimits: ParserLimits = ParserLimits()) throws -> DocumentCache {
        DocumentCache(schema: try Sample.schema(), parserLimits: parserLimits)
    }

    @Test("answers one prepared document for the same bytes, another for other bytes")
    func sameBytes() throws {
        let cache = try cache()
        let first = try cache.document(Array("{ count }".utf8))
        #expect(try cache.document(Array("{ count }".utf8)) === first)
        #expect(try cache.document(Array("{  count }".utf8)) !== first)
    }

    @Test("says what is wrong with a document, each time")
    func faulty() throws {
        let cache = try cache()
        for _ in 1...2 {
            #expect(throws: GraphQLError.self) { try cache.document(Array("{ count".utf8)) }
            #expect {
                try cache.document(Array("{ cuont }".utf8))
            } throws: { error in
                let message = #"Cannot query field "cuont" on type "Query". Did you mean "count"?"#
                return (error as? ValidationFailure)?.errors.map(\.message) == [message]
            }
        }
    }

    @Test("holds documents to the limits that it was given")
    func limits() throws {
        let cache = try cache(parserLimits: ParserLimits(maxTokens: 3))
        #expect(throws: Never.self) { try cache.document(Array("{ count }".utf8)) }
        #expect {
            try cache.document(Array("{ count loose }".utf8))
        } throws: { error in
            (error as? GraphQLError)?.message.contains("more than 3 tokens") == true
        }
    }

    @Test("finds a plan again for the same caller and the same deciding variables only")
    func plans() throws {
        let document = try cache().document(
            Array("query ($more: Boolean!) { count loose @include(if: $more) { id } }".utf8)
        )
        let operation = try document.operation(named: nil)
        func plan(more: Bool, callerKey: String = "a") throws -> Plan {
            try document.plan(
                operation,
                named: nil,
                variables: CoercedVariables(values: [.boolean(more)]),
                callerKey: CallerKey(callerKey),
                by: SelectionPlanner(),
                scalars: ScalarCoercions()
            )
        }
        let short = try plan(more: false)
        #expect(try plan(more: false) === short)
        #expect(short.root.fields.map(\.responseKey) == ["count"])
        #expect(try plan(more: true).root.fields.map(\.responseKey) == ["count", "loose"])
        #expect(try plan(more: false, callerKey: "b") !== short)
    }

    @Test("keeps the operations of a document apart by name")
    func operations() throws {
        let document = try cache().document(Array("query A { count } query B { loose { id } }".utf8))
        #expect(try document.operation(named: "A").operation.name?.text == "A")
        #expect(try document.operation(named: "B").operation.name?.text == "B")
        #expect(throws: GraphQLError.self) { try document.operation(named: nil) }
        #expect(throws: GraphQLError.self) { try document.operation(named: "C") }
    }

    // MARK: - Bounds and trust

    private func limited(_ change: (inout DocumentCache.Limits) -> Void) throws -> DocumentCache {
        var limits = DocumentCache.Limits()
        change(&limits)
        return DocumentCache(schema: try Sample.schema(), limits: limits)
    }

    private func plan(_ document: PreparedDocument, callerKey: String = "a", more: Bool = true) throws -> Plan {
        let operation = try document.operation(named: nil)
        return try document.plan(
            operation,
            named: nil,
            variables: CoercedVariables(values: operation.operation.variables.map { _ in .boolean(more) }),
            callerKey: CallerKey(callerKey),
            by: SelectionPlanner(),
            scalars: ScalarCoercions()
        )
    }

    @Test("keeps trusted documents through a burst of unknown ones, bounded in number")
    func burst() throws {
        let cache = try limited {
            $0.newCount = 10
            $0.trustedCount = 10
        }
        let trusted = try cache.document(Array("{ count }".utf8))
        for _ in 1...2 { _ = try cache.document(Array("{ count }".utf8)) }
        for index in 1...200 { _ = try cache.document(Array("{ a\(index): count }".utf8)) }
        #expect(try cache.document(Array("{ count }".utf8)) === trusted)
        #expect(cache.statistics.newCount == 10)
        #expect(cache.statistics.trustedCount == 1)
    }

    @Test("keeps trusted documents through a burst of unknown ones that are asked for as often as they were")
    func patientBurst() throws {
        let cache = try limited {
            $0.newCount = 10
            $0.trustedCount = 1
        }
        let trusted = try cache.document(Array("{ count }".utf8))
        for _ in 1...2 { _ = try cache.document(Array("{ count }".utf8)) }
        for index in 1...50 {
            for _ in 1...3 { _ = try cache.document(Array("{ a\(index): count }".utf8)) }
        }
        #expect(try cache.document(Array("{ count }".utf8)) === trusted)
    }

    @Test("counts bytes: a large document pushes out many, and one beyond the bound is answered and not kept")
    func bytes() throws {
        let cache = try limited { $0.newBytes = 24 << 10 }
        for index in 1...10 { _ = try cache.document(Array("{ a\(index): count }".utf8)) }
        #expect(cache.statistics.newCount == 10)
        let small = cache.statistics.newBytes
        #expect(small > 10 * 1_024)
        func wide(_ count: Int) -> [UInt8] {
            Array("{ letters(filter: {words: [\((1...count).map(String.init).joined(separator: " "))]}) { id } }".utf8)
        }
        let large = try cache.document(wide(350))
        #expect(try cache.document(wide(350)) === large)
        #expect(cache.statistics.newCount < 10)
        #expect(cache.statistics.newBytes <= 24 << 10)
        let huge = try cache.document(wide(2_000))
        #expect(try cache.document(wide(2_000)) !== huge)
        #expect(try plan(huge).fetches.count == 1)
        #expect(cache.statistics.newBytes <= 24 << 10)
    }

    @Test("counts a document's plans with it")
    func planBytes() throws {
        let cache = try limited { _ in }
        let document = try cache.document(Array("{ letters { id letterNo events { id kind } } }".utf8))
        let alone = cache.statistics.newBytes
        _ = try plan(document)
        let withPlan = cache.statistics.newBytes
        #expect(withPlan > alone)
        _ = try plan(document)
        #expect(cache.statistics.newBytes == withPlan)
        _ = try plan(document, callerKey: "b")
        #expect(cache.statistics.newBytes > withPlan)
        // However many callers there are, a document has so many plans and no more.
        for index in 1...1_000 { _ = try plan(document, callerKey: "caller \(index)") }
        #expect(cache.statistics.newBytes < alone + 70 * (withPlan - alone))
    }

    @Test("keeps a plan that is asked for again through a burst of variants")
    func planBurst() throws {
        let document = try cache().document(Array("{ count }".utf8))
        let trusted = try plan(document)
        for _ in 1...2 { _ = try plan(document) }
        for index in 1...500 { _ = try plan(document, callerKey: "caller \(index)") }
        #expect(try plan(document) === trusted)
    }

    @Test("keeps so many operations of a document and finds the others anew")
    func manyOperations() throws {
        let text = (1...50).map { "query Q\($0) { count }" }.joined(separator: " ")
        let cache = try limited { _ in }
        let document = try cache.document(Array(text.utf8))
        for _ in 1...2 {
            for index in 1...50 {
                #expect(try document.operation(named: "Q\(index)").operation.name?.text == "Q\(index)")
            }
        }
    }

    @Test("keeps a registered document whatever comes")
    func registered() throws {
        let cache = try limited {
            $0.newCount = 1
            $0.trustedCount = 1
        }
        cache.register(Array("{ count }".utf8))
        let registered = try cache.document(Array("{ count }".utf8))
        for index in 1...50 {
            for _ in 1...5 { _ = try cache.document(Array("{ a\(index): count }".utf8)) }
        }
        #expect(try cache.document(Array("{ count }".utf8)) === registered)
    }

    // MARK: - Another schema

    @Test("takes its trusted documents over to another schema, made anew when they are next asked for")
    func adopting() throws {
        let former = try limited { $0.newCount = 2 }
        let count = Array("{ count }".utf8)
        let letters = Array("{ letters { id } }".utf8)
        for document in [count, letters] { for _ in 1...3 { _ = try former.document(document) } }
        let document = try former.document(count)
        let formerPlan = try plan(document)

        let schema = try Schema.build("type Query { count: Int more: Int }")
        let cache = former.adopting(schema)
        #expect(cache.statistics.trustedCount == 2)
        #expect(cache.statistics.trustedBytes == 0)
        // A burst right after the change does not touch what is known to be trusted.
        for index in 1...50 { _ = try cache.document(Array("{ a\(index): more }".utf8)) }
        let renewed = try cache.document(count)
        #expect(renewed !== document)
        #expect(renewed.document.schema.type(named: "Letter") == nil)
        #expect(try plan(renewed) !== formerPlan)
        #expect(cache.statistics.trustedBytes > 0)
        for index in 1...50 { _ = try cache.document(Array("{ b\(index): more }".utf8)) }
        #expect(try cache.document(count) === renewed)

        #expect(throws: ValidationFailure.self) { try cache.document(letters) }
        #expect(cache.statistics.trustedCount == 1)
        // Who holds the former one is still served.
        #expect(try former.document(count) === document)
        #expect(try former.document(letters).document.schema.type(named: "Letter") != nil)
        #expect(try plan(document) === formerPlan)
    }

    @Test("answers many at once with documents of one schema each, while schemas change")
    func concurrentAdoption() async throws {
        let schemas = [try Schema.build("type Query { count: Int }"), try Schema.build("type Query { count: Int! }")]
        let holder = Holder(DocumentCache(schema: schemas[0]))
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                for round in 1...50 {
                    holder.state.withLock { $0 = ($0.cache.adopting(schemas[round % 2]), round % 2 == 0) }
                    await Task.yield()
                }
            }
            for _ in 1...4 {
                group.addTask {
                    for index in 0..<500 {
                        let (cache, isFirst) = holder.state.withLock { $0 }
                        let document = try cache.document(Array("{ a\(index % 20): count }".utf8))
                        let plan = try plan(document)
                        #expect(plan.root.fields[0].isNonNull == !isFirst)
                    }
                }
            }
            try await group.waitForAll()
        }
    }
}
