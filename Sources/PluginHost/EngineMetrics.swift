import GraphQLExecution
import Postgres
import Synchronization

/// Counters for `/metrics` (Prometheus text exposition).
///
/// No label holds a personal datum or an operation's text.
final class EngineMetrics: Sendable {
    private let executed = Atomic<Int>(0)
    private let requestErrors = Atomic<Int>(0)
    private let unauthenticated = Atomic<Int>(0)

    func count(_ outcome: GraphQLResponse.Outcome) {
        switch outcome {
        case .executed: executed.add(1, ordering: .relaxed)
        case .requestError, .methodNotAllowed: requestErrors.add(1, ordering: .relaxed)
        case .unauthenticated: unauthenticated.add(1, ordering: .relaxed)
        }
    }

    func text(_ databases: Databases) -> String {
        let reader = databases.statistics(of: \.reader)
        let writer = databases.statistics(of: \.writer)
        return """
            # HELP docket_requests_total GraphQL requests by outcome.
            # TYPE docket_requests_total counter
            docket_requests_total{outcome="executed"} \(executed.load(ordering: .relaxed))
            docket_requests_total{outcome="request_error"} \(requestErrors.load(ordering: .relaxed))
            docket_requests_total{outcome="unauthenticated"} \(unauthenticated.load(ordering: .relaxed))
            # HELP docket_postgres_connections Connections to PostgreSQL.
            # TYPE docket_postgres_connections gauge
            docket_postgres_connections{pool="reader",state="open"} \(reader.open)
            docket_postgres_connections{pool="reader",state="idle"} \(reader.idle)
            docket_postgres_connections{pool="writer",state="open"} \(writer.open)
            docket_postgres_connections{pool="writer",state="idle"} \(writer.idle)
            # HELP docket_postgres_waiting Callers that wait for a connection.
            # TYPE docket_postgres_waiting gauge
            docket_postgres_waiting{pool="reader"} \(reader.waiting)
            docket_postgres_waiting{pool="writer"} \(writer.waiting)
            # HELP docket_postgres_statements_total Statements executed.
            # TYPE docket_postgres_statements_total counter
            docket_postgres_statements_total{pool="reader"} \(reader.statements)
            docket_postgres_statements_total{pool="writer"} \(writer.statements)
            # HELP docket_postgres_round_trips_total Round trips to PostgreSQL.
            # TYPE docket_postgres_round_trips_total counter
            docket_postgres_round_trips_total{pool="reader"} \(reader.pipelines)
            docket_postgres_round_trips_total{pool="writer"} \(writer.pipelines)
            # HELP docket_postgres_outages_total Failures to reach PostgreSQL, for want of a connection or of its resources.
            # TYPE docket_postgres_outages_total counter
            docket_postgres_outages_total{pool="reader"} \(reader.outages)
            docket_postgres_outages_total{pool="writer"} \(writer.outages)
            docket_postgres_outages_total{pool="door"} \(databases.door.statistics.outages)
            docket_postgres_outages_total{pool="health"} \(databases.health.statistics.outages)

            """
    }
}
