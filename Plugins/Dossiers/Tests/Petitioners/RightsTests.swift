import DocketTesting
import DossiersPlugin
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

@Suite("Rights requests")
struct RightsTests {
    @Test("live as their table says: each row allowed, and refused by state, role and guard")
    func lives() async throws {
        let faults = try await WorkflowTrial([Dossiers.plugin()], RightsSteps.requests).faults()
        #expect(faults == [])
    }

    @Test("answer what is kept of a person, their matters, who was told what and who looked, without a value")
    func access() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let id = try await PetitionerSteps.entered(court, name: "赵测")
            let twin = try await PetitionerSteps.entered(court, name: "赵侧", [PetitionerIdentityTests.number])
            _ = try await Reveal.run(court, twin, ["ID_NUMBER"])
            try await Desk(court, "Petitioner", id: twin).must(
                "mergePetitioners",
                PetitionerSteps.into(id),
                as: .divisionHead
            )
            let dossier = try await PetitionerIdentityTests.dossier(court, [id])
            let organization = try await RightsSteps.disclose(court, dossier: dossier)
            _ = try await PetitionerIdentityTests.match(court, [PetitionerIdentityTests.number])
            let desk = try Desk(court, "RightsRequest", id: try await RightsSteps.filed(court, id, kind: "ACCESS"))
            try await desk.must("compileRightsRecords", as: .dpo)
            let read = try await desk.read(
                "requestNo dueOn compiledOn records { nodes { kind objectType objectNo fields purpose recipient { id } } }",
                as: .inspector
            )
            #expect(read[path: "requestNo"] == "晋03权〔2018〕0001")
            #expect(read[path: "dueOn"] == "2018-07-16", "the fifteenth day is a Saturday: \(read)")
            let records = read[path: "records.nodes"].items
            #expect(records.map { $0["kind"]?.text } == ["HELD", "HELD", "MATTER", "DISCLOSURE", "ACCESS"])
            try #require(records.count == 5)
            #expect(records[0]["fields"] == ["name", "contacts"])
            #expect(records[1]["fields"] == ["name", "idNumber", "contacts"])
            #expect(records[2]["objectNo"] == "晋03档〔2018〕0001")
            #expect(records[3][path: "recipient.id"] == .string(organization))
            #expect(records[3]["fields"] == ["name", "claims"])
            #expect(records[4]["fields"] == ["ID_NUMBER"])
            #expect(records[4]["purpose"] == "NOTIFY_PETITIONER")
            #expect(!"\(read)".contains("赵"))
            for role in [Role.clerk, .handler, .divisionHead, .president] {
                let list = await court.send("{ rightsRequests { totalCount } }", as: role)
                #expect(list.codes == ["FORBIDDEN"], "\(role)")
            }
            let below = try await court.token(staff: "晋0302-13")
            let elsewhere = await court.send(
                "{ rightsRequests { totalCount } rightsRequest(id: \"\(desk.id)\") { id } }",
                bearing: below
            )
            #expect(elsewhere["data"] == ["rightsRequests": ["totalCount": 0], "rightsRequest": nil])
        }
    }

    @Test("are carried out by an amendment that names them, and no other")
    func corrected() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let id = try await PetitionerSteps.entered(court)
            let petitioner = try Desk(court, "Petitioner", id: id)
            let desk = try Desk(court, "RightsRequest", id: try await RightsSteps.filed(court, id, kind: "CORRECT"))
            let amendment: JSONValue = [
                "residenceRegion": "140302", "reason": PetitionerSteps.reason, "rightsRequestId": .string(desk.id),
            ]
            #expect(try await petitioner.run("amendPetitioner", amendment, as: .dpo).codes == ["GUARD_FAILED"])
            let offered = try await desk.read("availableActions", as: .dpo)
            #expect(
                offered["availableActions"] == ["compileRightsRecords", "decideRightsRequest", "withdrawRightsRequest"]
            )
            #expect(try await desk.read("availableActions", as: .inspector)["availableActions"] == [])
            try await desk.must("decideRightsRequest", RightsSteps.granted, as: .dpo)
            let early = try await desk.run("executeRightsRequest", RightsSteps.note, as: .dpo)
            #expect(early[path: "errors.0.extensions.unmet.0.name"] == "changed")
            #expect(try await petitioner.run("amendPetitioner", amendment, as: .clerk).codes == ["NOT_FOUND"])
            try await petitioner.must("amendPetitioner", amendment, as: .dpo)
            #expect(try await desk.must("executeRightsRequest", RightsSteps.note, as: .dpo) == "EXECUTED")
            let read = try await desk.read("revisions { field } history { action }", as: .dpo)
            #expect(read[path: "revisions"] == [["field": "residenceRegion"]])
            #expect(read[path: "history"].items.count == 3)
        }
    }

    @Test("delete what the law lets while no matter is open, and leave an explanation")
    func deleted() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let id = try await PetitionerSteps.entered(court, name: "赵测", [PetitionerIdentityTests.number])
            let petitioner = try Desk(court, "Petitioner", id: id)
            try await petitioner.must("addRepresentative", PetitionerSteps.lawyer, as: .clerk)
            try await petitioner.must(
                "amendPetitioner",
                ["residenceAddress": "阳泉市城区北大街1号", "name": "赵更名", "reason": PetitionerSteps.reason],
                as: .clerk
            )
            let dossier = try await PetitionerIdentityTests.dossier(court, [id])
            let desk = try Desk(court, "RightsRequest", id: try await RightsSteps.filed(court, id, kind: "DELETE"))
            try await desk.must("decideRightsRequest", RightsSteps.granted, as: .dpo)
            let deletion: JSONValue = [
                "rightsRequestId": .string(desk.id), "reason": "本人申请，处理目的已实现",
                "fields": [
                    "ID_NUMBER", "RESIDENCE", "HOUSEHOLD", "CONTACTS", "REPRESENTATIVES", "SERVICE_NEEDS", "ALIASES",
                    "FORMER_VALUES", "ID_COPIES",
                ],
            ]
            let open = try await petitioner.run("deletePersonalData", deletion, as: .dpo)
            #expect(open[path: "errors.0.extensions.unmet.0.name"] == "noOpenMatter", "\(open)")
            _ = try await court.query(
                "UPDATE dossiers.dossier SET status = 'CLOSED', open_approved_by = handler_id WHERE id = \(Int64(dossier))"
            )
            try await petitioner.must("deletePersonalData", deletion, as: .dpo)
            let read = try await petitioner.read(
                "nameMasked idDocType idNumberMasked residenceAddressMasked contacts { id } representatives { nameMasked }"
            )
            #expect(
                read == [
                    "nameMasked": "赵**", "idDocType": nil, "idNumberMasked": nil, "residenceAddressMasked": nil,
                    "contacts": [], "representatives": [["nameMasked": "****"]],
                ]
            )
            let left = try await Reveal.run(
                court,
                id,
                ["ID_NUMBER", "MOBILE", "REPRESENTATIVES", "FORMER_VALUES"],
                as: .dpo
            )
            #expect(left["idNumber"] == .null)
            #expect(left["representatives"] == [])
            #expect(left["formerValues"] == [])
            let lines = try await petitioner.read("revisions { kind reason }", as: .dpo)[path: "revisions"].items
            #expect(lines.filter { $0["kind"] == "DELETED" }.count == 9)
            #expect(try await desk.must("executeRightsRequest", RightsSteps.note, as: .dpo) == "EXECUTED")
        }
    }

    @Test("restrict to the matters themselves: no export has the person any more")
    func restricted() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let id = try await PetitionerSteps.entered(court)
            let dossier = try await ExportTests.active(court, id)
            let desk = try Desk(court, "RightsRequest", id: try await RightsSteps.filed(court, id, kind: "RESTRICT"))
            try await desk.must("decideRightsRequest", RightsSteps.granted, as: .dpo)
            try await desk.must("executeRightsRequest", RightsSteps.note, as: .dpo)
            #expect(try await Desk(court, "Petitioner", id: id).read("restrictedOn") == ["restrictedOn": "2018-06-29"])
            let members: [JSONValue.Member] = [.init("dossierIds", [.string(dossier)])]
            let export = try Desk(court, "ExportRequest", id: try await ExportTests.requested(court, members))
            try await export.must("approveExport", as: .dpo)
            #expect(try await ExportTests.download(export)[path: "data.downloadExport.rows"] == [])
        }
    }

    @Test("remind on their last day while they are undecided, and name a relative of the dead")
    func reminded() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let id = try await PetitionerSteps.entered(court)
            let unnamed: JSONValue = ["relation": "CHILD", "name": " "]
            #expect(
                try await RightsSteps.file(court, id, kind: "ACCESS", [.init("relative", unnamed)]).codes == [
                    "TEXT_EMPTY"
                ]
            )
            let relative: [JSONValue.Member] = [.init("relative", ["relation": "CHILD", "name": "赵子"])]
            let filed = try await RightsSteps.filed(court, id, kind: "ACCESS", relative)
            let desk = try Desk(court, "RightsRequest", id: filed)
            court.moveClock(to: "2018-07-16")
            try await court.runDue()
            let read = try await desk.read("relation relativeNameMasked remindedOn state", as: .dpo)
            #expect(
                read == [
                    "relation": "CHILD", "relativeNameMasked": "赵*", "remindedOn": "2018-07-16", "state": "RECEIVED",
                ]
            )
            let refusal = try await desk.run(
                "decideRightsRequest",
                ["decision": "REFUSED", "reasons": "所请内容依法应当保密"],
                as: .dpo
            )
            #expect(refusal.codes == ["TEXT_EMPTY"])
            _ = try await court.query("UPDATE dossiers.petitioner SET sealed = true")
            #expect(try await RightsSteps.file(court, id, kind: "ACCESS").codes == ["NOT_FOUND"])
            _ = try await court.query("DELETE FROM core.deadline_rule WHERE key = 'rights.response'")
            let other = try await PetitionerSteps.entered(court, name: "钱测")
            #expect(try await RightsSteps.file(court, other, kind: "ACCESS").codes == ["DEADLINE_RULE_MISSING"])
        }
    }
}
