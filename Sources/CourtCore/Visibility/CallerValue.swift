/// What of a caller decides which rows they see.
package enum CallerValue: Int, CaseIterable, Sendable {
    /// Codes of the courts whose rows they may see.
    case courts
    /// The court that they belong to; told to no policy.
    case courtCode
    case staffID
    case departmentID
    /// Whose accusation keeps them from a matter.
    case recusedFrom
    case mayReadSealed
    case seesOnlyAssigned
    /// Whom they act as: themselves, and whoever they are the deputy of.
    case actsAs
    /// The departments of these.
    case actsIn

    /// The setting by which PostgreSQL's row security is told.
    package var setting: String? {
        switch self {
        case .courts: "docket.courts"
        case .courtCode: nil
        case .staffID: "docket.staff_id"
        case .departmentID: "docket.department_id"
        case .recusedFrom: "docket.recused_from"
        case .mayReadSealed: "docket.sealed"
        case .seesOnlyAssigned: "docket.assigned_only"
        case .actsAs: "docket.acting_as"
        case .actsIn: "docket.acting_in"
        }
    }

    /// The value as a policy asks for it: once for a statement, not for each row.
    package var policyText: String {
        switch self {
        case .courts: "(SELECT core.readable_courts())::text[]"
        case .courtCode: "NULL"
        case .staffID: "(SELECT core.staff_id())"
        case .departmentID: "(SELECT core.department_id())"
        case .recusedFrom: "(SELECT core.recused_from())::bigint[]"
        case .mayReadSealed: "(SELECT core.may_read_sealed())"
        case .seesOnlyAssigned: "(SELECT core.sees_only_assigned())"
        case .actsAs: "(SELECT core.acting_as())::bigint[]"
        case .actsIn: "(SELECT core.acting_in())::bigint[]"
        }
    }
}
