import GraphQLExecution
import GraphQLLanguage

/// What a field's arguments may ask of its rows, and what they do ask.
struct RowFilter: Sendable {
    /// How large one filter may be.
    static let conditionLimit = 200
    static let depthLimit = 10
    /// How many of the conditions may lead through relations: PostgreSQL plans 99 semi-joins in 1.7 s, 20 in 60 ms.
    static let relationLimit = 10

    /// The field's arguments are input object 0; the others refer to each other by position.
    let inputs: [FilterInput]
    /// The arguments that filter, each with its position in input object 0.
    let arguments: [(member: Int, value: ArgumentExpression)]
    /// The filter of a request without variables, found when planning.
    private(set) var constant: BoundFilter?

    /// Throws what `bound(_:)` throws, if no request can be answered.
    init(inputs: [FilterInput], arguments: [(member: Int, value: ArgumentExpression)]) throws(GraphQLError) {
        self.inputs = inputs
        self.arguments = arguments
        if !arguments.contains(where: \.value.isOpen) { constant = try FilterBinder.bind(self, .none) }
    }

    /// The filter under these variables.
    ///
    /// Throws `FORBIDDEN`, `FILTER_TOO_LARGE`, `FILTER_NULL`, or `BAD_USER_INPUT` for a date that is none.
    func bound(_ variables: CoercedVariables) throws(GraphQLError) -> BoundFilter {
        if let constant { return constant }
        return try FilterBinder.bind(self, variables)
    }
}

/// A filter with its variables decided: its shape decides the text, its values are bound to the placeholders in order.
struct BoundFilter: Sendable {
    var shape = FilterShape()
    var values: [[UInt8]?] = []
}

/// An input object of a filter, over rows of one table.
struct FilterInput: Sendable {
    let members: [FilterMember]
}

struct FilterMember: Sendable {
    let name: String
    /// Whether the caller may select what it compares.
    let isAllowed: Bool
    /// Whether there can be rows without a value, so that null asks for something.
    let takesNull: Bool
    let content: Content

    init(name: String, isAllowed: Bool, takesNull: Bool = true, content: Content) {
        self.name = name
        self.isAllowed = isAllowed
        self.takesNull = takesNull
        self.content = content
    }

    enum Content: Sendable {
        case test(FilterCondition)
        /// An input object of operators; null asks for a NULL of the column.
        case operators([(name: String, condition: FilterCondition)])
        /// The argument `filter`: an input object over the same row.
        case filter(Int)
        case all(Int)
        case any(Int)
        case negation(Int)
        case related(FilterRelation, Int)
        case children(FilterRelation, [FilterQuantifier], Int)
    }
}

/// A relation from a row to rows of another table.
struct FilterRelation: Sendable {
    let source: TableMapping
    let target: TableMapping
    let here: [String]
    let there: [String]
    var restrictions: [TypeRestriction] = []
}

/// A condition on one row, its column's type known.
enum FilterCondition: Sendable {
    case column(name: String, FilterOperator, ColumnType, isNullable: Bool)
    /// The column, a text, equals what a function makes of the value.
    case folded(name: String, QualifiedName)
    case function(QualifiedName)
    /// The key is among those that a function finds for the value.
    case search(QualifiedName, key: String)
}

extension FilterCondition {
    /// Whether null asks for the rows that have a value.
    var isNegative: Bool { if case .column(_, let op, _, _) = self { op.isNegative } else { false } }
}

extension ArgumentExpression {
    /// Whether the value is known at each request only.
    var isOpen: Bool {
        switch self {
        case .constant: false
        case .variable: true
        case .list(let items): items.contains { $0.isOpen }
        case .object(let members): members.contains { $0.value.isOpen }
        }
    }
}
