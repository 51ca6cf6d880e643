import CourtFormats
import DocketServer
import DocketTesting
import GraphQLExecution
import GraphQLLanguage
import GraphQLPostgres
import GraphQLSchema
import PluginKit
import Postgres
import Testing

@testable import PluginHost

/// Walks every field of the schema from every field of Query, as everyone, for words of a sealed matter.
@Suite("Nothing leads to a sealed matter")
struct SealWalkTests {
    /// Who asks, and which of the planted letters they may see.
    struct Asker: CustomStringConvertible, Sendable {
        let name: String
        var staff: String?
        var roles: Set<Role>?
        var sees: String = ""
        var isRegistrar = false

        var description: String { name }
    }

    /// Everyone of the court, the accused, whoever is recused with them, and other courts' inspectors and readers.
    static let askers: [Asker] =
        Role.allCases.filter { $0 != .inspector }.map { role in
            Asker(name: role.rawValue, roles: [role], isRegistrar: role == .clerk)
        } + [
            Asker(name: "another clerk", staff: "晋03-05", roles: [.clerk]),
            Asker(name: "the accused head", staff: "晋03-03", roles: [.divisionHead, .inspector], sees: "丙丁"),
            Asker(name: "a colleague of the accused head", staff: "晋03-04", roles: [.inspector, .handler], sees: "丙丁"),
            Asker(name: "the accused inspector", staff: "晋03-10", roles: [.inspector, .dpo], sees: "甲乙丁戊"),
            Asker(name: "a colleague of the accused inspector", staff: "晋03-13", roles: [.inspector], sees: "甲乙丁戊"),
            Asker(
                name: "the vice-president in charge",
                staff: "晋03-02",
                roles: [.vicePresident, .inspector],
                sees: "丁"
            ),
            Asker(name: "an inspector of another division", staff: "晋03-07", roles: [.inspector], sees: "甲乙丙丁戊"),
            Asker(name: "an inspector without a post", roles: [.inspector]),
            Asker(name: "the High Court's inspector", staff: "晋-10"),
            Asker(name: "the High Court's reader", staff: "晋-02", roles: [.upperCourtReader]),
            Asker(name: "a lower court's inspector", staff: "晋0302-10"),
        ]

    static func token(_ asker: Asker, _ court: TestCourt) async throws -> String? {
        if let staff = asker.staff { return try await court.token(staff: staff, roles: asker.roles) }
        if let role = asker.roles?.first, role != .inspector { return court.tokens[role] }
        return try await TokenStore(court.database).create(
            name: asker.name,
            staffNo: nil,
            courtCode: "晋03",
            roles: asker.roles,
            validFor: .seconds(3600)
        )
    }

