extension VisibleRows {
    /// The directive with which a fragment declares who may see a type's rows.
    package static let directive = "visible"

    /// Its definition.
    package static let sdl = """
        \"""
        Who may see a row. The plan's condition, the policy of the table and the right of whoever changes a row are made of it.

        `courts`: columns of court codes; the row is seen in each of these courts, by whoever reads that court. `sealed`, a
        boolean column: then by its discipline inspectors only. `people`, columns of staff ids or of lists of them, and
        `departments`, columns of keys of departments: whoever sees only own assignments sees the rows that name them or
        their department, and no other. `recused`, a column of staff ids: by none of them, and by none of their chain of command.

        `with` names the table of another type: the row is seen where the row there is whose key `columns` hold. Given more than
        once, with all of them.
        \"""
        directive @visible(
          courts: [String!], departments: [String!], sealed: String, people: [String!], recused: String,
          with: String, columns: [String!]
        ) repeatable on OBJECT | INTERFACE | UNION
        """
}
