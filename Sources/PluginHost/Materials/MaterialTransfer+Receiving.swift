package import CourtCore
import FieldEncryption
import GraphQLExecution
import GraphQLLanguage
import Logging
import PluginKit
import Postgres

/// An upload that is stored.
package struct MaterialReceipt: Sendable {
    package let id: Int64
    package let manifest: MaterialManifest
    package let isScanned: Bool

    /// What the client is told.
    package var json: [UInt8] {
        var writer = JSONWriter()
        writer.append([
            JSONValue.Member("materialId", .string(String(id))), .init("size", .integer(manifest.byteCount)),
            .init("sha256", .string(manifest.sha256)), .init("mediaType", .string(manifest.mediaType)),
            .init("scan", .string(scan)),
        ])
        return writer.bytes
    }

    var scan: String { isScanned ? "CLEAN" : "UNSCANNED" }
}

extension MaterialTransfer {
    /// An upload that has begun: its ticket is used, and its row says so.
    private struct Upload: Sendable {
        let id: Int64
        let object: MaterialObject
        let fileName: String?
        let announcedSize: Int?
        let announcedDigest: String?
    }

    /// Stores what a ticket's holder sends: hashed, sniffed, scanned and sealed as it comes.
    ///
    /// - Throws: `DomainError` for what is refused, and then nothing is left of it.
    package func receive(
        _ ticket: String,
        contentLength: Int?,
        next: @Sendable () async throws -> [UInt8]?
    ) async throws -> MaterialReceipt {
        let upload = try await begin(ticket)
        do {
            return try await withTaskExecutorPreference(globalConcurrentExecutor) {
                try await store(upload, contentLength, next)
            }
        } catch {
            // In a task of its own: this one may be cancelled, and what it leaves must go all the same.
            await Task { await discard(upload) }.value
            throw error
        }
    }

    private func begin(_ ticket: String) async throws -> Upload {
        try await withTransaction { transaction in
            guard let used = try await MaterialTicket.use(ticket, for: .upload, by: principal, in: transaction),
                let row = try await transaction.queryOne(
                    """
                    SELECT object_type, object_id, announced_size, announced_sha256 FROM core.material
                    WHERE id = \(used.material) AND state = 'AWAITED' FOR UPDATE
                    """
                ),
                // Minutes have passed: what the caller may do is asked anew.
                let entry = owners[try row.decode("object_type", as: String.self)],
                let object = try await entry.object(try row.decode("object_id"), in: transaction),
                entry.allows(.attach, object, to: principal)
            else { throw MaterialFault.absent }
            let fileName = try storage.folder.map { _ in Hex.encode(try SecureRandom.bytes(16)) }
            try await transaction.execute(
                """
                UPDATE core.material SET state = 'RECEIVING', file_name = \(fileName),
                    expires_at = now() + \(Double(MaterialRule.receivingMinutes)) * interval '1 minute'
                WHERE id = \(used.material)
                """
            )
            return Upload(
                id: used.material,
                object: object,
                fileName: fileName,
                announcedSize: try row.decode("announced_size", as: Int32?.self).map(Int.init),
                announcedDigest: try row.decode("announced_sha256")
            )
        }
    }

    private func store(
        _ upload: Upload,
        _ contentLength: Int?,
        _ next: @Sendable () async throws -> [UInt8]?
    ) async throws -> MaterialReceipt {
        let size = upload.announcedSize ?? contentLength
        guard contentLength.map({ $0 == size && 1...MaterialRule.maxByteCount ~= $0 }) ?? true else {
            throw MaterialFault.size
        }
        let writer = try await storage.writer(for: upload.id, fileName: upload.fileName)
        let scan = scanner?.start()
        guard scanner == nil || scan != nil else {
            await writer.abandon()
            throw MaterialFault.scanFailed
        }
        do {
            let manifest = try await seal(upload, size, next, to: writer, scan)
            try await check(scan)
            try await writer.finish()
            return try await keep(upload, manifest, isScanned: scan != nil)
        } catch {
            await scan?.abandon()
            await writer.abandon()
            throw error
        }
    }

