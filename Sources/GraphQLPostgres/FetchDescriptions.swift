package import GraphQLExecution
package import GraphQLLanguage

/// A mutation field's command: run by the host in a transaction, answered with one payload row.
///
/// The row has one cell per field of the payload type in definition order: int8 for ID and for the key of a table
/// type, int4 Int, float8 Float, bool, text String/enum/custom scalar, int4 days Date, int8 microseconds DateTime,
/// arrays of these; NULL for a list of objects, which is a `PayloadListFetch` below it. Where the type is a table's it
/// has one cell, the row's key.
package final class CommandFetch: FetchDescription {
    /// The mutation field's name.
    package let name: String
    package let payloadType: String
    package let arguments: [CollectedArgument]
    /// Whether the command takes the members of the one argument `input`, not the arguments themselves.
    package let takesInput: Bool
    /// `@requires(permission:)` of the field; checked when planning and again when running.
    package let permission: String?

    package init(
        name: String,
        payloadType: String,
        arguments: [CollectedArgument],
        takesInput: Bool = true,
        permission: String?
    ) {
        self.name = name
        self.payloadType = payloadType
        self.arguments = arguments
        self.takesInput = takesInput
        self.permission = permission
    }
}

/// A list of objects in a command's payload: column 0 the ordinal, then one cell per field of the item type as in
/// `CommandFetch`; for a list of a table type only its key (int8).
package final class PayloadListFetch: FetchDescription {
    /// The payload field's name.
    package let field: String
    package let itemType: String
    package var readsSnapshot: Bool { false }

    /// A command answers as many as it likes; a plan counts on this many.
    package var rowBound: RowBound { RowBound(.fixed(200)) }

    package init(field: String, itemType: String) {
        self.field = field
        self.itemType = itemType
    }
}

/// A batch resolver's field: keys from the parent's columns, answered with one row for each row of the parent that has it.
///
/// Column 0 is the ordinal; `position` says where the answer goes. Lists in it are `ResolverListFetch` parts.
package final class ResolverFetch: FetchDescription {
    /// The field whose resolver it is: `Letter.related`.
    package let coordinate: String
    /// Names of the columns that the parent fetch selected for it, in the order of the fetch's key columns.
    package let columns: [String]
    /// The columns' types (object ids), in the same order.
    package let columnTypes: [UInt32]
    package let arguments: [CollectedArgument]
    /// Whether the resolver may read the database.
    package let reads: Bool
    package let position: ResolverPosition
    package let columnCount: Int
    package var readsSnapshot: Bool { reads }

    init(
        coordinate: String,
        columns: [String],
        columnTypes: [UInt32],
        arguments: [CollectedArgument],
        reads: Bool,
        position: ResolverPosition,
        columnCount: Int
    ) {
        self.coordinate = coordinate
        self.columns = columns
        self.columnTypes = columnTypes
        self.arguments = arguments
        self.reads = reads
        self.position = position
        self.columnCount = columnCount
    }
}

/// The items of a list in a resolver's answer, a part of it: column 0 the ordinal of the row that has the list.
package final class ResolverListFetch: FetchDescription {
    package let position: ResolverPosition
    package let columnCount: Int
    /// The most items of one list.
    package let maxRows: Int
    package var readsSnapshot: Bool { false }
    package var rowBound: RowBound { RowBound(.fixed(maxRows)) }

    init(position: ResolverPosition, columnCount: Int, maxRows: Int) {
        self.position = position
        self.columnCount = columnCount
        self.maxRows = maxRows
    }

    /// What stands in the place of a longer list.
    package var tooLong: GraphQLError { .listTooLong(position.coordinate, limit: maxRows) }
}
