import CourtFormats
import PluginKit
import Postgres

extension CoreImports {
    func uploadPart(_ input: UploadPartInput, _ context: WriteContext) async throws -> UploadPartPayload {
        let owner = context.uploadOwner
        guard input.part <= input.parts else {
            throw DomainError(.inputInvalid, "分段序号应为1至总段数", field: InputPath(["input", "part"]))
        }
        let text = Array(input.text.utf8)
        guard text.count <= Upload.maximumPartBytes else {
            let message = "分段过长：不得超过\(Upload.maximumPartBytes)字节"
            throw DomainError(.textTooLong, message, field: InputPath(["input", "text"]))
        }
        let id = try await upload(input, owner: owner, context)
        let cipher = try context.personalData.seal(part: text, place: "\(id) \(input.part)")
        let lines = text.reduce(0) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) }
        try await context.transaction.execute(
            """
            INSERT INTO core.upload_part (upload_id, part, lines, bytes, text_cipher)
            VALUES (\(id), \(Int32(input.part)), \(Int32(lines)), \(Int32(text.count)), \(cipher))
            ON CONFLICT (upload_id, part) DO UPDATE SET lines = excluded.lines, bytes = excluded.bytes,
                text_cipher = excluded.text_cipher
            """
        )
        let row = try await context.transaction.query(
            """
            SELECT u.expires_at, (SELECT count(*) FROM core.upload_part p WHERE p.upload_id = u.id) AS received
            FROM core.upload u WHERE u.id = \(id)
            """
        )[0]
        context.audit(
            AuditEvent(
                "file.partUploaded",
                objectType: "Upload",
                objectID: id,
                courtCode: context.principal.courtCode
            )
        )
        return UploadPartPayload(
            uploadId: EntityID(id),
            received: Int(try row.decode("received", as: Int64.self)),
            parts: input.parts,
            expiresAt: try row.decode("expires_at")
        )
    }

    /// The caller's upload, or a new one.
    private func upload(_ input: UploadPartInput, owner: String, _ context: WriteContext) async throws -> Int64 {
        if let id = input.uploadId.value?.value {
            let row = try await context.transaction.queryOne(
                """
                SELECT parts FROM core.upload WHERE id = \(id) AND owner = \(owner) AND expires_at > now() FOR UPDATE
                """
            )
            guard let row else { throw Upload.absent }
            guard Int(try row.decode("parts", as: Int32.self)) == input.parts else {
                throw DomainError(.inputInvalid, "总段数与首段不一致", field: InputPath(["input", "parts"]))
            }
            return id
        }
        try await context.transaction.execute("DELETE FROM core.upload WHERE expires_at < now()")
        // Those of dry runs are never imported: the oldest make room.
        try await context.transaction.execute(
            """
            DELETE FROM core.upload WHERE id IN (
                SELECT id FROM core.upload WHERE owner = \(owner) ORDER BY id DESC OFFSET \(Upload.maximumOpen - 1)
            )
            """
        )
        let row = try await context.transaction.query(
            """
            INSERT INTO core.upload (owner, parts, expires_at) VALUES (\(owner), \(Int32(input.parts)), now() + interval '1 hour')
            RETURNING id
            """
        )[0]
        return try row.decode("id")
    }
}

/// The limits of uploads.
enum Upload {
    static let maximumPartBytes = 512 * 1_024
    /// Uploads that one caller may have open: the oldest makes room for another.
    static let maximumOpen: Int64 = 4
    static let absent = DomainError(.notFound, "不存在", field: InputPath(["input", "uploadId"]))
}

extension Principal {
    /// Whose an upload or a ticket is: the member of staff's, whatever token they use; else the token's.
    package var holder: String { staffID.map { "staff:\($0)" } ?? "token:\(tokenID)" }
}

extension WriteContext {
    var uploadOwner: String { principal.holder }

    var personalData: PersonalData {
        guard let service = service(PersonalData.self) else {
            preconditionFailure("the core offers PersonalData to every command")
        }
        return service
    }
}
