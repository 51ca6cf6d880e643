import DocketServer
import DocketTesting
import PluginHost

/// Round trips to PostgreSQL by the pool that made them.
struct RoundTrips: Equatable {
    let reader: Int
    let writer: Int

    init(reader: Int, writer: Int) {
        self.reader = reader
        self.writer = writer
    }

    /// Those of a court's server so far, as `/metrics` has them.
    init(_ court: TestCourt) async {
        let lines = await court.server.engine.metricsText().split(separator: "\n")
        func count(of pool: String) -> Int {
            let name = "docket_postgres_round_trips_total{pool=\"\(pool)\"} "
            let line = lines.first { $0.hasPrefix(name) }
            return line.flatMap { Int($0.dropFirst(name.count)) } ?? -1
        }
        reader = count(of: "reader")
        writer = count(of: "writer")
    }
}
