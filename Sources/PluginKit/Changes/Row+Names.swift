public import Postgres

extension Row {
    /// Reads an enum by its name.
    public func name<Name: RawRepresentable>(_ column: String) throws(PostgresError) -> Name
    where Name.RawValue == String {
        guard let name: Name = try optionalName(column) else {
            throw PostgresError(.decoding, "Column \"\(column)\" is NULL where a \(Name.self) is read.")
        }
        return name
    }

    /// Reads an enum by its name; NULL is nil.
    public func optionalName<Name: RawRepresentable>(_ column: String) throws(PostgresError) -> Name?
    where Name.RawValue == String {
        guard let text = try decode(column, as: String?.self) else { return nil }
        guard let name = Name(rawValue: text) else {
            throw PostgresError(.decoding, "Column \"\(column)\" holds no name of a \(Name.self).")
        }
        return name
    }
}

extension SQL.StringInterpolation {
    /// Binds an enum value's name.
    public mutating func appendInterpolation<Name: RawRepresentable>(_ name: Name) where Name.RawValue == String {
        appendInterpolation(name.rawValue)
    }

    /// Binds an enum value's name or NULL.
    public mutating func appendInterpolation<Name: RawRepresentable>(_ name: Name?) where Name.RawValue == String {
        appendInterpolation(name?.rawValue)
    }
}
