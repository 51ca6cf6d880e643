import GraphQLValidation
import Testing

struct ScalarLeafsRuleTests {
    @Test(
        "Leaves have no selection and all else has one",
        arguments: [
            Check("a scalar", "fragment F on Dog { barks }"),
            Check("a scalar with arguments", "fragment F on Dog { doesKnowCommand(dogCommand: SIT) }"),
            Check("an unknown field, which is another rule's", "fragment F on Dog { nothing { name } }"),
            Check(
                "an object without a selection",
                "{ human }",
                #"1:3: Field "human" of type "Human" must have a selection of subfields. Did you mean "human { ... }"?"#
            ),
            Check(
                "a list of interfaces without a selection",
                "{ human { pets } }",
                #"1:11: Field "pets" of type "[Pet]" must have a selection of subfields. Did you mean "pets { ... }"?"#
            ),
            Check(
                "a scalar with a selection",
                "fragment F on Dog { barks { since } }",
                #"1:27: Field "barks" must not have a selection since type "Boolean" has no subfields."#
            ),
            Check(
                "an enum with a selection",
                "fragment F on Cat { furColor { hex } }",
                #"1:30: Field "furColor" must not have a selection since type "FurColor" has no subfields."#
            ),
            Check(
                "braces in arguments, strings and comments before the selection",
                """
                fragment F on Dog {
                  name(surname: { a: "{\\"{" }) # {
                    @tag(name: \"""{ \\\""" {\""") @onField { first }
                }
                """,
                #"3:41: Field "name" must not have a selection since type "String" has no subfields."#
            ),
            Check("an empty selection", "{ human { } }"),
            Check(
                "an empty selection of a scalar",
                "fragment F on Dog { barks { } }",
                #"1:27: Field "barks" must not have a selection since type "Boolean" has no subfields."#
            ),
        ]
    )
    func rule(_ check: Check) throws { try check.expect(.scalarLeafs) }
}
