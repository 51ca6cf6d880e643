import GraphQLPostgres
import Postgres

/// A table's policy as it is declared, as it was made last, and as it is.
struct RowPolicyState {
    static let policyName = "docket_visible"

    let policy: RowPolicy
    /// The expression that the declaration makes.
    let source: String
    /// Rows of a view are hidden by its tables; what is not there is the catalog check's.
    let isTable: Bool
    /// What is wrong, after the table's name; nil where all agree.
    let fault: String?

    init(_ policy: RowPolicy, _ row: Row) throws(PostgresError) {
        self.policy = policy
        source = policy.expression(lists: Set(try row.decode("lists", as: [String].self)))
        isTable = try row.decode("is_table")
        guard isTable else {
            fault = nil
            return
        }
        let expression = try row.decode("expression", as: String?.self)
        let others = try row.decode("others", as: [String].self)
        fault =
            if try !row.decode("is_on", as: Bool.self) {
                "has row security switched off"
            } else if expression == nil {
                "has no policy \(Self.policyName)"
            } else if try row.decode("is_for_reads", as: Bool?.self) != true {
                "has a policy \(Self.policyName) that is not for \(SQLReader.role) reading"
            } else if try row.decode("made_source", as: String?.self) != source {
                "has a policy that was made of another declaration"
            } else if try row.decode("made_expression", as: String?.self) != expression {
                "has a policy that was changed after it was made"
            } else if let other = others.first {
                "has a second policy for \(SQLReader.role), \(other), which shows more rows"
            } else {
                nil
            }
    }
}
