import NIOCore

/// Tells whether a peer takes what is sent to it.
///
/// Pure: it is told how much was written and how much still waits, and decides.
struct SendProgress: Hashable {
    enum Verdict: Hashable {
        /// Nothing waits.
        case done
        /// Something waits, and has moved lately.
        case moving
        /// Something waits, and nothing has moved for too long.
        case stalled
    }

    /// Bytes that had left at the last look.
    private var sentByteCount: Int
    private var movedAt: NIODeadline

    /// Begins to watch, as of now.
    init(written: Int, waiting: Int, at now: NIODeadline) {
        sentByteCount = written - waiting
        movedAt = now
    }

    /// Looks again.
    mutating func look(written: Int, waiting: Int, at now: NIODeadline, patience: TimeAmount) -> Verdict {
        guard waiting > 0 else { return .done }
        if written - waiting != sentByteCount {
            sentByteCount = written - waiting
            movedAt = now
        }
        return now - movedAt >= patience ? .stalled : .moving
    }
}
