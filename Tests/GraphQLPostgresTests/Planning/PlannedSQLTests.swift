import GraphQLExecution
import Postgres
import Testing

@testable import GraphQLPostgres

@Suite("Planned SQL")
struct PlannedSQLTests {
    @Test("A point read is one statement in one round trip")
    func pointRead() async throws {
        try await SharedDatabase.withOwnReads { reads in
            _ = try await reads.ask("{ letter(id: 2) { id } }")
            let before = reads.pool.statistics
            let answer = try await reads.ask("{ letter(id: 1) { id court { name } } }")
            let after = reads.pool.statistics
            #expect(after.pipelines - before.pipelines == 1)
            #expect(after.statements - before.statements == 1)
            #expect(
                answer.explanation == """
                    fetch 0, level 0: sql
                    SELECT t.id, j1.code, j1.name
                    FROM app.letter t
                    LEFT JOIN app.court j1 ON j1.code = t.court_code
                    WHERE t.id = $1
                        AND t.court_code = ANY ((SELECT $2::text[])::text[])
                        AND (NOT t.sealed OR $3)
                        AND (NOT $4 OR t.assignee_id = $5)
                        AND NOT coalesce(t.accused_staff_ids && $6, false)
                    """
            )
        }
    }

    @Test("Three levels are three round trips, whatever the number of rows")
    func levels() async throws {
        try await SharedDatabase.withOwnReads { reads in
            let query = """
                { courts { letters { nodes { petitioners { id } events { totalCount nodes { id } } } } courts { code } } letter(id: 1) { id } }
                """
            let before = reads.pool.statistics
            let answer = try await reads.ask(query)
            let after = reads.pool.statistics
            #expect(answer.levels.map(\.count) == [2, 2, 3])
            #expect(after.pipelines - before.pipelines == 3)
            // Seven reads, BEGIN and COMMIT.
            #expect(after.statements - before.statements == 9)
        }
    }

    @Test("A level without rows ends the reading")
    func noRows() async throws {
        try await SharedDatabase.registry.withReads { reads in
            let answer = try await reads.ask(
                "{ letter(id: 99) { petitioners { id } events { nodes { staff { name } } } } }"
            )
            #expect(answer.json == #"{"data":{"letter":null}}"#)
            #expect(answer.levels.joined().count == 1)
        }
    }

    @Test("Children of all rows are one statement; a join's scope stands in its ON")
    func children() async throws {
        try await SharedDatabase.registry.withReads { reads in
            let plan = try reads.plan(
                "{ courts(level: HIGH) { courts { parent { name } } } letter(id: 1) { duplicateOf { state } } }"
            ).plan
            #expect(
                plan.explanation == """
                    fetch 0, level 0: sql
                    SELECT t.code
                    FROM app.court t
                    WHERE t.level = $1
                    ORDER BY t.code
                    LIMIT 201

                    fetch 1, level 1, keys 0[0]: sql
                    SELECT k.ord, j1.code, j1.name
                    FROM unnest((SELECT $1::text[])) WITH ORDINALITY k(k1, ord)
                    JOIN app.court t ON t.parent_code = k.k1
                    LEFT JOIN app.court j1 ON j1.code = t.parent_code
                    ORDER BY k.ord, t.code
                    LIMIT (SELECT $2::bigint)

                    fetch 2, level 0: sql
                    SELECT j1.id, j1.state
                    FROM app.letter t
                    LEFT JOIN app.letter j1 ON j1.id = t.duplicate_of_id AND j1.court_code = ANY ((SELECT $1::text[])::text[]) \
                    AND (NOT j1.sealed OR $2) AND (NOT $3 OR j1.assignee_id = $4) \
                    AND NOT coalesce(j1.accused_staff_ids && $5, false)
                    WHERE t.id = $6
                        AND t.court_code = ANY ((SELECT $1::text[])::text[])
                        AND (NOT t.sealed OR $2)
                        AND (NOT $3 OR t.assignee_id = $4)
                        AND NOT coalesce(t.accused_staff_ids && $5, false)
                    """
            )
        }
    }

    @Test("A page for each parent is a lateral join, its count a grouping")
    func lateral() async throws {
        try await SharedDatabase.registry.withReads { reads in
            let plan = try reads.plan(
                "{ letter(id: 1) { events(last: 2, kind: \"X\") { totalCount edges { cursor node { kind } } } } }"
            ).plan
            let texts = plan.fetches.dropFirst().compactMap { ($0.description as? SQLFetch)?.sql }
            #expect(
                texts == [
                    """
                    SELECT k.ord, count(*)
                    FROM unnest((SELECT $1::bigint[])) WITH ORDINALITY k(k1, ord)
                    JOIN app.event t ON t.letter_id = k.k1
                    WHERE t.kind = $2
                        AND t.court_code = ANY ((SELECT $3::text[])::text[])
                    GROUP BY k.ord
                    ORDER BY k.ord
                    """,
                    """
                    SELECT k.ord, s.c1, s.c2
                    FROM unnest((SELECT $1::bigint[])) WITH ORDINALITY k(k1, ord)
                    CROSS JOIN LATERAL (
                    SELECT t.kind AS c1, t.id AS c2, t.id AS o1
                    FROM app.event t
                    WHERE t.letter_id = k.k1
                        AND t.kind = $2
                        AND t.court_code = ANY ((SELECT $3::text[])::text[])
                    ORDER BY t.id
                    LIMIT (SELECT $4::bigint)
                    ) s
                    ORDER BY k.ord, s.o1
                    """,
                ]
            )
        }
    }

    @Test("Only what is selected is counted or read")
    func onlySelected() async throws {
        try await SharedDatabase.registry.withReads { reads in
            let count = try reads.plan("{ entries { totalCount } }").plan
            #expect(count.fetches.count == 1)
            #expect(count.explanation.contains("count(*)"))
            let nodes = try reads.plan("{ entries { nodes { label } } }").plan
            #expect(nodes.fetches.count == 1)
            #expect(nodes.explanation.contains("SELECT t.label\nFROM"))
            let cursors = try reads.plan("{ entries { pageInfo { endCursor } } }").plan
            #expect(cursors.explanation.contains("SELECT t.rank, t.label, t.id\nFROM"))
            let flags = try reads.plan("{ entries { pageInfo { hasNextPage } } }").plan
            #expect(flags.explanation.contains("SELECT 1\nFROM"))
        }
    }

    @Test("A mutation's plan is its command and the reads below its keys")
    func mutation() async throws {
        try await SharedDatabase.registry.withReads { reads in
            let query = "mutation { importLetters { problems { line } letters { id actions } } }"
            let heads = try reads.plan(query).plan.explanation.split(separator: "\n").filter { $0.hasPrefix("fetch") }
            #expect(
                heads == [
                    "fetch 0, level 0: command importLetters → ImportPayload",
                    "fetch 1, level 0, below 0: payload list problems → [Problem]",
                    "fetch 2, level 0, below 0: payload list letters → [Letter]", "fetch 3, level 1, keys 2[1]: sql",
                    "fetch 4, level 2, keys 3[1, 2]: resolver Letter.actions(id, state)",
                ]
            )
        }
    }

    @Test("A page after a cursor with a NULL, and after one without, each have their own text")
    func keysets() {
        func keyset(_ columns: [OrderColumn], nulls: UInt32, isAfter: Bool) -> String {
            let table = TableMapping(
                typename: "T",
                relation: QualifiedName(schema: "s", name: "t"),
                key: ["id"],
                visibility: .everyone,
                permission: nil,
                fields: [:],
                provenance: nil
            )
            var variant = StatementVariant()
            if isAfter { variant.after = nulls } else { variant.before = nulls }
            let template = StatementTemplate(
                terms: .tests,
                select: Select(table: table, isKeyed: false),
                order: RowOrder(declared: columns, choice: nil)
            )
            let text = StatementCompiler.compile(template, variant).statement.text
            return String(text.split(separator: "\n").first { $0.hasPrefix("WHERE") }?.dropFirst(6) ?? "")
        }
        func column(_ name: String, nullable: Bool = false, descending: Bool = false) -> OrderColumn {
            OrderColumn(name: name, type: .int8, isNullable: nullable, isDescending: descending)
        }
        let both = [column("a"), column("b")]
        #expect(keyset(both, nulls: 0, isAfter: true) == "(t.a, t.b) > ($1, $2)")
        #expect(keyset(both, nulls: 0, isAfter: false) == "(t.a, t.b) < ($1, $2)")
        let mixed = [column("a", descending: true), column("b")]
        #expect(keyset(mixed, nulls: 0, isAfter: true) == "t.a <= $1 AND (t.a < $1 OR t.a = $1 AND (t.b > $2))")
        #expect(keyset(mixed, nulls: 0, isAfter: false) == "t.a >= $1 AND (t.a > $1 OR t.a = $1 AND (t.b < $2))")
        let nullable = [column("a", nullable: true), column("b")]
        #expect(keyset(nullable, nulls: 0, isAfter: true) == "(t.a > $1 OR t.a IS NULL OR t.a = $1 AND (t.b > $2))")
        #expect(keyset(nullable, nulls: 1, isAfter: true) == "(t.a IS NULL AND (t.b > $1))")
        #expect(keyset(nullable, nulls: 0, isAfter: false) == "(t.a, t.b) < ($1, $2)")
        #expect(keyset(nullable, nulls: 1, isAfter: false) == "(t.a IS NOT NULL OR t.a IS NULL AND (t.b < $1))")
        #expect(keyset([column("a", nullable: true)], nulls: 1, isAfter: true) == "false")
    }
}
