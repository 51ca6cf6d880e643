import GraphQLValidation
import Testing

/// Documents with type-system definitions in them, which are never executed but looked at all the same.
struct TypeSystemInDocumentTests {
    @Test("Names and directives of the definitions are checked")
    func definitions() throws {
        let document = """
            { dog { name @own(at: "x") @own } }
            directive @own(at: Int!) on FIELD | OBJECT
            type Yard @own(at: 1) @tag(name: "a") { dogs(name: Strnig @own(at: 2)): [Dgo] owner: Yard }
            extend type Yard @own(at: 3)
            input Search @onField { near: Yard = { a: 1, a: 2 } limit: Int = 3 when: DateTime }
            union Any = Yard | Nothing
            enum Size { SMALL @own(at: 4) }
            schema { query: Yard }
            """
        let errors = try Zoo.errors(in: document, schema: Zoo.sdl)
        #expect(
            errors.map(\.written).sorted()
                == [
                    #"1:14,1:28: The directive "@own" can only be used once at this location."#,
                    #"1:28: Argument "@own(at:)" of type "Int!" is required, but it was not provided."#,
                    #"2:1: The "own" definition is not executable."#,
                    #"3:1: The "Yard" definition is not executable."#,
                    #"3:23: Directive "@tag" may not be used on OBJECT."#,
                    #"3:52: Unknown type "Strnig". Did you mean "String"?"#,
                    #"3:59: Directive "@own" may not be used on ARGUMENT_DEFINITION."#,
                    #"3:74: Unknown type "Dgo". Did you mean "Dog"?"#,
                    #"3:11,4:18: The directive "@own" can only be used once at this location."#,
                    #"4:1: The "Yard" definition is not executable."#,
                    #"5:1: The "Search" definition is not executable."#,
                    #"5:14: Directive "@onField" may not be used on INPUT_OBJECT."#,
                    #"5:40,5:46: There can be only one input field named "a"."#,
                    #"5:74: Unknown type "DateTime". Did you mean "Date"?"#,
                    #"6:1: The "Any" definition is not executable."#,
                    #"6:20: Unknown type "Nothing". Did you mean "String"?"#,
                    #"7:1: The "Size" definition is not executable."#,
                    #"7:19: Directive "@own" may not be used on ENUM_VALUE."#,
                    #"8:1: The schema definition is not executable."#,
                ].sorted()
        )
    }

    @Test("A type that the document defines is known, and has no fields here")
    func ownType() throws {
        let document = "{ dog { ... on Yard { dogs } } } type Yard { dogs: Int }"
        try Check("a fragment on it", document).expect(.knownTypeNames)
        try Check("its fields", document).expect(.fieldsOnCorrectType)
    }
}