    @Test("From every field of Query, as everyone, there is no way to a sealed text, number or petitioner")
    func walk() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let matters = try await SealedMatters.plant(court)
            let numbers = try await matters.numbers()
            let values = try await Self.values(court, numbers)
            for asker in Self.askers {
                let token = try await Self.token(asker, court)
                let principal = try #require(
                    await TokenStore(court.database).principal(bearing: token ?? ""),
                    "\(asker)"
                )
                let composition = court.server.engine.composition
                let permissions = composition.permissions(of: principal.roles)
                let walk = SchemaWalk(schema: composition.schema, permissions: permissions)
                var values = values
                // What a caller may not search for is refused, whatever there is to find.
                if !permissions.contains("letters.content") {
                    values["LetterFilter"] = [["receivedFrom": "2018-06-01"]]
                }
                var found = ""
                var refusals: Set<String> = []
                for document in walk.documents() {
                    for variables in Self.variables(document, values, composition.schema) {
                        let response = await court.server.engine.respond(
                            to: GraphQLRequest(
                                document: Array(document.text.utf8),
                                operationName: nil,
                                variables: variables,
                                extensions: nil
                            ),
                            from: RequestOrigin(
                                requestID: "walk",
                                bearerToken: token,
                                remoteAddress: "test",
                                allowsMutation: true
                            )
                        )
                        let body = String(decoding: response.body, as: UTF8.self)
                        // What refuses these askers by what they do not hold, says nothing else (QuarterTests, ContactStatusTests).
                        if let codes = Self.refusing[document.field], body.contains("\"errors\"") {
                            #expect(codes.contains { body.contains("\"\($0)\"") }, "\(asker): \(body)")
                            found += body
                            continue
                        }
                        // A walk that is refused is no walk.
                        if body.contains("\"errors\"") { refusals.insert("\(document.text) \(body.prefix(400))") }
                        found += body
                    }
                }
                if let refusal = refusals.first { Issue.record("\(asker): \(refusal.suffix(600))") }
                Self.expectNoSecret(in: found, asker, numbers)
            }
        }
    }

    @Test("The database alone refuses as much: no table or view answers a word of it")
    func rowSecurity() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let matters = try await SealedMatters.plant(court)
            let numbers = try await matters.numbers()
            let tables = try await Self.readableTables(court)
            #expect(tables.count > 30)
            for asker in Self.askers {
                let token = try await Self.token(asker, court)
                let principal = try #require(
                    await TokenStore(court.database).principal(bearing: token ?? ""),
                    "\(asker)"
                )
                let caller = Caller(principal: principal, permissions: [])
                let context = caller.context(on: try #require(.init(iso: TestCourt.today)))
                var found = ""
                try await court.database.withTransaction(readOnly: true) { transaction in
                    _ = try await transaction.pipeline([context.writing])
                    try await transaction.execute("SELECT set_config('role', 'docket_reader', true)")
                    for (table, columns) in tables {
                        let rows = try await transaction.query(
                            "SELECT coalesce(string_agg(t::text, ' '), '') FROM (SELECT \(raw: columns) FROM \(raw: table)) t"
                        )
                        found += try rows[0].decode(0, as: String.self)
                    }
                    for search in ["letters.mentioning", "letters.resembling"] {
                        let rows = try await transaction.query("SELECT count(*) FROM \(raw: search)('封标题甲')")
                        let count = try rows[0].decode(0, as: Int64.self)
                        if asker.sees.isEmpty { #expect(count == 0, "\(asker) \(search)") }
                    }
                }
                Self.expectNoSecret(in: found, asker, numbers)
            }
        }
    }

    /// Whoever may see a letter finds it, so that the walk is one; nobody else finds a word.
    private static func expectNoSecret(in found: String, _ asker: Asker, _ numbers: [String]) {
        for mark in "甲乙丙丁戊" {
            #expect(found.contains("封标题\(mark)") == asker.sees.contains(mark), "\(asker) \(mark)")
        }
        guard asker.sees.isEmpty else { return }
        // The open letter's number was known before it was found to repeat an accusation; it is no secret of the walk.
        let secrets = SealedMatters.secrets() + numbers.filter { !asker.isRegistrar || $0.contains("访登") }
        for secret in secrets { #expect(!found.contains(secret), "\(asker) found \(secret)") }
    }

    /// Root fields that refuse whoever has no query code, or asks for another court's interventions, with their codes.
    private static let refusing = [
        "contactStatus": ["NOT_FOUND"], "quarterlyInterventionReport": ["NOT_FOUND", "FORBIDDEN"],
    ]

    /// Values for the arguments of root fields: every key there is, and the planted numbers and words.
    private static func values(_ court: TestCourt, _ numbers: [String]) async throws -> [String: [JSONValue]] {
        func keys(_ column: String) async throws -> [JSONValue] {
            try await court.database.query(
                """
                SELECT DISTINCT \(raw: column) FROM letters.letter l
                JOIN dossiers.registration_petitioner rp ON rp.registration_id = l.registration_id WHERE l.subject LIKE '封标题%'
                """
            ).map { .string(String(try $0.decode(0, as: Int64.self))) }
        }
        let letters = try await keys("l.id")
        let caseNumber: JSONValue = "（2017）晋03民终1675号"
        return [
            "ID": letters, "registration ID": try await keys("l.registration_id"),
            "petitioner ID": try await keys("rp.petitioner_id"), "staffMember ID": ["1"],
            "letterByNo String": numbers.filter { !$0.contains("访登") }.prefix(3).map { .string($0) },
            "registrationByNo String": numbers.filter { $0.contains("访登") }.prefix(3).map { .string($0) },
            "String": [.string(BatchDesk.batchNo)],
            "LetterFilter": [
                ["receivedFrom": "2018-06-01"], ["or": [["text": "封标题甲"], ["externalRef": "封来文丁"]]],
            ],
            "Date": ["2018-06-01"], "CourtCode": ["晋03"],
            "activeRiskNoticeForCase String": [caseNumber], "consultationGate String": [caseNumber],
            "dossiersByCaseNo String": [caseNumber], "year": [2018], "quarter": [2],
        ]
    }

    /// Every way of giving values: planted ones, none for another filter.
    private static func variables(
        _ document: SchemaWalk.Document,
        _ values: [String: [JSONValue]],
        _ schema: Schema
    ) -> [JSONValue] {
        var ways: [[JSONValue.Member]] = [[]]
        for (name, type) in document.arguments {
            var given = values["\(document.field) \(type)"] ?? values[name] ?? values[type]
            if given == nil, case .enumeration(let words) = schema.type(named: type) {
                given = words.values.map { .string($0.name) }
            }
            given = given ?? [type.hasSuffix("Filter") ? [:] : .null]
            ways = ways.flatMap { way in (given ?? []).map { way + [JSONValue.Member(name, $0)] } }
        }
        return ways.map { .object($0) }
    }

    /// Tables and views of the plugins with the columns that the reading role may read.
    private static func readableTables(_ court: TestCourt) async throws -> [(String, String)] {
        try await court.database.query(
            """
            SELECT c.oid::regclass::text AS name, string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) AS columns
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
            WHERE n.nspname !~ '^(pg_|information_schema|public)' AND c.relkind IN ('r', 'v') AND a.attnum > 0
                AND NOT a.attisdropped AND has_column_privilege('docket_reader', c.oid, a.attnum, 'SELECT')
            GROUP BY c.oid
            """
        ).map { (try $0.decode("name"), try $0.decode("columns")) }
    }
}
