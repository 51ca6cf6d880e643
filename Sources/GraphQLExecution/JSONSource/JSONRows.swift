import GraphQLLanguage
import GraphQLSchema

/// Makes the rows of one batch from JSON values: completed values in its cells, items for the fetches below it.
struct JSONRows: ~Copyable {
    /// The items of the lists that a fetch's parent rows hold.
    struct Items {
        /// For each item the 1-based position of its parent's row.
        var ordinals: [Int] = []
        var values: [JSONValue] = []
    }

    private let columnCount: Int
    private let variables: CoercedVariables
    private var json: JSONWriter
    private var cells: [RowBatch.Cell]
    private var errors: [GraphQLError] = []
    private var row = 0
    private(set) var items: [Int: Items] = [:]

    init(columnCount: Int, rowCount: Int, variables: CoercedVariables) {
        self.columnCount = columnCount
        self.variables = variables
        cells = Array(repeating: .null, count: columnCount * rowCount)
        json = JSONWriter(reservingCapacity: cells.count * 8)
    }

    /// The only row of a root field.
    mutating func fill(_ field: JSONField, of root: JSONValue) { fill([field], of: root) }

    /// The rows of a list's items.
    mutating func fill(_ position: JSONPosition, with items: Items) {
        for (ordinal, value) in zip(items.ordinals, items.values) {
            let start = json.count
            for shift in stride(from: 56, through: 0, by: -8) {
                json.append(UInt8(truncatingIfNeeded: ordinal >> shift))
            }
            end(cell: 0, from: start)
            complete(value, in: position)
            row += 1
        }
    }

    func finished(rowCount: Int) -> RowBatch {
        RowBatch(columnCount: columnCount, rowCount: rowCount, bytes: json.bytes, cells: cells, errors: errors)
    }
}

extension JSONRows {
    private mutating func end(cell column: Int, from start: Int) {
        cells[row * columnCount + column] = RowBatch.Cell(offset: Int32(start), count: Int32(json.count - start))
    }

    /// Gives a column a value that is only there, without text.
    private mutating func mark(_ column: Int) { end(cell: column, from: json.count) }

    private mutating func fail(_ column: Int, _ error: GraphQLError) {
        cells[row * columnCount + column] = .failed(errors.count)
        errors.append(error)
    }

    /// A value that is no object has no properties.
    private mutating func fill(_ fields: [JSONField], of value: JSONValue) {
        guard case .object(let object) = value else { return }
        // Elements of spans are borrowed: nothing is counted for a property that is only looked at.
        let members = object.span
        let fields = fields.span
        for position in fields.indices {
            guard let index = members.lastIndex(of: fields[position].property) else { continue }
            if members[index].value.asksForArguments {
                append(fields[position].arguments, in: fields[position].argumentsColumn)
            } else {
                complete(members[index].value, in: fields[position].position)
            }
        }
    }

    private mutating func append(_ arguments: [CollectedArgument], in column: Int) {
        let start = json.count
        json.append(
            arguments.compactMap { argument in
                argument.value.value(variables).map { JSONValue.Member(argument.name, $0) }
            }
        )
        end(cell: column, from: start)
    }

    /// CompleteValue (GraphQL §6.4.3), as far as one row goes.
    private mutating func complete(_ value: JSONValue, in position: JSONPosition) {
        if case .null = value { return }
        if let message = value.errorMessage { return fail(position.column, GraphQLError(message)) }
        switch position.kind {
        case .leaf(let leaf):
            let start = json.count
            if leaf.isResult(value) {
                json.append(value)
            } else {
                do throws(GraphQLError) {
                    json.append(try leaf.coerce(value))
                } catch {
                    return fail(position.column, error)
                }
            }
            end(cell: position.column, from: start)
        case .object(let fields):
            mark(position.column)
            fill(fields, of: value)
        case .abstract(let type):
            do throws(GraphQLError) {
                let typename = try type.objectType(of: value, at: position.coordinate)
                let start = json.count
                json.append(json: Array(typename.utf8))
                end(cell: position.column, from: start)
                fill(type.fields[typename] ?? [], of: value)
            } catch {
                fail(position.column, error)
            }
        case .list(let fetch):
            guard case .array(let values) = value else {
                let message = "Expected Iterable, but did not find one for field \"\(position.coordinate)\"."
                return fail(position.column, GraphQLError(message))
            }
            mark(position.column)
            items[fetch, default: Items()].ordinals.append(contentsOf: repeatElement(row + 1, count: values.count))
            items[fetch, default: Items()].values.append(contentsOf: values)
        }
    }
}

extension Span<JSONValue.Member> {
    fileprivate func lastIndex(of name: String) -> Int? {
        var index = count
        while index > 0 {
            index -= 1
            if self[index].name == name { return index }
        }
        return nil
    }
}

extension JSONValue {
    /// Whether this stands for the arguments of its field: `{"__args": true}`.
    fileprivate var asksForArguments: Bool {
        guard case .object = self else { return false }
        return self["__args"] == .boolean(true)
    }

    /// The text of an error in a value's place: `{"__error": "text"}`.
    fileprivate var errorMessage: String? {
        guard case .object = self, case .string(let message) = self["__error"] else { return nil }
        return message
    }
}

extension JSONAbstractType {
    /// ResolveAbstractType (GraphQL §6.4.3): the object type that `__typename` names.
    fileprivate func objectType(of value: JSONValue, at coordinate: String) throws(GraphQLError) -> String {
        guard case .string(let typename) = value["__typename"] else {
            throw GraphQLError(
                "Abstract type \"\(name)\" must resolve to an Object type at runtime for field \"\(coordinate)\". Either "
                    + "the \"\(name)\" type should provide a \"resolveType\" function or each possible type should "
                    + "provide an \"isTypeOf\" function."
            )
        }
        guard let type = schema.type(named: typename) else {
            throw GraphQLError(
                "Abstract type \"\(name)\" was resolved to a type \"\(typename)\" that does not exist inside the schema."
            )
        }
        guard case .object = type else {
            throw GraphQLError("Abstract type \"\(name)\" was resolved to a non-object type \"\(typename)\".")
        }
        guard fields[typename] != nil else {
            throw GraphQLError("Runtime Object type \"\(typename)\" is not a possible type for \"\(name)\".")
        }
        return typename
    }
}
