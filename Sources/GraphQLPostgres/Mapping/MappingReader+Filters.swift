import GraphQLLanguage
import GraphQLSchema

/// Input objects that filter rows: tests with `@where`, `and`, `or`, `not`, and relations of the row.
extension MappingReader {
    /// Fields that a filter may have: a field's position is a byte of a statement's shape.
    static let memberLimit = 200

    static func personal(_ column: String) -> String {
        "the column \"\(column)\" is personal data, by which nothing is searched or ordered"
    }

    /// Notes an input object as a filter of a type's rows, to be read when the types are; nil for another type.
    mutating func filterInput(_ value: SchemaInputValue, _ target: String) -> FilterMapping.Key? {
        guard value.type.listItem == nil, case .input(let input) = schema.type(named: value.type.namedType) else {
            return nil
        }
        let key = FilterMapping.Key(input: input.name, target: target)
        pendingFilters.append(key)
        return key
    }

    /// Reads the input objects of filters, and those that they lead to.
    mutating func readFilters() {
        while let key = pendingFilters.popLast() {
            guard filters[key] == nil, case .input(let input) = schema.type(named: key.input) else { continue }
            filterInputs.insert(input.name)
            // Known from now on, as it may lead to itself.
            filters[key] = FilterMapping(key: key, members: [])
            if input.fields.count > Self.memberLimit {
                report("\(input.name) has more than \(Self.memberLimit) filters", at: input.provenance)
            }
            var members: [FilterMapping.Member] = []
            for field in input.fields {
                if let content = content(of: field, input, key.target) { members.append(filterMember(field, content)) }
            }
            filters[key] = FilterMapping(key: key, members: members)
        }
    }

    func filterMember(_ value: SchemaInputValue, _ content: FilterMapping.Content) -> FilterMapping.Member {
        FilterMapping.Member(
            name: value.name,
            content: content,
            type: value.type,
            permission: value.directives.permission,
            provenance: value.provenance
        )
    }

    private mutating func content(
        of field: SchemaInputValue,
        _ input: InputObjectType,
        _ target: String
    ) -> FilterMapping.Content? {
        let place = "\(input.name).\(field.name)"
        if let directive = field.directives.named("where") { return condition(directive, field, place) }
        switch field.name {
        case "and", "or":
            if field.type.namedType == input.name, let item = field.type.listItem, item.listItem == nil {
                return field.name == "and" ? .all : .any
            }
            report("\(place) must be of type [\(input.name)!], not \(field.type)", at: field.provenance)
            return nil
        case "not":
            if field.type.namedType == input.name, field.type.listItem == nil { return .negation }
            report("\(place) must be of type \(input.name), not \(field.type)", at: field.provenance)
            return nil
        default: return relation(field, place, target)
        }
    }

    /// A field that is named and typed for a relation of the row.
    private mutating func relation(
        _ field: SchemaInputValue,
        _ place: String,
        _ target: String
    ) -> FilterMapping.Content? {
        guard field.type.listItem == nil, case .input(let input) = schema.type(named: field.type.namedType) else {
            report("\(place) has no effect: it needs @where", at: field.provenance)
            return nil
        }
        let isRelation: Bool
        if let relation = schema.type(named: target)?.fields?.first(where: { $0.name == field.name }) {
            isRelation = relation.directives.named("reference") != nil || relation.directives.named("children") != nil
        } else {
            isRelation = false
        }
        guard isRelation else {
            report(
                "\(place) has no effect: it needs @where, or the name of a relation of \(target)",
                at: field.provenance
            )
            return nil
        }
        // A relation that is wrong itself was reported where it stands.
        switch tables[target]?.fields[field.name]?.source {
        case .reference(let reference):
            return filterInput(field, reference.target).map { .related(field: field.name, $0) }
        case .children(let rows): return children(field, input, rows.target)
        default: return nil
        }
    }

    private mutating func children(
        _ field: SchemaInputValue,
        _ input: InputObjectType,
        _ target: String
    ) -> FilterMapping.Content? {
        filterInputs.insert(input.name)
        var quantifiers: [FilterQuantifier] = []
        var key: FilterMapping.Key?
        for member in input.fields {
            guard let quantifier = FilterQuantifier(rawValue: member.name), member.directives.named("where") == nil,
                key == nil || key?.input == member.type.namedType, let filter = filterInput(member, target)
            else {
                report(
                    "\(input.name).\(member.name): the filter of a to-many relation has \"some\", \"none\" and \"every\", "
                        + "all of one input object type",
                    at: member.provenance
                )
                return nil
            }
            quantifiers.append(quantifier)
            key = filter
        }
        return key.map { .children(field: field.name, quantifiers, $0) }
    }

    // MARK: - Tests

