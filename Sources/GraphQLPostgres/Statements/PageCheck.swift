import GraphQLExecution
import GraphQLLanguage

/// The page that a connection's arguments ask for where none is read: what is wrong with them is said all the same.
struct PageCheck: Sendable {
    let paging: Paging
    let order: RowOrder

    /// Throws PAGE_SIZE, BAD_CURSOR, or what is wrong with the order; `choice` as in `Paging.request`.
    func check(_ variables: CoercedVariables, choice: UInt32) throws(GraphQLError) {
        let page = try paging.request(variables, choice: choice)
        guard page.after != nil || page.before != nil else { return }
        let columns = order.columns(try order.chosen(variables))
        _ = try order.matching(page.after, columns)
        _ = try order.matching(page.before, columns)
    }
}
