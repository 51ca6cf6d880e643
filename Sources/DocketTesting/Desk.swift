import DocketServer
public import GraphQLLanguage
import GraphQLSchema
import PluginHost
public import PluginKit
import Postgres

/// Many hands on one row: each mutation gets its key, its current version and a key of the request of its own.
///
///     let desk = try Desk(court, "Letter", id: id)
///     try await desk.must("classifyLetter", ["matterClass": "APPEAL_CLAIM"], as: .clerk)
///     #expect(try await desk.state == "CLASSIFIED")
public struct Desk: Sendable {
    /// The court whose row it is.
    public let court: TestCourt
    /// The row's key.
    public let id: String
    let entity: Entity

    /// A desk on the row of a type with `@table` and this key.
    public init(_ court: TestCourt, _ typeName: String, id: String) throws {
        guard let entity = Entity(typeName, in: court.server.engine.composition.schema) else {
            throw TestFault("\(typeName) is no type with a table")
        }
        self.court = court
        self.id = id
        self.entity = entity
    }

    /// The row's type.
    public var typeName: String { entity.typeName }

    /// The row's version, whoever asks.
    public var version: Int {
        get async throws {
            let row = try await row(of: entity.versionColumn, "::integer")
            return Int(try row.decode("value", as: Int32.self))
        }
    }

    /// The row's state, whoever asks.
    public var state: String {
        get async throws { try await row(of: entity.stateColumn, "::text").decode("value") }
    }

    private func row(of column: String, _ type: String) async throws -> Row {
        let rows = try await court.database.query(
            "SELECT \(identifier: column)\(raw: type) AS value FROM \(raw: entity.table) WHERE id = \(Int64(id))"
        )
        guard let row = rows.first else { throw TestFault("\(typeName) \(id) is gone") }
        return row
    }

    /// Runs a mutation of the row and answers the response; `version` is the current one where none is given.
    public func run(
        _ mutation: String,
        _ input: JSONValue = [:],
        as role: Role,
        version: Int? = nil
    ) async throws -> JSONValue {
        try await run(mutation, input, bearing: court.tokens[role], version: version)
    }

    /// The same with a token, or with none.
    public func run(
        _ mutation: String,
        _ input: JSONValue = [:],
        bearing token: String?,
        version: Int? = nil
    ) async throws -> JSONValue {
        let version = if let version { version } else { try await self.version }
        var members: [JSONValue.Member] = [
            .init(entity.keyName, .string(id)), .init("version", .integer(version)),
            .init("idempotencyKey", .string("desk \(UInt64.random(in: 0 ... .max))")),
        ]
        if case .object(let given) = input {
            members = members.filter { member in !given.contains { $0.name == member.name } } + given
        }
        let seen = Entity.selection(of: "id", typeName, in: mutation, court.server.engine.composition.schema)
        return try await court.run(mutation, .object(members), selecting: seen?.text ?? "__typename", bearing: token)
    }

    /// Runs a mutation that must succeed, and answers the state that it reaches.
    @discardableResult
    public func must(_ mutation: String, _ input: JSONValue = [:], as role: Role) async throws -> String {
        try await must(mutation, input, bearing: court.tokens[role])
    }

    /// The same with a token.
    @discardableResult
    public func must(_ mutation: String, _ input: JSONValue = [:], bearing token: String?) async throws -> String {
        let answer = try await run(mutation, input, bearing: token)
        guard answer["errors"] == nil else { throw TestFault("\(mutation): \(answer)") }
        return try await state
    }

    /// The row's fields as a role sees them; null for one who may not.
    public func read(_ fields: String, as role: Role = .clerk) async throws -> JSONValue {
        guard let lookup = entity.lookup else { throw TestFault("no field of Query answers \(typeName) by id") }
        let answer = await court.send(
            "query($id: ID!) { \(lookup)(id: $id) { \(fields) } }",
            ["id": .string(id)],
            as: role
        )
        guard answer["errors"] == nil else { throw TestFault("\(lookup): \(answer)") }
        return answer[path: "data.\(lookup)"]
    }
}
