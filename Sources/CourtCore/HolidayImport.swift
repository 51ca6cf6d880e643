import CourtFormats
import PluginKit
import Postgres

extension CoreImports {
    func importHolidays(_ input: ImportFileInput, _ context: WriteContext) async throws -> ImportPayload {
        var file = try await ImportFile(input, header: ["date", "kind", "name", "source"], in: context)
        for row in file.rows {
            if CalendarDate(iso: row["date"]) == nil {
                file.report(row.line, "date", code: "DATE_INVALID", "日期格式错误，应为YYYY-MM-DD")
            }
            file.requireOneOf(row, "kind", HolidayKind.self)
            file.requireText(row, "name", maximumLength: 50)
            file.requireText(row, "source", maximumLength: 100)
        }
        file.requireUnique(["date"])
        var outcome = try await file.upsert(context) { row in
            """
            INSERT INTO core.holiday AS existing (date, kind, name, source)
            VALUES (\(CalendarDate(iso: row["date"])), \(row.named("kind", as: HolidayKind.self)?.rawValue), \(row["name"]),
                \(row["source"]))
            ON CONFLICT (date) DO UPDATE SET kind = excluded.kind, name = excluded.name, source = excluded.source
            WHERE (existing.kind, existing.name, existing.source)
                IS DISTINCT FROM (excluded.kind, excluded.name, excluded.source)
            RETURNING (xmax = 0) AS created
            """
        }
        if file.isFaultless {
            try await replaceYears(of: file, context, &outcome)
            try await noteIncompleteYears(of: file, context, &outcome)
        }
        return try await file.finish(outcome, context, objectType: "Holiday")
    }

    /// Removes the days that the years with their whole notice in the file had before and no longer have.
    private func replaceYears(
        of file: ImportFile,
        _ context: WriteContext,
        _ outcome: inout ImportFile.Outcome
    ) async throws {
        let dates = file.rows.map { $0["date"] }
        let holidays = file.rows.filter { $0.named("kind") == HolidayKind.holiday }.map { $0["date"] }
        let years = Set(holidays.compactMap { CalendarDate(iso: $0).map { Int32($0.year) } }).sorted()
        let removed = try await context.transaction.query(
            """
            DELETE FROM core.holiday WHERE date <> ALL (\(dates)::date[]) AND core.holiday_notice_year(date, name) IN (
                SELECT year FROM unnest(\(years)) AS year WHERE core.is_holiday_notice(year, \(holidays)::date[])
            )
            RETURNING date, kind, name
            """
        )
        outcome.removed = removed.count
        outcome.notes += try removed.map { row in
            let date = try row.decode("date", as: CalendarDate.self).iso
            return
                "已删除\(date)（\(try row.decode("kind", as: String.self))，\(try row.decode("name", as: String.self))）：文件所列年度无此日"
        }.sorted()
    }

    /// Says of every year that the file has days of whether deadlines can be counted in it.
    private func noteIncompleteYears(
        of file: ImportFile,
        _ context: WriteContext,
        _ outcome: inout ImportFile.Outcome
    ) async throws {
        let years = Set(file.rows.compactMap { CalendarDate(iso: $0["date"]).map { Int32($0.year) } }).sorted()
        let unknown = try await context.transaction.query(
            """
            SELECT year FROM unnest(\(years)) AS year WHERE year NOT IN (SELECT year FROM core.holiday_year) ORDER BY year
            """
        )
        outcome.notes += try unknown.map { row in
            "\(try row.decode("year", as: Int32.self))年的节假日安排不全，该年期限仍无法计算：须含元旦、春节、清明节、劳动节、端午节、中秋节、国庆节各放假日"
        }
    }
}
