import GraphQLLanguage
import GraphQLSchema

@testable import GraphQLPostgres

extension OperationGenerator {
    // MARK: - Values

    mutating func value(of argument: SchemaInputValue, _ target: TypeDefinition) -> RandomOperation.Input? {
        switch argument.name {
        case "orderBy": return order(argument.type)
        case "filter": return filter(argument.type, target)
        default:
            let column =
                argument.directives.named("where")?.argument("column")?.stringText ?? argument.name.snakeCase
            return input(argument.type, column: column == "dossier" ? "dossier_id" : column, target)
        }
    }

    mutating func order(_ type: TypeReference) -> RandomOperation.Input? {
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
            if random.chance(35) {
                let nulls = RandomOperation.Input.name(random.chance(50) ? "FIRST" : "LAST")
                members.append(
                    .init(name: "nulls", value: maybeVariable(random.chance(10) ? .null : nulls, "Nulls", 10))
                )
            }
            return .object(members)
        }
        let value = items.count == 1 && random.chance(10) ? items[0] : .list(items)
        return maybeVariable(value, "\(type)")
    }

    mutating func filter(_ type: TypeReference, _ target: TypeDefinition) -> RandomOperation.Input? {
        maybeVariable(tree(type, target, depth: 0), "\(type)")
    }

    /// An input object of a filter.
    mutating func tree(_ type: TypeReference, _ target: TypeDefinition, depth: Int) -> RandomOperation.Input {
        guard case .input(let input) = schema.type(named: type.namedType) else { return .null }
        let isLeaf = { (field: SchemaInputValue) in field.directives.named("where") != nil }
        let fields = depth < 3 ? input.fields : input.fields.filter(isLeaf)
        let count = random.chance(70) ? 1 : random.below(4)
        return .object(
            random.pick(fields, count: count).map { field in
                RandomOperation.Input.Member(name: field.name, value: member(field, type, target, depth: depth))
            }
        )
    }

    mutating func member(
        _ field: SchemaInputValue,
        _ type: TypeReference,
        _ target: TypeDefinition,
        depth: Int
    ) -> RandomOperation.Input {
        if let directive = field.directives.named("where") {
            let column = directive.argument("column")?.stringText ?? field.name.snakeCase
            guard case .input(let operators) = schema.type(named: field.type.namedType) else {
                return input(field.type, column: column, target)
            }
            let chosen = random.pick(operators.fields, count: random.below(3)).map { test in
                RandomOperation.Input.Member(name: test.name, value: input(test.type, column: column, target))
            }
            return maybeVariable(random.chance(8) ? .null : .object(chosen), "\(field.type)", 20)
        }
        if random.chance(6) { return .null }
        if field.type.namedType == type.namedType, field.name == "not" {
            return tree(field.type, target, depth: depth + 1)
        }
        if field.type.listItem != nil {
            return .list((0..<random.below(4)).map { _ in tree(field.type, target, depth: depth + 1) })
        }
        let name = target.field(named: field.name)?.type.namedType ?? ""
        guard let there = schema.type(named: schema.connectionNode(of: name) ?? name),
            case .input(let input) = schema.type(named: field.type.namedType)
        else { return .null }
        if target.field(named: field.name)?.directives.named("reference") != nil {
            return tree(field.type, there, depth: depth + 1)
        }
        return .object(
            random.pick(input.fields, count: random.chance(80) ? 1 : random.below(3)).map { quantifier in
                let value = random.chance(5) ? .null : tree(quantifier.type, there, depth: depth + 1)
                return RandomOperation.Input.Member(name: quantifier.name, value: value)
            }
        )
    }

    /// A value of a leaf type or a list of it: often one that a row has, sometimes null, sometimes from a variable that
    /// the request may leave out.
    mutating func input(_ type: TypeReference, column: String, _ target: TypeDefinition) -> RandomOperation.Input {
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

    mutating func single(_ type: TypeReference, _ column: String, _ target: TypeDefinition) -> RandomOperation.Input {
        let cell = random.pick(rows.all(of: target.table ?? ""))[column] ?? .null
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

    mutating func maybeVariable(_ value: RandomOperation.Input, _ type: String, _ percent: Int = 35)
        -> RandomOperation.Input
    {
        random.chance(percent) && value.variables.isEmpty ? variable(value, type) : value
    }

    /// A new variable with the value: brought by the request, by a default, or by neither where the type allows it.
    mutating func variable(_ value: RandomOperation.Input, _ type: String) -> RandomOperation.Input {
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
