import CourtFormats
import PluginKit
import Postgres

/// Outside bodies, kept by a court's clerks or, for all courts, by administrators.
extension CoreImports {
    func createOrganization(_ input: CreateOrganizationInput, _ context: WriteContext) async throws
        -> OrganizationPayload
    {
        let court = try OrganizationValues.court(isForAll: input.forAllCourts, context.principal)
        let values = OrganizationValues(name: input.name, regionCode: input.regionCode)
        let row = try await context.transaction.queryOne(
            """
            INSERT INTO core.organization (court_code, kind, name, region_code)
            VALUES (\(court), \(input.kind.rawValue), \(values.name), \(values.regionCode)) RETURNING id
            """
        )
        let key = try row?.decode("id", as: Int64.self)
        OrganizationValues.audit("organization.created", key, ["kind", "name", "regionCode"], in: context)
        return OrganizationPayload(organization: key)
    }

    func updateOrganization(_ input: UpdateOrganizationInput, _ context: WriteContext) async throws
        -> OrganizationPayload
    {
        let key = input.organizationId.value
        let row = try await context.transaction.queryOne(
            "SELECT court_code, name, region_code, active, version FROM core.organization WHERE id = \(key) FOR UPDATE"
        )
        guard let row, OrganizationValues.mayChange(try row.decode("court_code", as: String?.self), context.principal)
        else { throw DomainError(.notFound, "不存在", field: InputPath(["input", "organizationId"])) }
        let version = Int(try row.decode("version", as: Int32.self))
        guard version == input.version else {
            throw DomainError(.versionConflict, "数据已被他人修改，请刷新", details: [.init("version", .integer(version))])
        }
        let former = try OrganizationValues(row)
        let values = OrganizationValues(
            name: input.name.value ?? former.name,
            regionCode: input.regionCode.value ?? former.regionCode,
            isActive: input.active.value ?? former.isActive
        )
        let changed = values.changes(from: former)
        guard !changed.isEmpty else { return OrganizationPayload(organization: key) }
        try await context.transaction.execute(
            """
            UPDATE core.organization SET name = \(values.name), region_code = \(values.regionCode), active = \(values.isActive),
                version = version + 1, updated_at = now()
            WHERE id = \(key)
            """
        )
        OrganizationValues.audit("organization.changed", key, changed, in: context)
        return OrganizationPayload(organization: key)
    }

    func importOrganizations(_ input: ImportFileInput, _ context: WriteContext) async throws -> ImportPayload {
        var file = try await ImportFile(
            input,
            header: ["court_code", "kind", "name", "region_code"],
            optional: ["active"],
            in: context
        )
        let courts = try await courts(context)
        for row in file.rows {
            if row.optional("court_code") != nil {
                file.requireKnown(row, "court_code", courts, code: "COURT_CODE_UNKNOWN", "法院代字不存在，请先导入该法院")
            }
            file.requireAdministered(row, "court_code", by: context.principal)
            file.requireOneOf(row, "kind", OrganizationKind.self)
            file.requireText(row, "name", maximumLength: OrganizationValues.longestName)
            file.check(row, "region_code") { () throws(FormatError) in _ = try RegionCode(parsing: row["region_code"]) }
            file.requireFlag(row, "active")
        }
        file.requireUnique(["court_code", "kind", "region_code", "name"])
        let outcome = try await file.upsert(context) { row in
            """
            INSERT INTO core.organization AS existing (court_code, kind, name, region_code, active)
            VALUES (\(row.optional("court_code")), \(row.named("kind", as: OrganizationKind.self)?.rawValue), \(row["name"]),
                \(row["region_code"]), coalesce(\(row.flag("active")), true))
            ON CONFLICT (name, kind, region_code, court_code) DO UPDATE SET active = excluded.active,
                version = existing.version + 1, updated_at = now()
            WHERE existing.active IS DISTINCT FROM coalesce(\(row.flag("active")), existing.active)
            RETURNING (xmax = 0) AS created
            """
        }
        return try await file.finish(outcome, context, objectType: "Organization")
    }
}

/// What can change of an outside body, checked.
private struct OrganizationValues {
    let name: String
    let regionCode: String
    var isActive = true

    static let longestName = 100

    init(name: String, regionCode: String, isActive: Bool = true) {
        self.name = name
        self.regionCode = regionCode
        self.isActive = isActive
    }

    init(_ row: Row) throws {
        name = try row.decode("name")
        regionCode = try row.decode("region_code")
        isActive = try row.decode("active")
    }

    func changes(from former: OrganizationValues) -> [String] {
        var changed: [String] = []
        if name != former.name { changed.append("name") }
        if regionCode != former.regionCode { changed.append("regionCode") }
        if isActive != former.isActive { changed.append("active") }
        return changed
    }

    /// The court that keeps a new one; nil for all.
    static func court(isForAll: Bool, _ principal: Principal) throws(DomainError) -> String? {
        guard isForAll else {
            // A token of no court keeps for all or not at all.
            guard !principal.courtCode.isEmpty else {
                throw DomainError(.forbidden, "无权限", field: InputPath(["input", "forAllCourts"]))
            }
            return principal.courtCode
        }
        guard principal.roles.contains(.admin) else {
            throw DomainError(.forbidden, "无权限", field: InputPath(["input", "forAllCourts"]))
        }
        return nil
    }

    static func mayChange(_ court: String?, _ principal: Principal) -> Bool {
        guard let court else { return principal.roles.contains(.admin) }
        return court == principal.courtCode
    }

    static func audit(_ action: String, _ key: Int64?, _ changed: [String], in context: WriteContext) {
        context.audit(
            AuditEvent(
                action,
                objectType: "Organization",
                objectID: key,
                courtCode: context.principal.courtCode,
                changedFields: changed
            )
        )
    }
}

extension DomainErrors {
    fileprivate mutating func format(_ field: String, _ parse: () throws(FormatError) -> String) -> String? {
        do { return try parse() } catch {
            add(DomainError(.init(error.code), error.message, field: InputPath(["input", field])))
            return nil
        }
    }
}

extension OrganizationKind: ChineseNamed {
    package static let chineseNames: [String: OrganizationKind] = [
        "党委": .partyCommittee, "政府": .government, "信访工作联席会议办公室": .jointConferenceOffice, "联席办": .jointConferenceOffice,
        "党委政法委": .politicalLegalCommittee, "政法委": .politicalLegalCommittee, "检察院": .procuratorate,
        "信访局": .petitionBureau, "人大": .peoplesCongress, "公安机关": .publicSecurity, "公安": .publicSecurity,
        "街道办事处": .subdistrict, "街道": .subdistrict, "社区居委会": .community, "社区": .community,
        "村委会": .villageCommittee, "法律援助机构": .legalAid, "司法局": .justiceBureau,
    ]
}
