import CourtCore
import PluginKit
import Postgres

/// What letters keep of their senders, for a person who asks.
struct LetterPersonalRecords: PersonalRecords {
    func records(ofRegistrations registrations: [Int64], in context: WriteContext) async throws -> [PersonalRecord] {
        let rows = try await context.transaction.query(
            """
            SELECT l.id, l.letter_no, l.received_on, array_remove(ARRAY[
                'name', CASE WHEN bool_or(s.id_number_cipher IS NOT NULL) THEN 'idNumber' END,
                CASE WHEN bool_or(s.mobile_cipher IS NOT NULL) THEN 'mobile' END,
                CASE WHEN bool_or(s.address_cipher IS NOT NULL) THEN 'address' END
            ], NULL) AS fields
            FROM letters.letter l JOIN letters.letter_sender s ON s.letter_id = l.id
            WHERE l.registration_id = ANY (\(registrations)) AND NOT l.sealed
            GROUP BY l.id ORDER BY l.id
            """
        )
        return try rows.map { row in
            PersonalRecord(
                objectType: "Letter",
                objectID: try row.decode("id"),
                number: try row.decode("letter_no"),
                occurredOn: try row.decode("received_on"),
                fields: try row.decode("fields")
            )
        }
    }
}
