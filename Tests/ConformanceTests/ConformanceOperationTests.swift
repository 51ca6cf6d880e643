import Conformance
import Testing

/// A request with its answer, as members of their JSON objects.
struct ConformanceCase: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let request: String
    let answer: String

    init(_ description: String, _ request: String, _ answer: String) {
        testDescription = description
        self.request = request
        self.answer = answer
    }
}

@Suite("Every operation answers as the contract says")
struct ConformanceOperationTests {
    @Test("A request is answered", arguments: ConformanceCase.all)
    func answered(_ example: ConformanceCase) async {
        var filter = ConformanceFilter()
        let line = await filter.answer(Array("{\"id\":1,\(example.request)}".utf8))
        #expect(String(decoding: line, as: UTF8.self) == "{\"id\":1,\(example.answer)}")
    }
}

extension ConformanceCase {
    /// The schema that most requests ask about.
    private static let schema =
        #""type Query { letter(id: ID! = 1, filter: Filter): Letter court: Court find: [Found!"#
        + #"] } input Filter { state: State = OPEN ids: [Int!] } enum State { OPEN CLOSED } type"#
        + #" Letter implements Node { id: ID! no: String! pages: Int } type Person implements No"#
        + #"de { id: ID! name: String } interface Node { id: ID! } union Found = Letter | Person"#
        + #" \"A court.\" type Court { name: String @deprecated }""#

