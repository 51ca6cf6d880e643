package import GraphQLLanguage

/// A fetch with what this request adds to it: the keys of its parent's rows and the variables.
package struct FetchRequest: Sendable {
    package let fetch: Fetch
    /// The batch whose rows carry the keys, in `fetch.parent.keyColumns`; nil for a root fetch, and nothing yet for a
    /// part, whose parent is asked for in the same call.
    package let parentBatch: RowBatch?
    package let variables: CoercedVariables
    /// Of a command's payload: what its rows must be for the payload to stand; nil where that is not known before it is written.
    package let needs: RowNeeds?

    package init(fetch: Fetch, parentBatch: RowBatch?, variables: CoercedVariables, needs: RowNeeds? = nil) {
        self.fetch = fetch
        self.parentBatch = parentBatch
        self.variables = variables
        self.needs = needs
    }
}

/// One request's access to its sources.
///
/// Throws `GraphQLError` or `RequestFailure` for what the client may see; any other error is logged and answered as an
/// internal one.
package protocol RequestSession: Sendable {
    /// Answers all fetches of one level, in order, in one round trip, in the request's snapshot.
    /// `isLast` says that no further level reads the snapshot, so that it can end with this one; `requests` is empty
    /// when that turns out only after the level before it.
    func fetch(_ requests: [FetchRequest], isLast: Bool) async throws -> [RowBatch]

    /// Runs a mutation field's command and hands its one payload row to `payload`, which reads what was selected
    /// through the session it is given, inside the command's transaction; then commits, or has committed with the last read,
    /// where the needs of all requests were met. Throws: nothing was written.
    func perform(
        _ command: FetchRequest,
        payload: @Sendable (RowBatch, any RequestSession) async throws -> [UInt8]
    ) async throws -> [UInt8]
}

/// Several errors of one field: every fault of one input together.
package struct RequestFailure: Error, Sendable {
    /// Paths and locations are filled in by the executor.
    package let errors: [GraphQLError]

    package init(errors: [GraphQLError]) { self.errors = errors }
}
