/// How to reach a database, and how many connections to keep.
package struct PostgresConfiguration: Sendable {
    /// A `postgresql://` URL or a keyword string (libpq, Connection Strings); several hosts and `target_session_attrs` work.
    package var url: String
    package var applicationName = "docket"
    /// Connections at most.
    package var size = 8
    /// Statements run on each new connection before anyone uses it, such as `SET ROLE docket_reader`.
    package var onConnect: [String] = []
    /// Every transaction, a pipeline too, only reads, and sees one snapshot (REPEATABLE READ, READ ONLY).
    ///
    /// Under READ COMMITTED each statement of a pipeline would see a state of its own.
    package var readsOneSnapshot = false
    package var connectTimeout: Duration = .seconds(10)
    /// How long a caller waits for a connection.
    package var leaseTimeout: Duration = .seconds(10)
    /// How long a pipeline may take before it is cancelled; nil for ever.
    ///
    /// The server's own `statement_timeout` is set to twice this on every connection, for a client that is gone.
    package var statementDeadline: Duration? = .seconds(30)
    /// Statements kept prepared on a connection.
    package var preparedStatementLimit = 500
    /// Told of the statements of each round trip before they are sent; nil where nobody wants to know.
    package var onStatements: (@Sendable ([BoundStatement]) -> Void)?

    package init(url: String) { self.url = url }
}

extension PostgresConfiguration: CustomStringConvertible, CustomReflectable {
    /// Everything but the URL, which holds a password.
    package var description: String { "PostgresConfiguration(\(applicationName), \(size) connections)" }

    /// The description only, so that `dump` cannot show the URL either.
    package var customMirror: Mirror { Mirror(self, children: ["description": description]) }
}
