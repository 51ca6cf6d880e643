/// Who is asking, as far as rows depend on it: bound to every planned statement and to PostgreSQL's row security.
package struct ReadContext: Sendable, Hashable {
    /// Codes of the courts whose rows the caller may see.
    package let courts: [String]
    /// The court that the caller belongs to; nil for none.
    package let courtCode: String?
    package let staffID: Int64?
    /// Members of staff whose accusation recuses the caller: the caller at least, if there is one.
    package let recusedFrom: [Int64]
    package let mayReadSealed: Bool
    /// The caller sees only rows assigned to them.
    package let seesOnlyAssigned: Bool
    /// The business date, days since 2000-01-01.
    package let today: Int32

    package init(
        courts: [String],
        courtCode: String? = nil,
        staffID: Int64?,
        recusedFrom: [Int64]? = nil,
        mayReadSealed: Bool,
        seesOnlyAssigned: Bool,
        today: Int32
    ) {
        self.courts = courts
        self.courtCode = courtCode
        self.staffID = staffID
        self.recusedFrom = recusedFrom ?? staffID.map { [$0] } ?? []
        self.mayReadSealed = mayReadSealed
        self.seesOnlyAssigned = seesOnlyAssigned
        self.today = today
    }
}
