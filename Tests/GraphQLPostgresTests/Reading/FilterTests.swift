import Testing

@testable import GraphQLPostgres

@Suite("Filters")
struct FilterTests {
    /// Of the letters that the caller sees: 1, 2 and 6; as an inspector without a recusal also 3 and 4.
    static let cases: [(filter: String, ids: [Int])] = [
        ("{}", [1, 2, 3, 4, 6]),
        (#"{"court": "晋03"}"#, [1, 2, 3, 6]),
        (#"{"court": "京"}"#, []),
        (#"{"state": ["REGISTERED"]}"#, [1, 3, 6]),
        (#"{"state": ["HANDLING", "CLOSED"]}"#, [2, 4]),
        (#"{"state": []}"#, []),
        (#"{"notState": "REGISTERED"}"#, [2, 4]),
        (#"{"notState": null}"#, [1, 2, 3, 4, 6]),
        (#"{"assignee": "1"}"#, [1, 4]),
        (#"{"assignee": 2}"#, [2]),
        (#"{"assignee": null}"#, [3, 6]),
        (#"{"assignee": "nobody"}"#, []),
        (#"{"assignees": ["1", "nobody", "2"]}"#, [1, 2, 4]),
        (#"{"assignees": ["nobody"]}"#, []),
        (#"{"dueBefore": "2018-07-10"}"#, [1, 4]),
        (#"{"dueFrom": "2018-07-10"}"#, [2, 6]),
        (#"{"dueFrom": "2018-04-01", "dueBefore": "2018-07-10"}"#, [1, 4]),
        (#"{"dueBefore": null}"#, [3]),
        (#"{"createdAfter": "2018-03-01T02:14:59.999999Z"}"#, [1, 2, 3, 4, 6]),
        (#"{"createdAfter": "2018-03-01T10:15:00+08:00"}"#, []),
        (#"{"hasDue": true}"#, [1, 2, 4, 6]),
        (#"{"hasDue": false}"#, [3]),
        (#"{"hasDue": null}"#, [3]),
        (#"{"overdue": true}"#, [1, 4]),
        (#"{"overdue": false}"#, [2, 6]),
        (#"{"overdue": null}"#, [3]),
        (#"{"subject": "纠纷"}"#, [1]),
        (#"{"subject": "%"}"#, [6]),
        (#"{"subject": "0%_确"}"#, [6]),
        (#"{"subject": "\\"}"#, []),
        (#"{"letterNo": "A"}"#, [1, 2, 3, 6]),
        (#"{"letterNo": "_"}"#, []),
        (#"{"tag": "b"}"#, [1, 2]),
        (#"{"token": "22222222-2222-2222-2222-222222222222"}"#, [2]),
        (#"{"token": "2"}"#, []),
        (#"{"maxPriority": 2}"#, [1, 4]),
        (#"{"maxPriority": 70000}"#, []),
        (#"{"maxPriority": null}"#, [2, 6]),
        (#"{"state": ["REGISTERED"], "hasDue": true, "tag": "a"}"#, [1]),
    ]

    private static let inspector = Asker(
        courts: ["晋03", "晋0321"],
        staffID: 9,
        mayReadSealed: true,
        seesOnlyAssigned: false,
        today: 6754
    )

    @Test("Absent is no filter, null asks for NULL, a value compares", arguments: cases)
    func filters(_ filter: String, _ ids: [Int]) async throws {
        try await SharedDatabase.registry.withReads { reads in
            let json = try await reads.json(
                "query($f: LetterFilter) { letters(filter: $f, orderBy: [{field: LETTER_NO}]) { totalCount nodes { id } } }",
                variables: #"{"f": \#(filter)}"#,
                as: Self.inspector
            )
            // By letter number: A1, A2, A3, A6, B1.
            let ordered = ids.filter { $0 != 4 } + ids.filter { $0 == 4 }
            let nodes = ordered.map { #"{"id":"\#($0)"}"# }.joined(separator: ",")
            #expect(json == #"{"data":{"letters":{"totalCount":\#(ids.count),"nodes":[\#(nodes)]}}}"#)
        }
    }

    /// Nothing that the field compares is ever NULL: of a column, of a column of tags.
    @Test("null is refused where it could find nothing", arguments: ["state", "tag", "court", "createdAfter", "token"])
    func refusedNull(_ name: String) async throws {
        try await SharedDatabase.registry.withReads { reads in
            for filter in [#"{"\#(name)": null}"#, #"{"hasDue": true, "\#(name)": null}"#] {
                let json = try await reads.json(
                    "query($f: LetterFilter) { letters(filter: $f) { totalCount } courts { code } }",
                    variables: #"{"f": \#(filter)}"#,
                    as: Self.inspector
                )
                #expect(json.contains(#""extensions":{"code":"FILTER_NULL","field":"\#(name)"}"#))
                #expect(json.contains("筛选项 \(name) 不接受 null"))
            }
        }
    }

    @Test("An absent or null filter filters nothing", arguments: ["{}", #"{"f": null}"#])
    func noFilter(_ variables: String) async throws {
        try await SharedDatabase.registry.withReads { reads in
            let query = "query($f: LetterFilter) { letters(filter: $f) { totalCount } }"
            let json = try await reads.json(query, variables: variables)
            #expect(json == #"{"data":{"letters":{"totalCount":3}}}"#)
        }
    }

    @Test("A filter's single fields may be variables, absent ones too")
    func memberVariables() async throws {
        try await SharedDatabase.registry.withReads { reads in
            let query = """
                query($s: [LetterState!], $a: ID) { letters(filter: {state: $s, assignee: $a}) { nodes { id } } }
                """
            let unassigned = try await reads.json(query, variables: #"{"a": null}"#)
            #expect(unassigned == #"{"data":{"letters":{"nodes":[{"id":"6"}]}}}"#)
            let handled = try await reads.json(query, variables: #"{"s": ["HANDLING"]}"#)
            #expect(handled == #"{"data":{"letters":{"nodes":[{"id":"2"}]}}}"#)
        }
    }

    @Test("The text has only the conditions that apply, so that indexes do")
    func variants() async throws {
        try await SharedDatabase.registry.withReads { reads in
            let query = "query($f: LetterFilter) { letters(filter: $f) { totalCount } }"
            let absent = try await reads.ask(query)
            let present = try await reads.ask(
                query,
                variables: #"{"f": {"dueBefore": "2018-07-10", "assignee": null}}"#
            )
            let scope = """
                t.court_code = ANY ((SELECT $N::text[])::text[])
                    AND (NOT t.sealed OR $N)
                    AND (NOT $N OR t.assignee_id = $N)
                    AND NOT coalesce(t.accused_staff_ids && $N, false)
                """
            func numberless(_ text: String?) -> String? { text?.replacing(#/\$\d+/#, with: "$N") }
            #expect(numberless(absent.levels.first?.first) == "SELECT count(*)\nFROM app.letter t\nWHERE \(scope)")
            #expect(
                numberless(present.levels.first?.first)
                    == "SELECT count(*)\nFROM app.letter t\nWHERE t.assignee_id IS NULL\n    AND t.due_on < $N\n    AND \(scope)"
            )
        }
    }
}
