import CourtCore
import GraphQLPostgres
import HTTPServer
import PluginHost
import PluginKit
import Postgres

/// Materials over HTTPS: `PUT` and `GET /materials/TICKET`, each once.
struct MaterialEndpoint: StreamEndpoint {
    let engine: Engine

    let pathPrefix = MaterialRule.pathPrefix
    let methods = ["GET", "PUT"]
    let maxBodyBytes = MaterialRule.maxByteCount

    func answer(_ request: StreamRequest, body: StreamBody) async -> StreamAnswer {
        do {
            guard let transfer = try await engine.materials(for: request.origin) else {
                return Self.json(401, engine.unauthenticated)
            }
            guard request.method == "PUT" else { return Self.answer(try await transfer.send(request.name)) }
            let receipt = try await transfer.receive(request.name, contentLength: request.contentLength) {
                try await body.next()
            }
            return Self.json(201, receipt.json)
        } catch {
            // A body that breaks off is the client's: nobody reads the answer.
            let shown: any Error = error is StreamBody.Failure ? MaterialFault.incomplete : error
            return Self.json(Self.status(of: shown), engine.refusal(ofTransfer: shown, from: request.origin))
        }
    }

    private static func answer(_ download: MaterialDownload) -> StreamAnswer {
        StreamAnswer(
            status: 200,
            contentType: download.mediaType,
            fields: [
                ("content-disposition", download.disposition),
                // Whatever opens it all the same runs nothing of it.
                ("content-security-policy", "default-src 'none'; sandbox"),
            ],
            body: .stream(byteCount: download.byteCount, next: download.next)
        )
    }

    private static func json(_ status: Int, _ body: [UInt8]) -> StreamAnswer {
        StreamAnswer(status: status, contentType: "application/json; charset=utf-8", body: .bytes(body))
    }

    /// The status of HTTP for what was refused (docs/errors.md).
    private static func status(of error: any Error) -> Int {
        if let error = error as? PostgresError { return error.clientError == nil ? 500 : 503 }
        guard let error = error as? DomainError else { return 500 }
        return switch error.code.rawValue {
        case "NOT_FOUND": 404
        case "ATTACHMENT_TYPE": 415
        case "ATTACHMENT_SIZE": 413
        case "ATTACHMENT_HASH", "MATERIAL_INFECTED": 422
        case "MATERIAL_SCAN_FAILED": 503
        default: 500
        }
    }
}
