import COpenSSL

/// A server's certificate, key and rules for TLS, shared by all its connections.
package final class TLSContext: Sendable {
    /// What a new session is made from.
    ///
    /// Safe to share: it is only changed in `init`, and OpenSSL lets any thread call `SSL_new` on a context that no
    /// longer changes (its reference count is atomic).
    nonisolated(unsafe) let pointer: OpaquePointer
    /// Kept alive for the ALPN callback, which holds it unretained.
    private let applicationProtocols: ProtocolList

    /// Reads the files and sets the rules.
    ///
    /// - Parameters:
    ///   - certificateChainFile: PEM: the server's certificate, then any intermediate ones.
    ///   - privateKeyFile: PEM, not encrypted.
    ///   - minimumVersion: Older clients are refused.
    ///   - applicationProtocols: In order of preference (ALPN). A client that offers others only is refused; one that
    ///     offers none is served.
    ///   - clientAuthorityFile: PEM: the authorities whose client certificates are accepted. A client may come without
    ///     a certificate, not with one of another authority.
    /// - Throws: `TLSError` naming the file that cannot be used.
    package init(
        certificateChainFile: String,
        privateKeyFile: String,
        minimumVersion: TLSVersion = .tls12,
        applicationProtocols: [String] = [],
        clientAuthorityFile: String? = nil
    ) throws(TLSError) {
        OpenSSLErrorQueue.clear()
        let protocols = try ProtocolList(applicationProtocols)
        guard let pointer = SSL_CTX_new(TLS_server_method()) else {
            throw TLSError(.configurationRejected, "No TLS context.", reason: OpenSSLErrorQueue.takeReason())
        }
        self.pointer = pointer
        self.applicationProtocols = protocols
        try setRules(minimumVersion: minimumVersion)
        try loadIdentity(certificateChainFile: certificateChainFile, privateKeyFile: privateKeyFile)
        if !applicationProtocols.isEmpty { negotiate(protocols) }
        if let clientAuthorityFile { try acceptClientCertificates(of: clientAuthorityFile) }
    }

    deinit {
        // Made by SSL_CTX_new; sessions hold references of their own.
        SSL_CTX_free(pointer)
    }

    private func setRules(minimumVersion: TLSVersion) throws(TLSError) {
        COpenSSL_SSL_CTX_harden(pointer)
        try require(
            COpenSSL_SSL_CTX_set_min_proto_version(pointer, minimumVersion.openSSLNumber) == 1
                // TLS 1.2: forward secrecy and AEAD only. TLS 1.3 has no other suites.
                && SSL_CTX_set_cipher_list(pointer, "ECDHE+AESGCM:ECDHE+CHACHA20") == 1
                && COpenSSL_SSL_CTX_set1_groups_list(pointer, "X25519:P-256:P-384") == 1,
            or: .configurationRejected,
            "OpenSSL refuses the protocol versions, ciphers or groups."
        )
        // Tickets are only taken back by a context of the same name.
        let sessionContext = Array("docket".utf8)
        try require(
            SSL_CTX_set_session_id_context(pointer, sessionContext, UInt32(sessionContext.count)) == 1,
            or: .configurationRejected,
            "OpenSSL refuses the session context."
        )
    }

    private func loadIdentity(certificateChainFile: String, privateKeyFile: String) throws(TLSError) {
        try require(
            SSL_CTX_use_certificate_chain_file(pointer, certificateChainFile) == 1,
            or: .certificateUnreadable,
            "\(certificateChainFile) cannot be read as a PEM certificate chain."
        )
        // An encrypted key must fail, not ask the terminal: the callback gives no password.
        SSL_CTX_set_default_passwd_cb(pointer) { _, _, _, _ in -1 }
        OpenSSLErrorQueue.clear()
        guard SSL_CTX_use_PrivateKey_file(pointer, privateKeyFile, SSL_FILETYPE_PEM) == 1 else {
            let code = ERR_peek_last_error()
            let reason = OpenSSLErrorQueue.takeReason()
            if ERR_GET_LIB(code) == ERR_LIB_X509, ERR_GET_REASON(code) == X509_R_KEY_VALUES_MISMATCH {
                throw mismatch(privateKeyFile, certificateChainFile, reason: reason)
            }
            throw TLSError(
                .keyUnreadable,
                "\(privateKeyFile) cannot be read as an unencrypted PEM private key.",
                reason: reason
            )
        }
        guard SSL_CTX_check_private_key(pointer) == 1 else {
            throw mismatch(privateKeyFile, certificateChainFile, reason: OpenSSLErrorQueue.takeReason())
        }
    }

    private func mismatch(_ key: String, _ certificate: String, reason: String?) -> TLSError {
        TLSError(.keyMismatch, "\(key) is not the key of \(certificate).", reason: reason)
    }

    private func negotiate(_ protocols: ProtocolList) {
        // The callback's argument is `applicationProtocols`, which lives as long as this context; every session keeps
        // this context alive.
        let argument = Unmanaged.passUnretained(protocols).toOpaque()
        SSL_CTX_set_alpn_select_cb(
            pointer,
            { _, selected, selectedCount, offer, offerCount, argument in
                guard let selected, let selectedCount, let offer, let argument else { return SSL_TLSEXT_ERR_NOACK }
                let protocols = Unmanaged<ProtocolList>.fromOpaque(argument).takeUnretainedValue()
                // OpenSSL gives `offerCount` readable bytes for the time of the call.
                let span = Span(_unsafeStart: offer, count: Int(offerCount))
                guard let choice = protocols.firstChoice(from: span) else { return SSL_TLSEXT_ERR_ALERT_FATAL }
                // The choice points into the offer, which OpenSSL copies from when this returns. A name's length came
                // from one byte.
                selected.pointee = offer + choice.lowerBound
                selectedCount.pointee = UInt8(choice.count)
                return SSL_TLSEXT_ERR_OK
            },
            argument
        )
    }

    private func acceptClientCertificates(of file: String) throws(TLSError) {
        OpenSSLErrorQueue.clear()
        guard SSL_CTX_load_verify_file(pointer, file) == 1, let names = SSL_load_client_CA_file(file) else {
            throw TLSError(
                .clientAuthorityUnreadable,
                "\(file) cannot be read as PEM certificates of client authorities.",
                reason: OpenSSLErrorQueue.takeReason()
            )
        }
        // The context takes over `names`.
        SSL_CTX_set_client_CA_list(pointer, names)
        SSL_CTX_set_verify(pointer, SSL_VERIFY_PEER, nil)
    }

    private func require(_ isDone: Bool, or code: TLSError.Code, _ message: String) throws(TLSError) {
        guard !isDone else { return }
        throw TLSError(code, message, reason: OpenSSLErrorQueue.takeReason())
    }
}
