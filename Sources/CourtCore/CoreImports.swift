import CourtFormats
import PluginKit
import Postgres

/// The administrator's imports: a CSV file each, all rows or none.
struct CoreImports: Mutations {
    func importCourts(_ input: ImportFileInput, _ context: WriteContext) async throws -> ImportPayload {
        var file = try await ImportFile(
            input,
            header: ["code", "name", "level", "parent_code", "region_code"],
            in: context
        )
        for row in file.rows {
            file.check(row, "code") { () throws(FormatError) in _ = try CourtCode(parsing: row["code"]) }
            file.check(row, "region_code") { () throws(FormatError) in _ = try RegionCode(parsing: row["region_code"]) }
            file.requireText(row, "name", maximumLength: 100)
            file.requireOneOf(row, "level", CourtLevel.self)
            file.requireAdministered(row, "code", by: context.principal)
            file.requireAgreement(row)
        }
        file.requireUnique(["code"])
        // Parents before children, whatever the order of the file.
        let known = try await courts(context).union(file.rows.map { $0["code"] })
        for row in file.rows where !row["parent_code"].isEmpty {
            file.requireKnown(row, "parent_code", known, code: "COURT_CODE_UNKNOWN", "法院代字不存在")
        }
        let outcome = try await file.upsert(context) { row in
            """
            INSERT INTO core.court AS existing (code, name, level, parent_code, region_code)
            VALUES (\(row["code"]), \(row["name"]), \(row.named("level", as: CourtLevel.self)?.rawValue),
                \(row.optional("parent_code")), \(row["region_code"]))
            ON CONFLICT (code) DO UPDATE SET name = excluded.name, level = excluded.level, parent_code = excluded.parent_code,
                region_code = excluded.region_code, version = existing.version + 1, updated_at = now()
            WHERE (existing.name, existing.level, existing.parent_code, existing.region_code)
                IS DISTINCT FROM (excluded.name, excluded.level, excluded.parent_code, excluded.region_code)
            RETURNING (xmax = 0) AS created
            """
        }
        return try await file.finish(outcome, context, objectType: "Court")
    }

    func importDepartments(_ input: ImportFileInput, _ context: WriteContext) async throws -> ImportPayload {
        var file = try await ImportFile(input, header: ["court_code", "code", "name", "kind"], in: context)
        let courts = try await courts(context)
        if courts.isEmpty, let first = file.rows.first {
            file.report(first.line, "court_code", code: "COURT_CODE_UNKNOWN", "尚未导入法院，请先导入法院（courts），再导入部门")
        }
        for row in file.rows {
            if !courts.isEmpty {
                file.requireKnown(row, "court_code", courts, code: "COURT_CODE_UNKNOWN", "法院代字不存在，请先导入该法院")
            }
            file.requireAdministered(row, "court_code", by: context.principal)
            file.requireText(row, "code", maximumLength: 20)
            file.requireText(row, "name", maximumLength: 100)
            file.requireOneOf(row, "kind", DepartmentKind.self)
        }
        file.requireUnique(["court_code", "code"])
        let outcome = try await file.upsert(context) { row in
            """
            INSERT INTO core.department AS existing (court_code, code, name, kind)
            VALUES (\(row["court_code"]), \(row["code"]), \(row["name"]), \(row.named("kind", as: DepartmentKind.self)?.rawValue))
            ON CONFLICT (court_code, code) DO UPDATE SET name = excluded.name, kind = excluded.kind,
                version = existing.version + 1, updated_at = now()
            WHERE (existing.name, existing.kind) IS DISTINCT FROM (excluded.name, excluded.kind)
            RETURNING (xmax = 0) AS created
            """
        }
        return try await file.finish(outcome, context, objectType: "Department")
    }

    /// The codes of all courts.
    func courts(_ context: WriteContext) async throws -> Set<String> {
        Set(
            try await context.transaction.query("SELECT code FROM core.court").map {
                try $0.decode("code", as: String.self)
            }
        )
    }
}

extension ImportFile {
    /// Level, region and the court above must be what the court's code says.
    fileprivate mutating func requireAgreement(_ row: Row) {
        guard let code = try? CourtCode(parsing: row["code"]) else { return }
        let disagreements = CourtRegister(code: code).disagreements(
            level: row.named("level"),
            parent: row["parent_code"],
            region: try? RegionCode(parsing: row["region_code"])
        )
        if disagreements.contains(.level) {
            report(row.line, "level", code: "COURT_LEVEL_INVALID", "法院层级与法院代字不符")
        }
        if disagreements.contains(.parent) {
            let message = row["parent_code"] == row["code"] ? "上级法院不能是本院" : "上级法院代字与法院层级不符"
            report(row.line, "parent_code", code: "COURT_PARENT_INVALID", message)
        }
        if disagreements.contains(.region) {
            report(row.line, "region_code", code: "COURT_REGION_INVALID", "行政区划代码与法院代字不符")
        }
    }
}
