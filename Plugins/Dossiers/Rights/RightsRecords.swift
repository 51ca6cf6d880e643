import CourtCore
import PluginKit
import Postgres

/// What other plugins keep of a person (处理记录), beside what the database's own function finds in this one.
enum RightsRecords {
    /// Adds their objects, and to whom these were disclosed.
    static func add(to change: inout Change<RightsRequestRow>) async throws {
        let context = change.context
        guard let person = change.before.petitionerID else { return }
        let registrations = try await context.transaction.query(
            """
            SELECT DISTINCT rp.registration_id AS id
            FROM dossiers.registration_petitioner rp
            JOIN dossiers.registration r ON r.id = rp.registration_id JOIN dossiers.petitioner p ON p.id = rp.petitioner_id
            JOIN dossiers.petitioner q ON q.id = \(person)
            WHERE NOT r.sealed AND NOT p.sealed AND coalesce(q.merged_into_id, q.id) IN (p.id, p.merged_into_id) ORDER BY 1
            """
        ).map { try $0.decode("id", as: Int64.self) }
        guard !registrations.isEmpty else { return }
        var found: [PersonalRecord] = []
        for source in context.services((any PersonalRecords).self) {
            found += try await source.records(ofRegistrations: registrations, in: context)
        }
        for record in found { add(record, to: &change) }
    }

    private static func add(_ record: PersonalRecord, to change: inout Change<RightsRequestRow>) {
        change.insert(
            "records",
            into: "dossiers.rights_record",
            "kind, occurred_on, object_type, object_no, fields",
            "'HELD', \(record.occurredOn), \(record.objectType), \(record.number), \(record.fields)"
        )
        let court = change.before.courtCode
        change.write(
            "records",
            """
            INSERT INTO dossiers.rights_record (rights_request_id, court_code, kind, occurred_on, object_type, object_no, fields, purpose,
                recipient_id)
            SELECT \(change.before.id), \(court), 'DISCLOSURE', (x.at AT TIME ZONE 'Asia/Shanghai')::date, x.object_type,
                \(record.number), x.fields, x.purpose, x.recipient_id
            FROM core.disclosure x
            WHERE x.object_type = \(record.objectType) AND x.object_id = \(record.objectID) AND x.court_code = \(court) ORDER BY x.id
            """
        )
    }
}
