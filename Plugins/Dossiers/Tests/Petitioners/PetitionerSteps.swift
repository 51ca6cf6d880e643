import DocketTesting
import GraphQLLanguage
import PluginKit
import Postgres

/// How petitioners are entered, and carried through what becomes of their entries.
enum PetitionerSteps {
    static let reason: JSONValue = "来访时出示证件原件予以更正"

    static let petitioners = WorkflowSteps(
        "Petitioner",
        made: { court in try await entered(court) },
        [
            "amendPetitioner": .init(
                ["name": "赵更名", "reason": reason],
                as: { _ in .dpo },
                breaking: ["rightsGranted": { desk in try await undecided(desk) }]
            ),
            "deletePersonalData": .init(
                breaking: [
                    "noOpenMatter": { desk in
                        _ = try await PetitionerIdentityTests.dossier(desk.court, [desk.id])
                        return try await deletion(desk)
                    }
                ]
            ) { desk in try await deletion(desk) },
            "addContact": .init(contact, breaking: ["contactsFew": { desk in try await crowd(desk) }]),
            "endContact": .init(breaking: endings("contactId", "contact", lastContact)) { desk in
                ["contactId": .string(try await lastContact(desk)), "validTo": "2018-06-29", "reason": "号码已停用"]
            },
            "addRepresentative": .init(lawyer, breaking: ["representativesFew": { desk in try await fiveJoint(desk) }]),
            "endRepresentative": .init(breaking: endings("representativeId", "representative", represented)) { desk in
                ["representativeId": .string(try await represented(desk)), "validTo": "2018-06-29", "reason": "解除委托"]
            },
            "demandIdCopy": .init(["procedure": "LEGAL_AID", "reason": "法律援助机构要求核验身份", "expiresOn": "2018-08-01"]),
            "mergePetitioners": .init(
                breaking: [
                    "intoAnother": { desk in into(desk.id) },
                    "intoSameKind": { desk in into(try await entered(desk.court, kind: "OTHER_ORG")) },
                    "numbersAgree": { desk in try await otherNumber(desk) },
                    "noneMergedInto": { desk in try await mergedInto(desk) },
                ]
            ) { desk in into(try await entered(desk.court)) },
            "unmergePetitioners": .init(
                ["reason": "核对笔迹后认定不是同一人"],
                breaking: [
                    "undoable": { desk in
                        _ = try await desk.court.query(
                            "UPDATE dossiers.petitioner SET merged_on = '2018-05-29' WHERE id = \(Int64(desk.id))"
                        )
                        return ["reason": "核对笔迹后认定不是同一人"]
                    }
                ]
            ),
        ]
    )

    static let contact: JSONValue = [
        "kind": "MOBILE", "value": "15471690002", "validFrom": "2018-06-01", "source": "来访",
    ]

    static let lawyer: JSONValue = ["kind": "LAWYER", "name": "钱某律", "validFrom": "2018-06-01"]

    static func into(_ id: String) -> JSONValue { ["intoId": .string(id), "reason": "同一人两次登记，核对身份后合并"] }

    /// A petitioner with a mobile number.
    static func entered(
        _ court: TestCourt,
        name: String = "赵测",
        kind: String = "NATURAL_PERSON",
        _ more: [JSONValue.Member] = []
    ) async throws -> String {
        let answer = try await enter(court, name: name, kind: kind, more)
        guard let id = answer[path: "data.createPetitioner.petitioner.id"].text else { throw TestFault("\(answer)") }
        return id
    }

    static func enter(
        _ court: TestCourt,
        name: String,
        kind: String = "NATURAL_PERSON",
        _ more: [JSONValue.Member] = []
    ) async throws -> JSONValue {
        let mobile = "1547169\(String(UInt16.random(in: 1_000...9_999)))"
        let members: [JSONValue.Member] = [
            .init("kind", .string(kind)), .init("name", .string(name)), .init("mobile", .string(mobile)),
        ]
        let given = members.filter { member in !more.contains { $0.name == member.name } } + more
        return try await court.run("createPetitioner", .object(given), selecting: "petitioner { id }")
    }

    /// An amendment for a request that nobody has decided.
    private static func undecided(_ desk: Desk) async throws -> JSONValue {
        let request = try await RightsSteps.filed(desk.court, desk.id, kind: "CORRECT")
        return ["name": "赵更名", "reason": reason, "rightsRequestId": .string(request)]
    }

