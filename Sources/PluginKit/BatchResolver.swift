/// A field that Swift provides (`@resolve`): keys in, values out, once for all rows of a level.
///
/// Keys are distinct, and none is asked for that has a NULL where its Swift type has no optional: null stands there.
/// An answer of rows names them by key; what is selected on them is planned as SQL, to any depth, and a row that is not
/// there or not the caller's to see is left out of a list of non-null items, and null elsewhere.
public struct BatchResolver: Sendable {
    /// Answers one value for each key, in order.
    ///
    /// A key holds the cells of the columns that `@resolve(columns:)` names.
    public typealias Body =
        @Sendable (_ keys: [[PayloadCell]], _ context: ResolverContext) async throws -> [ResolverValue]

    /// The type: `Letter`.
    public let type: String
    /// The field: `availableActions`.
    public let field: String
    /// Columns of its key.
    public let keyColumnCount: Int
    /// Whether it reads the database; `ResolverContext.query(_:)` is for those that say so.
    public let reads: Bool
    /// Where it is declared, for diagnostics.
    public let file: String
    /// The declaration's line.
    public let line: Int
    private let body: Body

    private init(
        _ type: String,
        _ field: String,
        _ keyColumnCount: Int,
        _ reads: Bool,
        _ place: (String, Int),
        _ body: @escaping Body
    ) {
        self.type = type
        self.field = field
        self.keyColumnCount = keyColumnCount
        self.reads = reads
        (file, line) = place
        self.body = body
    }

    /// The answers for distinct keys, in their order; the host and tests ask.
    public func answers(for keys: [[PayloadCell]], in context: ResolverContext) async throws -> [ResolverValue] {
        try await body(keys, context)
    }
}

extension BatchResolver {
    /// A field with a key of one column; the values in the order of the keys, one for each.
    public init<Key: ResolverKey, Value: ResolverAnswer>(
        type: String,
        field: String,
        reads: Bool = false,
        file: String = #fileID,
        line: Int = #line,
        resolve: @escaping @Sendable (_ keys: [Key], _ context: ResolverContext) async throws -> [Value]
    ) {
        self.init(type, field, 1, reads, (file, line)) { keys, context in
            try await Self.ask(keys, width: 1, { try Key.read($0[0]) }, { try await resolve($0, context) })
        }
    }

    /// A field with a key of one column; the values by key, null for one that is missing.
    public init<Key: ResolverKey & Hashable, Value: ResolverAnswer>(
        type: String,
        field: String,
        reads: Bool = false,
        file: String = #fileID,
        line: Int = #line,
        resolve: @escaping @Sendable (_ keys: [Key], _ context: ResolverContext) async throws -> [Key: Value]
    ) {
        self.init(type: type, field: field, reads: reads, file: file, line: line) {
            (keys: [Key], context) -> [Value?] in
            let values = try await resolve(keys, context)
            return keys.map { values[$0] }
        }
    }

    /// A field with a key of two columns; the values in the order of the keys, one for each.
    public init<First: ResolverKey, Second: ResolverKey, Value: ResolverAnswer>(
        type: String,
        field: String,
        reads: Bool = false,
        file: String = #fileID,
        line: Int = #line,
        resolve: @escaping @Sendable (_ keys: [(First, Second)], _ context: ResolverContext) async throws -> [Value]
    ) {
        self.init(type, field, 2, reads, (file, line)) { keys, context in
            func read(_ cells: [PayloadCell]) throws -> (First, Second)? {
                guard let first = try First.read(cells[0]), let second = try Second.read(cells[1]) else { return nil }
                return (first, second)
            }
            return try await Self.ask(keys, width: 2, read, { try await resolve($0, context) })
        }
    }

    /// A field with a key of three columns; the values in the order of the keys, one for each.
    public init<First: ResolverKey, Second: ResolverKey, Third: ResolverKey, Value: ResolverAnswer>(
        type: String,
        field: String,
        reads: Bool = false,
        file: String = #fileID,
        line: Int = #line,
        resolve:
            @escaping @Sendable (_ keys: [(First, Second, Third)], _ context: ResolverContext) async throws -> [Value]
    ) {
        self.init(type, field, 3, reads, (file, line)) { keys, context in
            func read(_ cells: [PayloadCell]) throws -> (First, Second, Third)? {
                guard let first = try First.read(cells[0]), let second = try Second.read(cells[1]),
                    let third = try Third.read(cells[2])
                else { return nil }
                return (first, second, third)
            }
            return try await Self.ask(keys, width: 3, read, { try await resolve($0, context) })
        }
    }

    /// A field of `Query`: no key, one value.
    public init<Value: ResolverAnswer>(
        query field: String,
        reads: Bool = false,
        file: String = #fileID,
        line: Int = #line,
        resolve: @escaping @Sendable (_ context: ResolverContext) async throws -> Value
    ) {
        self.init("Query", field, 0, reads, (file, line)) { keys, context in
            let value = try await resolve(context).resolverValue
            return keys.map { _ in value }
        }
    }

    private static func ask<Key, Value: ResolverAnswer>(
        _ cells: [[PayloadCell]],
        width: Int,
        _ read: ([PayloadCell]) throws -> Key?,
        _ resolve: ([Key]) async throws -> [Value]
    ) async throws -> [ResolverValue] {
        var keys: [Key] = []
        var positions: [Int] = []
        keys.reserveCapacity(cells.count)
        positions.reserveCapacity(cells.count)
        for (position, cells) in cells.enumerated() {
            guard cells.count == width else {
                throw ResolverFault("the key has \(cells.count) columns, the resolver takes \(width)")
            }
            guard let key = try read(cells) else { continue }
            keys.append(key)
            positions.append(position)
        }
        var answers = [ResolverValue](repeating: .null, count: cells.count)
        guard !keys.isEmpty else { return answers }
        let values = try await resolve(keys)
        guard values.count == keys.count else {
            throw ResolverFault("the resolver answered \(values.count) values for \(keys.count) keys")
        }
        for (position, value) in zip(positions, values) { answers[position] = value.resolverValue }
        return answers
    }
}

/// A batch resolver that is not what its field says: the client sees an internal error, the log this.
public struct ResolverFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, without personal data.
    public let message: String

    /// Creates a fault.
    public init(_ message: String) { self.message = message }

    /// The message.
    public var description: String { message }
}
