import GraphQLExecution
import GraphQLLanguage
import GraphQLValidation
import Testing

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
                callerKey: callerKey,
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
}
