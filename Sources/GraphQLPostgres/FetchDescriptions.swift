package import GraphQLExecution

/// A mutation field's command: run by the host in a transaction, answered with one payload row.
///
/// The row has one cell per field of the payload type in definition order: int8 for ID and for the key of a table
/// type, int4 Int, float8 Float, bool, text String/enum/custom scalar, int4 days Date, int8 microseconds DateTime,
/// arrays of these; NULL for a list of objects, which is a `PayloadListFetch` below it.
package final class CommandFetch: FetchDescription {
    /// The mutation field's name.
    package let name: String
    package let payloadType: String
    package let arguments: [CollectedArgument]
    /// `@requires(permission:)` of the field; checked when planning and again when running.
    package let permission: String?

    package init(name: String, payloadType: String, arguments: [CollectedArgument], permission: String?) {
        self.name = name
        self.payloadType = payloadType
        self.arguments = arguments
        self.permission = permission
    }
}

/// A list of objects in a command's payload: column 0 the ordinal, then one cell per field of the item type as in
/// `CommandFetch`; for a list of a table type only its key (int8).
package final class PayloadListFetch: FetchDescription {
    /// The payload field's name.
    package let field: String
    package let itemType: String

    /// A command answers as many as it likes; a plan counts on this many.
    package var rowBound: RowBound { RowBound(.fixed(200)) }

    package init(field: String, itemType: String) {
        self.field = field
        self.itemType = itemType
    }
}

/// A batch resolver's field: keys from the parent's columns, answered with the ordinal and one cell.
package final class ResolverFetch: FetchDescription {
    package let type: String
    package let field: String
    /// Names of the columns that the parent fetch selected for it, in the order of the fetch's key columns.
    package let columns: [String]
    /// The columns' types (object ids), in the same order.
    package let columnTypes: [UInt32]
    package let arguments: [CollectedArgument]

    package init(
        type: String,
        field: String,
        columns: [String],
        columnTypes: [UInt32],
        arguments: [CollectedArgument]
    ) {
        self.type = type
        self.field = field
        self.columns = columns
        self.columnTypes = columnTypes
        self.arguments = arguments
    }
}
