import COpenSSL
import NIOCore

/// OpenSSL's client on memory: what a test sends and receives by hand.
final class MemoryClient {
    struct Options {
        var maxVersion = TLS1_3_VERSION
        var applicationProtocols: [String] = []
        /// PEM paths of certificate and key.
        var identity: (certificate: String, key: String)?
    }

    private let context: OpaquePointer
    private let ssl: OpaquePointer
    private let incoming: OpaquePointer
    private let outgoing: OpaquePointer

    init(_ options: Options = Options()) throws {
        context = try required(SSL_CTX_new(TLS_client_method()))
        // Old versions need the lowest security level.
        SSL_CTX_set_cipher_list(context, "DEFAULT@SECLEVEL=0")
        SSL_CTX_ctrl(context, SSL_CTRL_SET_MIN_PROTO_VERSION, Int(TLS1_VERSION), nil)
        SSL_CTX_ctrl(context, SSL_CTRL_SET_MAX_PROTO_VERSION, Int(options.maxVersion), nil)
        if !options.applicationProtocols.isEmpty {
            let wire = options.applicationProtocols.flatMap { [UInt8($0.utf8.count)] + Array($0.utf8) }
            SSL_CTX_set_alpn_protos(context, wire, UInt32(wire.count))
        }
        if let identity = options.identity {
            SSL_CTX_use_certificate_chain_file(context, identity.certificate)
            SSL_CTX_use_PrivateKey_file(context, identity.key, SSL_FILETYPE_PEM)
        }
        ssl = try required(SSL_new(context))
        incoming = try required(BIO_new(BIO_s_mem()))
        outgoing = try required(BIO_new(BIO_s_mem()))
        SSL_set_bio(ssl, incoming, outgoing)
        SSL_set_connect_state(ssl)
    }

    deinit {
        SSL_free(ssl)
        SSL_CTX_free(context)
    }

    /// Goes on with the handshake; true when it is done.
    func shakeHands() -> Bool {
        ERR_clear_error()
        return SSL_do_handshake(ssl) == 1
    }

    func receive(_ ciphertext: ByteBuffer) {
        let bytes = Array(ciphertext.readableBytesView)
        if !bytes.isEmpty { BIO_write(incoming, bytes, Int32(bytes.count)) }
    }

    func takeOutgoing() -> ByteBuffer? {
        let count = BIO_ctrl_pending(outgoing)
        guard count > 0 else { return nil }
        var bytes = [UInt8](repeating: 0, count: count)
        BIO_read(outgoing, &bytes, Int32(count))
        return ByteBuffer(bytes: bytes)
    }

    func write(_ bytes: [UInt8]) {
        ERR_clear_error()
        SSL_write(ssl, bytes, Int32(bytes.count))
    }

    /// All plaintext that has arrived.
    func read() -> [UInt8] {
        ERR_clear_error()
        var plaintext: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 16 * 1024)
        while true {
            let count = SSL_read(ssl, &piece, Int32(piece.count))
            guard count > 0 else { return plaintext }
            plaintext += piece[..<Int(count)]
        }
    }

    func sendCloseNotify() { SSL_shutdown(ssl) }

    var hasReceivedCloseNotify: Bool { SSL_get_shutdown(ssl) & SSL_RECEIVED_SHUTDOWN != 0 }
}

struct MissingObject: Error {}

private func required(_ pointer: OpaquePointer?) throws -> OpaquePointer {
    guard let pointer else { throw MissingObject() }
    return pointer
}
