import GraphQLLanguage
import GraphQLSchema

@testable import GraphQLPostgres

/// Makes random valid queries over the property tests' schema.
struct OperationGenerator {
    let schema: Schema
    let rows: PropertyRows
    let cursors: CursorBook
    var random: Randomness
    var operation = RandomOperation(selections: [])
    private var nextAlias = 0

    /// Rows that an operation may read, roughly.
    private static let rowLimit = 600
    private static let maxDepth = 4

    init(schema: Schema, rows: PropertyRows, cursors: CursorBook, seed: UInt64) {
        self.schema = schema
        self.rows = rows
        self.cursors = cursors
        random = Randomness(seed: seed)
    }

    mutating func make() -> RandomOperation {
        guard let query = schema.rootType(for: .query) else { return operation }
        operation.selections = (0...random.below(3)).map { _ in
            decorated(.field(field(random.pick(query.fields), of: query.name, depth: 0, fanOut: 1)))
        }
        return operation
    }

    // MARK: - Selections

    private mutating func selections(of name: String, depth: Int, fanOut: Int) -> [RandomOperation.Selection] {
        guard case .object(let type) = schema.type(named: name) else { return [] }
        if schema.connectionNode(of: name) != nil { return connection(type, depth: depth, fanOut: fanOut) }
        let leaves = type.fields.filter { schema.isLeaf($0.type.namedType) }
        let relations = type.fields.filter { !schema.isLeaf($0.type.namedType) }
        var selections: [RandomOperation.Selection] = []
        for _ in 0...random.below(4) {
            selections.append(decorated(.field(field(random.pick(leaves), of: name, depth: depth, fanOut: fanOut))))
        }
        if random.chance(10) { selections.append(decorated(.field(leaf("__typename")))) }
        if depth < Self.maxDepth, !relations.isEmpty {
            for _ in 0..<random.below(3) {
                let relation = random.pick(relations)
                selections.append(decorated(.field(field(relation, of: name, depth: depth + 1, fanOut: fanOut))))
            }
        }
        selections.shuffle(using: &random)
        return grouped(selections, name)
    }

    /// Puts some of the selections into fragments.
    private mutating func grouped(_ selections: [RandomOperation.Selection], _ type: String) -> [RandomOperation
        .Selection]
    {
        guard random.chance(30), let first = selections.first else { return selections }
        let part = [first] + (random.chance(30) ? selections.suffix(1) : [])
        var rest = Array(selections.dropFirst())
        if random.chance(50) {
            rest.append(decorated(.inline(type: random.chance(70) ? type : nil, part)))
        } else {
            let name = "F\(operation.fragments.count)"
            operation.fragments[name] = RandomOperation.Fragment(type: type, selections: part)
            rest.append(decorated(.spread(name)))
            if random.chance(30) { rest.append(decorated(.spread(name))) }
        }
        return rest
    }

    private mutating func connection(_ type: ObjectType, depth: Int, fanOut: Int) -> [RandomOperation.Selection] {
        let node = schema.connectionNode(of: type.name) ?? ""
        var selections: [RandomOperation.Selection] = []
        if random.chance(60) {
            selections.append(decorated(.field(leaf("nodes", self.selections(of: node, depth: depth, fanOut: fanOut)))))
        }
        if random.chance(50) {
            var edge: [RandomOperation.Selection] = []
            if random.chance(70) { edge.append(decorated(.field(leaf("cursor")))) }
            if random.chance(70) || edge.isEmpty {
                edge.append(
                    decorated(.field(leaf("node", self.selections(of: node, depth: depth, fanOut: fanOut))))
                )
            }
            if random.chance(5) { edge.append(decorated(.field(leaf("__typename")))) }
            selections.append(decorated(.field(leaf("edges", edge))))
        }
        if random.chance(35) { selections.append(decorated(.field(leaf("totalCount")))) }
        if random.chance(60) || selections.isEmpty {
            let fields = ["hasNextPage", "hasPreviousPage", "startCursor", "endCursor", "__typename"]
            let chosen = random.pick(fields, count: 1 + random.below(4))
            selections.append(decorated(.field(leaf("pageInfo", chosen.map { decorated(.field(leaf($0))) }))))
        }
        return grouped(selections, type.name)
    }

    private func leaf(_ name: String, _ selections: [RandomOperation.Selection] = []) -> RandomOperation.Field {
        RandomOperation.Field(name: name, alias: nil, arguments: [], selections: selections)
    }

    private mutating func decorated(_ content: RandomOperation.Selection.Content) -> RandomOperation.Selection {
        var selection = RandomOperation.Selection(content: content)
        for name in ["skip", "include"] where random.chance(4) {
            let isMostlyRead = random.chance(70) == (name == "include")
            let value = RandomOperation.Input.boolean(isMostlyRead)
            selection.conditions.append((name, random.chance(60) ? variable(value, "Boolean!") : value))
        }
        return selection
    }

