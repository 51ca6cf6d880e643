import CourtCore
import CourtFormats
import PluginKit
import Postgres

/// What of dossiers is answered in Swift.
enum DossierReads {
    static let resolvers = [parsed, stats]

    /// A stored number is one that was read once.
    private static let parsed = BatchResolver(type: "CaseLink", field: "parsed") {
        (numbers: [String], context) -> [ResolverValue] in
        try numbers.map { text in
            let number = try CaseNumber(parsing: text, today: .latest)
            return .object([
                "year": number.year, "courtCode": number.courtCode?.text,
                "specialty": number.specialty.map(String.init), "typeCode": number.typeCode,
                "serial": number.serial, "format": number.form.rawValue,
            ])
        }
    }

    /// Of another court, few dossiers could be told from one another.
    private static let stats = BatchResolver(query: "dossierStats", reads: true) { context -> ResolverValue in
        let court = (try? CourtCode(parsing: try context.argument("court", as: String.self)))?.text ?? ""
        let day = try context.argument("asOf", as: CalendarDate.self)
        let row = try await context.query("SELECT * FROM dossiers.stats(\(court), \(day))")[0]
        let isOwn = court == context.principal.courtCode
        func shown(_ column: String) throws -> Int? {
            let count = Int(try row.decode(column, as: Int64.self))
            return isOwn || count >= smallestCount ? count : nil
        }
        return .object([
            "dossierCount": try shown("dossiers"), "activeCount": try shown("active"),
            "petitionerCount": try shown("petitioners"),
        ])
    }

    private static let smallestCount = 5
}
