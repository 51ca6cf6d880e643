import GraphQLLanguage
import GraphQLSchema

extension MappingReader {
    /// Columns that an order may name: which of a cursor's values are NULL is kept in 32 bits.
    static let orderLimit = 24

    /// Reads a field with `@rows` or `@children`.
    mutating func rows(_ field: SchemaField, _ coordinate: String, _ directive: Directive) -> RowsMapping? {
        let node = schema.connectionNode(of: field.type.namedType)
        let target = node ?? field.type.namedType
        guard node != nil || field.type.listItem != nil, hasRows(target) else {
            report(
                "\(coordinate) with @\(directive.name.text) must be a list or a connection of a type with @table, "
                    + "not \(field.type)",
                at: field.provenance
            )
            return nil
        }
        let foreignKey = directive.strings("columns") ?? []
        var isOfAbstractType = false
        var restriction: TypeRestriction?
        if directive.name.text == "children", let parent = coordinate.split(separator: ".").first.map(String.init) {
            isOfAbstractType = !isTable(parent)
            if let column = directive.argument("typename")?.stringText {
                if isOfAbstractType {
                    report(
                        "@children(typename:) on \(coordinate) has no place on an interface: there the column stands "
                            + "first in \"columns\"",
                        at: field.provenance
                    )
                }
                restriction = TypeRestriction(column: column, types: [parent])
            }
            let keyCount = identityCount(parent)
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
        for argument in field.arguments { read(argument, coordinate, target, into: &arguments) }
        if arguments.filters.count > Self.memberLimit {
            report("\(coordinate) has more than \(Self.memberLimit) filters", at: field.provenance)
        }
        return RowsMapping(
            coordinate: coordinate,
            target: target,
            isConnection: node != nil,
            foreignKey: foreignKey,
            isOfAbstractType: isOfAbstractType,
            restriction: restriction,
            order: order(directive.strings("order") ?? [], coordinate, field.provenance),
            function: function,
            functionArguments: arguments.passed,
            own: directive.name.text == "rows" ? ownColumns(directive) : [],
            filters: arguments.filters,
            filter: arguments.filter,
            orderArgument: arguments.order,
            pages: pageLimits(field, coordinate, directive, isConnection: node != nil),
            provenance: field.provenance
        )
    }

    /// Columns that must equal a value of the caller.
    func ownColumns(_ directive: Directive) -> [OwnColumn] {
        terms.own.compactMap { own in
            directive.argument(own.argument)?.stringText.map {
                OwnColumn(argument: own.argument, name: $0, value: own.value)
            }
        }
    }

    /// What a field's arguments say.
    private struct RowArguments {
        let isConnection: Bool
        let hasFunction: Bool
        var filters: [FilterMapping.Member] = []
        var filter: FilterMapping.Key?
        var order: OrderArgument?
        var passed: [FunctionArgument] = []
    }

    private mutating func order(_ terms: [String], _ coordinate: String, _ provenance: Provenance?) -> [OrderTerm] {
        if terms.count > Self.orderLimit {
            report("The order of \(coordinate) has more than \(Self.orderLimit) columns", at: provenance)
        }
        return terms.compactMap { text in
            guard let term = OrderTerm(text) else {
                report(
                    "The order \"\(text)\" of \(coordinate) must be a column, or a column and ASC or DESC, and NULLS FIRST "
                        + "or NULLS LAST",
                    at: provenance
                )
                return nil
            }
            if term.column.isPersonalColumn {
                report("The order \"\(text)\" of \(coordinate): \(Self.personal(term.column))", at: provenance)
            }
            return term
        }
    }

    private mutating func read(
        _ argument: SchemaInputValue,
        _ coordinate: String,
        _ target: String,
        into arguments: inout RowArguments
    ) {
        let place = "\(coordinate)(\(argument.name):)"
        if let directive = argument.directives.named("where") {
            filterArguments.insert(place)
            if let content = condition(directive, argument, place) {
                arguments.filters.append(filterMember(argument, content))
            }
            return
        }
        switch argument.name {
        case "first", "last", "after", "before":
            let isPaged = arguments.isConnection || argument.name == "first"
            if !isPaged { report("\(place) needs a connection to page through", at: argument.provenance) }
            let isSize = argument.name == "first" || argument.name == "last"
            let allowed = isSize ? ["Int", "Int!"] : ["String"]
            if !allowed.contains(argument.type.description) {
                report(
                    "\(place) must be of type \(allowed.joined(separator: " or ")), not \(argument.type)",
                    at: argument.provenance
                )
            }
        case "filter":
            arguments.filter = filterInput(argument, target)
            if arguments.filter == nil {
                report("\(place) must be of an input object type, not \(argument.type)", at: argument.provenance)
            }
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

    private mutating func orderArgument(_ argument: SchemaInputValue, _ place: String) -> OrderArgument? {
        guard argument.type.listItem != nil, case .input(let input) = schema.type(named: argument.type.namedType),
            let field = input.field(named: "field"),
            case .enumeration(let columns) = schema.type(named: field.type.namedType),
            let direction = input.field(named: "direction"),
            case .enumeration(let directions) = schema.type(named: direction.type.namedType),
            Set(directions.values.map(\.name)) == ["ASC", "DESC"], isNulls(input.field(named: "nulls"))
        else {
            report(
                "\(place) must be a list of an input object with \"field\", an enum of columns, \"direction\", ASC or "
                    + "DESC, and if it likes \"nulls\", FIRST or LAST",
                at: argument.provenance
            )
            return nil
        }
        if columns.values.count > Self.orderLimit {
            report("\(place) has more than \(Self.orderLimit) columns", at: argument.provenance)
        }
        for value in columns.values where value.name.lowercased().isPersonalColumn {
            report("\(value.name) of \(place): \(Self.personal(value.name.lowercased()))", at: argument.provenance)
        }
        return OrderArgument(
            name: argument.name,
            columns: columns.values.map { ($0.name, $0.name.lowercased()) },
            provenance: argument.provenance
        )
    }

    private func isNulls(_ field: SchemaInputValue?) -> Bool {
        guard let field else { return true }
        guard case .enumeration(let places) = schema.type(named: field.type.namedType), field.type.listItem == nil
        else {
            return false
        }
        return Set(places.values.map(\.name)) == ["FIRST", "LAST"]
    }
}