    // MARK: - Fields

    private mutating func field(
        _ definition: SchemaField,
        of type: String,
        depth: Int,
        fanOut: Int
    ) -> RandomOperation.Field {
        let target = definition.type.namedType
        if schema.isLeaf(target) {
            let alias = random.chance(10) ? alias() : nil
            return RandomOperation.Field(name: definition.name, alias: alias, arguments: [], selections: [])
        }
        var fanOut = fanOut
        let arguments = arguments(of: definition, in: type, &fanOut)
        // Fields of one key are merged and must have the same arguments: those with arguments have a key of their own.
        let isOwn = !arguments.isEmpty || random.chance(20)
        return RandomOperation.Field(
            name: definition.name,
            alias: isOwn ? alias() : nil,
            arguments: arguments,
            selections: selections(of: target, depth: depth, fanOut: fanOut)
        )
    }

    private mutating func alias() -> String {
        nextAlias += 1
        return "a\(nextAlias)"
    }

    private mutating func arguments(
        of definition: SchemaField,
        in type: String,
        _ fanOut: inout Int
    ) -> [RandomOperation.Input.Member] {
        let node = schema.connectionNode(of: definition.type.namedType)
        let isMany = node != nil || definition.type.listItem != nil
        guard case .object(let target) = schema.type(named: node ?? definition.type.namedType) else { return [] }
        var members: [RandomOperation.Input.Member] = []
        for argument in definition.arguments {
            let isPaging = ["first", "last", "after", "before"].contains(argument.name)
            guard !isPaging, argument.type.isNonNull || random.chance(argument.name == "filter" ? 50 : 40) else {
                continue
            }
            guard let value = value(of: argument, target) else { continue }
            members.append(.init(name: argument.name, value: value))
        }
        guard isMany else { return members }
        let room = max(1, Self.rowLimit / max(1, fanOut))
        if node == nil {
            // A list without a limit is short: the tables' relations are.
            let size = min(room, random.below(6))
            if definition.argument(named: "first") != nil, room < 20 || random.chance(50) {
                members.append(.init(name: "first", value: maybeVariable(.integer(size), "Int")))
                fanOut *= max(1, size)
            } else {
                fanOut *= 10
            }
            return members
        }
        let size = page(definition, members, target, in: type, room: room, into: &members)
        fanOut *= max(1, size)
        members.shuffle(using: &random)
        return members
    }

    /// Adds what pages a connection.
    ///
    /// - Returns: how many rows it has at most.
    private mutating func page(
        _ definition: SchemaField,
        _ chosen: [RandomOperation.Input.Member],
        _ target: ObjectType,
        in type: String,
        room: Int,
        into members: inout [RandomOperation.Input.Member]
    ) -> Int {
        let size = random.chance(5) ? 0 : min(room, 1 + random.below(random.chance(30) ? 60 : 8))
        let isForward = random.chance(60)
        let isSized = room < 50 || random.chance(75)
        if isSized {
            let name = isForward ? "first" : "last"
            members.append(.init(name: name, value: maybeVariable(.integer(size), "Int")))
            if random.chance(5) { members.append(.init(name: isForward ? "last" : "first", value: .null)) }
        }
        guard let directive = definition.directives.named("children") ?? definition.directives.named("rows") else {
            return size
        }
        let field = RandomOperation.Field(name: definition.name, alias: nil, arguments: chosen, selections: [])
        let order = NaiveOrder(directive, NaiveArguments(definition, field, operation.variables, schema), target)
        let isOpen = chosen.contains { $0.name == "orderBy" && !$0.value.variables.isEmpty }
        let known = cursors.cursors(
            of: "\(type).\(definition.name)",
            order.description + (isOpen ? ", chosen at each request" : "")
        )
        for name in ["after", "before"] where random.chance(name == "after" ? 45 : 30) {
            guard !known.isEmpty, random.chance(95) else {
                if random.chance(10) { members.append(.init(name: name, value: .null)) }
                continue
            }
            members.append(.init(name: name, value: maybeVariable(.text(random.pick(known)), "String")))
        }
        return isSized ? size : 50
    }
}

extension OperationGenerator {
    // MARK: - Values

    private mutating func value(of argument: SchemaInputValue, _ target: ObjectType) -> RandomOperation.Input? {
        switch argument.name {
        case "orderBy": return order(argument.type)
        case "filter": return filter(argument.type, target)
        default:
            let column =
                argument.directives.named("where")?.argument("column")?.stringText ?? argument.name.snakeCase
            return input(argument.type, column: column == "dossier" ? "dossier_id" : column, target)
        }
    }

