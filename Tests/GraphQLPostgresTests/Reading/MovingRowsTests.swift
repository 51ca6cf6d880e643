import GraphQLExecution
import GraphQLLanguage
import Postgres
import Synchronization
import Testing

@testable import GraphQLPostgres

@Suite("Rows that move between parents while they are read")
struct MovingRowsTests {
    @Test(
        "Several root fields see one state, though a row moves while the first is read",
        arguments: [(from: 1, to: 2), (from: 2, to: 1)]
    )
    func rootFields(_ move: (from: Int, to: Int)) async throws {
        try await MovingRows.withReads { reads in
            try await reads.pool.execute("UPDATE moves.file SET box_id = \(Int64(move.from)) WHERE id = 101")
            let query = """
                { a: slowFiles(box: 1) { nodes { id } } b: files(box: 2) { totalCount nodes { id } }
                  c: files(box: 3) { nodes { id } } d: files(box: 4) { nodes { id } } }
                """
            let json = try await MovingRows.paused(
                reads,
                { try await reads.json(query) },
                change:
                    "UPDATE moves.file SET box_id = \(Int64(move.to)) WHERE id = 101"
            )
            let contents = try Contents(json)
            #expect(contents.files.sorted() == MovingRows.files, "\(json)")
            #expect(contents.tornCounts == 0)
        }
    }

    @Test(
        "A page has as many rows as its totalCount, though one comes while they are counted"
    )
    func pageAndCount() async throws {
        try await MovingRows.withReads { reads in
            let query = "{ slowFiles(box: 1) { totalCount nodes { id } } }"
            let json = try await MovingRows.paused(
                reads,
                { try await reads.json(query) },
                change:
                    "UPDATE moves.file SET box_id = 1 WHERE box_id = 2"
            )
            #expect(try Contents(json).tornCounts == 0, "\(json)")
        }
    }

    @Test("Nested fields see what the first level saw")
    func nested() async throws {
        try await MovingRows.withReads { reads in
            let query = """
                { slowFiles(box: 1) { nodes { id } } two: box(id: 2) { list { id } } three: box(id: 3) { list { id } }
                  four: box(id: 4) { files { totalCount nodes { id } } } }
                """
            let json = try await MovingRows.paused(
                reads,
                { try await reads.json(query) },
                change:
                    "UPDATE moves.file SET box_id = CASE box_id WHEN 1 THEN 2 ELSE 1 END WHERE box_id IN (1, 2)"
            )
            #expect(try Contents(json).files.sorted() == MovingRows.files, "\(json)")
        }
    }

    /// Each asks for every file once.
    static let queries = [
        "{ shelves { boxes { totalCount nodes { id files { totalCount nodes { id } } } } } }",
        "{ shelves { boxes { nodes { id list { id } } } } }",
        """
        { a: box(id: 1) { id files { totalCount nodes { id } } } b: box(id: 2) { id files { totalCount nodes { id } } }
          c: box(id: 3) { id list { id } } d: box(id: 4) { id files { totalCount nodes { id } } } }
        """,
        "{ d: files(box: 4) { nodes { id } } shelves { boxes { totalCount } } box(id: 1) { list { id } } \(boxesTwoAndThree) }",
        "{ files { totalCount nodes { id box { shelf { boxes { totalCount } } } } } }",
    ]

    private static let boxesTwoAndThree = "b: files(box: 2) { nodes { id } } c: box(id: 3) { files { nodes { id } } }"

    @Test("While rows move, no read finds one in both parents or in neither")
    func whileMoving() async throws { try await readWhileMoving(Self.queries) }

    @Test("While rows move, root fields of one level agree with each other")
    func oneLevelWhileMoving() async throws {
        try await readWhileMoving([
            """
            { a: files(box: 1) { totalCount nodes { id } } b: files(box: 2) { totalCount nodes { id } }
              c: files(box: 3) { totalCount nodes { id } } d: files(box: 4) { totalCount nodes { id } } }
            """
        ])
    }

    private func readWhileMoving(_ queries: [String]) async throws {
        try await MovingRows.withReads { reads in
            let moving = Moving()
            try await withThrowingTaskGroup(of: Int.self) { group in
                for reader in 0..<3 {
                    group.addTask {
                        var count = 0
                        while moving.isOn.load(ordering: .relaxed) || count < 20 {
                            let query = queries[(reader + count) % queries.count]
                            let json = try await reads.json(query)
                            let contents = try Contents(json)
                            try #require(contents.files.sorted() == MovingRows.files, "\(query): \(json)")
                            try #require(contents.tornCounts == 0, "\(query): \(json)")
                            let boxes = contents.boxes.sorted()
                            try #require(boxes.isEmpty || boxes == MovingRows.boxes, "\(query): \(json)")
                            count += 1
                        }
                        return count
                    }
                }
                group.addTask {
                    defer { moving.isOn.store(false, ordering: .relaxed) }
                    var random = Randomness(seed: 7)
                    for _ in 0..<100 { try await move(reads.pool, &random) }
                    return 0
                }
                try await group.waitForAll()
            }
        }
    }