    static let all: [ConformanceCase] = [
        ConformanceCase(
            "parse: a document printed",
            #""op": "parse", "document": "query Q($a:Int=1)@d{a(b:{c:$a}){...F}}""#,
            #""printed":"query Q($a: Int = 1) @d {\n  a(b: { c: $a }) {\n    ...F\n  }\n}""#
        ),
        ConformanceCase(
            "parse: SDL printed",
            #""op": "parse", "sdl": "\"d\" type A implements B&C{f(x:Int=1):[A!]! @deprecated}""#,
            #""printed":"\"d\"\ntype A implements B & C {\n  f(x: Int = 1): [A!]! @deprecated\n}""#
        ),
        ConformanceCase(
            "parse: a limit on tokens",
            #""op": "parse", "document": "{ a b # c\n}", "maxTokens": 3"#,
            #""errors":[{"message":"Syntax Error: Document contains more than 3 tokens. Parsing ab"#
                + #"orted.","locations":[{"line":2,"column":1}]}]"#
        ),
        ConformanceCase(
            "parse: a syntax error with its place",
            #""op": "parse", "document": "{\n  a(\n}""#,
            #""errors":[{"message":"Syntax Error: Expected Name, found \"}\".","locations":[{"line"#
                + #"":3,"column":1}]}]"#
        ),
        ConformanceCase(
            "validate: one rule alone",
            #""op": "validate", "schema": "#
                + schema + #", "document": "{ lettr ...F }", "rules": ["FieldsOnCorrectTypeRule"]"#,
            #""errors":[{"message":"Cannot query field \"lettr\" on type \"Query\". Did you mean \""#
                + #"letter\"?","locations":[{"line":1,"column":3}]}]"#
        ),
        ConformanceCase(
            "validate: suggestions hidden",
            #""op": "validate", "schema": "#
                + schema + #", "document": "{ courtt }", "hideSuggestions": true"#,
            #""errors":[{"message":"Cannot query field \"courtt\" on type \"Query\".","locations":"#
                + #"[{"line":1,"column":3}]}]"#
        ),
        ConformanceCase(
            "validate: errors cut off",
            #""op": "validate", "schema": "#
                + schema + #", "document": "{ a b }", "maxErrors": 1"#,
            #""errors":[{"message":"Cannot query field \"a\" on type \"Query\".","locations":[{"li"#
                + #"ne":1,"column":3}]},{"message":"Too many validation errors, error limit reached. Val"#
                + #"idation aborted."}]"#
        ),
        ConformanceCase(
            "validateSDL: a document by itself",
            #""op": "validateSDL", "sdl": "type Query { a: Letter } type Query { b: Int }""#,
            #""errors":[{"message":"Unknown type \"Letter\".","locations":[{"line":1,"column":17}]"#
                + #"},{"message":"There can be only one type named \"Query\".","locations":[{"line":1,"c"#
                + #"olumn":6},{"line":1,"column":31}]}]"#
        ),
        ConformanceCase(
            "validateSDL: an extension of a schema",
            #""op": "validateSDL", "schema": "#
                + schema + #", "sdl": "extend type Letter { no: Int } extend type Lettr { a: Int }""#,
            #""errors":[{"message":"Field \"Letter.no\" already exists in the schema. It cannot al"#
                + #"so be defined in this type extension.","locations":[{"line":1,"column":22}]},{"messa"#
                + #"ge":"Cannot extend type \"Lettr\" because it is not defined. Did you mean \"Letter\""#
                + #"?","locations":[{"line":1,"column":44}]}]"#
        ),
        ConformanceCase(
            "validateSDL: one rule alone",
            #""op": "validateSDL", "sdl": "type A { a: B a: C }", "rules": ["UniqueFieldDefinition"#
                + #"NamesRule"]"#,
            #""errors":[{"message":"Field \"A.a\" can only be defined once.","locations":[{"line":"#
                + #"1,"column":10},{"line":1,"column":15}]}]"#
        ),
        ConformanceCase(
            "validateSchema: an interface that is not implemented",
            #""op": "validateSchema", "schema": "type Query implements I {\n  a: Int\n}\ninterface"#
                + #" I { b: Int }""#,
            #""errors":[{"message":"Interface field I.b expected but Query does not provide it.",""#
                + #"locations":[{"line":4,"column":15},{"line":1,"column":1}]}]"#
        ),
        ConformanceCase(
            "printSchema: extended and sorted",
            #""op": "printSchema", "schema": "type Query { b: Int a: Int }", "extend": "extend typ"#
                + #"e Query { aa: A } type A { x: Int }", "sorted": true"#,
            #""printed":"type A {\n  x: Int\n}\n\ntype Query {\n  a: Int\n  aa: A\n  b: Int\n}""#
        ),
        ConformanceCase(
            "printSchema: an extension that cannot be",
            #""op": "printSchema", "schema": "type Query { a: Int }", "extend": "extend type A { x"#
                + #": Int }""#,
            #""error":"the schema cannot be extended so: Cannot extend type \"A\" because it is no"#
                + #"t defined.""#
        ),
        ConformanceCase(
            "diff: by severity",
            #""op": "diff", "old": "type Query { a: Int b: Int } enum E { A }", "new": "type Query"#
                + #" { a: Int! c: Int } enum E { A B }""#,
            #""breaking":[{"type":"FIELD_REMOVED","description":"Field Query.b was removed."}],"da"#
                + #"ngerous":[{"type":"VALUE_ADDED_TO_ENUM","description":"Enum value E.B was added."}],"#
                + #""safe":[{"type":"FIELD_ADDED","description":"Field Query.c was added."},{"type":"FIE"#
                + #"LD_CHANGED_KIND_SAFE","description":"Field Query.a changed type from Int to Int!."}]"#
        ),
        ConformanceCase(
            "coordinate: an argument",
            #""op": "coordinate", "schema": "#
                + schema + #", "coordinate": "Query.letter(filter:)""#,
            #""resolved":{"kind":"FieldArgument","coordinate":"Query.letter(filter:)","type":"Filt"#
                + #"er"}"#
        ),
        ConformanceCase(
            "coordinate: nothing",
            #""op": "coordinate", "schema": "#
                + schema + #", "coordinate": "Query.nothing""#,
            #""resolved":null"#
        ),
        ConformanceCase(
            "coordinate: an element that contains nothing",
            #""op": "coordinate", "schema": "#
                + schema + #", "coordinate": "Letters.id""#,
            #""errors":[{"message":"Expected \"Letters\" to be defined as a type in the schema."}]"#
        ),
        ConformanceCase(
            "coordinate: a coordinate that is none",
            #""op": "coordinate", "schema": "#
                + schema + #", "coordinate": "Query..id""#,
            #""errors":[{"message":"Syntax Error: Expected Name, found \".\".","locations":[{"line"#
                + #"":1,"column":7}]}]"#
        ),
        ConformanceCase(
            "execute: objects, lists and abstract types in the order of the selection",
            #""op": "execute", "schema": "#
                + schema + #", "document": "{ find { __typename ... on Person { name } ...L } court { name } } fr"#
                + #"agment L on Letter { n: no }", "root": {"court": {"name": "晋城"}, "find": [{"__typena"#
                + #"me": "Letter", "no": "1"}, {"__typename": "Person", "name": "陈"}]}"#,
            #""data":{"find":[{"__typename":"Letter","n":"1"},{"__typename":"Person","name":"陈"}],"#
                + #""court":{"name":"晋城"}}"#
        ),
        ConformanceCase(
            "execute: coerced arguments",
            #""op": "execute", "schema": "type Query { f(a: I, b: Int = 2, c: Int): String } input"#
                + #" I { e: E = X l: [Int] } enum E { X Y }", "document": "query($v: I, $c: Int) { f(a: "#
                + #"$v, c: $c) }", "variables": {"v": {"l": 1}}, "root": {"f": {"__args": true}}"#,
            #""data":{"f":{"a":{"e":"X","l":[1]},"b":2}}"#
        ),
        ConformanceCase(
            "execute: failed fields and nulls that propagate",
            #""op": "execute", "schema": "#
                + schema + #", "document": "{ letter { pages no } court { name } }", "root": {"letter": {"pages":"#
                + #" "many"}, "court": {"name": {"__error": "no name"}}}"#,
            #""errors":[{"message":"Int cannot represent non-integer value: \"many\"","locations":"#
                + #"[{"line":1,"column":12}],"path":["letter","pages"]},{"message":"Cannot return null f"#
                + #"or non-nullable field Letter.no.","locations":[{"line":1,"column":18}],"path":["lett"#
                + #"er","no"]},{"message":"no name","locations":[{"line":1,"column":31}],"path":["court""#
                + #","name"]}],"data":{"letter":null,"court":{"name":null}}"#
        ),
        ConformanceCase(
            "execute: the operation of a name",
            #""op": "execute", "schema": "#
                + schema + #", "document": "query A { court { name } } query B { c: court { name } }", "operation"#
                + #"Name": "B", "root": {}"#,
            #""data":{"c":null}"#
        ),
        ConformanceCase(
            "execute: a request error has no data",
            #""op": "execute", "schema": "#
                + schema + #", "document": "query($id: ID!) { letter(id: $id) { id } }", "root": {}"#,
            #""errors":[{"message":"Variable \"$id\" has invalid value: Expected a value of non-nu"#
                + #"ll type \"ID!\" to be provided.","locations":[{"line":1,"column":7}]}]"#
        ),
        ConformanceCase(
            "stripIgnored: without ignored characters",
            #""op": "stripIgnored", "document": "{ a , # c\n b(x: \"\"\"\n  y\n  \"\"\") }""#,
            #""printed":"{a b(x:\"\"\"y\"\"\")}""#
        ),
        ConformanceCase(
            "separateOperations: each with its fragments",
            #""op": "separateOperations", "document": "query A { ...F } query B { b } fragment F o"#
                + #"n Q { c }""#,
            #""operations":{"A":"query A {\n  ...F\n}\n\nfragment F on Q {\n  c\n}","B":"query B {"#
                + #"\n  b\n}"}"#
        ),
    ]
}