    /// Seals the bytes in chunks as they come.
    private func seal(
        _ upload: Upload,
        _ size: Int?,
        _ next: @Sendable () async throws -> [UInt8]?,
        to writer: MaterialStorage.Writer,
        _ scan: Scan?
    ) async throws -> MaterialManifest {
        let digest = try RunningDigest()
        var sniffer = MaterialSniffer()
        var chunk: [UInt8] = []
        var byteCount = 0
        var position = 0
        func flush(_ bytes: [UInt8]) async throws {
            do { try sniffer.add(bytes) } catch { throw MaterialFault.type }
            try digest.update(bytes)
            await scan?.add(bytes)
            try await writer.append(try seal.seal(bytes, of: upload.id, at: position), at: position)
            position += 1
        }
        while let piece = try await next() {
            byteCount += piece.count
            guard byteCount <= size ?? MaterialRule.maxByteCount else { throw MaterialFault.size }
            chunk += piece
            while chunk.count >= MaterialSeal.chunkByteCount {
                try await flush(Array(chunk.prefix(MaterialSeal.chunkByteCount)))
                chunk.removeFirst(MaterialSeal.chunkByteCount)
            }
        }
        guard byteCount > 0, byteCount == size ?? byteCount else { throw MaterialFault.size }
        if !chunk.isEmpty { try await flush(chunk) }
        let format: MaterialFormat
        do { format = try sniffer.finish() } catch { throw MaterialFault.type }
        let sha256 = Hex.encode(try digest.finish())
        guard upload.announcedDigest.map({ $0 == sha256 }) ?? true else { throw MaterialFault.hash }
        return MaterialManifest(
            byteCount: byteCount,
            chunkCount: position,
            sha256: sha256,
            mediaType: format.mediaType
        )
    }

    private func check(_ scan: Scan?) async throws {
        switch await scan?.finish() {
        case .clean?, nil: return
        case .infected?: throw MaterialFault.infected
        case .failed?:
            logger.error("the scan command failed", metadata: ["request": "\(request.requestID)"])
            throw MaterialFault.scanFailed
        }
    }

    /// The bytes are durable: now the row says so.
    private func keep(_ upload: Upload, _ manifest: MaterialManifest, isScanned: Bool) async throws -> MaterialReceipt {
        let receipt = MaterialReceipt(id: upload.id, manifest: manifest, isScanned: isScanned)
        let sealed = try seal.seal(manifest, of: upload.id)
        try await withTransaction { transaction in
            let count = try await transaction.execute(
                """
                UPDATE core.material SET state = 'STORED', expires_at = NULL, media_type = \(manifest.mediaType),
                    size = \(Int32(manifest.byteCount)), sha256 = \(manifest.sha256), scan = \(receipt.scan),
                    manifest_cipher = \(sealed), uploaded_by = \(principal.staffID), uploaded_at = now()
                WHERE id = \(upload.id) AND state = 'RECEIVING' AND expires_at > now()
                """
            )
            guard count == 1 else { throw MaterialFault.incomplete }
            try await record(
                AuditEvent(
                    "material.stored",
                    objectType: "Material",
                    objectID: upload.id,
                    courtCode: upload.object.courtCode
                ),
                in: transaction
            )
        }
        return receipt
    }

    /// Leaves nothing of an upload that was not stored; what cannot be removed now goes with a sweep.
    private func discard(_ upload: Upload) async {
        do {
            try await MaterialSweep(pool: request.writer, storage: storage).remove(upload.id)
        } catch {
            logger.warning(
                "an upload that failed is left for the sweep",
                metadata: ["request": "\(request.requestID)", "error": "\(error)"]
            )
        }
    }
}
