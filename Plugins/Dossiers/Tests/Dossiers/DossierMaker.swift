import DocketTesting
import GraphQLLanguage
import PluginKit
import Postgres

/// Dossiers as tests need them.
enum DossierMaker {
    static let closing: JSONValue = ["closeReason": "RESOLVED", "reason": "信访人签署息诉罢访承诺"]

    static func decision(_ seq: Int) -> JSONValue {
        [
            "seq": .integer(seq), "outcome": "EXPLAINED", "reason": "已当面释法说理",
            "legalBasis": "《信访工作条例》第三十一条",
        ]
    }

    /// A petitioner of the court.
    static func petitioner(_ court: TestCourt, _ name: String = "赵测试") async throws -> String {
        let answer = try await court.run(
            "createPetitioner",
            ["kind": "NATURAL_PERSON", "name": .string(name)],
            selecting: "petitioner { id }"
        )
        return try text(answer, "data.createPetitioner.petitioner.id")
    }

    /// What a draft says; `changes` take the place of its members, null leaves one out.
    static func input(_ court: TestCourt, _ changes: [JSONValue.Member] = []) async throws -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("title", "反复反映执行问题"), .init("ground", "REPEATED_MATTER"), .init("category", "ENFORCEMENT"),
            .init("claims", [["text": "督促执行"], ["text": "说明迟延原因"]]),
            .init("caseLinks", [["caseNo": "（2017）晋0302民初1号", "relation": "FIRST_INSTANCE"]]),
            .init("handlerId", .string(try await court.staffID(of: .handler))),
        ]
        if !changes.contains(where: { $0.name == "petitionerIds" }) {
            members.append(.init("petitionerIds", [.string(try await petitioner(court))]))
        }
        for change in changes {
            members.removeAll { $0.name == change.name }
            if change.value != .null { members.append(change) }
        }
        return .object(members)
    }

    static func open(
        _ court: TestCourt,
        _ changes: [JSONValue.Member] = [],
        as role: Role = .clerk
    ) async throws -> JSONValue {
        try await court.run("openDossier", try await input(court, changes), selecting: "dossier { id }", as: role)
    }

    /// A draft's key.
    static func drafted(_ court: TestCourt, _ changes: [JSONValue.Member] = []) async throws -> String {
        try text(try await open(court, changes), "data.openDossier.dossier.id")
    }

    /// A draft of an accusation, by an inspector.
    static func accusation(_ court: TestCourt, _ changes: [JSONValue.Member] = []) async throws -> Desk {
        let sealed: [JSONValue.Member] = [.init("matterClass", "ACCUSATION"), .init("handlerId", .null)]
        let answer = try await open(court, sealed + changes, as: .inspector)
        return try Desk(court, "Dossier", id: try text(answer, "data.openDossier.dossier.id"))
    }

    static func active(_ court: TestCourt, _ changes: [JSONValue.Member] = []) async throws -> Desk {
        let desk = try Desk(court, "Dossier", id: try await drafted(court, changes))
        try await desk.must("approveDossier", ["reviewDueOn": "2019-06-29"], as: .divisionHead)
        return desk
    }

    /// A stored document of a dossier, with its bytes in the database.
    static func material(_ desk: Desk, pages: Int32 = 2) async throws -> String {
        let rows = try await desk.court.query(
            """
            INSERT INTO core.material (object_type, object_id, court_code, kind, title, pages, state, expires_at)
            VALUES ('Dossier', \(Int64(desk.id)), '晋03', 'PETITION_LETTER', '信访材料', \(pages), 'RECEIVING', now())
            RETURNING id
            """
        )
        guard let id = try rows.first?.decode("id", as: Int64.self) else { throw TestFault("no material") }
        _ = try await desk.court.query("INSERT INTO core.material_chunk VALUES (\(id), 0, '\\x00')")
        _ = try await desk.court.query(
            """
            UPDATE core.material SET state = 'STORED', expires_at = NULL, media_type = 'application/pdf', size = 1,
                sha256 = repeat('0', 64), scan = 'CLEAN', manifest_cipher = '\\x00', uploaded_at = now()
            WHERE id = \(id)
            """
        )
        return String(id)
    }

    static func volume(_ desk: Desk) async throws -> JSONValue {
        ["kind": "MAIN", "materialIds": [.string(try await material(desk))]]
    }

    static func text(_ answer: JSONValue, _ path: String) throws -> String {
        guard let text = answer[path: path].text else { throw TestFault("\(answer)") }
        return text
    }
}
