import GraphQLExecution

/// A value that is in the statement whatever the request gives.
///
/// Without one, NULL is bound, which no row equals.
struct RequiredValue: Sendable {
    enum Use: Sendable {
        /// The column equals it, or what a function of a text makes of it.
        case column(String, foldedBy: QualifiedName? = nil)
        /// An argument of the set-returning function that is read.
        case argument(String)
    }

    let value: ArgumentExpression
    let use: Use
    let type: ColumnType
}
