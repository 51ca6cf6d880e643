import CourtCore
import FieldEncryption
import Logging
import PluginKit
import Postgres
import Synchronization

/// A material on its way to its reader.
package struct MaterialDownload: Sendable {
    package let mediaType: String
    package let byteCount: Int
    /// The value of `Content-Disposition` (RFC 6266).
    package let disposition: String
    /// The bytes in pieces; an error where they are not what was stored.
    package let next: @Sendable () async throws -> [UInt8]?
}

extension MaterialTransfer {
    /// Opens what a ticket's holder may read, and records that they do.
    ///
    /// The first bytes are opened before anything is answered. Throws `DomainError`.
    package func send(_ ticket: String) async throws -> MaterialDownload {
        let (material, content) = try await withTransaction { transaction in
            guard let used = try await MaterialTicket.use(ticket, for: .download, by: principal, in: transaction),
                let material = try await StoredMaterial.visible(used.material, in: transaction),
                let entry = owners[material.object.type],
                entry.allows(.read, material.object, to: principal),
                let row = try await transaction.queryOne(
                    "SELECT manifest_cipher, file_name FROM core.material WHERE id = \(material.id)"
                )
            else { throw MaterialFault.absent }
            try await record(
                AuditEvent(
                    "material.downloaded",
                    objectType: "Material",
                    objectID: material.id,
                    courtCode: material.object.courtCode,
                    purpose: used.purpose
                ),
                in: transaction
            )
            let content = SealedContent(
                material: material.id,
                fileName: try row.decode("file_name"),
                manifest: try row.decode("manifest_cipher")
            )
            return (material, content)
        }
        let reader = try await reader(of: content)
        return MaterialDownload(
            mediaType: reader.manifest.mediaType,
            byteCount: reader.manifest.byteCount,
            disposition: ContentDisposition.attachment(
                title: material.title,
                fileExtension: MaterialFormat.fileExtension(of: reader.manifest.mediaType),
                fallback: "material-\(material.id)"
            ),
            next: { try await reader.next() }
        )
    }

    private struct SealedContent: Sendable {
        let material: Int64
        let fileName: String?
        let manifest: [UInt8]
    }

    /// A reader that has opened the manifest and the first chunk.
    private func reader(of content: SealedContent) async throws -> MaterialReader {
        do {
            let reader = MaterialReader(
                material: content.material,
                fileName: content.fileName,
                manifest: try seal.openManifest(content.manifest, of: content.material),
                storage: storage,
                seal: seal,
                onDamage: { report($0, of: content.material) }
            )
            try await reader.prefetch()
            return reader
        } catch let error as FieldEncryptionError {
            report(error, of: content.material)
            throw MaterialFault.damaged
        }
    }

    private func report(_ damage: any Error, of material: Int64) {
        logger.error(
            "a material is damaged",
            metadata: ["material": "\(material)", "request": "\(request.requestID)", "error": "\(damage)"]
        )
    }
}

/// Opens a material's chunks one after the other.
private final class MaterialReader: Sendable {
    private struct State {
        var position = 0
        var place: MaterialStorage.Place = 0
        var byteCount = 0
        var prefetched: [UInt8]?
    }

    let manifest: MaterialManifest
    private let material: Int64
    private let fileName: String?
    private let storage: MaterialStorage
    private let seal: MaterialSeal
    private let onDamage: @Sendable (any Error) -> Void
    private let state = Mutex(State())

    init(
        material: Int64,
        fileName: String?,
        manifest: MaterialManifest,
        storage: MaterialStorage,
        seal: MaterialSeal,
        onDamage: @escaping @Sendable (any Error) -> Void
    ) {
        self.material = material
        self.fileName = fileName
        self.manifest = manifest
        self.storage = storage
        self.seal = seal
        self.onDamage = onDamage
    }

    func prefetch() async throws {
        let chunk = try await read()
        state.withLock { $0.prefetched = chunk }
    }

    func next() async throws -> [UInt8]? {
        let prefetched = state.withLock { state -> [UInt8]? in
            defer { state.prefetched = nil }
            return state.prefetched
        }
        if let prefetched { return prefetched }
        return try await read()
    }

    private func read() async throws -> [UInt8]? {
        let (position, place, byteCount) = state.withLock { ($0.position, $0.place, $0.byteCount) }
        guard position < manifest.chunkCount else {
            guard byteCount == manifest.byteCount else { throw damage(MaterialFault.damaged) }
            return nil
        }
        do {
            let sealed = try await storage.chunk(of: material, fileName: fileName, position: position, place: place)
            guard let sealed else { throw MaterialFault.damaged }
            let bytes = try await withTaskExecutorPreference(globalConcurrentExecutor) {
                try seal.open(sealed.bytes, of: material, at: position)
            }
            state.withLock { state in
                state.position += 1
                state.place = sealed.next
                state.byteCount += bytes.count
            }
            return bytes
        } catch let error as PostgresError {
            throw error
        } catch {
            throw damage(error)
        }
    }

    private func damage(_ error: any Error) -> DomainError {
        onDamage(error)
        return MaterialFault.damaged
    }
}
