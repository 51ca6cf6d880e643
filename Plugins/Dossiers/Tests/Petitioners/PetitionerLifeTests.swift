import DocketTesting
import DossiersPlugin
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

@Suite("Petitioners")
struct PetitionerLifeTests {
    @Test("live as their table says: each row allowed, and refused by state, role and guard")
    func lives() async throws {
        // It keeps people out of what they name, and not from the row: see "are carried out by an amendment that names them".
        let unreached: Set = ["relation rightsOfficer", "relation rightsOfficer of amendPetitioner"]
        let trial = WorkflowTrial([Dossiers.plugin()], PetitionerSteps.petitioners, unreached: unreached)
        let faults = try await trial.faults()
        #expect(faults == [])
    }

    @Test("are amended with a line for each field, the former value kept for the person's own request")
    func amended() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let id = try await PetitionerSteps.entered(court, name: "赵测")
            let desk = try Desk(court, "Petitioner", id: id)
            try await desk.must(
                "amendPetitioner",
                [
                    "name": "赵更名", "keepsFormerName": true, "idNumber": "11010519491231002X", "documentSeen": true,
                    "householdRegion": "140302", "householdAddress": "阳泉市城区北大街1号", "serviceNeeds": ["LARGE_PRINT"],
                    "reason": PetitionerSteps.reason,
                ],
                as: .clerk
            )
            let fields = """
                nameMasked idDocType idNumberMasked idVerified householdRegion householdAddressMasked serviceNeeds
                aliases { kind nameMasked }
                """
            #expect(
                try await desk.read(fields) == [
                    "nameMasked": "赵**", "idDocType": "RESIDENT_ID", "idNumberMasked": "11**************2X",
                    "idVerified": "DOCUMENT_SEEN", "householdRegion": "140302",
                    "householdAddressMasked": "阳泉市城区****", "serviceNeeds": ["LARGE_PRINT"],
                    "aliases": [["kind": "FORMER_NAME", "nameMasked": "赵*"]],
                ]
            )
            let history = try await desk.read("revisions { kind field } history { action changedFields }", as: .dpo)
            let changed = history[path: "revisions"].items.compactMap { $0["field"]?.text }
            #expect(changed == ["name", "idNumber", "householdRegion", "householdAddress", "serviceNeeds"])
            #expect(!"\(history)".contains("赵测"))
            #expect(history[path: "history.0.action"] == "petitioner.created")
            let former = try await Reveal.run(court, id, ["FORMER_VALUES", "NAME", "HOUSEHOLD_ADDRESS"], as: .dpo)
            #expect(former["name"] == "赵更名")
            #expect(former["householdAddress"] == "阳泉市城区北大街1号")
            #expect(former[path: "formerValues.0"] == ["field": "name", "value": "赵测"])
            let refused = try await Reveal.answer(court, id, ["FORMER_VALUES"], "NOTIFY_PETITIONER", as: .clerk)
            #expect(refused.codes == ["PURPOSE_NOT_ALLOWED"])
        }
    }

    @Test("are not given another's number, nor a number of another form, nor amended with nothing")
    func refusedAmendments() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let number: JSONValue.Member = .init("idNumber", "11010519491231002X")
            let known = try await PetitionerSteps.entered(court, name: "钱测", [number])
            let desk = try Desk(court, "Petitioner", id: try await PetitionerSteps.entered(court))
            func amend(_ input: [JSONValue.Member]) async throws -> JSONValue {
                let reason: JSONValue.Member = .init("reason", PetitionerSteps.reason)
                return try await desk.run("amendPetitioner", .object(input + [reason]), as: .clerk)
            }
            let taken = try await amend([number])
            #expect(taken.codes == ["PETITIONER_EXISTS"])
            #expect(taken[path: "errors.0.extensions.petitionerId"] == .string(known))
            #expect(try await amend([]).codes == ["INPUT_INVALID"])
            #expect(try await amend([.init("idNumber", "110105194912310021")]).codes == ["ID_NUMBER_CHECKSUM"])
            #expect(try await amend([.init("idDocType", "PASSPORT")]).codes == ["INPUT_INVALID"])
            #expect(try await amend([.init("documentSeen", true)]).codes == ["GUARD_FAILED"])
            let mismatch = try await amend([.init("idDocType", "USCC"), .init("idNumber", "91350100M000100Y43")])
            #expect(mismatch.codes == ["ID_DOC_TYPE_MISMATCH"])
            let unnamed = try await court.run("createPetitioner", ["kind": "ANONYMOUS"], selecting: "petitioner { id }")
            let anonymous = try Desk(
                court,
                "Petitioner",
                id: unnamed[path: "data.createPetitioner.petitioner.id"].text ?? ""
            )
            let named = try await anonymous.run(
                "amendPetitioner",
                ["name": "赵测", "reason": PetitionerSteps.reason],
                as: .clerk
            )
            #expect(named.codes == ["ANONYMOUS_WITH_NAME"])
        }
    }

    @Test("have contacts of four forms, which end and stay on record")
    func contacts() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let id = try await PetitionerSteps.entered(court, [.init("mobile", "15471690001")])
            let desk = try Desk(court, "Petitioner", id: id)
            func contact(_ kind: String, _ value: String) -> JSONValue {
                [
                    "kind": .string(kind), "value": .string(value), "primary": true, "validFrom": "2018-06-01",
                    "source": "来访",
                ]
            }
            for (kind, value, code) in [
                ("MOBILE", "12345", "MOBILE_INVALID"), ("LANDLINE", "12345", "LANDLINE_INVALID"),
                ("EMAIL", "a@b", "EMAIL_INVALID"), ("POSTAL", " ", "TEXT_EMPTY"),
            ] {
                let refused = try await desk.run("addContact", contact(kind, value), as: .clerk)
                #expect(refused.codes == [code], "\(refused)")
            }
            for (kind, value) in [
                ("MOBILE", "15471690002"), ("LANDLINE", "0353-2024512"), ("EMAIL", "A@example.cn"),
                ("POSTAL", "阳泉市城区北大街1号"),
            ] {
                try await desk.must("addContact", contact(kind, value), as: .clerk)
            }
            let twice = try await desk.run("addContact", contact("EMAIL", "a@EXAMPLE.cn"), as: .clerk)
            #expect(twice[path: "errors.0.extensions.unmet.0.name"] == "contactNew")
            let masked = try await desk.read("contacts { id kind valueMasked primary validTo }")
            #expect(
                masked[path: "contacts"].items.map { $0["valueMasked"] ?? .null } == [
                    "154****0001", "154****0002", "0353-****512", "A***@example.cn", "阳泉市城区****",
                ]
            )
            #expect(masked[path: "contacts.0.primary"] == false)
            let shown = try await Reveal.run(court, id, ["MOBILE", "LANDLINE", "EMAIL", "POSTAL_ADDRESS"])
            #expect(shown["mobile"] == "15471690002")
            #expect(shown["landline"] == "0353-2024512")
            #expect(shown["email"] == "A@example.cn")
            #expect(shown["postalAddress"] == "阳泉市城区北大街1号")
            let ended: JSONValue = [
                "contactId": masked[path: "contacts.1.id"], "validTo": "2018-06-29", "reason": "号码已停用",
            ]
            try await desk.must("endContact", ended, as: .clerk)
            #expect(try await Reveal.run(court, id, ["MOBILE"])["mobile"] == "15471690001")
            let after = try await desk.read("contacts { validTo endReason }")
            #expect(after[path: "contacts.1"] == ["validTo": "2018-06-29", "endReason": "号码已停用"])
        }
    }

    @Test(
        "are there for nobody else: another court, a handler of other matters, the accused; nor sealed ones for a clerk"
    )
    func hidden() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let desk = try Desk(court, "Petitioner", id: try await PetitionerSteps.entered(court))
            let below = try await court.token(staff: "晋0302-06")
            let above = try await court.token(staff: "晋-06")
            let handler = try #require(court.tokens[.handler])
            for token in [below, above, handler] {
                #expect(try await desk.run("addContact", PetitionerSteps.contact, bearing: token).codes != [])
                let reveal = try await Reveal.answer(court, desk.id, ["NAME"], "NOTIFY_PETITIONER", bearing: token)
                #expect(reveal.codes == ["NOT_FOUND"])
            }
            #expect(try await desk.run("addContact", PetitionerSteps.contact, bearing: below).codes == ["NOT_FOUND"])
            #expect(try await desk.run("addContact", PetitionerSteps.contact, bearing: handler).codes == ["NOT_FOUND"])
            let clerk = try await court.staffID(of: .clerk)
            _ = try await court.query("UPDATE dossiers.petitioner SET accused_staff_ids = ARRAY[\(Int64(clerk))]")
            #expect(try await desk.run("addContact", PetitionerSteps.contact, as: .clerk).codes == ["NOT_FOUND"])
            _ = try await court.query("UPDATE dossiers.petitioner SET accused_staff_ids = '{}', sealed = true")
            #expect(try await desk.run("addContact", PetitionerSteps.contact, as: .clerk).codes == ["NOT_FOUND"])
            let intoSealed = try Desk(court, "Petitioner", id: try await PetitionerSteps.entered(court))
            let merged = try await intoSealed.run("mergePetitioners", PetitionerSteps.into(desk.id), as: .divisionHead)
            #expect(merged.codes == ["NOT_FOUND"])
            // A number that only a sealed matter knows is a stranger's.
            let number = PetitionerIdentityTests.number
            _ = try await PetitionerSteps.entered(court, name: "赵测", [number])
            _ = try await court.query("UPDATE dossiers.petitioner SET sealed = true")
            #expect(try await PetitionerSteps.enter(court, name: "钱测", [number]).codes == [])
        }
    }

    @Test("have representatives, whose names are masked and revealed with a reason")
    func representatives() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let id = try await PetitionerSteps.entered(court)
            let desk = try Desk(court, "Petitioner", id: id)
            let early: JSONValue = [
                "kind": "AGENT", "name": "钱某", "validFrom": "2018-06-01", "validTo": "2018-05-01",
            ]
            #expect(try await desk.run("addRepresentative", early, as: .clerk).codes == ["DATE_ORDER"])
            let unknown: JSONValue = [
                "kind": "AGENT", "name": "钱某", "validFrom": "2018-06-01", "authorityMaterialId": "999",
            ]
            #expect(try await desk.run("addRepresentative", unknown, as: .clerk).codes == ["NOT_FOUND"])
            try await desk.must("addRepresentative", PetitionerSteps.lawyer, as: .clerk)
            let read = try await desk.read("representatives { kind nameMasked validFrom validTo }")
            #expect(
                read[path: "representatives.0"] == [
                    "kind": "LAWYER", "nameMasked": "钱**", "validFrom": "2018-06-01", "validTo": nil,
                ]
            )
            let offered = try await desk.read("availableActions")
            #expect(
                offered["availableActions"] == [
                    "amendPetitioner", "addContact", "endContact", "addRepresentative", "endRepresentative",
                    "demandIdCopy",
                ]
            )
            let head = try await desk.read("availableActions", as: .divisionHead)
            #expect(head["availableActions"] == ["mergePetitioners"])
            let shown = try await Reveal.run(court, id, ["REPRESENTATIVES"])
            #expect(shown[path: "representatives.0.name"] == "钱某律")
            #expect(shown["name"] == .null)
        }
    }

    @Test("have a copy of an identity document only while a procedure demands one")
    func idCopies() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let desk = try Desk(court, "Petitioner", id: try await PetitionerSteps.entered(court))
            func announce(_ kind: String) async throws -> JSONValue {
                try await court.run(
                    "createMaterial",
                    [
                        "objectType": "Petitioner", "objectId": .string(desk.id), "kind": .string(kind),
                        "title": "身份证复印件",
                    ],
                    selecting: "material { id }"
                )
            }
            #expect(try await announce("ID_COPY").codes == ["GUARD_FAILED"])
            #expect(try await announce("EVIDENCE").codes == ["VALUE_NOT_ALLOWED"])
            try await desk.must(
                "demandIdCopy",
                ["procedure": "LEGAL_AID", "reason": "法律援助机构要求核验身份", "expiresOn": "2018-07-02"],
                as: .clerk
            )
            let announced = try await announce("ID_COPY")
            #expect(announced.codes == [], "\(announced)")
            // As if it had been uploaded.
            _ = try await court.query(
                """
                UPDATE core.material SET state = 'STORED', expires_at = NULL, media_type = 'application/pdf', size = 1,
                    sha256 = repeat('0', 64), scan = 'CLEAN', manifest_cipher = '\\x00', uploaded_at = now()
                """
            )
            court.moveClock(to: "2018-07-02")
            try await court.runDue()
            #expect(try await desk.read("materials { state }")[path: "materials.0.state"] == "STORED")
            court.moveClock(to: "2018-07-03")
            try await court.runDue()
            #expect(try await desk.read("materials { state }")[path: "materials.0.state"] == "DESTROYED")
            #expect(try await announce("ID_COPY").codes == ["GUARD_FAILED"])
        }
    }
}

