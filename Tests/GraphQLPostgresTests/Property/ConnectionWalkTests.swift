import GraphQLExecution
import GraphQLLanguage
import GraphQLSchema
import Postgres
import Testing

@testable import GraphQLPostgres

@Suite("Walks through a whole connection")
struct ConnectionWalkTests {
    private static let seed: UInt64 = 5
    private static let rows = PropertyRows(seed: seed)

    /// A connection with an order and a filter, walked page by page.
    struct Walk: Sendable, CustomStringConvertible {
        let reads: Reads
        /// A row by key, where the connection is not one of the query's.
        let parent: RandomOperation.Field?
        let name: String
        /// A field that every row has.
        let key: String
        var arguments: [RandomOperation.Input.Member]
        let variables: [String: RandomOperation.Variable]

        struct Page {
            var keys: [String] = []
            var cursors: [String] = []
            var hasNext = false
            var hasPrevious = false
        }

        private func operation(_ paging: [RandomOperation.Input.Member]) -> RandomOperation {
            func field(_ name: String, _ selections: [RandomOperation.Field] = []) -> RandomOperation.Field {
                RandomOperation.Field(
                    name: name,
                    alias: nil,
                    arguments: [],
                    selections: selections.map { .init(content: .field($0)) }
                )
            }
            let node = field("node", [field(key), field("__typename")])
            let info = field(
                "pageInfo",
                ["hasNextPage", "hasPreviousPage", "startCursor", "endCursor"].map { field($0) }
            )
            var connection = field(name, [field("edges", [field("cursor"), node]), info])
            connection.arguments = arguments + paging
            guard var parent else {
                return RandomOperation(selections: [.init(content: .field(connection))], variables: variables)
            }
            parent.selections = [.init(content: .field(connection))]
            return RandomOperation(selections: [.init(content: .field(parent))], variables: variables)
        }

        var description: String { operation([]).document + " " + operation([]).variablesText }

        /// One page; `size` and `cursor` are those of `first` and `after`, or of `last` and `before`.
        func page(_ size: Int, _ cursor: String?, isForward: Bool) async throws -> Page {
            var paging = [RandomOperation.Input.Member(name: isForward ? "first" : "last", value: .integer(size))]
            if let cursor { paging.append(.init(name: isForward ? "after" : "before", value: .text(cursor))) }
            let operation = operation(paging)
            let answer = try await reads.ask(
                operation.document,
                variables: operation.variablesText,
                as: PropertyTests.caller
            )
            return try page(in: JSONReader.read(Array(answer.json.utf8)), answer.json)
        }

        /// All rows at once, as the naive evaluator has them.
        func all(_ rows: PropertyRows) throws -> [String] {
            let evaluator = NaiveEvaluator(schema: reads.schema, rows: rows, caller: PropertyTests.caller)
            let operation = operation([.init(name: "first", value: .integer(.max))])
            return try page(in: evaluator.response(to: operation, CursorBook()), "the naive evaluator").keys
        }

        private func page(in response: JSONValue, _ text: String) throws -> Page {
            let data = try #require(response["data"], "\(text)")
            let connection = try #require(parent.map { data[$0.name]?[name] } ?? data[name], "\(text)")
            var page = Page()
            guard case .array(let edges) = connection["edges"] else { return page }
            for edge in edges {
                page.keys.append(edge["node"]?.text ?? "")
                if case .string(let cursor) = edge["cursor"] { page.cursors.append(cursor) }
            }
            let info = connection["pageInfo"]
            page.hasNext = info?["hasNextPage"] == .boolean(true)
            page.hasPrevious = info?["hasPreviousPage"] == .boolean(true)
            #expect(info?["startCursor"] == (page.cursors.first.map { .string($0) } ?? .null))
            #expect(info?["endCursor"] == (page.cursors.last.map { .string($0) } ?? .null))
            return page
        }
    }

    /// Connections with what leads to them.
    private static let connections: [(parent: RandomOperation.Field?, type: String, name: String, key: String)] = [
        (nil, "Query", "people", "id"), (nil, "Query", "dossiers", "id"), (nil, "Query", "entries", "id"),
        (nil, "Query", "mine", "id"), (nil, "Query", "items", "id"), (nil, "Query", "remarks", "id"),
        (nil, "Query", "pagedHits", "__typename"), (nil, "Query", "pagedEntriesOf", "id"),
        (lookup("court", "code", .text("晋01")), "Court", "dossiers", "id"),
        (lookup("person", "id", .integer(3)), "Person", "entries", "id"),
        (lookup("dossier", "id", .integer(8)), "Dossier", "entries", "id"),
    ]

