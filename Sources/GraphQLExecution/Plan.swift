package import GraphQLLanguage
import Synchronization

/// What a fetch asks of its source; opaque to the executor, understood by the session that runs it.
package protocol FetchDescription: AnyObject, Sendable {
    /// What it can read at most for each row of its parent.
    var rowBound: RowBound { get }
    /// About how much memory it takes, for the bound of the cache of plans.
    var byteEstimate: Int { get }
    /// Whether it is answered from the request's snapshot, which has to last until then.
    var readsSnapshot: Bool { get }
    /// Why it cannot be asked with these variables; nil where it can, as far as can be told without asking.
    func refusal(_ variables: CoercedVariables) -> GraphQLError?
}

extension FetchDescription {
    package var rowBound: RowBound { .one }

    /// That of a description of a few words.
    package var byteEstimate: Int { 512 }

    /// Whatever says nothing else.
    package var readsSnapshot: Bool { true }

    package func refusal(_ variables: CoercedVariables) -> GraphQLError? { nil }
}

/// A root fetch whose rows are made from the variables alone: nothing is asked of a source.
package protocol LocalFetch: FetchDescription {
    func rows(_ variables: CoercedVariables) throws(GraphQLError) -> RowBatch
}

/// One fetch of a plan.
package struct Fetch: Sendable {
    package struct Parent: Sendable {
        /// The fetch whose rows carry the keys.
        package let fetch: Int
        /// The key's columns in it.
        package let keyColumns: [Int]
        /// Only rows of this object type have a key; nil where all have.
        package let variant: Variant?

        package init(fetch: Int, keyColumns: [Int], variant: Variant? = nil) {
            self.fetch = fetch
            self.keyColumns = keyColumns
            self.variant = variant
        }
    }

    /// Rows of one object type among those of an abstract type.
    package struct Variant: Sendable {
        /// The column that holds the name of a row's type.
        package let column: Int
        package let typename: [UInt8]

        package init(column: Int, typename: String) {
            self.column = column
            self.typename = Array(typename.utf8)
        }
    }

    /// Position in the plan's list of fetches.
    package let id: Int
    /// 0 for a root fetch, else one more than its parent's; a part's is its parent's own; below 0 for one that is answered
    /// without a source.
    ///
    /// All fetches of a level are sent together.
    package let level: Int
    package let parent: Parent?
    /// The index of the root field it belongs to.
    package let rootField: Int
    /// Its rows are a part of what its parent's source answers: asked for together with the parent.
    package let isPart: Bool
    package let description: any FetchDescription

    package init(
        id: Int,
        level: Int,
        parent: Parent?,
        rootField: Int,
        isPart: Bool = false,
        description: any FetchDescription
    ) {
        self.id = id
        self.level = level
        self.parent = parent
        self.rootField = rootField
        self.isPart = isPart
        self.description = description
    }
}

/// An operation made ready: immutable, cached by document, operation, `@skip`/`@include` variant and permissions.
package final class Plan: Sendable {
    package let kind: OperationKind
    package let source: Source
    /// The root object: one field per root response key, in order.
    package let root: ObjectShape
    package let fetches: [Fetch]
    /// The operation's variables, for coercion at each request (GraphQL §6.1.2).
    package let variables: [VariableDefinition]
    /// Whether a null in a non-null position makes its parent null (GraphQL §6.4.4); else it stays where it is.
    let propagatesErrors: Bool
    /// The shapes as the writer walks them.
    let program: ResponseProgram
    /// The fetches by level.
    let levels: [[Fetch]]
    /// What the fetches can read.
    let bounds: PlanBounds
    /// The fetches that are answered before the first level.
    let locals: [(fetch: Fetch, description: any LocalFetch)]
    /// The last level that is answered from the request's snapshot.
    let lastReadingLevel: Int
    /// For each root field of a mutation what its payload needs to stand, where that can be told from rows.
    let payloadNeeds: [PayloadNeeds?]
    /// Bytes of the last response, so that the next one's buffer need not grow.
    let responseSize = Atomic<Int>(1024)

    package init(
        kind: OperationKind,
        source: Source,
        root: ObjectShape,
        fetches: [Fetch],
        variables: [VariableDefinition],
        propagatesErrors: Bool = true
    ) {
        self.kind = kind
        self.source = source
        self.root = root
        self.fetches = fetches
        self.variables = variables
        self.propagatesErrors = propagatesErrors
        program = ResponseProgram(root)
        levels = fetches.byLevel
        bounds = PlanBounds(fetches)
        locals = fetches.compactMap { fetch in
            (fetch.description as? any LocalFetch).map { (fetch, $0) }
        }
        payloadNeeds = kind == .mutation ? root.fields.map { propagatesErrors ? PayloadNeeds($0) : nil } : []
        lastReadingLevel = levels.lastIndex { $0.contains { $0.description.readsSnapshot } } ?? 0
    }
}

extension [Fetch] {
    /// The fetches of each level, level 0 first.
    var byLevel: [[Fetch]] {
        var levels: [[Fetch]] = []
        for fetch in self where fetch.level >= 0 {
            while levels.count <= fetch.level { levels.append([]) }
            levels[fetch.level].append(fetch)
        }
        return levels
    }
}

/// Collects the fetches of a plan while its fields are planned.
package struct PlanBuilder: Sendable {
    package private(set) var fetches: [Fetch] = []
    /// The root field being planned.
    package internal(set) var rootField = 0

    package init() {}

    /// Adds a fetch and answers its id.
    ///
    /// A fetch with a parent stands one level below it.
    package mutating func add(_ description: any FetchDescription, parent: Fetch.Parent? = nil) -> Int {
        let id = fetches.count
        let level = parent.map { fetches[$0.fetch].level + 1 } ?? (description is any LocalFetch ? -1 : 0)
        fetches.append(Fetch(id: id, level: level, parent: parent, rootField: rootField, description: description))
        return id
    }

    /// Adds a fetch whose rows come with its parent's, in the same level, and answers its id.
    package mutating func add(_ description: any FetchDescription, partOf parent: Int) -> Int {
        let id = fetches.count
        fetches.append(
            Fetch(
                id: id,
                level: fetches[parent].level,
                parent: Fetch.Parent(fetch: parent, keyColumns: []),
                rootField: rootField,
                isPart: true,
                description: description
            )
        )
        return id
    }

    /// Adds a fetch whose description is known only after the fetches below it, and answers its id.
    package mutating func reserve(parent: Fetch.Parent? = nil) -> Int { add(Undescribed(), parent: parent) }

    /// Adds a part whose description is known only after the fetches below it, and answers its id.
    package mutating func reserve(partOf parent: Int) -> Int { add(Undescribed(), partOf: parent) }

    /// Gives a reserved fetch its description.
    package mutating func describe(_ id: Int, as description: any FetchDescription) {
        let fetch = fetches[id]
        fetches[id] = Fetch(
            id: id,
            level: fetch.level,
            parent: fetch.parent,
            rootField: fetch.rootField,
            isPart: fetch.isPart,
            description: description
        )
    }
}

/// Stands in for a description that is still to come.
private final class Undescribed: FetchDescription {}

/// Plans the fields that the engine does not answer itself (all but introspection).
package protocol FieldPlanner: Sendable {
    /// Plans one root field of a query or mutation; a thrown error refuses the operation before anything is run.
    func plan(
        _ field: CollectedField,
        of kind: OperationKind,
        into builder: inout PlanBuilder
    ) throws(GraphQLError) -> Shape
}
