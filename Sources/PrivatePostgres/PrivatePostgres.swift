/// A PostgreSQL server of the program's own: it lives in one folder and ends with the program.
package final class PrivatePostgres: Sendable {
    /// `postgresql://docket:…@127.0.0.1:port/postgres`, as a superuser.
    package let url: String
    package let port: Int

    private init(url: String, port: Int) {
        self.url = url
        self.port = port
    }

    /// Starts a server on a data directory, made when it is not there yet. Works as root too: the server then runs as an
    /// unprivileged user. Blocks until the server answers.
    ///
    /// - Parameters:
    ///   - dataDirectory: an absolute path.
    ///   - port: on 127.0.0.1; nil takes a free one.
    ///   - durable: false trades safety for speed, for tests.
    package static func start(
        dataDirectory: String,
        port: Int? = nil,
        durable: Bool = true
    ) throws(PrivatePostgresError) -> PrivatePostgres {
        throw PrivatePostgresError(.startFailed, "")
    }

    /// The same server's URL for another database.
    package func url(database: String) -> String { url }

    /// Stops the server and waits for its end; the data stays.
    package func stop() {}
}
