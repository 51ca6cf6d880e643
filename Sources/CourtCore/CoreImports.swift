import CourtFormats
import PluginKit
import Postgres

/// The administrator's imports: a CSV file each, all rows or none.
struct CoreImports: Mutations {
    func importCourts(_ input: ImportFileInput, _ context: WriteContext) async throws -> ImportPayload {
        var file = ImportFile(input, header: ["code", "name", "level", "parent_code", "region_code"])
        for row in file.rows {
            file.check(row, "code") { () throws(FormatError) in _ = try CourtCode(parsing: row["code"]) }
            file.check(row, "region_code") { () throws(FormatError) in _ = try RegionCode(parsing: row["region_code"]) }
            file.requireText(row, "name", maximumLength: 100)
            file.requireOneOf(row, "level", CourtLevel.allCases.map(\.rawValue))
            if (row["level"] == CourtLevel.supreme.rawValue) != row["parent_code"].isEmpty {
                file.report(row, "parent_code", code: "COURT_PARENT_INVALID", "上级法院代字与法院层级不符")
            }
        }
        file.requireUnique(["code"])
        // Parents before children, whatever the order of the file.
        let known = Set(
            try await context.transaction.query("SELECT code FROM core.court").map {
                try $0.decode("code", as: String.self)
            }
        )
        let inFile = Set(file.rows.map { $0["code"] })
        for row in file.rows where !row["parent_code"].isEmpty {
            if !inFile.contains(row["parent_code"]), !known.contains(row["parent_code"]) {
                file.report(row, "parent_code", code: "COURT_CODE_UNKNOWN", "法院代字不存在")
            }
        }
        return try await file.write(context, objectType: "Court") { row in
            """
            INSERT INTO core.court AS existing (code, name, level, parent_code, region_code)
            VALUES (\(row["code"]), \(row["name"]), \(row["level"]), \(row.optional("parent_code")), \(row["region_code"]))
            ON CONFLICT (code) DO UPDATE SET name = excluded.name, level = excluded.level, parent_code = excluded.parent_code,
                region_code = excluded.region_code, version = existing.version + 1, updated_at = now()
            WHERE (existing.name, existing.level, existing.parent_code, existing.region_code)
                IS DISTINCT FROM (excluded.name, excluded.level, excluded.parent_code, excluded.region_code)
            RETURNING (xmax = 0) AS created
            """
        }
    }

    func importDepartments(_ input: ImportFileInput, _ context: WriteContext) async throws -> ImportPayload {
        var file = ImportFile(input, header: ["court_code", "code", "name", "kind"])
        let courts = Set(
            try await context.transaction.query("SELECT code FROM core.court").map {
                try $0.decode("code", as: String.self)
            }
        )
        for row in file.rows {
            file.requireKnown(row, "court_code", courts, code: "COURT_CODE_UNKNOWN", "法院代字不存在")
            file.requireText(row, "code", maximumLength: 20)
            file.requireText(row, "name", maximumLength: 100)
            file.requireOneOf(row, "kind", DepartmentKind.allCases.map(\.rawValue))
        }
        file.requireUnique(["court_code", "code"])
        return try await file.write(context, objectType: "Department") { row in
            """
            INSERT INTO core.department AS existing (court_code, code, name, kind)
            VALUES (\(row["court_code"]), \(row["code"]), \(row["name"]), \(row["kind"]))
            ON CONFLICT (court_code, code) DO UPDATE SET name = excluded.name, kind = excluded.kind,
                version = existing.version + 1, updated_at = now()
            WHERE (existing.name, existing.kind) IS DISTINCT FROM (excluded.name, excluded.kind)
            RETURNING (xmax = 0) AS created
            """
        }
    }

    func importStaff(_ input: ImportFileInput, _ context: WriteContext) async throws -> ImportPayload {
        var file = ImportFile(input, header: ["no", "court_code", "department_code", "name", "roles"])
        let departments = Set(
            try await context.transaction.query("SELECT court_code, code FROM core.department").map { row in
                "\(try row.decode("court_code", as: String.self)) \(try row.decode("code", as: String.self))"
            }
        )
        let courts = Set(departments.map { $0.prefix { $0 != " " } }.map(String.init))
        for row in file.rows {
            file.requireText(row, "no", maximumLength: 40)
            file.requireText(row, "name", maximumLength: 50)
            file.requireKnown(row, "court_code", courts, code: "COURT_CODE_UNKNOWN", "法院代字不存在")
            if courts.contains(row["court_code"]),
                !departments.contains("\(row["court_code"]) \(row["department_code"])")
            {
                file.report(row, "department_code", code: "DEPARTMENT_UNKNOWN", "部门代码不存在")
            }
            let roles = row["roles"].split(separator: "|", omittingEmptySubsequences: false).map(String.init)
            let allowed = StaffRole.allCases.map(\.rawValue)
            if !roles.allSatisfy(allowed.contains) {
                file.report(row, "roles", code: "VALUE_NOT_ALLOWED", "角色无效，允许：\(allowed.joined(separator: "、"))")
            }
        }
        file.requireUnique(["no"])
        return try await file.write(context, objectType: "Staff") { row in
            """
            INSERT INTO core.staff AS existing (no, name, court_code, department_id, roles)
            SELECT \(row["no"]), \(row["name"]), d.court_code, d.id, \(row["roles"].split(separator: "|").map(String.init))
            FROM core.department d WHERE d.court_code = \(row["court_code"]) AND d.code = \(row["department_code"])
            ON CONFLICT (no) DO UPDATE SET name = excluded.name, court_code = excluded.court_code,
                department_id = excluded.department_id, roles = excluded.roles, version = existing.version + 1, updated_at = now()
            WHERE (existing.name, existing.court_code, existing.department_id, existing.roles)
                IS DISTINCT FROM (excluded.name, excluded.court_code, excluded.department_id, excluded.roles)
            RETURNING (xmax = 0) AS created
            """
        }
    }

    func importHolidays(_ input: ImportFileInput, _ context: WriteContext) async throws -> ImportPayload {
        var file = ImportFile(input, header: ["date", "kind", "name", "source"])
        for row in file.rows {
            if CalendarDate(iso: row["date"]) == nil {
                file.report(row, "date", code: "DATE_INVALID", "日期格式错误，应为YYYY-MM-DD")
            }
            file.requireOneOf(row, "kind", HolidayKind.allCases.map(\.rawValue))
            file.requireText(row, "name", maximumLength: 50)
            file.requireText(row, "source", maximumLength: 100)
        }
        file.requireUnique(["date"])
        return try await file.write(context, objectType: "Holiday") { row in
            """
            INSERT INTO core.holiday AS existing (date, kind, name, source)
            VALUES (\(CalendarDate(iso: row["date"])), \(row["kind"]), \(row["name"]), \(row["source"]))
            ON CONFLICT (date) DO UPDATE SET kind = excluded.kind, name = excluded.name, source = excluded.source
            WHERE (existing.kind, existing.name, existing.source)
                IS DISTINCT FROM (excluded.kind, excluded.name, excluded.source)
            RETURNING (xmax = 0) AS created
            """
        }
    }
}
