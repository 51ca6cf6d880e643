import CommandTesting
import CourtCore
import DocketServer
import DocketTesting
import FieldEncryption
import Foundation
import GraphQLLanguage
import PluginHost
import PluginKit
import Postgres
import Testing

@Suite("Materials at rest")
struct MaterialStorageTests {
    private let marked = Array("%PDF-1.7\n可以认出的内容".utf8) + SampleDocuments.pdf(700_000).dropFirst(9)

    @Test("Bytes at rest are sealed")
    func sealed() async throws {
        try await MaterialDesk.with { desk in
            #expect(try await desk.store(marked, for: try await desk.visit()).status == 201)
            let chunks = try await desk.court.query("SELECT bytes_cipher FROM core.material_chunk ORDER BY position")
            #expect(chunks.count == 3)
            for chunk in chunks {
                let bytes = try chunk.decode("bytes_cipher", as: [UInt8].self)
                #expect(!String(decoding: bytes, as: UTF8.self).contains("可以认出"))
                #expect(!bytes.starts(with: Array("%PDF".utf8)))
            }
        }
    }

    @Test(
        "Bytes that were changed at rest are not handed out",
        arguments: [
            // The first chunk: refused before anything is answered.
            ("UPDATE core.material_chunk SET bytes_cipher = set_byte(bytes_cipher, 99, 1) WHERE position = 0", true),
            ("DELETE FROM core.material_chunk WHERE position = 0", true),
            // Another's manifest.
            (
                "UPDATE core.material SET manifest_cipher = (SELECT m.manifest_cipher FROM core.material m ORDER BY id DESC LIMIT 1)",
                true
            ),
            // A later one: the answer is cut off.
            ("UPDATE core.material_chunk SET bytes_cipher = set_byte(bytes_cipher, 99, 1) WHERE position = 2", false),
            ("DELETE FROM core.material_chunk WHERE position = 2", false),
            (
                """
                UPDATE core.material_chunk c SET bytes_cipher = o.bytes_cipher FROM core.material_chunk o
                WHERE o.material_id = c.material_id AND c.position = 1 AND o.position = 2
                """, false
            ),
            // The same place of another material.
            (
                """
                UPDATE core.material_chunk c SET bytes_cipher = o.bytes_cipher FROM core.material_chunk o
                WHERE o.position = c.position AND c.position = 1 AND o.material_id > c.material_id
                """, false
            ),
        ]
    )
    func tampered(_ statement: String, _ isRefused: Bool) async throws {
        try await MaterialDesk.with { desk in
            let visit = try await desk.visit()
            let stored = try await desk.store(marked, for: visit)
            _ = try await desk.store(marked, for: visit)
            // As its owner may, and nobody else.
            try await desk.court.database.execute("ALTER TABLE core.material_chunk DISABLE TRIGGER material_chunk_kept")
            try await desk.court.database.execute("ALTER TABLE core.material DISABLE TRIGGER material_kept")
            try await desk.court.database.execute("\(raw: statement)")
            let fetched = try await desk.fetch(stored.material)
            if isRefused {
                #expect(fetched.status == 500)
                #expect(fetched.code == "MATERIAL_DAMAGED")
            } else {
                #expect(fetched.end != 0, "curl took the answer for a whole one")
                #expect(fetched.body.count < marked.count)
            }
        }
    }

    @Test("What is stored is neither changed nor deleted by the role that writes")
    func appendOnly() async throws {
        try await MaterialDesk.with { (desk: MaterialDesk) async throws in
            #expect(try await desk.store(marked, for: try await desk.visit()).status == 201)
            var configuration = PostgresConfiguration(url: desk.court.serverDatabaseURL)
            configuration.size = 1
            configuration.onConnect = ["SET ROLE docket_writer"]
            let writer = PostgresPool(configuration: configuration)
            for statement in [
                "UPDATE core.material_chunk SET bytes_cipher = bytes_cipher", "DELETE FROM core.material_chunk",
                "INSERT INTO core.material_chunk SELECT id, 7, '\\x00' FROM core.material",
                "TRUNCATE core.material_chunk",
                "DELETE FROM core.material", "UPDATE core.material SET title = 'x'",
                "UPDATE core.material SET object_id = 7",
                "UPDATE core.material SET state = 'RECEIVING', expires_at = now()", "TRUNCATE core.material CASCADE",
                "DROP POLICY \"material_of_Visit\" ON core.material",
                "SELECT core.allow_materials('Court', 'visits.visit')",
            ] {
                do {
                    try await writer.execute("\(raw: statement)")
                    Issue.record("\(statement) was allowed")
                } catch {
                    #expect((error as? PostgresError)?.sqlState == "42501", "\(statement): \(error)")
                }
            }
            await writer.close()
        }
    }

