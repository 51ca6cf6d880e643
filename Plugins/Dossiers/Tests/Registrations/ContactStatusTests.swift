import DocketTesting
import DossiersPlugin
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

@testable import DossiersPlugin

@Suite("A query code")
struct ContactStatusTests {
    static let query = """
        query($regNo: String!, $code: String!) {
            contactStatus(regNo: $regNo, queryCode: $code) { regNo stage receivedOn notifyDueOn notifiedOn closedOn }
        }
        """

    @Test("tells the hotline where a registration stands, and nobody else anything")
    func status() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let payload = try await ContactDesk.register(court)[path: "data.registerContact"]
            let number = payload[path: "registration.regNo"]
            let code = payload["queryCode"]?.text ?? ""
            let system = try await court.token(court: "晋03", roles: [.systemClient])
            func ask(_ number: JSONValue, _ code: String, bearing token: String?) async -> JSONValue {
                await court.send(Self.query, ["regNo": number, "code": .string(code)], bearing: token)
            }
            let answer = await ask(number, code, bearing: system)
            #expect(
                answer[path: "data.contactStatus"] == [
                    "regNo": number, "stage": "RECEIVED", "receivedOn": "2018-06-28", "notifyDueOn": "2018-07-13",
                    "notifiedOn": .null, "closedOn": .null,
                ],
                "\(answer)"
            )
            // As somebody dictates it.
            let dictated = "\(code.prefix(4).lowercased()) \(code.dropFirst(4).prefix(4))-\(code.suffix(4))"
            #expect(
                await ask("晋03访登(2018)0001", dictated, bearing: system)[path: "data.contactStatus.stage"] == "RECEIVED"
            )
            let wrong = String(code.reversed()) == code ? "AAAAAAAAAAAA" : String(code.reversed())
            let refused = await ask(number, wrong, bearing: system)
            let absent = await ask("晋03访登〔2018〕0099", code, bearing: system)
            #expect(refused.codes == ["NOT_FOUND"])
            #expect(refused["errors"] == absent["errors"])
            let elsewhere = try await court.token(court: "晋0302", roles: [.systemClient])
            #expect(await ask(number, code, bearing: elsewhere).codes == ["NOT_FOUND"])
            #expect(await ask(number, code, bearing: court.tokens[.handler]).codes == ["FORBIDDEN"])
            let literal = await court.send(
                "{ contactStatus(regNo: \"晋03访登〔2018〕0001\", queryCode: \"\(code)\") { stage } }",
                nil,
                bearing: system
            )
            #expect(literal.codes.contains("PII_LITERAL"))
            let stored = try await court.query(
                "SELECT encode(code_hash, 'escape') AS hash FROM dossiers.registration_query_code"
            )
            #expect(try stored.first?.decode("hash", as: String.self).contains(code) == false)
        }
    }

    @Test("says of what is sealed only that it came, and that it was handled")
    func sealed() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let payload = try await ContactDesk.register(
                court,
                [.init("matterClass", "ACCUSATION"), .init("handlerId", .null)]
            )[path: "data.registerContact"]
            let variables: JSONValue = ["regNo": payload[path: "receipt.regNo"], "code": payload["queryCode"] ?? .null]
            func status() async -> JSONValue { await court.send(Self.query, variables)[path: "data.contactStatus"] }
            _ = try await court.query(
                "UPDATE dossiers.registration SET state = 'FORWARDED', notified_on = '2018-06-29'"
            )
            #expect(await status()["stage"] == "RECEIVED")
            #expect(await status()["notifiedOn"] == .null)
            _ = try await court.query("UPDATE dossiers.registration SET state = 'CLOSED', closed_on = '2018-06-29'")
            #expect(await status()["stage"] == "HANDLED")
            #expect(await status()["closedOn"] == .null)
        }
    }

    @Test("is twelve characters, none of which looks like another, and no two are alike")
    func codes() {
        let codes = Set((0..<500).map { _ in QueryCode.random().text })
        #expect(codes.count == 500)
        for code in codes {
            #expect(code.count == QueryCode.length)
            #expect(code.allSatisfy { !"01ILO".contains($0) })
        }
    }
}
