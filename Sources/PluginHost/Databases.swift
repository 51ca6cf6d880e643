package import Postgres

/// The ways to the database: planned reads run under a role that can only read what it should, commands under one that owns
/// nothing; who is asking and whether all is well is asked on connections that neither can use up.
package struct Databases: Sendable {
    /// The connections of one event loop, on which requests and their answers never change threads.
    package struct Lane: Sendable {
        package let reader: PostgresPool
        package let writer: PostgresPool
        fileprivate let reactor: Reactor?
    }

    /// At least one; by `RequestOrigin.lane`.
    package let lanes: [Lane]
    /// For looking up tokens.
    let door: PostgresPool
    /// For nothing but the question whether the database works.
    let health: PostgresPool
    /// For events and timers, so that no request waits for them.
    let worker: PostgresPool

    /// Opens both pools on one database, for each of the event loops; without one, once.
    ///
    /// The role is taken as each connection opens; all statements of a reading transaction see one snapshot.
    package init(url: String, readers: Int = 16, writers: Int = 16, hosts: [any ReactorHost] = []) {
        var reading = PostgresConfiguration(url: url)
        reading.applicationName = "docket reader"
        reading.size = Self.share(of: readers, hosts.count)
        reading.onConnect = ["SET ROLE docket_reader"]
        reading.readsOneSnapshot = true
        var writing = PostgresConfiguration(url: url)
        writing.applicationName = "docket writer"
        writing.size = Self.share(of: writers, hosts.count)
        writing.onConnect = ["SET ROLE docket_writer"]
        var asking = reading
        asking.applicationName = "docket door"
        asking.size = 2
        var working = writing
        working.applicationName = "docket worker"
        working.size = 4
        worker = PostgresPool(configuration: working)
        door = PostgresPool(configuration: asking)
        health = PostgresPool(configuration: Self.healthConfiguration(url: url))
        let reactors: [Reactor?] = hosts.isEmpty ? [nil] : hosts.map { try? Reactor(on: $0) }
        lanes = reactors.map { reactor in
            Lane(
                reader: PostgresPool(configuration: reading, reactor: reactor),
                writer: PostgresPool(configuration: writing, reactor: reactor),
                reactor: reactor
            )
        }
    }

    /// One connection, as the writing role, and an answer within seconds.
    private static func healthConfiguration(url: String) -> PostgresConfiguration {
        var configuration = PostgresConfiguration(url: url)
        configuration.applicationName = "docket health"
        configuration.size = 1
        configuration.onConnect = ["SET ROLE docket_writer"]
        configuration.connectTimeout = .seconds(3)
        configuration.leaseTimeout = .seconds(3)
        configuration.statementDeadline = .seconds(3)
        return configuration
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
        await door.close()
        await worker.close()
        await health.close()
        for lane in lanes {
            await lane.reader.close()
            await lane.writer.close()
            lane.reactor?.stop()
        }
    }
}
