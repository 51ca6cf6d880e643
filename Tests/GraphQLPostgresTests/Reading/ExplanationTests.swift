import GraphQLExecution
import GraphQLLanguage
import Postgres
import Testing

@testable import GraphQLPostgres

@Suite("Explanations")
struct ExplanationTests {
    private func explanation(
        _ query: String,
        variables: String = "{}",
        depth: ExplainingSession.Depth = .plan,
        on reads: Reads
    ) async throws -> Explanation {
        let (plan, values) = try reads.plan(query, variables: variables)
        return try await Explanation.of(
            plan,
            variables: values,
            schema: reads.schema,
            on: reads.pool,
            context: BoundContext(Reads.caller),
            depth: depth
        ) { reader in
            ReadSession(reader: reader, context: BoundContext(Reads.caller), recorder: Recorder()) { _ in }
        }
    }

    @Test("tell the plan, each statement with the keys it was run with, and no row")
    func levels() async throws {
        try await SharedDatabase.registry.withReads { reads in
            let found = try await explanation(
                "query($id: ID!) { letter(id: $id) { subject events { nodes { kind } } } }",
                variables: #"{"id": "1"}"#,
                on: reads
            )
            #expect(found.errors == [])
            #expect(
                found.text.hasPrefix(
                    """
                    query: 2 fetches, 2 round trips of SQL at most

                    fetch 0, level 0: rows of app.letter
                    fetch 1, level 1, keys 0[1]: rows of app.event

                    letter: row of fetch 0, Letter in the row
                      subject: column 0
                      events: connection of fetch 1
                        nodes: a node per row, Event in the row
                          kind: column 1

                    cost:
                    """
                )
            )
            #expect(found.text.contains("\n-- fetch 0, 1 row(s)\nSELECT t.subject, t.id\n"))
            #expect(found.text.contains("(id = '1'::bigint)") || found.text.contains("(id = 1)"))
            #expect(found.text.contains("\n-- fetch 1, 3 row(s)\nSELECT k.ord, s.c1\n"))
            #expect(found.text.contains("Function Scan on unnest k"))
            #expect(!found.text.contains("actual time"))
            // Of the rows, nothing.
            #expect(!found.text.contains("土地"))
            #expect(!found.text.contains("ASSIGNED"))
        }
    }

    @Test("say what running took when they are asked to, and count buffers")
    func analyze() async throws {
        try await SharedDatabase.registry.withReads { reads in
            let found = try await explanation("{ entries(first: 2) { nodes { id } } }", depth: .analyze, on: reads)
            #expect(found.text.contains("actual time"))
            #expect(found.text.contains("Buffers: shared"))
            #expect(found.text.contains("Execution Time"))
        }
    }

    @Test("name the fetches that were not sent, and the errors that may be why")
    func missing() async throws {
        try await SharedDatabase.registry.withReads { reads in
            let none = try await explanation("{ letter(id: 99) { petitioners { seq } } }", on: reads)
            #expect(none.text.contains("\n-- fetch 1 was not sent"))
            #expect(none.errors == [])
            let refused = try await explanation(#"{ entries(after: "none") { nodes { id } } }"#, on: reads)
            #expect(refused.text.contains("\n-- fetch 0 was not sent"))
            #expect(refused.errors.count == 1)
            #expect(refused.errors.first?.hasPrefix("游标无效") == true)
        }
    }

    @Test("run resolvers, whose keys they need no more than their rows")
    func resolvers() async throws {
        try await SharedDatabase.registry.withReads { reads in
            let found = try await explanation("{ letter(id: 1) { id actions } }", on: reads)
            #expect(found.errors == [])
            #expect(found.text.contains("fetch 1, level 1, keys 0[0, 1]: resolver Letter.actions(id, state)"))
        }
    }

    @Test("of a mutation tell the plan and run nothing")
    func mutation() async throws {
        try await SharedDatabase.registry.withReads { reads in
            let found = try await explanation("mutation { closeLetter(id: 1) { letter { state } } }", on: reads)
            #expect(found.text.contains("fetch 0, level 0: command closeLetter → LetterPayload"))
            #expect(found.text.contains("A mutation is not run to explain it"))
            let state = try await reads.json("{ letter(id: 1) { state } }")
            #expect(state == #"{"data":{"letter":{"state":"REGISTERED"}}}"#)
        }
    }

    @Test("show a caller only the rows of theirs: the statements run as the reading role, under its settings")
    func role() async throws {
        try await SharedDatabase.withOwnReads { reads in
            try await reads.pool.execute(
                script: """
                    ALTER TABLE app.entry ENABLE ROW LEVEL SECURITY;
                    CREATE POLICY own ON app.entry TO docket_reader
                        USING (court_code = ANY (current_setting('docket.courts')::text[]));
                    """
            )
            let found = try await explanation("{ entries(first: 2) { nodes { id } } }", on: reads)
            #expect(found.errors == [])
            #expect(found.text.contains("current_setting('docket.courts'"))
        }
    }
}
