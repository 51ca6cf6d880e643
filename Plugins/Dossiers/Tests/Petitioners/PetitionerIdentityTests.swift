import CourtCore
import DocketTesting
import DossiersPlugin
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

@Suite("Who is the same petitioner")
struct PetitionerIdentityTests {
    static let number: JSONValue.Member = .init("idNumber", "11010519491231002X")

    @Test("is told by number and name: a number under another name is the caller's to decide")
    func nameDiffers() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let known = try await PetitionerSteps.entered(court, name: "古丽米热·艾比布力", [Self.number])
            for spelling in ["古丽米热•艾比布力", "古丽米热．艾比布力", "古丽米热˙艾比布力", " 古丽米热 ∘ 艾比布力"] {
                let same = try await PetitionerSteps.enter(court, name: spelling, [Self.number])
                #expect(same.codes == ["PETITIONER_EXISTS"], "\(spelling): \(same)")
            }
            let other = try await PetitionerSteps.enter(court, name: "古丽", [Self.number])
            #expect(other.codes == ["PETITIONER_NAME_DIFFERS"], "\(other)")
            #expect(other[path: "errors.0.extensions.field"] == "input.idNumber")
            #expect(other[path: "errors.0.extensions.petitionerId"] == .string(known))
            #expect(!"\(other)".contains("艾比布力"))

