import GraphQLExecution
import GraphQLLanguage

/// Walks the values of a filter once: its shape, and what is bound.
struct FilterBinder {
    private let inputs: [FilterInput]
    private var bound = BoundFilter()
    private var conditionCount = 0
    private var relationCount = 0

    private init(_ inputs: [FilterInput]) { self.inputs = inputs }

    static func bind(_ filter: RowFilter, _ variables: CoercedVariables) throws(GraphQLError) -> BoundFilter {
        var binder = FilterBinder(filter.inputs)
        for (position, argument) in filter.arguments {
            guard let value = argument.value(variables) else { continue }
            try binder.member(value, position, of: 0, depth: 0)
        }
        // Arguments that filter nothing leave the text as it is without them.
        if !binder.bound.shape.isEmpty { binder.bound.shape.end() }
        return binder.bound
    }

    private mutating func object(_ value: JSONValue, of input: Int, depth: Int) throws(GraphQLError) {
        guard depth <= RowFilter.depthLimit else { throw Self.tooLarge }
        if case .object(let given) = value {
            // Coercion has put the fields in the order of the definition.
            var position = 0
            for member in given {
                guard let found = find(member.name, in: input, from: position) else { continue }
                position = found + 1
                try self.member(member.value, found, of: input, depth: depth)
            }
        }
        bound.shape.end()
    }

    private func find(_ name: String, in input: Int, from start: Int) -> Int? {
        let members = inputs[input].members
        return members[start...].firstIndex { $0.name == name } ?? members[..<start].firstIndex { $0.name == name }
    }

    private mutating func member(_ value: JSONValue, _ position: Int, of input: Int, depth: Int) throws(GraphQLError) {
        let member = inputs[input].members[position]
        switch (member.content, value) {
        case (.filter, .null), (.all, .null), (.any, .null), (.negation, .null), (.children, .null): return
        default: break
        }
        guard member.isAllowed else { throw GraphQLError("无权限", code: "FORBIDDEN") }
        if case .filter(let inner) = member.content, isEmpty(value, inner) { return }
        if !member.takesNull { try Self.refuseNull(value, member) }
        bound.shape.append(member: position)
        switch member.content {
        case .test(let condition): try test(condition, value)
        case .operators(let operators): try self.operators(operators, value)
        case .filter(let inner): try object(value, of: inner, depth: depth + 1)
        case .negation(let inner):
            try count()
            try object(value, of: inner, depth: depth + 1)
        case .all(let inner), .any(let inner):
            guard case .array(let items) = value else {
                bound.shape.append(0)
                return
            }
            guard items.count <= RowFilter.conditionLimit else { throw Self.tooLarge }
            bound.shape.append(UInt8(truncatingIfNeeded: items.count))
            for item in items {
                try count()
                try object(item, of: inner, depth: depth + 1)
            }
        case .related(_, let inner):
            try countRelation()
            bound.shape.append(value == .null ? .null : .value)
            if value != .null { try object(value, of: inner, depth: depth + 1) }
        case .children(_, let quantifiers, let inner):
            guard case .object(let given) = value else { return bound.shape.end() }
            for (position, quantifier) in quantifiers.enumerated() {
                guard let value = given.first(where: { $0.name == quantifier.rawValue })?.value, value != .null else {
                    continue
                }
                try countRelation()
                bound.shape.append(member: position)
                try object(value, of: inner, depth: depth + 1)
            }
            bound.shape.end()
        }
    }

    /// Whether the argument `filter` filters nothing.
    private func isEmpty(_ value: JSONValue, _ input: Int) -> Bool {
        if case .object(let given) = value { given.isEmpty } else { true }
    }

    private mutating func operators(
        _ operators: [(name: String, condition: FilterCondition)],
        _ value: JSONValue
    ) throws(GraphQLError) {
        guard case .object(let given) = value else {
            try count()
            return bound.shape.append(.null)
        }
        bound.shape.append(.value)
        for (position, item) in operators.enumerated() {
            guard let value = given.first(where: { $0.name == item.name })?.value else { continue }
            bound.shape.append(member: position)
            try test(item.condition, value)
        }
        bound.shape.end()
    }

    private mutating func test(_ condition: FilterCondition, _ value: JSONValue) throws(GraphQLError) {
        try count()
        switch (condition, value) {
        case (_, .null): bound.shape.append(.null)
        case (.function, _): bound.shape.append(value == .boolean(false) ? .isFalse : .value)
        case (.search, _):
            guard let bytes = try SearchText.encode(value) else { return bound.shape.append(.impossible) }
            bound.shape.append(.value)
            bound.values.append(bytes)
        case (.folded, _):
            guard let bytes = ColumnType.text.encode(value) else { return bound.shape.append(.impossible) }
            bound.shape.append(.value)
            bound.values.append(bytes)
        case (.column(_, let op, _, _), _) where op.isQuestion:
            bound.shape.append(value == .boolean(false) ? .isFalse : .value)
        case (.column(_, let op, let type, _), _):
            guard let bytes = try op.encode(value, type) else { return bound.shape.append(.impossible) }
            bound.shape.append(.value)
            bound.values.append(bytes)
        }
    }

