import GraphQLExecution
import Synchronization

@testable import HTTPServer

/// A stream endpoint at `/s/` that does what a request's name says, and remembers what came of its body.
final class StreamStub: StreamEndpoint {
    let pathPrefix = "/s/"
    let methods = ["GET", "PUT"]
    let maxBodyBytes: Int
    /// Requests called "held" read nothing until it opens.
    let gate = Gate()
    private let state = Mutex<(received: Int, failures: [StreamBody.Failure], requests: [StreamRequest])>((0, [], []))

    init(maxBodyBytes: Int = 1_000_000) { self.maxBodyBytes = maxBodyBytes }

    var receivedByteCount: Int { state.withLock { $0.received } }
    var failures: [StreamBody.Failure] { state.withLock { $0.failures } }
    var requests: [StreamRequest] { state.withLock { $0.requests } }

    func answer(_ request: StreamRequest, body: StreamBody) async -> StreamAnswer {
        state.withLock { $0.requests.append(request) }
        switch request.name {
        case "refused": return Self.text(404, "refused")
        case "short": return Self.stream(declared: 100, pieces: 1, of: 50)
        case "long": return Self.stream(declared: 100, pieces: 3, of: 40)
        case "broken":
            return StreamAnswer(
                status: 200,
                contentType: "text/plain",
                body: .stream(byteCount: 5) { throw StreamBody.Failure.broken }
            )
        case "held": await gate.pass()
        default: break
        }
        if request.method == "GET" { return Self.stream(declared: 100_000, pieces: 10, of: 10_000) }
        do {
            var count = 0
            while let bytes = try await body.next() {
                count += bytes.count
                state.withLock { $0.received += bytes.count }
            }
            return Self.text(201, "received \(count)")
        } catch {
            if let failure = error as? StreamBody.Failure { state.withLock { $0.failures.append(failure) } }
            return Self.text(400, "broken")
        }
    }

    private static func text(_ status: Int, _ text: String) -> StreamAnswer {
        StreamAnswer(status: status, contentType: "text/plain", body: .bytes(Array(text.utf8)))
    }

    private static func stream(declared: Int, pieces: Int, of size: Int) -> StreamAnswer {
        let source = Source(left: pieces, size: size)
        return StreamAnswer(
            status: 200,
            contentType: "application/octet-stream",
            fields: [("content-disposition", "attachment")],
            body: .stream(byteCount: declared) { source.next() }
        )
    }

    private final class Source: Sendable {
        private let left: Mutex<Int>
        private let size: Int

        init(left: Int, size: Int) {
            self.left = Mutex(left)
            self.size = size
        }

        func next() -> [UInt8]? {
            left.withLock { left in
                guard left > 0 else { return nil }
                left -= 1
                return [UInt8](repeating: 0x61, count: size)
            }
        }
    }
}
