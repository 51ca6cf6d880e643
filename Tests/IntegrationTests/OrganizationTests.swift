import DocketTesting
import GraphQLLanguage
import PluginHost
import PluginKit
import Postgres
import Testing

@Suite("Outside bodies")
struct OrganizationTests {
    static let create = """
        mutation($input: CreateOrganizationInput!) {
            createOrganization(input: $input) { organization { id courtCode kind name regionCode active version } }
        }
        """
    static let update = """
        mutation($input: UpdateOrganizationInput!) {
            updateOrganization(input: $input) { organization { name regionCode active version } }
        }
        """

    static func input(_ name: String = "阳泉市信访局", isForAll: Bool = false) -> JSONValue {
        [
            "kind": "PETITION_BUREAU", "name": .string(name), "regionCode": "140300",
            "forAllCourts": .boolean(isForAll),
        ]
    }

    /// One that a clerk of the court made.
    static func made(_ court: TestCourt, _ name: String = "阳泉市信访局") async throws -> String {
        let answer = await court.send(create, ["input": input(name)])
        return try #require(answer[path: "data.createOrganization.organization.id"].text, "\(answer)")
    }

    @Test("A clerk keeps those of the court, an administrator those of all courts, and nobody else keeps any")
    func creation() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let own = await court.send(Self.create, ["input": Self.input()])
            #expect(own[path: "data.createOrganization.organization.courtCode"] == "晋03", "\(own)")
            #expect(own[path: "data.createOrganization.organization.version"] == 1)
            #expect(await court.send(Self.create, ["input": Self.input()]).codes == ["CONFLICT"])
            let all = await court.send(Self.create, ["input": Self.input(isForAll: true)], as: .admin)
            #expect(all[path: "data.createOrganization.organization.courtCode"] == .null, "\(all)")
            #expect(all["errors"] == nil)
            let refused = await court.send(Self.create, ["input": Self.input("省信访局", isForAll: true)])
            #expect(refused.codes == ["FORBIDDEN"])
            for role in [Role.handler, .divisionHead, .president, .dpo] {
                #expect(await court.send(Self.create, ["input": Self.input("甲")], as: role).codes == ["FORBIDDEN"])
            }
            let faulty = await court.send(
                Self.create,
                ["input": ["kind": "COMMUNITY", "name": " ", "regionCode": "149999"]]
            )
            #expect(faulty.codes == ["TEXT_EMPTY", "REGION_CODE_UNKNOWN"], "\(faulty)")
            let events = try await court.database.query(
                "SELECT action FROM host.audit_event WHERE object_type = 'Organization' ORDER BY id"
            )
            let actions = try events.map { try $0.decode(0, as: String.self) }
            #expect(actions == ["organization.created", "organization.created"])
        }
    }

    @Test("A change names the version, changes what is given, and only rows that the caller keeps")
    func change() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let id = try await Self.made(court)
            func send(_ more: [JSONValue.Member], version: Int, as role: Role = .clerk) async -> JSONValue {
                await court.send(
                    Self.update,
                    [
                        "input": .object(
                            [.init("organizationId", .string(id)), .init("version", .integer(version))] + more
                        )
                    ],
                    as: role
                )
            }
            let renamed = await send([.init("name", "阳泉市信访工作局")], version: 1)
            #expect(
                renamed[path: "data.updateOrganization.organization"] == [
                    "name": "阳泉市信访工作局", "regionCode": "140300", "active": true, "version": 2,
                ],
                "\(renamed)"
            )
            #expect(await send([.init("active", .boolean(false))], version: 1).codes == ["VERSION_CONFLICT"])
            let retired = await send([.init("active", .boolean(false))], version: 2)
            #expect(retired[path: "data.updateOrganization.organization.active"] == .boolean(false))
            // Nothing changes, and no version.
            let same = await send([.init("active", .boolean(false))], version: 3)
            #expect(same[path: "data.updateOrganization.organization.version"] == 3)
            let fields = try await court.database.query(
                "SELECT changed_fields FROM host.audit_event WHERE action = 'organization.changed' ORDER BY id"
            )
            #expect(try fields.map { try $0.decode(0, as: [String].self) } == [["name"], ["active"]])

            let other = try await court.token(staff: "晋0302-06")
            let elsewhere = await court.send(
                Self.update,
                ["input": ["organizationId": .string(id), "version": 3, "active": true]],
                bearing: other
            )
            #expect(elsewhere.codes == ["NOT_FOUND"])
            let all = await court.send(Self.create, ["input": Self.input("省信访局", isForAll: true)], as: .admin)
            let shared = all[path: "data.createOrganization.organization.id"]
            let change: JSONValue = ["input": ["organizationId": shared, "version": 1, "active": .boolean(false)]]
            #expect(await court.send(Self.update, change).codes == ["NOT_FOUND"])
            #expect(await court.send(Self.update, change, as: .admin)["errors"] == nil)
        }
    }

    @Test("Everyone finds those of their courts and those of all, and no others, whatever asks")
    func reading() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            _ = try await Self.made(court)
            _ = await court.send(Self.create, ["input": Self.input("省信访局", isForAll: true)], as: .admin)
            let basic = try await court.token(staff: "晋0302-06")
            _ = await court.send(
                Self.create,
                ["input": ["kind": "COMMUNITY", "name": "城区社区", "regionCode": "140302"]],
                bearing: basic
            )
            func names(_ filter: String, _ token: String?) async -> [String] {
                let answer = await court.send(
                    "{ organizations(filter: {\(filter)}) { totalCount nodes { name } } }",
                    bearing: token
                )
                return answer[path: "data.organizations.nodes"].items.compactMap { $0["name"]?.text }.sorted()
            }
            let clerk = court.tokens[.clerk]
            #expect(await names("", clerk) == ["城区社区", "省信访局", "阳泉市信访局"].sorted())
            #expect(await names("", basic) == ["城区社区", "省信访局"].sorted())
            #expect(await names("kind: [COMMUNITY, LEGAL_AID]", clerk) == ["城区社区"])
            #expect(await names("courtCode: null", clerk) == ["省信访局"])
            #expect(await names("regionCode: \"140300\", active: true, name: \"阳泉市信访局\"", clerk) == ["阳泉市信访局"])
        }
    }

    @Test("Come as a file: made once, unchanged again, taken out of use, and refused with their line")
    func importing() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let desk = ImportDesk(court: court)
            let header = "court_code,kind,name,region_code,active"
            let rows = ["晋03,信访局,阳泉市信访局,140300,", ",PROCURATORATE,山西省人民检察院,140000,true"]
            let first = await desk.run("organizations", [header] + rows)
            #expect(first["created"] == 2, "\(first)")
            #expect(await desk.run("organizations", [header] + rows)["unchanged"] == 2)
            let off = await desk.run("organizations", [header, ",检察院,山西省人民检察院,140000,否"])
            #expect(off["updated"] == 1)
            // What a file does not say stays.
            #expect(await desk.run("organizations", [header, ",检察院,山西省人民检察院,140000,"])["unchanged"] == 1)
            let faulty = [header, "晋99,医院,,149999,也许", "晋03,人大,甲,140300,", "晋03,人大,甲,140300,"]
            #expect(
                await desk.problems("organizations", faulty) == [
                    "2 court_code COURT_CODE_UNKNOWN", "2 kind VALUE_NOT_ALLOWED", "2 name TEXT_EMPTY",
                    "2 region_code REGION_CODE_UNKNOWN", "2 active VALUE_NOT_ALLOWED", "4 name DUPLICATE_ROW",
                ]
            )
        }
    }
}
