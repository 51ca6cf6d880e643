import GraphQLLanguage
import GraphQLSchema

@testable import GraphQLPostgres

/// Answers an operation from rows in memory as the mapping directives say: nested loops, full sorts, no cleverness.
///
/// It reads the schema's directives itself and shares no code with the planner, the compiler or the executor.
struct NaiveEvaluator {
    let schema: Schema
    let rows: PropertyRows
    let caller: Asker
    private var operation = RandomOperation(selections: [])
    /// Says which row a cursor in the operation is of.
    private var cursors = CursorBook()
    /// The rows that the caller may see, by type.
    private var visibleRows: [String: [PropertyRow]] = [:]
    /// All rows by type and by key.
    private var rowsByKey: [String: [String: PropertyRow]] = [:]

    init(schema: Schema, rows: PropertyRows, caller: Asker) {
        self.schema = schema
        self.rows = rows
        self.caller = caller
        for type in schema.types {
            guard let table = type.table else { continue }
            visibleRows[type.name] = visible(rows.all(of: table), type)
            rowsByKey[type.name] = Dictionary(rows.all(of: table).map { ($0.keyText(type.key), $0) }) { row, _ in row }
        }
    }

    /// A response whose cursors are `CursorBook.Place` marks.
    func response(to operation: RandomOperation, _ cursors: CursorBook) -> JSONValue {
        let query = self.type(named: schema.queryTypeName ?? "")
        var evaluator = self
        evaluator.operation = operation
        evaluator.cursors = cursors
        return .object([JSONValue.Member("data", evaluator.object(operation.selections, query, nil))])
    }

    // MARK: - Selections

    private func object(_ selections: [RandomOperation.Selection], _ type: TypeDefinition, _ row: PropertyRow?)
        -> JSONValue
    {
        // What a row of several types stands for is a row of its own type's table.
        guard let typeColumn = type.typeColumn, let row, case .text(let name) = row[typeColumn] else {
            return .object(collected(selections, type.name).map { JSONValue.Member($0.key, value($0, type, row)) })
        }
        let own = self.type(named: name)
        let found = visible(own).first { matches($0, own.key, row, Array(type.key.dropFirst())) }
        return found.map { object(selections, own, $0) } ?? .null
    }

    /// The fields of selections in the order of their first mention, those of one key merged (GraphQL §6.3.2).
    func collected(_ selections: [RandomOperation.Selection], _ type: String) -> [RandomOperation.Field] {
        var fields: [RandomOperation.Field] = []
        for selection in selections where isIncluded(selection) {
            let found: [RandomOperation.Field] =
                switch selection.content {
                case .field(let field): [field]
                case .inline(let condition, let selections):
                    applies(condition ?? type, type) ? collected(selections, type) : []
                case .spread(let name):
                    applies(operation.fragments[name]?.type ?? type, type)
                        ? collected(operation.fragments[name]?.selections ?? [], type) : []
                }
            for field in found {
                if let position = fields.firstIndex(where: { $0.key == field.key }) {
                    fields[position].selections += field.selections
                } else {
                    fields.append(field)
                }
            }
        }
        return fields
    }

    /// Whether a fragment on a type is for objects of another (GraphQL §6.3.2, DoesFragmentTypeApply).
    private func applies(_ condition: String, _ type: String) -> Bool {
        condition == type || schema.possibleTypes(of: condition).contains { $0.name == type }
    }

    private func isIncluded(_ selection: RandomOperation.Selection) -> Bool {
        selection.conditions.allSatisfy { condition in
            condition.value.value(operation.variables) == .boolean(condition.name == "include")
        }
    }

