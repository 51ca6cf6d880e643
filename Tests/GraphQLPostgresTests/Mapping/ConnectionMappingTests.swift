import GraphQLSchema
import Testing

@testable import GraphQLPostgres

@Suite("Mapping of groups and aggregates")
struct ConnectionMappingTests {
    /// Fields of a group's type and of the connection, each on a line of its own: 5, and 8.
    private static func fragment(group: String, connection: String) -> String {
        """
        type Person @table(name: "app.petitioner") { id: ID! nameMasked: String! @masked(as: NAME) seq: Int letters: [Letter!]! @children(columns: ["owner_id"]) }
        type Letter @table(name: "app.letter") { id: ID! state: String person: Person @reference(columns: ["person_id"]) }
        enum By { STATE }
        type Group {
          \(group)
        }
        extend type LetterConnection {
          \(connection)
        }
        extend type Query { letters: LetterConnection! @rows people: PersonConnection! @rows }
        """
    }

    struct Fault: Sendable, CustomTestStringConvertible {
        let name: String
        let group: String
        let connection: String
        let expected: [String]

        init(
            _ name: String,
            group: String = "state: String count: Int! @aggregate(function: COUNT)",
            connection: String = "groups(by: [By!]!): [Group!]! @groups",
            _ expected: String...
        ) {
            self.name = name
            self.group = group
            self.connection = connection
            self.expected = expected.map { "letters: Letters.graphql:\($0)" }
        }

        var testDescription: String { name }
    }

    static let faults = [
        Fault("nothing wrong"),
        Fault(
            "a field that nothing provides",
            connection: "groups(by: [By!]!): [Group!]! @groups note: String",
            "8: LetterConnection.note of a connection needs @groups or @aggregate"
        ),
        Fault(
            "groups of another form",
            connection: "groups(by: [By!]!): Group @groups",
            "8: LetterConnection.groups with @groups must be a list of a type without @table, not Group"
        ),
        Fault(
            "groups without the argument",
            connection: "groups(by: [String!]!): [Group!]! @groups",
            "8: LetterConnection.groups with @groups needs one argument, \"by\", a non-null list of non-null values of an enum"
        ),
        Fault(
            "no groups at all",
            connection: "groups(by: [By!]!): [Group!]! @groups(maxGroups: 0, minimum: 0)",
            "8: @groups(maxGroups:) of LetterConnection.groups must be at least 1, not 0",
            "8: @groups(minimum:) of LetterConnection.groups must be at least 1, not 0"
        ),
        Fault(
            "a value without a field",
            group: "count: Int! @aggregate(function: COUNT)",
            "8: STATE of LetterConnection.groups(by:) needs a field of Group that shows it"
        ),
        Fault(
            "a field without a value",
            group: "state: String other: String",
            "5: Group.other is always null: By has no OTHER, and it has no @aggregate"
        ),
        Fault(
            "a key that cannot be null",
            group: "state: String!",
            "5: Group.state must be nullable: rows that are not grouped by it have no one value of it"
        ),
        Fault(
            "an object to group by",
            group: "state: Person",
            "5: Group.state of a group must be a scalar or an enum, not Person",
            "8: STATE of LetterConnection.groups(by:) needs a field of Group that shows it"
        ),
        Fault(
            "a masked value",
            group: "state: String @column(name: \"name_masked\")",
            "5: Group.state groups by the column \"name_masked\": a column ending in _masked says who somebody is",
            "8: STATE of LetterConnection.groups(by:) needs a field of Group that shows it"
        ),
        Fault(
            "a hash",
            group: "state: String @column(name: \"id_number_hash\")",
            "5: Group.state groups by the column \"id_number_hash\": a column ending in _hash says who somebody is",
            "8: STATE of LetterConnection.groups(by:) needs a field of Group that shows it"
        ),
        Fault(
            "the key",
            group: "state: ID @column(name: \"id\")",
            "5: Group.state groups by the column \"id\": it is the key of Letter",
            "8: STATE of LetterConnection.groups(by:) needs a field of Group that shows it"
        ),
        Fault(
            "a person's key, by a reference and by children",
            group: "state: ID @column(name: \"person_id\") first: ID @aggregate(function: MIN, column: \"owner_id\")",
            "5: Group.first aggregates the column \"owner_id\": it is a key of Person, whose rows are people",
            "5: Group.state groups by the column \"person_id\": it is a key of Person, whose rows are people",
            "8: STATE of LetterConnection.groups(by:) needs a field of Group that shows it"
        ),
        Fault(
            "how many people there are",
            group: "state: String people: Int! @aggregate(function: COUNT_DISTINCT, column: \"person_id\")"
        ),
        Fault(
            "a count of ciphers",
            group: "state: String all: Int! @aggregate(function: COUNT, column: \"name_cipher\")",
            "5: Group.all aggregates the column \"name_cipher\": a column ending in _cipher says who somebody is"
        ),
        Fault(
            "aggregates without a column, and without a value",
            group: "state: String a: Int @aggregate(function: SUM) b: Int! @aggregate(function: MAX, column: \"n\")",
            "5: @aggregate(function: SUM) on Group.a needs a column",
            "5: Group.b must be nullable: no rows have no value"
        ),
        Fault(
            "a count that may be withheld",
            connection: "groups(by: [By!]!): [Group!]! @groups(minimum: 5)",
            "5: Group.count must be nullable: a group below the minimum has no value"
        ),
        Fault(
            "a relation in a group",
            group: "state: String @resolve",
            "5: @resolve on Group.state needs @table on the type"
        ),
        Fault(
            "an aggregate with arguments",
            connection: "all(of: Int): Int! @aggregate(function: COUNT) groups(by: [By!]!): [Group!]! @groups",
            "8: LetterConnection.all with @aggregate takes no arguments"
        ),
    ]

