import CourtFormats
import FieldEncryption
import PluginKit
import Postgres

extension CoreImports {
    func createMaterial(_ input: CreateMaterialInput, _ context: WriteContext) async throws -> MaterialTicketPayload {
        try Self.check(input)
        guard let entry = context.service(MaterialOwners.self)?[input.objectType] else {
            throw MaterialFault.absent(at: "objectType")
        }
        guard !entry.attachingRoles.isDisjoint(with: context.principal.roles) else {
            throw DomainError(.forbidden, "无权限")
        }
        guard let object = try await entry.object(input.objectId.value, in: context.transaction) else {
            throw MaterialFault.absent(at: "objectId")
        }
        guard entry.allows(.attach, object, to: context.principal) else { throw DomainError(.forbidden, "无权限") }
        let kind = input.kind.rawValue
        if let kinds = entry.owner.kinds, !kinds.contains(kind) {
            let message = "取值无效，允许：\(kinds.joined(separator: "、"))"
            throw DomainError(.init("VALUE_NOT_ALLOWED"), message, field: InputPath(["input", "kind"]))
        }
        try await entry.owner.check?(object, kind, context)
        try await Self.checkCount(of: object, atMost: entry.owner.maximumCount, context)
        let row = try await context.transaction.query(
            """
            INSERT INTO core.material (object_type, object_id, court_code, kind, title, pages, announced_size, announced_sha256,
                created_by, expires_at)
            VALUES (\(object.type), \(object.id), \(object.courtCode), \(kind), \(input.title), \(input.pages.value.map(Int32.init)),
                \(input.size.value.map(Int32.init)), \(input.sha256.value?.lowercased()), \(context.principal.staffID),
                now() + \(Double(MaterialRule.ticketMinutes)) * interval '1 minute')
            RETURNING id
            """
        )[0]
        let id = try row.decode("id", as: Int64.self)
        let ticket = try await MaterialTicket.issue(.upload, for: id, context)
        context.audit(
            AuditEvent("material.announced", objectType: "Material", objectID: id, courtCode: object.courtCode)
        )
        return MaterialTicketPayload(
            material: id,
            uploadPath: MaterialRule.pathPrefix + ticket.secret,
            expiresAt: ticket.expiresAt
        )
    }

    func downloadMaterial(
        _ input: DownloadMaterialInput,
        _ context: WriteContext
    ) async throws -> MaterialDownloadPayload {
        guard !MaterialRule.roles(for: input.purpose).isDisjoint(with: context.principal.roles) else {
            throw DomainError(.init("PURPOSE_NOT_ALLOWED"), "目的不在授权范围", field: InputPath(["input", "purpose"]))
        }
        let id = input.materialId.value
        guard let owners = context.service(MaterialOwners.self),
            let material = try await StoredMaterial.visible(id, in: context.transaction),
            let entry = owners[material.object.type]
        else { throw MaterialFault.absent(at: "materialId") }
        guard entry.allows(.read, material.object, to: context.principal) else { throw DomainError(.forbidden, "无权限") }
        if material.kind == "ID_COPY" {
            guard let reason = input.reason.value else {
                throw DomainError(.init("PURPOSE_REQUIRED"), "须填写查阅目的（10至200字）", field: InputPath(["input", "reason"]))
            }
            // Unmasked personal data: a reveal like any other.
            try await context.transaction.execute(
                """
                INSERT INTO core.access_log (request_id, token_id, staff_id, court_code, object_type, object_id, fields, purpose, reason)
                VALUES (\(context.requestID), \(context.principal.tokenID), \(try context.staff), \(context.principal.courtCode),
                    'Material', \(id), \(["ID_COPY"]), \(input.purpose.rawValue), \(reason))
                """
            )
        }
        let ticket = try await MaterialTicket.issue(.download, for: id, purpose: input.purpose.rawValue, context)
        context.audit(
            AuditEvent(
                "material.downloadAllowed",
                objectType: "Material",
                objectID: id,
                courtCode: material.object.courtCode,
                purpose: input.purpose.rawValue
            )
        )
        return MaterialDownloadPayload(
            downloadPath: MaterialRule.pathPrefix + ticket.secret,
            expiresAt: ticket.expiresAt
        )
    }

    /// What the rules of the input leave to be checked: the form of the digest.
    private static func check(_ input: CreateMaterialInput) throws {
        var faults = DomainErrors()
        if let digest = input.sha256.value, Hex.decode(digest)?.count != Digest.byteCount {
            let message = "SHA-256应为64位十六进制数字"
            faults.add(DomainError(.inputInvalid, message, field: InputPath(["input", "sha256"])))
        }
        try faults.throwIfAny()
    }

    private static func checkCount(of object: MaterialObject, atMost limit: Int, _ context: WriteContext) async throws {
        let row = try await context.transaction.query(
            """
            SELECT count(*) AS materials FROM core.material
            WHERE object_id = \(object.id) AND object_type = \(object.type) AND (expires_at IS NULL OR expires_at > now())
            """
        )[0]
        guard try row.decode("materials", as: Int64.self) < Int64(limit) else {
            throw DomainError(.materialCount, "材料数量已达上限（\(limit)件）", field: InputPath(["input", "objectId"]))
        }
    }
}

extension MaterialFault {
    static func absent(at field: String) -> DomainError { absent.at(InputPath(["input", field])) }
}

extension DomainError {
    /// The same fault at a place of the input.
    fileprivate func at(_ field: InputPath) -> DomainError {
        DomainError(code, message, field: field, details: details)
    }
}
