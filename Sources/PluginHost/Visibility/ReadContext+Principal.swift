import CourtCore
package import GraphQLPostgres
package import PluginKit
import Postgres

extension ReadContext {
    /// A principal's values, as plans and policies are told them.
    package init(_ principal: Principal, today: Int32) {
        self.init(
            terms: .court,
            values: CallerValue.allCases.map { principal.value($0) },
            settings: CallerValue.allCases.compactMap { principal.settingText(of: $0) },
            today: today
        )
    }
}

extension Principal {
    fileprivate func value(_ value: CallerValue) -> PostgresValue {
        switch value {
        case .courts: PostgresValue(visibleCourts)
        case .courtCode: PostgresValue(courtCode)
        case .staffID: PostgresValue(staffID)
        case .departmentID: PostgresValue(departmentID)
        case .recusedFrom: PostgresValue(recusedFrom)
        case .mayReadSealed: PostgresValue(mayReadSealed)
        case .seesOnlyAssigned: PostgresValue(seesOnlyAssigned)
        case .actsAs: PostgresValue(actsAs)
        case .actsIn: PostgresValue(departmentsActedIn)
        }
    }

    /// The setting's text; nil for a value without one.
    fileprivate func settingText(of value: CallerValue) -> String? {
        switch value {
        case .courts: ReadContext.arrayLiteral(visibleCourts)
        case .courtCode: nil
        case .staffID: staffID.map(String.init) ?? ""
        case .departmentID: departmentID.map(String.init) ?? ""
        case .recusedFrom: Self.literal(recusedFrom)
        case .actsAs: Self.literal(actsAs)
        case .actsIn: Self.literal(departmentsActedIn)
        case .mayReadSealed: mayReadSealed ? "on" : "off"
        case .seesOnlyAssigned: seesOnlyAssigned ? "on" : "off"
        }
    }

    private static func literal(_ keys: [Int64]) -> String { "{\(keys.map(String.init).joined(separator: ","))}" }
}
