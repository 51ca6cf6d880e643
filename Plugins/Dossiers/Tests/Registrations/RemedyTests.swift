import DocketTesting
import DossiersPlugin
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

@Suite("Remedies are assessed")
struct RemedyTests {
    static let selection = """
        remedyAssessment { id version remedies { caseNo remedy beginsOn deadlineOn deadlineFinal available competentCourt { code }
            competentBody confirmed } }
        """

    static func assess(_ court: TestCourt, _ input: JSONValue, as role: Role = .handler) async throws -> JSONValue {
        try await court.run("recordRemedyAssessment", input, selecting: selection, as: role)
    }

    @Test("each with its last day, and with the court or body that takes it")
    func assessed() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let id = try await ContactDesk.registered(court)
            let answer = try await Self.assess(
                court,
                [
                    "registrationId": .string(id),
                    "decisions": [
                        ContactDesk.decision,
                        ["caseNo": "（2018）晋03民申1号", "kind": "CIVIL_RETRIAL_REJECTED", "effectiveOn": "2017-06-30"],
                        [
                            "caseNo": "（2018）晋0302执异1号", "kind": "ENFORCEMENT_OBJECTION_RULING",
                            "servedOn": "2018-06-20",
                        ],
                        ["caseNo": "（2009）阳刑初字第12号", "kind": "CRIMINAL_JUDGMENT", "courtCode": "晋0321"],
                    ],
                ]
            )
            func remedy(_ place: Int) -> JSONValue {
                answer[path: "data.recordRemedyAssessment.remedyAssessment.remedies.\(place)"]
            }
            #expect(
                remedy(0) == [
                    "caseNo": "（2017）晋0302民初1号", "remedy": "CIVIL_RETRIAL", "beginsOn": "2018-03-01",
                    "deadlineOn": "2018-09-03", "deadlineFinal": true, "available": true,
                    "competentCourt": ["code": "晋03"],
                    "competentBody": .string(try await name(of: "晋03", court)), "confirmed": false,
                ],
                "\(answer)"
            )
            #expect(remedy(1)["deadlineOn"] == "2019-07-01")
            #expect(remedy(1)["competentCourt"] == .null)
            #expect(remedy(1)["competentBody"]?.text?.hasSuffix("同级的人民检察院") == true)
            #expect(remedy(2)["deadlineOn"] == "2018-07-02")
            #expect(remedy(3)["deadlineOn"] == .null)
            #expect(remedy(3)["available"] == true)
            #expect(remedy(3)[path: "competentCourt.code"] == "晋0321")

            let soon = await court.send(
                "{ remedyDeadlines(dueBefore: \"2018-08-01\") { nodes { deadlineOn remedy } } }",
                nil,
                as: .handler
            )
            #expect(
                soon[path: "data.remedyDeadlines.nodes"] == [
                    ["deadlineOn": "2018-07-02", "remedy": "ENFORCEMENT_RECONSIDERATION"]
                ]
            )
            // Who does not handle the matter sees nothing of it.
            let other = try await court.token(staff: "晋03-05", roles: [.handler])
            let unseen = await court.send(
                "{ remedyDeadlines(dueBefore: \"2020-01-01\") { nodes { remedy } } }",
                nil,
                bearing: other
            )
            #expect(unseen[path: "data.remedyDeadlines.nodes"] == [])

            let assessment = answer[path: "data.recordRemedyAssessment.remedyAssessment"]
            let told = try await court.run(
                "acknowledgeRemedies",
                [
                    "remedyAssessmentId": assessment["id"] ?? .null, "version": assessment["version"] ?? .null,
                    "explainedOn": "2018-06-29", "petitionerAck": "ACCEPTED",
                ],
                selecting: "remedyAssessment { explainedOn petitionerAck registration { id } }",
                as: .handler
            )
            #expect(
                told[path: "data.acknowledgeRemedies.remedyAssessment"] == [
                    "explainedOn": "2018-06-29", "petitionerAck": "ACCEPTED", "registration": ["id": .string(id)],
                ],
                "\(told)"
            )
        }
    }

    @Test("of one matter, with the days that each period begins on")
    func faults() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let id = try await ContactDesk.registered(court)
            let missing = try await Self.assess(
                court,
                [
                    "registrationId": .string(id),
                    "decisions": [
                        ["caseNo": "（2017）晋0302民初1号", "kind": "CIVIL_JUDGMENT"],
                        ["caseNo": "（2018）晋0302执异1号", "kind": "ENFORCEMENT_OBJECTION_RULING"],
                    ],
                ]
            )
            #expect(missing.codes == ["INPUT_INVALID", "INPUT_INVALID"])
            #expect(missing[path: "errors.0.extensions.field"] == "input.decisions.0.effectiveOn")
            #expect(missing[path: "errors.1.extensions.field"] == "input.decisions.1.servedOn")
            let none = try await Self.assess(court, ["decisions": [ContactDesk.decision]])
            #expect(Set(none.codes) == ["TEXT_EMPTY"])
            let other = try await court.token(staff: "晋03-05", roles: [.handler])
            let hidden = try await court.run(
                "recordRemedyAssessment",
                ["registrationId": .string(id), "decisions": [ContactDesk.decision]],
                selecting: Self.selection,
                bearing: other
            )
            #expect(hidden.codes == ["NOT_FOUND"])
        }
    }

    @Test("by rows that say where they stand in the law, none of them confirmed")
    func rules() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let answer = await court.send("{ remedyRules { decision remedy amount unit legalBasis confirmed } }")
            let rules = answer[path: "data.remedyRules"].items
            #expect(rules.count >= 15)
            #expect(rules.allSatisfy { $0["confirmed"] == false && $0["legalBasis"]?.text?.isEmpty == false })
        }
    }

    private func name(of code: String, _ court: TestCourt) async throws -> String {
        try await court.query("SELECT name FROM core.court WHERE code = \(code)")[0].decode("name")
    }
}
