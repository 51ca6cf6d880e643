import DocketTesting
import DossiersPlugin
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

@Suite("Dossiers end")
struct DossierArchiveTests {
    @Test("in bound volumes, kept to the end of a year, by the class they are archived with")
    func archive() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            for (retention, until) in [
                ("PERMANENT", JSONValue.null), ("LONG_60Y", "2078-12-31"), ("SHORT_30Y", "2048-12-31"),
            ] {
                let desk = try await Desk.carried(court, to: "CLOSED", by: DossierSteps.steps)
                let input: JSONValue = ["retentionClass": .string(retention)]
                let early = try await desk.run("archiveDossier", input, as: .archivist)
                #expect(early[path: "errors.0.extensions.unmet.0.name"] == "mainVolumeBound")
                let materials = [
                    try await DossierMaker.material(desk), try await DossierMaker.material(desk, pages: 3),
                ]
                try await desk.must(
                    "bindDossierVolume",
                    ["kind": "MAIN", "materialIds": .array(materials.reversed().map { .string($0) })],
                    as: .clerk
                )
                try await desk.must("archiveDossier", input, as: .archivist)
                let read = try await desk.read(
                    """
                    status archivedOn retentionClass retentionUntil completeness
                    volumes { kind no title pageCount boundOn items { position pageFrom pageTo } }
                    """
                )
                #expect(read["status"] == "ARCHIVED")
                #expect(read["retentionUntil"] == until)
                #expect(read["completeness"] == 1)
                #expect(
                    read["volumes"] == [
                        [
                            "kind": "MAIN", "no": 1, "title": "正卷", "pageCount": 5, "boundOn": "2018-06-29",
                            "items": [
                                ["position": 1, "pageFrom": 1, "pageTo": 3],
                                ["position": 2, "pageFrom": 4, "pageTo": 5],
                            ],
                        ]
                    ]
                )
            }
        }
    }

    @Test("take no document of another dossier, and none once they are archived")
    func foreign() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let desk = try await Desk.carried(court, to: "CLOSED", by: DossierSteps.steps)
            let other = try await DossierMaker.active(court)
            let foreign = try await DossierMaker.material(other)
            let answer = try await desk.run(
                "bindDossierVolume",
                ["kind": "SUB", "materialIds": [.string(foreign)]],
                as: .clerk
            )
            #expect(answer.codes == ["NOT_FOUND"])
            #expect(try await desk.read("volumes { id }")["volumes"] == [])
            let document: JSONValue = ["objectType": "Dossier", "kind": "EVIDENCE", "title": "证据", "pages": 1]
            #expect(try await Self.announce(court, document, desk).codes == [])
            try await desk.must("bindDossierVolume", try await DossierMaker.volume(desk), as: .clerk)
            try await desk.must("archiveDossier", ["retentionClass": "LONG_60Y"], as: .archivist)
            #expect(try await Self.announce(court, document, desk).codes == ["ILLEGAL_TRANSITION"])
        }
    }

    @Test("destroyed by two signatures after their time: what they say is gone, and their row tells that they were")
    func destruction() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let desk = try await Desk.carried(court, to: "ARCHIVED", by: DossierSteps.steps)
            let number = try await desk.read("dossierNo")["dossierNo"]
            let appraisal: JSONValue = ["appraisal": "经鉴定已无保存价值，可以销毁"]
            court.moveClock(to: "2048-12-31")
            let early = try await desk.run("requestDestruction", appraisal, as: .archivist)
            #expect(early[path: "errors.0.extensions.unmet.0.name"] == "retentionOver")
            court.moveClock(to: "2049-01-01")
            try await desk.must("requestDestruction", appraisal, as: .archivist)
            #expect(try await desk.run("confirmDestruction", as: .archivist).codes == ["FORBIDDEN"])
            let same = try await court.token(staff: "晋03-11", roles: [.vicePresident])
            let alone = try await desk.run("confirmDestruction", bearing: same)
            #expect(alone[path: "errors.0.extensions.unmet.0.name"] == "otherSigner")
            #expect(try await desk.must("confirmDestruction", as: .vicePresident) == "DESTROYED")
            let read = try await desk.read(
                """
                dossierNo title matterClass openedOn closedOn noCaseReason petitioners { petitioner { id } }
                claims { text reason legalBasis } caseLinks { outcome } decisions { reason } materials { state }
                destruction { appraisal requestedBy { no } requestedOn confirmedBy { no } confirmedOn } availableActions
                """
            )
            #expect(read["dossierNo"] == number)
            #expect(read["title"] == "已销毁")
            #expect(read["openedOn"] == "2018-06-29")
            #expect(read["petitioners"] == [])
            #expect(read[path: "claims"].items.allSatisfy { $0 == ["text": "", "reason": .null, "legalBasis": .null] })
            #expect(read[path: "decisions"].items.allSatisfy { $0 == ["reason": ""] })
            #expect(read["materials"] == [["state": "DESTROYED"]])
            #expect(
                read["destruction"] == [
                    "appraisal": "经鉴定已无保存价值，可以销毁", "requestedBy": ["no": "晋03-11"], "requestedOn": "2049-01-01",
                    "confirmedBy": ["no": "晋03-02"], "confirmedOn": "2049-01-01",
                ]
            )
            #expect(read["availableActions"] == [])
            for table in ["dossiers.dossier_text", "core.material_chunk"] {
                let rows = try await court.query("SELECT count(*) AS rows FROM \(raw: table)")
                #expect(try rows[0].decode("rows", as: Int64.self) == 0, "\(table)")
            }
        }
    }

    @Test("with what was said beside them, and nothing of any other")
    func contents() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let desk = try await DossierMaker.active(court)
            let other = try await DossierMaker.active(court)
            for key in [desk.id, other.id] {
                let answer = try await court.run(
                    "recordExplanation",
                    ["kind": "LAW", "heldOn": "2018-06-29", "content": "说明执行监督的条件和程序。", "dossierId": .string(key)],
                    selecting: "explanation { id }",
                    as: .divisionHead
                )
                #expect(answer.codes == [], "\(answer)")
            }
            try await desk.carry(to: "DESTROYED", by: DossierSteps.steps)
            _ = try await court.query("SELECT dossiers.blank_destroyed(\(Int64(other.id)))")
            let rows = try await court.query("SELECT dossier_id, content FROM dossiers.explanation ORDER BY id")
            let contents = try rows.map { try $0.decode("content", as: String.self) }
            #expect(contents == ["", "说明执行监督的条件和程序。"])
        }
    }

    @Test("kept where a vice-president does not agree, until they are asked again")
    func refused() async throws {
        try await TestCourt.with([Dossiers.plugin()]) { court in
            let desk = try await Desk.carried(court, to: "ARCHIVED", by: DossierSteps.steps)
            let appraisal: JSONValue = ["appraisal": "经鉴定已无保存价值，可以销毁"]
            court.moveClock(to: "2049-01-01")
            try await desk.must("requestDestruction", appraisal, as: .archivist)
            try await desk.must("refuseDestruction", ["reason": "仍有查阅价值，继续保管"], as: .vicePresident)
            let unasked = try await desk.run("confirmDestruction", as: .vicePresident)
            #expect(unasked[path: "errors.0.extensions.unmet.0.name"] == "destructionRequested")
            #expect(try await desk.read("destruction { appraisal }")["destruction"] == .null)
            try await desk.must("requestDestruction", appraisal, as: .archivist)
        }
    }

    private static func announce(_ court: TestCourt, _ document: JSONValue, _ desk: Desk) async throws -> JSONValue {
        guard case .object(let members) = document else { return .null }
        let input = JSONValue.object(members + [.init("objectId", .string(desk.id))])
        return try await court.run("createMaterial", input, selecting: "expiresAt")
    }
}
