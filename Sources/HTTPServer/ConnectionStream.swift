import NIOCore

/// A body that is handed on, and the answer to it that may be sent in pieces; belongs to its connection's event loop.
final class ConnectionStream {
    let body: StreamBody
    /// When the body must have come.
    let deadline: NIODeadline
    /// The client waits for 100 Continue, which goes out when the body is first asked for.
    var awaitsInvitation: Bool
    private var writer: CheckedContinuation<Void, any Error>?

    init(body: StreamBody, deadline: NIODeadline, awaitsInvitation: Bool) {
        self.body = body
        self.deadline = deadline
        self.awaitsInvitation = awaitsInvitation
    }

    var isFull: Bool { body.isFull }

    /// The writer goes on when the client has read.
    func wait(_ continuation: CheckedContinuation<Void, any Error>) { writer = continuation }

    func resumeWriter() {
        writer?.resume()
        writer = nil
    }

    /// The client is gone, or has been refused.
    func fail() {
        body.fail(.broken)
        writer?.resume(throwing: StreamBody.Failure.broken)
        writer = nil
    }
}
