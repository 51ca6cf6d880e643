extension Registry {
    /// Fields whose pages and lists have limits of their own.
    static let limits = """
        extend type Letter {
          lastEvents(first: Int!): [Event!]! @children(columns: ["letter_id"], order: ["id DESC"], maxPageSize: 2)
          fewEvents: [Event!] @children(columns: ["letter_id"], maxRows: 2)
          oneEvent: [Event!] @children(columns: ["letter_id"], maxRows: 1)
          pagedEvents(kind: String @where, first: Int!, after: String): EventConnection
            @children(columns: ["letter_id"], aggregateCost: 3)
        }

        extend type Query {
          manyEntries(first: Int): EntryConnection! @rows(pageSize: 300, maxPageSize: 1000)
          topEntries(first: Int): [Entry!] @rows(order: ["id"], maxPageSize: 500, maxRows: 900)
          allEntries: [Entry!] @rows(order: ["id"], maxRows: 899)
          someLetters(dueBefore: Date @where(column: "due_on", op: LT), first: Int, after: String): LetterConnection
            @rows(order: ["letter_no"])
        }
        """
}