            func same(_ petitioner: String, _ reason: JSONValue = "户口簿载明曾用此名，本人到场确认") -> [JSONValue.Member] {
                let said: JSONValue = ["petitionerId": .string(petitioner), "kind": "FORMER_NAME", "reason": reason]
                return [Self.number, .init("sameAs", said)]
            }
            let unreasoned = try await PetitionerSteps.enter(court, name: "古丽", same(known, " "))
            #expect(unreasoned.codes == ["TEXT_EMPTY"])
            let stranger = try await PetitionerSteps.entered(court, name: "钱测")
            let wrong = try await PetitionerSteps.enter(court, name: "古丽", same(stranger))
            #expect(wrong.codes == ["NOT_FOUND"])
            let tied = try await PetitionerSteps.enter(court, name: "古丽", same(known))
            #expect(tied[path: "data.createPetitioner.petitioner.id"] == .string(known), "\(tied)")
            let again = try await PetitionerSteps.enter(court, name: "古丽", [Self.number])
            #expect(again.codes == ["PETITIONER_EXISTS"], "the alias is theirs")
        }
    }

    @Test("is told of documents by letters and digits, of whatever width and with whatever dashes")
    func documents() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            func passport(_ number: String) -> [JSONValue.Member] {
                [.init("idDocType", "PASSPORT"), .init("idNumber", .string(number))]
            }
            _ = try await PetitionerSteps.entered(court, name: "Alice Li", passport("E12345678"))
            for written in ["e1234 5678", "Ｅ１２３４５６７８", "E-1234-5678", "E1234—5678"] {
                let same = try await PetitionerSteps.enter(court, name: "alice li", passport(written))
                #expect(same.codes == ["PETITIONER_EXISTS"], "\(written): \(same)")
            }
        }
    }

    @Test("is looked up exactly, for a purpose, logged and capped; who is hidden and who is absent look alike")
    func match() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let known = try await PetitionerSteps.entered(
                court,
                name: "赵测",
                [Self.number, .init("mobile", "15471690001")]
            )
            let byNumber = try await Self.match(court, [Self.number])
            #expect(
                byNumber[path: "data.petitionerMatch.petitioner"] == [
                    "id": .string(known), "nameMasked": "赵*", "registrations": ["nodes": []], "dossiers": [],
                ],
                "\(byNumber)"
            )
            let contact: [JSONValue.Member] = [.init("name", "赵测"), .init("mobile", "154 7169 0001")]
            #expect(try await Self.match(court, contact)[path: "data.petitionerMatch.petitioner.id"] == .string(known))
            let nobody: JSONValue = ["data": ["petitionerMatch": ["petitioner": nil, "sealedPetitioner": nil]]]
            #expect(try await Self.match(court, [Self.number, .init("name", "钱测")]) == nobody)
            #expect(try await Self.match(court, [.init("name", "钱测"), .init("mobile", "15471690001")]) == nobody)
            // A handler without a matter of theirs, and a sealed one.
            #expect(try await Self.match(court, [Self.number], as: .handler) == nobody)
            _ = try await court.query("UPDATE dossiers.petitioner SET sealed = true")
            #expect(try await Self.match(court, [Self.number]) == nobody)
            let inspector = try await Self.match(court, [Self.number], purpose: "INSPECTION", as: .inspector)
            #expect(inspector[path: "data.petitionerMatch.sealedPetitioner.id"] == .string(known))
            #expect(try await Self.match(court, [.init("name", "赵测")]).codes == ["TEXT_EMPTY"])
            #expect(try await Self.match(court, [Self.number], purpose: "INSPECTION").codes == ["PURPOSE_NOT_ALLOWED"])
            let above = try await court.token(staff: "晋-06")
            #expect(try await Self.match(court, [Self.number], bearing: above) == nobody)

            let log = try await court.query(
                "SELECT object_id, fields, purpose FROM core.access_log WHERE object_type = 'PetitionerMatch' ORDER BY id"
            )
            try #require(log.count == 8)
            let audited = try await court.query(
                "SELECT purpose FROM host.audit_event WHERE action = 'petitioner.matched'"
            )
            #expect(audited.count == 8)
            #expect(try log[0].decode("object_id", as: Int64.self) == Int64(known))
            #expect(try log[1].decode("fields", as: [String].self) == ["NAME", "MOBILE"])
            #expect(try log[2].decode("object_id", as: Int64.self) == 0)
            // A court's own limit comes first. No look-up takes from the day's reveals.
            _ = try await court.query(
                "INSERT INTO dossiers.limit_rule VALUES ('petitioner.matches', '晋03', 5, 'PER_DAY', '本院规定', true)"
            )
            #expect(try await Self.match(court, [Self.number]).codes == ["RATE_LIMITED"])
            let revealed = try await Reveal.answer(court, known, ["NAME"], "INSPECTION", as: .inspector)
            #expect(revealed.codes == [])
        }
    }

    @Test("is decided by a division head: matters move, nothing is lost, and it is undone within thirty days")
    func merge() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let kept = try await PetitionerSteps.entered(court, name: "赵测", [.init("mobile", "15471690001")])
            let merged = try await PetitionerSteps.entered(court, name: "赵侧", [Self.number])
            let dossier = try await Self.dossier(court, [kept, merged])
            let other = try await Self.dossier(court, [merged])
            let desk = try Desk(court, "Petitioner", id: merged)
            let unlike = try await desk.run("mergePetitioners", PetitionerSteps.into("999999"), as: .divisionHead)
            #expect(unlike.codes == ["NOT_FOUND"])
            try await desk.must("mergePetitioners", PetitionerSteps.into(kept), as: .divisionHead)
            let keeper = try Desk(court, "Petitioner", id: kept)
            let read = try await keeper.read("dossiers { dossier { id } } mergedFrom { id }")
            #expect(read[path: "dossiers"].items.count == 2)
            #expect(read[path: "mergedFrom"] == [["id": .string(merged)]])
            #expect(try await desk.read("dossiers { dossier { id } } mergedInto { id }")[path: "dossiers"] == [])
            // Whoever is looked for by the other's number is the one who is kept.
            let found = try await Self.match(court, [Self.number])
            #expect(found[path: "data.petitionerMatch.petitioner.id"] == .string(kept), "\(found)")
            let known = try await PetitionerSteps.enter(court, name: "赵侧", [Self.number])
            #expect(known[path: "errors.0.extensions.petitionerId"] == .string(kept))
            // The merged one is not named any more.
            let named = try await Self.open(court, [merged])
            #expect(!named.codes.isEmpty)
            #expect(try await Self.petitioners(of: dossier, court) == [kept])

            try await desk.must("unmergePetitioners", ["reason": "核对笔迹后认定不是同一人"], as: .divisionHead)
            #expect(try await Self.petitioners(of: dossier, court) == [kept, merged])
            #expect(try await Self.petitioners(of: other, court) == [merged])
            let history = try await desk.read("merges { reason undoReason mergedOn undoneOn }", as: .divisionHead)
            #expect(history[path: "merges.0.undoneOn"] == "2018-06-29")
        }
    }

    @Test("is a doubt where nobody could be asked, settled by a merge or dismissed with a reason")
    func conflicts() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let known = try await PetitionerSteps.entered(court, name: "赵测", [Self.number])
            var conflicts: [Desk] = []
            for name in ["赵侧", "钱测"] {
                let other = try await PetitionerSteps.entered(court, name: name)
                let row = try await court.query(
                    """
                    INSERT INTO dossiers.identity_conflict (court_code, sealed, petitioner_id, other_id)
                    VALUES ('晋03', false, \(Int64(other)), \(Int64(known))) RETURNING id::text AS id
                    """
                ).first
                conflicts.append(try Desk(court, "IdentityConflict", id: try row?.decode("id") ?? ""))
            }
            let list =
                "{ identityConflicts(filter: { state: [OPEN] }) { totalCount nodes { petitionerId otherId } } }"
            #expect(await court.send(list)[path: "data.identityConflicts.totalCount"] == 2)
            #expect(await court.send(list, as: .handler).codes == ["FORBIDDEN"])
            let twin = try await conflicts[0].read("petitionerId")["petitionerId"]?.text ?? ""
            let desk = try Desk(court, "Petitioner", id: twin)
            #expect(try await conflicts[0].read("availableActions")["availableActions"] == ["dismissIdentityConflict"])
            try await desk.must("mergePetitioners", PetitionerSteps.into(known), as: .divisionHead)
            #expect(try await conflicts[0].state == "MERGED")
            try await desk.must("unmergePetitioners", ["reason": "核对笔迹后认定不是同一人"], as: .divisionHead)
            #expect(try await conflicts[0].state == "OPEN")
            try await conflicts[1].must("dismissIdentityConflict", ["reason": "证件号码录入有误，并非同一人"], as: .clerk)
            #expect(try await conflicts[1].state == "DISMISSED")
            let events = try await court.query(
                "SELECT action FROM host.audit_event WHERE object_type = 'IdentityConflict' ORDER BY id"
            )
            #expect(
                try events.map { try $0.decode("action", as: String.self) } == [
                    "identityConflict.merged", "identityConflict.reopened", "identityConflict.dismissed",
                ]
            )
            let again = try await conflicts[1].run(
                "dismissIdentityConflict",
                ["reason": "证件号码录入有误，并非同一人"],
                as: .clerk
            )
            #expect(again.codes == ["ILLEGAL_TRANSITION"])
        }
    }

    // MARK: - What is sent

    static func match(
        _ court: TestCourt,
        _ members: [JSONValue.Member],
        purpose: String = "HANDLE_MATTER",
        as role: Role = .clerk
    ) async throws -> JSONValue {
        try await match(court, members, purpose: purpose, bearing: court.tokens[role])
    }

    static func match(
        _ court: TestCourt,
        _ members: [JSONValue.Member],
        purpose: String = "HANDLE_MATTER",
        bearing token: String?
    ) async throws -> JSONValue {
        let said: [JSONValue.Member] = [
            .init("purpose", .string(purpose)), .init("reason", "来访人到场登记，核对是否在册"),
        ]
        return try await court.run(
            "petitionerMatch",
            .object(members + said),
            selecting: """
                petitioner { id nameMasked registrations { nodes { registration { id } } } dossiers { dossier { id } } }
                sealedPetitioner { id }
                """,
            bearing: token
        )
    }

    static func open(_ court: TestCourt, _ petitioners: [String]) async throws -> JSONValue {
        try await court.run(
            "openDossier",
            [
                "title": "反复反映执行问题", "ground": "REPEATED_MATTER", "noCaseReason": "尚未核实案号",
                "petitionerIds": .array(petitioners.map { .string($0) }), "claims": [["text": "督促执行"]],
                "handlerId": .string(try await court.staffID(of: .handler)),
            ],
            selecting: "dossier { id }"
        )
    }

    static func dossier(_ court: TestCourt, _ petitioners: [String]) async throws -> String {
        let answer = try await open(court, petitioners)
        guard let id = answer[path: "data.openDossier.dossier.id"].text else { throw TestFault("\(answer)") }
        return id
    }

    static func petitioners(of dossier: String, _ court: TestCourt) async throws -> [String] {
        let answer = await court.send(
            "query($id: ID!) { dossier(id: $id) { petitioners { petitioner { id } } } }",
            ["id": .string(dossier)]
        )
        return answer[path: "data.dossier.petitioners"].items.compactMap { $0[path: "petitioner.id"].text }
    }
}
