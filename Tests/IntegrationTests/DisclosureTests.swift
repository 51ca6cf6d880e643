import CourtCore
import DocketTesting
import FieldEncryption
import GraphQLLanguage
import PluginHost
import PluginKit
import Postgres
import Testing

@Suite("Recorded disclosures")
struct DisclosureTests {
    /// A plugin that packs a letter for an outside body.
    private static let plugins: @Sendable (KeyRing) -> [Plugin] = { keys in
        let packages = Plugin(
            name: "packages",
            requires: ["letters"],
            fragments: [
                SchemaFragment(
                    file: "Packages.graphql",
                    text: """
                        extend type Mutation {
                            sendPackage(
                                letterId: ID!
                                recipientId: ID!
                                approverId: ID!
                                fields: [String!]! @items(max: 50) @text(max: 100)
                                legalBasis: String! @unchecked(why: "checked as it is recorded")
                                court: String! @format(as: COURT)
                            ): Organization @requires(permission: "packages.send")
                        }
                        """
                )
            ],
            permissions: [Permission("packages.send", [.clerk, .divisionHead])],
            commands: [
                Command(name: "sendPackage") { input, context in
                    let root = InputPath([])
                    let recipient = try input.decode("recipientId", at: root, as: EntityID.self).value
                    _ = try await Disclosures.record(
                        Disclosure(
                            recipient: recipient,
                            purpose: .handleMatter,
                            legalBasis: try input.decode("legalBasis", at: root),
                            fields: try input.decode("fields", at: root),
                            objectType: "Letter",
                            objectID: try input.decode("letterId", at: root, as: EntityID.self).value,
                            courtCode: try input.decode("court", at: root),
                            approver: try input.decode("approverId", at: root, as: EntityID.self).value
                        ),
                        at: root,
                        in: context
                    )
                    return Payload(row: recipient)
                }
            ]
        )
        return Installed.all(keys) + [packages]
    }

    private struct Desk {
        let court: TestCourt
        let letter: String
        var recipient: String
        var approver = "晋03-02"
        var fields: JSONValue = ["letterNo", "subject"]
        var legalBasis = "《信访工作条例》第二十二条"

        func send(bearing token: String?) async throws -> JSONValue {
            await court.send(
                """
                mutation($letter: ID!, $to: ID!, $approver: ID!, $fields: [String!]!, $basis: String!) {
                    sendPackage(
                        letterId: $letter, recipientId: $to, approverId: $approver, fields: $fields, legalBasis: $basis
                        court: "晋03"
                    ) { name }
                }
                """,
                [
                    "letter": .string(letter), "to": .string(recipient),
                    "approver": .string(try await court.staffID(approver)), "fields": fields,
                    "basis": .string(legalBasis),
                ],
                bearing: token
            )
        }

        func read(bearing token: String?) async -> JSONValue {
            await court.send(
                """
                query($id: ID!) {
                    disclosures(objectType: "Letter", objectId: $id) {
                        recipient { name kind } purpose legalBasis fields objectType objectId courtCode
                        approvedBy { no } recordedBy { no }
                    }
                }
                """,
                ["id": .string(letter)],
                bearing: token
            )
        }
    }

