import GraphQLExecution
import GraphQLLanguage
import Postgres

/// A fetch's statement with its values.
struct BoundFetch {
    let statement: BoundStatement
    let page: RowBatch.Page?
}

extension SQLFetch {
    /// Chooses the statement's text for a request and binds its values.
    func bind(_ request: FetchRequest, _ context: BoundContext) throws(GraphQLError) -> BoundFetch {
        var variant = StatementVariant()
        let values = template.slots.map { $0.value.value(request.variables) }
        var page = Paging.Request()
        var order: [OrderColumn] = []
        if !template.isFixed {
            for (position, slot) in template.slots.enumerated() { variant[position] = slot.state(values[position]) }
            variant.order = template.order.chosen(request.variables)
            if let paging = template.paging {
                order = template.order.columns(variant.order)
                page = try paging.request(request.variables)
                variant.isLimited = page.limit != nil
                variant.isBackward = page.isBackward
                page.after = try template.order.matching(page.after, order)
                page.before = try template.order.matching(page.before, order)
                variant.after = page.after?.nulls
                variant.before = page.before?.nulls
            }
        }
        let compiled = compiled(variant)
        var parameters: [PostgresValue] = []
        parameters.reserveCapacity(compiled.parameters.count)
        for (position, source) in compiled.parameters.enumerated() {
            let typeOID = compiled.statement.parameterTypes[position]
            switch source {
            case .key(let column): parameters.append(try keys(request, column))
            case .courts: parameters.append(context.courts)
            case .staffID: parameters.append(context.staffID)
            case .mayReadSealed: parameters.append(context.mayReadSealed)
            case .seesOnlyAssigned: parameters.append(context.seesOnlyAssigned)
            case .filter(let slot):
                let bytes = try template.slots[slot].encode(values[slot])
                parameters.append(PostgresValue(typeOID: typeOID, bytes: bytes))
            case .after(let column):
                parameters.append(PostgresValue(typeOID: typeOID, bytes: page.after?.values[column]))
            case .before(let column):
                parameters.append(PostgresValue(typeOID: typeOID, bytes: page.before?.values[column]))
            case .limit: parameters.append(PostgresValue(Int64(page.limit ?? 0) + (isPaged ? 1 : 0)))
            }
        }
        return BoundFetch(
            statement: BoundStatement(statement: compiled.statement, parameters: parameters),
            page: isPaged ? page.result : nil
        )
    }

    /// Reads a row beyond the page, to know whether there is a next one.
    private var isPaged: Bool { template.paging?.isConnection ?? false }

    private func keys(_ request: FetchRequest, _ position: Int) throws(GraphQLError) -> PostgresValue {
        guard let batch = request.parentBatch, let parent = request.fetch.parent, let keys = template.keys else {
            preconditionFailure("a keyed statement was bound without its parent's rows")
        }
        return batch.array(of: parent.keyColumns[position], keys.types[position])
    }
}

extension Paging.Request {
    fileprivate var result: RowBatch.Page? {
        limit.map {
            RowBatch.Page(limit: $0, isBackward: isBackward, hasCursor: isBackward ? before != nil : after != nil)
        }
    }
}

extension RowOrder {
    /// A cursor's values by ordering column, after checking that it belongs to this order.
    fileprivate func matching(_ cursor: Cursor?, _ order: [OrderColumn]) throws(GraphQLError) -> Cursor? {
        guard let cursor else { return nil }
        var values = cursor.values[...]
        if choice != nil {
            var expected: [UInt8] = []
            expected.appendBigEndian(order.fingerprint(of: ""))
            guard values.first == expected, values.count == columnLimit + 1 else { throw Paging.badCursor }
            values = values.dropFirst().prefix(order.count)
        }
        guard values.count == order.count else { throw Paging.badCursor }
        for (value, column) in zip(values, order) {
            guard let value else {
                guard column.isNullable else { throw Paging.badCursor }
                continue
            }
            guard column.type.isValid(value) else { throw Paging.badCursor }
        }
        return Cursor(fingerprint: cursor.fingerprint, values: Array(values))
    }
}

extension Cursor {
    fileprivate var nulls: UInt32 {
        var nulls: UInt32 = 0
        for (position, value) in values.enumerated() where value == nil { nulls |= 1 << UInt32(position) }
        return nulls
    }
}

extension FilterSlot {
    /// The value in the placeholder's type; nil, which no row equals, for a value that no row can have.
    fileprivate func encode(_ value: JSONValue?) throws(GraphQLError) -> [UInt8]? {
        guard let value, value != .null else { return nil }
        switch test {
        case .column(_, .isIn):
            guard case .array(let items) = value else { return nil }
            for item in items { try check(item, type) }
            return type.encodeArray(items)
        case .column(_, .prefix): return Self.pattern(value, prefix: "", suffix: "%")
        case .column(_, .contains) where !type.isArray: return Self.pattern(value, prefix: "%", suffix: "%")
        case .column(_, .contains):
            guard case .array(let item) = type else { return nil }
            try check(value, item)
            return item.encode(value)
        default:
            try check(value, type)
            return type.encode(value)
        }
    }

    /// A date or an instant that is none is the client's mistake; an ID that is none is only not found.
    private func check(_ value: JSONValue, _ type: ColumnType) throws(GraphQLError) {
        guard type == .date || type == .timestamp, type.encode(value) == nil else { return }
        let form = type == .date ? "a date, YYYY-MM-DD" : "an instant, YYYY-MM-DDThh:mm:ssZ"
        throw GraphQLError("Expected \(form).", code: "BAD_USER_INPUT")
    }

    /// A LIKE pattern for the text itself (PostgreSQL, Pattern Matching).
    private static func pattern(_ value: JSONValue, prefix: String, suffix: String) -> [UInt8]? {
        guard case .string(let text) = value, !text.utf8.contains(0) else { return nil }
        var bytes = Array(prefix.utf8)
        for byte in text.utf8 {
            if byte == UInt8(ascii: "%") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "\\") {
                bytes.append(UInt8(ascii: "\\"))
            }
            bytes.append(byte)
        }
        return bytes + Array(suffix.utf8)
    }
}