    /// What `@where` says of a value, or of an input object of operators.
    mutating func condition(
        _ directive: Directive,
        _ value: SchemaInputValue,
        _ place: String
    ) -> FilterMapping.Content? {
        if directive.argument("op")?.enumName == FilterOperator.match.rawValue {
            return search(directive, value, place)
        }
        if let name = directive.argument("function") {
            if value.type.listItem == nil, value.type.namedType == "String" {
                return folded(name, directive, value, place)
            }
            guard value.type.listItem == nil, value.type.namedType == "Boolean" else {
                report(
                    "@where(function:) on \(place) needs a Boolean or a String, not \(value.type)",
                    at: value.provenance
                )
                return nil
            }
            return function(named: name, "@where(function:) on \(place)", value.provenance)
                .map { .test(.function($0)) }
        }
        let column = directive.argument("column")?.stringText ?? value.name.snakeCase
        if column.isPersonalColumn {
            report("@where on \(place): \(Self.personal(column))", at: value.provenance)
            return nil
        }
        if value.type.listItem == nil, case .input(let input) = schema.type(named: value.type.namedType) {
            return operators(input, column, directive, value, place)
        }
        return filterOperator(directive, value, place).map { .test(.column(column, $0)) }
    }

    private mutating func folded(
        _ name: Value,
        _ directive: Directive,
        _ value: SchemaInputValue,
        _ place: String
    ) -> FilterMapping.Content? {
        let column = directive.argument("column")?.stringText ?? value.name.snakeCase
        if directive.argument("op") != nil {
            report(
                "@where(function:) on \(place) asks whether the column equals it: it takes no op",
                at: value.provenance
            )
            return nil
        }
        if column.isPersonalColumn {
            report("@where on \(place): \(Self.personal(column))", at: value.provenance)
            return nil
        }
        return function(named: name, "@where(function:) on \(place)", value.provenance)
            .map { .test(.folded(column, $0)) }
    }

    private mutating func search(
        _ directive: Directive,
        _ value: SchemaInputValue,
        _ place: String
    ) -> FilterMapping.Content? {
        if let fault = FilterOperator.match.fault(for: value.type) {
            report("@where(op: MATCH) on \(place) \(fault), not \(value.type)", at: value.provenance)
            return nil
        }
        if directive.argument("column") != nil {
            report("@where(op: MATCH) on \(place) takes no column: its function finds the rows", at: value.provenance)
            return nil
        }
        return function(
            named: directive.argument("function"),
            "@where(op: MATCH, function:) on \(place)",
            value.provenance
        )
        .map { .test(.search($0)) }
    }

    private mutating func operators(
        _ input: InputObjectType,
        _ column: String,
        _ directive: Directive,
        _ value: SchemaInputValue,
        _ place: String
    ) -> FilterMapping.Content? {
        filterInputs.insert(input.name)
        if directive.argument("op") != nil {
            report("@where on \(place): \(input.name) has the operators", at: value.provenance)
        }
        var operators: [FilterMapping.Operator] = []
        for field in input.fields {
            let inner = "\(input.name).\(field.name)"
            guard let directive = field.directives.named("where"), directive.argument("column") == nil,
                directive.argument("function") == nil
            else {
                report(
                    "\(inner) needs @where(op:) alone: the column is that of the field it is given for",
                    at: field.provenance
                )
                continue
            }
            if let op = filterOperator(directive, field, inner) {
                operators.append(
                    FilterMapping.Operator(name: field.name, op: op, type: field.type, provenance: field.provenance)
                )
            }
        }
        return .operators(column: column, operators)
    }

    private mutating func filterOperator(
        _ directive: Directive,
        _ value: SchemaInputValue,
        _ place: String
    ) -> FilterOperator? {
        let text = directive.argument("op")?.enumName ?? "EQ"
        guard let op = FilterOperator(rawValue: text) else {
            report("@where on \(place) has no operator \(text)", at: value.provenance)
            return nil
        }
        if op == .match {
            report("@where on \(place) needs a function, which stands on a field of its own", at: value.provenance)
            return nil
        }
        if let fault = op.fault(for: value.type) {
            report("@where(op: \(text)) on \(place) \(fault), not \(value.type)", at: value.provenance)
            return nil
        }
        guard schema.isLeaf(value.type.namedType) else {
            report("@where on \(place) needs a scalar or an enum, not \(value.type)", at: value.provenance)
            return nil
        }
        return op
    }

    // MARK: - Placement

    /// `@where` stands on arguments of mapped fields and on fields of the input objects of their argument `filter`.
    mutating func checkFilterPlacement() {
        for type in schema.types {
            for field in type.fields ?? [] {
                for argument in field.arguments where argument.directives.named("where") != nil {
                    let coordinate = "\(type.name).\(field.name)(\(argument.name):)"
                    if !filterArguments.contains(coordinate) {
                        report("@where on \(coordinate) needs @rows or @children on the field", at: argument.provenance)
                    }
                }
            }
            guard case .input(let input) = type, !filterInputs.contains(input.name) else { continue }
            for field in input.fields where field.directives.named("where") != nil {
                report(
                    "@where on \(input.name).\(field.name) has no effect: no @rows or @children field has an argument "
                        + "\"filter\" of this type",
                    at: field.provenance
                )
            }
        }
    }
}
