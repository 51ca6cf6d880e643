import CourtFormats
import DocketTesting
import GraphQLLanguage
import PluginKit
import Postgres
import Synchronization
import Testing

@testable import DossiersPlugin

@Suite("What is to be said of a case before a retrial step")
struct ConsultationGateTests {
    @Test("is asked for until it is recorded or waived, for this step, and not applicable without an active dossier")
    func answers() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let system = try await court.token(court: "晋03", roles: [.systemClient])
            func gate(_ number: String = CaseDossiers.caseNo, _ stage: String = "REMAND") async -> JSONValue {
                await CaseQuestions.gate(number, before: stage, court, bearing: system)
            }
            #expect(await gate() == "NOT_APPLICABLE")
            let draft = try await CaseDossiers.draft(court)
            #expect(await gate() == "NOT_APPLICABLE")
            try await Desk(court, "Dossier", id: draft)
                .must("approveDossier", ["reviewDueOn": "2019-06-28"], as: .divisionHead)
            #expect(await gate() == "REQUIRED")
            let first = try await ConsultationSteps.requested(court, dossier: draft)
            #expect(await gate() == "REQUIRED")
            try await Desk(court, "Consultation", id: first)
                .must("waiveConsultation", ConsultationSteps.waiver, as: .vicePresident)
            #expect(await gate() == "WAIVED")
            #expect(await gate(CaseDossiers.caseNo, "ORDERED_RETRIAL") == "REQUIRED")
            let second = try Desk(
                court,
                "Consultation",
                id: try await ConsultationSteps.requested(court, dossier: draft)
            )
            try await second.carry(to: "RECORDED", by: ConsultationSteps.steps)
            #expect(await gate() == "SATISFIED")
            for number in ["(2016)晋03民终1675号", "（2016）晋03民终1675号之二"] {
                #expect(await gate(number) == "SATISFIED", "\(number)")
            }
            #expect(await gate("（2016）晋03民终16号") == "NOT_APPLICABLE")
            let far = try await court.token(court: "晋0303", roles: [.systemClient])
            #expect(await CaseQuestions.gate(CaseDossiers.caseNo, court, bearing: far) == "NOT_APPLICABLE")
            let trial = try await court.token(staff: "晋03-09")
            #expect(await CaseQuestions.gate(CaseDossiers.caseNo, court, bearing: trial) == "SATISFIED")
            try await CaseDossiers.seal(draft, court)
            #expect(await gate() == "NOT_APPLICABLE")
        }
    }

    @Test("is asked by trial systems and trial staff, with a case's number")
    func refused() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let query = "{ consultationGate(caseNo: \"(2099)晋03民终1号\", stage: REMAND) }"
            let system = try await court.token(court: "晋03", roles: [.systemClient])
            #expect(await court.send(query, bearing: system).codes == ["CASE_NO_YEAR"])
            for role in [Role.clerk, .handler, .evaluator] {
                #expect(await court.send(query, as: role).codes == ["FORBIDDEN"], "\(role)")
            }
        }
    }

    @Test("is one statement, which calls one function")
    func oneStatement() async throws {
        let database = CountingDatabase()
        let context = ResolverContext(
            principal: Principal(
                tokenID: 1,
                client: "test",
                staffID: nil,
                courtCode: "晋03",
                departmentCode: nil,
                roles: [.systemClient],
                readableCourts: ["晋03"]
            ),
            clock: BusinessClock(
                today: CalendarDate(iso: TestCourt.today) ?? .latest,
                now: Timestamp(microsecondsSinceEpoch: 0)
            ),
            requestID: "test",
            arguments: InputObject(members: [
                .init(name: "caseNo", value: .string("(2016)晋03民终1675号之一")),
                .init(name: "stage", value: .string("REMAND")),
            ]),
            database: database
        )
        await #expect(throws: CountingDatabase.Asked.self) { _ = try await CaseReads.gate(context) }
        #expect(database.statements == ["SELECT dossiers.consultation_gate($1, $2) AS gate"])
    }
}

/// Remembers what it is asked, and answers nothing.
private final class CountingDatabase: ResolverDatabase {
    struct Asked: Error {}

    private let asked = Mutex<[String]>([])

    var statements: [String] { asked.withLock { $0 } }

    func query(_ sql: SQL) async throws -> Rows {
        asked.withLock { $0.append(sql.text) }
        throw Asked()
    }
}
