/// Where a TLS connection is between its first byte and its end.
///
/// Pure: it decides, its owner acts.
struct TLSLifecycle: Hashable {
    enum State: Hashable {
        /// → open, closed
        case handshaking
        /// → inputClosed, outputClosed, closed
        case open
        /// The peer has sent close_notify. → closed
        case inputClosed
        /// We have sent close_notify. → closed
        case outputClosed
        case closed
    }

    private(set) var state = State.handshaking

    var isHandshaking: Bool { state == .handshaking }
    /// Whether application data may still arrive.
    var canRead: Bool { state == .open || state == .outputClosed }
    /// Whether application data may still be sent.
    var canWrite: Bool { state == .open || state == .inputClosed }

    mutating func handshakeFinished() {
        guard state == .handshaking else { return }
        state = .open
    }

    /// The peer's close_notify.
    ///
    /// True if this is news for the layers above.
    mutating func peerFinished() -> Bool {
        switch state {
        case .open:
            state = .inputClosed
            return true
        case .outputClosed:
            state = .closed
            return true
        case .handshaking, .inputClosed, .closed: return false
        }
    }

    /// Our side has no more to say.
    ///
    /// True if a close_notify is due.
    mutating func finishOutput() -> Bool {
        switch state {
        case .open:
            state = .outputClosed
            return true
        case .inputClosed:
            state = .closed
            return true
        case .handshaking, .outputClosed, .closed: return false
        }
    }

    /// An error, a whole close, or the end of the transport.
    ///
    /// False if it was over already.
    mutating func end() -> Bool {
        defer { state = .closed }
        return state != .closed
    }
}
