import CourtFormats
import PluginKit
import Postgres

/// Who takes part in a linkage event, checked: one of an outside body that the court may name, a department, a court.
struct LinkageMember: Sendable {
    private let input: LinkageParticipantInput

    init(
        _ input: LinkageParticipantInput,
        at path: InputPath,
        since occurredOn: CalendarDate,
        court: String,
        in transaction: Transaction
    ) async throws {
        let named = [
            input.organizationId.value != nil, input.departmentId.value != nil, input.courtCode.value != nil,
        ]
        guard named.count(where: { $0 }) == 1 else {
            throw DomainError(.inputInvalid, "参与单位须为外部单位、本院部门、法院之一", field: path)
        }
        if let organization = input.organizationId.value {
            let row = try await transaction.queryOne(
                """
                SELECT id FROM core.organization
                WHERE id = \(organization.value) AND (court_code IS NULL OR court_code = \(court))
                """
            )
            guard row != nil else {
                throw DomainError(.notFound, "不存在", field: path.appending("organizationId"))
            }
        }
        if let informedOn = input.informedOn.value, informedOn < occurredOn {
            throw DomainError(.dateOrder, "日期先后顺序错误", field: path.appending("informedOn"))
        }
        self.input = input
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
