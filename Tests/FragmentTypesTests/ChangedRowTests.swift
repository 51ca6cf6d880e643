import Testing

@testable import FragmentTypes

struct ChangedRowTests {
    private let sdl = """
        enum State { OPEN SHUT }
        type Visit @table(name: "visits.visit")
            @visible(courts: ["court_code", "at_court_code"], sealed: "sealed", people: ["host_id", "guests"], recused: "accused")
            @changes(state: "status", fixed: ["heldOn", "guests: [ID!]!"], changing: ["host", "note: String", "seats", "kind"]) {
            id: ID!
            heldOn: Date!
            host: Staff @reference(columns: ["host_id"])
            seats: Int! @column(name: "seat_count")
            kind: Kind
            status: State!
        }
        """

    private func generated(_ sdl: String) throws -> String {
        try FragmentTypesTests.generated(
            sdl,
            dependency: "enum Kind { A } type Staff @table(name: \"core.staff\") { id: ID! }"
        )
    }

    @Test("A changed type's row has constants and variables of the columns' types, the state last")
    func properties() throws {
        let swift = try generated(sdl)
        let expected = [
            "package struct VisitRow: ChangedRow {", "static let table = \"visits.visit\"",
            "package let heldOn: CalendarDate\n", "package let guests: [Int64]\n", "package var hostID: Int64?\n",
            "package var note: String?\n", "package var seats: Int\n", "package var state: State\n",
            "package import Postgres\n",
        ]
        for part in expected { #expect(swift.contains(part), "\(part)") }
    }

    @Test("It reads the columns that it names, those of its visibility among them, and no other")
    func columns() throws {
        let columns =
            "r.id, r.court_code, r.version, r.held_on, r.guests, r.host_id, r.note, r.seat_count, r.kind, "
            + "r.at_court_code, r.sealed, r.accused, r.status"
        #expect(try generated(sdl).contains("static let columns: SQL = \"\(columns)\""))
    }

    @Test("Who may see it are the values of the columns that its visibility names")
    func visibility() throws {
        let visibility = """
            RowVisibility(courts: [courtCode] + [atCourtCode].compactMap(\\.self), isSealed: sealed, \
            people: [hostID].compactMap(\\.self) + guests, hasPeople: true, recused: accused)
            """
        #expect(try generated(sdl).contains(visibility))
    }

    @Test("What differs is named as the API names it, and assigned to its column")
    func changes() throws {
        let swift = try generated(sdl)
        #expect(swift.contains("ColumnChange(\"host\", \"host_id = \\(hostID)\")"))
        #expect(swift.contains("ColumnChange(\"seats\", \"seat_count = \\(seats)\")"))
        #expect(swift.contains("ColumnChange(\"status\", \"status = \\(state)\")"))
        #expect(!swift.contains("ColumnChange(\"heldOn\""))
        #expect(swift.contains("case \"heldOn\": heldOn"))
    }

    @Test("A row without a life has the state that every row has")
    func stateless() throws {
        let swift = try generated(
            "type Note @table(name: \"a.note\") @changes(changing: [\"text\"]) { id: ID! text: String! }"
        )
        #expect(swift.contains("package var state: NoState = .present"))
        #expect(swift.contains("RowVisibility(courts: [courtCode])"))
    }

    static let wrong: [(changes: String, message: String)] = [
        ("changing: [\"nothing\"]", "names \"nothing\", which is neither"),
        ("changing: [\"parts\"]", "names \"parts\", which is neither"),
        ("state: \"text\"", "names the state \"text\", which is no non-null field"),
        ("fixed: [\"text\"], changing: [\"text\"]", "names the column \"text\" twice"),
        ("fixed: [\"text\"], changing: [\"text: String\"]", "names the column \"text\" twice"),
    ]

    @Test("A declaration that cannot be is refused at its type", arguments: wrong)
    func refused(_ changes: String, _ message: String) {
        let sdl = """
            type Note @table(name: "a.note") @changes(\(changes)) {
                id: ID!
                text: String
                parts: [Part!]! @children(columns: ["note_id"])
            }
            type Part @table(name: "a.part") { id: ID! }
            """
        let said = refusal(sdl) ?? ""
        #expect(said.contains("/letters/Letters.graphql:1:6: error: Type \"Note\": @changes \(message)"), "\(said)")
    }

    @Test("A type without a table changes no row")
    func noTable() {
        #expect(refusal("type Note @changes { id: ID! }")?.contains("@changes needs @table.") == true)
    }
}
