import GraphQLLanguage
import GraphQLSchema

@testable import GraphQLPostgres

/// The values that a field's arguments have in a request; an absent one has none.
struct NaiveArguments {
    private var values: [String: JSONValue] = [:]

    init(
        _ definition: SchemaField,
        _ field: RandomOperation.Field,
        _ variables: [String: RandomOperation.Variable],
        _ schema: Schema
    ) {
        for argument in field.arguments {
            guard let type = definition.argument(named: argument.name)?.type,
                let value = argument.value.value(variables)
            else { continue }
            values[argument.name] = Self.coerced(value, type, schema)
        }
    }

    subscript(name: String) -> JSONValue? { values[name] }

    func integer(_ name: String) -> Int? { if case .integer(let value) = values[name] { value } else { nil } }

    func text(_ name: String) -> String? { if case .string(let value) = values[name] { value } else { nil } }

    /// A single value where a list is due is a list of it (GraphQL §3.11).
    private static func coerced(_ value: JSONValue, _ type: TypeReference, _ schema: Schema) -> JSONValue {
        if value == .null { return .null }
        if let item = type.listItem {
            guard case .array(let items) = value else { return .array([coerced(value, item, schema)]) }
            return .array(items.map { coerced($0, item, schema) })
        }
        guard case .object(let members) = value, case .input(let input) = schema.type(named: type.namedType) else {
            return value
        }
        return .object(
            members.compactMap { member in
                input.field(named: member.name).map { .init(member.name, coerced(member.value, $0.type, schema)) }
            }
        )
    }
}

/// An order of rows in which no two are equal: the terms asked for or declared, then the key.
struct NaiveOrder: CustomStringConvertible {
    private struct Term {
        let column: String
        let descends: Bool
        let nullsFirst: Bool
    }

    private var terms: [Term] = []
    /// Columns that have NULLs.
    private let nullable: Set<String>

    init(keyOf type: TypeDefinition) {
        nullable = []
        complete(type)
    }

    init(_ directive: Directive, _ arguments: NaiveArguments, _ type: TypeDefinition, _ rows: PropertyRows) {
        nullable = rows.nullable[type.table ?? ""] ?? []
        if case .array(let items) = arguments["orderBy"], !items.isEmpty {
            for item in items {
                guard case .string(let field) = item["field"] else { continue }
                let descends = item["direction"] == .string("DESC")
                let nullsFirst: Bool? =
                    if case .string(let place) = item["nulls"] { place == "FIRST" } else { nil }
                add(field.lowercased(), descends, nullsFirst)
            }
        } else {
            for term in directive.strings("order") ?? [] {
                let words = term.split(separator: " ").map(String.init)
                let nullsFirst = words.contains("NULLS") ? words.contains("FIRST") : nil
                add(words[0], words.contains("DESC"), nullsFirst)
            }
        }
        complete(type)
    }

    private mutating func add(_ column: String, _ descends: Bool, _ nullsFirst: Bool? = nil) {
        guard !terms.contains(where: { $0.column == column }) else { return }
        let isChosen = nullable.contains(column)
        terms.append(Term(column: column, descends: descends, nullsFirst: isChosen ? nullsFirst ?? descends : descends))
    }

    private mutating func complete(_ type: TypeDefinition) {
        // The type's name comes last.
        let key = type.typeColumn == nil ? type.key[...] : type.key.dropFirst() + type.key.prefix(1)
        for column in key { add(column, false) }
    }

    func precedes(_ left: PropertyRow, _ right: PropertyRow) -> Bool {
        for term in terms {
            let (one, other) = (left[term.column] ?? .null, right[term.column] ?? .null)
            if one == other { continue }
            if one == .null || other == .null { return (one == .null) == term.nullsFirst }
            return Cell.precedes(one, other) != term.descends
        }
        return false
    }

    func sorted(_ rows: [PropertyRow]) -> [PropertyRow] { rows.sorted(by: precedes) }

    var description: String {
        terms.map { term in
            let nulls = term.nullsFirst == term.descends ? "" : term.nullsFirst ? " NULLS FIRST" : " NULLS LAST"
            return term.column + (term.descends ? " DESC" : "") + nulls
        }.joined(separator: ", ")
    }
}

/// The page of sorted rows that `first`, `last`, `after` and `before` ask for.
struct NaivePage {
    let rows: [PropertyRow]
    let hasNext: Bool
    let hasPrevious: Bool
    let totalCount: Int
    /// The rows of all pages.
    let all: [PropertyRow]

    init(
        _ sorted: [PropertyRow],
        _ order: NaiveOrder,
        _ arguments: NaiveArguments,
        rowAt: (String) -> PropertyRow?
    ) {
        totalCount = sorted.count
        all = sorted
        var rows = sorted
        let after = arguments.text("after").flatMap(rowAt)
        let before = arguments.text("before").flatMap(rowAt)
        if let after { rows = rows.filter { order.precedes(after, $0) } }
        if let before { rows = rows.filter { order.precedes($0, before) } }
        let first = arguments.integer("first")
        let last = arguments.integer("last")
        let limit = first ?? last ?? 50
        // A page before a cursor, without a size, is the one that ends there.
        if last != nil || first == nil && before != nil && after == nil {
            self.rows = Array(rows.suffix(limit))
            hasNext = before != nil
            hasPrevious = rows.count > limit
        } else {
            self.rows = Array(rows.prefix(limit))
            hasNext = rows.count > limit
            hasPrevious = after != nil
        }
    }
}

/// What the functions of the property tests' schema do.
enum NaiveFunctions {
    static let overRow: [String: @Sendable (PropertyRow) -> Cell] = [
        "prop.heavy": { row in
            guard case .hundredths(let amount) = row["amount"] else { return .null }
            return .boolean(amount > 5000)
        },
        "prop.title_length": { row in
            guard case .text(let title) = row["title"] else { return .null }
            return .integer(title.unicodeScalars.count)
        },
    ]

    static let ofRows: [String: @Sendable (PropertyRows, NaiveArguments) -> [PropertyRow]] = [
        "prop.entries_of": { rows, arguments in
            (rows.tables["prop.entry"] ?? []).filter { row in
                guard let kind = arguments.text("kind"), let least = arguments["floor"],
                    let limit = Cell.float(0).reading(least), let weight = row["weight"], weight != .null
                else { return false }
                return row["kind"] == .text(kind) && !Cell.precedes(weight, limit)
            }
        }
    ]
}
