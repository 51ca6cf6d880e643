import DocketTesting
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

@Suite("createPetitioner and openDossier")
struct PetitionerTests {
    @Test("A petitioner is entered with everything masked, verified and audited")
    func created() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let answer = await court.send(IdentityTests.create, ["input": Self.full])
            #expect(
                answer["data"] == [
                    "createPetitioner": [
                        "petitioner": [
                            "id": answer[path: "data.createPetitioner.petitioner.id"], "kind": "NATURAL_PERSON",
                            "nameMasked": "淳于*",
                            "idDocType": "RESIDENT_ID", "idNumberMasked": "11**************2X",
                            "idVerified": "CHECKSUM_OK",
                            "residenceRegion": "140322", "residenceAddressMasked": "阳泉市盂县****",
                            "contacts": [
                                ["kind": "MOBILE", "valueMasked": "154****3388", "primary": true, "source": "登记"]
                            ],
                        ]
                    ]
                ],
                "\(answer)"
            )
            let audit = try await court.database.query(
                "SELECT object_type, court_code FROM host.audit_event WHERE action = 'petitioner.created'"
            )
            #expect(audit.count == 1)
            #expect(try audit[0].decode("court_code", as: String.self) == "晋03")
            for role in [Role.handler, .divisionHead, .inspector, .archivist] {
                #expect(
                    await court.send(IdentityTests.create, ["input": Self.full], as: role).codes == ["FORBIDDEN"],
                    "\(role)"
                )
            }
        }
    }

    @Test(
        "Kind, name and document agree, and every fault is named at once",
        arguments: [
            (Self.full.with("kind", "ANONYMOUS"), ["ANONYMOUS_WITH_NAME", "ID_DOC_TYPE_MISMATCH"]),
            (["kind": "ANONYMOUS", "name": "陈志"], ["ANONYMOUS_WITH_NAME"]),
            (["kind": "ANONYMOUS", "idNumber": "11010519491231002X"], ["ID_DOC_TYPE_MISMATCH"]),
            (Self.full.with("idDocType", "USCC"), ["ID_DOC_TYPE_MISMATCH"]),
            (
                ["kind": "LEGAL_PERSON", "name": "某公司", "idDocType": "RESIDENT_ID", "idNumber": "11010519491231002X"],
                ["ID_DOC_TYPE_MISMATCH"]
            ),
            (
                ["kind": "OTHER_ORG", "name": "某中心", "idDocType": "PASSPORT", "idNumber": "E12345678"],
                ["ID_DOC_TYPE_MISMATCH"]
            ),
            (Self.full.without("name"), ["NAME_REQUIRED"]), (Self.full.with("name", " "), ["NAME_REQUIRED"]),
            (Self.full.with("name", "\u{200B}\u{200B}"), ["NAME_REQUIRED"]),
            (["kind": "LEGAL_PERSON", "idNumber": "91350100M000100Y44"], ["NAME_REQUIRED", "USCC_INVALID"]),
            (
                Self.full.with("mobile", "123").with("residenceRegion", "149999").with(
                    "residenceAddress",
                    "a\u{202E}b"
                ),
                ["MOBILE_INVALID", "REGION_CODE_UNKNOWN", "TEXT_CONTROL_CHARS"]
            ),
        ] as [(JSONValue, [String])]
    )
    func agreement(input: JSONValue, codes: [String]) async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let answer = await court.send(IdentityTests.create, ["input": input])
            #expect(answer.codes == codes, "\(answer)")
            let petitioners = try await IdentityTests.petitioners(court)
            #expect(petitioners == 0)
        }
    }

    @Test("A person whom the court knows is not entered again, from a letter, by hand or at once")
    func existing() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let letter = IdentityTests.letter(from: "淳于意", idNumber: "11010519491231002X")
            let registered = await court.send(IdentityTests.register, ["input": letter])
            let known = registered[path: "data.registerLetter.letter.registration.petitioners.0.petitioner.id"]
            let again = await court.send(
                IdentityTests.create,
                ["input": Self.full.with("idNumber", "11010519491231002x")]
            )
            #expect(again.codes == ["PETITIONER_EXISTS"], "\(again)")
            #expect(again[path: "errors.0.message"] == "信访人已在册")
            #expect(again[path: "errors.0.extensions.field"] == "input.idNumber")
            #expect(again[path: "errors.0.extensions.petitionerId"] == known)
            #expect(!"\(again)".contains("1949"))

            let passport: JSONValue = [
                "kind": "NATURAL_PERSON", "name": "Alice", "idDocType": "PASSPORT", "idNumber": "E1234 5678",
            ]
            let answers = await withTaskGroup(of: JSONValue.self) { group in
                for _ in 0..<8 { group.addTask { await court.send(IdentityTests.create, ["input": passport]) } }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(answers.filter { $0["errors"] == nil }.count == 1, "\(answers)")
            #expect(answers.filter { $0.codes == ["PETITIONER_EXISTS"] }.count == 7)
            let other = await court.send(IdentityTests.create, ["input": passport.with("idNumber", "Ｅ１２３４５６７８")])
            #expect(other.codes == ["PETITIONER_EXISTS"])
            let petitioners = try await IdentityTests.petitioners(court)
            #expect(petitioners == 2)
        }
    }

    @Test("Letters of one person that come at once make one petitioner")
    func concurrentLetters() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let letter = IdentityTests.letter(from: "陈志", idNumber: "11010519491231002X")
            let answers = await withTaskGroup(of: JSONValue.self) { group in
                for _ in 0..<6 { group.addTask { await court.send(IdentityTests.register, ["input": letter]) } }
                return await group.reduce(into: []) { $0.append($1) }
            }
            #expect(answers.allSatisfy { $0["errors"] == nil }, "\(answers)")
            let petitioners = try await IdentityTests.petitioners(court)
            #expect(petitioners == 1)
        }
    }

    @Test(
        "A dossier's title has no person's number",
        arguments: [
            "含身份证140302188901037685", "含身份证 140302 18890103 7685", "身份证１４０３０２１８８９０１０３７６８５", "证140302-18890103-7685",
            "号14030218890103768X",
            "号14030218890103768x 的案件", "旧证110105491231002", "电话15471693388", "电话 154 7169 3388", "联系154-7169-3388",
            "+86 15471693388",
            "电话０３５３-1234567", "电话(0353)1234567", "010-12345678", "身份证140302\u{200B}188901037685",
        ]
    )
    func titles(title: String) async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let answer = await Self.open(court, ["title": .string(title)])
            #expect(answer.codes == ["PII_IN_TEXT"], "\(answer)")
            #expect(answer[path: "errors.0.extensions.field"] == "input.title")
            #expect(!"\(answer)".contains("1889") && !"\(answer)".contains("7169"))
        }
    }

    @Test("A title may have a case number, a date, a year and an amount")
    func allowedTitles() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            for title in [
                "反映（2017）晋03民终1675号一案", "2018-06-29来信", "2018-06-29—2018-07-01", "反映2016年至2018年执行不力", "执行款13,800,000元",
                "（2009）阳民终字第123456号",
                "晋03信〔2018〕0060",
                "标的1380000000元",
            ] {
                let answer = await Self.open(court, ["title": .string(title)])
                #expect(answer["errors"] == nil, "\(title): \(answer)")
            }
        }
    }

    @Test("A dossier's texts and dates keep their rules, its cases differ, and a handler handles it")
    func dossierRules() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            let long = JSONValue.string(String(repeating: "长", count: 100_000))
            func link(_ number: String, _ more: JSONValue = [:]) -> JSONValue {
                guard case .object(let members) = more else { return .null }
                return .object([.init("caseNo", .string(number))] + members)
            }
            let one = "（2017）晋03民终1675号"
            let faults: [(JSONValue, [String], String)] = [
                (["noCaseReason": long], ["TEXT_TOO_LONG"], "input.noCaseReason"),
                (["noCaseReason": " "], ["TEXT_EMPTY"], "input.noCaseReason"),
                (["noCaseReason": "\u{200B}"], ["TEXT_EMPTY"], "input.noCaseReason"),
                (["noCaseReason": "a\u{0}"], ["TEXT_CONTROL_CHARS"], "input.noCaseReason"),
                (["caseLinks": [link(one, ["outcome": long])]], ["TEXT_TOO_LONG"], "input.caseLinks.0.outcome"),
                (["caseLinks": [link(one, ["outcome": "\u{0}"])]], ["TEXT_CONTROL_CHARS"], "input.caseLinks.0.outcome"),
                (
                    ["caseLinks": [link(one, ["effectiveOn": "2999-01-01"])]], ["DATE_IN_FUTURE"],
                    "input.caseLinks.0.effectiveOn"
                ),
                (
                    ["caseLinks": [link(one, ["effectiveOn": "0001-01-01"])]], ["DATE_ORDER"],
                    "input.caseLinks.0.effectiveOn"
                ),
                (
                    ["caseLinks": [link(one, ["effectiveOn": "2016-12-31"])]], ["DATE_ORDER"],
                    "input.caseLinks.0.effectiveOn"
                ),
                (
                    ["caseLinks": [link(one), link("(2017)晋０３民终 1675号")]], ["CASE_NO_DUPLICATE"],
                    "input.caseLinks.1.caseNo"
                ),
                (["caseLinks": [link(one), link(one + "之一")]], ["CASE_NO_DUPLICATE"], "input.caseLinks.1.caseNo"),
                (["handlerId": .string(try await court.staffID("晋03-06"))], ["GUARD_FAILED"], "input.handlerId"),
                (["handlerId": .string(try await court.staffID("晋03-03"))], ["GUARD_FAILED"], "input.handlerId"),
                (["handlerId": .string(try await court.staffID("晋0302-04"))], ["NOT_FOUND"], "input.handlerId"),
                (["claims": []], ["TEXT_EMPTY"], "input.claims"),
                (["claims": .array(Array(repeating: ["text": "诉求"], count: 51))], ["INPUT_INVALID"], "input.claims"),
            ]
            for (input, codes, field) in faults {
                let answer = await Self.open(court, input)
                #expect(answer.codes == codes, "\(field): \("\(answer)".prefix(600))")
                #expect(answer[path: "errors.0.extensions.field"] == .string(field))
            }
            let rows = try await court.database.query("SELECT id FROM dossiers.dossier")
            #expect(rows.isEmpty)
            let good = await Self.open(
                court,
                [
                    "caseLinks": [
                        link(one, ["effectiveOn": "2017-12-31", "outcome": " 维持 "]),
                        link("（2016）晋0302民初9号", ["outcome": " "]),
                    ]
                ]
            )
            #expect(
                good[path: "data.openDossier.dossier.caseLinks"] == [
                    ["caseNo": .string(one), "outcome": "维持"], ["caseNo": "（2016）晋0302民初9号", "outcome": nil],
                ],
                "\(good)"
            )
        }
    }

    static let full: JSONValue = [
        "kind": "NATURAL_PERSON", "name": "淳于意", "idDocType": "RESIDENT_ID", "idNumber": "11010519491231002X",
        "mobile": "15471693388",
        "residenceRegion": "140322", "residenceAddress": "阳泉市盂县商贸市场5号",
    ]

    /// Opens a dossier for a petitioner of the batch, with these members.
    private static func open(_ court: TestCourt, _ members: JSONValue) async -> JSONValue {
        let petitioner = await court.send(
            "{ letters(filter: { itemNo: 1 }) { nodes { registration { petitioners { petitioner { id } } } } } }"
        )[path: "data.letters.nodes.0.registration.petitioners.0.petitioner.id"]
        let handler = try? await court.staffID("晋03-04")
        var input: JSONValue = [
            "title": "反复反映执行问题", "ground": "REPEATED_MATTER", "petitionerIds": [petitioner],
            "claims": [["text": "督促执行"]],
            "handlerId": .string(handler ?? ""),
        ]
        if case .object(let given) = members {
            if !given.contains(where: { ["caseLinks", "noCaseReason"].contains($0.name) }) {
                input = input.with("noCaseReason", "尚未核实案号")
            }
            for member in given { input = input.with(member.name, member.value) }
        }
        return await court.send(
            """
            mutation($input: OpenDossierInput!) {
                openDossier(input: $input) { dossier { id title caseLinks { caseNo outcome } } }
            }
            """,
            ["input": input]
        )
    }
}
