import DocketTesting
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

@Suite("The rules of inputs, and requests that come again")
struct InputRuleTests {
    @Test("A request that was answered is answered again, though what it names may not be named any more")
    func repeated() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let petitioner = try await RevealTests.petitioner(court)
            let handler = try await court.staffID("晋03-04")
            let open = "mutation($input: OpenDossierInput!) { openDossier(input: $input) { dossier { id dossierNo } } }"
            func input(_ key: String) -> JSONValue {
                [
                    "title": "反映执行不力", "ground": "REPEATED_MATTER", "petitionerIds": [.string(petitioner)],
                    "claims": [["text": " 请求执行 "]], "noCaseReason": "尚无案号", "handlerId": .string(handler),
                    "idempotencyKey": .string(key),
                ]
            }
            let first = await court.send(open, ["input": input("one")])
            #expect(first["errors"] == nil, "\(first)")
            try await court.database.execute("UPDATE core.staff SET active = false WHERE no = '晋03-04'")
            let again = await court.send(open, ["input": input("one")])
            #expect(again[path: "data"] == first[path: "data"], "\(again)")
            let other = await court.send(open, ["input": input("two")])
            #expect(other.codes == ["NOT_FOUND"])
            #expect(other[path: "errors.0.extensions.field"] == "input.handlerId")
        }
    }
}