    private mutating func count() throws(GraphQLError) {
        conditionCount += 1
        if conditionCount > RowFilter.conditionLimit { throw Self.tooLarge }
    }

    private mutating func countRelation() throws(GraphQLError) {
        try count()
        relationCount += 1
        if relationCount > RowFilter.relationLimit { throw Self.tooLarge }
    }

    /// Refuses null where it asks for rows that there cannot be.
    private static func refuseNull(_ value: JSONValue, _ member: FilterMember) throws(GraphQLError) {
        switch (member.content, value) {
        case (.test(let condition), .null):
            if !condition.isNegative { throw nullRefused(member.name) }
        case (.operators, .null), (.related, .null): throw nullRefused(member.name)
        case (.operators(let operators), .object(let given)):
            for (name, condition) in operators where !condition.isNegative {
                if given.contains(where: { $0.name == name && $0.value == .null }) {
                    throw nullRefused("\(member.name).\(name)")
                }
            }
        default: break
        }
    }

    private static func nullRefused(_ field: String) -> GraphQLError {
        GraphQLError(
            "筛选项 \(field) 不接受 null：它筛选的内容总有值；不按它筛选时，请不传该项",
            code: "FILTER_NULL",
            extensions: [JSONValue.Member("field", .string(field))]
        )
    }

    static var tooLarge: GraphQLError {
        GraphQLError(
            "筛选条件过多: a filter has at most \(RowFilter.conditionLimit) conditions, \(RowFilter.relationLimit) of them "
                + "through relations, \(RowFilter.depthLimit) deep.",
            code: "FILTER_TOO_LARGE",
            extensions: [
                JSONValue.Member("limit", .integer(RowFilter.conditionLimit)),
                JSONValue.Member("relations", .integer(RowFilter.relationLimit)),
                JSONValue.Member("depth", .integer(RowFilter.depthLimit)),
            ]
        )
    }
}

/// What a statement is shown with, where a request's values are not known.
extension FilterBinder {
    /// The shape with a value for every open variable; one that is a whole object has all of its tests.
    static func example(of filter: RowFilter) -> FilterShape {
        if let constant = filter.constant { return constant.shape }
        var binder = FilterBinder(filter.inputs)
        for (position, argument) in filter.arguments { binder.example(argument, position, of: 0) }
        if !binder.bound.shape.isEmpty { binder.bound.shape.end() }
        return binder.bound.shape
    }

    private mutating func example(_ value: ArgumentExpression, _ position: Int, of input: Int) {
        let content = inputs[input].members[position].content
        let before = bound.shape
        guard value.isOpen else {
            let known = value.value(.none) ?? .null
            if (try? member(known, position, of: input, depth: 0)) == nil { bound.shape = before }
            return
        }
        switch content {
        case .test:
            bound.shape.append(member: position)
            bound.shape.append(.value)
        case .operators(let operators):
            bound.shape.append(member: position)
            bound.shape.append(.value)
            for (position, item) in operators.enumerated() {
                guard let operand = value.member(item.name) else { continue }
                bound.shape.append(member: position)
                if operand.isOpen || (try? test(item.condition, operand.value(.none) ?? .null)) == nil {
                    bound.shape.append(.value)
                }
            }
            bound.shape.end()
        case .filter(let inner), .negation(let inner): example(value, position, object: inner)
        case .related(_, let inner):
            bound.shape.append(member: position)
            bound.shape.append(.value)
            exampleObject(value, of: inner)
        case .all(let inner), .any(let inner):
            guard case .list(let items) = value, items.count <= RowFilter.conditionLimit else { return }
            bound.shape.append(member: position)
            bound.shape.append(UInt8(truncatingIfNeeded: items.count))
            for item in items { exampleObject(item, of: inner) }
        case .children(_, let quantifiers, let inner):
            guard case .object(let given) = value else { return }
            bound.shape.append(member: position)
            for (position, quantifier) in quantifiers.enumerated() {
                guard let value = given.first(where: { $0.name == quantifier.rawValue })?.value else { continue }
                bound.shape.append(member: position)
                exampleObject(value, of: inner)
            }
            bound.shape.end()
        }
    }

    private mutating func example(_ value: ArgumentExpression, _ position: Int, object input: Int) {
        bound.shape.append(member: position)
        exampleObject(value, of: input)
    }

    private mutating func exampleObject(_ value: ArgumentExpression, of input: Int) {
        switch value {
        case .object(let given):
            for member in given {
                guard let position = find(member.name, in: input, from: 0) else { continue }
                example(member.value, position, of: input)
            }
        case .variable:
            for (position, member) in inputs[input].members.enumerated() {
                if case .test = member.content {
                    bound.shape.append(member: position)
                    bound.shape.append(.value)
                }
            }
        case .constant, .list: break
        }
        bound.shape.end()
    }
}

extension ArgumentExpression {
    /// An object's field; the variable itself where it is all that is known of the object.
    fileprivate func member(_ name: String) -> ArgumentExpression? {
        guard case .object(let members) = self else { return self }
        return members.first { $0.name == name }?.value
    }
}
