import CommandTesting
import Foundation
import Testing

@testable import NIOOpenSSL

@Suite("The development certificate")
struct DevelopmentCertificateTests {
    private let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private func read(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

    private func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test("OpenSSL verifies it for localhost, 127.0.0.1 and ::1", arguments: ["localhost", "127.0.0.1", "::1"])
    func verifies(_ name: String) async throws {
        let files = try DevelopmentCertificate.create(in: directory.path)
        let option = name == "localhost" ? "-verify_hostname" : "-verify_ip"
        let result = try await Command.run(
            "openssl",
            [
                "verify", "-x509_strict", "-purpose", "sslserver", "-CAfile", files.caCertificate, option, name,
                files.certificate,
            ]
        )
        #expect(result.status == 0, "\(result.errors)")
    }

    @Test("It serves no other name")
    func otherName() async throws {
        let files = try DevelopmentCertificate.create(in: directory.path)
        let result = try await Command.run(
            "openssl",
            ["verify", "-CAfile", files.caCertificate, "-verify_hostname", "example.com", files.certificate]
        )
        #expect(result.status != 0)
    }

    @Test("Only its owner reads the key, and the key is on P-256")
    func keyFile() async throws {
        let files = try DevelopmentCertificate.create(in: directory.path)
        #expect(try mode(files.key) == 0o600)
        let text = try await Command.run("openssl", ["pkey", "-in", files.key, "-noout", "-text"])
        #expect(text.text.contains("prime256v1"))
    }

    @Test("Missing directories are made")
    func directories() throws {
        let files = try DevelopmentCertificate.create(in: directory.file("a/b"))
        #expect(files.key == directory.file("a/b/server-key.pem"))
        #expect(try mode(directory.file("a/b")) == 0o700)
    }

    @Test("What is there is kept, and the key's mode put right")
    func reuse() throws {
        let files = try DevelopmentCertificate.create(in: directory.path)
        let before = try read(files.certificate)
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: files.key)
        #expect(try DevelopmentCertificate.create(in: directory.path) == files)
        #expect(try read(files.certificate) == before)
        #expect(try mode(files.key) == 0o600)
    }

    @Test("A broken, missing or foreign part makes all of it anew", arguments: ["broken", "missing", "foreign"])
    func renewal(_ fault: String) throws {
        let files = try DevelopmentCertificate.create(in: directory.path)
        let before = try read(files.certificate)
        switch fault {
        case "broken": _ = try directory.write("-----BEGIN", to: "server.pem")
        case "missing": try FileManager.default.removeItem(atPath: files.caCertificate)
        default:
            let other = try DevelopmentCertificate.create(in: directory.file("other"))
            try read(other.key).write(toFile: files.key, atomically: true, encoding: .utf8)
        }
        try #expect(DevelopmentCertificate.create(in: directory.path) == files)
        #expect(try read(files.certificate) != before)
        _ = try TLSContext(certificateChainFile: files.certificate, privateKeyFile: files.key)
    }

    @Test("A certificate that ends within a week is not kept")
    func nearEnd() throws {
        func isValid(forDays days: Int) throws -> Bool {
            try CertificateIssuer.issue(hosts: ["localhost"], addresses: [], validSeconds: days * 86400)
                .isValid(hosts: ["localhost"], addresses: [], seconds: DevelopmentCertificate.renewalSeconds)
        }
        #expect(try !isValid(forDays: 6))
        #expect(try isValid(forDays: 8))
    }

    @Test("A directory that cannot be made is named with the system's reason")
    func unwritable() throws {
        let file = try directory.write("", to: "file")
        let error = #expect(throws: TLSError.self) { try DevelopmentCertificate.create(in: file + "/certificates") }
        #expect(error?.code == .certificateNotCreated)
        #expect(error?.message == "Cannot make the directory \(file)/certificates.")
        #expect(error?.reason == "Not a directory")
    }
}