    private final class Moving: Sendable {
        let isOn = Atomic(true)
    }

    /// Moves some rows in one transaction.
    private func move(_ pool: PostgresPool, _ random: inout Randomness) async throws {
        let files = random.pick(MovingRows.files, count: 3).map(Int64.init)
        let box = Int64(random.pick(MovingRows.boxes))
        let shelf = Int64(random.below(3) + 1)
        try await pool.withTransaction { transaction in
            try await transaction.execute("UPDATE moves.file SET box_id = \(box) WHERE id = ANY (\(files))")
            try await transaction.execute("UPDATE moves.box SET shelf_id = \(shelf) WHERE id = \(box)")
        }
    }
}

/// A mutation that moves a row, and reads both its parents.
@Suite("A payload's reads see the command's own writes")
struct MovingPayloadTests {
    /// Moves a file and answers the keys of both boxes.
    struct Session: RequestSession {
        let pool: PostgresPool

        struct Payload: RequestSession {
            let reader: SQLReader

            func fetch(_ requests: [FetchRequest], isLast: Bool) async throws -> [RowBatch] {
                try await reader.batches(for: requests, isLast: isLast)
            }

            func perform(
                _ command: FetchRequest,
                payload: @Sendable (RowBatch, any RequestSession) async throws -> [UInt8]
            ) async throws -> [UInt8] {
                throw GraphQLError("a payload performs nothing")
            }
        }

        func fetch(_ requests: [FetchRequest], isLast: Bool) async throws -> [RowBatch] {
            throw GraphQLError("a mutation has no root rows")
        }

        func perform(
            _ command: FetchRequest,
            payload: @Sendable (RowBatch, any RequestSession) async throws -> [UInt8]
        ) async throws -> [UInt8] {
            guard let description = command.fetch.description as? CommandFetch else { throw GraphQLError("no command") }
            let keys = description.arguments.compactMap { argument -> Int64? in
                if case .string(let text) = argument.value.value(command.variables) { Int64(text) } else { nil }
            }
            return try await pool.withTransaction { transaction in
                let old = try await transaction.query("SELECT box_id FROM moves.file WHERE id = \(keys[0]) FOR UPDATE")
                let from = try old.first?.decode(0, as: Int64.self) ?? 0
                try await transaction.execute("UPDATE moves.file SET box_id = \(keys[1]) WHERE id = \(keys[0])")
                var rows = BatchBuilder(columnCount: 2)
                rows.append(.int8(from), .int8(keys[1]))
                let reader = SQLReader(in: transaction, context: BoundContext(Reads.caller))
                return try await payload(rows.batch, Payload(reader: reader))
            }
        }
    }

    @Test("A moved row is in its new parent only, whatever others commit meanwhile")
    func ownWrites() async throws {
        try await MovingRows.withReads { reads in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for task in 0..<4 {
                    group.addTask {
                        var random = Randomness(seed: UInt64(task))
                        for _ in 0..<25 {
                            // Each task has files of its own.
                            let file = 101 + task * 6 + random.below(6)
                            let box = random.pick(MovingRows.boxes)
                            let (plan, values) = try reads.plan(
                                "mutation($to: ID!) { moveFile(id: \(file), to: $to) { from { id list { id } } to { id list { id } } } }",
                                variables: #"{"to": "\#(box)"}"#
                            )
                            let executor = Executor(schema: reads.schema) { Issue.record($0) }
                            let response = await executor.execute(
                                plan,
                                variables: values,
                                session: Session(pool: reads.pool)
                            )
                            let answer = try JSONReader.read(response.body)
                            let payload = try #require(answer["data"]?["moveFile"])
                            func files(_ box: String) -> [String] {
                                guard case .array(let items) = payload[box]?["list"] else { return [] }
                                return items.compactMap { if case .string(let id) = $0["id"] { id } else { nil } }
                            }
                            #expect(files("to").contains("\(file)"))
                            #expect(payload["to"]?["id"] == .string("\(box)"))
                            let stays = payload["from"]?["id"] == payload["to"]?["id"]
                            #expect(stays || !files("from").contains("\(file)"))
                        }
                    }
                }
                try await group.waitForAll()
            }
        }
    }
}
