import CommandTesting
import CourtCore
import DocketServer
import DocketTesting
import Foundation
import GraphQLExecution
import GraphQLLanguage
import PluginHost
import PluginKit
import Postgres

/// Documents sent to a court and fetched from it, as clients do it: a mutation, and curl.
struct MaterialDesk {
    let court: TestCourt
    /// Where the server listens: the court's own, or another on its database.
    var port: Int

    init(_ court: TestCourt) {
        self.court = court
        port = court.server.port
    }

    /// Runs a test with a court whose visits have materials.
    static func with(_ body: (MaterialDesk) async throws -> Void) async throws {
        try await TestCourt.with(plugins: VisitMaterials.plugins) { try await body(MaterialDesk($0)) }
    }

    /// Runs a block with another server on the same database, of other options.
    func with(_ options: MaterialOptions, _ body: (MaterialDesk) async throws -> Void) async throws {
        let server = try await TestCourt.serve(
            court.serverDatabaseURL,
            VisitMaterials.plugins(court.keys),
            keys: court.keys,
            today: TestCourt.today,
            materials: options
        )
        var other = self
        other.port = server.port
        do { try await body(other) } catch {
            await server.shutdown()
            throw error
        }
        await server.shutdown()
    }

    /// A visit of a court.
    func visit(_ code: String = "晋03", sealed: Bool = false, closed: Bool = false) async throws -> Int64 {
        try await court.database.query(
            "INSERT INTO visits.visit (court_code, sealed, closed) VALUES (\(code), \(sealed), \(closed)) RETURNING id"
        )[0].decode("id")
    }

    // MARK: Mutations

    func announce(
        _ visit: Int64,
        _ more: [JSONValue.Member] = [],
        as role: Role = .clerk
    ) async -> JSONValue {
        let plain: [JSONValue.Member] = [
            .init("objectType", "Visit"), .init("objectId", .string(String(visit))), .init("kind", "EVIDENCE"),
            .init("title", "照片"),
        ]
        let input = plain.filter { member in !more.contains { $0.name == member.name } } + more
        return await court.send(
            """
            mutation($input: CreateMaterialInput!) {
                createMaterial(input: $input) { material { id state objectId kind title pages } uploadPath expiresAt }
            }
            """,
            ["input": .object(input)],
            as: role
        )
    }

    func uploadPath(_ visit: Int64, _ more: [JSONValue.Member] = [], as role: Role = .clerk) async -> String {
        await announce(visit, more, as: role)[path: "data.createMaterial.uploadPath"].text ?? "/none"
    }

    func allowDownload(_ material: String, purpose: String = "HANDLE_MATTER", as role: Role = .clerk) async -> JSONValue
    {
        await court.send(
            """
            mutation($id: ID!, $purpose: AccessPurpose!) {
                downloadMaterial(input: { materialId: $id, purpose: $purpose }) { downloadPath expiresAt }
            }
            """,
            ["id": .string(material), "purpose": .string(purpose)],
            as: role
        )
    }

    /// Announces and uploads a document.
    func store(
        _ bytes: [UInt8],
        for visit: Int64,
        _ more: [JSONValue.Member] = []
    ) async throws -> Reply {
        try await put(bytes, to: await uploadPath(visit, more))
    }

    /// Asks for a stored document and fetches it.
    func fetch(_ material: String, as role: Role = .clerk) async throws -> Reply {
        try await get(
            await allowDownload(material, as: role)[path: "data.downloadMaterial.downloadPath"].text ?? "/none"
        )
    }

    // MARK: curl

    /// What curl got.
    struct Reply {
        /// curl's own end: 0 where the answer was whole.
        let end: Int32
        let status: Int
        /// Names in lower case.
        let fields: [String: String]
        let body: [UInt8]

        var json: JSONValue { (try? JSONReader.read(body)) ?? .null }
        var code: String? { json[path: "errors.0.extensions.code"].text }
        var material: String { json["materialId"]?.text ?? "0" }
    }

    func put(
        _ bytes: [UInt8],
        to path: String,
        _ arguments: [String] = [],
        bearing token: String? = nil,
        as role: Role? = .clerk
    ) async throws -> Reply {
        let token = token ?? role.flatMap { court.tokens[$0] }
        return try await curl(path, ["-X", "PUT", "--data-binary", "@-"] + arguments, token, bytes)
    }

    func get(_ path: String, _ arguments: [String] = [], as role: Role? = .clerk) async throws -> Reply {
        try await curl(path, arguments, role.flatMap { court.tokens[$0] }, [])
    }

    private func curl(_ path: String, _ arguments: [String], _ token: String?, _ input: [UInt8]) async throws -> Reply {
        let folder = try TemporaryDirectory()
        var all = ["-sS", "--max-time", "120", "--cacert", court.caCertificate, "-D", folder.file("head")]
        if let token { all += ["-H", "Authorization: Bearer \(token)"] }
        all += ["-H", "Content-Type: application/octet-stream"]
        let result = try await Command.run("curl", all + arguments + ["https://localhost:\(port)\(path)"], input: input)
        let text = (try? String(contentsOfFile: folder.file("head"), encoding: .utf8)) ?? ""
        // Of 100 Continue and the answer, the last.
        let head = text.components(separatedBy: "\r\n\r\n").last { !$0.isEmpty } ?? ""
        let lines = head.components(separatedBy: "\r\n")
        let fields = lines.dropFirst().compactMap { line -> (String, String)? in
            let parts = line.split(separator: ":", maxSplits: 1)
            return parts.count == 2 ? (parts[0].lowercased(), String(parts[1].dropFirst())) : nil
        }
        return Reply(
            end: result.status,
            status: lines.first.flatMap { $0.split(separator: " ").dropFirst().first.flatMap { Int($0) } } ?? 0,
            fields: Dictionary(fields, uniquingKeysWith: { first, _ in first }),
            body: result.output
        )
    }

    // MARK: Behind the API

    func count(_ table: String) async throws -> Int {
        Int(try await court.query("SELECT count(*) AS rows FROM \(raw: table)")[0].decode("rows", as: Int64.self))
    }
}
