import CourtCore
import CourtFormats
import PluginKit
import Postgres

extension PetitionerLife {
    /// 要求提交身份证件复印件: for a procedure, until a day, after which copies are destroyed.
    static let demandIdCopy = PetitionerAct("petitioner.idCopyDemanded") { (input: DemandIdCopyInput, change) in
        let row = try await change.context.transaction.queryOne(
            """
            INSERT INTO dossiers.id_copy_demand (petitioner_id, court_code, procedure, reason, expires_on, demanded_by)
            VALUES (\(change.before.id), \(change.before.courtCode), \(input.procedure.rawValue), \(input.reason), \(input.expiresOn),
                \(try change.staff))
            RETURNING id
            """
        )
        change.touch("idCopyDemands")
        guard let demand = try row?.decode("id", as: Int64.self) else { return }
        let day = input.expiresOn.adding(days: 1)
        change.context.schedule(.idCopyExpires, for: demand, court: change.before.courtCode, on: day)
    }
}

/// Copies of identity documents (身份证件复印件): taken only while a procedure demands one, and destroyed afterwards.
enum IdCopies {
    static let owner = MaterialOwner(
        type: "Petitioner",
        attach: "dossiers.contacts",
        read: "dossiers.reveal",
        kinds: ["ID_COPY", "POWER_OF_ATTORNEY"],
        maximumCount: 50
    ) { object, kind, context in
        guard kind == "ID_COPY" else { return }
        let demands = try await context.transaction.query(
            "SELECT FROM dossiers.id_copy_demand WHERE petitioner_id = \(object.id) AND expires_on >= \(context.clock.today) LIMIT 1"
        )
        guard demands.isEmpty else { return }
        throw DomainError.unmet("idCopyDemanded", "没有须留存身份证件复印件的程序")
    }

    /// Destroys what nothing demands any more.
    static let expiry = Timer.due(.idCopyExpires) { timer, context in
        let copies = try await context.transaction.query(
            """
            SELECT m.id, m.object_id, m.court_code
            FROM dossiers.id_copy_demand d JOIN core.material m ON m.object_type = 'Petitioner' AND m.object_id = d.petitioner_id
            WHERE d.id = \(timer.objectID) AND m.kind = 'ID_COPY' AND m.state = 'STORED' AND NOT EXISTS (
                SELECT FROM dossiers.id_copy_demand o
                WHERE o.petitioner_id = d.petitioner_id AND o.expires_on >= \(context.clock.today)
            )
            ORDER BY m.id
            """
        )
        try await destroy(copies, in: context)
    }

    /// Destroys them all, demanded or not, as the person has a right to.
    static func destroyAll(of petitioner: PetitionerRow, in context: WriteContext) async throws {
        let copies = try await context.transaction.query(
            """
            SELECT id, object_id, court_code FROM core.material
            WHERE object_type = 'Petitioner' AND object_id = \(petitioner.id) AND kind = 'ID_COPY' AND state = 'STORED' ORDER BY id
            """
        )
        try await destroy(copies, in: context)
    }

    private static func destroy(_ copies: Rows, in context: WriteContext) async throws {
        for copy in copies {
            let object = MaterialObject(
                type: "Petitioner",
                id: try copy.decode("object_id"),
                courtCode: try copy.decode("court_code")
            )
            try await context.materials.destroy(try copy.decode("id"), of: object, in: context)
        }
    }
}

extension TimerKind {
    static let idCopyExpires = TimerKind("dossiers.idCopyExpires")
}