    private func value(_ field: RandomOperation.Field, _ type: TypeDefinition, _ row: PropertyRow?) -> JSONValue {
        guard let definition = type.field(named: field.name) else { return .string(type.name) }
        let arguments = NaiveArguments(definition, field, operation.variables, schema)
        if let row {
            guard let table = type.table else { return .null }
            if let reference = definition.directives.named("reference") {
                let target = self.type(named: definition.type.namedType)
                let key = reference.strings("key") ?? target.key
                let columns = reference.strings("columns") ?? []
                let found = visible(target).first { matches($0, key, row, columns) }
                return found.map { object(field.selections, target, $0) } ?? .null
            }
            if let children = definition.directives.named("children") {
                return many(children, definition, field, arguments, type.name, parent: (row, type))
            }
            if let function = definition.directives.named("function")?.argument("name")?.stringText {
                return (NaiveFunctions.overRow[function]?(row) ?? .null).json(as: definition.type)
            }
            let column = definition.directives.named("column")?.argument("name")?.stringText ?? field.name.snakeCase
            precondition(table.isEmpty || row[column] != nil, "\(table) has no \(column)")
            return (row[column] ?? .null).json(as: definition.type)
        }
        if let lookup = definition.directives.named("lookup") { return one(lookup, definition, field, arguments) }
        guard let rows = definition.directives.named("rows") else { return .null }
        return many(rows, definition, field, arguments, type.name, parent: nil)
    }

    func matches(_ there: PropertyRow, _ key: [String], _ here: PropertyRow, _ columns: [String]) -> Bool {
        zip(key, columns).allSatisfy { there[$0] == here[$1] && there[$0] != .null }
    }

    func type(named name: String) -> TypeDefinition {
        guard let type = schema.type(named: name) else { preconditionFailure("no type \(name)") }
        return type
    }

    func arguments(of field: RandomOperation.Field, _ definition: SchemaField) -> NaiveArguments {
        NaiveArguments(definition, field, operation.variables, schema)
    }

    /// The rows among these that are a row's children.
    func children(
        of row: PropertyRow,
        _ type: TypeDefinition,
        _ directive: Directive,
        among rows: [PropertyRow]
    ) -> [PropertyRow] {
        let (columns, key) = (directive.strings("columns") ?? [], type.key)
        let typeColumn = directive.argument("typename")?.stringText
        return rows.filter { there in
            if let typeColumn, there[typeColumn] != .text(type.name) { return false }
            return matches(there, columns, row, key)
        }
    }

    /// The rows of a type's table that the caller may see.
    func visible(_ type: TypeDefinition) -> [PropertyRow] { visibleRows[type.name] ?? [] }

    private func visible(_ rows: [PropertyRow], _ type: TypeDefinition) -> [PropertyRow] {
        guard let scope = type.directives.named("scope") else { return rows }
        return rows.filter { row in
            if let column = scope.argument("court")?.stringText,
                !caller.courts.contains(where: { row[column] == .text($0) })
            {
                return false
            }
            if let column = scope.argument("sealed")?.stringText, row[column] == .boolean(true) {
                return caller.mayReadSealed
            }
            return true
        }
    }

    // MARK: - Rows

    private func one(
        _ lookup: Directive,
        _ definition: SchemaField,
        _ field: RandomOperation.Field,
        _ arguments: NaiveArguments
    ) -> JSONValue {
        let type = self.type(named: definition.type.namedType)
        let columns = lookup.strings("columns") ?? definition.arguments.map(\.name.snakeCase)
        let found = visible(type).filter { row in
            zip(definition.arguments, columns).allSatisfy { argument, column in
                let example = rows.example(of: column, in: type.table ?? "")
                guard let value = arguments[argument.name], let cell = example.reading(value) else { return false }
                return row[column] == cell
            }
        }
        let ordered = NaiveOrder(keyOf: type).sorted(found)
        return ordered.first.map { object(field.selections, type, $0) } ?? .null
    }

