import GraphQLExecution
import GraphQLLanguage
import Testing

@testable import GraphQLPostgres

@Suite("The cost of a request")
struct CostTests {
    struct Case: CustomTestStringConvertible {
        let query: String
        let variables: String
        let cost: Int

        init(_ cost: Int, _ query: String, _ variables: String = "{}") {
            self.query = query
            self.variables = variables
            self.cost = cost
        }

        var testDescription: String { "\(query) \(variables)" }
    }

    static let cases: [Case] = [
        Case(0, "{ __typename }"),
        Case(1, "{ letter(id: 1) { id } }"),
        // A joined row counts beside the row that it is joined to.
        Case(4, "{ letter(id: 1) { court { parent { name } } assignee { name } } }"),
        Case(50, "{ letters { nodes { id } } }"),
        Case(0, "{ letters(first: 0) { nodes { id } } }"),
        Case(14, "{ letters(last: 7) { nodes { id court { name } } } }"),
        // The same field twice is read twice.
        Case(7, "{ a: letters(first: 3) { nodes { id } } b: letters(first: 4) { nodes { id } } }"),
        Case(10, "{ letters { totalCount } }"),
        Case(15, "{ letters(first: 5) { totalCount nodes { id } } }"),
        // Groups are as many as there may be, and cost as much as a count besides.
        Case(210, "{ letters { groups(by: [STATE]) { count } } }"),
        Case(22, "{ letters { fewGroups(by: [STATE]) { count } firstReceivedOn assignees } }"),
        // A whole list costs what it may have.
        Case(200, "{ courts { name } }"),
        Case(900, "{ topEntries { id } }"),
        Case(10, "{ topEntries(first: 10) { id } }"),
        Case(3, "{ letter(id: 1) { fewEvents { id } } }"),
        Case(90, "{ letters(first: 10) { nodes { firstEvents(first: 4) { staff { name } } } } }"),
        Case(80, "{ letters(first: 10) { nodes { pagedEvents(first: 4) { totalCount nodes { id } } } } }"),
        Case(80600, "{ courts { letters(first: 2) { nodes { petitioners { id } } } } }"),
        Case(4, "{ letters(first: 2) { nodes { actions } } }"),
        Case(9, "query($n: Int) { letters(first: $n) { nodes { id } } }", #"{"n": 9}"#),
        Case(50, "query($n: Int) { letters(first: $n) { nodes { id } } }", #"{"n": null}"#),
        Case(50, "query($n: Int) { letters(first: $n) { nodes { id } } }"),
        Case(12, "query($n: Int = 4) { letters(first: $n) { nodes { lastEvents(first: 2) { id } } } }"),
        // A page that is refused reads nothing, and nothing below it is read.
        Case(0, "{ letters(first: 500) { nodes { petitioners { id } } } }"),
        Case(5, "mutation { closeLetter(id: 1) { version letter { events(first: 3) { nodes { id } } } } }"),
        Case(601, "mutation { importLetters { letters { court { name } } } }"),
    ]

    @Test(
        "It is the rows that can be read: parents × page, one more for each joined row, as declared for a count",
        arguments: cases
    )
    func cost(_ sample: Case) async throws {
        try await SharedDatabase.registry.withReads { reads in
            let (plan, variables) = try reads.plan(sample.query, variables: sample.variables)
            #expect(plan.cost(variables).total == sample.cost)
        }
    }

    @Test("At the limit a request is run; one row more, and it is refused with the field that costs most")
    func limit() async throws {
        try await SharedDatabase.registry.withReads { reads in
            let query = """
                query($n: Int!) {
                  letters(first: 10) { nodes { id mine: pagedEvents(first: $n) { nodes { id staff { name } } } } }
                  letter(id: 1) { id }
                }
                """
            let (plan, variables) = try reads.plan(query, variables: #"{"n": 4}"#)
            try plan.checkCost(variables, limit: 91)
            let error = #expect(throws: GraphQLError.self) { try plan.checkCost(variables, limit: 90) }
            #expect(
                error
                    == GraphQLError(
                        "查询代价超限：最多可读 91 行，上限 90 行；代价最大的字段 Letter.pagedEvents（80 行）",
                        locations: [SourceLocation(line: 2, column: 35)],
                        code: "COST_LIMIT",
                        extensions: [
                            JSONValue.Member("cost", .integer(91)), JSONValue.Member("limit", .integer(90)),
                            JSONValue.Member("field", .string("Letter.pagedEvents")),
                            JSONValue.Member(
                                "fieldPath",
                                .array([.string("letters"), .string("nodes"), .string("mine")])
                            ),
                            JSONValue.Member("fieldCost", .integer(80)),
                        ]
                    )
            )
        }
    }

    @Test("The cost of what does not fit in an integer is above every limit")
    func overflow() async throws {
        try await SharedDatabase.registry.withReads { reads in
            let deep = (0..<12).reduce("id") { inner, _ in "duplicates { \(inner) }" }
            let (plan, variables) = try reads.plan("{ letters(first: 200) { nodes { \(deep) } } }")
            #expect(plan.cost(variables).total == .max)
            #expect(throws: GraphQLError.self) { try plan.checkCost(variables, limit: .max - 1) }
        }
    }

    @Test("A count that costs most is named by its field and path")
    func count() async throws {
        try await SharedDatabase.registry.withReads { reads in
            let (plan, variables) = try reads.plan(
                "{ letters(first: 10) { edges { node { events(first: 0) { totalCount } } } } }"
            )
            let error = #expect(throws: GraphQLError.self) { try plan.checkCost(variables, limit: 99) }
            #expect(error?.message == "查询代价超限：最多可读 110 行，上限 99 行；代价最大的字段 Letter.events（100 行）")
            #expect(
                error?.extensions.first { $0.name == "fieldPath" }?.value
                    == .array(["letters", "edges", "node", "events", "totalCount"].map { .string($0) })
            )
        }
    }

    @Test("A mutation whose payload cannot be paged so is refused before it runs")
    func mutationPage() async throws {
        try await SharedDatabase.registry.withReads { reads in
            let (plan, variables) = try reads.plan(
                "mutation($n: Int) { closeLetter(id: 1) { letter { events(first: $n) { nodes { id } } } } }",
                variables: #"{"n": 201}"#
            )
            let error = #expect(throws: GraphQLError.self) { try plan.checkCost(variables, limit: 100) }
            #expect(error?.code == "PAGE_SIZE")
            #expect(error?.locations == [SourceLocation(line: 1, column: 51)])
            let (query, none) = try reads.plan("{ letters(first: 201) { nodes { id } } }")
            try query.checkCost(none, limit: 100)
        }
    }
}
