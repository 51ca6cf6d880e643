package import Postgres

/// The two ways to the database: planned reads run under a role that can only read what it should; commands write.
package struct Databases: Sendable {
    package let reader: PostgresPool
    package let writer: PostgresPool

    /// Opens both pools on one database.
    ///
    /// The reading role is taken as each connection opens.
    package init(url: String, readers: Int = 8, writers: Int = 4) {
        var reading = PostgresConfiguration(url: url)
        reading.applicationName = "docket reader"
        reading.size = readers
        reading.onConnect = ["SET ROLE docket_reader"]
        var writing = PostgresConfiguration(url: url)
        writing.applicationName = "docket writer"
        writing.size = writers
        reader = PostgresPool(configuration: reading)
        writer = PostgresPool(configuration: writing)
    }

    package func close() async {
        await reader.close()
        await writer.close()
    }
}
