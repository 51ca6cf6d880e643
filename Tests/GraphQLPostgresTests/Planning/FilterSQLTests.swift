import GraphQLExecution
import Postgres
import Testing

@testable import GraphQLPostgres

@Suite("SQL of filters")
struct FilterSQLTests {
    /// The condition of letters under a filter, without the scope; placeholders without their numbers.
    private func condition(_ reads: Reads, _ filter: String, variables: String = "{}", head: String = "") throws
        -> String
    {
        let plan = try reads.plan(
            "\(head) { letters(filter: \(filter)) { id } }",
            variables: variables,
            permissions: FilterTreeTests.permissions
        ).plan
        guard let fetch = plan.fetches.first?.description as? SQLFetch else { return "" }
        let lines = fetch.sql.split(separator: "\n").drop { !$0.hasPrefix("WHERE") }
            .prefix { !$0.hasPrefix("ORDER BY") }
        return lines.map { $0.replacing(#/^(WHERE|    AND) /#, with: "").replacing(#/\$\d+/#, with: "$") }
            .filter { $0 != "t.court_code = ANY ((SELECT $::text[])::text[])" }.joined(separator: " & ")
    }

    /// With the scope of the other table, wherever it stands.
    static let texts: [(filter: String, sql: String)] = [
        ("{}", ""), ("{and: []}", ""), ("{or: []}", "false"), ("{or: [{id: 1}]}", "t.id = $"),
        ("{id: 1, and: [{state: {eq: \"a\"}}, {priority: {gt: 1}}]}", "t.state = $ & t.priority > $ & t.id = $"),
        ("{or: [{id: 1, priority: null}, {id: 2}, {}]}", "(t.id = $ AND t.priority IS NULL OR t.id = $ OR true)"),
        ("{not: {id: 1, priority: {isNull: true}}}", "(t.id = $ AND t.priority IS NULL) IS NOT TRUE"),
        ("{not: {}}", "(true) IS NOT TRUE"),
        ("{state: {ne: \"a\", notIn: [\"b\"]}}", "t.state <> $ & t.state <> ALL ($)"),
        ("{title: {ne: \"a\", notIn: [\"b\"]}}", "t.title IS DISTINCT FROM $ & (t.title = ANY ($)) IS NOT TRUE"),
        ("{title: {ne: null, in: null, notIn: null}}", "t.title IS NOT NULL & t.title IS NULL & t.title IS NOT NULL"),
        ("{id: \"x\", otherThan: null}", "false & t.id IS NOT NULL"),
        ("{urgent: false}", "NOT f.urgent(t)"),
        (
            "{dossier: {status: null}}",
            "EXISTS (SELECT 1 FROM f.dossier f1 WHERE f1.id = t.dossier_id AND f1.court_code = ANY ((SELECT $::text[])::text[]) AND f1.status IS NULL)"
        ),
        ("{not: {vault: {}}}", "NOT EXISTS (SELECT 1 FROM f.vault f1 WHERE f1.id = t.vault_id)"),
        ("{not: {vault: null}}", "EXISTS (SELECT 1 FROM f.vault f1 WHERE f1.id = t.vault_id)"),
        (
            "{not: {vault: null, id: 1}}",
            "(t.id = $ AND NOT EXISTS (SELECT 1 FROM f.vault f1 WHERE f1.id = t.vault_id)) IS NOT TRUE"
        ),
        ("{vault: null}", "NOT EXISTS (SELECT 1 FROM f.vault f1 WHERE f1.id = t.vault_id)"),
        (
            "{notes: {none: {kind: {eq: \"a\"}}, every: {kind: {present: true}}}}",
            """
            NOT EXISTS (SELECT 1 FROM f.note f1 WHERE f1.letter_id = t.id AND f1.court_code = ANY ((SELECT $::text[])::text[]) AND f1.kind = $) & \
            NOT EXISTS (SELECT 1 FROM f.note f2 WHERE f2.letter_id = t.id AND f2.court_code = ANY ((SELECT $::text[])::text[]) AND \
            (f2.kind IS NOT NULL) IS NOT TRUE)
            """
        ),
        (
            "{dossier: {letters: {some: {urgent: false}}}}",
            """
            EXISTS (SELECT 1 FROM f.dossier f1 WHERE f1.id = t.dossier_id AND f1.court_code = ANY ((SELECT $::text[])::text[]) AND \
            EXISTS (SELECT 1 FROM f.letter f2 WHERE f2.dossier_id = f1.id AND f2.court_code = ANY ((SELECT $::text[])::text[]) AND NOT f.urgent(f2)))
            """
        ),
    ]

    @Test("A filter's text", arguments: texts)
    func text(_ filter: String, _ sql: String) async throws {
        try await SharedDatabase.filters.withReads { reads in
            let found = try condition(reads, filter)
            #expect(found == sql)
        }
    }

    @Test("A plan shows a filter whose variables are open")
    func example() async throws {
        try await SharedDatabase.filters.withReads { reads in
            let whole = try condition(reads, "$f", head: "query($f: LetterFilter)")
            #expect(
                whole == "t.id = $ & t.id <> ALL ($) & f.urgent(t) & t.due_on IS NULL & t.secret = $ & t.vault_id = $"
            )
            let parts = try condition(
                reads,
                "{or: [{id: $i}, {notes: {some: $n}, dossier: {status: {in: $s, ne: null}}}], not: {dueOn: $d}, and: $a}",
                head: "query($i: ID, $n: NoteFilter, $s: [String!], $d: DateFilter, $a: [LetterFilter!])"
            )
            #expect(
                parts == """
                    (t.id = $ OR EXISTS (SELECT 1 FROM f.dossier f1 WHERE f1.id = t.dossier_id AND f1.court_code = ANY ((SELECT $::text[])::text[]) AND \
                    f1.status IS NOT NULL AND f1.status = ANY ($)) AND EXISTS (SELECT 1 FROM f.note f2 WHERE f2.letter_id = t.id \
                    AND f2.court_code = ANY ((SELECT $::text[])::text[]))) & (t.due_on = $ AND t.due_on IS DISTINCT FROM $ AND t.due_on = ANY ($) AND \
                    (t.due_on = ANY ($)) IS NOT TRUE AND t.due_on < $ AND t.due_on <= $ AND t.due_on > $ AND t.due_on >= $ AND \
                    t.due_on IS NULL AND t.due_on IS NOT NULL) IS NOT TRUE
                    """
            )
        }
    }

