import Conformance
import Testing

@Suite("A faulty argument is named by its coordinate, as graphql-js 17 does")
struct ArgumentCoordinateTests {
    private static let schema = #"""
        directive @mark(level: Int) on FIELD
        interface Node { find(text: String!, by: By): String }
        type Query { court(name: String! = "a", in: [Int!], by: By): String node: Node }
        type Court implements Node { find(text: String!, by: By): String }
        input By { code: String! = "b" deep: By }
        """#

    @Test(
        "whatever is wrong with it, and wherever it stands",
        arguments: [
            (
                "query ($n: String = \"x\") { court(name: $n) }", #"{"n": null}"#,
                #"Argument "Query.court(name:)" has invalid value: Expected variable "$n" provided to non-null type "#
                    + #""String!" not to be null."#
            ),
            (
                "query ($n: Int = 1) { court(in: [1, $n]) }", #"{"n": null}"#,
                #"Argument "Query.court(in:)" has invalid value at [1]: Expected variable "$n" provided to non-null type "#
                    + #""Int!" not to be null."#
            ),
            (
                "query ($c: String = \"x\") { court(by: {deep: {code: $c}}) }", #"{"c": null}"#,
                #"Argument "Query.court(by:)" has invalid value at .deep.code: Expected variable "$c" provided to "#
                    + #"non-null type "String!" not to be null."#
            ),
            (
                "query ($t: String = \"x\") { node { find(text: $t) } }", #"{"t": null}"#,
                #"Argument "Court.find(text:)" has invalid value: Expected variable "$t" provided to non-null type "#
                    + #""String!" not to be null."#
            ),
            (
                "query ($c: Boolean = true) { court @include(if: $c) }", #"{"c": null}"#,
                #"Argument "@include(if:)" has invalid value: Expected variable "$c" provided to non-null type "#
                    + #""Boolean!" not to be null."#
            ),
            (
                "query ($c: Boolean = true) { node { find(text: \"a\") @skip(if: $c) } }", #"{"c": null}"#,
                #"Argument "@skip(if:)" has invalid value: Expected variable "$c" provided to non-null type "#
                    + #""Boolean!" not to be null."#
            ),
            (
                "query ($n: String = \"Query\") { __type(name: $n) { name } }", #"{"n": null}"#,
                #"Argument "<meta>.__type(name:)" has invalid value: Expected variable "$n" provided to non-null type "#
                    + #""String!" not to be null."#
            ),
            (
                "query ($d: Boolean = true) { __type(name: \"Query\") { fields(includeDeprecated: $d) { name } } }",
                #"{"d": null}"#,
                #"Argument "__Type.fields(includeDeprecated:)" has invalid value: Expected variable "$d" provided to "#
                    + #"non-null type "Boolean!" not to be null."#
            ),
        ]
    )
    func coordinates(_ document: String, _ variables: String, _ message: String) async {
        var filter = ConformanceFilter()
        let request = """
            {"id": 1, "op": "execute", "schema": \(Self.quoted(Self.schema)), "document": \(Self.quoted(document)), \
            "variables": \(variables), "root": {"court": "c", "node": {"__typename": "Court", "find": "f"}}}
            """
        let answer = String(decoding: await filter.answer(Array(request.utf8)), as: UTF8.self)
        #expect(answer.contains("{\"message\":\(Self.quoted(message)),"), "\(answer)")
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n") + "\""
    }
}