    /// For a request that was granted.
    private static func deletion(_ desk: Desk) async throws -> JSONValue {
        let rows = try await desk.court.query(
            """
            INSERT INTO dossiers.rights_request (court_code, request_no, petitioner_id, kind, via, filed_on, details, identity_check,
                due_on, assignee_id, state, decision, reasons, decided_on, decided_by_id)
            SELECT '晋03', gen_random_uuid()::text, \(Int64(desk.id)), 'DELETE', 'VISIT', '2018-06-29', '删除', 'DOCUMENT_SEEN',
                '2018-07-16', min(id), 'DECIDED', 'GRANTED', '同意', '2018-06-29', min(id) FROM core.staff
            RETURNING id::text AS id
            """
        )
        let request = try rows.first?.decode("id", as: String.self) ?? ""
        return ["rightsRequestId": .string(request), "fields": ["CONTACTS"], "reason": "本人申请，处理目的已实现"]
    }

    private static func lastContact(_ desk: Desk) async throws -> String {
        let rows = try await desk.court.query(
            "SELECT max(id)::text AS id FROM dossiers.contact_point WHERE petitioner_id = \(Int64(desk.id))"
        )
        return try rows.first?.decode("id", as: String.self) ?? ""
    }

    private static func represented(_ desk: Desk) async throws -> String {
        let rows = try await desk.court.query(
            """
            INSERT INTO dossiers.representative (petitioner_id, court_code, kind, name_masked, valid_from)
            VALUES (\(Int64(desk.id)), '晋03', 'AGENT', '钱*', '2018-06-01') RETURNING id::text AS id
            """
        )
        return try rows.first?.decode("id", as: String.self) ?? ""
    }

    /// One that is not there, and a day before it began.
    private static func endings(
        _ key: String,
        _ name: String,
        _ find: @escaping @Sendable (Desk) async throws -> String
    ) -> [String: @Sendable (Desk) async throws -> JSONValue] {
        [
            "\(name)Current": { _ in
                .object([.init(key, "999999"), .init("validTo", "2018-06-29"), .init("reason", "已经停用")])
            },
            "\(name)EndsLater": { desk in
                .object([
                    .init(key, .string(try await find(desk))), .init("validTo", "2018-01-01"), .init("reason", "已经停用"),
                ])
            },
        ]
    }

    private static func crowd(_ desk: Desk) async throws -> JSONValue {
        _ = try await desk.court.query(
            """
            INSERT INTO dossiers.contact_point (petitioner_id, court_code, kind, value_masked, value_cipher, value_hash, is_primary,
                valid_from, source)
            SELECT \(Int64(desk.id)), '晋03', 'POSTAL', '****', '\\x00', '\\x00', false, '2018-06-01', '来访' FROM generate_series(1, 20)
            """
        )
        return contact
    }

    private static func fiveJoint(_ desk: Desk) async throws -> JSONValue {
        _ = try await desk.court.query(
            """
            INSERT INTO dossiers.representative (petitioner_id, court_code, kind, name_masked, valid_from)
            SELECT \(Int64(desk.id)), '晋03', 'JOINT_REP', '钱*', '2018-06-01' FROM generate_series(1, 5)
            """
        )
        return ["kind": "JOINT_REP", "name": "钱某", "validFrom": "2018-06-01"]
    }

    private static func otherNumber(_ desk: Desk) async throws -> JSONValue {
        let other = try await entered(desk.court)
        for (id, hash) in [(desk.id, Int32(1)), (other, 2)] {
            _ = try await desk.court.query(
                """
                UPDATE dossiers.petitioner SET id_doc_type = 'RESIDENT_ID', id_number_cipher = '\\x00',
                    id_number_hash = decode(md5((\(hash))::text || \(desk.id)), 'hex')
                WHERE id = \(Int64(id))
                """
            )
        }
        return into(other)
    }

    private static func mergedInto(_ desk: Desk) async throws -> JSONValue {
        let other = try Desk(desk.court, "Petitioner", id: try await entered(desk.court))
        try await other.must("mergePetitioners", into(desk.id), as: .divisionHead)
        return into(try await entered(desk.court))
    }
}