    @Test("One shape has one text, whatever its values; a known filter has one for all requests")
    func shapes() async throws {
        try await SharedDatabase.filters.withReads { reads in
            let query = "query($f: LetterFilter) { letters(filter: $f) { id } }"
            func text(_ filter: String) throws -> String? {
                let (plan, variables) = try reads.plan(query, variables: #"{"f": \#(filter)}"#)
                guard let fetch = plan.fetches.first, let sql = fetch.description as? SQLFetch else { return nil }
                let request = FetchRequest(fetch: fetch, parentBatch: nil, variables: variables)
                return try sql.bind(request, BoundContext(Reads.caller)).statement.statement.text
            }
            let one = try text(#"{"or": [{"id": "1"}, {"dueOn": {"lt": "2018-01-01"}}]}"#)
            #expect(one == (try text(#"{"or": [{"id": "2"}, {"dueOn": {"lt": "2019-01-01"}}]}"#)))
            #expect(one != (try text(#"{"or": [{"id": "2"}, {"dueOn": {"lt": null}}]}"#)))
            #expect(one != (try text(#"{"or": [{"dueOn": {"lt": "2018-01-01"}}, {"id": "1"}]}"#)))
            #expect(one != (try text(#"{"and": [{"id": "1"}, {"dueOn": {"lt": "2018-01-01"}}]}"#)))
            let none = try text("{}")
            #expect(none == (try text("null")))
            let fixed = try reads.plan("{ letters(filter: {not: {id: 3}}) { id } }").plan.fetches.first?.description
            #expect((fixed as? SQLFetch)?.template.isFixed == true)
            let absent = try reads.plan("{ letters { id } }").plan.fetches.first?.description
            #expect((absent as? SQLFetch)?.template.filter == nil)
        }
    }
}
