import NIOCore
import Synchronization

/// A request's body as it arrives; little of it waits here, and while it does the client waits, too.
package final class StreamBody: Sendable {
    /// Why the rest of a body does not come.
    package enum Failure: Error {
        /// The client is gone, too slow, or sends what is no body.
        case broken
        /// More came than may.
        case tooLong
    }

    private struct State {
        var waiting = ByteBuffer()
        var receivedByteCount = 0
        var isComplete = false
        var failure: Failure?
        var reader: CheckedContinuation<[UInt8]?, any Error>?
    }

    /// With this much waiting, nothing more is taken from the connection.
    static let fullByteCount = 64 * 1024

    let maxByteCount: Int
    /// Told when the reader waits for more, or has made room.
    private let onDemand: @Sendable () -> Void
    private let state = Mutex(State())

    init(maxByteCount: Int, onDemand: @escaping @Sendable () -> Void = {}) {
        self.maxByteCount = maxByteCount
        self.onDemand = onDemand
    }

    /// The bytes that have come since the last call, at least one; nil once the body has ended.
    ///
    /// One reader at a time. Throws `Failure`.
    package func next() async throws -> [UInt8]? {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<[UInt8]?, any Error>) in
            let (result, isDemand) = state.withLock { state -> (Result<[UInt8]?, any Error>?, Bool) in
                if let failure = state.failure { return (.failure(failure), false) }
                let count = state.waiting.readableBytes
                guard count == 0 else {
                    let bytes = state.waiting.readBytes(length: count) ?? []
                    state.waiting = ByteBuffer()
                    return (.success(bytes), count >= Self.fullByteCount)
                }
                if state.isComplete { return (.success(nil), false) }
                precondition(state.reader == nil, "a body has one reader at a time")
                state.reader = continuation
                return (nil, true)
            }
            if let result { continuation.resume(with: result) }
            if isDemand { onDemand() }
        }
    }

    /// Whether nothing more is to be taken from the connection for now.
    var isFull: Bool { state.withLock { $0.waiting.readableBytes >= Self.fullByteCount && $0.failure == nil } }

    /// Adds a piece; false when the body is longer than it may be, and has failed.
    func push(_ piece: ByteBuffer) -> Bool {
        var piece = piece
        let (reader, result) = state.withLock { state -> (CheckedContinuation<[UInt8]?, any Error>?, [UInt8]?) in
            guard state.failure == nil, !state.isComplete else { return (nil, nil) }
            state.receivedByteCount += piece.readableBytes
            guard state.receivedByteCount <= maxByteCount else { return (nil, nil) }
            guard piece.readableBytes > 0, let reader = state.reader else {
                if state.waiting.readableBytes == 0 {
                    state.waiting = piece
                } else {
                    state.waiting.writeBuffer(&piece)
                }
                return (nil, nil)
            }
            state.reader = nil
            return (reader, piece.readBytes(length: piece.readableBytes))
        }
        reader?.resume(returning: result)
        guard state.withLock({ $0.receivedByteCount <= maxByteCount }) else {
            fail(.tooLong)
            return false
        }
        return true
    }

    /// The whole body has come.
    func finish() {
        let reader = state.withLock { state -> CheckedContinuation<[UInt8]?, any Error>? in
            guard state.failure == nil else { return nil }
            state.isComplete = true
            defer { state.reader = nil }
            return state.reader
        }
        reader?.resume(returning: nil)
    }

    /// The rest will not come; what waits is dropped.
    ///
    /// Nothing happens once it has come whole.
    func fail(_ failure: Failure) {
        let reader = state.withLock { state -> CheckedContinuation<[UInt8]?, any Error>? in
            guard state.failure == nil, !(state.isComplete && state.waiting.readableBytes == 0) else { return nil }
            state.failure = failure
            state.waiting = ByteBuffer()
            defer { state.reader = nil }
            return state.reader
        }
        reader?.resume(throwing: failure)
    }
}