    @Test("A wrong one is refused with plugin, file and line", arguments: faults)
    func refuses(_ fault: Fault) throws {
        var found: [String] = []
        do throws(MappingFailure) {
            let fragment = Self.fragment(group: fault.group, connection: fault.connection)
            do { _ = try MappingTests.mapping(fragment) } catch let error as MappingFailure { throw error } catch {
                Issue.record("\(error)")
            }
        } catch {
            found = error.diagnostics.map(\.description)
        }
        #expect(found == fault.expected)
    }

    @Test("People's rows are grouped only with a minimum, aggregated only by counts, never by a function")
    func people() {
        let failure = #expect(throws: MappingFailure.self) {
            try MappingTests.mapping(
                """
                type Person @table(name: "app.petitioner") { id: ID! nameMasked: String! @masked(as: NAME) seq: Int }
                enum By { SEQ KIND }
                type Group { seq: Int count: Int @aggregate(function: COUNT) kind: String @function(name: "app.kind") }
                extend type PersonConnection {
                  groups(by: [By!]!): [Group!]! @groups(minimum: 4)
                  enough(by: [By!]!): [Group!]! @groups(minimum: 5)
                  people: Int! @aggregate(function: COUNT)
                  last: Int @aggregate(function: MAX, column: "seq")
                }
                extend type Query { people: PersonConnection! @rows }
                """
            )
        }
        #expect(
            failure?.diagnostics.map(\.description) == [
                "letters: Letters.graphql:3: Group.kind groups people's rows by a function; only columns do",
                "letters: Letters.graphql:5: @groups on PersonConnection.groups groups people's rows: it needs a minimum of 5 or more",
                "letters: Letters.graphql:5: KIND of PersonConnection.groups(by:) needs a field of Group that shows it",
                "letters: Letters.graphql:6: KIND of PersonConnection.enough(by:) needs a field of Group that shows it",
                "letters: Letters.graphql:8: @aggregate on PersonConnection.last is over people's rows: only a count needs no @groups",
            ]
        )
    }

    @Test("Groups and aggregates stand on connections alone")
    func misplaced() {
        let failure = #expect(throws: MappingFailure.self) {
            try MappingTests.mapping(
                """
                type Letter @table(name: "app.letter") { id: ID! n: Int @aggregate(function: COUNT) }
                extend type Query {
                  letters: [Letter!]! @rows @groups
                }
                """
            )
        }
        #expect(
            failure?.diagnostics.map(\.description) == [
                "letters: Letters.graphql:1: @aggregate on Letter.n needs a connection of a type with @table, or the type of its "
                    + "groups",
                "letters: Letters.graphql:3: @groups on Query.letters needs a connection of a type with @table",
            ]
        )
    }
}
