/// The directive with which a plugin's fragment declares the rows that its mutations change.
///
/// The build makes a Swift row of it; known while composing, left out of the published schema.
enum ChangeDirectives {
    static let sdl = #"""
        """
        Rows of this type's table are changed, one way: locked, compared, written as far as they differ, with an audit event of
        the fields that changed. The table has the columns `id`, `court_code`, `version` and `updated_at`.

        `state` names the field of the row's state, if it has a life. `fixed` names what a change reads and never writes,
        `changing` what it may write: fields of the type that read one column, or columns that no field shows as
        `column: Type`.
        """
        directive @changes(state: String, fixed: [String!]! = [], changing: [String!]! = []) on OBJECT

        """
        The mutation does another one to each of `items`, inputs of that one, each in a transaction of its own: what one
        refuses stops none behind it. It asks for the same permission, and answers `BulkPayload`. With `dryRun` nothing is
        written. Under an `idempotencyKey` each item has a key of its own: the request's and its position.
        """
        directive @each(of: String!) on FIELD_DEFINITION
        """#
}