    private mutating func order(_ type: TypeReference) -> RandomOperation.Input? {
        guard case .input(let input) = schema.type(named: type.namedType), let field = input.field(named: "field"),
            case .enumeration(let fields) = schema.type(named: field.type.namedType)
        else { return nil }
        if random.chance(5) { return maybeVariable(random.chance(50) ? .null : .list([]), "\(type)") }
        let items = (0...random.below(3)).map { _ -> RandomOperation.Input in
            let value = RandomOperation.Input.name(random.pick(fields.values.map(\.name)))
            var members = [
                RandomOperation.Input.Member(name: "field", value: maybeVariable(value, "\(field.type)", 10))
            ]
            if random.chance(60) {
                let direction = RandomOperation.Input.name(random.chance(60) ? "DESC" : "ASC")
                members.append(.init(name: "direction", value: maybeVariable(direction, "OrderDirection!", 10)))
            }
            return .object(members)
        }
        let value = items.count == 1 && random.chance(10) ? items[0] : .list(items)
        return maybeVariable(value, "\(type)")
    }

    private mutating func filter(_ type: TypeReference, _ target: ObjectType) -> RandomOperation.Input? {
        guard case .input(let input) = schema.type(named: type.namedType) else { return nil }
        let members = random.pick(input.fields, count: random.chance(80) ? 1 : random.below(4)).map { field in
            let column = field.directives.named("where")?.argument("column")?.stringText ?? field.name.snakeCase
            return RandomOperation.Input.Member(name: field.name, value: self.input(field.type, column: column, target))
        }
        return maybeVariable(.object(members), "\(type)")
    }

    /// A value of a leaf type or a list of it: often one that a row has, sometimes null, sometimes from a variable that
    /// the request may leave out.
    private mutating func input(_ type: TypeReference, column: String, _ target: ObjectType) -> RandomOperation.Input {
        let isNull = !type.isNonNull && random.chance(12)
        var value = RandomOperation.Input.null
        if !isNull {
            if let item = type.listItem {
                let items = (0..<random.below(4)).map { _ in single(item, column, target) }
                value = items.count == 1 && random.chance(20) ? items[0] : .list(items)
            } else {
                value = single(type, column, target)
            }
        }
        return maybeVariable(value, "\(type)")
    }

    private mutating func single(_ type: TypeReference, _ column: String, _ target: ObjectType) -> RandomOperation.Input
    {
        let cell = random.pick(rows.tables[target.table ?? ""] ?? [[:]])[column] ?? .null
        if case .enumeration(let definition) = schema.type(named: type.namedType) {
            if case .text(let text) = cell, random.chance(70) { return .name(text) }
            return .name(random.pick(definition.values.map(\.name)))
        }
        switch (type.namedType, cell) {
        case ("Boolean", _): return .boolean(random.chance(60))
        case (_, .integer(let value)) where random.chance(85):
            return type.namedType == "ID" && random.chance(70) ? .text(String(value)) : .integer(value)
        case (_, .float(let value)) where random.chance(85): return .double(value)
        case (_, .text(let text)) where random.chance(85):
            let isPart = random.chance(30) && type.namedType == "String" && !text.isEmpty
            return .text(isPart ? String(random.chance(50) ? text.prefix(1) : text.suffix(1)) : text)
        case (_, .texts(let texts)) where !texts.isEmpty && random.chance(85): return .text(random.pick(texts))
        case (_, .date(let text)) where random.chance(85): return .text(text)
        case (_, .instant(let text)) where random.chance(85): return .text(text + "Z")
        case ("Int", _): return .integer(random.below(12))
        case ("Float", _): return random.chance(50) ? .integer(random.below(3)) : .double(Double(random.below(8)) / 4)
        case ("Date", _): return .text(PropertyRows.date(&random))
        case ("DateTime", _): return .text(PropertyRows.instant(&random) + "Z")
        case ("ID", _): return .text(random.pick(["1", "7", "晋01", "0", "nobody", "-3", "99999999999999999999"]))
        default: return .text(random.pick(["a", "", "%", "_", "土", "\\", "no such text", "急", "\""]))
        }
    }

    private mutating func maybeVariable(_ value: RandomOperation.Input, _ type: String, _ percent: Int = 35)
        -> RandomOperation.Input
    {
        random.chance(percent) && value.variables.isEmpty ? variable(value, type) : value
    }

    /// A new variable with the value: brought by the request, by a default, or by neither where the type allows it.
    private mutating func variable(_ value: RandomOperation.Input, _ type: String) -> RandomOperation.Input {
        let name = "v\(operation.variables.count)"
        let isNullable = !type.hasSuffix("!")
        let hasDefault = random.chance(15)
        let isAbsent = hasDefault ? random.chance(50) : isNullable && random.chance(12)
        operation.variables[name] = RandomOperation.Variable(
            type: type,
            defaultValue: hasDefault ? value : nil,
            value: isAbsent ? nil : value.value([:])
        )
        return .variable(name)
    }
}
