import GraphQLExecution
import GraphQLLanguage
import Postgres

/// A fetch's statement with its values.
struct BoundFetch {
    let statement: BoundStatement
    let page: RowBatch.Page?
    /// For whole lists, which may be too long.
    let wholeLists: WholeLists?
}

extension SQLFetch {
    /// Chooses the statement's text for a request and binds its values.
    func bind(_ request: FetchRequest, _ context: BoundContext) throws(GraphQLError) -> BoundFetch {
        var variant = StatementVariant()
        let filter = try template.filter?.bound(request.variables)
        try template.checkPage(filter, request.variables)
        var page = Paging.Request()
        var choice: UInt32 = 0
        var order: [OrderColumn] = []
        if !template.isFixed {
            if let filter { variant.filter = filter.shape }
            if let groups = template.groups { variant.groups = try groups.chosen(request.variables) }
            variant.order = try template.order.chosen(request.variables)
            if let paging = template.paging {
                order = template.order.columns(variant.order)
                if paging.usesCursors { choice = try template.choice(filter, request.variables) }
                page = try paging.request(request.variables, choice: choice)
                variant.isLimited = page.limit != nil
                variant.isBackward = page.isBackward
                page.after = try template.order.matching(page.after, order)
                page.before = try template.order.matching(page.before, order)
                variant.after = page.after?.nulls
                variant.before = page.before?.nulls
            }
        }
        let compiled = compiled(variant)
        let listLimit = page.limit == nil ? template.listLimit : nil
        let wholeLists = listLimit.map { WholeLists(limit: $0, parentCount: request.parentBatch?.rowCount) }
        var parameters: [PostgresValue] = []
        parameters.reserveCapacity(compiled.parameters.count)
        for (position, source) in compiled.parameters.enumerated() {
            let typeOID = compiled.statement.parameterTypes[position]
            switch source {
            case .key(let column): parameters.append(try keys(request, column))
            case .caller(let value): parameters.append(context.context.values[value])
            case .required(let value):
                let bytes = try template.required[value].encoded(request.variables)
                parameters.append(PostgresValue(typeOID: typeOID, bytes: bytes))
            case .filter(let value): parameters.append(PostgresValue(typeOID: typeOID, bytes: filter?.values[value]))
            case .after(let column):
                parameters.append(PostgresValue(typeOID: typeOID, bytes: page.after?.values[column]))
            case .before(let column):
                parameters.append(PostgresValue(typeOID: typeOID, bytes: page.before?.values[column]))
            case .limit: parameters.append(PostgresValue(Int64(page.limit ?? 0) + (isPaged ? 1 : 0)))
            case .rowLimit: parameters.append(PostgresValue(Int64(wholeLists.map { $0.rowLimit + 1 } ?? 0)))
            }
        }
        return BoundFetch(
            statement: BoundStatement(statement: compiled.statement, parameters: parameters),
            page: isPaged ? page.result(choice) : nil,
            wholeLists: wholeLists
        )
    }

    /// Reads a row beyond the page, to know whether there is a next one.
    private var isPaged: Bool { template.paging?.isConnection ?? false }

    private func keys(_ request: FetchRequest, _ position: Int) throws(GraphQLError) -> PostgresValue {
        guard let batch = request.parentBatch, let parent = request.fetch.parent, let keys = template.keys else {
            preconditionFailure("a keyed statement was bound without its parent's rows")
        }
        return batch.array(of: parent.keyColumns[position], keys.types[position], only: parent.variant)
    }
}

extension Paging.Request {
    fileprivate func result(_ choice: UInt32) -> RowBatch.Page? {
        limit.map {
            RowBatch.Page(
                limit: $0,
                isBackward: isBackward,
                hasCursor: isBackward ? before != nil : after != nil,
                choice: choice
            )
        }
    }
}

extension RowOrder {
    /// A cursor's values by ordering column, after checking that it belongs to this order.
    func matching(_ cursor: Cursor?, _ order: [OrderColumn]) throws(GraphQLError) -> Cursor? {
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
        return Cursor(values: Array(values))
    }
}

extension StatementTemplate {
    /// Checks the page that is asked for and not read.
    func checkPage(_ filter: BoundFilter?, _ variables: CoercedVariables) throws(GraphQLError) {
        guard let pageCheck else { return }
        let choice = pageCheck.paging.usesCursors ? try choice(filter, variables) : 0
        try pageCheck.check(variables, choice: choice)
    }

    /// Tells the rows that filter and arguments choose from others, whichever way they were written.
    func choice(_ filter: BoundFilter?, _ variables: CoercedVariables) throws(GraphQLError) -> UInt32 {
        var hash = FNV1a()
        if let filter {
            hash.combine(filter.shape.bytes)
            for value in filter.values { hash.combine(value: value) }
        }
        for value in required { hash.combine(value: try value.encoded(variables)) }
        return hash.value
    }
}

extension Cursor {
    fileprivate var nulls: UInt32 {
        var nulls: UInt32 = 0
        for (position, value) in values.enumerated() where value == nil { nulls |= 1 << UInt32(position) }
        return nulls
    }
}

extension RequiredValue {
    /// The value in the placeholder's type; nil for NULL, and for a value that no row can have.
    fileprivate func encoded(_ variables: CoercedVariables) throws(GraphQLError) -> [UInt8]? {
        guard let value = value.value(variables), value != .null else { return nil }
        try type.check(value)
        let bytes = type.encode(value)
        if bytes == nil, case .argument(let name) = use {
            // NULL would ask the function something else.
            throw GraphQLError("The argument \"\(name)\" has a value that no row can have.", code: "BAD_USER_INPUT")
        }
        return bytes
    }
}