    private static func lookup(_ name: String, _ key: String, _ value: RandomOperation.Input) -> RandomOperation.Field {
        RandomOperation.Field(name: name, alias: nil, arguments: [.init(name: key, value: value)], selections: [])
    }

    private static func walk(_ reads: Reads, _ index: Int, only type: String? = nil) throws -> Walk {
        var generator = OperationGenerator(
            schema: reads.schema,
            rows: rows,
            cursors: CursorBook(),
            seed: seed &* 77 &+ UInt64(index)
        )
        let choices = connections.filter { type == nil || $0.name == type }
        let choice = choices[index % choices.count]
        guard case .object(let object) = reads.schema.type(named: choice.type) else { throw GraphQLError(choice.type) }
        let definition = try #require(object.field(named: choice.name))
        var fanOut = 1
        let paging: Set = ["first", "last", "after", "before"]
        let arguments = generator.arguments(of: definition, in: choice.type, &fanOut).filter {
            !paging.contains($0.name)
        }
        return Walk(
            reads: reads,
            parent: choice.parent,
            name: choice.name,
            key: choice.key,
            arguments: arguments,
            variables: generator.operation.variables
        )
    }

    @Test("Pages of any size add up to the whole order, forwards and backwards")
    func wholeOrder() async throws {
        try await PropertyTests.withReads(Self.rows) { reads in
            for index in 0..<66 {
                let walk = try Self.walk(reads, index)
                let expected = try walk.all(Self.rows)
                var random = Randomness(seed: UInt64(index))
                let isForward = index.isMultiple(of: 2)
                var keys: [String] = []
                var cursor: String?
                while true {
                    let size = 1 + random.below(expected.count < 20 ? 5 : 60)
                    let page = try await walk.page(size, cursor, isForward: isForward)
                    keys = isForward ? keys + page.keys : page.keys + keys
                    #expect((isForward ? page.hasPrevious : page.hasNext) == (cursor != nil), "\(walk)")
                    let goesOn = isForward ? page.hasNext : page.hasPrevious
                    #expect(goesOn == (keys.count < expected.count), "\(walk)")
                    guard goesOn, page.keys.count == size else {
                        #expect(!goesOn, "\(walk)")
                        break
                    }
                    cursor = isForward ? page.cursors.last : page.cursors.first
                }
                #expect(keys == expected, "\(walk)")
            }
        }
    }

    @Test("Rows that come and go between pages make no other row appear twice or vanish")
    func changesBetweenPages() async throws {
        try await PropertyTests.withReads(Self.rows) { reads in
            var random = Randomness(seed: Self.seed + 1)
            var rows = Self.rows
            for index in 0..<12 {
                let walk = try Self.walk(reads, index, only: "entries")
                let before = try walk.all(rows)
                var touched: Set<String> = []
                var keys: [String] = []
                var cursor: String?
                let isForward = index.isMultiple(of: 2)
                while true {
                    let page = try await walk.page(1 + random.below(30), cursor, isForward: isForward)
                    keys = isForward ? keys + page.keys : page.keys + keys
                    guard isForward ? page.hasNext : page.hasPrevious else { break }
                    cursor = isForward ? page.cursors.last : page.cursors.first
                    let (script, changed) = rows.changeEntries(&random)
                    try await reads.pool.execute(script: script)
                    touched.formUnion(changed.map { #"{"id":"\#($0)","__typename":"Entry"}"# })
                }
                let untouched = before.filter { !touched.contains($0) }
                #expect(keys.filter { !touched.contains($0) } == untouched, "\(walk)")
            }
        }
    }
}

extension PropertyRows {
    /// Deletes some entries, inserts others and changes one.
    ///
    /// - Returns: the statements, and the ids of these entries.
    fileprivate mutating func changeEntries(_ random: inout Randomness) -> (script: String, ids: [String]) {
        let gone = random.pick(entries, count: 2)
        var added = [Self.entry(&random), Self.entry(&random)]
        var moved = random.pick(entries.filter { row in !gone.contains { $0["id"] == row["id"] } })
        let id = moved["id"]
        moved = Self.entry(&random)
        moved["id"] = id
        let removed = (gone + [moved]).compactMap { $0["id"]?.sql }
        added.append(moved)
        entries = entries.filter { row in !removed.contains(row["id"]?.sql ?? "") } + added
        let ids = (gone + added).compactMap { row in if case .text(let id) = row["id"] { id } else { nil } }
        let script = "DELETE FROM prop.entry WHERE id IN (\(removed.joined(separator: ", ")));\n"
        return (script + Self.insertion(of: added, into: "prop.entry"), ids)
    }

    private var entries: [PropertyRow] {
        get { tables["prop.entry"] ?? [] }
        set { tables["prop.entry"] = newValue }
    }
}
