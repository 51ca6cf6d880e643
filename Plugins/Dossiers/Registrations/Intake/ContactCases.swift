import CourtFormats
import PluginKit
import Postgres

/// The cases that a contact is about, each once; a number in any of its forms.
enum ContactCases {
    static func write(_ numbers: [String], of registration: Int64, court: String, in context: WriteContext) throws {
        var cases: [CaseNumber] = []
        for text in numbers {
            let number = try CaseNumber(parsing: text, today: context.clock.today)
            if !cases.contains(number) { cases.append(number) }
        }
        for (place, number) in cases.enumerated() {
            context.write(
                """
                INSERT INTO dossiers.registration_case (registration_id, seq, court_code, case_no, format)
                VALUES (\(registration), \(Int32(place + 1)), \(court), \(number.text), \(number.form.rawValue))
                """
            )
        }
    }
}
