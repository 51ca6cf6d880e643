import GraphQLExecution
import GraphQLLanguage
import Testing

@Suite("Cells with errors, and what their rows know of others")
struct CellErrorTests {
    private func run(
        _ document: String,
        _ row: [CellValue],
        items: [[CellValue]] = [],
        shape: @escaping @Sendable (Int, inout PlanBuilder) -> Shape
    ) async throws -> String {
        try await OneShape.run(document, row, items: items, shape: shape)
    }

    private let failed = #"{"errors":[{"message":"Lost.","locations":[{"line":1,"column":3}],"path":["count"]}],"#
    private let nothing = #""data":{"count":null}}"#
    private let lost = CellValue.error("Lost.")

    @Test("a leaf's error is raised at its field (§6.4.4)")
    func leaf() async throws {
        let shape: @Sendable (Int, inout PlanBuilder) -> Shape = { _, _ in .leaf(column: 0, .int8) }
        #expect(try await run("{ count }", [lost], shape: shape) == failed + nothing)
        #expect(try await run("{ count }", [nil], shape: shape) == "{" + nothing)
    }

    @Test("so is one in the place of an array, a presence and a type's name")
    func others() async throws {
        let array = LeafEncoding.array(of: .text, itemIsNonNull: false)
        #expect(try await run("{ count }", [lost]) { _, _ in .leaf(column: 0, array) } == failed + nothing)
        let object = ObjectShape(typename: "Letter", fields: [])
        #expect(try await run("{ count }", [lost]) { _, _ in .object(object, presence: 0) } == failed + nothing)
        let variant = Shape.variant(typename: 0, ["Letter": .object(object, presence: nil)])
        #expect(try await run("{ count }", [lost]) { _, _ in variant } == failed + nothing)
        #expect(try await run("{ count }", ["Letter"]) { _, _ in variant } == #"{"data":{"count":{}}}"#)
    }

    @Test("a list's nullness may stand in its parent's row")
    func presence() async throws {
        let shape: @Sendable (Int, inout PlanBuilder) -> Shape = { fetch, builder in
            let items = builder.add(NamedFetch("items"), parent: Fetch.Parent(fetch: fetch, keyColumns: [0]))
            return .present(column: 0, .rows(fetch: items, element: .leaf(column: 1, .text), elementIsNonNull: true))
        }
        #expect(try await run("{ count }", [1], shape: shape) == #"{"data":{"count":[]}}"#)
        #expect(try await run("{ count }", [1], items: [[1, "a"]], shape: shape) == #"{"data":{"count":["a"]}}"#)
        #expect(try await run("{ count }", [nil], shape: shape) == "{" + nothing)
        #expect(try await run("{ count }", [lost], shape: shape) == failed + nothing)
        #expect(
            try await run("{ count }", [1], items: [[1, "a"], [1, lost]], shape: shape)
                == #"{"errors":[{"message":"Lost.","locations":[{"line":1,"column":3}],"path":["count",1]}],"# + nothing
        )
    }

    @Test("a text that is given stands for the shape")
    func given() async throws {
        let shape: @Sendable (Int, inout PlanBuilder) -> Shape = { _, _ in
            .given(column: 0, otherwise: .leaf(column: 1, .text))
        }
        #expect(try await run("{ count }", [#"{"a":1}"#, "x"], shape: shape) == #"{"data":{"count":{"a":1}}}"#)
        #expect(try await run("{ count }", [nil, "x"], shape: shape) == #"{"data":{"count":"x"}}"#)
    }

    @Test("a refused object is null where there is none, else its error")
    func refusedObject() async throws {
        let object = ObjectShape(typename: "Letter", fields: [], refusal: GraphQLError("Lost."))
        #expect(try await run("{ count }", [1]) { _, _ in .object(object, presence: 0) } == failed + nothing)
        #expect(try await run("{ count }", [nil]) { _, _ in .object(object, presence: 0) } == "{" + nothing)
        #expect(try await run("{ count }", [1]) { _, _ in .object(object, presence: nil) } == failed + nothing)
        let variant = Shape.variant(
            typename: 0,
            [
                "Letter": .object(object, presence: nil),
                "Person": .object(ObjectShape(typename: "Person", fields: []), presence: nil),
            ]
        )
        #expect(try await run("{ count }", ["Letter"]) { _, _ in variant } == failed + nothing)
        #expect(try await run("{ count }", ["Person"]) { _, _ in variant } == #"{"data":{"count":{}}}"#)
    }

    @Test("a failed key leads to no rows")
    func failedKey() {
        let batch = RowBatch([[lost, nil, 3]])
        #expect(batch.error(of: batch.cell(row: 0, column: 0)) == GraphQLError("Lost."))
        #expect(batch.cell(row: 0, column: 0).isNull)
        #expect(batch.error(of: batch.cell(row: 0, column: 1)) == nil)
        #expect(batch.error(of: batch.cell(row: 0, column: 2)) == nil)
    }
}
