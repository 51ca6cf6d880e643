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
        guard let query = schema.rootType(for: .query).map({ TypeDefinition.object($0) }) else { return operation }
        let fields = query.fields ?? []
        operation.selections = (0...random.below(3)).map { _ in
            decorated(.field(field(random.pick(fields), of: query.name, depth: 0, fanOut: 1)))
        }
        return operation
    }

    // MARK: - Selections

    /// `isAliased` gives every field a key of its own, for objects that may stand beside those of another type.
    private mutating func selections(
        of name: String,
        depth: Int,
        fanOut: Int,
        isAliased: Bool = false
    ) -> [RandomOperation.Selection] {
        guard let type = schema.type(named: name) else { return [] }
        if schema.connectionNode(of: name) != nil { return connection(type, depth: depth, fanOut: fanOut) }
        let leaves = (type.fields ?? []).filter { schema.isLeaf($0.type.namedType) }
        let relations = (type.fields ?? []).filter { !schema.isLeaf($0.type.namedType) }
        var selections: [RandomOperation.Selection] = []
        if case .object = type {
        } else {
            selections.append(decorated(.field(leaf("__typename"))))
            for possible in schema.possibleTypes(of: name) where random.chance(50) {
                let own = self.selections(of: possible.name, depth: depth, fanOut: fanOut, isAliased: true)
                selections.append(decorated(.inline(type: possible.name, own)))
            }
        }
        for _ in 0...random.below(4) where !leaves.isEmpty {
            selections.append(decorated(.field(field(random.pick(leaves), of: name, depth: depth, fanOut: fanOut))))
        }
        if random.chance(10) { selections.append(decorated(.field(leaf("__typename")))) }
        if depth < Self.maxDepth, !relations.isEmpty {
            for _ in 0..<random.below(3) {
                let relation = random.pick(relations)
                selections.append(decorated(.field(field(relation, of: name, depth: depth + 1, fanOut: fanOut))))
            }
        }
        if isAliased { selections = selections.map { aliased($0) } }
        selections.shuffle(using: &random)
        return grouped(selections, name)
    }

    private mutating func aliased(_ selection: RandomOperation.Selection) -> RandomOperation.Selection {
        guard case .field(let field) = selection.content, field.alias == nil else { return selection }
        var copy = selection
        copy.content = .field(
            RandomOperation.Field(
                name: field.name,
                alias: alias(),
                arguments: field.arguments,
                selections: field.selections
            )
        )
        return copy
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

    private mutating func connection(_ type: TypeDefinition, depth: Int, fanOut: Int) -> [RandomOperation.Selection] {
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
        let standard: Set = ["nodes", "edges", "totalCount", "pageInfo"]
        for extra in type.fields ?? [] where !standard.contains(extra.name) && random.chance(12) {
            selections.append(decorated(.field(group(extra))))
        }
        if random.chance(60) || selections.isEmpty {
            let fields = ["hasNextPage", "hasPreviousPage", "startCursor", "endCursor", "__typename"]
            let chosen = random.pick(fields, count: 1 + random.below(4))
            selections.append(decorated(.field(leaf("pageInfo", chosen.map { decorated(.field(leaf($0))) }))))
        }
        return grouped(selections, type.name)
    }

    /// A connection's groups, or an aggregate of it.
    private mutating func group(_ definition: SchemaField) -> RandomOperation.Field {
        guard let by = definition.argument(named: "by"), let values = by.type.listItem,
            case .enumeration(let keys) = schema.type(named: values.namedType),
            let fields = schema.type(named: definition.type.namedType)?.fields
        else { return leaf(definition.name) }
        let chosen = (0..<random.below(4)).map { _ in
            RandomOperation.Input.name(random.pick(keys.values.map(\.name)))
        }
        let selections = (0...random.below(4)).map { _ in decorated(.field(leaf(random.pick(fields.map(\.name))))) }
        return RandomOperation.Field(
            name: definition.name,
            alias: alias(),
            arguments: [.init(name: "by", value: maybeVariable(.list(chosen), "\(by.type)"))],
            selections: selections
        )
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

    mutating func arguments(
        of definition: SchemaField,
        in type: String,
        _ fanOut: inout Int
    ) -> [RandomOperation.Input.Member] {
        let node = schema.connectionNode(of: definition.type.namedType)
        let isMany = node != nil || definition.type.listItem != nil
        guard let target = schema.type(named: node ?? definition.type.namedType) else { return [] }
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
        _ target: TypeDefinition,
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
        let order = NaiveOrder(directive, NaiveArguments(definition, field, operation.variables, schema), target, rows)
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
