import CourtFormats
import PluginKit
import Postgres

// Delegation (代理): who acts for whom, from one day to another. It ends by itself, since it is asked for by date.
extension CoreImports {
    func delegateAuthority(_ input: DelegateAuthorityInput, _ context: WriteContext) async throws -> DelegationPayload {
        let giver = try DelegationGiver(context)
        let from = input.fromStaffId.value?.value ?? giver.staff
        let people = try await StaffDirectory.members([from, input.toStaffId.value], in: context.transaction)
        guard let person = people.first(where: { $0.id == from }) else { throw DomainError.absent("fromStaffId") }
        guard giver.mayGive(for: person) else { throw DomainError.forbidden }
        try checkDates(input, context.clock.today)

        var unmet: [(name: String, message: String)] = []
        let roles: [String] = input.roles.map(\.rawValue)
        if from == input.toStaffId.value { unmet.append(("otherPerson", "不得由本人代理本人")) }
        if !roles.allSatisfy({ role in person.roles.contains { $0.rawValue == role } }) {
            unmet.append(("rolesHeld", "被代理人不具有所代理的角色"))
        }
        let reserved: [Role] = [.inspector, .dpo, .admin]
        if reserved.contains(where: { roles.contains($0.rawValue) }), !giver.roles.contains(.president) {
            unmet.append(("givenByPresident", "纪检监察、个人信息保护负责人和系统管理员的代理须由院长决定"))
        }
        guard unmet.isEmpty else { throw DomainError.unmet(unmet) }

        let row = try await context.transaction.queryOne(
            """
            INSERT INTO core.delegation (court_code, from_staff_id, to_staff_id, roles, from_on, to_on, reason, created_by)
            VALUES (\(person.courtCode), \(from), \(input.toStaffId.value), \(roles), \(input.fromOn), \(input.toOn), \(input.reason),
                \(giver.staff))
            RETURNING id
            """
        )
        let id = try row?.decode("id", as: Int64.self) ?? 0
        context.forgetCallers()
        context.audit(
            AuditEvent(
                "delegation.given",
                objectType: "Delegation",
                objectID: id,
                courtCode: person.courtCode,
                changedFields: ["fromStaff", "toStaff", "roles", "fromOn", "toOn"]
            )
        )
        return DelegationPayload(delegation: id)
    }

    func endDelegation(_ input: EndDelegationInput, _ context: WriteContext) async throws -> DelegationPayload {
        let giver = try DelegationGiver(context)
        let id = input.delegationId.value
        let row = try await context.transaction.queryOne(
            """
            SELECT court_code, from_staff_id, to_staff_id, to_on, ended_on, version FROM core.delegation
            WHERE id = \(id) AND court_code = \(context.principal.courtCode) FOR UPDATE
            """
        )
        guard let row else { throw DomainError.absent("delegationId") }
        let from: Int64 = try row.decode("from_staff_id")
        let person = try await StaffDirectory.member(from, field: nil, in: context.transaction)
        let isDeputy = try row.decode("to_staff_id", as: Int64.self) == giver.staff
        guard isDeputy || giver.mayGive(for: person) else { throw DomainError.forbidden }
        let version = Int(try row.decode("version", as: Int32.self))
        guard version == input.version else {
            throw DomainError(
                .versionConflict,
                "数据已被他人修改，请刷新",
                field: .input(["version"]),
                details: [.init("version", .integer(version))]
            )
        }
        let today = context.clock.today
        let endedOn = try row.decode("ended_on", as: CalendarDate?.self)
        guard endedOn == nil, try row.decode("to_on", as: CalendarDate.self) >= today else {
            throw DomainError.unmet("notEnded", "代理已结束")
        }
        context.write(
            """
            UPDATE core.delegation SET ended_on = \(today), ended_by = \(giver.staff), version = version + 1,
                updated_at = \(context.clock.now)
            WHERE id = \(id)
            """
        )
        context.forgetCallers()
        context.audit(
            AuditEvent(
                "delegation.ended",
                objectType: "Delegation",
                objectID: id,
                courtCode: try row.decode("court_code"),
                changedFields: ["endedOn", "endedBy"]
            )
        )
        return DelegationPayload(delegation: id)
    }

    private func checkDates(_ input: DelegateAuthorityInput, _ today: CalendarDate) throws(DomainErrors) {
        var faults = DomainErrors()
        if input.fromOn < today {
            faults.add(DomainError(.dateOrder, "日期先后顺序错误：代理首日不得早于今日", field: .input(["fromOn"])))
        }
        if input.toOn < input.fromOn {
            faults.add(DomainError(.dateOrder, "日期先后顺序错误：代理末日不得早于首日", field: .input(["toOn"])))
        }
        if input.toOn > input.fromOn.adding(months: 6) {
            faults.add(DomainError(.delegationTooLong, "代理期限不得超过六个月", field: .input(["toOn"])))
        }
        try faults.throwIfAny()
    }
}

/// Whoever gives or ends a delegation, with the roles of their own: what they were given they do not give.
private struct DelegationGiver {
    let staff: Int64
    let roles: Set<Role>
    let court: String
    let department: Int64?

    init(_ context: WriteContext) throws {
        staff = try context.staff
        roles = context.principal.ownRoles
        court = context.principal.courtCode
        department = context.principal.departmentID
    }

    /// The person, the head of their division, the president, an administrator; of their court.
    func mayGive(for person: StaffMember) -> Bool {
        guard person.courtCode == court else { return false }
        if person.id == staff || !roles.isDisjoint(with: [.president, .admin]) { return true }
        return roles.contains(.divisionHead) && department == person.departmentID
    }
}

extension DomainError.Code {
    /// 代理期限不得超过六个月.
    static let delegationTooLong = Self("DELEGATION_TOO_LONG")
}
