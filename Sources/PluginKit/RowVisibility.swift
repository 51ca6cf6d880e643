/// Where one row stands: the values of the columns that its type's `@visible` names.
///
/// Of it follows who may see the row, and so who may change it; the plan of a read and the row-security policy of the table
/// say the same of the same columns (docs/decisions/0027).
public struct RowVisibility: Hashable, Sendable {
    /// Codes of the courts that the row belongs to.
    public var courts: [String]
    /// Keys of the departments that the row belongs to.
    public var departments: [Int64]
    /// Whether it is kept from all but discipline inspectors.
    public var isSealed: Bool
    /// Staff ids of whoever the row is assigned to.
    public var people: [Int64]
    /// Whether its type names columns of people or departments: then whoever sees only own assignments sees no other row.
    public var hasPeople: Bool
    /// Staff ids of whoever the row accuses: it is kept from them and their chain of command.
    public var recused: [Int64]

    /// Creates a visibility; columns that hold NULL are left out, a seal that is NULL is one.
    public init(
        courts: [String],
        departments: [Int64] = [],
        isSealed: Bool = false,
        people: [Int64] = [],
        hasPeople: Bool = false,
        recused: [Int64] = []
    ) {
        self.courts = courts
        self.departments = departments
        self.isSealed = isSealed
        self.people = people
        self.hasPeople = hasPeople
        self.recused = recused
    }
}

extension Principal {
    /// Courts whose rows it may see.
    ///
    /// Who reads sealed rows reads those of their own court, and no other court's.
    public var visibleCourts: [String] {
        if mayReadSealed { return [courtCode] }
        return readableCourts.contains(courtCode) || courtCode.isEmpty ? readableCourts : readableCourts + [courtCode]
    }

    /// Whether it may see a row: of a court that it reads, unsealed unless it may read what is sealed, its own where it sees
    /// only what is assigned to it, and none that accuses somebody from whose matters it is recused.
    public func sees(_ row: RowVisibility) -> Bool {
        let courts = visibleCourts
        guard row.courts.contains(where: { courts.contains($0) }) else { return false }
        guard mayReadSealed || !row.isSealed, !isRecused(from: row.recused) else { return false }
        return !row.hasPeople || !seesOnlyAssigned || isNamed(in: row)
    }

    /// Whether a row is assigned to it or to its department, or to somebody whose deputy it is.
    public func isNamed(in row: RowVisibility) -> Bool {
        actsAs.contains(where: row.people.contains) || departmentsActedIn.contains(where: row.departments.contains)
    }
}
