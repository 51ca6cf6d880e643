import GraphQLLanguage
import GraphQLSchema

extension MappingReader {
    /// Filters that one field may have: their states must fit in a statement variant.
    static let filterLimit = 32

    /// Reads a field with `@rows` or `@children`.
    mutating func rows(_ field: SchemaField, _ coordinate: String, _ directive: Directive) -> RowsMapping? {
        let node = schema.connectionNode(of: field.type.namedType)
        let target = node ?? field.type.namedType
        guard node != nil || field.type.listItem != nil, isTable(target) else {
            report(
                "\(coordinate) with @\(directive.name.text) must be a list or a connection of a type with @table, "
                    + "not \(field.type)",
                at: field.provenance
            )
            return nil
        }
        let foreignKey = directive.strings("columns") ?? []
        if directive.name.text == "children", let parent = coordinate.split(separator: ".").first {
            let keyCount = tableKeyCount(String(parent))
            if foreignKey.count != keyCount {
                report(
                    "@children on \(coordinate) names \(foreignKey.count) columns for a key of \(keyCount) columns",
                    at: field.provenance
                )
                return nil
            }
        }
        var function: QualifiedName?
        if let name = directive.argument("function") {
            function = self.function(named: name, "@rows(function:) of \(coordinate)", field.provenance)
        }
        var arguments = RowArguments(isConnection: node != nil, hasFunction: function != nil)
        for argument in field.arguments { read(argument, coordinate, into: &arguments) }
        if arguments.filters.count > Self.filterLimit {
            report("\(coordinate) has more than \(Self.filterLimit) filters", at: field.provenance)
        }
        return RowsMapping(
            coordinate: coordinate,
            target: target,
            isConnection: node != nil,
            foreignKey: foreignKey,
            order: order(directive.strings("order") ?? [], coordinate, field.provenance),
            function: function,
            functionArguments: arguments.passed,
            mine: directive.argument("mine")?.stringText,
            filters: arguments.filters,
            orderArgument: arguments.order,
            provenance: field.provenance
        )
    }

    /// What a field's arguments say.
    private struct RowArguments {
        let isConnection: Bool
        let hasFunction: Bool
        var filters: [FilterMapping] = []
        var order: OrderArgument?
        var passed: [FunctionArgument] = []
    }

    private mutating func order(_ terms: [String], _ coordinate: String, _ provenance: Provenance?) -> [OrderTerm] {
        terms.compactMap { text in
            if let term = OrderTerm(text) { return term }
            report(
                "The order \"\(text)\" of \(coordinate) must be a column, or a column and ASC or DESC",
                at: provenance
            )
            return nil
        }
    }

    private mutating func read(_ argument: SchemaInputValue, _ coordinate: String, into arguments: inout RowArguments) {
        let place = "\(coordinate)(\(argument.name):)"
        if let directive = argument.directives.named("where") {
            filterArguments.insert(place)
            if let test = test(directive, argument, place) {
                arguments.filters.append(filter(argument.name, nil, test, argument))
            }
            return
        }
        switch argument.name {
        case "first", "last", "after", "before":
            let isPaged = arguments.isConnection || argument.name == "first"
            if !isPaged { report("\(place) needs a connection to page through", at: argument.provenance) }
            let expected = argument.name == "first" || argument.name == "last" ? "Int" : "String"
            if argument.type.description != expected {
                report("\(place) must be of type \(expected), not \(argument.type)", at: argument.provenance)
            }
        case "filter": readFilter(argument, place, into: &arguments)
        case "orderBy": arguments.order = orderArgument(argument, place)
        default:
            if arguments.hasFunction {
                arguments.passed.append(
                    FunctionArgument(name: argument.name, type: argument.type, provenance: argument.provenance)
                )
            } else {
                report("\(place) has no effect: it needs @where", at: argument.provenance)
            }
        }
    }

    private mutating func readFilter(_ argument: SchemaInputValue, _ place: String, into arguments: inout RowArguments)
    {
        guard argument.type.listItem == nil, case .input(let input) = schema.type(named: argument.type.namedType) else {
            report("\(place) must be of an input object type, not \(argument.type)", at: argument.provenance)
            return
        }
        filterInputs.insert(input.name)
        for field in input.fields {
            let place = "\(input.name).\(field.name)"
            guard let directive = field.directives.named("where") else {
                report("\(place) has no effect: it needs @where", at: field.provenance)
                continue
            }
            if let test = test(directive, field, place) {
                arguments.filters.append(filter(argument.name, field.name, test, field))
            }
        }
    }

    private func filter(
        _ argument: String,
        _ member: String?,
        _ test: FilterMapping.Test,
        _ value: SchemaInputValue
    ) -> FilterMapping {
        FilterMapping(
            argument: argument,
            member: member,
            test: test,
            type: value.type,
            provenance: value.provenance
        )
    }

    private mutating func test(
        _ directive: Directive,
        _ value: SchemaInputValue,
        _ place: String
    ) -> FilterMapping.Test? {
        let isBoolean = value.type.listItem == nil && value.type.namedType == "Boolean"
        if let name = directive.argument("function") {
            guard isBoolean else {
                report("@where(function:) on \(place) needs a Boolean, not \(value.type)", at: value.provenance)
                return nil
            }
            return function(named: name, "@where(function:) on \(place)", value.provenance).map { .function($0) }
        }
        let column = directive.argument("column")?.stringText ?? value.name.snakeCase
        let text = directive.argument("op")?.enumName ?? "EQ"
        guard let op = FilterOperator(rawValue: text) else {
            report("@where on \(place) has no operator \(text)", at: value.provenance)
            return nil
        }
        let fault: String? =
            switch op {
            case .isIn where value.type.listItem?.isNonNull != true: "needs a list of non-null items"
            case .present where !isBoolean: "needs a Boolean"
            case .isIn, .present: nil
            default: value.type.listItem == nil ? nil : "takes no list"
            }
        if let fault {
            report("@where(op: \(text)) on \(place) \(fault), not \(value.type)", at: value.provenance)
            return nil
        }
        if !schema.isLeaf(value.type.namedType) {
            report("@where on \(place) needs a scalar or an enum, not \(value.type)", at: value.provenance)
            return nil
        }
        return .column(column, op)
    }

    private mutating func orderArgument(_ argument: SchemaInputValue, _ place: String) -> OrderArgument? {
        guard argument.type.listItem != nil, case .input(let input) = schema.type(named: argument.type.namedType),
            let field = input.field(named: "field"),
            case .enumeration(let columns) = schema.type(named: field.type.namedType),
            let direction = input.field(named: "direction"),
            case .enumeration(let directions) = schema.type(named: direction.type.namedType),
            Set(directions.values.map(\.name)) == ["ASC", "DESC"]
        else {
            report(
                "\(place) must be a list of an input object with \"field\", an enum of columns, and \"direction\", "
                    + "ASC or DESC",
                at: argument.provenance
            )
            return nil
        }
        return OrderArgument(
            name: argument.name,
            columns: columns.values.map { ($0.name, $0.name.lowercased()) },
            provenance: argument.provenance
        )
    }
}
