public import Postgres

/// Something that is on record beside a row and that guards and decisions ask for: one SQL expression over the row `r`.
///
/// Only those are read that an action's guards and its decision name, all in one statement, with the lock.
public struct Fact<Value: Sendable>: AnyFact {
    /// A name that no other fact of the row has.
    public let name: String
    /// The expression; the row's columns are written `r.due_on`, the business date is `core.today()`.
    public let sql: SQL
    let read: @Sendable (Row, _ column: String) throws -> Value

    /// Reads its value from a column of the statement that asked for it.
    public func value(in row: Row, _ column: String) throws -> any Sendable { try read(row, column) }
}

/// A fact of any type.
public protocol AnyFact: Sendable {
    /// A name that no other fact of the row has.
    var name: String { get }
    /// The expression over the row `r`.
    var sql: SQL { get }
    /// Reads its value from a column of the statement that asked for it.
    func value(in row: Row, _ column: String) throws -> any Sendable
}

extension Fact where Value: PostgresDecodable {
    /// A fact that there always is.
    public init(_ name: String, _ sql: SQL) {
        self.init(name: name, sql: sql) { row, column in try row.decode(column, as: Value.self) }
    }
}

extension Fact {
    /// A fact that there may not be.
    public init<Wrapped: PostgresDecodable & Sendable>(_ name: String, _ sql: SQL) where Value == Wrapped? {
        self.init(name: name, sql: sql) { row, column in try row.decode(column, as: Wrapped?.self) }
    }

    /// An enum value that there may not be.
    public init<Wrapped: RawRepresentable & Sendable>(named name: String, _ sql: SQL)
    where Value == Wrapped?, Wrapped.RawValue == String {
        self.init(name: name, sql: sql) { row, column in try row.optionalName(column) }
    }
}

/// The facts that were read of a row.
public struct FactValues: Sendable {
    private var values: [String: any Sendable] = [:]

    /// None; the kit and tests fill it.
    public init() {}

    /// A fact's value; one that was not read: an internal error, since a guard reads only what it names.
    public func callAsFunction<Value>(_ fact: Fact<Value>) throws -> Value {
        guard let value = values[fact.name] as? Value else {
            throw ResolverFault("the fact \"\(fact.name)\" is asked for where it was not read")
        }
        return value
    }

    /// Whether it was read.
    func has(_ fact: any AnyFact) -> Bool { values[fact.name] != nil }

    /// Says what a fact's value is; for tests.
    public mutating func set<Value>(_ fact: Fact<Value>, _ value: Value) { values[fact.name] = value }

    mutating func read(_ facts: [any AnyFact], from row: Row) throws {
        for (place, fact) in facts.enumerated() { values[fact.name] = try fact.value(in: row, "fact_\(place)") }
    }
}

extension Array where Element == any AnyFact {
    /// Each fact once.
    var distinct: [any AnyFact] {
        var names: Set<String> = []
        return filter { names.insert($0.name).inserted }
    }

    /// Each expression as a column, in order.
    var columns: SQL {
        SQL(joining: enumerated().map { "(\($1.sql)) AS fact_\(raw: String($0))" as SQL }, separator: ", ")
    }
}
