/// What went wrong in TLS, with OpenSSL's own reason where it gave one.
package struct TLSError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A stable code; new ones may be added.
    package struct Code: RawRepresentable, Hashable, Sendable {
        package let rawValue: String
        package init(rawValue: String) { self.rawValue = rawValue }

        package static let certificateUnreadable = Code(rawValue: "TLS_CERTIFICATE_UNREADABLE")
        package static let keyUnreadable = Code(rawValue: "TLS_KEY_UNREADABLE")
        package static let keyMismatch = Code(rawValue: "TLS_KEY_MISMATCH")
        package static let clientAuthorityUnreadable = Code(rawValue: "TLS_CLIENT_AUTHORITY_UNREADABLE")
        package static let configurationRejected = Code(rawValue: "TLS_CONFIGURATION_REJECTED")
        package static let certificateNotCreated = Code(rawValue: "TLS_CERTIFICATE_NOT_CREATED")
        package static let handshakeFailed = Code(rawValue: "TLS_HANDSHAKE_FAILED")
        package static let handshakeTimeout = Code(rawValue: "TLS_HANDSHAKE_TIMEOUT")
        package static let protocolViolation = Code(rawValue: "TLS_PROTOCOL_VIOLATION")
        package static let peerStalled = Code(rawValue: "TLS_PEER_STALLED")
        package static let closed = Code(rawValue: "TLS_CLOSED")
    }

    package let code: Code
    package let message: String
    /// OpenSSL's reason, such as "wrong version number".
    package let reason: String?

    package init(_ code: Code, _ message: String, reason: String? = nil) {
        self.code = code
        self.message = message
        self.reason = reason
    }

    package var description: String {
        guard let reason else { return "\(code.rawValue): \(message)" }
        return "\(code.rawValue): \(message) (\(reason))"
    }
}
