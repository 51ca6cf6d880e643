import GraphQLValidation
import Testing

struct PossibleFragmentSpreadsRuleTests {
    @Test(
        "A fragment can apply where it is spread",
        arguments: [
            Check("the same object", "fragment F on Dog { ...G } fragment G on Dog { barks }"),
            Check("an object in its interface", "fragment F on Pet { ... on Dog { barks } }"),
            Check("an interface in its object", "fragment F on Dog { ... on Pet { name } }"),
            Check("an object in its union", "fragment F on CatOrDog { ... on Cat { meows } }"),
            Check("a union in its object", "fragment F on Cat { ... on CatOrDog { __typename } }"),
            Check("overlapping interfaces", "fragment F on Pet { ... on Canine { name } }"),
            Check("no type condition", "fragment F on Dog { ... { barks } }"),
            Check("an unknown type, which is another rule's", "fragment F on Dog { ... on Unknown { barks } }"),
            Check(
                "another object",
                "fragment F on Cat { ...G }\nfragment G on Dog { barks }",
                #"1:21: Fragment "G" cannot be spread here as objects of type "Cat" can never be of type "Dog"."#
            ),
            Check(
                "another object inline",
                "fragment F on Cat { ... on Dog { barks } }",
                #"1:21: Fragment cannot be spread here as objects of type "Cat" can never be of type "Dog"."#
            ),
            Check(
                "an object that does not implement the interface",
                "fragment F on Pet { ... on Human { iq } }",
                #"1:21: Fragment cannot be spread here as objects of type "Pet" can never be of type "Human"."#
            ),
            Check(
                "an object outside the union",
                "fragment F on CatOrDog { ...G }\nfragment G on Human { iq }",
                #"1:26: Fragment "G" cannot be spread here as objects of type "CatOrDog" can never be of type "Human"."#
            ),
            Check(
                "an interface that the object does not implement",
                "fragment F on Cat { ... on Mammal { mother { __typename } } }",
                #"1:21: Fragment cannot be spread here as objects of type "Cat" can never be of type "Mammal"."#
            ),
        ]
    )
    func rule(_ check: Check) throws { try check.expect(.possibleFragmentSpreads) }
}
