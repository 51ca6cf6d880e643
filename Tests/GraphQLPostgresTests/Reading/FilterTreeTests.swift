import GraphQLExecution
import GraphQLLanguage
import Testing

@testable import GraphQLPostgres

@Suite("Filters as trees")
struct FilterTreeTests {
    static let permissions: Set = ["letters.secret", "vault.read"]

    private func find(
        _ reads: Reads,
        _ filter: String,
        of field: String = "letters",
        permissions: Set<String> = permissions
    ) async throws -> [Int] {
        let type = field == "letters" ? "LetterFilter" : "DossierFilter"
        let json = try await reads.json(
            "query($f: \(type)) { \(field)(filter: $f) { id } }",
            variables: #"{"f": \#(filter)}"#,
            permissions: permissions
        )
        guard case .array(let rows)? = try JSONReader.read(Array(json.utf8))["data"]?[field] else {
            throw GraphQLError(json)
        }
        return rows.compactMap { row in
            if case .string(let id) = row["id"] { Int(id) } else { nil }
        }
    }

    private func expect(
        _ reads: Reads,
        _ filter: String,
        finds ids: [Int],
        of field: String = "letters",
        permissions: Set<String> = permissions,
        _ location: Testing.SourceLocation = #_sourceLocation
    ) async throws {
        let found = try await find(reads, filter, of: field, permissions: permissions)
        #expect(found == ids, "\(filter)", sourceLocation: location)
    }

