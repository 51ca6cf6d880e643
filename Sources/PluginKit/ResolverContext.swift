public import Postgres

/// What a batch resolver works with: who asks, when, the field's arguments, and the database to read.
public struct ResolverContext: Sendable {
    /// Who asks.
    public let principal: Principal
    /// The business date and the time of this request.
    public let clock: BusinessClock
    /// For the log.
    public let requestID: String
    /// The field's arguments after coercion, defaults applied; absent ones left out.
    public let arguments: InputObject
    private let services: [any PluginService]
    private let database: (any ResolverDatabase)?

    /// Creates a context; the host and tests do.
    public init(
        principal: Principal,
        clock: BusinessClock,
        requestID: String,
        arguments: InputObject = InputObject(members: []),
        services: [any PluginService] = [],
        database: (any ResolverDatabase)? = nil
    ) {
        self.principal = principal
        self.clock = clock
        self.requestID = requestID
        self.arguments = arguments
        self.services = services
        self.database = database
    }

    /// Reads a required argument, or one with a default.
    public func argument<T: InputDecodable>(_ name: String, as type: T.Type = T.self) throws(DomainError) -> T {
        try arguments.decode(name, at: InputPath([]))
    }

    /// Reads a nullable argument.
    public func nullableArgument<T: InputDecodable>(
        _ name: String,
        as type: T.Type = T.self
    ) throws(DomainError) -> InputField<T> {
        try arguments.decodeField(name, at: InputPath([]))
    }

    /// Runs a query in the request's snapshot (of a mutation: in its transaction), under the role that reads and the
    /// row security of who asks.
    ///
    /// Only for a resolver that is declared with `reads: true`. One query for all keys: `WHERE id = ANY (\(keys))`.
    public func query(_ sql: SQL) async throws -> Rows {
        guard let database else {
            throw ResolverFault("the resolver reads the database without saying so: BatchResolver(…, reads: true)")
        }
        return try await database.query(sql)
    }

    /// The service that a plugin offers under this protocol; nil when that plugin is off.
    public func service<Service>(_ type: Service.Type) -> Service? {
        for service in services {
            if let found = service as? Service { return found }
        }
        return nil
    }
}

/// Where a batch resolver's queries run.
public protocol ResolverDatabase: Sendable {
    /// Runs a query and reads its rows.
    func query(_ sql: SQL) async throws -> Rows
}