    @Test("A package is on record with recipient, purpose, basis, fields and approver, and in the audit log")
    func recorded() async throws {
        try await TestCourt.with(.batch, plugins: Self.plugins) { court in
            let letter = try await LetterDesk(court, item: 1)
            let desk = Desk(court: court, letter: letter.id, recipient: try await OrganizationTests.made(court))
            let sent = try await desk.send(bearing: court.tokens[.clerk])
            #expect(sent[path: "data.sendPackage.name"] == "阳泉市信访局", "\(sent)")
            for role in [Role.dpo, .inspector, .divisionHead, .vicePresident, .president] {
                let answer = await desk.read(bearing: court.tokens[role])
                #expect(
                    answer == [
                        "data": [
                            "disclosures": [
                                [
                                    "recipient": ["name": "阳泉市信访局", "kind": "PETITION_BUREAU"],
                                    "purpose": "HANDLE_MATTER", "legalBasis": "《信访工作条例》第二十二条",
                                    "fields": ["letterNo", "subject"], "objectType": "Letter",
                                    "objectId": .string(letter.id), "courtCode": "晋03",
                                    "approvedBy": ["no": "晋03-02"], "recordedBy": ["no": "晋03-06"],
                                ]
                            ]
                        ]
                    ],
                    "\(role): \(answer)"
                )
            }
            for role in [Role.clerk, .handler, .evaluator, .admin] {
                #expect(await desk.read(bearing: court.tokens[role]).codes == ["FORBIDDEN"], "\(role)")
            }
            #expect(await desk.read(bearing: try await court.token(staff: "晋0302-03"))[path: "data.disclosures"] == [])
            let history = await letter.read("history { action }", as: .president)
            #expect(history["history"]?.items.last?["action"] == "disclosure.recorded")
            for change in [
                "UPDATE core.disclosure SET fields = '{x}'", "DELETE FROM core.disclosure", "TRUNCATE core.disclosure",
            ] {
                await #expect(throws: PostgresError.self) { try await court.database.execute("\(raw: change)") }
            }
        }
    }

    @Test("Is refused with all reasons together, and then nothing is on record")
    func refused() async throws {
        try await TestCourt.with(.batch, plugins: Self.plugins) { court in
            let letter = try await LetterDesk(court, item: 1)
            let desk = Desk(court: court, letter: letter.id, recipient: try await OrganizationTests.made(court))
            let clerk = court.tokens[.clerk]
            var faulty = desk
            faulty.fields = []
            #expect(try await faulty.send(bearing: clerk).unmet == ["fieldsNamed"])
            faulty.approver = "晋03-06"
            #expect(try await faulty.send(bearing: clerk).unmet == ["otherApprover", "approverIsHead", "fieldsNamed"])
            faulty = desk
            faulty.approver = "晋03-03"
            #expect(try await faulty.send(bearing: court.tokens[.divisionHead]).unmet == ["otherApprover"])
            // A head, but of another court; and one who has left.
            faulty.approver = "晋0302-03"
            #expect(try await faulty.send(bearing: clerk).unmet == ["approverIsHead"])
            try await court.database.execute("UPDATE core.staff SET active = false WHERE no = '晋03-02'")
            #expect(try await desk.send(bearing: clerk).unmet == ["approverIsHead"])
            try await court.database.execute("UPDATE core.staff SET active = true WHERE no = '晋03-02'")
            faulty = desk
            faulty.legalBasis = " "
            #expect(try await faulty.send(bearing: clerk).codes == ["TEXT_EMPTY"])
            faulty = desk
            faulty.recipient = "999999"
            let unknown = try await faulty.send(bearing: clerk)
            #expect(unknown.codes == ["NOT_FOUND"])
            #expect(unknown[path: "errors.0.extensions.field"] == "recipientId")
            // One that another court keeps.
            let other = try await court.token(staff: "晋0302-06")
            let elsewhere = await court.send(
                OrganizationTests.create,
                ["input": ["kind": "COMMUNITY", "name": "城区社区", "regionCode": "140302"]],
                bearing: other
            )
            faulty.recipient = elsewhere[path: "data.createOrganization.organization.id"].text ?? ""
            #expect(try await faulty.send(bearing: clerk).codes == ["NOT_FOUND"])
            try await court.database.execute("UPDATE core.organization SET active = false")
            #expect(try await desk.send(bearing: clerk).unmet == ["recipientActive"])
            let system = try await TokenStore(court.database).create(
                name: "system",
                staffNo: nil,
                courtCode: "晋03",
                roles: [.clerk],
                validFor: .seconds(600)
            )
            #expect(try await desk.send(bearing: system).codes == ["POST_REQUIRED"])
            let rows = try await court.database.query(
                """
                SELECT (SELECT count(*) FROM core.disclosure)
                    + (SELECT count(*) FROM host.audit_event WHERE action = 'disclosure.recorded')
                """
            )
            #expect(try rows[0].decode(0, as: Int64.self) == 0)
        }
    }

    @Test("Of a sealed letter it is seen by whoever sees the letter")
    func sealed() async throws {
        try await TestCourt.with(.batch, plugins: Self.plugins) { court in
            let matters = try await SealedMatters.plant(court)
            let desk = Desk(court: court, letter: matters.head.id, recipient: try await OrganizationTests.made(court))
            #expect(try await desk.send(bearing: court.tokens[.clerk])["errors"] == nil)
            let inspector = try await court.token(staff: "晋03-07", roles: [.inspector])
            #expect(await desk.read(bearing: inspector)[path: "data.disclosures"].items.count == 1)
            let accused = try await court.token(staff: "晋03-03", roles: [.inspector, .divisionHead])
            for token in [accused, court.tokens[.president], court.tokens[.dpo]] {
                #expect(await desk.read(bearing: token) == ["data": ["disclosures": []]])
            }
        }
    }
}
