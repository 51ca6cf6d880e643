/// Which rows of a type a caller may see, as far as the row itself says so: columns compared with the caller's values.
package protocol RowCondition: Sendable {
    /// Every column that it names.
    var columns: [RowConditionColumn] { get }

    /// The condition's parts, which all must hold.
    ///
    /// `column` writes a column of the row, `value` the caller's value at a position of `CallerTerms.values`; a column holds
    /// one value unless `isList` says otherwise. Nothing else differs between the places where a condition stands.
    func parts(column: (String) -> String, isList: (String) -> Bool, value: (Int) -> String) -> [String]

    /// Whether a row is the caller's own, so that a small group of such rows may be shown; nil where no row is.
    func ownership(column: (String) -> String, value: (Int) -> String) -> String?
}

/// A column that a condition names.
package struct RowConditionColumn: Hashable, Sendable {
    /// The directive's argument that names it, for messages.
    package let argument: String
    package let name: String
    let types: [ColumnType]

    /// Names a column of one of these types.
    package init(argument: String, name: String, typeOIDs: [UInt32]) {
        self.argument = argument
        self.name = name
        types = typeOIDs.compactMap(ColumnType.init(oid:))
    }
}
