import Testing

@testable import GraphQLLanguage

struct KitchenSinkTests {
    static let executable = #"""
        "信件查询"
        query Letters($first: Int = 50, $states: [LetterState!]! = [OPEN, CLOSED], $filter: LetterFilter = { court: { code: "晋03" }, limit: -1.5e3 }) @cached(ttl: 60) @traced {
          page: letters(first: $first, where: { state: { in: $states } }, orderBy: [RECEIVED_ON_DESC], urgent: true, note: null) {
            totalCount
            edges @include(if: $withEdges) {
              node {
                ...LetterParts @defer
                ... on Letter @skip(if: false) {
                  text(form: """
                    block
                      string
                  """)
                }
                ... @include(if: true) {
                  id
                }
                ... {
                  query
                  on
                  null
                }
              }
            }
          }
        }

        mutation {
          classifyLetter(input: { id: "1", kind: COMPLAINT, tags: [], extra: {} }) {
            letter {
              state
            }
          }
        }

        subscription OnLetter($id: ID!) {
          letterChanged(id: $id)
        }

        """
        The parts that every list shows.
        """
        fragment LetterParts on Letter @parts {
          id
          registrationNo
        }

        {
          unnamed(truthy: true, falsy: false, nullish: null)
          query
        }

        query Nothing {
          empty {}
        }
        """#

    static let typeSystem = #"""
        """The court's schema."""
        schema @link(url: "https://example.org") {
          query: Query
          mutation: Mutation
        }

        "日期"
        scalar Date @specifiedBy(url: "https://datatracker.ietf.org/doc/html/rfc3339")

        interface Node {
          id: ID!
        }

        interface Dated implements Node {
          id: ID!
          on: Date
        }

        """
        A letter,
          indented.
        """
        type Letter implements Node & Dated @table(name: "letter", key: ["id"]) {
          id: ID!
          on(format: String = "iso", zone: Zone = { name: "Asia/Shanghai", offsets: [8, 8.0] }): Date @column(name: "received_on")
          events(
            "How many."
            first: Int = 10 @range(max: 100)
            after: String
          ): [Event!]! @deprecated(reason: "\"old\" \\ new")
        }

        type Empty

        union Target @kind = Letter | Dossier | Event

        enum LetterState @open {
          "登记"
          REGISTERED
          CLOSED @deprecated
        }

        input LetterFilter @oneOf {
          "where"
          court: CourtFilter = { code: "晋" } @where(op: EQ)
          limit: Int! = 0
        }

        directive @table(name: String, key: [String!]) on OBJECT | INTERFACE

        directive @log(
          """
          how
          much
          """
          level: Int
        ) repeatable on FIELD_DEFINITION

        extend schema @more {
          subscription: Subscription
        }

        extend scalar Date @x

        extend type Letter implements Numbered @x {
          no: String
        }

        extend interface Node @x {
          at: Date
        }

        extend union Target = Court

        extend enum LetterState {
          BOUND
        }

        extend input LetterFilter {
          no: String
        }

        directive @old(a: Int) @deprecated(reason: "new") repeatable on DIRECTIVE_DEFINITION

        extend directive @log @old
        """#

    @Test(
        "Appendix C Everything that can be written is read, and is the same after printing",
        arguments: [executable, typeSystem]
    )
    func roundTrip(text: String) throws {
        let first = try document(text)
        let printed = first.printed
        let second = try document(printed)
        #expect(second.printed == printed)
        #expect(second.definitions.count == first.definitions.count)
    }

    @Test("A type-system document written as it is printed stays as it is")
    func typeSystemIsPrintedForm() throws {
        #expect(try document(Self.typeSystem).printed == Self.typeSystem)
    }

    @Test("An executable document takes the printed form")
    func executableIsPrinted() throws {
        let lines = try document(Self.executable).printed.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[0] == "\"信件查询\"")
        #expect(lines[1].hasPrefix("query Letters($first: Int = 50, $states: [LetterState!]! = [OPEN, CLOSED], "))
        #expect(
            lines[1].hasSuffix(
                #"$filter: LetterFilter = { court: { code: "晋03" }, limit: -1.5e3 }) @cached(ttl: 60) @traced {"#
            )
        )
        #expect(
            lines[2...7] == [
                "  page: letters(", "    first: $first", "    where: { state: { in: $states } }",
                "    orderBy: [RECEIVED_ON_DESC]", "    urgent: true", "    note: null",
            ]
        )
        #expect(lines[8] == "  ) {")
    }

    @Test("A cut anywhere is an error or a document, never a crash", arguments: [executable, typeSystem])
    func prefixes(text: String) {
        let bytes = Array(text.utf8)
        var refused = 0
        for end in 0..<bytes.count where diagnosis(Source(bytes: Array(bytes[..<end]))) != nil { refused += 1 }
        #expect(refused > bytes.count / 2)
    }
}
