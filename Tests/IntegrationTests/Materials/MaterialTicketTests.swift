import CourtCore
import DocketTesting
import FieldEncryption
import GraphQLLanguage
import PluginKit
import Postgres
import Testing

@Suite("Tickets of materials")
struct MaterialTicketTests {
    @Test("A ticket is used once")
    func once() async throws {
        try await MaterialDesk.with { desk in
            let path = await desk.uploadPath(try await desk.visit())
            let stored = try await desk.put(SampleDocuments.pdf(), to: path)
            #expect(stored.status == 201)
            #expect(try await desk.put(SampleDocuments.pdf(), to: path).status == 404)
            let download =
                await desk.allowDownload(stored.material)[path: "data.downloadMaterial.downloadPath"].text ?? ""
            #expect(try await desk.get(download).status == 200)
            let again = try await desk.get(download)
            #expect(again.status == 404)
            #expect(again.code == "NOT_FOUND")
        }
    }

    @Test("A refused upload has used its ticket, too")
    func refused() async throws {
        try await MaterialDesk.with { desk in
            let path = await desk.uploadPath(try await desk.visit())
            #expect(try await desk.put([0, 1, 2], to: path).status == 415)
            #expect(try await desk.put(SampleDocuments.pdf(), to: path).status == 404)
        }
    }

    @Test("Nobody uses a ticket but who got it, for what they got it, with a token that is valid")
    func holder() async throws {
        try await MaterialDesk.with { desk in
            let path = await desk.uploadPath(try await desk.visit())
            let bytes = SampleDocuments.pdf()
            #expect(try await desk.put(bytes, to: path, as: .handler).status == 404)
            #expect(try await desk.put(bytes, to: path, as: nil).status == 401)
            let stranger = try await desk.put(bytes, to: path, bearing: "docket_" + String(repeating: "A", count: 43))
            #expect(stranger.status == 401)
            #expect(stranger.code == "UNAUTHENTICATED")
            #expect(try await desk.get(path).status == 404)
            // All of that has not used it.
            let stored = try await desk.put(bytes, to: path)
            #expect(stored.status == 201)
            let download =
                await desk.allowDownload(stored.material)[path: "data.downloadMaterial.downloadPath"].text ?? ""
            #expect(try await desk.put(bytes, to: download).status == 404)
            #expect(try await desk.get(download, as: .archivist).status == 404)
            #expect(try await desk.get(download, as: nil).status == 401)
            #expect(try await desk.get(download).status == 200)
        }
    }

    @Test("An expired ticket, one that never was, and one that is none look alike")
    func expired() async throws {
        try await MaterialDesk.with { desk in
            let path = await desk.uploadPath(try await desk.visit())
            try await desk.court.database.execute("UPDATE core.material_ticket SET expires_at = now()")
            let bytes = SampleDocuments.pdf()
            let replies = [
                try await desk.put(bytes, to: path), try await desk.put(bytes, to: path + "x"),
                try await desk.put(bytes, to: "/materials/" + String(repeating: "A", count: 43)),
                try await desk.put(bytes, to: "/materials/%00"),
            ]
            for reply in replies {
                #expect(reply.status == 404)
                #expect(reply.body == replies[0].body)
            }
            #expect(try await desk.put(bytes, to: "/materials/").status == 404)
            #expect(try await desk.put(bytes, to: "\(path)/more").status == 404)
        }
    }

    @Test("Only PUT and GET are served, and a ticket's secret is nowhere kept")
    func methods() async throws {
        try await MaterialDesk.with { desk in
            let path = await desk.uploadPath(try await desk.visit())
            for method in ["POST", "DELETE", "PATCH"] {
                let reply = try await desk.get(path, ["-X", method])
                #expect(reply.status == 405, "\(method)")
                #expect(reply.fields["allow"] == "GET, PUT")
            }
            #expect(try await desk.get(path, ["-I"]).status == 405)
            let kept = try await desk.court.query("SELECT secret_hash FROM core.material_ticket")
            let secret = String(path.dropFirst("/materials/".count))
            #expect(try kept.map { try $0.decode("secret_hash", as: [UInt8].self) } == [try Digest.sha256(secret)])
        }
    }

    @Test("What may be done is asked anew when the bytes come")
    func askedAnew() async throws {
        try await MaterialDesk.with { desk in
            let visit = try await desk.visit()
            let path = await desk.uploadPath(visit)
            try await desk.court.database.execute("UPDATE visits.visit SET sealed = true")
            #expect(try await desk.put(SampleDocuments.pdf(), to: path).status == 404)
            try await desk.expectOnlyStored(0)
        }
    }

    @Test("One person holds so many unused tickets, and no more")
    func limit() async throws {
        try await MaterialDesk.with { desk in
            let visit = try await desk.visit()
            var paths: [String] = []
            for _ in 0..<32 { paths.append(await desk.uploadPath(visit)) }
            #expect(await desk.announce(visit).codes == ["MATERIAL_TICKETS"])
            #expect(await desk.announce(visit, as: .handler).codes == [])
            #expect(try await desk.put(SampleDocuments.pdf(), to: paths[0]).status == 201)
            #expect(await desk.announce(visit).codes == [])
        }
    }

    @Test("Two uploads at once with one ticket: one is stored")
    func race() async throws {
        try await MaterialDesk.with { desk in
            let path = await desk.uploadPath(try await desk.visit())
            let bytes = SampleDocuments.pdf(300_000)
            async let first = desk.put(bytes, to: path)
            async let second = desk.put(bytes, to: path)
            let statuses = try await [first.status, second.status].sorted()
            #expect(statuses == [201, 404])
            try await desk.expectOnlyStored(1)
        }
    }

    @Test("The same key asks for another ticket, which is not kept for repetition")
    func idempotency() async throws {
        try await MaterialDesk.with { desk in
            let visit = try await desk.visit()
            let first = await desk.uploadPath(visit, [.init("idempotencyKey", "k")])
            let second = await desk.uploadPath(visit, [.init("idempotencyKey", "k")])
            #expect(first != second && second.hasPrefix("/materials/"))
            #expect(
                await desk.announce(visit, [.init("idempotencyKey", "k"), .init("pages", 2)]).codes == [
                    "IDEMPOTENCY_REUSED"
                ]
            )
        }
    }
}
