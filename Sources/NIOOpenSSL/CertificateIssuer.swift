import COpenSSL

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Makes an authority and one server certificate under it, both on P-256, all in memory.
enum CertificateIssuer {
    /// Three PEM texts.
    struct Issued {
        let authority: [UInt8]
        let certificate: [UInt8]
        let key: [UInt8]
    }

    static func issue(hosts: [String], addresses: [String], validSeconds: Int) throws(TLSError) -> Issued {
        OpenSSLErrorQueue.clear()
        let authorityKey = try makeKey()
        // Each object below is made here and freed here; PEM texts are copies.
        defer { EVP_PKEY_free(authorityKey) }
        let serverKey = try makeKey()
        defer { EVP_PKEY_free(serverKey) }

        let authority = try makeCertificate(name: "Docket development authority", for: authorityKey, validSeconds)
        defer { X509_free(authority) }
        try add(NID_basic_constraints, "critical,CA:TRUE,pathlen:0", to: authority, issuer: authority)
        try add(NID_key_usage, "critical,keyCertSign,cRLSign", to: authority, issuer: authority)
        try add(NID_subject_key_identifier, "hash", to: authority, issuer: authority)
        try sign(authority, by: authority, with: authorityKey)

        let server = try makeCertificate(name: hosts.first ?? "localhost", for: serverKey, validSeconds)
        defer { X509_free(server) }
        let names = (hosts.map { "DNS:\($0)" } + addresses.map { "IP:\($0)" }).joined(separator: ",")
        try add(NID_basic_constraints, "critical,CA:FALSE", to: server, issuer: authority)
        try add(NID_key_usage, "critical,digitalSignature", to: server, issuer: authority)
        try add(NID_ext_key_usage, "serverAuth", to: server, issuer: authority)
        try add(NID_subject_alt_name, names, to: server, issuer: authority)
        try add(NID_subject_key_identifier, "hash", to: server, issuer: authority)
        try add(NID_authority_key_identifier, "keyid", to: server, issuer: authority)
        try sign(server, by: authority, with: authorityKey)

        return Issued(
            authority: try pem { PEM_write_bio_X509($0, authority) },
            certificate: try pem { PEM_write_bio_X509($0, server) },
            key: try pem { PEM_write_bio_PrivateKey($0, serverKey, nil, nil, 0, nil, nil) }
        )
    }

    private static func makeKey() throws(TLSError) -> OpaquePointer {
        guard let key = COpenSSL_EVP_EC_gen_P256() else { throw failure("a key") }
        return key
    }

    /// Everything but issuer, extensions and signature.
    private static func makeCertificate(
        name: String,
        for key: OpaquePointer,
        _ validSeconds: Int
    ) throws(TLSError) -> OpaquePointer {
        guard let certificate = X509_new() else { throw failure("a certificate") }
        let subject = X509_get_subject_name(certificate)
        let clockSkewSeconds = 3600
        guard
            X509_set_version(certificate, 2) == 1,
            ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate), .random(in: 1...UInt64(Int64.max))) == 1,
            X509_gmtime_adj(X509_getm_notBefore(certificate), -clockSkewSeconds) != nil,
            X509_gmtime_adj(X509_getm_notAfter(certificate), validSeconds) != nil,
            X509_set_pubkey(certificate, key) == 1,
            // The subject belongs to the certificate; −1 says that the text ends with NUL.
            X509_NAME_add_entry_by_NID(
                subject,
                NID_commonName,
                MBSTRING_UTF8,
                Array(name.utf8),
                Int32(name.utf8.count),
                -1,
                0
            )
                == 1
        else {
            // Made above, given to nobody.
            X509_free(certificate)
            throw failure("a certificate")
        }
        return certificate
    }

    private static func add(
        _ extensionID: Int32,
        _ value: String,
        to certificate: OpaquePointer,
        issuer: OpaquePointer
    ) throws(TLSError) {
        var context = X509V3_CTX()
        // The context only borrows the two certificates for the next call.
        X509V3_set_ctx(&context, issuer, certificate, nil, nil, 0)
        guard let made = X509V3_EXT_nconf_nid(nil, &context, extensionID, value) else {
            throw failure("the extension \(value)")
        }
        // X509_add_ext copies it.
        defer { X509_EXTENSION_free(made) }
        guard X509_add_ext(certificate, made, -1) == 1 else { throw failure("the extension \(value)") }
    }

    private static func sign(
        _ certificate: OpaquePointer,
        by issuer: OpaquePointer,
        with key: OpaquePointer
    ) throws(TLSError) {
        guard
            X509_set_issuer_name(certificate, X509_get_subject_name(issuer)) == 1,
            X509_sign(certificate, key, EVP_sha256()) > 0
        else { throw failure("a signature") }
    }

    private static func pem(_ write: (OpaquePointer) -> Int32) throws(TLSError) -> [UInt8] {
        guard let memory = BIO_new(BIO_s_mem()) else { throw failure("a PEM text") }
        // Made above, used here only.
        defer { BIO_free(memory) }
        guard write(memory) == 1 else { throw failure("a PEM text") }
        return X509Text.contents(of: memory)
    }

    private static func failure(_ what: String) -> TLSError {
        TLSError(.certificateNotCreated, "OpenSSL cannot make \(what).", reason: OpenSSLErrorQueue.takeReason())
    }
}

extension CertificateIssuer.Issued {
    /// Whether the three fit together, name all hosts and addresses, and stay valid for so many seconds.
    func isValid(hosts: [String], addresses: [String], seconds: Int) -> Bool {
        OpenSSLErrorQueue.clear()
        // What failed here is nobody's error.
        defer { OpenSSLErrorQueue.clear() }
        guard let authority = Self.certificate(authority) else { return false }
        // Each object is made here and freed here.
        defer { X509_free(authority) }
        guard let server = Self.certificate(certificate) else { return false }
        defer { X509_free(server) }
        guard let key = Self.key(key) else { return false }
        defer { EVP_PKEY_free(key) }

        var until = time(nil) + seconds
        return X509_verify(server, X509_get0_pubkey(authority)) == 1
            && X509_check_private_key(server, key) == 1
            // Positive: the end is later than `until`.
            && X509_cmp_time(X509_get0_notAfter(server), &until) > 0
            && X509_cmp_time(X509_get0_notAfter(authority), &until) > 0
            && hosts.allSatisfy { X509_check_host(server, $0, $0.utf8.count, 0, nil) == 1 }
            && addresses.allSatisfy { X509_check_ip_asc(server, $0, 0) == 1 }
    }

    private static func certificate(_ pem: [UInt8]) -> OpaquePointer? {
        guard let memory = X509Text.memory(holding: pem) else { return nil }
        // Made above, used here only.
        defer { BIO_free(memory) }
        return PEM_read_bio_X509(memory, nil, nil, nil)
    }

    private static func key(_ pem: [UInt8]) -> OpaquePointer? {
        guard let memory = X509Text.memory(holding: pem) else { return nil }
        // Made above, used here only.
        defer { BIO_free(memory) }
        // An encrypted key must fail, not ask the terminal.
        return PEM_read_bio_PrivateKey(memory, nil, { _, _, _, _ in -1 }, nil)
    }
}
