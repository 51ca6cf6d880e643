import CourtFormats
import FieldEncryption
import PluginKit
import Postgres

/// `metrics` and `metricValues`: the plugins' functions, asked in the request's snapshot, all in one statement.
enum MetricReads {
    static let resolvers = [
        BatchResolver(query: "metrics") { context -> [ResolverValue] in
            book(context).metrics.map { metric in
                .object([
                    "key": metric.key, "title": metric.title, "formula": metric.formula, "unit": metric.unit.rawValue,
                    "direction": metric.direction.rawValue, "smallestDenominator": metric.smallestDenominator,
                    "version": metric.version,
                ])
            }
        },
        BatchResolver(query: "metricValues", reads: true) { context -> [ResolverValue] in try await values(context) },
    ]

    /// A denominator below it stays inside its court (domain rule of five).
    private static let smallestElsewhere = 5.0

    private struct Cell: Hashable {
        let key: String
        let court: String
    }

    private struct Figures {
        let numerator: Double
        let denominator: Double
        let inputsHash: [UInt8]?
    }

    private static func book(_ context: ResolverContext) -> MetricBook {
        context.service(MetricBook.self) ?? MetricBook([])
    }

    private static func values(_ context: ResolverContext) async throws -> [ResolverValue] {
        let from: CalendarDate = try context.argument("from")
        let to: CalendarDate = try context.argument("to")
        guard from <= to else {
            throw DomainError(.dateOrder, "日期先后顺序错误", field: InputPath(["to"]))
        }
        let metrics = try book(context).metrics(context.nullableArgument("keys", as: [String].self).value)
        let principal = context.principal
        var courts = principal.readableCourts
        if let asked = try context.nullableArgument("courts", as: [String].self).value {
            var seen: Set<String> = []
            courts = asked.filter { courts.contains($0) && seen.insert($0).inserted }
        }
        guard !metrics.isEmpty, !courts.isEmpty else { return [] }
        let figures = try await figures(metrics, courts, from: from, to: to, context)
        // A token without a post has no court of its own.
        let own = principal.staffID == nil ? nil : principal.courtCode
        return metrics.flatMap { metric in
            courts.map { court in
                let found = figures[Cell(key: metric.key, court: court)]
                let isShown = court == own || (found?.denominator ?? 0) >= smallestElsewhere
                return value(of: metric, court, isShown ? found : nil)
            }
        }
    }

    private static func figures(
        _ metrics: [Metric],
        _ courts: [String],
        from: CalendarDate,
        to: CalendarDate,
        _ context: ResolverContext
    ) async throws -> [Cell: Figures] {
        let parts = metrics.map { metric -> SQL in
            """
            SELECT \(metric.key) AS key, m.court_code, m.numerator::float8, m.denominator::float8, m.inputs_hash
            FROM \(raw: metric.function)(\(courts), \(from), \(to)) m
            """
        }
        var figures: [Cell: Figures] = [:]
        for row in try await context.query(SQL(joining: parts, separator: "\nUNION ALL\n")) {
            let cell = Cell(key: try row.decode("key"), court: try row.decode("court_code"))
            figures[cell] = Figures(
                numerator: try row.decode("numerator", as: Double?.self) ?? 0,
                denominator: try row.decode("denominator", as: Double?.self) ?? 0,
                inputsHash: try row.decode("inputs_hash", as: [UInt8]?.self)
            )
        }
        return figures
    }

    private static func value(of metric: Metric, _ court: String, _ figures: Figures?) -> ResolverValue {
        var value: Double?
        if let figures, figures.denominator >= Double(max(metric.smallestDenominator, 1)) {
            value = metric.unit == .count ? figures.numerator : figures.numerator / figures.denominator
        }
        return .object([
            "key": metric.key, "version": metric.version, "courtCode": court, "numerator": figures?.numerator,
            "denominator": figures?.denominator, "value": value, "inputsHash": figures?.inputsHash.map(Hex.encode),
        ])
    }
}
