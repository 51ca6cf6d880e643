import DocketTesting
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

@Suite("Letters of a person whose number is known")
struct SenderSearchTests {
    @Test("Are found by the exact number, for a purpose, logged and capped; what the caller may not see is not there")
    func search() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            func register(accusation: Bool) async throws -> String {
                let input: JSONValue = [
                    "source": "ORDINARY", "receivedOn": "2018-06-01", "category": "OTHER",
                    "matterClass": accusation ? "ACCUSATION" : "APPEAL_CLAIM", "subject": "反映问题", "abstract": "内容",
                    "senders": [["name": "陈志", "idNumber": "11010519491231002X", "mobile": "15471693388"]],
                ]
                let answer = await court.send(
                    "mutation($input: RegisterLetterInput!) { registerLetter(input: $input) { receipt { id } } }",
                    ["input": input]
                )
                return answer[path: "data.registerLetter.receipt.id"].text ?? ""
            }
            let open = try await register(accusation: false)
            let sealed = try await register(accusation: true)
            func find(
                _ own: [JSONValue.Member],
                _ purpose: String = "HANDLE_MATTER",
                as role: Role = .clerk
            ) async throws -> JSONValue {
                let input = own + [.init("purpose", .string(purpose)), .init("reason", "核对来信人是否曾经来信反映")]
                let selection = "letters { id } hasMore"
                return try await court.run("findLettersBySender", .object(input), selecting: selection, as: role)
            }
            func ids(_ answer: JSONValue) -> [String] {
                answer[path: "data.findLettersBySender.letters"].items.compactMap { $0["id"]?.text }
            }
            let number: [JSONValue.Member] = [.init("idNumber", "11010519491231002x")]
            let mobile: [JSONValue.Member] = [.init("mobile", "15471693388")]
            let found = try await find(number)
            #expect(ids(found) == [open], "\(found)")
            #expect(ids(try await find(mobile)) == [open])
            #expect(Set(ids(try await find(number, "INSPECTION", as: .inspector))) == [open, sealed])
            #expect(try await find(number + mobile).codes == ["INPUT_INVALID"])
            #expect(try await find([]).codes == ["INPUT_INVALID"])
            #expect(try await find(number, "INSPECTION").codes == ["PURPOSE_NOT_ALLOWED"])
            #expect(try await find(number, as: .handler).codes == ["FORBIDDEN"])
            let elsewhere = try await court.token(staff: "晋0302-02", roles: [.clerk])
            let input: JSONValue = .object(
                number + [.init("purpose", "HANDLE_MATTER"), .init("reason", "核对来信人是否曾经来信反映")]
            )
            let selection = "letters { id }"
            let other = try await court.run("findLettersBySender", input, selecting: selection, bearing: elsewhere)
            #expect(other[path: "data.findLettersBySender.letters"] == [], "\(other)")
            let logged = try await court.query(
                "SELECT fields[1] AS field FROM core.access_log WHERE object_type = 'LetterSearch' ORDER BY id"
            )
            let fields = try logged.map { try $0.decode("field", as: String.self) }
            #expect(fields == ["ID_NUMBER", "MOBILE", "ID_NUMBER", "ID_NUMBER"])
            let audited = try await court.query(
                "SELECT FROM host.audit_event WHERE action = 'letter.searchedBySender' AND object_id IS NULL"
            )
            #expect(audited.count == 4)
            let staff = Int64(try await court.staffID(of: .clerk))
            _ = try await court.query(
                """
                INSERT INTO core.access_log (request_id, token_id, staff_id, court_code, object_type, object_id, fields, purpose, reason)
                SELECT 'r', 1, \(staff), '晋03', 'Petitioner', 1, '{NAME}', 'HANDLE_MATTER', 'x' FROM generate_series(1, 50)
                """
            )
            #expect(try await find(number).codes == ["RATE_LIMITED"])
        }
    }
}
