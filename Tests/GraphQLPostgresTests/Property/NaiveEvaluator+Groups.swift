import GraphQLLanguage
import GraphQLSchema

@testable import GraphQLPostgres

/// `@groups` and `@aggregate` of a connection.
extension NaiveEvaluator {
    /// The groups of rows, or what an aggregate makes of them all.
    func groups(_ field: RandomOperation.Field, _ definition: SchemaField, _ rows: [PropertyRow]) -> JSONValue {
        if let aggregate = definition.directives.named("aggregate") { return value(aggregate, rows, definition.type) }
        let type = type(named: definition.type.namedType)
        let arguments = arguments(of: field, definition)
        guard case .array(let items) = arguments["by"] else { return .null }
        let by: [SchemaField] = items.reduce(into: []) { chosen, item in
            for field in type.fields ?? [] where item == .string(field.name.snakeCase.uppercased()) {
                if !chosen.contains(where: { $0.name == field.name }) { chosen.append(field) }
            }
        }
        var groups: [(key: [Cell], rows: [PropertyRow])] = []
        for row in rows {
            let key = by.map { cell(of: $0, row) }
            if let position = groups.firstIndex(where: { $0.key == key }) {
                groups[position].rows.append(row)
            } else {
                groups.append((key, [row]))
            }
        }
        groups.sort { left, right in
            zip(left.key, right.key).first { $0 != $1 }.map { Cell.precedes($0, $1) } ?? false
        }
        return .array(
            groups.map { group in
                .object(
                    collected(field.selections, type.name).map { part in
                        JSONValue.Member(part.key, self.part(part, type, by, group))
                    }
                )
            }
        )
    }

    private func part(
        _ part: RandomOperation.Field,
        _ type: TypeDefinition,
        _ by: [SchemaField],
        _ group: (key: [Cell], rows: [PropertyRow])
    ) -> JSONValue {
        guard let definition = type.field(named: part.name) else { return .string(type.name) }
        if let aggregate = definition.directives.named("aggregate") {
            return value(aggregate, group.rows, definition.type)
        }
        guard let position = by.firstIndex(where: { $0.name == part.name }) else { return .null }
        return group.key[position].json(as: definition.type)
    }

    private func cell(of field: SchemaField, _ row: PropertyRow) -> Cell {
        if let function = field.directives.named("function")?.argument("name")?.stringText {
            return NaiveFunctions.overRow[function]?(row) ?? .null
        }
        return row[field.name.snakeCase] ?? .null
    }

    private func value(_ aggregate: Directive, _ rows: [PropertyRow], _ type: TypeReference) -> JSONValue {
        let column = aggregate.argument("column")?.stringText
        let cells = rows.compactMap { row in column.map { row[$0] ?? .null } }.filter { $0 != .null }
        let sum = cells.reduce(0) { sum, cell in if case .float(let value) = cell { sum + value } else { sum } }
        switch aggregate.argument("function")?.enumName {
        case "COUNT": return .integer(column == nil ? rows.count : cells.count)
        case "COUNT_DISTINCT": return .integer(Set(cells).count)
        case "MIN": return (cells.min(by: Cell.precedes) ?? .null).json(as: type)
        case "MAX": return (cells.max(by: Cell.precedes) ?? .null).json(as: type)
        case "SUM": return cells.isEmpty ? .null : Cell.float(sum).json(as: type)
        default: return cells.isEmpty ? .null : Cell.float(sum / Double(cells.count)).json(as: type)
        }
    }
}
