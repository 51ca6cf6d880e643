package import Postgres

/// The two ways to the database: planned reads run under a role that can only read what it should; commands write.
package struct Databases: Sendable {
    /// The connections of one event loop, on which requests and their answers never change threads.
    package struct Lane: Sendable {
        package let reader: PostgresPool
        package let writer: PostgresPool
        fileprivate let reactor: Reactor?
    }

    /// At least one; by `RequestOrigin.lane`.
    package let lanes: [Lane]

    /// Opens both pools on one database, for each of the event loops; without one, once.
    ///
    /// The reading role is taken as each connection opens; all statements of its transactions see one snapshot.
    package init(url: String, readers: Int = 16, writers: Int = 16, hosts: [any ReactorHost] = []) {
        var reading = PostgresConfiguration(url: url)
        reading.applicationName = "docket reader"
        reading.size = Self.share(of: readers, hosts.count)
        reading.onConnect = ["SET ROLE docket_reader"]
        reading.readsOneSnapshot = true
        var writing = PostgresConfiguration(url: url)
        writing.applicationName = "docket writer"
        writing.size = Self.share(of: writers, hosts.count)
        let reactors: [Reactor?] = hosts.isEmpty ? [nil] : hosts.map { try? Reactor(on: $0) }
        lanes = reactors.map { reactor in
            Lane(
                reader: PostgresPool(configuration: reading, reactor: reactor),
                writer: PostgresPool(configuration: writing, reactor: reactor),
                reactor: reactor
            )
        }
    }

    /// A part of the connections for each loop, and two at least: a busy loop cannot borrow from another.
    private static func share(of count: Int, _ loops: Int) -> Int {
        loops < 2 ? count : max(2, (count + loops - 1) / loops)
    }

    package subscript(lane: Int) -> Lane { lanes[lane < lanes.count ? lane : 0] }

    /// For what no request asks.
    package var reader: PostgresPool { lanes[0].reader }
    package var writer: PostgresPool { lanes[0].writer }

    /// The statistics of all lanes together.
    func statistics(of pool: (Lane) -> PostgresPool) -> PoolStatistics {
        lanes.map { pool($0).statistics }.reduce(.none, +)
    }

    package func close() async {
        for lane in lanes {
            await lane.reader.close()
            await lane.writer.close()
            lane.reactor?.stop()
        }
    }
}
