import GraphQLExecution
import GraphQLLanguage
import Postgres
import Testing

@testable import GraphQLPostgres

@Suite("Payloads of mutations")
struct MutationTests {
    @Test("What was selected on the payload is read in the command's transaction, as the reading role")
    func payload() async throws {
        try await SharedDatabase.withOwnReads { reads in
            let answer = try await reads.ask(
                """
                mutation($id: ID!) { closeLetter(id: $id) { __typename version note
                  letter { id state court { name } events { totalCount } actions2: petitioners { nameMasked } } } }
                """,
                variables: #"{"id": "1"}"#
            )
            #expect(answer.internalErrors == [])
            #expect(
                answer.json == """
                    {"data":{"closeLetter":{"__typename":"LetterPayload","version":7,"note":"done","letter":{"id":"1","state":"CLOSED",\
                    "court":{"name":"阳泉中院"},"events":{"totalCount":3},"actions2":[{"nameMasked":"张*"},{"nameMasked":"李*"}]}}}}
                    """
            )
            #expect(answer.levels.map(\.count) == [1, 2])
        }
    }

    @Test("A row that the caller may not see is null in the payload")
    func invisibleRow() async throws {
        try await SharedDatabase.withOwnReads { reads in
            let json = try await reads.json("mutation { closeLetter(id: 5) { version letter { id } } }")
            #expect(json == #"{"data":{"closeLetter":{"version":7,"letter":null}}}"#)
        }
    }

    @Test("A mutation of a table's type answers the row whose key its command named")
    func row() async throws {
        try await SharedDatabase.withOwnReads { reads in
            let answer = try await reads.ask(
                "mutation($id: ID!) { moveLetter(id: $id) { __typename id state court { name } duplicates { id } } }",
                variables: #"{"id": "1"}"#
            )
            #expect(answer.internalErrors == [])
            #expect(
                answer.json == """
                    {"data":{"moveLetter":{"__typename":"Letter","id":"1","state":"HANDLING","court":{"name":"阳泉中院"},\
                    "duplicates":[]}}}
                    """
            )
            #expect(answer.levels.map(\.count) == [1, 1])
            #expect(
                answer.explanation.hasPrefix(
                    "fetch 0, level 0: command moveLetter → Letter\n\nfetch 1, level 1, keys 0[0]: sql\n"
                )
            )
        }
    }

    @Test("It is null where the command named no row, one that is not there, or one that the caller may not see")
    func noRow() async throws {
        try await SharedDatabase.withOwnReads { reads in
            for arguments in ["reason: \"none\"", "id: 77", "id: 5"] {
                let json = try await reads.json("mutation { moveLetter(\(arguments)) { id } }")
                #expect(json == #"{"data":{"moveLetter":null}}"#)
            }
        }
    }

    @Test("It needs the mutation's permission and that of the type")
    func rowPermissions() async throws {
        try await SharedDatabase.registry.withReads { reads in
            for permissions: Set<String> in [["letters.read"], ["letters.close"]] {
                let json = try await reads.json("mutation { moveLetter(id: 1) { id } }", permissions: permissions)
                #expect(json.contains("FORBIDDEN"), "\(json)")
            }
        }
    }

    @Test("A command takes the members of one argument input, or the arguments themselves")
    func arguments() async throws {
        try await SharedDatabase.registry.withReads { reads in
            let own = try await reads.extended(
                by: """
                    input I { id: ID! }
                    extend type Mutation {
                      one(input: I!): LetterPayload!
                      two(input: I!, more: Int): LetterPayload!
                    }
                    """
            )
            let (plan, _) = try own.plan(
                "mutation { one(input: { id: 1 }) { version } two(input: { id: 1 }) { version } moveLetter { id } }"
            )
            let commands = plan.fetches.compactMap { $0.description as? CommandFetch }
            #expect(commands.map(\.name) == ["one", "two", "moveLetter"])
            #expect(commands.map(\.takesInput) == [true, false, false])
        }
    }

    @Test("Lists of objects and of rows keep the command's order")
    func lists() async throws {
        try await SharedDatabase.withOwnReads { reads in
            let json = try await reads.json(
                "mutation { importLetters { on tags problems { line column } letters { id subject } } }"
            )
            #expect(
                json == """
                    {"data":{"importLetters":{"on":"2018-06-29","tags":["x","y"],"problems":[{"line":2,"column":"due_on"},\
                    {"line":3,"column":null}],"letters":[{"id":"2","subject":"执行"},{"id":"1","subject":"土地 \\"纠纷\\""},null]}}}
                    """
            )
        }
    }

    @Test("The role that reads a payload cannot write, until the transaction ends")
    func role() async throws {
        try await SharedDatabase.withOwnReads { reads in
            let context = BoundContext(Reads.caller)
            let (plan, variables) = try reads.plan("{ letter(id: 1) { id } }")
            let error = await #expect(throws: PostgresError.self) {
                try await reads.pool.withTransaction { transaction in
                    let reader = SQLReader(in: transaction, context: context)
                    let request = FetchRequest(fetch: plan.fetches[0], parentBatch: nil, variables: variables)
                    let batches = try await reader.batches(for: [request], isLast: true)
                    #expect(batches[0].rowCount == 1)
                    try await transaction.execute("UPDATE app.letter SET state = 'CLOSED' WHERE id = 1")
                }
            }
            #expect(error?.sqlState == "42501")
        }
    }

    @Test("A fetch without a source is refused")
    func unanswerable() async throws {
        try await SharedDatabase.registry.withReads { reads in
            let (plan, variables) = try reads.plan("{ serverTime }")
            let failure = await #expect(throws: GraphQLError.self) {
                try await SQLReader.withReader(for: plan, on: reads.pool, context: BoundContext(Reads.caller)) {
                    reader in
                    let request = FetchRequest(fetch: plan.fetches[0], parentBatch: nil, variables: variables)
                    return try await SQLReadSession(reader).fetch([request], isLast: true)
                }
            }
            #expect(failure?.message == "A read-only request has no source for fetch 0.")
        }
    }
}
