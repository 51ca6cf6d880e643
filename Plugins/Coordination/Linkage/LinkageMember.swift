import CourtFormats
import PluginKit
import Postgres

/// Who takes part in a linkage event: an outside body that the court may name, a department, or a court.
struct LinkageMember: Sendable {
    private let input: LinkageParticipantInput

    /// Those of an input, checked together: each one of the three, and told when it had happened or later.
    static func all(
        _ inputs: [(input: LinkageParticipantInput, path: InputPath)],
        since occurredOn: CalendarDate,
        court: String,
        in transaction: Transaction
    ) async throws -> [LinkageMember] {
        let bodies = inputs.compactMap { $0.input.organizationId.value?.value }
        let rows = try await transaction.query(
            """
            SELECT id FROM core.organization
            WHERE id = ANY (\(bodies)) AND (court_code IS NULL OR court_code = \(court))
            """
        )
        let known = Set(try rows.map { try $0.decode("id", as: Int64.self) })
        var errors = DomainErrors()
        for (input, path) in inputs {
            let named = [
                input.organizationId.value != nil, input.departmentId.value != nil, input.courtCode.value != nil,
            ]
            if named.count(where: { $0 }) != 1 {
                errors.add(DomainError(.inputInvalid, "参与单位须为外部单位、本院部门、法院之一", field: path))
            }
            if let body = input.organizationId.value, !known.contains(body.value) {
                errors.add(DomainError(.notFound, "不存在", field: path.appending("organizationId")))
            }
            if let informedOn = input.informedOn.value, informedOn < occurredOn {
                errors.add(DomainError(.dateOrder, "日期先后顺序错误", field: path.appending("informedOn")))
            }
        }
        try errors.throwIfAny()
        return inputs.map { LinkageMember(input: $0.input) }
    }

    /// The statement that adds it.
    func insertion(into event: Int64, court: String) -> SQL {
        """
        INSERT INTO coordination.linkage_participant (linkage_event_id, court_code, organization_id, department_id,
            member_court_code, role, informed_on)
        VALUES (\(event), \(court), \(input.organizationId.value?.value), \(input.departmentId.value?.value),
            \(input.courtCode.value), \(input.role.rawValue), \(input.informedOn.value))
        """
    }
}
