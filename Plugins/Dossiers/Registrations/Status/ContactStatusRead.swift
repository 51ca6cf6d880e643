import CourtCore
import CourtFormats
import PluginKit
import Postgres

/// `contactStatus`: how a registration stands, to whoever has its number and its query code.
enum ContactStatusRead {
    static let resolver = BatchResolver(query: "contactStatus", reads: true) { context -> ResolverValue in
        let number = try context.argument("regNo", as: String.self)
        let written = try context.argument("queryCode", as: String.self)
        let absent = ResolverValue.failure(DomainError(.notFound, "不存在", field: InputPath(["queryCode"])))
        // PostgreSQL's texts have no NUL, and neither has a number.
        guard !(number + written).unicodeScalars.contains("\0") else { return absent }
        let code = QueryCode(written: written)
        guard let personalData = context.service(PersonalData.self) else {
            preconditionFailure("the core offers PersonalData to every resolver")
        }
        // A wrong number, a wrong code and another court's registration are answered alike.
        let hash = try code.hash(of: number, personalData)
        let rows = try await context.query("SELECT * FROM dossiers.contact_status(\(number.foldedNumber), \(hash))")
        guard let row = rows.first else { return absent }
        return .object([
            "regNo": try row.decode("reg_no", as: String.self),
            "stage": try row.decode("stage", as: String.self),
            "receivedOn": try row.decode("received_on", as: CalendarDate.self),
            "notifyDueOn": try row.decode("notify_due_on", as: CalendarDate?.self),
            "notifiedOn": try row.decode("notified_on", as: CalendarDate?.self),
            "closedOn": try row.decode("closed_on", as: CalendarDate?.self),
        ])
    }
}