    @Test("The reading role alone sees materials of objects that it sees, and no bytes")
    func rowSecurity() async throws {
        try await MaterialDesk.with { desk in
            let open = try await desk.visit()
            let sealed = try await desk.visit()
            for visit in [open, sealed] {
                #expect(try await desk.store(SampleDocuments.pdf(), for: visit).status == 201)
            }
            try await desk.court.database.execute("UPDATE visits.visit SET sealed = true WHERE id = \(sealed)")
            func count(courts: String, sealed: String = "off", _ type: String = "Visit") async throws -> Int64 {
                try await desk.court.database.withTransaction { transaction in
                    try await transaction.execute(
                        """
                        SELECT set_config('docket.courts', \(courts), true), set_config('docket.sealed', \(sealed), true),
                            set_config('role', 'docket_reader', true)
                        """
                    )
                    return try await transaction.query(
                        "SELECT count(*) AS rows FROM core.material WHERE object_type = \(type)"
                    )[0].decode("rows")
                }
            }
            #expect(try await count(courts: "{晋03}") == 1)
            #expect(try await count(courts: "{晋03}", sealed: "on") == 2)
            #expect(try await count(courts: "{晋04}", sealed: "on") == 0)
            // A type that nobody has declared.
            try await desk.court.database.execute("ALTER TABLE core.material DISABLE TRIGGER material_kept")
            try await desk.court.database.execute("UPDATE core.material SET object_type = 'Court'")
            #expect(try await count(courts: "{晋03}", sealed: "on", "Court") == 0)
            for column in [
                "* FROM core.material_chunk", "manifest_cipher FROM core.material", "holder FROM core.material_ticket",
            ] {
                await #expect(throws: PostgresError.self) {
                    try await desk.court.database.withTransaction { transaction in
                        try await transaction.execute("SELECT set_config('role', 'docket_reader', true)")
                        _ = try await transaction.query("SELECT \(raw: column)")
                    }
                }
            }
        }
    }

    @Test("An upload that breaks off leaves nothing")
    func aborted() async throws {
        try await MaterialDesk.with { desk in
            let visit = try await desk.visit()
            // More is announced than comes, and the client hangs up.
            let reply = try await desk.put(
                SampleDocuments.pdf(600_000),
                to: await desk.uploadPath(visit),
                ["-H", "Content-Length: 900000", "--max-time", "2"]
            )
            #expect(reply.end != 0)
            try await desk.untilNothingIsReceived()
            try await desk.expectOnlyStored(0)
            #expect(try await desk.count("core.material") == 0)
        }
    }

    @Test("A sweep removes what has expired, and leaves what has not")
    func sweep() async throws {
        try await MaterialDesk.with { desk in
            let visit = try await desk.visit()
            let kept = try await desk.store(SampleDocuments.pdf(), for: visit)
            _ = await desk.uploadPath(visit)
            let open = await desk.uploadPath(visit)
            // A server that died while it received.
            try await desk.court.database.execute(
                """
                WITH dead AS (
                    UPDATE core.material SET state = 'RECEIVING', expires_at = now() - interval '1 second'
                    WHERE id = (SELECT min(id) FROM core.material WHERE state = 'AWAITED') RETURNING id
                ) DELETE FROM core.material_ticket WHERE material_id = (SELECT id FROM dead)
                """
            )
            try await desk.court.database.execute(
                "INSERT INTO core.material_chunk SELECT id, 0, '\\x00' FROM core.material WHERE state = 'RECEIVING'"
            )
            #expect(try await desk.court.server.engine.materialSweep.once() == 1)
            try await desk.expectOnlyStored(1)
            #expect(try await desk.count("core.material") == 2)
            #expect(try await desk.put(SampleDocuments.pdf(), to: open).status == 201)
            #expect(try await desk.fetch(kept.material).status == 200)
            try await desk.court.database.execute(
                "UPDATE core.material_ticket SET expires_at = now() - interval '1 second'"
            )
            #expect(try await desk.court.server.engine.materialSweep.once() == 0)
            #expect(try await desk.count("core.material_ticket") == 0)
        }
    }

    // MARK: The folder

    @Test("In a folder, each material is one sealed file that only its owner may read")
    func folder() async throws {
        try await MaterialDesk.with { desk in
            let directory = try TemporaryDirectory()
            let path = directory.file("materials")
            let visit = try await desk.visit()
            let inDatabase = try await desk.store(marked, for: visit)
            try await desk.with(MaterialOptions(folder: MaterialFolder(path))) { desk in
                let stored = try await desk.store(marked, for: visit)
                #expect(stored.status == 201, "\(stored)")
                #expect(try await desk.count("core.material_chunk") == 3)
                let names = try FileManager.default.contentsOfDirectory(atPath: path)
                #expect(names.count == 1)
                let name = try #require(names.first)
                #expect(name.utf8.count == 32)
                let file = "\(path)/\(name)"
                let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
                #expect(mode == 0o600)
                let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
                #expect(!String(decoding: bytes, as: UTF8.self).contains("可以认出"))
                #expect(try await desk.fetch(stored.material).body == marked)
                // What was stored before the folder was configured is where it was.
                #expect(try await desk.fetch(inDatabase.material).body == marked)
                // Refused and broken-off uploads leave no file.
                #expect(try await desk.store([0] + marked, for: visit).status == 415)
                #expect(try await desk.store(Array(marked.dropLast(7)), for: visit).status == 415)
                #expect(try FileManager.default.contentsOfDirectory(atPath: path) == names)
                // A changed byte, and a file that is gone.
                var changed = bytes
                changed[300_000] ^= 1
                try Data(changed).write(to: URL(fileURLWithPath: file))
                #expect(try await desk.fetch(stored.material).end != 0)
                changed = bytes
                changed[50] ^= 1
                try Data(changed).write(to: URL(fileURLWithPath: file))
                #expect(try await desk.fetch(stored.material).code == "MATERIAL_DAMAGED")
                try FileManager.default.removeItem(atPath: file)
                #expect(try await desk.fetch(stored.material).code == "MATERIAL_DAMAGED")
            }
        }
    }

    @Test("The sweep removes a dead upload's file, and that of a destroyed material")
    func folderSweep() async throws {
        try await MaterialDesk.with { desk in
            let directory = try TemporaryDirectory()
            let path = directory.file("materials")
            let visit = try await desk.visit()
            try await desk.with(MaterialOptions(folder: MaterialFolder(path))) { desk in
                let stored = try await desk.store(marked, for: visit)
                let files = { try FileManager.default.contentsOfDirectory(atPath: path).count }
                try await desk.court.database.execute(
                    """
                    INSERT INTO core.material (object_type, object_id, court_code, kind, title, state, file_name, expires_at)
                    VALUES ('Visit', \(visit), '晋03', 'OTHER', '题', 'RECEIVING', 'dead', now() - interval '1 second')
                    """
                )
                try Data([1]).write(to: URL(fileURLWithPath: "\(path)/dead.part"))
                #expect(try files() == 2)
                let sweep = MaterialSweep(
                    pool: desk.court.database,
                    storage: MaterialStorage(desk.court.database, folder: MaterialFolder(path))
                )
                #expect(try await sweep.once() == 1)
                #expect(try files() == 1)
                let destroyed = await desk.court.send(
                    "mutation($v: ID!, $m: ID!) { destroyMaterial(visit: $v, material: $m) { firstPage } }",
                    ["v": .string(String(visit)), "m": .string(stored.material)]
                )
                #expect(destroyed.codes == [])
                try await sweep.once()
                #expect(try files() == 0)
                #expect(await desk.allowDownload(stored.material).codes == ["NOT_FOUND"])
            }
        }
    }

    @Test("A folder that is open to others stops the start")
    func openFolder() async throws {
        try await MaterialDesk.with { desk in
            let directory = try TemporaryDirectory()
            let path = directory.file("open")
            try FileManager.default.createDirectory(
                atPath: path,
                withIntermediateDirectories: false,
                attributes: [.posixPermissions: 0o755]
            )
            await #expect(throws: MaterialFolder.Failure.self) {
                try await desk.with(MaterialOptions(folder: MaterialFolder(path))) { _ in }
            }
        }
    }

    // MARK: The start

    @Test("A type whose materials nobody would see stops the start, with the statement that is missing")
    func missingPolicy() async throws {
        do {
            try await TestCourt.with(plugins: { [CourtCore.plugin(keys: $0), VisitMaterials.plugin(allows: false)] }) {
                _ in
            }
            Issue.record("the server has started")
        } catch {
            #expect("\(error)".contains("SELECT core.allow_materials('Visit', "), "\(error)")
        }
    }

    @Test("An owner without a table, a permission or a kind is refused, with its plugin")
    func faultyOwners() throws {
        let owners = [
            MaterialOwner(type: "Nothing", attach: "visits.attach", read: "visits.read"),
            MaterialOwner(type: "Visit", attach: "visits.none", read: "visits.read", kinds: ["PHOTO"]),
            VisitMaterials.owner,
        ]
        do {
            _ = try Composition([
                CourtCore.plugin(keys: try KeyRing.generate()), VisitMaterials.plugin(owners: owners),
            ])
            Issue.record("it was composed")
        } catch {
            for text in [
                "there is no type Nothing with @table", "unknown permission \"visits.none\"", "unknown kinds: PHOTO",
                "are declared twice",
            ] {
                #expect("\(error)".contains(text), "\(error)")
            }
        }
    }
}

extension MaterialDesk {
    /// Waits until no upload is under way: the server notices a client that is gone by itself.
    func untilNothingIsReceived() async throws {
        for _ in 0..<200 where try await count("core.material WHERE state = 'RECEIVING'") > 0 {
            try await Task.sleep(for: .milliseconds(50))
        }
    }
}
