import GraphQLLanguage
import Testing

@testable import GraphQLExecution

@Suite("What a payload needs to stand")
struct PayloadNeedsTests {
    private func field(_ name: String, _ shape: Shape, isNonNull: Bool = true) -> OutputField {
        OutputField(responseKey: name, coordinate: "T.\(name)", shape: shape, isNonNull: isNonNull, offsets: [])
    }

    private func object(_ fields: OutputField..., presence: Int? = nil) -> Shape {
        .object(ObjectShape(typename: "T", fields: fields), presence: presence)
    }

    private func needed(by shape: Shape, isNonNull: Bool = false) -> PayloadNeeds? {
        PayloadNeeds(field("root", .row(fetch: 0, shape), isNonNull: isNonNull))
    }

    @Test("Nothing behind a field that may be null")
    func nullable() throws {
        let inner = object(field("b", .leaf(column: 1, .text)))
        let needs = try #require(
            needed(
                by: object(
                    field("a", .row(fetch: 1, inner), isNonNull: false),
                    field("l", .connection(.none), isNonNull: false),
                    field("t", .constant([]))
                )
            )
        )
        #expect(needs[0].isEmpty)
        #expect(needs[1].isEmpty)
    }

    @Test("Values, rows and relations on the way from a field that may not")
    func nonNull() throws {
        let joined = object(field("c", .leaf(column: 4, .timestamp)), presence: 3)
        let row = object(
            field("a", .leaf(column: 1, .text)),
            field("again", .leaf(column: 1, .text)),
            field("b", .leaf(column: 2, .text), isNonNull: false),
            field("join", joined)
        )
        let needs = try #require(
            needed(by: object(field("row", .row(fetch: 1, row)), field("n", .leaf(column: 0, .int4))))
        )
        #expect(needs[0] == RowNeeds(cells: [.init(column: 0, encoding: .int4)]))
        #expect(
            needs[1]
                == RowNeeds(
                    hasRow: true,
                    cells: [
                        .init(column: 1, encoding: .text), .init(column: 3, encoding: nil),
                        .init(column: 4, encoding: .timestamp),
                    ]
                )
        )
    }

    @Test("A mutation's own row may be missing where the mutation may be null, and be wrong nowhere")
    func ownRow() throws {
        let row = Shape.row(fetch: 1, object(field("a", .leaf(column: 1, .text))))
        let cells = [RowNeeds.Cell(column: 1, encoding: .text)]
        #expect(try #require(needed(by: row))[1] == RowNeeds(cells: cells))
        let strict = try #require(needed(by: row, isNonNull: true))
        #expect(strict[1] == RowNeeds(hasRow: true, cells: cells))
        #expect(strict[0] == RowNeeds(hasRow: true))
    }

    @Test("Lists that are whole, and their items where these may not be null")
    func lists() throws {
        let item = object(field("a", .leaf(column: 1, .text)))
        for isNonNull in [true, false] {
            let list = Shape.rows(fetch: 1, element: item, elementIsNonNull: isNonNull)
            let needs = try #require(needed(by: object(field("list", list))))
            let cells = isNonNull ? [RowNeeds.Cell(column: 1, encoding: .text)] : []
            #expect(needs[1] == RowNeeds(isWhole: true, cells: cells))
        }
    }

    @Test("What single rows do not tell is not known")
    func unknown() {
        let refused = ObjectShape(typename: "T", fields: [], refusal: GraphQLError("No."))
        let shapes: [Shape] = [
            .refused(GraphQLError("No.")), .connection(.none), .variant(typename: 0, [:]),
            .object(refused, presence: nil),
            .given(column: 0, otherwise: .constant([])),
            .found(list: 1, key: 0, fetch: 2, element: .constant([])),
        ]
        for shape in shapes {
            #expect(needed(by: object(field("a", shape))) == nil, "\(shape)")
            #expect(needed(by: object(field("a", shape, isNonNull: false))) != nil, "\(shape)")
        }
    }

    @Test("Rows at hand are looked at")
    func areMet() {
        let cells = [RowNeeds.Cell(column: 0, encoding: .int8AsInt), .init(column: 1, encoding: nil)]
        #expect(RowNeeds(cells: cells).areMet(by: RowBatch([[1, "x"], [2, "y"]])))
        #expect(!RowNeeds(cells: cells).areMet(by: RowBatch([[1, "x"], [nil, "y"]])))
        #expect(!RowNeeds(cells: cells).areMet(by: RowBatch([[1, nil]])))
        #expect(!RowNeeds(hasRow: true).areMet(by: RowBatch(columnCount: 0, rowCount: 0, bytes: [], cells: [])))
        #expect(!RowNeeds(isWhole: true).areMet(by: .failed(GraphQLError("Too long."))))
        #expect(RowNeeds().areMet(by: .failed(GraphQLError("Whatever."))))
        let infinite = RowBatch(
            columnCount: 1,
            rowCount: 1,
            bytes: Int64.max.bigEndianBytes,
            cells: [.init(offset: 0, count: 8)]
        )
        #expect(!RowNeeds(cells: [.init(column: 0, encoding: .timestamp)]).areMet(by: infinite))
    }
}

extension ConnectionShape {
    /// A connection of which nothing is selected.
    fileprivate static let none = ConnectionShape(
        fetch: nil,
        parts: [],
        cursorColumns: [],
        cursorFactory: CursorFactory(query: 0, seal: ClearSeal()),
        nodeType: "T"
    )
}
