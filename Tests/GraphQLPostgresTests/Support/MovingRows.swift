import GraphQLExecution
import GraphQLLanguage
import Postgres

@testable import GraphQLPostgres

/// Shelves with boxes with files, for tests in which rows go from one parent to another while they are read.
enum MovingRows {
    static let boxes = Array(1...4)
    static let files = Array(101...124)

    /// Whoever reads `slow_file` waits where `withPausedReads` holds it.
    static let script = """
        CREATE SCHEMA moves;
        DO $$ BEGIN CREATE ROLE docket_reader NOLOGIN; EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$;
        CREATE TABLE moves.shelf (id bigint PRIMARY KEY);
        CREATE TABLE moves.box (id bigint PRIMARY KEY, shelf_id bigint NOT NULL REFERENCES moves.shelf);
        CREATE INDEX ON moves.box (shelf_id);
        CREATE TABLE moves.file (id bigint PRIMARY KEY, box_id bigint NOT NULL REFERENCES moves.box);
        CREATE INDEX ON moves.file (box_id);
        CREATE FUNCTION moves.pause() RETURNS boolean LANGUAGE plpgsql AS $$
            BEGIN PERFORM pg_advisory_xact_lock_shared(4711); RETURN true; END
        $$;
        CREATE VIEW moves.slow_file AS SELECT * FROM moves.file WHERE moves.pause();
        INSERT INTO moves.shelf SELECT generate_series(1, 3);
        INSERT INTO moves.box SELECT i, i % 2 + 1 FROM generate_series(1, 4) i;
        INSERT INTO moves.file SELECT i, i % 4 + 1 FROM generate_series(101, 124) i;
        GRANT USAGE ON SCHEMA moves TO docket_reader;
        GRANT SELECT ON ALL TABLES IN SCHEMA moves TO docket_reader;
        """

    private static let page = "first: Int, after: String, last: Int, before: String"

    static let fragment = #"""
        type Shelf @table(name: "moves.shelf") {
          id: ID!
          boxes(\#(page)): BoxConnection! @children(columns: ["shelf_id"])
        }
        type Box @table(name: "moves.box") {
          id: ID!
          shelf: Shelf! @reference(columns: ["shelf_id"])
          files(\#(page)): FileConnection! @children(columns: ["box_id"])
          list: [File!]! @children(columns: ["box_id"])
        }
        type File @table(name: "moves.file") {
          id: ID!
          box: Box! @reference(columns: ["box_id"])
        }
        type SlowFile @table(name: "moves.slow_file") { id: ID! }
        extend type Query {
          shelves: [Shelf!]! @rows
          box(id: ID!): Box @lookup
          files(box: ID @where(column: "box_id"), \#(page)): FileConnection! @rows
          slowFiles(box: ID @where(column: "box_id"), \#(page)): SlowFileConnection! @rows
        }
        type MovePayload { from: Box to: Box }
        extend type Mutation { moveFile(id: ID!, to: ID!): MovePayload! }
        """#

    static func withReads(_ body: (Reads) async throws -> Void) async throws {
        try await SharedDatabase.withOwnReads(script: script, fragments: [fragment], body)
    }

    /// Runs a read that waits in `slow_file`; when it waits there, `change` is committed, and only then it goes on.
    static func paused(
        _ reads: Reads,
        _ read: @escaping @Sendable () async throws -> String,
        change: SQL
    ) async throws -> String {
        let answer = try await reads.pool.withTransaction { holder in
            _ = try await holder.query("SELECT pg_advisory_xact_lock(4711)")
            let answer = Task { try await read() }
            var isWaiting = false
            while !isWaiting {
                let row = try await reads.pool.query(
                    """
                    SELECT count(*) FROM pg_locks l JOIN pg_database d ON d.oid = l.database
                    WHERE l.locktype = 'advisory' AND NOT l.granted AND d.datname = current_database()
                    """
                ).first
                isWaiting = try row?.decode(0, as: Int64.self) == 1
            }
            try await reads.pool.execute(change)
            return answer
        }
        return try await answer.value
    }
}

/// What an answer says of where things are.
struct Contents {
    /// The files' and boxes' ids, as often as they occur.
    private(set) var files: [Int] = []
    private(set) var boxes: [Int] = []
    /// Connections whose `totalCount` is not the number of their nodes.
    private(set) var tornCounts = 0

    init(_ json: String) throws { add(try JSONReader.read(Array(json.utf8))) }

    private mutating func add(_ value: JSONValue) {
        switch value {
        case .array(let items): for item in items { add(item) }
        case .object(let members):
            if case .string(let text) = value["id"], let id = Int(text) {
                if id > 100 { files.append(id) } else { boxes.append(id) }
            }
            if let count = value["totalCount"], case .array(let nodes) = value["nodes"], count != .integer(nodes.count)
            {
                tornCounts += 1
            }
            for member in members { add(member.value) }
        default: break
        }
    }
}
