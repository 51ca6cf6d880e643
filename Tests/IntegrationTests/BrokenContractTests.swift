import DocketTesting
import PluginKit
import Testing

/// A plugin of a test's own that breaks the contract: each rule must see it.
@Suite("A plugin that breaks the contract")
struct BrokenContractTests {
    private static let fragment = """
        type Slip @table(name: "slips.slip") @requires(permission: "slips.read") { id: ID! }
        extend type Query { slips: [Slip!] @rows(order: ["id"]) }
        """

    private static func plugin(_ policy: String) -> Plugin {
        Plugin(
            name: "slips",
            fragments: [SchemaFragment(file: "Slips.graphql", text: fragment)],
            migrations: [
                Migration(
                    file: "0001_slips.sql",
                    sql: """
                        CREATE SCHEMA slips;
                        GRANT USAGE ON SCHEMA slips TO docket_reader;
                        CREATE TABLE slips.box (
                            id bigint GENERATED ALWAYS AS IDENTITY, court_code text NOT NULL REFERENCES core.court,
                            kind text NOT NULL CHECK (kind IN ('A', 'B')), PRIMARY KEY (id), UNIQUE (id, court_code)
                        );
                        CREATE TABLE slips.slip (
                            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, box_id bigint NOT NULL, court_code text NOT NULL,
                            kept_by bigint NOT NULL REFERENCES core.staff, name_hash bytea,
                            FOREIGN KEY (box_id, court_code) REFERENCES slips.box (id, court_code)
                        );
                        GRANT SELECT ON slips.slip TO docket_reader;
                        CREATE VIEW slips.named AS SELECT id FROM slips.slip;
                        CREATE FUNCTION slips.all_slips() RETURNS bigint LANGUAGE sql SECURITY DEFINER
                            AS 'SELECT count(*) FROM slips.slip';
                        \(policy)
                        """
                )
            ],
            permissions: [Permission("slips.read", []), Permission("slips.write", [.clerk])],
            imports: [FileImport("slips", by: "importSlips")]
        )
    }

    private static let secured = "ALTER TABLE slips.slip ENABLE ROW LEVEL SECURITY;"

    private static func policy(_ condition: String) -> String {
        secured + "CREATE POLICY read ON slips.slip FOR SELECT TO docket_reader USING (\(condition));"
    }

    private func expect(
        _ faults: [String],
        of rule: PluginContract.Rule,
        _ policy: String = "",
        sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) async throws {
        let found = try await PluginContract([Self.plugin(policy)]).faults(of: rule)
        #expect(found == faults, sourceLocation: sourceLocation)
    }

    @Test("A table that nothing has filled is tried with a row: missing, too wide or too narrow security is named")
    func rowSecurity() async throws {
        try await expect(["slips.slip has a court and no row security"], of: .rowSecurityAlone)
        try await expect(
            [
                "slips.slip shows its rows to a caller of another court",
                "slips.slip shows its rows to nobody in particular",
            ],
            of: .rowSecurityAlone,
            Self.policy("true")
        )
        try await expect(["slips.slip: nobody of the court sees its row"], of: .rowSecurityAlone, Self.secured)
        let right = Self.policy("court_code = ANY ((SELECT core.readable_courts())::text[])")
        try await expect([], of: .rowSecurityAlone, right)
    }

    @Test("Permissions of nobody or for nothing, an import without mutation, and what the owner's rights open")
    func others() async throws {
        try await expect(
            ["nobody holds the permission slips.read", "nothing asks for the permission slips.write"],
            of: .permissionsAreHeldAndUsed
        )
        try await expect(["the import slips has no mutation importSlips"], of: .importsTakeFiles)
        try await expect(["the reading role reads slips.slip.name_hash"], of: .readersOnlyRead)
        try await expect(
            ["slips.named is no security_invoker", "slips.all_slips has no fixed search_path"],
            of: .ownersRightsAreFenced
        )
    }
}
