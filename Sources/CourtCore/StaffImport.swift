import CourtFormats
import PluginKit
import Postgres

extension CoreImports {
    func importStaff(_ input: ImportFileInput, _ context: WriteContext) async throws -> ImportPayload {
        var file = try await ImportFile(
            input,
            header: ["no", "court_code", "department_code", "name", "roles"],
            optional: ["active"],
            in: context
        )
        let courts = try await courts(context)
        let departments = Set(
            try await context.transaction.query("SELECT court_code, code FROM core.department").map { row in
                "\(try row.decode("court_code", as: String.self)) \(try row.decode("code", as: String.self))"
            }
        )
        if departments.isEmpty, let first = file.rows.first {
            let message = "尚未导入部门，请先导入法院（courts）和部门（departments），再导入人员"
            file.report(first.line, "department_code", code: "DEPARTMENT_UNKNOWN", message)
        }
        let own = try await ownNumber(context)
        let elsewhere = try await numbersElsewhere(file, context)
        for row in file.rows {
            file.requireAdministered(row, "court_code", by: context.principal)
            if elsewhere.contains(row["no"]) {
                file.report(row.line, "no", code: "FORBIDDEN", "无权维护该法院的数据，只能维护本院及下级法院", value: row["no"])
            }
            file.requireText(row, "no", maximumLength: 40)
            file.requireText(row, "name", maximumLength: 50)
            if !departments.isEmpty { file.requireDepartment(row, courts, departments) }
            file.requireRoles(row)
            file.requireFlag(row, "active")
            if row.flag("active") == false, row["no"] == own {
                file.report(row.line, "active", code: "STAFF_DEACTIVATES_SELF", "不得停用本人")
            }
        }
        file.requireUnique(["no"])
        var outcome = try await file.upsert(context) { row in
            """
            INSERT INTO core.staff AS existing (no, name, court_code, department_id, roles, active)
            SELECT \(row["no"]), \(row["name"]), d.court_code, d.id, \(row.roles.map(\.rawValue)), coalesce(\(row.flag("active")), true)
            FROM core.department d WHERE d.court_code = \(row["court_code"]) AND d.code = \(row["department_code"])
            ON CONFLICT (no) DO UPDATE SET name = excluded.name, court_code = excluded.court_code,
                department_id = excluded.department_id, roles = excluded.roles, active = coalesce(\(row.flag("active")), existing.active),
                version = existing.version + 1, updated_at = now()
            WHERE (existing.name, existing.court_code, existing.department_id, existing.roles, existing.active)
                IS DISTINCT FROM (excluded.name, excluded.court_code, excluded.department_id, excluded.roles,
                    coalesce(\(row.flag("active")), existing.active))
            RETURNING (xmax = 0) AS created
            """
        }
        if outcome.updated > 0 { context.forgetCallers() }
        outcome.notes += try await openWorkNotes(file, context)
        return try await file.finish(outcome, context, objectType: "Staff")
    }

    /// Numbers of the file that staff of courts have whom the caller does not administer.
    private func numbersElsewhere(_ file: ImportFile, _ context: WriteContext) async throws -> Set<String> {
        guard !context.principal.courtCode.isEmpty else { return [] }
        let rows = try await context.transaction.query(
            "SELECT no, court_code FROM core.staff WHERE no = ANY (\(file.rows.map { $0["no"] }))"
        )
        return Set(
            try rows.filter { try !context.principal.administers($0.decode("court_code")) }
                .map { try $0.decode("no", as: String.self) }
        )
    }

    /// How much is open with staff whom the file says to be out of office; nothing sealed is counted.
    private func openWorkNotes(_ file: ImportFile, _ context: WriteContext) async throws -> [String] {
        let numbers: [String] = file.rows.filter { $0.flag("active") == false }.map { $0["no"] }
        let works = context.service(OpenWorkBook.self)?.works ?? []
        guard !numbers.isEmpty, !works.isEmpty else { return [] }
        let staff = try await context.transaction.query(
            "SELECT id, no, court_code FROM core.staff WHERE no = ANY (\(numbers)) AND NOT active ORDER BY no"
        )
        var notes: [String] = []
        for row in staff {
            let id: Int64 = try row.decode("id")
            guard let open = OpenWorkBook.statement(works, of: [id], court: try row.decode("court_code")) else {
                continue
            }
            let found = try await context.transaction.query(
                "SELECT work, count(*) AS open FROM (\(open)) o WHERE NOT sealed GROUP BY work ORDER BY work"
            )
            let parts: [String] = try found.map { count in
                let title = works[Int(try count.decode("work", as: Int32.self))].title
                return "\(title)\(try count.decode("open", as: Int64.self))件"
            }
            guard !parts.isEmpty else { continue }
            let number: String = try row.decode("no")
            notes.append("工号\(number)已停用，尚有在办事项：\(parts.joined(separator: "、"))，请移交（reassignOpenWork）")
        }
        return notes
    }

    /// 工号 of whoever imports; nil without a post.
    private func ownNumber(_ context: WriteContext) async throws -> String? {
        guard let staff = context.principal.staffID else { return nil }
        return try await context.transaction.queryOne("SELECT no FROM core.staff WHERE id = \(staff)")?.decode("no")
    }
}

extension ImportFile {
    fileprivate mutating func requireDepartment(_ row: Row, _ courts: Set<String>, _ departments: Set<String>) {
        guard courts.contains(row["court_code"]) else {
            return requireKnown(row, "court_code", courts, code: "COURT_CODE_UNKNOWN", "法院代字不存在，请先导入该法院")
        }
        let department = "\(row["court_code"]) \(row["department_code"])"
        if !departments.contains(department) {
            report(
                row.line,
                "department_code",
                code: "DEPARTMENT_UNKNOWN",
                "部门代码不存在，请先导入该部门",
                value: department
            )
        }
    }

    fileprivate mutating func requireRoles(_ row: Row) {
        guard row.writtenRoles.contains(where: { StaffRole(written: $0) == nil }) else { return }
        let allowed = StaffRole.allCases.map(\.rawValue).joined(separator: "、")
        report(row.line, "roles", code: "VALUE_NOT_ALLOWED", "角色无效，允许：\(allowed)", value: row["roles"])
    }
}

extension ImportFile.Row {
    fileprivate var writtenRoles: [String] {
        self["roles"].split(separator: "|", omittingEmptySubsequences: false).map { String($0).trimmingSpaces }
    }

    fileprivate var roles: [StaffRole] {
        writtenRoles.compactMap { StaffRole(written: $0) }
    }
}
