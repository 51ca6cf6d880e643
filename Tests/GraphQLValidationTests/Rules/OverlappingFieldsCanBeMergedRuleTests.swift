import GraphQLLanguage
import GraphQLValidation
import Testing

struct OverlappingFieldsCanBeMergedRuleTests {
    private static let advice = " Use different aliases on the fields to fetch both if this was intentional."

    @Test(
        "Fields that agree are merged",
        arguments: [
            Check("the same field twice", "fragment F on Dog { name name }"),
            Check("different fields", "fragment F on Dog { name nickname }"),
            Check("the same alias of the same field", "fragment F on Dog { other: name other: name }"),
            Check(
                "the same arguments in another order",
                "fragment F on Dog { isAtLocation(x: 1, y: 2) isAtLocation(y: 2, x: 1) }"
            ),
            Check(
                "the same input object in another order",
                "{ arguments { complex(value: { intField: 1, stringField: $s }) complex(value: { stringField: $s, intField: 1 }) } }"
            ),
            Check("different directives", "fragment F on Dog { name @skip(if: true) name @include(if: true) }"),
            Check(
                "different fields of objects that are never the same",
                "fragment F on Pet { ... on Dog { volume: barkVolume } ... on Cat { volume: meowVolume } }"
            ),
            Check(
                "different arguments of objects that are never the same",
                "fragment F on Pet { ... on Dog { name(surname: true) } ... on Cat { name } }"
            ),
            Check("a cycle", "{ dog { ...F } } fragment F on Dog { name mother { ...F } }"),
            Check("a fragment without fields in common", "{ dog { ...F name } } fragment F on Dog { barks }"),
            Check("unknown fields of one name", "{ dog { unknown unknown } }"),
            Check(
                "__typename under the name of a field of another object",
                "fragment F on Pet { ... on Dog { x: __typename } ... on Cat { x: nickname } }"
            ),
            Check("one field of unknown types", "fragment F on Pet { ... on Unknown { name } name }"),
            Check("lists of one shape", "fragment F on Human { x: pets { name } x: pets { name } }"),
        ]
    )
    func valid(_ check: Check) throws { try check.expect(.overlappingFieldsCanBeMerged) }

