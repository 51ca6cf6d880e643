import GraphQLExecution
import GraphQLLanguage
import GraphQLPostgres
import PluginKit
import Postgres

/// One call of a batch resolver: all fetches of a level that ask the same field with the same arguments.
struct ResolverCall: Sendable {
    /// A fetch that it answers.
    struct Member: Sendable {
        let id: Int
        let fetch: ResolverFetch
        /// For each row of the parent the position of its key; -1 for a row of a type that does not have the field.
        let positions: [Int32]
    }

    /// What came of it.
    enum Answers: Sendable {
        /// A value for each key.
        case values([ResolverValue])
        /// The same error for every row.
        case failed(GraphQLError)
    }

    /// `Letter.related`.
    let coordinate: String
    let resolver: BatchResolver
    let arguments: InputObject
    private(set) var members: [Member] = []
    private var keys = DistinctKeys()

    /// The calls that a level's requests take.
    static func calls(for requests: [FetchRequest], of composition: Composition) -> [ResolverCall] {
        var calls: [ResolverCall] = []
        for request in requests {
            guard let fetch = request.fetch.description as? ResolverFetch else { continue }
            guard let resolver = composition.resolvers[fetch.coordinate] else {
                preconditionFailure("the composition has a resolver for every @resolve field")
            }
            let arguments = InputObject(fetch.arguments, request.variables)
            let known = calls.firstIndex {
                $0.coordinate == fetch.coordinate && $0.arguments.members == arguments.members
            }
            if let known {
                calls[known].add(request, fetch)
            } else {
                var call = ResolverCall(coordinate: fetch.coordinate, resolver: resolver, arguments: arguments)
                call.add(request, fetch)
                calls.append(call)
            }
        }
        return calls
    }

    private init(coordinate: String, resolver: BatchResolver, arguments: InputObject) {
        self.coordinate = coordinate
        self.resolver = resolver
        self.arguments = arguments
    }

    private mutating func add(_ request: FetchRequest, _ fetch: ResolverFetch) {
        // A field of Query has one row and one key, of no columns.
        let positions =
            if let rows = request.parentBatch, let parent = request.fetch.parent {
                keys.add(rows, of: parent)
            } else {
                [Int32(0)]
            }
        members.append(Member(id: request.fetch.id, fetch: fetch, positions: positions))
    }

    /// Asks the resolver.
    ///
    /// Throws what is no fault of this field alone: the database's errors, which end the snapshot, and cancellation.
    func answers(in context: ResolverContext, report: (any Error) -> Void) async throws -> Answers {
        do {
            let types = members.first?.fetch.columnTypes ?? []
            let cells = types.isEmpty ? [[]] : try keys.cells(types)
            guard !cells.isEmpty else { return .values([]) }
            let values = try await resolver.answers(for: cells, in: context)
            return .values(values)
        } catch let error as DomainError {
            return .failed(HostErrors.shown(error))
        } catch let errors as DomainErrors where !errors.errors.isEmpty {
            return .failed(HostErrors.shown(errors.errors[0]))
        } catch let error where Self.concernsRequest(error) {
            throw error
        } catch {
            report(ResolverFault("\(coordinate): \(error)"))
            return .failed(.internalError)
        }
    }

    private static func concernsRequest(_ error: any Error) -> Bool {
        switch error {
        case let error as PostgresError: error.code != .decoding && error.code != .tooManyRows
        case is GraphQLError, is CancellationError: true
        default: false
        }
    }
}

extension InputObject {
    /// A field's arguments under a request's variables.
    fileprivate init(_ arguments: [CollectedArgument], _ variables: CoercedVariables) {
        self.init(
            members: arguments.compactMap { argument in
                argument.value.value(variables).map { Member(name: argument.name, value: Value($0)) }
            }
        )
    }
}
