import COpenSSL
import NIOCore

/// One TLS connection's cryptography, without I/O: ciphertext goes in and out of memory.
///
/// Bound to one event loop by its owner. After an error it may only be asked for its last ciphertext, the alert.
final class TLSSession {
    enum Reading {
        /// All that has arrived is read.
        case needsMore
        /// The peer has sent close_notify.
        case closed
    }

    private let ssl: OpaquePointer
    /// Ciphertext from the peer; owned by `ssl`.
    private let incoming: OpaquePointer
    /// Ciphertext for the peer; owned by `ssl`.
    private let outgoing: OpaquePointer
    /// Lives as long as its sessions: the ALPN callback reads from it.
    private let context: TLSContext
    private var isBroken = false

    /// Starts a server's session.
    init(context: TLSContext) throws(TLSError) {
        OpenSSLErrorQueue.clear()
        guard let ssl = SSL_new(context.pointer) else { throw Self.exhausted() }
        guard let incoming = BIO_new(BIO_s_mem()) else {
            // Made above, not used yet.
            SSL_free(ssl)
            throw Self.exhausted()
        }
        guard let outgoing = BIO_new(BIO_s_mem()) else {
            // Made above, not used yet.
            BIO_free(incoming)
            SSL_free(ssl)
            throw Self.exhausted()
        }
        // `ssl` takes over both and frees them with itself.
        SSL_set_bio(ssl, incoming, outgoing)
        SSL_set_accept_state(ssl)
        self.ssl = ssl
        self.incoming = incoming
        self.outgoing = outgoing
        self.context = context
    }

    deinit {
        // Made by SSL_new in `init`; frees both BIOs.
        SSL_free(ssl)
    }

    private static func exhausted() -> TLSError {
        TLSError(.configurationRejected, "No TLS session.", reason: OpenSSLErrorQueue.takeReason())
    }

    // MARK: Ciphertext

    /// Takes what the peer sent.
    func receive(_ ciphertext: ByteBuffer) throws(TLSError) {
        // The pointer is used inside the closure only; a memory BIO copies the bytes.
        let isTaken = ciphertext.withUnsafeReadableBytes { bytes in
            bytes.isEmpty || BIO_write(incoming, bytes.baseAddress, Int32(clamping: bytes.count)) == bytes.count
        }
        guard isTaken else { throw failure(.protocolViolation, "The ciphertext does not fit into memory.") }
    }

    /// How many bytes wait for the peer.
    var outgoingByteCount: Int { BIO_ctrl_pending(outgoing) }

    /// Takes what the peer must get; nil if there is nothing.
    func takeOutgoing(_ allocator: ByteBufferAllocator) -> ByteBuffer? {
        let count = outgoingByteCount
        guard count > 0 else { return nil }
        var buffer = allocator.buffer(capacity: count)
        buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: count) { space in
            // `space` holds at least `count` bytes, and BIO_read writes at most what it is told.
            max(0, Int(BIO_read(outgoing, space.baseAddress, Int32(clamping: count))))
        }
        return buffer
    }

    // MARK: Handshake

    /// Goes on with the handshake as far as the ciphertext allows; true when it is done.
    func shakeHands() throws(TLSError) -> Bool {
        OpenSSLErrorQueue.clear()
        let result = SSL_do_handshake(ssl)
        if result == 1 { return true }
        switch SSL_get_error(ssl, result) {
        case SSL_ERROR_WANT_READ, SSL_ERROR_WANT_WRITE: return false
        default: throw failure(.handshakeFailed, "The TLS handshake failed.")
        }
    }

    /// What the handshake agreed on.
    var agreement: TLSEvent {
        .handshakeCompleted(
            // OpenSSL's static name of the version, e.g. "TLSv1.3".
            version: String(cString: SSL_get_version(ssl)),
            applicationProtocol: applicationProtocol,
            clientCertificateSubject: clientCertificateSubject
        )
    }

    private var applicationProtocol: String? {
        var start: UnsafePointer<UInt8>?
        var count: UInt32 = 0
        SSL_get0_alpn_selected(ssl, &start, &count)
        guard let start, count > 0 else { return nil }
        // `count` bytes that belong to the session, copied here.
        return String(decoding: UnsafeBufferPointer(start: start, count: Int(count)), as: UTF8.self)
    }

    /// The verified certificate's subject as RFC 2253 writes it.
    private var clientCertificateSubject: String? {
        guard let certificate = SSL_get1_peer_certificate(ssl) else { return nil }
        // A reference of our own, given back here.
        defer { X509_free(certificate) }
        guard SSL_get_verify_result(ssl) == X509_V_OK else { return nil }
        return X509Text.subject(of: certificate)
    }

    // MARK: Plaintext

    /// Appends all plaintext that can be had.
    func read(into plaintext: inout ByteBuffer) throws(TLSError) -> Reading {
        OpenSSLErrorQueue.clear()
        while true {
            // Plaintext is never longer than its ciphertext: mostly one allocation holds it all.
            let expected = max(BIO_ctrl_pending(incoming) + Int(SSL_pending(ssl)), 1024)
            var result: Int32 = 0
            plaintext.writeWithUnsafeMutableBytes(minimumWritableBytes: expected) { space in
                // SSL_read writes at most what it is told, which is what `space` holds.
                result = SSL_read(ssl, space.baseAddress, Int32(clamping: space.count))
                return max(0, Int(result))
            }
            guard result <= 0 else { continue }
            switch SSL_get_error(ssl, result) {
            case SSL_ERROR_WANT_READ, SSL_ERROR_WANT_WRITE: return .needsMore
            case SSL_ERROR_ZERO_RETURN: return .closed
            default: throw failure(.protocolViolation, "The peer broke the TLS protocol.")
            }
        }
    }

    /// Encrypts plaintext whole: a memory BIO takes any amount.
    func write(_ plaintext: ByteBuffer) throws(TLSError) {
        OpenSSLErrorQueue.clear()
        var written = 0
        // The pointer is used inside the closure only; SSL_write_ex reads `count` bytes.
        let isWritten = plaintext.withUnsafeReadableBytes { bytes in
            bytes.isEmpty || SSL_write_ex(ssl, bytes.baseAddress, bytes.count, &written) == 1
        }
        guard isWritten else { throw failure(.protocolViolation, "The TLS session cannot send.") }
    }

    /// Queues a close_notify (RFC 8446 §6.1).
    func sendCloseNotify() {
        guard !isBroken else { return }
        OpenSSLErrorQueue.clear()
        SSL_shutdown(ssl)
    }

    private func failure(_ code: TLSError.Code, _ message: String) -> TLSError {
        isBroken = true
        return TLSError(code, message, reason: OpenSSLErrorQueue.takeReason())
    }
}
