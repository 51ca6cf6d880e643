import GraphQLValidation
import Testing

struct NoFragmentCyclesRuleTests {
    @Test(
        "Fragments do not spread themselves",
        arguments: [
            Check("one reference", "fragment F on Dog { ...G } fragment G on Dog { name }"),
            Check("two references to one fragment", "fragment F on Dog { ...G ...G } fragment G on Dog { name }"),
            Check(
                "a diamond",
                "fragment A on Dog { ...B ...C } fragment B on Dog { ...D } fragment C on Dog { ...D } fragment D on Dog { name }"
            ),
            Check("an unknown fragment", "fragment F on Dog { ...Unknown }"),
            Check(
                "itself",
                "fragment F on Dog { ...F }",
                #"1:21: Cannot spread fragment "F" within itself."#
            ),
            Check(
                "itself in a field and inline",
                "fragment F on Dog { mother { ... on Dog { ...F } } }",
                #"1:43: Cannot spread fragment "F" within itself."#
            ),
            Check(
                "itself through another",
                "fragment A on Dog { ...B }\nfragment B on Dog { ...A }",
                #"1:21,2:21: Cannot spread fragment "A" within itself via "B"."#
            ),
            Check(
                "itself by two ways",
                "fragment A on Dog { ...B ...C }\nfragment B on Dog { ...A }\nfragment C on Dog { ...A }",
                #"1:21,2:21: Cannot spread fragment "A" within itself via "B"."#,
                #"1:26,3:21: Cannot spread fragment "A" within itself via "C"."#
            ),
            Check(
                "a cycle that does not contain where the search starts",
                "fragment A on Dog { ...B }\nfragment B on Dog { ...B ...C }\nfragment C on Dog { ...B }",
                #"2:21: Cannot spread fragment "B" within itself."#,
                #"2:26,3:21: Cannot spread fragment "B" within itself via "C"."#
            ),
            Check(
                "a long way round",
                "fragment A on Dog { ...B }\nfragment B on Dog { ...C }\nfragment C on Dog { ...D }\nfragment D on Dog { ...A }",
                #"1:21,2:21,3:21,4:21: Cannot spread fragment "A" within itself via "B", "C", "D"."#
            ),
            Check(
                "one of two fragments of a name",
                "fragment F on Dog { ...F }\nfragment F on Dog { name }",
                #"1:21: Cannot spread fragment "F" within itself."#
            ),
        ]
    )
    func rule(_ check: Check) throws { try check.expect(.noFragmentCycles) }
}
