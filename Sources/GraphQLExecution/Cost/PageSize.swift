package import GraphQLLanguage

/// How many rows a field's page has: what `first` or `last` asks for, within what the field allows.
package struct PageSize: Sendable {
    /// `Type.field`, for messages.
    package let coordinate: String
    /// Rows of a page where neither argument has a value.
    package let unasked: Int
    package let maximum: Int
    private let firstArgument: ArgumentExpression?
    private let lastArgument: ArgumentExpression?

    package init(
        coordinate: String,
        first: ArgumentExpression?,
        last: ArgumentExpression? = nil,
        unasked: Int,
        maximum: Int
    ) {
        self.coordinate = coordinate
        self.unasked = unasked
        self.maximum = maximum
        firstArgument = first
        lastArgument = last
    }

    /// Whether every request asks for the same.
    package var isFixed: Bool { !(firstArgument?.isOpen ?? false) && !(lastArgument?.isOpen ?? false) }

    /// Whether the field takes a page size at all.
    package var isAsked: Bool { firstArgument != nil || lastArgument != nil }

    /// The value of `first`; nil where it is absent or null.
    ///
    /// Throws PAGE_SIZE for one that is not allowed.
    package func first(_ variables: CoercedVariables) throws(GraphQLError) -> Int? {
        try count(firstArgument, "first", variables)
    }

    /// The value of `last`, as `first`.
    package func last(_ variables: CoercedVariables) throws(GraphQLError) -> Int? {
        try count(lastArgument, "last", variables)
    }

    /// How many rows a page has at most.
    func rows(_ variables: CoercedVariables) throws(GraphQLError) -> Int {
        let first = try first(variables)
        let last = try last(variables)
        return first ?? last ?? unasked
    }

    private func count(
        _ argument: ArgumentExpression?,
        _ name: String,
        _ variables: CoercedVariables
    ) throws(GraphQLError) -> Int? {
        guard case .integer(let count) = argument?.value(variables) else { return nil }
        if (0...maximum).contains(count) { return count }
        throw GraphQLError(
            "分页数量超限：\(coordinate)(\(name):) 为 \(count)，允许 0 至 \(maximum)",
            code: "PAGE_SIZE",
            extensions: [
                JSONValue.Member("field", .string("\(coordinate)(\(name):)")),
                JSONValue.Member("found", .integer(count)),
                JSONValue.Member("limit", .integer(maximum)),
            ]
        )
    }
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

    /// How many items a list has; none for another value.
    func itemCount(_ variables: CoercedVariables) -> Int {
        if case .array(let items) = value(variables) { items.count } else { 0 }
    }
}
