import GraphQLExecution
import GraphQLLanguage
import Postgres
import Testing

@testable import GraphQLPostgres

@Suite("Variants of a statement")
struct StatementVariantTests {
    private let table = TableMapping(
        typename: "T",
        relation: QualifiedName(schema: "s", name: "t"),
        key: ["id"],
        visibility: TableVisibility(condition: ScopeCondition(court: "court")),
        permission: nil,
        fields: [:],
        provenance: nil
    )
    private let context = BoundContext(Reads.caller)

    private func request(_ fetch: SQLFetch, _ values: [JSONValue?]) -> FetchRequest {
        FetchRequest(
            fetch: Fetch(id: 0, level: 0, parent: nil, rootField: 0, description: fetch),
            parentBatch: nil,
            variables: CoercedVariables(values: values)
        )
    }

    /// A filter of one condition per variable.
    private func filter(_ conditions: [(FilterOperator, ColumnType)]) throws -> RowFilter {
        let members = conditions.enumerated().map { position, condition in
            FilterMember(
                name: "c\(position)",
                isAllowed: true,
                content: .test(.column(name: "c\(position)", condition.0, condition.1, isNullable: true))
            )
        }
        return try RowFilter(
            inputs: [FilterInput(members: members)],
            arguments: conditions.indices.map { (member: $0, value: .variable($0)) }
        )
    }

