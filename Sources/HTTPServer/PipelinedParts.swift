import NIOCore
import NIOHTTP1

/// The requests of one piece of input behind the one that is being answered: they wait their turn.
struct PipelinedParts {
    private var parts = CircularBuffer<HTTPServerRequestPart>()
    /// What came after all that waits here is not HTTP.
    var malformed: Refusal?
    /// The peer has stopped sending, after all that waits here.
    var isInputClosed = false

    var isEmpty: Bool { parts.isEmpty }
    /// Whether there is anything to go on with.
    var hasMore: Bool { !parts.isEmpty || malformed != nil || isInputClosed }

    mutating func append(_ part: HTTPServerRequestPart) { parts.append(part) }

    mutating func popFirst() -> HTTPServerRequestPart? { parts.popFirst() }

    mutating func removeAll() {
        parts.removeAll()
        malformed = nil
        isInputClosed = false
    }
}
