import GraphQLSchema

/// The object of a `NodeID`, or of each of several: a field of Query with `@node`.
struct NodeMapping: Sendable {
    let interface: String
    /// The argument that holds the id, or the ids.
    let argument: String
    let isList: Bool
}
