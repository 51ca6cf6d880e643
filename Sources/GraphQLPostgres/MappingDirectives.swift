/// The directives with which a plugin's fragment declares its reads.
///
/// Known while composing, left out of the published
/// schema. docs/adding-a-plugin.md explains each with an example.
package enum MappingDirectives {
    /// The definitions, and the directive of `terms` among them.
    package static func sdl(_ terms: CallerTerms) -> String {
        var own = ""
        for term in terms.own { own += ", \(term.argument): String" }
        return terms.sdl + "\n\n" + sdl(own: own)
    }

    private static func sdl(own: String) -> String {
        #"""
        """
        Rows of this table or view, schema-qualified. `key` names the key's columns. On an interface or a union the
        column `typename` (this name by default) holds the name of each row's object type, and `key` the row's key in
        that type's own table; wherever other columns lead to such a row, the one with the type's name stands first.
        """
        directive @table(name: String!, key: [String!]! = ["id"], typename: String) on OBJECT | INTERFACE | UNION

        """
        On an interface: its objects have an id that is unique in the whole API, `nodeId: ID!`, made of type and key. On
        a field of Query: the object of such an id, or of each of several.
        """
        directive @node on INTERFACE | FIELD_DEFINITION

        "The column a field reads; without it the field's name in snake_case."
        directive @column(name: String!) on FIELD_DEFINITION

        "An inlinable SQL function over the row, schema-qualified."
        directive @function(name: String!) on FIELD_DEFINITION

        "To-one: foreign key columns here, the key (or `key` columns) there."
        directive @reference(columns: [String!]!, key: [String!]) on FIELD_DEFINITION

        """
        To-many: foreign key columns there, the key here. A list or a connection, in `order` (`due_on`,
        `due_on DESC NULLS LAST`), then by key.

        Where rows of several types are referred to there, `typename` names the column that must hold this type's name.

        `pageSize`: rows of a connection's page where nobody says otherwise (50, or `maxPageSize` if that is less).
        `maxPageSize`: the most that `first` and `last` may ask for. `maxRows`: the most that a list has for one parent
        where `first` is not given; more are an error of the field. `aggregateCost`: what a count of a connection costs,
        in rows.
        """
        directive @children(
          columns: [String!]!, order: [String!]! = [], typename: String,
          pageSize: Int, maxPageSize: Int! = 200, maxRows: Int! = 200, aggregateCost: Int! = 10
        ) on FIELD_DEFINITION

        """
        The records of the row: to-many, found by its type's name (`object_type`) and its key (`object_id`) in the result
        type's table, in the order of their keys. A policy `records_of_` and the type's name must say who sees them.
        """
        directive @history(maxRows: Int! = 500) on FIELD_DEFINITION

        """
        One row of the result type's table by the columns that the arguments are named for, or by these, in argument order.
        With `once` an operation asks for one row only, whatever its aliases: LOOKUP_ONCE. Further
        arguments as in @rows.
        """
        directive @lookup(columns: [String!], once: Boolean! = false\#(own)) on FIELD_DEFINITION

        """
        Filtered, ordered, paged rows of the result type's table, or of a set-returning SQL function that takes the
        field's arguments by name (those without @where, paging and order). `pageSize`, `maxPageSize`, `maxRows`,
        `aggregateCost` as in @children; each further argument names a column that must equal a value of the caller.
        """
        directive @rows(
          order: [String!]! = [], function: String,
          pageSize: Int, maxPageSize: Int! = 200, maxRows: Int! = 200, aggregateCost: Int! = 10\#(own)
        ) on FIELD_DEFINITION

        """
        How an argument or a filter's input field becomes SQL: `column op value`; without `column` the name in
        snake_case. With `function`, an inlinable boolean SQL function over the row must equal the value; on a String, the
        column equals what an immutable SQL function of one text makes of the value (`core.folded_number`), and so it may
        also stand on an argument of @lookup.
        An absent filter is no filter; null asks for SQL NULL. On an input object, whose fields have `@where(op:)` alone,
        each of them compares the column.

        `MATCH` with `function`, an SQL function of one text that returns SETOF the key: the rows it finds. null finds none,
        a blank text is an error.

        In a filter's input object, `and: [Self!]`, `or: [Self!]` and `not: Self` combine, and a field that is named for a
        relation of the row filters through it: to-one by the target's filter (null: there is none), to-many by an input
        object with `some`, `none` and `every`.
        """
        directive @where(column: String, op: FilterOperator! = EQ, function: String) on INPUT_FIELD_DEFINITION | ARGUMENT_DEFINITION

        enum FilterOperator { EQ NE IN NOT_IN LT LTE GT GTE PREFIX CONTAINS MATCH PRESENT IS_NULL }

        """
        Served only masked: the column holds the masked form (its name ends in `_masked`); the clear value exists only
        through a logged reveal.
        """
        directive @masked(as: MaskKind!) on FIELD_DEFINITION

        enum MaskKind { NAME ID_NUMBER MOBILE ADDRESS OTHER }

        """
        Who may select the field or run the mutation; on a type, who may select any field of it; on an argument or an
        input field with @where, who may filter by it. A filter by a column that a field reads needs the field's
        permission without being told.
        """
        directive @requires(permission: String!) on
          | FIELD_DEFINITION
          | OBJECT
          | INTERFACE
          | UNION
          | ARGUMENT_DEFINITION
          | INPUT_FIELD_DEFINITION

        """
        Groups of a connection's rows, all pages of it: a list of a type whose fields are the columns to group by (the
        values of the enum of the argument `by`, `RECEIVED_ON` for `receivedOn`), and aggregates. More than `maxGroups` are
        an error. A group of fewer rows than `minimum` has no values, unless they are all the caller's own.
        """
        directive @groups(maxGroups: Int! = 200, minimum: Int! = 1) on FIELD_DEFINITION

        "A value over the rows of a group, or over all rows of a connection. COUNT without a column counts the rows."
        directive @aggregate(function: AggregateFunction!, column: String) on FIELD_DEFINITION

        enum AggregateFunction { COUNT COUNT_DISTINCT MIN MAX SUM AVG }

        """
        A Swift batch resolver provides the field from these columns of the row. `maxRows`: the most rows or objects that
        a list of its answer may have.
        """
        directive @resolve(columns: [String!]! = ["id"], maxRows: Int! = 200) on FIELD_DEFINITION

        "Personal data: accepted only as a variable over POST, kept out of logs, traces and error messages."
        directive @pii on ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION
        """#
    }
}
