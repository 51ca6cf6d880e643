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

        enum LetterGroupField { COURT_CODE STATE OVERDUE SUBJECT }
        type LetterGroup {
          courtCode: CourtCode
          state: LetterState
          overdue: Boolean @function(name: "app.overdue")
          subject: String
          count: Int! @aggregate(function: COUNT)
          dated: Int! @aggregate(function: COUNT, column: "due_on")
          assignees: Int! @aggregate(function: COUNT_DISTINCT, column: "assignee_id")
          firstReceivedOn: Date @aggregate(function: MIN, column: "received_on")
          lastNo: String @aggregate(function: MAX, column: "letter_no")
          priorities: Int @aggregate(function: SUM, column: "priority")
          meanScore: Float @aggregate(function: AVG, column: "score")
          meanPriority: Float @aggregate(function: AVG, column: "priority")
          weights: Decimal @aggregate(function: SUM, column: "weight")
          lastSubject: String @aggregate(function: MAX, column: "subject")
        }

        enum LetterStatisticField { STATE }
        type LetterStatistic {
          state: LetterState
          count: Int @aggregate(function: COUNT)
          firstReceivedOn: Date @aggregate(function: MIN, column: "received_on")
        }

        extend type LetterConnection {
          groups(by: [LetterGroupField!]!): [LetterGroup!]! @groups
          fewGroups(by: [LetterGroupField!]!): [LetterGroup!] @groups(maxGroups: 1)
          statistics(by: [LetterStatisticField!]!): [LetterStatistic!]! @groups(minimum: 2)
          firstReceivedOn: Date @aggregate(function: MIN, column: "received_on")
          lastSubject: String @aggregate(function: MAX, column: "subject")
          assignees: Int! @aggregate(function: COUNT_DISTINCT, column: "assignee_id")
        }
        """
}
