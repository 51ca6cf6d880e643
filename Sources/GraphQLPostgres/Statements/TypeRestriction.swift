/// Only rows whose column names one of these object types.
struct TypeRestriction: Hashable, Sendable {
    let column: String
    /// GraphQL names: they need no quotes but their own.
    let types: [String]

    func sql(_ alias: String) -> String {
        guard !types.isEmpty else { return "false" }
        let names = types.map { "'\($0)'" }
        let column = "\(alias).\(column.quotedIdentifier)"
        return names.count == 1 ? "\(column) = \(names[0])" : "\(column) IN (\(names.joined(separator: ", ")))"
    }
}
