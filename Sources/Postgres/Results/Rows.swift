/// The rows of a query, in order.
public struct Rows: RandomAccessCollection, Sendable {
    package let result: ResultSet

    package init(_ result: ResultSet) { self.result = result }

    /// 0.
    public var startIndex: Int { 0 }
    /// The number of rows.
    public var endIndex: Int { result.rowCount }

    /// The row at this position.
    public subscript(position: Int) -> Row {
        precondition(indices.contains(position), "row \(position) of \(result.rowCount)")
        return Row(result, position)
    }
}

/// One row of a query.
public struct Row: Sendable {
    private let result: ResultSet
    private let index: Int

    init(_ result: ResultSet, _ index: Int) {
        self.result = result
        self.index = index
    }

    /// Reads a column by name; NULL is an error.
    public func decode<Value: PostgresDecodable>(_ column: String, as type: Value.Type = Value.self)
        throws(PostgresError) -> Value
    {
        try decode(position(of: column), as: type)
    }

    /// Reads a column by name; NULL is nil.
    public func decode<Value: PostgresDecodable>(_ column: String, as type: Value?.Type = Value?.self)
        throws(PostgresError) -> Value?
    {
        try decode(position(of: column), as: type)
    }

    /// Reads a column by position from 0; NULL is an error.
    public func decode<Value: PostgresDecodable>(_ column: Int, as type: Value.Type = Value.self) throws(PostgresError)
        -> Value
    {
        guard let value = try decode(column, as: Value?.self) else {
            throw PostgresError(
                .decoding,
                "Column \"\(result.columns[column].name)\" is NULL where a \(type) is read. Read a \(type)? instead."
            )
        }
        return value
    }

    /// Reads a column by position from 0; NULL is nil.
    public func decode<Value: PostgresDecodable>(_ column: Int, as type: Value?.Type = Value?.self)
        throws(PostgresError) -> Value?
    {
        guard result.columns.indices.contains(column) else {
            throw PostgresError(
                .decoding,
                "There is no column \(column) in a result of \(result.columns.count) columns."
            )
        }
        guard let bytes = result.bytes(row: index, column: column) else { return nil }
        do {
            return try Value(postgres: bytes, typeOID: result.columns[column].typeOID)
        } catch {
            throw PostgresError(.decoding, "Column \"\(result.columns[column].name)\": \(error.message)")
        }
    }

    private func position(of name: String) throws(PostgresError) -> Int {
        if let position = result.columns.firstIndex(where: { $0.name == name }) { return position }
        let names = result.columns.map { "\"\($0.name)\"" }.joined(separator: ", ")
        throw PostgresError(
            .decoding,
            "There is no column \"\(name)\" in the result; there are \(names.isEmpty ? "none" : names)."
        )
    }
}