    @Test(
        "Fields that differ conflict",
        arguments: [
            Check(
                "an alias for two fields",
                "fragment F on Dog { fido: name fido: nickname }",
                #"1:21,1:32: Fields "fido" conflict because "name" and "nickname" are different fields."# + advice
            ),
            Check(
                "an alias that hides a field",
                "fragment F on Dog { name: nickname name }",
                #"1:21,1:36: Fields "name" conflict because "nickname" and "name" are different fields."# + advice
            ),
            Check(
                "an argument and none",
                "fragment F on Dog { name(surname: true) name }",
                #"1:21,1:41: Fields "name" conflict because they have differing arguments."# + advice
            ),
            Check(
                "different values",
                "fragment F on Dog { name(surname: true) name(surname: false) }",
                #"1:21,1:41: Fields "name" conflict because they have differing arguments."# + advice
            ),
            Check(
                "every pair of three",
                "fragment F on Dog { x: name x: nickname x: barks }",
                #"1:21,1:29: Fields "x" conflict because "name" and "nickname" are different fields."# + advice,
                #"1:21,1:41: Fields "x" conflict because "name" and "barks" are different fields."# + advice,
                #"1:29,1:41: Fields "x" conflict because "nickname" and "barks" are different fields."# + advice
            ),
            Check(
                "a field and one of a fragment",
                "fragment F on Dog { x: name ...G }\nfragment G on Dog { x: barks }",
                #"1:21,2:21: Fields "x" conflict because "name" and "barks" are different fields."# + advice
            ),
            Check(
                "fields of two fragments",
                "{ dog { ...F ...G } }\nfragment F on Dog { x: name }\nfragment G on Dog { x: barks }",
                #"2:21,3:21: Fields "x" conflict because "name" and "barks" are different fields."# + advice
            ),
            Check(
                "a field and one of a fragment spread by two fragments, once in each set that has both",
                """
                { dog { ...F ...G } }
                fragment F on Dog { ...H x: name }
                fragment G on Dog { ...H }
                fragment H on Dog { x: barks }
                """,
                #"2:26,4:21: Fields "x" conflict because "name" and "barks" are different fields."# + advice,
                #"2:26,4:21: Fields "x" conflict because "name" and "barks" are different fields."# + advice
            ),
            Check(
                "fields below merged ones",
                "{ dog { x: name } dog { x: nickname } }",
                #"1:3,1:9,1:19,1:25: Fields "dog" conflict because subfields "x" conflict because "#
                    + #""name" and "nickname" are different fields."# + advice
            ),
            Check(
                "two fields below merged ones",
                "{ dog { x: name y: barks } dog { x: nickname y: name } }",
                #"1:3,1:9,1:17,1:28,1:34,1:46: Fields "dog" conflict because subfields "x" conflict because "#
                    + #""name" and "nickname" are different fields and subfields "y" conflict because "#
                    + #""barks" and "name" are different fields."# + advice
            ),
            Check(
                "fields two levels below merged ones",
                "{ dog { mother { x: name } } dog { mother { x: barks } } }",
                #"1:3,1:9,1:18,1:30,1:36,1:45: Fields "dog" conflict because subfields "mother" conflict because "#
                    + #"subfields "x" conflict because "name" and "barks" are different fields."# + advice
            ),
            Check(
                "types of objects that are never the same",
                "fragment F on Pet { ... on Dog { x: barks } ... on Cat { x: meowVolume } }",
                #"1:34,1:58: Fields "x" conflict because they return conflicting types "Boolean" and "Int"."# + advice
            ),
            Check(
                "a leaf and an object",
                "fragment F on Pet { ... on Dog { x: mother { name } } ... on Cat { x: meows } }",
                #"1:34,1:68: Fields "x" conflict because they return conflicting types "Dog" and "Boolean"."# + advice
            ),
            Check(
                "a list and no list",
                "{ x: human { x: pets { name } } x: human { x: relatives { name } } }",
                #"1:3,1:14,1:33,1:44: Fields "x" conflict because subfields "x" conflict because "#
                    + #""pets" and "relatives" are different fields."# + advice
            ),
            Check(
                "an interface and its object",
                "fragment F on Pet { x: name ... on Dog { x: nickname } }",
                #"1:21,1:42: Fields "x" conflict because "name" and "nickname" are different fields."# + advice
            ),
            Check(
                "another number of arguments",
                "fragment F on Dog { isAtLocation(x: 1) isAtLocation(x: 1, y: 2) }",
                #"1:21,1:40: Fields "isAtLocation" conflict because they have differing arguments."# + advice
            ),
            Check(
                "a string and a block string",
                #"{ arguments { string(value: "a") string(value: """a""") } }"#,
                #"1:15,1:34: Fields "string" conflict because they have differing arguments."# + advice
            ),
            Check(
                "one stream and none, which stops there",
                "{ human { x: pets @stream { name } x: pets { n: name } } }",
                #"1:11,1:36: Fields "x" conflict because they have overlapping stream directives."# + advice
            ),
            Check(
                "two streams",
                "{ human { pets @stream(initialCount: 1) { name } pets @stream(initialCount: 1) { name } } }",
                #"1:11,1:50: Fields "pets" conflict because they have overlapping stream directives. "#
                    + "See https://github.com/graphql/defer-stream-wg/discussions/100." + advice
            ),
            Check(
                "a list's items",
                "fragment F on Human { x: pets { name } ... on Dog { x: name } ... on Human { x: relatives { iq } } }",
                #"1:23,1:53: Fields "x" conflict because they return conflicting types "[Pet]" and "String"."# + advice,
                #"1:23,1:78: Fields "x" conflict because "pets" and "relatives" are different fields."# + advice,
                #"1:53,1:78: Fields "x" conflict because they return conflicting types "String" and "[Human]!"."#
                    + advice
            ),
        ]
    )
    func invalid(_ check: Check) throws { try check.expect(.overlappingFieldsCanBeMerged) }

    @Test("One conflict tells a bounded number of fields and characters")
    func bounded() throws {
        let names = (0..<60).map { "a\($0)" }
        let left = names.map { "\($0): name" }.joined(separator: " ")
        let right = names.map { "\($0): barks" }.joined(separator: " ")
        let errors = try Zoo.errors(
            in: "{ dog { \(left) } dog { \(right) } }",
            breaking: [.overlappingFieldsCanBeMerged]
        )
        let error = try #require(errors.first)
        #expect(errors.count == 1)
        #expect(error.locations.count == 40)
        let beginning = #"Fields "dog" conflict because "#
        #expect(error.message.hasPrefix(beginning))
        #expect(error.message.hasSuffix("..." + "." + Self.advice))
        #expect(error.message.utf8.count == beginning.utf8.count + 1_000 + 4 + Self.advice.utf8.count)
    }

    @Test("A document that needs more comparisons than allowed is refused")
    func budget() throws {
        let options = ValidationOptions(limits: RequestLimits(maxComparisons: 10))
        let document = "{ dog { name barks nickname } dog { name barks nickname } }"
        let errors = try Zoo.errors(in: document, breaking: [.overlappingFieldsCanBeMerged], options: options)
        #expect(errors.map(\.code) == ["QUERY_TOO_COMPLEX"])
        #expect(errors.map(\.message) == ["Validation aborted."])
    }
}