    /// Every operator with its three states, and lists that are empty.
    static let conditions: [String] = {
        let tests: [(column: String, ops: [(String, [String])])] = [
            (
                "dueOn",
                [
                    ("eq", [#""2018-03-12""#, "null"]), ("ne", [#""2018-03-12""#, "null"]),
                    ("in", [#"["2018-03-12", "2018-02-15"]"#, "[]", "null"]),
                    ("notIn", [#"["2018-03-12", "2018-02-15"]"#, "[]", "null"]), ("lt", [#""2018-03-01""#, "null"]),
                    ("lte", [#""2018-02-11""#, "null"]), ("gt", [#""2018-03-01""#, "null"]),
                    ("gte", [#""2018-03-12""#, "null"]), ("isNull", ["true", "false", "null"]),
                    ("present", ["true", "false", "null"]),
                ]
            ),
            (
                "priority",
                [
                    ("eq", ["2", "null"]), ("ne", ["2", "null"]), ("in", ["[2, 4]", "[]"]),
                    ("notIn", ["[2, 4]", "[]"]),
                    ("lt", ["3"]), ("gte", ["3", "null"]),
                ]
            ),
            (
                "title",
                [
                    ("eq", [#""劳动""#]), ("prefix", [#""土""#, #""土%""#, #""_""#, "null"]),
                    ("contains", [#""_""#, #""地""#, "null"]), ("notIn", [#"["劳动", "土地"]"#]),
                ]
            ),
        ]
        var conditions = tests.flatMap { test in
            test.ops.flatMap { op, values in values.map { #"{"\#(test.column)": {"\#(op)": \#($0)}}"# } }
        }
        conditions += [
            "{}", "null", #"{"dueOn": {}}"#, #"{"dueOn": null}"#, #"{"id": "7"}"#, #"{"id": "x"}"#,
            #"{"otherThan": ["1", "2", "x"]}"#, #"{"otherThan": null}"#, #"{"urgent": true}"#,
            #"{"urgent": false}"#, #"{"noDue": true}"#, #"{"noDue": false}"#, #"{"noDue": null}"#,
            #"{"priority": {"gte": 1, "lt": 4}}"#, #"{"state": {"eq": "NEW"}, "dueOn": {"isNull": false}}"#,
        ]
        return conditions
    }()

    @Test("An operator with a value, with null, and under not", arguments: conditions)
    func operators(_ filter: String) async throws {
        try await SharedDatabase.filters.withReads { reads in
            let expected = FilterEvaluator().letters(try JSONReader.read(Array(filter.utf8)))
            let found = try await find(reads, filter)
            #expect(found == expected)
            guard filter != "null" else { return }
            // A filter and its not part the rows among them.
            let others = try await find(reads, #"{"not": \#(filter)}"#)
            #expect((found + others).sorted() == FilterEvaluator().letters(.null))
        }
    }

    /// Trees, and relations with NULLs, without children, and with rows of another court.
    static let trees: [String] = [
        #"{"and": []}"#, #"{"or": []}"#, #"{"and": null, "or": null, "not": null}"#, #"{"not": {}}"#,
        #"{"or": [{}]}"#, #"{"not": {"or": []}}"#, #"{"and": [{"or": []}, {}]}"#,
        #"{"or": [{"dueOn": {"lt": "2018-03-01"}}, {"priority": {"eq": 2}}]}"#,
        #"{"and": [{"or": [{"state": {"eq": "NEW"}}, {"priority": null}]}, {"or": [{"dueOn": null}, {"title": null}]}]}"#,
        #"{"not": {"and": [{"dueOn": {"lt": "2018-03-01"}}, {"not": {"priority": {"gt": 2}}}]}}"#,
        #"{"not": {"not": {"dueOn": {"lt": "2018-03-01"}}}}"#,
        #"{"dossier": null}"#, #"{"dossier": {}}"#, #"{"not": {"dossier": null}}"#,
        #"{"dossier": {"status": {"eq": "OPEN"}}}"#, #"{"dossier": {"status": null}}"#,
        #"{"dossier": {"not": {"status": {"eq": "OPEN"}}}}"#, #"{"not": {"dossier": {"status": {"eq": "OPEN"}}}}"#,
        #"{"or": [{"dossier": null}, {"dossier": {"status": {"ne": "OPEN"}}}]}"#,
        #"{"notes": null}"#, #"{"notes": {}}"#, #"{"notes": {"some": null}}"#, #"{"notes": {"some": {}}}"#,
        #"{"notes": {"none": {}}}"#, #"{"notes": {"every": {}}}"#, #"{"notes": {"some": {"kind": {"eq": "PHONE"}}}}"#,
        #"{"notes": {"none": {"kind": {"eq": "PHONE"}}}}"#, #"{"notes": {"every": {"kind": {"eq": "PHONE"}}}}"#,
        #"{"notes": {"every": {"kind": null}}}"#,
        #"{"notes": {"some": {"kind": null}, "none": {"kind": {"eq": "VISIT"}}}}"#,
        #"{"notes": {"every": {"not": {"kind": {"eq": "PHONE"}}}}}"#, #"{"notes": {"every": {"or": []}}}"#,
        #"{"not": {"notes": {"every": {"kind": {"eq": "PHONE"}}}}}"#,
        #"{"notes": {"some": {"letter": {"dossier": {"letters": {"some": {"priority": {"lt": 2}}}}}}}}"#,
    ]

    @Test("and, or, not, and relations", arguments: trees)
    func tree(_ filter: String) async throws {
        try await SharedDatabase.filters.withReads { reads in
            let expected = FilterEvaluator().letters(try JSONReader.read(Array(filter.utf8)))
            try await expect(reads, filter, finds: expected)
        }
    }

    @Test(
        "Relations from the other side",
        arguments: [
            #"{"letters": {"some": {}}}"#, #"{"letters": {"none": {}}}"#,
            #"{"letters": {"every": {"dueOn": {"lt": "2018-04-01"}}}}"#,
            #"{"letters": {"every": {"dueOn": {"isNull": false}}}}"#,
            #"{"letters": {"some": {"notes": {"every": {"kind": {"eq": "VISIT"}}}}}}"#,
            #"{"not": {"letters": {"some": {"priority": {"gt": 100}}}}}"#,
        ]
    )
    func dossiers(_ filter: String) async throws {
        try await SharedDatabase.filters.withReads { reads in
            let expected = FilterEvaluator().dossiers(try JSONReader.read(Array(filter.utf8)))
            try await expect(reads, filter, finds: expected, of: "dossiers")
        }
    }

    /// A column, its operators, a function that no nullable field answers, a relation that every row has; wherever they stand.
    @Test(
        "null is refused where no row could match it",
        arguments: [
            (#"{"state": null}"#, "state"), (#"{"state": {"eq": null}}"#, "state.eq"), (#"{"id": null}"#, "id"),
            (#"{"urgent": null}"#, "urgent"), (#"{"not": {"urgent": null}}"#, "urgent"),
            (#"{"or": [{"dueOn": null}, {"state": {"in": null}}]}"#, "state.in"),
            (#"{"notes": {"some": {"letter": null}}}"#, "letter"),
            (#"{"dossier": {"letters": {"none": {"state": null}}}}"#, "state"),
        ]
    )
    func refusedNull(_ filter: String, _ field: String) async throws {
        try await SharedDatabase.filters.withReads { reads in
            let json = try await reads.json(
                "query($f: LetterFilter) { letters(filter: $f) { id } }",
                variables: #"{"f": \#(filter)}"#,
                permissions: Self.permissions
            )
            #expect(json.contains(#""code":"FILTER_NULL","field":"\#(field)""#), "\(json)")
        }
    }

    @Test("null for what it is not, where every row has a value, finds all", arguments: ["ne", "notIn"])
    func negativeNull(_ op: String) async throws {
        try await SharedDatabase.filters.withReads { reads in
            try await expect(reads, #"{"state": {"\#(op)": null}}"#, finds: FilterEvaluator().letters(.null))
        }
    }

    @Test("Any filter finds what walking the rows finds", arguments: 0..<12)
    func random(_ seed: Int) async throws {
        try await SharedDatabase.filters.withReads { reads in
            var generator = FilterGenerator(seed: UInt64(seed))
            for _ in 0..<25 {
                let filter = generator.letterFilter(depth: 4)
                let expected = FilterEvaluator().letters(try JSONReader.read(Array(filter.utf8)))
                let found = try await find(reads, filter)
                #expect(found == expected, "\(filter)")
            }
        }
    }

    @Test("A filter written into the document is the same filter")
    func literals() async throws {
        try await SharedDatabase.filters.withReads { reads in
            let query = """
                query($s: String, $d: DossierFilter, $o: LetterFilter = {id: 3}) {
                  a: letters(filter: {or: [{state: {eq: $s}, id: 5}, $o, {dossier: $d, id: 1}]}) { id }
                  b: letters(filter: {or: [{id: 4}, {and: [{id: 6}, {dossier: null}]}]}) { id }
                  c: letters(filter: {dueOn: {lt: "2018-02-01"}}, dueOn: {gt: "2018-01-13"}) { id }
                }
                """
            let given = try await reads.json(query, variables: #"{"s": "NEW", "d": {}}"#)
            #expect(
                given == #"{"data":{"a":[{"id":"1"},{"id":"3"},{"id":"5"}],"b":[{"id":"4"}],"c":[{"id":"4"}]}}"#
            )
            let absent = try await reads.json(query, variables: #"{"d": null}"#)
            #expect(absent.hasPrefix(#"{"data":{"a":[{"id":"3"},{"id":"5"}],"#))
        }
    }

    @Test("The filter of a row's children")
    func childFilter() async throws {
        try await SharedDatabase.filters.withReads { reads in
            let kinds = try await reads.json(
                #"{ letter(id: 2) { notes(filter: {or: [{kind: null}, {letter: {id: "3"}}]}) { id kind } } }"#
            )
            let expected = FilterFixture.notes.filter {
                $0.letter == 2 && $0.court == FilterFixture.visible && $0.kind == nil
            }
            let notes = expected.map { #"{"id":"\#($0.id)","kind":null}"# }.joined(separator: ",")
            #expect(kinds == #"{"data":{"letter":{"notes":[\#(notes)]}}}"#)
        }
    }

    // MARK: - What the caller may not see

    @Test(
        "A filter tells nothing of rows that the caller does not see",
        arguments: [
            // Dossier 3 is another court's, and letters 2, 7, 12… stand in it.
            (#"{"dossier": {"status": {"eq": "OPEN"}}, "id": "2"}"#, []),
            (#"{"dossier": {"not": {"status": {"eq": "OPEN"}}}, "id": "2"}"#, []),
            (#"{"not": {"dossier": {}}, "id": "2"}"#, [2]), (#"{"dossier": null, "id": "2"}"#, [2]),
            (#"{"dossier": {"letters": {"some": {"id": "2"}}}}"#, []),
        ] as [(String, [Int])]
    )
    func oracle(_ filter: String, _ ids: [Int]) async throws {
        try await SharedDatabase.filters.withReads { reads in try await expect(reads, filter, finds: ids) }
    }

    @Test("No question tells a letter with hidden notes from one without notes")
    func hiddenChildren() async throws {
        let shown = Set(FilterFixture.notes.filter { $0.court == FilterFixture.visible }.map(\.letter))
        let all = Set(FilterFixture.notes.map(\.letter))
        let letters = FilterFixture.letters.filter { $0.court == FilterFixture.visible }.map(\.id)
        let onlyHidden = letters.filter { all.contains($0) && !shown.contains($0) }
        try #require(!onlyHidden.isEmpty)
        try await SharedDatabase.filters.withReads { reads in
            for id in onlyHidden {
                for question in [#"{"some": {}}"#, #"{"some": {"kind": null}}"#, #"{"some": {"kind": {"ne": "X"}}}"#] {
                    try await expect(reads, #"{"id": "\#(id)", "notes": \#(question)}"#, finds: [])
                    try await expect(reads, #"{"id": "\#(id)", "not": {"notes": \#(question)}}"#, finds: [id])
                }
                for question in [#"{"none": {}}"#, #"{"every": {"kind": {"eq": "X"}}}"#] {
                    try await expect(reads, #"{"id": "\#(id)", "notes": \#(question)}"#, finds: [id])
                }
            }
        }
    }

    /// What needs a permission: a field, a relation, the related type; also where it is nested or null.
    static let forbidden: [(filter: String, missing: String)] = [
        (#"{"secret": "hidden"}"#, "letters.secret"), (#"{"secret": null}"#, "letters.secret"),
        (#"{"not": {"secret": "hidden"}}"#, "letters.secret"), (#"{"or": [{}, {"secret": "x"}]}"#, "letters.secret"),
        (#"{"sealedNotes": {"some": {}}}"#, "letters.secret"), (#"{"vault": {}}"#, "vault.read"),
        (#"{"vault": null}"#, "vault.read"), (#"{"vault": {"word": {"eq": "x"}}}"#, "vault.read"),
        (#"{"vaultId": "1"}"#, "vault.read"),
        (#"{"notes": {"some": {"letter": {"secret": "hidden"}}}}"#, "letters.secret"),
    ]

    @Test("What the caller may not select does not filter", arguments: forbidden)
    func permission(_ filter: String, _ missing: String) async throws {
        try await SharedDatabase.filters.withReads { reads in
            _ = try await find(reads, filter)
            for variables in [true, false] {
                let literal = filter.replacing(#/"(\w+)":/#) { "\($0.output.1):" }
                let answer = try await reads.ask(
                    variables
                        ? "query($f: LetterFilter) { letters(filter: $f) { id } }"
                        : "{ letters(filter: \(literal)) { id } }",
                    variables: variables ? #"{"f": \#(filter)}"# : "{}",
                    permissions: Self.permissions.subtracting([missing])
                )
                #expect(
                    answer.json == """
                        {"errors":[{"message":"无权限","locations":[{"line":1,"column":\(variables ? 27 : 3)}],\
                        "path":["letters"],"extensions":{"code":"FORBIDDEN"}}],"data":null}
                        """
                )
                #expect(answer.levels.joined().isEmpty)
            }
        }
    }

    @Test("What the caller may not select does not order", arguments: [true, false])
    func orderPermission(_ isVariable: Bool) async throws {
        try await SharedDatabase.filters.withReads { reads in
            let query =
                isVariable
                ? "query($o: [LetterOrder!]) { letters(orderBy: $o) { id } }"
                : "{ letters(orderBy: [{field: SECRET}]) { id } }"
            let variables = isVariable ? #"{"o": [{"field": "DUE_ON"}, {"field": "SECRET"}]}"# : "{}"
            let refused = try await reads.ask(query, variables: variables, permissions: [])
            #expect(refused.json.contains(#""code":"FORBIDDEN""#))
            #expect(refused.levels.joined().isEmpty)
            let allowed = try await reads.json(query, variables: variables, permissions: Self.permissions)
            #expect(allowed.hasPrefix(#"{"data":"#))
        }
    }

    @Test("A null or absent filter of a list asks nothing, so that no permission is needed")
    func nothingAsked() async throws {
        try await SharedDatabase.filters.withReads { reads in
            let all = FilterEvaluator().letters(.null)
            try await expect(reads, #"{"sealedNotes": null}"#, finds: all, permissions: [])
            try await expect(reads, "{}", finds: all, permissions: [])
        }
    }

    // MARK: - Bounds

    private static func nested(_ depth: Int) -> String {
        String(repeating: #"{"not":"#, count: depth) + "{}" + String(repeating: "}", count: depth)
    }

    /// Filters that are just small enough, and just too large.
    static let bounds: [(filter: String, isTooLarge: Bool)] = [
        (#"{"and": [\#(Array(repeating: #"{"dossier": {}}"#, count: 10).joined(separator: ","))]}"#, false),
        (#"{"and": [\#(Array(repeating: #"{"dossier": null}"#, count: 11).joined(separator: ","))]}"#, true),
        (
            #"{"or": [\#(Array(repeating: #"{"notes": {"some": {}, "none": {}}}"#, count: 6).joined(separator: ","))]}"#,
            true
        ),
        (nested(9), false), (nested(10), true), (nested(60), true),
        (#"{"or": [\#(Array(repeating: "{}", count: 200).joined(separator: ","))]}"#, false),
        (#"{"or": [\#(Array(repeating: "{}", count: 201).joined(separator: ","))]}"#, true),
        (#"{"or": [\#(Array(repeating: #"{"id": "1"}"#, count: 100).joined(separator: ","))]}"#, false),
        (#"{"or": [\#(Array(repeating: #"{"id": "1"}"#, count: 101).joined(separator: ","))]}"#, true),
        (
            #"{"and": [\#(Array(repeating: #"{"dueOn": {"lt": null, "gt": null}}"#, count: 67).joined(separator: ","))]}"#,
            true
        ),
    ]

    @Test("A filter has at most 200 conditions and is at most 10 deep", arguments: bounds)
    func bound(_ filter: String, _ isTooLarge: Bool) async throws {
        try await SharedDatabase.filters.withReads { reads in
            let answer = try await reads.ask(
                "query($f: LetterFilter) { letters(filter: $f) { id } }",
                variables: #"{"f": \#(filter)}"#
            )
            #expect(answer.levels.joined().isEmpty == isTooLarge)
            guard isTooLarge else { return #expect(answer.json.hasPrefix(#"{"data":{"letters":["#)) }
            #expect(
                answer.json == """
                    {"errors":[{"message":"筛选条件过多: a filter has at most 200 conditions, 10 of them \
                    through relations, 10 deep.",\
                    "locations":[{"line":1,"column":27}],"path":["letters"],\
                    "extensions":{"code":"FILTER_TOO_LARGE","limit":200,"relations":10,"depth":10}}],"data":null}
                    """
            )
        }
    }

    @Test("A date that is none is the client's mistake, wherever it stands")
    func badDate() async throws {
        try await SharedDatabase.filters.withReads { reads in
            let json = try await reads.json(
                "query($f: LetterFilter) { letters(filter: $f) { id } }",
                variables: #"{"f": {"or": [{"not": {"dueOn": {"notIn": ["2018-02-30"]}}}]}}"#
            )
            #expect(json.contains(#""message":"Expected a date, YYYY-MM-DD.""#))
            #expect(json.contains(#""code":"BAD_USER_INPUT""#))
        }
    }

    @Test("Nothing is written where the payload's filter or order cannot be answered")
    func mutations() async throws {
        try await SharedDatabase.registry.withReads { reads in
            let query = """
                mutation($f: LetterFilter, $o: [LetterOrder!]) { closeLetter(id: 1) { letter { court {
                  letters(filter: $f, orderBy: $o) { totalCount nodes { id } } } } } }
                """
            func refusal(_ variables: String) throws -> GraphQLError? {
                let (plan, values) = try reads.plan(query, variables: variables)
                do throws(GraphQLError) {
                    try plan.checkCost(values, limit: 1_000_000)
                    return nil
                } catch {
                    return error
                }
            }
            let allowed = try refusal(#"{"f": {"dueBefore": "2018-07-10"}}"#)
            #expect(allowed == nil)
            let refused = try refusal(#"{"f": {"dueBefore": "2018-07-32"}}"#)
            #expect(refused?.code == "BAD_USER_INPUT")
            #expect(refused?.locations == [GraphQLLanguage.SourceLocation(line: 2, column: 3)])
        }
    }
}
