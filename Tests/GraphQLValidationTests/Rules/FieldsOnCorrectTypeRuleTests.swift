import GraphQLLanguage
import GraphQLSchema
import GraphQLValidation
import Testing

struct FieldsOnCorrectTypeRuleTests {
    @Test(
        "Fields exist on their type",
        arguments: [
            Check("a field of an object", "fragment F on Dog { __typename name }"),
            Check("an aliased field", "fragment F on Dog { tn: __typename other: name }"),
            Check("a field of an interface", "fragment F on Pet { __typename name }"),
            Check("the name of a union's type", "fragment F on CatOrDog { __typename }"),
            Check("introspection on the query root", #"{ __schema { types { name } } __type(name: "Dog") { name } }"#),
            Check("an unknown type, which is another rule's", "fragment F on Unknown { nothing { at { all } } }"),
            Check(
                "fields below an unknown field",
                "fragment F on Dog { unknown { deeper } }",
                #"1:21: Cannot query field "unknown" on type "Dog"."#
            ),
            Check(
                "a field of another type",
                "fragment F on Dog { meowVolume }",
                #"1:21: Cannot query field "meowVolume" on type "Dog". Did you mean "barkVolume"?"#
            ),
            Check(
                "an alias that exists for a field that does not",
                "fragment F on Dog { name: naem }",
                #"1:21: Cannot query field "naem" on type "Dog". Did you mean "name"?"#
            ),
            Check(
                "a field of an implementation",
                "fragment F on Pet { nickname }",
                #"1:21: Cannot query field "nickname" on type "Pet". Did you mean to use an inline fragment on "Cat" or "Dog"?"#
            ),
            Check(
                "a field of a union's members and their interfaces, most used first",
                "fragment F on CatOrDog { name }",
                #"1:26: Cannot query field "name" on type "CatOrDog". "#
                    + #"Did you mean to use an inline fragment on "Pet", "Canine", "Cat", or "Dog"?"#
            ),
            Check(
                "introspection off the query root",
                "fragment F on Dog { __schema { types { name } } }",
                #"1:21: Cannot query field "__schema" on type "Dog"."#
            ),
            Check("a selection on a leaf, which is another rule's", "fragment F on Dog { barks { nothing } }"),
        ]
    )
    func rule(_ check: Check) throws { try check.expect(.fieldsOnCorrectType) }

    @Test(
        "Types that have no one order are suggested as graphql-js sorts them",
        arguments: [
            (["Animal implements Shape & House", "Pet implements House"], #""Pet", "Shape", or "Animal""#),
            (["Pet implements House", "Animal implements Shape & House"], #""Shape", "Animal", or "Pet""#),
        ]
    )
    func typesWithoutOrder(types: [String], suggested: String) throws {
        // Shape goes before Animal, which implements it; by their names Animal before Pet, and Pet before Shape.
        let schema = try Schema.build(
            "type Query { house: House } interface House { a: Int } interface Shape { c: Int }"
                + types.map { " type \($0) { a: Int c: Int }" }.joined()
        )
        let document = try Document(parsing: Source("{ house { c } }"))
        #expect(
            validate(document, against: schema).map(\.message) == [
                "Cannot query field \"c\" on type \"House\". Did you mean to use an inline fragment on \(suggested)?"
            ]
        )
    }

    @Test("Suggestions can be hidden, of fields and of types")
    func hidesSuggestions() throws {
        let options = ValidationOptions(hidesSuggestions: true)
        try Check(
            "",
            "{ dog { naem } pet { nickname } }",
            #"1:9: Cannot query field "naem" on type "Dog"."#,
            #"1:22: Cannot query field "nickname" on type "Pet"."#
        ).expect(.fieldsOnCorrectType, options: options)
    }
}
