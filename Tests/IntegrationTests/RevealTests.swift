import DocketTesting
import GraphQLLanguage
import PluginHost
import PluginKit
import Postgres
import Testing

@Suite("Clear values of a petitioner")
struct RevealTests {
    static let reveal = """
        mutation($input: RevealPetitionerInput!) {
            revealPetitioner(input: $input) { petitionerId name idNumber mobile residenceAddress }
        }
        """
    static let fields: JSONValue = ["NAME", "ID_NUMBER", "MOBILE", "RESIDENCE_ADDRESS"]
    static let reason = "核对来信人身份以便书面答复"

    /// What the first row of the demonstration's batch says of its sender.
    static let clear: JSONValue = [
        "name": .string(DemoFiles.value("petitioner_name", line: 2)),
        "idNumber": .string(DemoFiles.value("id_number", line: 2)),
        "mobile": .string(DemoFiles.value("mobile", line: 2)),
        "residenceAddress": .string(DemoFiles.value("address", line: 2)),
    ]

    @Test("A clerk who notifies sees what was asked for, and the log says who, what, why and when")
    func logged() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let petitioner = try await Self.petitioner(court)
            let answer = await court.send(Self.reveal, Self.input(petitioner), as: .clerk)
            #expect(answer["errors"] == nil, "\(answer)")
            let payload = answer[path: "data.revealPetitioner"]
            for name in ["name", "idNumber", "mobile", "residenceAddress"] {
                #expect(payload[name] == Self.clear[name])
            }
            let partly = await court.send(Self.reveal, Self.input(petitioner, fields: ["MOBILE"]), as: .clerk)
            #expect(
                partly["data"] == [
                    "revealPetitioner": [
                        "petitionerId": .string(petitioner), "name": nil, "idNumber": nil,
                        "mobile": Self.clear["mobile"] ?? nil,
                        "residenceAddress": nil,
                    ]
                ]
            )
            let log = try await court.database.query(
                "SELECT staff_id, court_code, object_type, object_id, fields, purpose, reason FROM core.access_log ORDER BY id"
            )
            #expect(log.count == 2)
            #expect(
                try log[0].decode("fields", as: [String].self) == ["NAME", "ID_NUMBER", "MOBILE", "RESIDENCE_ADDRESS"]
            )
            #expect(try log[1].decode("fields", as: [String].self) == ["MOBILE"])
            #expect(try log[0].decode("purpose", as: String.self) == "NOTIFY_PETITIONER")
            #expect(try log[0].decode("reason", as: String.self) == Self.reason)
            #expect(try log[0].decode("object_id", as: Int64.self) == Int64(petitioner))
            let clerk = try await court.staffID("晋03-06")
            #expect(try log[0].decode("staff_id", as: Int64.self) == Int64(clerk))
            await #expect(throws: (any Error).self) { try await court.database.execute("DELETE FROM core.access_log") }
            await #expect(throws: (any Error).self) {
                try await court.database.execute("UPDATE core.access_log SET reason = 'x'")
            }
        }
    }

    @Test("Without a reason of 10 to 200 characters, or for a purpose of others, nothing is shown and nothing logged")
    func purposeAndReason() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let petitioner = try await Self.petitioner(court)
            for reason in ["", "核对", "              ", String(repeating: "长", count: 201)] {
                let answer = await court.send(Self.reveal, Self.input(petitioner, reason: reason), as: .clerk)
                #expect(answer.codes == ["PURPOSE_REQUIRED"], "\(reason): \(answer)")
                #expect(answer[path: "errors.0.extensions.field"] == "input.reason")
            }
            for (purpose, role) in [
                ("INSPECTION", Role.clerk), ("HANDLE_MATTER", .clerk), ("ARCHIVE", .divisionHead),
                ("RIGHTS_REQUEST", .inspector),
            ] {
                let answer = await court.send(Self.reveal, Self.input(petitioner, purpose: purpose), as: role)
                #expect(answer.codes == ["PURPOSE_NOT_ALLOWED"], "\(purpose): \(answer)")
                #expect(answer[path: "errors.0.extensions.field"] == "input.purpose")
            }
            for role in [Role.president, .evaluator, .admin, .trialStaff, .upperCourtReader] {
                #expect(await court.send(Self.reveal, Self.input(petitioner), as: role).codes == ["FORBIDDEN"])
            }
            let unknown = await court.send(Self.reveal, Self.input("999999"), as: .clerk)
            #expect(unknown.codes == ["NOT_FOUND"])
            #expect(try await court.database.query("SELECT FROM core.access_log").isEmpty)
        }
    }

    @Test("A handler sees the petitioners of their own letters only")
    func handlersOwn() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let petitioner = try await Self.petitioner(court)
            let input = Self.input(petitioner, purpose: "HANDLE_MATTER")
            #expect(await court.send(Self.reveal, input, as: .handler).codes == ["NOT_FOUND"])
            let letter = try await LetterDesk(court, item: 1)
            try await letter.must(
                "classifyLetter",
                ["matterClass": "APPEAL_CLAIM", "category": "ENFORCEMENT"],
                as: .clerk
            )
            try await letter.must(
                "assignLetter",
                ["assigneeId": .string(try await letter.staff(.handler))],
                as: .divisionHead
            )
            let own = await court.send(Self.reveal, input, as: .handler)
            #expect(own[path: "data.revealPetitioner.idNumber"] == Self.clear["idNumber"], "\(own)")
            let colleague = try await court.token(staff: "晋03-05")
            #expect(await court.send(Self.reveal, input, bearing: colleague).codes == ["NOT_FOUND"])
        }
    }

    @Test("Another court's clerk, even of the court above, is told there is no such petitioner")
    func otherCourts() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let petitioner = try await Self.petitioner(court)
            for no in ["晋0302-06", "晋-06"] {
                let token = try await court.token(staff: no)
                #expect(
                    await court.send(Self.reveal, Self.input(petitioner), bearing: token).codes == ["NOT_FOUND"],
                    "\(no)"
                )
            }
        }
    }

    @Test("Whoever wrote an accusation is shown to inspectors only")
    func accuser() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            // An item whose sender wrote no other letter.
            let item = try #require(
                (1...60).first { item in
                    ["id_number", "mobile"].allSatisfy { column in
                        let value = DemoFiles.value(column, line: item + 1)
                        return DemoFiles.lines.filter { $0.contains(value) }.count == 1
                    }
                }
            )
            let petitioner = try await Self.petitioner(court, item: item)
            let letter = try await LetterDesk(court, item: item)
            try await letter.must(
                "classifyLetter",
                ["matterClass": "ACCUSATION", "category": "STAFF_CONDUCT"],
                as: .clerk
            )
            #expect(await court.send(Self.reveal, Self.input(petitioner), as: .clerk).codes == ["NOT_FOUND"])
            let inspector = await court.send(Self.reveal, Self.input(petitioner, purpose: "INSPECTION"), as: .inspector)
            #expect(inspector["errors"] == nil, "\(inspector)")
        }
    }

    @Test("The day's limit is a person's: no second token passes it, and no crowd of requests at once")
    func limitOfPerson() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let petitioner = try await Self.petitioner(court)
            let second = try await court.token(staff: "晋03-06")
            let answers = await withTaskGroup(of: JSONValue.self) { group in
                for index in 0..<70 {
                    group.addTask {
                        let token = index % 2 == 0 ? second : court.tokens[.clerk]
                        return await court.send(Self.reveal, Self.input(petitioner, fields: ["NAME"]), bearing: token)
                    }
                }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(answers.count { $0["errors"] == nil } == 50)
            #expect(answers.count { $0.codes == ["RATE_LIMITED"] } == 20)
            let logged = try await court.database.query("SELECT count(*) FROM core.access_log")
            #expect(try logged[0].decode(0, as: Int64.self) == 50)
        }
    }

    @Test("A token without a post reveals nothing: whoever looks is named")
    func post() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let petitioner = try await Self.petitioner(court)
            let token = try await TokenStore(court.database).create(
                name: "no post",
                staffNo: nil,
                courtCode: "晋03",
                roles: [.clerk],
                validFor: .seconds(3_600)
            )
            let answer = await court.send(Self.reveal, Self.input(petitioner), bearing: token)
            #expect(answer.codes == ["POST_REQUIRED"], "\(answer)")
            #expect(try await court.database.query("SELECT FROM core.access_log").isEmpty)
        }
    }

    @Test("After fifty reveals in a day the next is refused")
    func dailyLimit() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let petitioner = try await Self.petitioner(court)
            for _ in 0..<50 {
                let answer = await court.send(Self.reveal, Self.input(petitioner, fields: ["NAME"]), as: .clerk)
                #expect(answer["errors"] == nil, "\(answer)")
            }
            let next = await court.send(Self.reveal, Self.input(petitioner), as: .clerk)
            #expect(next.codes == ["RATE_LIMITED"])
            #expect(next[path: "errors.0.message"].text?.hasPrefix("请求过于频繁") == true)
        }
    }

    @Test("A reveal that is repeated under its key is a reveal each time: asked anew, logged and counted")
    func repeatedReveal() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let petitioner = try await Self.petitioner(court)
            for _ in 0..<3 { _ = await court.send(Self.reveal, Self.input(petitioner, key: "again"), as: .clerk) }
            let logged = try await court.database.query("SELECT count(*) FROM core.access_log")
            #expect(try logged[0].decode(0, as: Int64.self) == 3)
            let other = await court.send(
                Self.reveal,
                Self.input(petitioner, fields: ["NAME"], key: "again"),
                as: .clerk
            )
            #expect(other.codes == ["IDEMPOTENCY_REUSED"])
        }
    }

    @Test("No table holds a personal value in the clear, not as text and not as bytes")
    func sealedAtRest() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let petitioner = try await Self.petitioner(court)
            // No answer is kept under its key: asked again, it is revealed again.
            let first = await court.send(Self.reveal, Self.input(petitioner, key: "reveal"), as: .clerk)
            let again = await court.send(Self.reveal, Self.input(petitioner, key: "reveal"), as: .clerk)
            #expect(again == first)
            #expect(again[path: "data.revealPetitioner.idNumber"] == Self.clear["idNumber"], "\(again)")
            _ = await court.send(WriteRuleTests.register, ["input": WriteRuleTests.ordinaryLetter(key: "sealed")])
            let tables = try await court.database.query(
                """
                SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) AS name FROM information_schema.tables
                WHERE table_schema IN ('core', 'letters', 'dossiers', 'docket') AND table_type = 'BASE TABLE'
                """
            ).map { try $0.decode("name", as: String.self) }
            #expect(tables.count > 20)
            let values = [
                DemoFiles.value("id_number", line: 2), DemoFiles.value("mobile", line: 2),
                DemoFiles.value("address", line: 2),
                "11010519491231002X",
            ]
            for table in tables {
                for value in values {
                    let found = try await court.database.query(
                        """
                        SELECT FROM \(raw: table) t WHERE position(\(value) IN t::text) > 0
                            OR position(encode(convert_to(\(value), 'UTF8'), 'hex') IN t::text) > 0
                        """
                    )
                    #expect(found.isEmpty, "\(table) holds a value in the clear")
                }
            }
        }
    }

    /// The petitioner of a letter of the batch.
    static func petitioner(_ court: TestCourt, item: Int = 1) async throws -> String {
        let answer = await court.send(
            """
            query($item: Int) {
                letters(filter: { itemNo: $item }) { nodes { registration { petitioners { petitioner { id } } } } }
            }
            """,
            ["item": .integer(item)]
        )
        return try #require(
            answer[path: "data.letters.nodes.0.registration.petitioners.0.petitioner.id"].text,
            "\(answer)"
        )
    }

    static func input(
        _ petitioner: String,
        fields: JSONValue = fields,
        purpose: String = "NOTIFY_PETITIONER",
        reason: String = reason,
        key: String? = nil
    ) -> JSONValue {
        [
            "input": [
                "petitionerId": .string(petitioner), "fields": fields, "purpose": .string(purpose),
                "reason": .string(reason),
                "idempotencyKey": key.map { .string($0) } ?? .null,
            ]
        ]
    }
}
