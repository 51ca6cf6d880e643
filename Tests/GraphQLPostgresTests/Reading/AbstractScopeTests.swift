import GraphQLExecution
import Postgres
import Testing

@testable import GraphQLPostgres

@Suite("Scope and permissions of interfaces and unions")
struct AbstractScopeTests {
    private func json(
        _ query: String,
        courts: [String] = ["晋03", "晋0321"],
        staff: Int64? = 1,
        sealed: Bool = false,
        onlyAssigned: Bool = false,
        permissions: Set<String> = Reads.permissions
    ) async throws -> String {
        try await SharedDatabase.casework.withReads { reads in
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

    @Test("What a caller may not see is in no list and no count of several types")
    func lists() async throws {
        let query = "{ matters { totalCount nodes { nodeId } } }"
        let other = try await json(query, courts: ["京"])
        #expect(
            other
                == #"{"data":{"matters":{"totalCount":2,"nodes":[{"nodeId":"RG9zc2llcjoy"},{"nodeId":"TGV0dGVyOjU="}]}}}"#
        )
        #expect(try await json(query, courts: []) == #"{"data":{"matters":{"totalCount":0,"nodes":[]}}}"#)
        // Only letters have someone they are assigned to.
        #expect(
            try await json(query, onlyAssigned: true)
                == #"{"data":{"matters":{"totalCount":1,"nodes":[{"nodeId":"TGV0dGVyOjE="}]}}}"#
        )
        #expect(try await json("{ matters { totalCount } }", sealed: true) == #"{"data":{"matters":{"totalCount":7}}}"#)
    }

    @Test("Nor is it a relation's target, or found by its key")
    func relations() async throws {
        #expect(
            try await json(
                "{ a: matter(typename: \"Dossier\", id: 3) { id } b: matter(typename: \"Letter\", id: 5) { ... on Letter { letterNo } } }"
            ) == #"{"data":{"a":null,"b":null}}"#
        )
        #expect(
            try await json("{ notes { subject { __typename } } }", courts: ["晋03"])
                == """
                {"data":{"notes":[{"subject":{"__typename":"Letter"}},{"subject":{"__typename":"Dossier"}},{"subject":null},\
                {"subject":null},{"subject":null},{"subject":{"__typename":"Letter"}},{"subject":null}]}}
                """
        )
    }

    @Test("A row that only its own table hides is no object there")
    func hiddenByItsTable() async throws {
        try await SharedDatabase.withOwnReads(script: Casework.script, fragments: Casework.fragments) { reads in
            // The view says that the sealed dossier is not.
            try await reads.pool.execute(
                script: """
                    CREATE OR REPLACE VIEW app.matter WITH (security_invoker = true) AS
                        SELECT 'Dossier'::text AS typename, id, court_code, opened_on, title, false AS sealed,
                            NULL::bigint AS assignee_id, '{}'::bigint[] AS accused_staff_ids
                        FROM app.dossier
                    """
            )
            let list = try await reads.json("{ matterList { ... on Dossier { title volumes } } }")
            #expect(
                list == """
                    {"data":{"matterList":[{"title":"执行卷","volumes":3},{"title":"土地卷","volumes":2},null]}}
                    """
            )
            let page = try await reads.json("{ matters { nodes { ... on Dossier { volumes } } } }")
            #expect(
                page == """
                    {"errors":[{"message":"Cannot return null for non-nullable field MatterConnection.nodes.",\
                    "locations":[{"line":1,"column":3}],"path":["matters","nodes",2]}],"data":null}
                    """
            )
        }
    }

    @Test("Row security of the tables holds behind a view, whatever the engine asks")
    func rowSecurity() async throws {
        try await SharedDatabase.withOwnReads(script: Casework.script, fragments: Casework.fragments) { reads in
            try await reads.pool.execute(
                script: """
                    ALTER TABLE app.dossier ENABLE ROW LEVEL SECURITY;
                    CREATE POLICY dossier_read ON app.dossier FOR SELECT TO docket_reader USING (id <> 7);
                    """
            )
            let (plan, values) = try reads.plan("{ matters(title: \"卷\") { totalCount nodes { id } } }")
            let json = try await reads.pool.withTransaction { transaction in
                let reader = SQLReader(in: transaction, context: BoundContext(Reads.caller))
                let executor = Executor(schema: reads.schema) { error in Issue.record(error) }
                let response = await executor.execute(plan, variables: values, session: SQLReadSession(reader))
                return String(decoding: response.body, as: UTF8.self)
            }
            #expect(json == #"{"data":{"matters":{"totalCount":1,"nodes":[{"id":"1"}]}}}"#)
        }
    }

    private static let forbidden = #""extensions":{"code":"FORBIDDEN"}"#

    @Test("Rows of a type that the caller may not read are neither listed nor counted")
    func typeInLists() async throws {
        #expect(
            try await json("{ matters { totalCount nodes { nodeId } } }", permissions: [])
                == #"{"data":{"matters":{"totalCount":2,"nodes":[{"nodeId":"RG9zc2llcjo3"},{"nodeId":"RG9zc2llcjox"}]}}}"#
        )
        #expect(
            try await json("{ courts(level: INTERMEDIATE) { matters { title } } }", permissions: [])
                == #"{"data":{"courts":[{"matters":[{"title":"土地卷"}]}]}}"#
        )
    }

    @Test("A single object of such a type is refused, an object of another is not")
    func typeOfOne() async throws {
        let notes = try await json("{ notes { subject { title } } }", permissions: [])
        #expect(
            notes.hasPrefix(
                #"{"errors":[{"message":"无权限","locations":[{"line":1,"column":11}],"path":["notes",0,"subject"],"#
                    + Self.forbidden
            )
        )
        #expect(
            notes.hasSuffix(
                """
                "data":{"notes":[{"subject":null},{"subject":{"title":"土地卷"}},{"subject":null},{"subject":null},\
                {"subject":null},{"subject":null},{"subject":{"title":"执行卷"}}]}}
                """
            )
        )
        let node = try await json(
            "{ a: node(nodeId: \"TGV0dGVyOjE=\") { nodeId } b: node(nodeId: \"RG9zc2llcjox\") { nodeId } }",
            permissions: []
        )
        #expect(node.contains(#""path":["a"],"# + Self.forbidden))
        #expect(node.hasSuffix(#""data":{"a":null,"b":{"nodeId":"RG9zc2llcjox"}}}"#))
    }

    @Test("A filter over what the caller may not select on one of the types is refused")
    func filter() async throws {
        let query = "{ matters(title: \"土地\") { totalCount } }"
        #expect(try await json(query, permissions: ["letters.read"]).contains(Self.forbidden))
        // Without letters.read there is nothing of theirs to tell.
        #expect(try await json(query, permissions: []) == #"{"data":{"matters":{"totalCount":1}}}"#)
        #expect(try await json(query) == #"{"data":{"matters":{"totalCount":2}}}"#)
    }

    @Test("A field that the caller may not select is refused on the objects of its type, and not read")
    func fieldOfOneType() async throws {
        try await SharedDatabase.casework.withReads { reads in
            let answer = try await reads.ask(
                "{ matters(first: 1) { nodes { id title } } }",
                permissions: ["letters.read"]
            )
            #expect(answer.json.contains(#""path":["matters","nodes",0,"title"],"# + Self.forbidden))
            #expect(
                answer.json.hasSuffix(
                    #""data":{"matters":{"nodes":[{"id":"1","title":null}]}}}"#
                )
            )
            #expect(answer.levels.map(\.count) == [1])
        }
    }
}
