import GraphQLValidation
import Testing

struct NoDeprecatedCustomRuleTests {
    @Test(
        "Nothing deprecated is used",
        arguments: [
            Check("none of it", #"{ letter(id: "1") { id subject } letters(filter: { state: OPEN }) { id } }"#),
            Check(
                "a field",
                "{ letter { t: title } } fragment F on Letter { title }",
                "1:12: The field Letter.title is deprecated. Use subject.",
                "1:48: The field Letter.title is deprecated. Use subject."
            ),
            Check(
                "an argument of a field",
                #"{ letter(no: "1") { id } }"#,
                #"1:10: The argument "Query.letter(no:)" is deprecated. Ask by id."#
            ),
            Check(
                "an argument of a directive",
                #"{ letter @audited(by: "me") { id } }"#,
                #"1:19: The argument "@audited(by:)" is deprecated. Audited anyway."#
            ),
            Check(
                "a field of an input object at any depth",
                "{ letters(filter: { clerk: 1, inner: { clerk: 2 } }) { id } }",
                "1:21: The input field Filter.clerk is deprecated. Ask for the desk.",
                "1:40: The input field Filter.clerk is deprecated. Ask for the desk."
            ),
            Check(
                "an enum value wherever one stands",
                "query ($a: State = SHELVED) { letters(state: SHELVED, filter: { states: [OPEN, SHELVED] }) { id } }",
                #"1:20: The enum value "State.SHELVED" is deprecated. Letters are closed."#,
                #"1:46: The enum value "State.SHELVED" is deprecated. Letters are closed."#,
                #"1:80: The enum value "State.SHELVED" is deprecated. Letters are closed."#
            ),
            Check(
                "what the schema does not know",
                "{ nothing(a: SHELVED) letters(state: NEVER, other: { a: 1 }) { x } }"
            ),
        ]
    )
    func rule(_ check: Check) throws { try check.expect(.noDeprecated, schema: Registry.sdl) }

    @Test("Requests may use what is deprecated")
    func specified() throws {
        #expect(try Zoo.errors(in: "{ letter { title } }", schema: Registry.sdl) == [])
    }
}