/// Clear values as whoever may ask for them.
enum Reveal {
    static func run(_ court: TestCourt, _ id: String, _ fields: JSONValue, as role: Role = .clerk) async throws
        -> JSONValue
    {
        let purpose = role == .dpo ? "RIGHTS_REQUEST" : "NOTIFY_PETITIONER"
        let answer = try await answer(court, id, fields, purpose, as: role)
        guard answer["errors"] == nil else { throw TestFault("\(answer)") }
        return answer[path: "data.revealPetitioner"]
    }

    static func answer(
        _ court: TestCourt,
        _ id: String,
        _ fields: JSONValue,
        _ purpose: String,
        as role: Role
    ) async throws -> JSONValue {
        try await answer(court, id, fields, purpose, bearing: court.tokens[role])
    }

    static func answer(
        _ court: TestCourt,
        _ id: String,
        _ fields: JSONValue,
        _ purpose: String,
        bearing token: String?
    ) async throws -> JSONValue {
        try await court.run(
            "revealPetitioner",
            ["petitionerId": .string(id), "fields": fields, "purpose": .string(purpose), "reason": "核对来信人身份以便书面答复"],
            selecting: """
                name idNumber mobile residenceAddress householdAddress landline email postalAddress
                representatives { name mobile } formerValues { field value }
                """,
            bearing: token
        )
    }
}
