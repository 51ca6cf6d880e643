import GraphQLLanguage

/// How many rows a field of many rows may answer for each parent.
struct PageLimits: Hashable, Sendable {
    /// Rows of a connection's page where neither `first` nor `last` says otherwise.
    var pageSize = 50
    /// The most that `first` and `last` may ask for.
    var maxPageSize = 200
    /// The most that a list has without `first`; one more is an error, since nothing says that a list goes on.
    var maxRows = 200
    /// What a count, or a statement of groups, costs beside a row.
    var aggregateCost = 10
}
