import Glibc
import GraphQLExecution
import GraphQLLanguage
import GraphQLSchema
import GraphQLValidation
import Postgres
import Testing

@testable import GraphQLPostgres

/// What is planned, sent to PostgreSQL and written must be what a naive reading of the directives says.
///
/// `PROPERTY_SEED` and `PROPERTY_COUNT` choose other operations and more of them.
@Suite("Planned answers are a naive evaluator's")
struct PropertyTests {
    static let caller = Asker(
        courts: (0..<8).map { PropertyRows.court($0) },
        staffID: 3,
        mayReadSealed: false,
        seesOnlyAssigned: false,
        today: 6754
    )

    /// A difference, and how to see it again.
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// A database of its own with the rows.
    static func withReads(_ rows: PropertyRows, _ body: (Reads) async throws -> Void) async throws {
        try await SharedDatabase.withOwnReads(
            script: PropertySchema.script + rows.script + "ANALYZE;",
            fragments: [PropertySchema.fragment]
        ) { reads in
            var reads = reads
            // Rows change under a client that pages: a place need not be among the rows that the filter still has.
            reads.cursors = ClearSeal(bindsChoice: false)
            try await body(reads)
        }
    }

    private static func number(_ name: String) -> Int? { getenv(name).flatMap { Int(String(cString: $0)) } }

    @Test("Random selections, filters, orders and pages")
    func randomOperations() async throws {
        let seed = UInt64(Self.number("PROPERTY_SEED") ?? 4)
        let count = Self.number("PROPERTY_COUNT") ?? 400
        let rows = PropertyRows(seed: seed)
        try await Self.withReads(rows) { reads in
            let comparison = Comparison(reads, rows)
            var cursors = CursorBook()
            var values = VariableValues()
            for index in 0..<count {
                let operationSeed = seed &* 1_000_003 &+ UInt64(index)
                var generator = OperationGenerator(
                    schema: reads.schema,
                    rows: rows,
                    cursors: cursors,
                    seed: operationSeed
                )
                let operation = generator.make()
                var copy = cursors
                guard let difference = await comparison.difference(operation, &copy) else {
                    let again = values.exchange(in: operation, &generator.random)
                    if index.isMultiple(of: 2),
                        let difference = await comparison.difference(again, after: operation, &copy)
                    {
                        throw Failure(
                            description: """
                                PROPERTY_SEED=\(seed), operation \(index), its plan used again: \(difference)
                                variables before: \(operation.variablesText)
                                \(await comparison.report(again, cursors))
                                """
                        )
                    }
                    cursors = copy
                    continue
                }
                let smallest = await comparison.smallest(operation, cursors)
                copy = cursors
                let smallDifference = await comparison.difference(smallest, &copy) ?? "none"
                throw Failure(
                    description: """
                        PROPERTY_SEED=\(seed), operation \(index): \(difference)
                        smallest:  \(smallDifference)
                        \(await comparison.report(smallest, cursors))
                        """
                )
            }
        }
    }
}

/// Asks both sides.
struct Comparison {
    private let reads: Reads
    private let evaluator: NaiveEvaluator

    init(_ reads: Reads, _ rows: PropertyRows) {
        self.reads = reads
        evaluator = NaiveEvaluator(schema: reads.schema, rows: rows, caller: PropertyTests.caller)
    }

    /// The answer of the operation's plan, or of the one that has answered `earlier`.
    private func actual(_ operation: RandomOperation, after earlier: RandomOperation?) async throws -> Reads.Answer {
        let (plan, values) = try reads.plan(operation.document, variables: operation.variablesText)
        guard let earlier else { return try await reads.answer(plan, values, as: PropertyTests.caller) }
        let (other, otherValues) = try reads.plan(earlier.document, variables: earlier.variablesText)
        _ = try await reads.answer(other, otherValues, as: PropertyTests.caller)
        return try await reads.answer(other, values, as: PropertyTests.caller)
    }

    /// How the answers differ; nil where they do not.
    ///
    /// `earlier` is the same document with other values, which its plan answers first.
    func difference(
        _ operation: RandomOperation,
        after earlier: RandomOperation? = nil,
        _ cursors: inout CursorBook
    ) async -> String? {
        do {
            let answer = try await actual(operation, after: earlier)
            if let error = answer.internalErrors.first { return error }
            // A null where no row could match it was drawn: that is refused, which other tests see to.
            if answer.json.contains(#""code":"FILTER_NULL""#) { return nil }
            let value = try JSONReader.read(Array(answer.json.utf8))
            return cursors.difference(evaluator.response(to: operation, cursors), value)
        } catch let failure as ValidationFailure where failure.isOverLimit {
            return nil
        } catch {
            return "\(error)"
        }
    }

    func smallest(_ operation: RandomOperation, _ cursors: CursorBook) async -> RandomOperation {
        var smallest = operation
        var attempts = 0
        search: while true {
            for candidate in smallest.smaller {
                attempts += 1
                if attempts > 3_000 { break search }
                var copy = cursors
                guard await difference(candidate, &copy) != nil, await isValid(candidate) else { continue }
                smallest = candidate
                continue search
            }
            break
        }
        return smallest
    }

    /// Whether the document is one that may be asked: what is left out may have been needed.
    private func isValid(_ operation: RandomOperation) async -> Bool {
        (try? reads.plan(operation.document, variables: operation.variablesText)) != nil
    }

    func report(_ operation: RandomOperation, _ cursors: CursorBook) async -> String {
        let answer = try? await actual(operation, after: nil)
        return """
            document:  \(operation.document)
            variables: \(operation.variablesText)
            expected:  \(evaluator.response(to: operation, cursors).text)
            answered:  \(answer?.json ?? "nothing") \(answer?.internalErrors.joined(separator: "; ") ?? "")
            statements:
            \(answer?.levels.joined().joined(separator: "\n;\n") ?? "")
            """
    }
}

extension ValidationFailure {
    /// Whether the document is only too large.
    fileprivate var isOverLimit: Bool {
        errors.allSatisfy { $0.extensions.contains { $0.value == .string("QUERY_TOO_COMPLEX") } }
    }
}
