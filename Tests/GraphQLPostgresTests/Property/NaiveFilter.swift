import GraphQLLanguage
import GraphQLSchema

@testable import GraphQLPostgres

/// Which rows a field's `@where` arguments and its `filter` let through: a condition holds or it does not.
struct NaiveFilter {
    let evaluator: NaiveEvaluator
    let type: TypeDefinition

    private var schema: Schema { evaluator.schema }

    func passes(_ row: PropertyRow, _ definition: SchemaField, _ arguments: NaiveArguments) -> Bool {
        definition.arguments.allSatisfy { argument in
            guard let value = arguments[argument.name] else { return true }
            if let directive = argument.directives.named("where") { return test(row, argument, directive, value) }
            return argument.name != "filter" || passes(row, argument.type, value)
        }
    }

    private func passes(_ row: PropertyRow, _ inputType: TypeReference, _ value: JSONValue) -> Bool {
        guard case .input(let input) = schema.type(named: inputType.namedType) else { return true }
        return input.fields.allSatisfy { field in
            guard let value = value[field.name] else { return true }
            if let directive = field.directives.named("where") { return test(row, field, directive, value) }
            let relation = type.field(named: field.name)
            if let reference = relation?.directives.named("reference") {
                return related(row, reference, relation, field, value)
            }
            if value == .null { return true }
            if let children = relation?.directives.named("children") {
                return self.children(row, children, relation, field, value)
            }
            guard case .array(let items) = value else { return !passes(row, field.type, value) }
            let results = items.map { passes(row, field.type, $0) }
            return field.name == "and" ? results.allSatisfy { $0 } : results.contains(true)
        }
    }

    // MARK: - Relations

    private func related(
        _ row: PropertyRow,
        _ reference: Directive,
        _ relation: SchemaField?,
        _ field: SchemaInputValue,
        _ value: JSONValue
    ) -> Bool {
        let target = evaluator.type(named: relation?.type.namedType ?? "")
        let found = evaluator.visible(target).filter {
            evaluator.matches($0, reference.strings("key") ?? target.key, row, reference.strings("columns") ?? [])
        }
        if value == .null { return found.isEmpty }
        return found.contains { NaiveFilter(evaluator: evaluator, type: target).passes($0, field.type, value) }
    }

    private func children(
        _ row: PropertyRow,
        _ children: Directive,
        _ relation: SchemaField?,
        _ field: SchemaInputValue,
        _ value: JSONValue
    ) -> Bool {
        let name = relation?.type.namedType ?? ""
        let target = evaluator.type(named: schema.connectionNode(of: name) ?? name)
        let found = evaluator.children(of: row, type, children, among: evaluator.visible(target))
        guard case .input(let quantifiers) = schema.type(named: field.type.namedType) else { return true }
        return quantifiers.fields.allSatisfy { quantifier in
            guard let value = value[quantifier.name], value != .null else { return true }
            let filter = NaiveFilter(evaluator: evaluator, type: target)
            let results = found.map { filter.passes($0, quantifier.type, value) }
            return switch quantifier.name {
            case "some": results.contains(true)
            case "none": !results.contains(true)
            default: results.allSatisfy { $0 }
            }
        }
    }

    // MARK: - One column

    private func test(
        _ row: PropertyRow,
        _ input: SchemaInputValue,
        _ directive: Directive,
        _ value: JSONValue
    ) -> Bool {
        if let function = directive.argument("function")?.stringText {
            let found = NaiveFunctions.overRow[function]?(row) ?? .null
            return value == .null ? found == .null : found == Cell.boolean(true).reading(value)
        }
        let column = directive.argument("column")?.stringText ?? input.name.snakeCase
        guard case .input(let operators) = schema.type(named: input.type.namedType) else {
            return compare(row, column, directive.argument("op")?.enumName ?? "EQ", value)
        }
        if value == .null { return row[column] == .null }
        return operators.fields.allSatisfy { field in
            guard let value = value[field.name] else { return true }
            return compare(row, column, field.directives.named("where")?.argument("op")?.enumName ?? "EQ", value)
        }
    }

    private func compare(_ row: PropertyRow, _ column: String, _ operation: String, _ value: JSONValue) -> Bool {
        let cell = row[column] ?? .null
        let isNegative = operation == "NE" || operation == "NOT_IN"
        if value == .null { return (cell == .null) != isNegative }
        switch operation {
        case "PRESENT": return (cell != .null) == (value == .boolean(true))
        case "IS_NULL": return (cell == .null) == (value == .boolean(true))
        case "NE": return cell != evaluator.rows.example(of: column, in: type.table ?? "").reading(value)
        case "NOT_IN": return cell == .null || !compare(row, column, "IN", value)
        default: break
        }
        if cell == .null { return false }
        switch operation {
        case "IN":
            guard case .array(let items) = value else { return false }
            return items.contains { cell.reading($0) == cell }
        case "PREFIX":
            guard case .text(let text) = cell, case .string(let start) = value else { return false }
            return text.utf8.starts(with: start.utf8)
        case "CONTAINS":
            guard case .string(let part) = value else { return false }
            if case .texts(let items) = cell { return items.contains(part) }
            guard case .text(let text) = cell else { return false }
            let (whole, wanted) = (Array(text.utf8), Array(part.utf8))
            return (0...whole.count).contains { whole[$0...].starts(with: wanted) }
        default:
            guard let other = cell.reading(value) else { return false }
            let (isLess, isGreater) = (Cell.precedes(cell, other), Cell.precedes(other, cell))
            return switch operation {
            case "LT": isLess
            case "LTE": !isGreater
            case "GT": isGreater
            case "GTE": !isLess
            default: cell == other
            }
        }
    }
}
