import CourtCore
import CourtFormats
import FieldEncryption
import GraphQLExecution
import GraphQLLanguage
import GraphQLPostgres
import GraphQLValidation
import PluginKit
import Postgres
import Testing

@testable import PluginHost

/// Who sees a row is said by the plan, by the database and in memory: each alone says the same.
@Suite("Plan, policy and admission agree")
struct VisibilityAgreementTests {
    private static let rowCount = 120
    private static let callerCount = 36

    @Test("Over rows and callers at random, of every way to declare it", arguments: [1, 2018] as [UInt64])
    func agreement(_ seed: UInt64) async throws {
        var generator = PaperGenerator(seed: seed)
        let papers = (1...Int64(Self.rowCount)).map { generator.paper($0) }
        let callers = (0..<Self.callerCount).map { _ in Caller(principal: generator.principal(), permissions: []) }
        try await Self.withDatabase(of: papers) { desk in
            // Each variant hides some rows from some, and shows some to some; otherwise nothing was compared.
            var shown = Array(repeating: 0, count: PaperVariant.all.count)
            for caller in callers {
                let plan = try await desk.readByPlan(caller)
                let policy = try await desk.readByPolicy(caller)
                for variant in PaperVariant.all {
                    let seen = papers.filter { caller.principal.sees($0.visibility(variant.rows)) }.map(\.id)
                    let context = "\(variant) \(caller.principal)"
                    #expect(plan["paper\(variant.number)"] == seen, "plan: \(context)")
                    #expect(policy["paper\(variant.number)"] == seen, "policy: \(context)")
                    #expect(plan["note\(variant.number)"] == seen, "plan, with its paper: \(context)")
                    #expect(policy["note\(variant.number)"] == seen, "policy, with its paper: \(context)")
                    shown[variant.number] += seen.count
                }
            }
            #expect(shown.allSatisfy { 0 < $0 && $0 < Self.rowCount * Self.callerCount }, "\(shown)")
        }
    }

    @Test("Functions with their owner's rights are made of the policy's text")
    func ownersText() async throws {
        try await Self.withDatabase(of: []) { desk in
            for people in ["assignee_id", "helper_ids"] {
                let rows = VisibleRows(
                    courts: ["court_code"],
                    sealed: "sealed",
                    people: [people],
                    recused: "accused"
                )
                let parts = rows.parts(
                    column: { $0 },
                    isList: { $0 == "helper_ids" },
                    value: { (value: CallerValue) in value.policyText }
                )
                let argument = people == "helper_ids" ? "assignees" : "assignee"
                let found = try await desk.pool.query(
                    """
                    SELECT core.visible_rows('court_code', sealed => 'sealed', \(raw: argument) => \(people), recused => 'accused')
                    """
                )
                #expect(try found[0].decode(0, as: String.self) == parts.joined(separator: " AND "))
            }
        }
    }

    private static func withDatabase(of papers: [Paper], _ body: (PaperDesk) async throws -> Void) async throws {
        let server = try HostServer.shared.get()
        let (name, pool) = try await server.makeDatabase("SELECT 1")
        do {
            let desk = try await PaperDesk(pool)
            try await desk.fill(papers)
            try await body(desk)
        } catch {
            await pool.close()
            try await server.drop(name)
            throw error
        }
        await pool.close()
        try await server.drop(name)
    }
}

/// The papers' tables, read by the plan with row security passed by, or under row security without a plan.
private struct PaperDesk {
    let pool: PostgresPool
    private let composition: Composition
    private let mapping: ResolvedMapping
    private let keys: KeyRing
    private let clock: BusinessClock

    init(_ pool: PostgresPool) async throws {
        self.pool = pool
        keys = try KeyRing.generate()
        composition = try Composition(PaperVariant.plugins(keys))
        try await composition.migrate(pool)
        mapping = try composition.mapping.resolved(against: await Catalog.load(pool))
        clock = BusinessClock(today: try #require(CalendarDate(iso: "2018-06-29")), now: .now())
    }

    func fill(_ papers: [Paper]) async throws {
        guard !papers.isEmpty else { return }
        for variant in PaperVariant.all {
            let values = papers.map(\.values).joined(separator: ", ")
            try await pool.execute(
                script: """
                    INSERT INTO papers.paper\(variant.number) VALUES \(values);
                    INSERT INTO papers.note\(variant.number) SELECT id, id FROM papers.paper\(variant.number)
                    """
            )
        }
    }

    /// Ids by field, as a superuser's connection answers the plan: row security does not hold for it.
    func readByPlan(_ caller: Caller) async throws -> [String: [Int64]] {
        let fields = PaperVariant.all.map { "paper\($0.number) { id notes { id } } note\($0.number) { id }" }
        let text = "{ \(fields.joined(separator: " ")) }"
        let document = try ValidatedDocument(validating: Document(parsing: Source(text)), against: composition.schema)
        let selection = try OperationSelection(document, operationName: nil)
        let planner = SQLPlanner(mapping: mapping, permissions: [], cursors: try CursorCipher(keys))
        let plan = try selection.plan(for: selection.variant(for: .none), by: planner)
        let executor = Executor(schema: composition.schema, onInternalError: { Issue.record("\($0)") })
        let request = LevelReading.Request(
            composition: composition,
            principal: caller.principal,
            clock: clock,
            requestID: "r1",
            report: { Issue.record("\($0)") }
        )
        let response = try await SQLReader.withReader(
            for: plan,
            on: pool,
            context: caller.context(on: clock.today)
        ) { reader in
            let session = ReadingSession(reading: LevelReading(request: request, reader: reader))
            return await executor.execute(plan, variables: .none, session: session)
        }
        guard case .object(let answer) = try JSONReader.read(response.body),
            case .object(let data)? = answer.first(where: { $0.name == "data" })?.value
        else {
            Issue.record("\(String(decoding: response.body, as: UTF8.self))")
            return [:]
        }
        var found: [String: [Int64]] = [:]
        for member in data {
            guard case .array(let items) = member.value else { continue }
            found[member.name] = items.compactMap { item in
                guard case .object(let members) = item, case .string(let id)? = members.first?.value else { return nil }
                if let notes = members.first(where: { $0.name == "notes" })?.value {
                    #expect(notes == .array([.object([JSONValue.Member("id", .string(id))])]), "\(member.name) \(id)")
                }
                return Int64(id)
            }.sorted()
        }
        return found
    }

    /// Ids by table, as the reading role sees them without a condition.
    func readByPolicy(_ caller: Caller) async throws -> [String: [Int64]] {
        try await pool.withTransaction(readOnly: true) { transaction in
            _ = try await transaction.pipeline([caller.context(on: clock.today).writing])
            try await transaction.execute("SELECT set_config('role', 'docket_reader', true)")
            var found: [String: [Int64]] = [:]
            for table in PaperVariant.all.flatMap({ ["paper\($0.number)", "note\($0.number)"] }) {
                let rows = try await transaction.query("SELECT id FROM papers.\(raw: table) ORDER BY id")
                found[table] = try rows.map { try $0.decode("id", as: Int64.self) }
            }
            return found
        }
    }
}
