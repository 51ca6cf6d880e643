import CourtCore
import CourtFormats
import DocketTesting
import FieldEncryption
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

@Suite("Who and what is the same")
struct IdentityTests {
    @Test(
        "A sender is one person, however the name is written",
        arguments: [
            ["古丽米热·艾比布力", "古丽米热\u{2022}艾比布力", "古丽米热\u{FF0E}艾比布力", "古丽米热.艾比布力", "古丽米热\u{30FB}艾比布力"],
            ["王测", "王　测", "王\u{200B}测", "王测\u{FE00}", "王\u{E0101}测"], ["Alice Li", "Ａlice  LI", "alice li"],
            ["某某公司（阳泉）", "某某公司(阳泉)", "某某公司【阳泉】"],
        ]
    )
    func oneSender(spellings: [String]) async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            for (position, name) in spellings.enumerated() {
                let answer = await court.send(Self.register, ["input": Self.letter(from: name)])
                #expect(answer["errors"] == nil, "\(name): \(answer)")
                let registration = answer[path: "data.registerLetter.letter.registration"]
                #expect(registration["isFirst"] == .boolean(position == 0), "\(name)")
            }
            let petitioners = try await Self.petitioners(court)
            #expect(petitioners == 1)
            let entered = await court.send(Self.create, ["input": Self.person(spellings[0])])
            #expect(entered.codes == ["PETITIONER_EXISTS"], "\(entered)")
            let petitionersThen = try await Self.petitioners(court)
            #expect(petitionersThen == 1)
        }
    }

    @Test("Different names with one telephone number stay different persons")
    func differentSenders() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            for name in ["王测", "王侧", "王测测"] {
                let answer = await court.send(Self.register, ["input": Self.letter(from: name)])
                #expect(answer[path: "data.registerLetter.letter.registration.isFirst"] == true, "\(answer)")
            }
            let petitioners = try await Self.petitioners(court)
            #expect(petitioners == 3)
        }
    }

    @Test("A name is kept as it was written, and matched by the hash of its one form or by the one of before")
    func nameHashes() throws {
        let keys = try KeyRing.generate()
        let data = PersonalData(keys: keys)
        let written = try data.seal(name: "王　测")
        let plain = try data.seal(name: "王测")
        #expect(written.hash == plain.hash)
        #expect(try data.open(written.cipher, as: .name) == "王　测")
        #expect(written.formerHash == (try keys.matchHash("王　测", context: "name")))
        #expect(plain.formerHash == nil)
        #expect(try data.seal(documentNumber: "ｅ 1234 5678").hash == data.seal(documentNumber: "E12345678").hash)
    }

    @Test("An imported ID number of fifteen digits is the same person's; entry asks for eighteen")
    func fifteenDigits() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let name = DemoFiles.value("petitioner_name", line: 2)
            _ = await court.send(Self.register, ["input": Self.letter(from: name, idNumber: "11010519491231002X")])
            let csv = DemoFiles.batch(
                DemoFiles.lines.prefix(2).joined(separator: "\n") + "\n",
                changingLine: 2,
                column: "id_number",
                to: "110105491231002"
            )
            let imported = await BatchDesk(court: court).run(BatchDesk.input(csv: csv, declared: 1))
            #expect(imported[path: "data.importTransferBatch.created"] == 1, "\(imported)")
            let petitioners = try await Self.petitioners(court)
            #expect(petitioners == 1)
            let entered = await court.send(
                Self.register,
                ["input": Self.letter(from: "陈志", idNumber: "110105491231002")]
            )
            #expect(entered.codes == ["ID_NUMBER_LENGTH"])
        }
    }

    @Test("A number under another name is asked about in a letter, and noted for a clerk where a batch has it")
    func nameDiffers() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let number = DemoFiles.value("id_number", line: 2)
            let known = await court.send(Self.register, ["input": Self.letter(from: "朱志", idNumber: number)])
            let petitioner = known[path: "data.registerLetter.letter.registration.petitioners.0.petitioner.id"]
            let other = Self.letter(from: "朱智", idNumber: number)
            let asked = await court.send(Self.register, ["input": other])
            #expect(asked.codes == ["PETITIONER_NAME_DIFFERS"], "\(asked)")
            #expect(asked[path: "errors.0.extensions.field"] == "input.senders.0.idNumber")
            #expect(asked[path: "errors.0.extensions.petitionerId"] == petitioner)
            #expect(!"\(asked)".contains("朱志"))
            let same: JSONValue = ["petitionerId": petitioner, "reason": "本人到场确认信上署的是别名"]
            let sender = other[path: "senders.0"].with("sameAs", same)
            let tied = await court.send(Self.register, ["input": other.with("senders", [sender])])
            #expect(
                tied[path: "data.registerLetter.letter.registration.petitioners.0.petitioner.id"] == petitioner,
                "\(tied)"
            )
            let aliased = await court.send(Self.register, ["input": other])
            #expect(aliased["errors"] == nil, "\(aliased)")
            // The sealed compartment knows nobody with this number.
            let accusation = await court.send(Self.register, ["input": other.with("matterClass", "ACCUSATION")])
            #expect(accusation["errors"] == nil, "\(accusation)")

            let csv = DemoFiles.lines.prefix(2).joined(separator: "\n") + "\n"
            for declared in ["复测〔2018〕1号", "复测〔2018〕2号"] {
                let imported = await BatchDesk(court: court).run(
                    BatchDesk.input(csv: csv, declared: 1, batchNo: declared)
                )
                #expect(imported[path: "data.importTransferBatch.created"] == 1, "\(imported)")
            }
            let conflicts = await court.send("{ identityConflicts { nodes { state petitionerId otherId } } }")
            let nodes = conflicts[path: "data.identityConflicts.nodes"].items
            #expect(nodes.count == 1, "\(conflicts)")
            #expect(nodes.first?["otherId"] == petitioner)
            let apart = try await court.database.query(
                "SELECT FROM dossiers.petitioner WHERE id_number_hash IS NULL AND NOT sealed"
            )
            #expect(apart.count == 1)
        }
    }

    @Test("Sealing a letter ties its sender to nobody whom the sealed matters know under another name")
    func sealedApart() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let number = "11010519491231002X"
            let accuser = Self.letter(from: "朱志", idNumber: number).with("matterClass", "ACCUSATION")
            for letter in [accuser, Self.letter(from: "朱智", idNumber: number)] {
                let answer = await court.send(Self.register, ["input": letter])
                #expect(answer["errors"] == nil, "\(answer)")
            }
            // The open letter is found to accuse; then another of the same sender.
            for _ in 1...2 {
                let row = try await court.database.query(
                    """
                    SELECT seal FROM (SELECT max(id) AS id FROM dossiers.registration WHERE NOT sealed) r,
                        LATERAL (SELECT dossiers.seal_registration(r.id, true, '{}')::text AS seal) s
                    """
                )
                #expect(row.count == 1)
                let sealed = try await court.database.query(
                    """
                    SELECT p.id, p.id_number_hash IS NOT NULL AS has_number FROM dossiers.petitioner p
                    WHERE p.sealed AND EXISTS (SELECT FROM dossiers.registration_petitioner rp WHERE rp.petitioner_id = p.id) ORDER BY p.id
                    """
                )
                #expect(try sealed.map { try $0.decode("has_number", as: Bool.self) } == [true, false])
                let doubts = try await court.database.query("SELECT sealed FROM dossiers.identity_conflict")
                #expect(try doubts.map { try $0.decode("sealed", as: Bool.self) } == [true])
                let next = await court.send(Self.register, ["input": Self.letter(from: "朱智", idNumber: number)])
                #expect(next["errors"] == nil, "\(next)")
            }
            let told = await court.send("{ identityConflicts { totalCount } }")
            #expect(told[path: "data.identityConflicts.totalCount"] == 0, "\(told)")
        }
    }

    @Test("A person who asks is told of their letters, and to whom these were disclosed")
    func rights() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let letter = await court.send(
                Self.register,
                ["input": Self.letter(from: "朱志", idNumber: "11010519491231002X")]
            )
            let id = letter[path: "data.registerLetter.letter.id"].text ?? ""
            let petitioner = letter[path: "data.registerLetter.letter.registration.petitioners.0.petitioner.id"]
            _ = try await court.database.query(
                """
                WITH told AS (
                    INSERT INTO core.organization (kind, name, region_code) VALUES ('PETITION_BUREAU', '阳泉市信访局', '140300') RETURNING id
                )
                INSERT INTO core.disclosure (request_id, token_id, court_code, recipient_id, purpose, legal_basis, fields, object_type,
                    object_id, approver_id, recorder_id)
                SELECT 'test', 1, '晋03', id, 'HANDLE_MATTER', '《信访工作条例》', ARRAY['subject'], 'Letter', \(Int64(id)), 1, 2 FROM told
                """
            )
            let filed = try await court.run(
                "fileRightsRequest",
                [
                    "kind": "ACCESS", "petitionerId": petitioner, "via": "VISIT", "filedOn": "2018-06-29",
                    "details": "请求查阅",
                    "identityCheck": "DOCUMENT_SEEN",
                ],
                selecting: "rightsRequest { id }",
                as: .dpo
            )
            let key = filed[path: "data.fileRightsRequest.rightsRequest.id"].text ?? ""
            let desk = try Desk(court, "RightsRequest", id: key)
            try await desk.must("compileRightsRecords", as: .dpo)
            let read = try await desk.read(
                "records { nodes { kind objectType objectNo fields recipient { name } } }",
                as: .dpo
            )
            let records = read[path: "records.nodes"].items.filter { $0["objectType"] == "Letter" }
            #expect(
                records == [
                    [
                        "kind": "HELD", "objectType": "Letter", "objectNo": "晋03信〔2018〕0001",
                        "fields": ["name", "idNumber", "mobile"], "recipient": nil,
                    ],
                    [
                        "kind": "DISCLOSURE", "objectType": "Letter", "objectNo": "晋03信〔2018〕0001",
                        "fields": ["subject"],
                        "recipient": ["name": "阳泉市信访局"],
                    ],
                ],
                "\(read)"
            )
        }
    }

    @Test("Numbers are found whatever brackets, widths and spaces they are asked for with")
    func numbers() async throws {
        try await TestCourt.with(.batch, plugins: Installed.all) { court in
            for number in ["晋高法信转(2018)3号", "晋高法信转（２０１８）３号", " 晋高法信转 【2018】 3号", "晋高法信转[2018]3号"] {
                let found = await court.send(
                    """
                    query($no: String!) {
                        transferBatch(batchNo: $no) { batchNo }
                        batchReconciliation(batchNo: $no) { declared }
                        letters(filter: { batchNo: $no }) { totalCount }
                        other: letters(filter: { not: { batchNo: $no } }) { totalCount }
                    }
                    """,
                    ["no": .string(number)]
                )
                #expect(
                    found["data"] == [
                        "transferBatch": ["batchNo": "晋高法信转〔2018〕3号"], "batchReconciliation": ["declared": 60],
                        "letters": ["totalCount": 50], "other": ["totalCount": 0],
                    ],
                    "\(number): \(found)"
                )
                let again = await BatchDesk(court: court).run(BatchDesk.input(batchNo: number))
                #expect(again[path: "data.importTransferBatch.alreadyImported"] == true, "\(number): \(again)")
            }
            for number in ["晋03信(2018)0001", "晋03信【2018】0001", "晋０３信（２０１８）０００１"] {
                let letter = await court.send(
                    "query($no: String!) { letterByNo(letterNo: $no) { letterNo registration { regNo } } }",
                    ["no": .string(number)]
                )
                #expect(letter[path: "data.letterByNo.letterNo"] == "晋03信〔2018〕0001", "\(number): \(letter)")
                let filtered = await court.send(
                    "query($no: String) { letters(filter: { or: [{ letterNo: $no }] }) { totalCount } }",
                    ["no": .string(number)]
                )
                #expect(filtered[path: "data.letters.totalCount"] == 1)
            }
            let registration = await court.send(
                #"{ registrationByNo(regNo: "晋03访登(2018)0001") { regNo } letterByNo(letterNo: "晋03信(2018)9999") { id } }"#
            )
            #expect(registration["data"] == ["registrationByNo": ["regNo": "晋03访登〔2018〕0001"], "letterByNo": nil])
        }
    }

    @Test("Two spellings of a batch number are one batch, and an incoming document's number is found in any")
    func writtenNumbers() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            let desk = BatchDesk(court: court)
            let first = await desk.run(BatchDesk.input(batchNo: "复测(2018)1号"))
            #expect(first[path: "data.importTransferBatch.batch.batchNo"] == "复测〔2018〕1号", "\(first)")
            let second = await desk.run(BatchDesk.input(batchNo: "复测〔2018〕 1号"))
            #expect(second[path: "data.importTransferBatch.alreadyImported"] == true)
            let rows = try await court.database.query("SELECT id FROM letters.transfer_batch")
            #expect(rows.count == 1)

            var input = Self.letter(from: "陈志")
            input = input.with("externalRef", "阳委政法〔2018〕 7 号")
            let letter = await court.send(Self.register, ["input": input])
            #expect(letter["errors"] == nil, "\(letter)")
            let found = await court.send(
                #"{ letters(filter: { externalRef: "阳委政法（2018）7号" }) { nodes { externalRef } } }"#
            )
            #expect(found[path: "data.letters.nodes.0.externalRef"] == "阳委政法〔2018〕7号")
        }
    }

    @Test("The database folds a number as Swift does")
    func foldingAgrees() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            // Every character of the basic plane that either could change, and samples beyond it.
            let ranges: [ClosedRange<UInt32>] = [
                0x01...0x2FF, 0x0340...0x0360, 0x0600...0x0620, 0x1100...0x11FF, 0x1680...0x1690, 0x17B0...0x17C0,
                0x1800...0x1820,
                0x2000...0x206F, 0x2190...0x2260, 0x2768...0x2775, 0x27E0...0x2800, 0x2980...0x29A0, 0x3000...0x3040,
                0x3160...0x3170,
                0xFE00...0xFE70, 0xFEFE...0xFF10, 0xFF10...0xFFA1, 0xFFE0...0xFFFD, 0x1BCA0...0x1BCA4,
                0x1D158...0x1D17B,
                0xE0000...0xE0200, 0xE0FF0...0xE1000,
            ]
            let scalars = ranges.flatMap { $0.compactMap(Unicode.Scalar.init) }
            let texts = scalars.map { "a\($0)1" }
            let rows = try await court.database.query(
                "SELECT core.folded_number(t) AS folded FROM unnest(\(texts)) WITH ORDINALITY u(t, n) ORDER BY n"
            )
            #expect(rows.count == texts.count)
            for (row, text) in zip(rows, texts) {
                let folded = try row.decode("folded", as: String.self)
                #expect(
                    Array(folded.utf8) == Array(text.foldedNumber.utf8),
                    "U+\(String(text.unicodeScalars.dropFirst().first?.value ?? 0, radix: 16))"
                )
            }
        }
    }

    @Test("A region that the standard never had is refused, one that is retired is not")
    func regions() async throws {
        try await TestCourt.with(plugins: Installed.all) { court in
            func register(_ region: String) async -> [String] {
                let sender: JSONValue = ["name": "陈志", "mobile": "15471693388", "regionCode": .string(region)]
                return await court.send(Self.register, ["input": Self.letter(from: "陈志").with("senders", [sender])])
                    .codes
            }
            #expect(await register("149999") == ["REGION_CODE_UNKNOWN"])
            #expect(await register("140399") == ["REGION_CODE_UNKNOWN"])
            #expect(await register("110103") == [])
            #expect(await register("140302") == [])
        }
    }

    // MARK: - What is sent

    static let register = """
        mutation($input: RegisterLetterInput!) {
            registerLetter(input: $input) { letter { id registration { isFirst petitioners { petitioner { id } } } } }
        }
        """
    static let create =
        "mutation($input: CreatePetitionerInput!) { createPetitioner(input: $input) { petitioner { id kind nameMasked idDocType idNumberMasked idVerified residenceRegion residenceAddressMasked contacts { kind valueMasked primary source } } } }"

    static func letter(from name: String, idNumber: String? = nil) -> JSONValue {
        var sender: [JSONValue.Member] = [.init("name", .string(name)), .init("mobile", "15471693388")]
        if let idNumber { sender.append(.init("idNumber", .string(idNumber))) }
        return [
            "source": "ORDINARY", "receivedOn": "2018-06-01", "matterClass": "APPEAL_CLAIM", "category": "ENFORCEMENT",
            "subject": "反映执行问题", "abstract": "请求督促执行。", "senders": [.object(sender)],
        ]
    }

    static func person(_ name: String) -> JSONValue {
        ["kind": "NATURAL_PERSON", "name": .string(name), "mobile": "15471693388"]
    }

    static func petitioners(_ court: TestCourt) async throws -> Int {
        try await court.database.query("SELECT id FROM dossiers.petitioner").count
    }
}

extension JSONValue {
    /// An object with one member set.
    func with(_ name: String, _ value: JSONValue) -> JSONValue {
        guard case .object(let members) = self else { return self }
        return .object(members.filter { $0.name != name } + [Member(name, value)])
    }

    /// An object without a member.
    func without(_ name: String) -> JSONValue {
        guard case .object(let members) = self else { return self }
        return .object(members.filter { $0.name != name })
    }
}
