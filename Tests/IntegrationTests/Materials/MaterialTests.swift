import CourtCore
import DocketTesting
import FieldEncryption
import Foundation
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

@Suite("Materials over HTTPS")
struct MaterialTests {
    @Test("What is uploaded comes back byte for byte, under the type that its content has")
    func roundTrip() async throws {
        try await MaterialDesk.with { desk in
            let visit = try await desk.visit()
            for (bytes, mediaType, ending) in [
                (SampleDocuments.pdf(), "application/pdf", "pdf"), (SampleDocuments.jpeg, "image/jpeg", "jpg"),
                (SampleDocuments.png, "image/png", "png"), (SampleDocuments.tiff, "image/tiff", "tif"),
                (SampleDocuments.ofd, "application/ofd", "ofd"),
                (
                    SampleDocuments.docx,
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"
                ),
                (SampleDocuments.text, "text/plain; charset=utf-8", "txt"),
                (SampleDocuments.gb18030, "text/plain; charset=gb18030", "txt"),
            ] {
                // However it is called: this title ends like a page.
                let stored = try await desk.store(bytes, for: visit, [.init("title", "照片 ../a\"b.html")])
                #expect(stored.status == 201, "\(mediaType): \(stored)")
                #expect(stored.json["mediaType"]?.text == mediaType)
                #expect(stored.json["size"] == .integer(bytes.count))
                #expect(stored.json["sha256"]?.text == Hex.encode(try Digest.sha256(bytes)))
                #expect(stored.json["scan"] == "UNSCANNED")
                let fetched = try await desk.fetch(stored.material)
                #expect(fetched.status == 200)
                #expect(fetched.body == bytes)
                #expect(fetched.fields["content-type"] == mediaType)
                #expect(fetched.fields["content-length"] == String(bytes.count))
                #expect(fetched.fields["x-content-type-options"] == "nosniff")
                #expect(fetched.fields["cache-control"] == "no-store")
                #expect(
                    fetched.fields["content-disposition"]
                        == "attachment; filename=\"material-\(stored.material).\(ending)\"; "
                        + "filename*=UTF-8''%E7%85%A7%E7%89%87____a_b_html.\(ending)"
                )
            }
        }
    }

    @Test(
        "Lengths around a chunk and around the limit",
        arguments: [
            1, 262_143, 262_144, 262_145, 524_288, 1_048_577, MaterialRule.maxByteCount,
        ]
    )
    func sizes(_ byteCount: Int) async throws {
        try await MaterialDesk.with { desk in
            let visit = try await desk.visit()
            let bytes = byteCount < 20 ? Array("a".utf8) : SampleDocuments.pdf(byteCount)
            #expect(bytes.count == byteCount)
            let stored = try await desk.store(bytes, for: visit)
            #expect(stored.status == 201, "\(stored.json)")
            let fetched = try await desk.fetch(stored.material)
            #expect(fetched.body.count == byteCount)
            #expect(try Digest.sha256(fetched.body) == Digest.sha256(bytes))
            #expect(try await desk.count("core.material_chunk") == (byteCount + 262_143) / 262_144)
        }
    }

    @Test("A body in chunks without a length is taken, and refused where it becomes too long")
    func chunked() async throws {
        try await MaterialDesk.with { desk in
            let visit = try await desk.visit()
            let chunked = ["-H", "Transfer-Encoding: chunked"]
            let stored = try await desk.put(SampleDocuments.pdf(300_000), to: await desk.uploadPath(visit), chunked)
            #expect(stored.status == 201, "\(stored.json)")
            let tooLong = SampleDocuments.pdf(MaterialRule.maxByteCount + 1)
            let refused = try await desk.put(tooLong, to: await desk.uploadPath(visit), chunked)
            #expect(refused.status == 413, "\(refused)")
            let announced = try await desk.put(tooLong, to: await desk.uploadPath(visit))
            #expect(announced.status == 413)
            #expect(announced.code == "PAYLOAD_TOO_LARGE")
            try await desk.expectOnlyStored(1)
        }
    }

    @Test("What is not what was announced, or no document, is refused, and nothing of it stays")
    func refusals() async throws {
        try await MaterialDesk.with { desk in
            let visit = try await desk.visit()
            let bytes = SampleDocuments.pdf(300_000)
            let digest = Hex.encode(try Digest.sha256(bytes))
            let other = Hex.encode(try Digest.sha256(SampleDocuments.pdf(300_001)))
            for (more, body, status, code) in [
                ([.init("size", 299_999)], bytes, 413, "ATTACHMENT_SIZE"),
                ([.init("size", 300_001)], bytes, 413, "ATTACHMENT_SIZE"),
                ([.init("sha256", .string(other))], bytes, 422, "ATTACHMENT_HASH"),
                ([], [], 413, "ATTACHMENT_SIZE"), ([], Array("a\u{0}b".utf8), 415, "ATTACHMENT_TYPE"),
                ([], [0x7F, 0x45, 0x4C, 0x46] + bytes, 415, "ATTACHMENT_TYPE"),
                ([], Array(bytes.dropLast(10)), 415, "ATTACHMENT_TYPE"),
                ([], SampleDocuments.zip(["a.exe"]), 415, "ATTACHMENT_TYPE"),
            ] as [([JSONValue.Member], [UInt8], Int, String)] {
                let refused = try await desk.store(body, for: visit, more)
                #expect(refused.status == status && refused.code == code, "\(code): \(refused)")
                try await desk.expectOnlyStored(0)
            }
            let stored = try await desk.store(
                bytes,
                for: visit,
                [.init("size", 300_000), .init("sha256", .string(digest.uppercased()))]
            )
            #expect(stored.status == 201, "\(stored.json)")
        }
    }

    @Test("All faults of what is announced come together; nothing personal is repeated")
    func input() async throws {
        try await MaterialDesk.with { desk in
            let visit = try await desk.visit()
            let answer = await desk.announce(
                visit,
                [
                    .init("title", "张三 140302198001010017"), .init("pages", 0), .init("size", 33_554_433),
                ]
            )
            #expect(answer.codes == ["PII_IN_TEXT", "INPUT_INVALID", "ATTACHMENT_SIZE"], "\(answer)")
            // Read by the command, once the rules hold.
            #expect(await desk.announce(visit, [.init("sha256", "abc")]).codes == ["INPUT_INVALID"])
            #expect(!"\(answer)".contains("19800101"))
            #expect(await desk.announce(visit, [.init("title", " ")]).codes == ["TEXT_EMPTY"])
            #expect(await desk.announce(visit, [.init("kind", "JUDGMENT")]).codes == ["VALUE_NOT_ALLOWED"])
            try await desk.expectOnlyStored(0)
        }
    }

    @Test("Who may attach, and to what, is the plugin's to say; what is hidden looks like nothing")
    func whoMayAttach() async throws {
        try await MaterialDesk.with { desk in
            let visit = try await desk.visit()
            #expect(await desk.announce(visit, as: .inspector).codes == ["FORBIDDEN"])
            #expect(await desk.announce(visit, as: .admin).codes == ["FORBIDDEN"])
            #expect(await desk.announce(visit, [.init("objectType", "Court")]).codes == ["NOT_FOUND"])
            #expect(await desk.announce(999_999).codes == ["NOT_FOUND"])
            #expect(await desk.announce(try await desk.visit(sealed: true)).codes == ["NOT_FOUND"])
            #expect(await desk.announce(try await desk.visit("晋04")).codes == ["NOT_FOUND"])
            // Seen from the court above, and not its own.
            #expect(await desk.announce(try await desk.visit("晋0302")).codes == ["FORBIDDEN"])
            #expect(await desk.announce(try await desk.visit(closed: true)).codes == ["ILLEGAL_TRANSITION"])
        }
    }

    @Test("A material is seen where its object is seen, whatever becomes of the object")
    func visibility() async throws {
        try await MaterialDesk.with { desk in
            let visit = try await desk.visit()
            let stored = try await desk.store(SampleDocuments.pdf(), for: visit, [.init("pages", 3)])
            let document =
                "query($id: ID!) { visit(id: $id) { materials { id title pages state mediaType size scan } } }"
            let id: JSONValue = ["id": .string(String(visit))]
            let seen = await desk.court.send(document, id)
            #expect(
                seen[path: "data.visit.materials"] == [
                    [
                        "id": .string(stored.material), "title": "照片", "pages": 3, "state": "STORED",
                        "mediaType": "application/pdf", "size": 200, "scan": "UNSCANNED",
                    ]
                ],
                "\(seen)"
            )
            // Allowed while it was seen, and fetched when it is not any more.
            let path = await desk.allowDownload(stored.material)[path: "data.downloadMaterial.downloadPath"].text ?? ""
            try await desk.court.database.execute("UPDATE visits.visit SET sealed = true")
            #expect(try await desk.get(path).status == 404)
            #expect(await desk.court.send(document, id)[path: "data.visit"] == .null)
            #expect(await desk.allowDownload(stored.material).codes == ["NOT_FOUND"])
            #expect(
                await desk.allowDownload(stored.material, purpose: "ARCHIVE", as: .archivist).codes == ["NOT_FOUND"]
            )
            let inspected = try await desk.get(
                await desk.allowDownload(stored.material, purpose: "INSPECTION", as: .inspector)[
                    path: "data.downloadMaterial.downloadPath"
                ].text ?? "",
                as: .inspector
            )
            #expect(inspected.body == SampleDocuments.pdf())
            #expect(
                await desk.allowDownload(stored.material, purpose: "ARCHIVE", as: .inspector).codes == [
                    "PURPOSE_NOT_ALLOWED"
                ]
            )
            // Of no object that anybody sees: seen by nobody.
            try await desk.court.database.execute("DELETE FROM visits.visit")
            #expect(
                await desk.allowDownload(stored.material, purpose: "INSPECTION", as: .inspector).codes == ["NOT_FOUND"]
            )
        }
    }

    @Test("Every download is an audit event with its purpose, and so is what came before")
    func audit() async throws {
        try await MaterialDesk.with { desk in
            let stored = try await desk.store(SampleDocuments.pdf(), for: try await desk.visit())
            _ = try await desk.fetch(stored.material)
            _ = try await desk.fetch(stored.material)
            let events = try await desk.court.query(
                """
                SELECT action, purpose, court_code FROM host.audit_event WHERE object_type = 'Material'
                    AND object_id = \(Int64(stored.material) ?? 0) ORDER BY id
                """
            )
            #expect(
                try events.map { try $0.decode("action", as: String.self) } == [
                    "material.announced", "material.stored", "material.downloadAllowed", "material.downloaded",
                    "material.downloadAllowed", "material.downloaded",
                ]
            )
            #expect(try events.last?.decode("purpose", as: String?.self) == "HANDLE_MATTER")
            #expect(try events.last?.decode("court_code", as: String.self) == "晋03")
        }
    }

    @Test("An object takes as many materials as its plugin says")
    func count() async throws {
        try await MaterialDesk.with { desk in
            let visit = try await desk.visit()
            try await desk.court.database.execute(
                """
                INSERT INTO core.material (object_type, object_id, court_code, kind, title, expires_at)
                SELECT 'Visit', \(visit), '晋03', 'OTHER', '题', now() + interval '1 minute' FROM generate_series(1, 39)
                """
            )
            #expect(await desk.announce(visit).codes == [])
            #expect(await desk.announce(visit).codes == ["MATERIAL_COUNT"])
            #expect(await desk.announce(try await desk.visit()).codes == [])
        }
    }
}

extension MaterialDesk {
    /// Nothing is left but so many stored materials.
    func expectOnlyStored(_ count: Int) async throws {
        #expect(try await self.count("core.material WHERE state = 'STORED'") == count)
        #expect(try await self.count("core.material WHERE state = 'RECEIVING'") == 0)
        #expect(
            try await self.count(
                "core.material_chunk c WHERE NOT EXISTS (SELECT FROM core.material m WHERE m.id = c.material_id AND m.state = 'STORED')"
            ) == 0
        )
    }
}