    private func many(
        _ directive: Directive,
        _ definition: SchemaField,
        _ field: RandomOperation.Field,
        _ arguments: NaiveArguments,
        _ parentType: String,
        parent: (row: PropertyRow, type: TypeDefinition)?
    ) -> JSONValue {
        let node = schema.connectionNode(of: definition.type.namedType)
        let type = self.type(named: node ?? definition.type.namedType)
        var found = visible(type)
        if let function = directive.argument("function")?.stringText {
            found = visible((NaiveFunctions.ofRows[function] ?? { _, _ in [] })(rows, arguments), type)
        }
        if let parent {
            found = children(of: parent.row, parent.type, directive, among: found)
        }
        if let mine = directive.argument("mine")?.stringText {
            found = found.filter { row in caller.staffID.map { row[mine] == .integer(Int($0)) } ?? false }
        }
        let filter = NaiveFilter(evaluator: self, type: type)
        found = found.filter { filter.passes($0, definition, arguments) }
        let order = NaiveOrder(directive, arguments, type, rows)
        let sorted = order.sorted(found)
        guard node != nil else {
            let page = arguments.integer("first").map { Array(sorted.prefix($0)) } ?? sorted
            return .array(page.map { object(field.selections, type, $0) })
        }
        let isOpen = field.arguments.contains { $0.name == "orderBy" && !$0.value.variables.isEmpty }
        let place = CursorBook.Place(
            coordinate: "\(parentType).\(field.name)",
            order: order.description + (isOpen ? ", chosen at each request" : ""),
            key: ""
        )
        let page = NaivePage(sorted, order, arguments) { text in
            let key = cursors.places[text]?.key
            return key.flatMap { rowsByKey[type.name]?[$0] }
        }
        return connection(field, self.type(named: definition.type.namedType), type, page, place)
    }

    // MARK: - Connections

    private func connection(
        _ field: RandomOperation.Field,
        _ connectionType: TypeDefinition,
        _ type: TypeDefinition,
        _ page: NaivePage,
        _ place: CursorBook.Place
    ) -> JSONValue {
        func cursor(_ row: PropertyRow?) -> JSONValue { row.map { place.at($0.keyText(type.key)).mark } ?? .null }
        let members = collected(field.selections, connectionType.name).map { part -> JSONValue.Member in
            switch part.name {
            case "nodes": return .init(part.key, .array(page.rows.map { object(part.selections, type, $0) }))
            case "totalCount": return .init(part.key, .integer(page.totalCount))
            case "edges":
                let edges = page.rows.map { row in
                    JSONValue.object(
                        collected(part.selections, "\(type.name)Edge").map { child in
                            switch child.name {
                            case "cursor": .init(child.key, cursor(row))
                            case "node": .init(child.key, object(child.selections, type, row))
                            default: .init(child.key, .string("\(type.name)Edge"))
                            }
                        }
                    )
                }
                return .init(part.key, .array(edges))
            case "pageInfo":
                let info = collected(part.selections, "PageInfo").map { child -> JSONValue.Member in
                    switch child.name {
                    case "hasNextPage": .init(child.key, .boolean(page.hasNext))
                    case "hasPreviousPage": .init(child.key, .boolean(page.hasPrevious))
                    case "startCursor": .init(child.key, cursor(page.rows.first))
                    case "endCursor": .init(child.key, cursor(page.rows.last))
                    default: .init(child.key, .string("PageInfo"))
                    }
                }
                return .init(part.key, .object(info))
            default:
                guard let definition = connectionType.field(named: part.name) else {
                    return .init(part.key, .string(connectionType.name))
                }
                return .init(part.key, groups(part, definition, page.all))
            }
        }
        return .object(members)
    }
}

extension TypeDefinition {
    func field(named name: String) -> SchemaField? { fields?.first { $0.name == name } }

    /// The column that names each row's type, where the rows are of several.
    var typeColumn: String? {
        guard let table = directives.named("table") else { return nil }
        if case .object = self { return nil }
        return table.argument("typename")?.stringText ?? "typename"
    }

    var table: String? { directives.named("table")?.argument("name")?.stringText }

    /// What identifies a row: the type's name first, where the rows are of several.
    var key: [String] {
        let key = directives.named("table")?.strings("key") ?? ["id"]
        return typeColumn.map { [$0] + key } ?? key
    }
}

extension PropertyRow {
    /// Identifies the row among those of its table.
    func keyText(_ key: [String]) -> String { key.map { (self[$0] ?? .null).sql }.joined(separator: "/") }
}
