import CourtFormats
import Postgres
import Testing

@testable import PluginKit

/// Who an actor must be to a row, where they act for somebody.
@Suite("A deputy's relation to a row")
struct DeputyRelationTests {
    @Test("Whoever the row names is the person, or their deputy")
    func only() throws {
        let relation = Relation<Sheet>.only("author", "作者本人") { $0.authorID }
        #expect(try relation.refusal(Sheet(authorID: 7).subject(staff: 7)) == nil)
        #expect(try relation.refusal(Sheet(authorID: 7).subject(staff: 8, for: [7])) == nil)
        #expect(try relation.refusal(Sheet(authorID: 7).subject(staff: 8, for: [9])) == .forbidden)
        #expect(try relation.refusal(Sheet(authorID: nil).subject(staff: 8, for: [9])) == .forbidden)
    }

    @Test("Nobody approves what they drafted, nor what was drafted by whoever they act for")
    func other() throws {
        let relation = Relation<Sheet>.other("approver", "非作者") { $0.authorID }
        #expect(try relation.refusal(Sheet(authorID: 7).subject(staff: 8)) == nil)
        #expect(try relation.refusal(Sheet(authorID: 7).subject(staff: 7)) == .forbidden)
        #expect(try relation.refusal(Sheet(authorID: 7).subject(staff: 7, for: [8])) == .forbidden)
        #expect(try relation.refusal(Sheet(authorID: 7).subject(staff: 8, for: [7])) == .forbidden)
        #expect(try relation.refusal(Sheet(authorID: nil).subject(staff: 8, for: [7])) == nil)
    }
}

/// A row by somebody.
private struct Sheet: ChangedRow {
    static let typeName = "Sheet"
    static let table = "papers.sheet"
    static let columns: SQL = "r.id"

    var id: Int64 = 1
    var courtCode = "晋03"
    var version = 1
    var state = NoState.present
    let authorID: Int64?

    init(authorID: Int64?) { self.authorID = authorID }

    init(_ row: Row) throws(PostgresError) { authorID = try row.decode("author_id") }

    var visibility: RowVisibility { RowVisibility(courts: [courtCode]) }

    func changes(since before: Self) -> [ColumnChange] { [] }

    func date(of field: String) -> CalendarDate? { nil }

    func subject(staff: Int64, for others: [Int64] = []) -> Subject<Self> {
        let principal = Principal(
            tokenID: 1,
            client: "test",
            staffID: staff,
            courtCode: courtCode,
            departmentCode: nil,
            roles: [.clerk],
            readableCourts: [courtCode],
            actsFor: others
        )
        return Subject(
            self,
            principal: principal,
            today: CalendarDate(iso: "2018-06-29") ?? Timestamp.now().businessDate
        )
    }
}
