import NIOOpenSSL

/// The certificate that all servers of a test process show.
enum TestCertificate {
    static let shared = Result { try DevelopmentCertificate.create(in: TestFolder.make() + "/tls") }
}