    @Test("The same choices share one text, other choices have another")
    func sharing() throws {
        let select = Select(table: table, isKeyed: false)
        let filter = try filter([(.equal, .int8), (.isIn, .text)])
        let fetch = SQLFetch(StatementTemplate(terms: .tests, select: select, filter: filter))
        let one = try fetch.bind(request(fetch, [.integer(1), nil]), context).statement
        let two = try fetch.bind(request(fetch, [.integer(2), nil]), context).statement
        let null = try fetch.bind(request(fetch, [.null, .array([.string("a")])]), context).statement
        #expect(one.statement == two.statement)
        #expect(one.parameters != two.parameters)
        #expect(
            one.statement.text
                == "SELECT 1\nFROM s.t t\nWHERE t.c0 = $1\n    AND t.court = ANY ((SELECT $2::text[])::text[])"
        )
        #expect(
            null.statement.text
                == "SELECT 1\nFROM s.t t\nWHERE t.c0 IS NULL\n    AND t.c1 = ANY ($1)\n    AND t.court = ANY ((SELECT $2::text[])::text[])"
        )
        #expect(null.statement.parameterTypes == [PostgresType.textArray, PostgresType.textArray])
        #expect(
            fetch.sql
                == "SELECT 1\nFROM s.t t\nWHERE t.c0 = $1\n    AND t.c1 = ANY ($2)\n    AND t.court = ANY ((SELECT $3::text[])::text[])"
        )
    }

    @Test("More variants than are kept are compiled all the same")
    func manyVariants() throws {
        let filter = try filter(Array(repeating: (.equal, .int8), count: 9))
        let fetch = SQLFetch(
            StatementTemplate(terms: .tests, select: Select(table: table, isKeyed: false), filter: filter)
        )
        for _ in 0..<2 {
            for mask in 0..<512 {
                let values: [JSONValue?] = (0..<9).map { mask >> $0 & 1 == 1 ? .integer($0) : nil }
                let bound = try fetch.bind(request(fetch, values), context).statement
                #expect(bound.parameters.count == mask.nonzeroBitCount + 1)
                #expect(bound.statement.text.contains("t.c3 =") == (mask >> 3 & 1 == 1))
            }
        }
    }

    @Test("One value has one placeholder in a statement")
    func sharedPlaceholders() throws {
        var select = Select(table: table, isKeyed: false)
        let reference = ReferenceMapping(coordinate: "T.other", target: "T", columns: ["other_id"], key: nil)
        let alias = select.join(reference, to: table, from: 0)
        #expect(select.join(reference, to: table, from: 0) == alias)
        let further = select.join(reference, to: table, from: alias)
        #expect(further != alias)
        select.add(.column(alias: further, "name"))
        select.add(.column(alias: further, "name"))
        let bound = try SQLFetch(StatementTemplate(terms: .tests, select: select)).bind(
            request(SQLFetch(StatementTemplate(terms: .tests, select: select)), []),
            context
        )
        #expect(
            bound.statement.statement.text == """
                SELECT j2.name
                FROM s.t t
                LEFT JOIN s.t j1 ON j1.id = t.other_id AND j1.court = ANY ((SELECT $1::text[])::text[])
                LEFT JOIN s.t j2 ON j2.id = j1.other_id AND j2.court = ANY ((SELECT $1::text[])::text[])
                WHERE t.court = ANY ((SELECT $1::text[])::text[])
                """
        )
        #expect(bound.statement.parameters == [PostgresValue(Reads.caller.courts)])
    }

    @Test("A required value that is absent or impossible is bound as NULL")
    func requiredValue() throws {
        let value = RequiredValue(value: .variable(0), use: .column("id"), type: .int8)
        let fetch = SQLFetch(
            StatementTemplate(terms: .tests, select: Select(table: table, isKeyed: false), required: [value])
        )
        for value in [nil, .null, .string("x")] as [JSONValue?] {
            let bound = try fetch.bind(request(fetch, [value]), context).statement
            #expect(
                bound.statement.text
                    == "SELECT 1\nFROM s.t t\nWHERE t.id = $1\n    AND t.court = ANY ((SELECT $2::text[])::text[])"
            )
            #expect(bound.parameters[0] == PostgresValue(typeOID: PostgresType.int8, bytes: nil))
        }
    }

    @Test("Keys go from the parent's cells into an array as they are, NULLs too")
    func keys() throws {
        var builder = BatchBuilder(columnCount: 2)
        builder.append(.text("x"), .int8(7))
        builder.append(.null, .null)
        let array = builder.batch.array(of: 1, .int8)
        #expect(array.typeOID == PostgresType.int8Array)
        #expect(
            array.bytes == [
                0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 20, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 7, 255,
                255, 255, 255,
            ]
        )
    }

    @Test(
        "Orders are a column with a direction",
        arguments: [
            ("due_on", OrderTerm(column: "due_on", isDescending: false)),
            ("due_on ASC", OrderTerm(column: "due_on", isDescending: false)),
            ("due_on  DESC", OrderTerm(column: "due_on", isDescending: true)),
            ("due_on NULLS FIRST", OrderTerm(column: "due_on", isDescending: false, nullsFirst: true)),
            ("due_on ASC NULLS LAST", OrderTerm(column: "due_on", isDescending: false)),
            ("due_on DESC NULLS LAST", OrderTerm(column: "due_on", isDescending: true, nullsFirst: false)),
            ("due_on DESC NULLS FIRST", OrderTerm(column: "due_on", isDescending: true)),
            ("", nil), ("due_on desc", nil), ("due_on DESC NULLS", nil), ("due_on NULLS DESC", nil),
            ("due_on DESC NULLS LAST x", nil), ("due_on ASC DESC", nil), ("a,b", nil), ("a-b", nil), ("名", nil),
        ] as [(String, OrderTerm?)]
    )
    func orderTerms(_ text: String, _ term: OrderTerm?) { #expect(OrderTerm(text) == term) }

    @Test("The order of a cursor's fingerprint is the same in every process")
    func fingerprints() {
        func column(_ name: String, _ isDescending: Bool) -> OrderColumn {
            OrderColumn(name: name, type: .int8, isNullable: false, isDescending: isDescending)
        }
        let fingerprint = [column("a", false), column("b", true)].fingerprint(of: "Query.letters")
        #expect(fingerprint == [column("a", false), column("b", true)].fingerprint(of: "Query.letters"))
        #expect(fingerprint != [column("a", true), column("b", true)].fingerprint(of: "Query.letters"))
        #expect(fingerprint != [column("b", true), column("a", false)].fingerprint(of: "Query.letters"))
        #expect(fingerprint != [column("a", false), column("b", true)].fingerprint(of: "Query.others"))
        let nulls = OrderColumn(name: "a", type: .int8, isNullable: true, isDescending: false, nullsFirst: true)
        #expect(fingerprint != [nulls, column("b", true)].fingerprint(of: "Query.letters"))
        // FNV-1a of nothing, and of one letter (Fowler, Noll, Vo: test vectors).
        #expect([OrderColumn]().fingerprint(of: "") == 0x811c_9dc5)
        #expect([OrderColumn]().fingerprint(of: "a") == 0xe40c_292c)
    }

    @Test(
        "Failures that a client may know of have a code",
        arguments: [
            (PostgresError(.connectionFailed, "x"), "DATABASE_UNAVAILABLE"),
            (PostgresError(.connectionLost, "x"), "DATABASE_UNAVAILABLE"),
            (PostgresError(.poolExhausted, "x"), "DATABASE_UNAVAILABLE"),
            (PostgresError(.poolClosed, "x"), "DATABASE_UNAVAILABLE"),
            (PostgresError(.deadlineExceeded, "x"), "DEADLINE_EXCEEDED"),
            (PostgresError(.serverError, "x", sqlState: "57P01"), "DATABASE_UNAVAILABLE"),
            (PostgresError(.serverError, "x", sqlState: "53100"), "STORAGE_FULL"),
            (PostgresError(.serverError, "x", sqlState: "53200"), "DATABASE_UNAVAILABLE"),
            (PostgresError(.serverError, "x", sqlState: "53300"), "DATABASE_UNAVAILABLE"),
            (PostgresError(.serverError, "x", sqlState: "57P03"), "DATABASE_UNAVAILABLE"),
            (PostgresError(.serverError, "x", sqlState: "57P04"), "DATABASE_UNAVAILABLE"),
            (PostgresError(.serverError, "x", sqlState: "08006"), "DATABASE_UNAVAILABLE"),
            (PostgresError(.serverError, "x", sqlState: "40001"), "DATABASE_BUSY"),
            (PostgresError(.serverError, "x", sqlState: "40P01"), "DATABASE_BUSY"),
            (PostgresError(.serverError, "x", sqlState: "55P03"), "DATABASE_BUSY"),
            (PostgresError(.serverError, "x", sqlState: "25P03"), "DEADLINE_EXCEEDED"),
            // Of a read, the program's mistake.
            (PostgresError(.serverError, "x", sqlState: "25006"), nil),
            (PostgresError(.serverError, "x", sqlState: "57014"), nil),
            (PostgresError(.serverError, "x", sqlState: "42P01"), nil), (PostgresError(.cancelled, "x"), "CANCELLED"),
        ] as [(PostgresError, String?)]
    )
    func clientErrors(_ error: PostgresError, _ code: String?) {
        #expect(error.clientError?.code == code)
        #expect(error.clientError?.message.contains("x") != true)
    }
}
