import NIOCore
import NIOHTTP1

/// What arrives on a connection while a request is being answered: it waits its turn, and the client with it.
struct PipelinedParts {
    /// Beyond this many, nothing more is read.
    private static let limit = 32

    private var parts = CircularBuffer<HTTPServerRequestPart>()
    /// What came after all that waits here is not HTTP.
    var malformed: Refusal?
    /// The peer has stopped sending, after all that waits here.
    var isInputClosed = false
    /// A read was held back.
    private(set) var isReadHeldBack = false

    var isEmpty: Bool { parts.isEmpty }

    mutating func append(_ part: HTTPServerRequestPart) { parts.append(part) }

    mutating func popFirst() -> HTTPServerRequestPart? { parts.popFirst() }

    mutating func removeAll() {
        parts.removeAll()
        malformed = nil
        isInputClosed = false
    }

    /// Whether there is room for more; a read without it is held back.
    mutating func allowsRead() -> Bool {
        isReadHeldBack = parts.count >= Self.limit
        return !isReadHeldBack
    }
}
