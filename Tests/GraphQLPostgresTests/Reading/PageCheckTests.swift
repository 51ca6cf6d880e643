import GraphQLExecution
import GraphQLLanguage
import Testing

@testable import GraphQLPostgres

@Suite("A page that is asked for and not read is checked all the same")
struct PageCheckTests {
    private static let faulty: [(arguments: String, code: String)] = [
        ("first: -1", "PAGE_SIZE"), ("last: -1", "PAGE_SIZE"), ("first: 201", "PAGE_SIZE"), ("last: 201", "PAGE_SIZE"),
        ("first: 2147483647", "PAGE_SIZE"), ("first: 1, last: 1", "BAD_USER_INPUT"),
        ("after: \"junk\"", "BAD_CURSOR"), ("before: \"junk\"", "BAD_CURSOR"), ("first: 1, after: \"\"", "BAD_CURSOR"),
        ("last: 1, before: \"AAAA\"", "BAD_CURSOR"),
    ]

    @Test("with only a count selected", arguments: faulty)
    func count(_ arguments: String, _ code: String) async throws {
        try await SharedDatabase.registry.withReads { reads in
            for selection in ["totalCount", "n: totalCount m: totalCount", "totalCount nodes { id }"] {
                let json = try await reads.json("{ entries(\(arguments)) { \(selection) } }")
                #expect(json.contains(#""code":"\#(code)""#), "\(selection): \(json)")
            }
        }
    }

    @Test("below rows, each of them", arguments: faulty)
    func nested(_ arguments: String, _ code: String) async throws {
        try await SharedDatabase.registry.withReads { reads in
            let json = try await reads.json("{ letter(id: 1) { id events(\(arguments)) { totalCount } } }")
            #expect(json.contains(#""code":"\#(code)""#), "\(json)")
        }
    }

    @Test("where the arguments are variables")
    func variables() async throws {
        try await SharedDatabase.registry.withReads { reads in
            let query = "query($n: Int, $c: String) { entries(first: $n, after: $c) { totalCount } }"
            let size = try await reads.json(query, variables: #"{"n": -1}"#)
            #expect(size.contains(#""code":"PAGE_SIZE""#), "\(size)")
            let cursor = try await reads.json(query, variables: #"{"c": "junk"}"#)
            #expect(cursor.contains(#""code":"BAD_CURSOR""#), "\(cursor)")
            let neither = try await reads.json(query, variables: #"{"n": 1, "c": null}"#)
            #expect(neither == #"{"data":{"entries":{"totalCount":900}}}"#)
        }
    }

    @Test("with a real cursor, a count is what it was")
    func realCursor() async throws {
        try await SharedDatabase.registry.withReads { reads in
            let first = try await reads.json("{ entries(first: 1) { pageInfo { endCursor } } }")
            let answer = try JSONReader.read(Array(first.utf8))
            let page = answer["data"]?["entries"]?["pageInfo"]
            guard case .string(let cursor)? = page?["endCursor"] else {
                Issue.record("no cursor: \(first)")
                return
            }
            let json = try await reads.json("{ entries(first: 1, after: \"\(cursor)\") { totalCount } }")
            #expect(json == #"{"data":{"entries":{"totalCount":900}}}"#)
            let other = try await reads.json("{ latestEntries(first: 1, after: \"\(cursor)\") { totalCount } }")
            #expect(other.contains(#""code":"BAD_CURSOR""#), "\(other)")
        }
    }

    @Test("in a mutation's payload, before anything is written")
    func payload() async throws {
        try await SharedDatabase.registry.withReads { reads in
            for (arguments, code) in Self.faulty where code == "PAGE_SIZE" || code == "BAD_CURSOR" {
                let (plan, variables) = try reads.plan(
                    "mutation { closeLetter(id: 1) { letter { events(\(arguments)) { totalCount } } } }"
                )
                let error = #expect(throws: GraphQLError.self) { try plan.checkCost(variables, limit: 100_000) }
                #expect(error?.code == code)
            }
        }
    }
}
