import GraphQLExecution
import GraphQLLanguage
import GraphQLSchema
import GraphQLValidation

/// A list of objects in memory, three scalars of each, to a response's JSON text.
struct ExecutionWorkload<Planner: FieldPlanner, Session: RequestSession>: Workload {
    private let operation: OperationSelection
    private let planner: Planner
    private let plan: Plan?
    private let executor: Executor
    private let session: @Sendable () -> Session

    var byteCount: Int { 0 }

    /// With `plansAnew` each iteration makes the plan, too.
    init(
        _ document: ValidatedDocument,
        by planner: Planner,
        plansAnew: Bool,
        over session: @escaping @Sendable () -> Session
    ) throws {
        operation = try OperationSelection(document, operationName: nil)
        plan = plansAnew ? nil : try operation.plan(for: operation.variant(for: .none), by: planner)
        executor = Executor(schema: document.schema) { _ in }
        self.planner = planner
        self.session = session
    }

    func outcome() async throws -> [UInt8] { try await response() }

    func run(_ count: Int) async throws -> Int {
        var check = 0
        for _ in 0..<count { check &+= try await response().count }
        return check
    }

    private func response() async throws -> [UInt8] {
        let plan = try plan ?? operation.plan(for: operation.variant(for: .none), by: planner)
        return await executor.execute(plan, variables: .none, session: session()).body
    }
}

/// `objects.graphql` over `objects.json`.
struct Objects {
    private let document: ValidatedDocument
    private let root: JSONValue

    init(_ folder: Folder) throws {
        let schema = try Schema.build(try folder.text(of: "objects-schema.graphql"))
        let document = try Document(parsing: Source(bytes: try folder.bytes(of: "objects.graphql")))
        self.document = try ValidatedDocument(validating: document, against: schema)
        root = try JSONReader.read(try folder.bytes(of: "objects.json"))
    }

    /// From rows as a database sends them.
    func fromRows(plansAnew: Bool) throws -> some Workload {
        let session = RowSession(rows: try Self.rows(root))
        return try ExecutionWorkload(document, by: RowPlanner(), plansAnew: plansAnew) { session }
    }

    /// From the JSON value itself, as the peers do it.
    func fromJSON() throws -> some Workload {
        let source = JSONSource(root: root, schema: document.schema)
        return try ExecutionWorkload(document, by: source.planner, plansAnew: false) { source.session() }
    }

    /// The objects as PostgreSQL would send them: `id` int8, `name` text, `amount` int4.
    private static func rows(_ root: JSONValue) throws(BenchmarkFailure) -> RowBatch {
        guard case .array(let objects) = root["objects"] else { throw BenchmarkFailure("objects.json has no objects.") }
        var bytes: [UInt8] = []
        var cells: [RowBatch.Cell] = []
        func add(_ value: some Sequence<UInt8>) {
            let offset = bytes.count
            bytes += value
            cells.append(RowBatch.Cell(offset: Int32(offset), count: Int32(bytes.count - offset)))
        }
        for object in objects {
            guard case .string(let id) = object["id"], let id = Int64(id), case .string(let name) = object["name"],
                case .integer(let amount) = object["amount"]
            else { throw BenchmarkFailure("An object of objects.json is not as it should be.") }
            add(bigEndian(id))
            add(name.utf8)
            add(bigEndian(Int32(amount)))
        }
        return RowBatch(columnCount: 3, rowCount: objects.count, bytes: bytes, cells: cells)
    }

    private static func bigEndian<Number: FixedWidthInteger>(_ number: Number) -> some Sequence<UInt8> {
        stride(from: Number.bitWidth - 8, through: 0, by: -8).lazy.map { UInt8(truncatingIfNeeded: number >> $0) }
    }
}

/// Answers every fetch with the same rows.
private struct RowSession: RequestSession {
    let rows: RowBatch

    func fetch(_ requests: [FetchRequest], isLast: Bool) async throws -> [RowBatch] {
        [RowBatch](repeating: rows, count: requests.count)
    }

    func perform(
        _ command: FetchRequest,
        payload: @Sendable (RowBatch, any RequestSession) async throws -> [UInt8]
    ) async throws -> [UInt8] {
        throw BenchmarkFailure("Nothing here is written.")
    }
}
