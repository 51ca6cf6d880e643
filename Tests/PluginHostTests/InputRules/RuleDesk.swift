import CourtFormats
import GraphQLSchema
public import PluginKit

@testable import PluginHost

/// A plugin of one mutation, whose input a test declares.
enum RuleDesk {
    static let today = CalendarDate(year: 2018, month: 6, day: 29) ?? .latest

    static func composition(_ input: String, more: String = "", takes argument: String = "input: TryInput!") throws
        -> Composition
    {
        let fragment = """
            scalar Date
            scalar CourtCode
            scalar RegionCode
            enum Step { OPEN DONE }
            enum Holder { NATURAL_PERSON LEGAL_PERSON ANONYMOUS }
            enum Document { RESIDENT_ID USCC PASSPORT OTHER }
            type Letter @table(name: "desk.letter") { id: ID! receivedOn: Date! subject: String! }
            type Page @table(name: "desk.page", key: ["letter_id", "number"]) { text: String! }
            \(input)
            type TryPayload { letter: Letter }
            extend type Query { letter(id: ID!): Letter @lookup }
            extend type Mutation { try(\(argument)): TryPayload @requires(permission: "desk.try") }
            \(more)
            """
        return try Composition([
            Plugin(
                name: "desk",
                fragments: [PluginKit.SchemaFragment(file: "Desk.graphql", text: fragment)],
                permissions: [Permission("desk.try", [.clerk])],
                commands: [Command(name: "try") { _, _ in Payload() }]
            )
        ])
    }

    /// What a composition says of an input that cannot stand, without the places.
    static func refusals(_ input: String, more: String = "") -> [String] {
        do {
            _ = try composition(input, more: more)
            return []
        } catch {
            guard let failure = error as? CompositionFailure else { return ["\(error)"] }
            return failure.diagnostics.map(\.message)
        }
    }

    /// The checked input and its faults, `path CODE`.
    static func check(_ fields: String, _ value: InputObject.Value) throws -> (
        input: InputObject, faults: [String], checked: CheckedInput
    ) {
        guard case .object(let members) = value else { return (InputObject(members: []), ["no object"], nothing) }
        let book = try composition("input TryInput { \(fields) }").inputRules
        let checked = book.check(InputObject(members: members), of: "try", takesInput: true, on: today)
        let faults = checked.faults.errors.map { "\($0.field?.description ?? "") \($0.code)" }
        return (checked.input, faults, checked)
    }

    private static let nothing = CheckedInput(
        input: InputObject(members: []),
        faults: DomainErrors(),
        mayHavePassed: true,
        rows: RowLookups([])
    )
}

extension InputObject.Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByNilLiteral, ExpressibleByArrayLiteral,
    ExpressibleByDictionaryLiteral
{
    /// A text.
    public init(stringLiteral text: String) { self = .string(text) }
    /// A number.
    public init(integerLiteral number: Int) { self = .integer(number) }
    /// Null.
    public init(nilLiteral: ()) { self = .null }
    /// A list.
    public init(arrayLiteral items: InputObject.Value...) { self = .list(items) }
    /// An object, its members in the order written.
    public init(dictionaryLiteral members: (String, InputObject.Value)...) {
        self = .object(members.map { .init(name: $0.0, value: $0.1) })
    }
}
