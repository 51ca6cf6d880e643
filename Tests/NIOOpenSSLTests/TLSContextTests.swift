import CommandTesting
import Testing

@testable import NIOOpenSSL

@Suite("A server's certificate and rules")
struct TLSContextTests {
    private let directory: TemporaryDirectory
    private let certificate: DevelopmentCertificate

    init() throws {
        directory = try TemporaryDirectory()
        certificate = try TLSFixture.certificate.get()
    }

    private func failure(certificate: String? = nil, key: String? = nil, authority: String? = nil) -> TLSError? {
        #expect(throws: TLSError.self) {
            try TLSContext(
                certificateChainFile: certificate ?? self.certificate.certificate,
                privateKeyFile: key ?? self.certificate.key,
                clientAuthorityFile: authority
            )
        }
    }

    @Test("A missing certificate is named")
    func missingCertificate() {
        let error = failure(certificate: "/nonexistent/server.pem")
        #expect(error?.code == .certificateUnreadable)
        #expect(error?.message == "/nonexistent/server.pem cannot be read as a PEM certificate chain.")
        #expect(error?.reason != nil)
    }

    @Test("Text that is no PEM is no certificate")
    func garbageCertificate() throws {
        let file = try directory.write("not a certificate", to: "garbage.pem")
        #expect(failure(certificate: file)?.code == .certificateUnreadable)
    }

    @Test("A missing key is named")
    func missingKey() {
        let error = failure(key: "/nonexistent/key.pem")
        #expect(error?.code == .keyUnreadable)
        #expect(error?.message == "/nonexistent/key.pem cannot be read as an unencrypted PEM private key.")
    }

    @Test("Another certificate's key is a mismatch")
    func mismatch() throws {
        let other = try DevelopmentCertificate.create(in: directory.path)
        let error = failure(key: other.key)
        #expect(error?.code == .keyMismatch)
        #expect(error?.message == "\(other.key) is not the key of \(certificate.certificate).")
    }

    @Test("An encrypted key is refused, not asked for")
    func encryptedKey() async throws {
        let file = directory.file("encrypted.pem")
        let made = try await Command.run(
            "openssl",
            ["pkcs8", "-topk8", "-in", certificate.key, "-out", file, "-passout", "pass:secret"]
        )
        try #require(made.status == 0, "\(made.errors)")
        #expect(failure(key: file)?.code == .keyUnreadable)
    }

    @Test("An unreadable client authority is named")
    func clientAuthority() throws {
        let file = try directory.write("", to: "empty.pem")
        let error = failure(authority: file)
        #expect(error?.code == .clientAuthorityUnreadable)
        #expect(error?.message == "\(file) cannot be read as PEM certificates of client authorities.")
    }

    @Test("An error's description has code, message and OpenSSL's reason")
    func description() {
        #expect("\(TLSError(.closed, "Over."))" == "TLS_CLOSED: Over.")
        #expect("\(TLSError(.handshakeFailed, "No.", reason: "bad"))" == "TLS_HANDSHAKE_FAILED: No. (bad)")
    }
}
