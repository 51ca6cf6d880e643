import GraphQLExecution

/// A statement with its choices still open: which filters apply, in which order, from which cursor.
struct StatementTemplate: Sendable {
    enum Output: Sendable {
        case rows, count, groups
    }

    enum Limit: Sendable {
        case none
        case one
        case page(Paging)
    }

    /// The columns that equal a key of the parent's rows.
    struct KeyMatch: Sendable {
        let columns: [String]
        let types: [ColumnType]
    }

    let terms: CallerTerms
    let output: Output
    let select: Select
    let keys: KeyMatch?
    /// The row whose key the rows are found by, where all of them are seen rows of one table.
    let seen: SeenRow?
    /// A set-returning function instead of the table.
    let function: QualifiedName?
    let own: [OwnColumn]
    /// The field of Query that looks one row up.
    let lookup: String?
    let restrictions: [TypeRestriction]
    /// Values that every request's text has.
    let required: [RequiredValue]
    /// nil where no argument filters.
    let filter: RowFilter?
    let order: RowOrder
    let limit: Limit
    /// What a count costs beside a row.
    let aggregateCost: Int
    /// What stands in place of the rows' columns.
    let groups: GroupSelect?
    /// The page that was asked for beside what the statement reads, and that no other statement reads.
    let pageCheck: PageCheck?

    init(
        terms: CallerTerms,
        output: Output = .rows,
        select: Select,
        keys: KeyMatch? = nil,
        seen: SeenRow? = nil,
        function: QualifiedName? = nil,
        own: [OwnColumn] = [],
        lookup: String? = nil,
        restrictions: [TypeRestriction] = [],
        required: [RequiredValue] = [],
        filter: RowFilter? = nil,
        order: RowOrder = .none,
        limit: Limit = .none,
        aggregateCost: Int = 0,
        groups: GroupSelect? = nil,
        pageCheck: PageCheck? = nil
    ) {
        self.terms = terms
        self.output = output
        self.select = select
        self.keys = keys
        self.seen = seen
        self.function = function
        self.own = own
        self.lookup = lookup
        self.restrictions = restrictions
        self.required = required
        self.filter = filter
        self.order = order
        self.limit = limit
        self.aggregateCost = aggregateCost
        self.groups = groups
        self.pageCheck = pageCheck
    }

    var paging: Paging? {
        if case .page(let paging) = limit { paging } else { nil }
    }

    /// What each list may have that is read to its end.
    var listLimit: ListLimit? { groups?.limit ?? paging?.listLimit }

    /// Whether every request has the same text.
    var isFixed: Bool {
        (filter == nil || filter?.constant != nil) && order.choice == nil && paging?.isWhole ?? true
            && groups?.by == nil
    }
}

/// The choices that make one text of a template.
struct StatementVariant: Hashable, Sendable {
    var filter = FilterShape()
    /// See `RowOrder.chosen`.
    var order: [UInt8] = []
    /// See `GroupSelect.chosen`.
    var groups: [UInt8] = []
    var isLimited = false
    var isBackward = false
    /// Which values of the cursor are NULL, a bit each; nil without a cursor.
    var after: UInt32?
    var before: UInt32?
}
