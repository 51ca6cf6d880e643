import CourtCore
import GraphQLLanguage
package import GraphQLPostgres
import Postgres

extension CallerTerms {
    /// What courts know of a caller, and `@visible`.
    package static let court = CallerTerms(
        values: CallerValue.allCases.map { value in
            // Values that differ in number from caller to caller are hidden from the planner: one plan serves all of them.
            CallerTerms.Value(typeOID: value.typeOID, setting: value.setting, isHidden: value.differsInNumber)
        },
        own: [
            CallerTerms.Own(argument: "mine", value: CallerValue.staffID.rawValue),
            CallerTerms.Own(argument: "ownCourt", value: CallerValue.courtCode.rawValue),
        ],
        directive: VisibleRows.directive,
        sdl: VisibleRows.sdl,
        read: { VisibleRows.reading($0) }
    )
}

extension CallerValue {
    fileprivate var typeOID: UInt32 {
        switch self {
        case .courts: PostgresType.textArray
        case .courtCode: PostgresType.text
        case .staffID, .departmentID: PostgresType.int8
        case .recusedFrom, .actsAs, .actsIn: PostgresType.int8Array
        case .mayReadSealed, .seesOnlyAssigned: PostgresType.bool
        }
    }

    /// Whether it is a list by which rows are found, longer for one caller than for another.
    fileprivate var differsInNumber: Bool { [.courts, .actsAs, .actsIn].contains(self) }

    fileprivate init(position: Int) {
        guard let value = CallerValue(rawValue: position) else { preconditionFailure("a caller has no such value") }
        self = value
    }

    /// The value at a position of the terms as a policy asks for it.
    static func policyText(at position: Int) -> String { CallerValue(position: position).policyText }
}

extension VisibleRows {
    /// What one use of the directive says of the row's own columns.
    fileprivate static func reading(_ directive: Directive) -> RowConditionReading {
        func names(_ argument: String) -> [String] {
            directive.argument(argument)?.items.compactMap(\.stringText) ?? []
        }
        func name(_ argument: String) -> String? { directive.argument(argument)?.stringText }
        let rows = VisibleRows(
            courts: names("courts"),
            departments: names("departments"),
            sealed: name("sealed"),
            people: names("people"),
            recused: name("recused")
        )
        if !rows.courts.isEmpty { return RowConditionReading(rows) }
        guard rows.columns.isEmpty else { return RowConditionReading(nil, faults: ["names no courts beside the rest"]) }
        let isAlone = directive.argument("with") == nil
        return RowConditionReading(nil, faults: isAlone ? ["names neither courts nor a row to be seen with"] : [])
    }
}

extension VisibleRows: RowCondition {
    package var columns: [RowConditionColumn] {
        func columns(_ names: [String], _ argument: String, _ types: UInt32...) -> [RowConditionColumn] {
            names.map { RowConditionColumn(argument: argument, name: $0, typeOIDs: types) }
        }
        return columns(courts, "courts", PostgresType.text)
            + columns(departments, "departments", PostgresType.int8, PostgresType.int8Array)
            + columns([sealed].compactMap(\.self), "sealed", PostgresType.bool)
            + columns(people, "people", PostgresType.int8, PostgresType.int8Array)
            + columns([recused].compactMap(\.self), "recused", PostgresType.int8Array)
    }

    package func parts(column: (String) -> String, isList: (String) -> Bool, value: (Int) -> String) -> [String] {
        parts(column: column, isList: isList, value: { (one: CallerValue) in value(one.rawValue) })
    }

    package func ownership(column: (String) -> String, value: (Int) -> String) -> String? {
        ownership(column: column, value: { (one: CallerValue) in value(one.rawValue) })
    }
}
