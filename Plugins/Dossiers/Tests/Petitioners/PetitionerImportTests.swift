import CommandTesting
import CourtFormats
import DocketTesting
import DossiersPlugin
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

@Suite("Import of petitioners with dossiers")
struct PetitionerImportTests {
    @Test("fifty-four petitioners have a draft each, all or none, and the same file again changes nothing")
    func fiftyFour() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let file = Self.file(rows: (1...54).map { Self.row($0) })
            let checked = try await Self.run(court, file, dryRun: true)
            #expect(Self.counts(checked) == [54, 54, 0, 0], "\(checked)")
            #expect(try await Self.count(court, "dossiers.petitioner") == 0)
            let written = try await Self.run(court, file)
            #expect(Self.counts(written) == [54, 54, 0, 0], "\(written)")
            #expect(try await Self.count(court, "dossiers.petitioner") == 54)
            #expect(try await Self.count(court, "dossiers.dossier WHERE status = 'DRAFT'") == 54)
            #expect(try await Self.count(court, "dossiers.claim") == 108)
            let audit = "host.audit_event WHERE action = 'import' AND object_type = 'Petitioner'"
            #expect(try await Self.count(court, audit) == 1)
            let again = try await Self.run(court, "\u{FEFF}" + file)
            #expect(Self.counts(again) == [54, 0, 54, 0], "\(again)")
            // One row more, of somebody whom the court knows by now.
            let more = Self.file(rows: (1...54).map { Self.row($0) } + [Self.row(54, ["title": "另一事项"])])
            #expect(Self.counts(try await Self.run(court, more)) == [55, 1, 54, 0])
            #expect(try await Self.count(court, "dossiers.petitioner") == 54)
            let first = await court.send(
                "{ dossiers(first: 1) { nodes { title ground status caseLinks { caseNo } claims { text } petitioners { petitioner { nameMasked idNumberMasked } } } } }"
            )
            #expect(
                first[path: "data.dossiers.nodes.0"] == [
                    "title": "反映执行问题1", "ground": "REPEATED_MATTER", "status": "DRAFT",
                    "caseLinks": [["caseNo": "（2017）晋03民终1号"]],
                    "claims": [["text": "督促执行"], ["text": "说明理由"]],
                    "petitioners": [
                        [
                            "petitioner": [
                                "nameMasked": "赵**",
                                "idNumberMasked": .string("14**************\(Self.number(1).suffix(2))"),
                            ]
                        ]
                    ],
                ],
                "\(first)"
            )
            let head = try Desk(court, "Dossier", id: "1")
            #expect(try await head.must("approveDossier", ["reviewDueOn": "2019-06-01"], as: .divisionHead) == "ACTIVE")
        }
    }

    @Test("every fault is told with its line and column, never with a value, and nothing is written")
    func faults() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let known = Self.number(7)
            _ = try await PetitionerSteps.entered(court, name: "钱测", [.init("idNumber", .string(known))])
            let rows = [
                Self.row(1, ["id_number": "110105194912310021", "mobile": "123"]),
                Self.row(2, ["petitioner_name": "", "ground": "无此依据"]),
                Self.row(3, ["title": "来电15471693388", "claims": ""]), Self.row(4, ["case_nos": "不是案号"]),
                Self.row(5, ["case_nos": ""]), Self.row(6, ["handler_no": "晋03-06"]), Self.row(7), Self.row(8),
                Self.row(8), Self.row(9, ["region_code": "149999"]),
            ]
            let answer = try await Self.run(court, Self.file(rows: rows))
            let problems = answer[path: "data.importPetitioners.problems"].items.map { problem in
                "\(problem["line"]?.integer ?? 0) \(problem["column"]?.text ?? "-") \(problem["code"]?.text ?? "")"
            }
            #expect(
                problems == [
                    "2 id_number ID_NUMBER_CHECKSUM", "2 mobile MOBILE_INVALID", "3 petitioner_name NAME_REQUIRED",
                    "3 ground VALUE_NOT_ALLOWED", "4 title PII_IN_TEXT", "4 claims TEXT_EMPTY",
                    "5 case_nos CASE_NO_FORMAT",
                    "6 no_case_reason TEXT_EMPTY", "7 handler_no NOT_FOUND", "10 - DUPLICATE_ROW",
                    "11 region_code REGION_CODE_UNKNOWN",
                ],
                "\(answer)"
            )
            #expect(!"\(answer)".contains("1101051949") && !"\(answer)".contains("15471693388"))
            let twice = Self.row(10, ["petitioner_name": "孙测"])
            let names = try await Self.run(court, Self.file(rows: [Self.row(7), Self.row(10), twice]))
            #expect(
                names[path: "data.importPetitioners.problems"].items.compactMap { $0["code"]?.text } == [
                    "PETITIONER_NAME_DIFFERS", "PETITIONER_NAME_DIFFERS",
                ],
                "\(names)"
            )
            #expect(try await Self.count(court, "dossiers.dossier") == 0)
            let unread = try await Self.run(court, "petitioner_name\n赵测\n")
            #expect(unread[path: "data.importPetitioners.problems.0.code"] == "CSV_HEADER")
            _ = try await Self.run(court, Self.file(rows: [Self.row(1)]))
            let changed = try await Self.run(court, Self.file(rows: [Self.row(1, ["claims": "另一诉求"])]))
            #expect(changed[path: "data.importPetitioners.problems.0.code"] == "DOSSIER_EXISTS", "\(changed)")
            #expect(try await Self.run(court, Self.file(rows: [Self.row(2)]), as: .handler).codes == ["FORBIDDEN"])
        }
    }

    // MARK: - A generated file

    static let header = [
        "petitioner_name", "id_number", "mobile", "region_code", "address", "title", "ground", "claims", "case_nos",
        "no_case_reason", "handler_no",
    ]

    static func file(rows: [[String: String]]) -> String {
        ([header] + rows.map { row in header.map { row[$0] ?? "" } }).map { $0.joined(separator: ",") + "\n" }.joined()
    }

    static func row(_ index: Int, _ changes: [String: String] = [:]) -> [String: String] {
        [
            "petitioner_name": "赵测\(["一", "二", "三", "四", "五"][index % 5])", "id_number": number(index),
            "mobile": "1547169\(String(1_000 + index))", "region_code": "140302", "address": "阳泉市城区北大街\(index)号",
            "title": "反映执行问题\(index)", "ground": index % 2 == 0 ? "上级交办" : "反复反映", "claims": "督促执行|说明理由",
            "case_nos": "（2017）晋03民终\(index)号", "no_case_reason": "", "handler_no": "晋03-04",
        ].merging(changes) { $1 }
    }

    /// A number with its check digit, of somebody born in the 1880s.
    static func number(_ index: Int) -> String {
        let serial = String(1_000 + index).dropFirst()
        let digits = "14030218880101\(serial)"
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(digits, weights).reduce(0) { $0 + (Int(String($1.0)) ?? 0) * $1.1 }
        let checks = Array("10X98765432")
        return "\(digits)\(checks[sum % 11])"
    }

    static func run(
        _ court: TestCourt,
        _ csv: String,
        dryRun: Bool = false,
        as role: Role = .clerk
    ) async throws -> JSONValue {
        try await court.run(
            "importPetitioners",
            ["csv": .string(csv), "dryRun": .boolean(dryRun)],
            selecting: "rows created unchanged problems { line column code message }",
            as: role
        )
    }

    static func counts(_ answer: JSONValue) -> [Int] {
        let report = answer[path: "data.importPetitioners"]
        return ["rows", "created", "unchanged"].map { report[$0]?.integer ?? -1 } + [
            report[path: "problems"].items.count
        ]
    }

    static func count(_ court: TestCourt, _ rows: String) async throws -> Int64 {
        try await court.query("SELECT count(*) AS rows FROM \(raw: rows)")[0].decode("rows")
    }
}
