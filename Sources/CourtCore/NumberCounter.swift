package import CourtFormats
package import Postgres

/// Gap-free internal numbers per court, kind and year: taken in the transaction that uses them, so that a rollback
/// gives them back; writers of one court and kind queue for the row.
package enum NumberCounter {
    /// Takes the next number: `晋03信〔2018〕0060`.
    package static func next(
        _ kind: String,
        court: CourtCode,
        year: Int,
        in transaction: Transaction
    ) async throws -> String {
        try await take(1, kind, court: court, year: year, in: transaction)[0]
    }

    /// Takes several numbers at once, in order.
    package static func take(
        _ count: Int,
        _ kind: String,
        court: CourtCode,
        year: Int,
        in transaction: Transaction
    ) async throws -> [String] {
        let rows = try await transaction.query(
            """
            INSERT INTO core.number_counter AS counter (court_code, kind, year, last)
            VALUES (\(court.text), \(kind), \(Int32(year)), \(Int32(count)))
            ON CONFLICT (court_code, kind, year) DO UPDATE SET last = counter.last + excluded.last
            RETURNING last
            """
        )
        let last = Int(try rows[rows.startIndex].decode("last", as: Int32.self))
        return (last - count + 1...last).map { InternalNumber(court: court, kind: kind, year: year, serial: $0).text }
    }
}
