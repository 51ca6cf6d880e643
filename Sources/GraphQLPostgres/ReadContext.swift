package import Postgres

/// Who is asking, as far as rows depend on it: bound to every planned statement and to PostgreSQL's row security.
package struct ReadContext: Sendable {
    package let terms: CallerTerms
    /// The caller's values, by position in the terms, encoded.
    package let values: [PostgresValue]
    /// What row security is told of them: a text for each value with a setting, in order.
    package let settings: [String]
    /// The business date, days since 2000-01-01.
    package let today: Int32

    package init(terms: CallerTerms, values: [PostgresValue], settings: [String], today: Int32) {
        precondition(values.count == terms.values.count, "a caller has a value for each term")
        self.terms = terms
        self.values = values
        self.settings = settings
        self.today = today
    }

    /// A text array as a literal (PostgreSQL, Array Input and Output Syntax): `{"晋03","晋0302"}`.
    package static func arrayLiteral(_ items: [String]) -> String {
        var text = "{"
        for (index, item) in items.enumerated() {
            text += index == 0 ? "\"" : ",\""
            for character in item {
                if character == "\"" || character == "\\" { text.append("\\") }
                text.append(character)
            }
            text += "\""
        }
        return text + "}"
    }
}
