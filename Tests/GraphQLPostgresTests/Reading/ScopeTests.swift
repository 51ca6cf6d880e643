import Postgres
import Testing

@testable import GraphQLPostgres

/// What a caller may not see stays unseen on every way to it.
@Suite("Scope and permissions")
struct ScopeTests {
    private func json(
        _ query: String,
        courts: [String] = ["晋03", "晋0321"],
        staff: Int64? = 1,
        sealed: Bool = false,
        onlyAssigned: Bool = false,
        permissions: Set<String> = Reads.permissions
    ) async throws -> String {
        try await SharedDatabase.registry.withReads { reads in
            let caller = Asker(
                courts: courts,
                staffID: staff,
                mayReadSealed: sealed,
                seesOnlyAssigned: onlyAssigned,
                today: 6754
            )
            return try await reads.json(query, as: caller, permissions: permissions)
        }
    }

    @Test("Another court's row is not found by key, by number or by token")
    func lookups() async throws {
        let query = """
            { letter(id: 5) { id } letterByNo(letterNo: "C1") { id }
              letterByToken(token: "55555555-5555-5555-5555-555555555555") { id } }
            """
        #expect(try await json(query) == #"{"data":{"letter":null,"letterByNo":null,"letterByToken":null}}"#)
        #expect(try await json("{ letter(id: 5) { id } }", courts: ["京"]) == #"{"data":{"letter":{"id":"5"}}}"#)
    }

    @Test("Another court's rows are in no list and no count")
    func lists() async throws {
        #expect(
            try await json("{ letters { totalCount nodes { id } } }", courts: ["京"])
                == #"{"data":{"letters":{"totalCount":1,"nodes":[{"id":"5"}]}}}"#
        )
        #expect(
            try await json("{ letters { totalCount nodes { id } } }", courts: [])
                == #"{"data":{"letters":{"totalCount":0,"nodes":[]}}}"#
        )
    }

    @Test("Another court's row is no relation's target")
    func joins() async throws {
        #expect(
            try await json("{ letter(id: 5) { duplicateOf { id } } }", courts: ["京"])
                == #"{"data":{"letter":{"duplicateOf":null}}}"#
        )
        #expect(
            try await json("{ letter(id: 2) { endorsement { text } } }") == #"{"data":{"letter":{"endorsement":null}}}"#
        )
    }

    @Test("Another court's rows are among no children, and not counted")
    func children() async throws {
        #expect(
            try await json(
                "{ letter(id: 1) { duplicates { id } events { totalCount nodes { id } } petitioners { id } } }",
                staff: 9
            )
                == """
                {"data":{"letter":{"duplicates":[{"id":"4"}],"events":{"totalCount":3,"nodes":[{"id":"1"},{"id":"2"},{"id":"6"}]},\
                "petitioners":[{"id":"1"},{"id":"2"}]}}}
                """
        )
        #expect(
            try await json("{ court(code: \"京\") { letters { totalCount nodes { id } } } }")
                == #"{"data":{"court":{"letters":{"totalCount":0,"nodes":[]}}}}"#
        )
    }

    @Test("A sealed row is seen by those who may read sealed rows")
    func sealed() async throws {
        #expect(try await json("{ letter(id: 3) { id } }") == #"{"data":{"letter":null}}"#)
        #expect(try await json("{ letter(id: 3) { id } }", sealed: true) == #"{"data":{"letter":{"id":"3"}}}"#)
        #expect(try await json("{ letters { totalCount } }", sealed: true) == #"{"data":{"letters":{"totalCount":4}}}"#)
    }

    @Test("Who sees only own assignments sees no other")
    func assigned() async throws {
        let query = "{ letters { totalCount nodes { id } } letter(id: 2) { id } }"
        #expect(
            try await json(query, onlyAssigned: true)
                == #"{"data":{"letters":{"totalCount":1,"nodes":[{"id":"1"}]},"letter":null}}"#
        )
        #expect(
            try await json(query, staff: nil, onlyAssigned: true)
                == #"{"data":{"letters":{"totalCount":0,"nodes":[]},"letter":null}}"#
        )
    }

    @Test("Who is accused in a row does not see it, as assignee either")
    func recused() async throws {
        #expect(try await json("{ letter(id: 4) { id } }") == #"{"data":{"letter":null}}"#)
        #expect(try await json("{ letter(id: 4) { id } }", staff: 2) == #"{"data":{"letter":{"id":"4"}}}"#)
        #expect(try await json("{ letter(id: 4) { id } }", staff: nil) == #"{"data":{"letter":{"id":"4"}}}"#)
        #expect(try await json("{ mine { nodes { id } } }") == #"{"data":{"mine":{"nodes":[{"id":"1"}]}}}"#)
    }

    @Test("Without a post, nothing is one's own")
    func mineWithoutPost() async throws {
        #expect(try await json("{ mine { nodes { id } } }", staff: nil) == #"{"data":{"mine":{"nodes":[]}}}"#)
    }

    @Test("A field that the caller may not select is refused, the rest is answered")
    func refusedField() async throws {
        let answer = try await json(
            "{ court(code: \"晋03\") { name letters { totalCount } } letter(id: 1) { id } }",
            permissions: []
        )
        #expect(
            answer == """
                {"errors":[{"message":"无权限","locations":[{"line":1,"column":29}],"path":["court","letters"],\
                "extensions":{"code":"FORBIDDEN"}},{"message":"无权限","locations":[{"line":1,"column":54}],"path":["letter"],\
                "extensions":{"code":"FORBIDDEN"}}],"data":{"court":null,"letter":null}}
                """
        )
    }

    @Test("A nullable field that is refused is null, its column not read")
    func refusedColumn() async throws {
        try await SharedDatabase.registry.withReads { reads in
            let answer = try await reads.ask("{ letter(id: 1) { id subject } }", permissions: ["letters.read"])
            #expect(
                answer.json == """
                    {"errors":[{"message":"无权限","locations":[{"line":1,"column":22}],"path":["letter","subject"],\
                    "extensions":{"code":"FORBIDDEN"}}],"data":{"letter":null}}
                    """
            )
            #expect(answer.levels.joined().contains { $0.contains("subject") } == false)
        }
    }

    @Test("A type's permission is needed on the way through a relation, too")
    func refusedRelation() async throws {
        let answer = try await json("{ letter(id: 1) { events { nodes { letter { id } } } } }", permissions: [])
        #expect(answer.contains(#""path":["letter"]"#))
    }

    @Test("A mutation that the caller may not run is refused and not run")
    func refusedMutation() async throws {
        try await SharedDatabase.withOwnReads { reads in
            let answer = try await reads.ask(
                "mutation { closeLetter(id: 1) { version } }",
                permissions: ["letters.read"]
            )
            #expect(answer.json.contains(#""code":"FORBIDDEN""#))
            #expect(answer.explanation == "")
            let row = try await reads.pool.query("SELECT state FROM app.letter WHERE id = 1").first
            let state = try row?.decode("state", as: String.self)
            #expect(state == "REGISTERED")
        }
    }
}
