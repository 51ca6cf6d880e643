import GraphQLValidation
import Testing

/// The examples of GraphQL §5.3.2.
struct FieldSelectionMergingExamples {
    @Test(
        "Field selection merging",
        arguments: [
            Check(
                "identical fields",
                """
                fragment mergeIdenticalFields on Dog {
                  name
                  name
                }

                fragment mergeIdenticalAliasesAndFields on Dog {
                  otherName: name
                  otherName: name
                }
                """
            ),
            Check(
                "an alias that is another field's name",
                """
                fragment conflictingBecauseAlias on Dog {
                  name: nickname
                  name
                }
                """,
                #"2:3,3:3: Fields "name" conflict because "nickname" and "name" are different fields. Use"#
                    + " different aliases on the fields to fetch both if this was intentional."
            ),
            Check(
                "identical arguments",
                """
                fragment mergeIdenticalFieldsWithIdenticalArgs on Dog {
                  doesKnowCommand(dogCommand: SIT)
                  doesKnowCommand(dogCommand: SIT)
                }

                fragment mergeIdenticalFieldsWithIdenticalValues on Dog {
                  doesKnowCommand(dogCommand: $dogCommand)
                  doesKnowCommand(dogCommand: $dogCommand)
                }
                """
            ),
            Check(
                "differing arguments",
                """
                fragment conflictingArgsOnValues on Dog {
                  doesKnowCommand(dogCommand: SIT)
                  doesKnowCommand(dogCommand: HEEL)
                }

                fragment conflictingArgsValueAndVar on Dog {
                  doesKnowCommand(dogCommand: SIT)
                  doesKnowCommand(dogCommand: $dogCommand)
                }

                fragment conflictingArgsWithVars on Dog {
                  doesKnowCommand(dogCommand: $varOne)
                  doesKnowCommand(dogCommand: $varTwo)
                }

                fragment differingArgs on Dog {
                  doesKnowCommand(dogCommand: SIT)
                  doesKnowCommand
                }
                """,
                #"2:3,3:3: Fields "doesKnowCommand" conflict because they have differing arguments. Use"#
                    + " different aliases on the fields to fetch both if this was intentional.",
                #"7:3,8:3: Fields "doesKnowCommand" conflict because they have differing arguments. Use"#
                    + " different aliases on the fields to fetch both if this was intentional.",
                #"12:3,13:3: Fields "doesKnowCommand" conflict because they have differing arguments. Use"#
                    + " different aliases on the fields to fetch both if this was intentional.",
                #"17:3,18:3: Fields "doesKnowCommand" conflict because they have differing arguments. Use"#
                    + " different aliases on the fields to fetch both if this was intentional."
            ),
            Check(
                "fields of objects that are never one",
                """
                fragment safeDifferingFields on Pet {
                  ... on Dog {
                    volume: barkVolume
                  }
                  ... on Cat {
                    volume: meowVolume
                  }
                }

                fragment safeDifferingArgs on Pet {
                  ... on Dog {
                    doesKnowCommand(dogCommand: SIT)
                  }
                  ... on Cat {
                    doesKnowCommand(catCommand: JUMP)
                  }
                }
                """
            ),
            Check(
                "differing types",
                """
                fragment conflictingDifferingResponses on Pet {
                  ... on Dog {
                    someValue: nickname
                  }
                  ... on Cat {
                    someValue: meowVolume
                  }
                }
                """,
                #"3:5,6:5: Fields "someValue" conflict because they return conflicting types "String" and"#
                    + #" "Int". Use different aliases on the fields to fetch both if this was intentional."#
            ),
        ]
    )
    func overlappingFieldsCanBeMerged(_ example: Check) throws {
        try example.expect(.overlappingFieldsCanBeMerged, schema: Specification.sdl)
    }
}
