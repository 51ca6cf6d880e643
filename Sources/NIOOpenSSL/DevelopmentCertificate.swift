/// A certificate for this machine only, with an authority of its own that development clients can trust.
///
/// Serves `localhost`, 127.0.0.1 and ::1. The authority's key is never written down: it signs once and is forgotten.
package struct DevelopmentCertificate: Hashable, Sendable {
    /// PEM: what clients trust.
    package let caCertificate: String
    /// PEM: what the server shows.
    package let certificate: String
    /// PEM, readable by its owner only.
    package let key: String

    static let hosts = ["localhost"]
    static let addresses = ["127.0.0.1", "::1"]
    /// A certificate that ends sooner than this is made anew.
    static let renewalSeconds = 7 * 86400
    static let validSeconds = 397 * 86400

    private init(directory: String) {
        caCertificate = directory + "/ca.pem"
        certificate = directory + "/server.pem"
        key = directory + "/server-key.pem"
    }

    /// Finds the certificate in a directory, or makes the directory and the certificate.
    ///
    /// What is there is kept while it is complete, fits together and does not end within a week.
    package static func create(in directory: String) throws(TLSError) -> DevelopmentCertificate {
        let files = DevelopmentCertificate(directory: directory)
        try PrivateFile.createDirectory(directory)
        if files.isUsable {
            try PrivateFile.restrict(files.key)
            return files
        }
        let issued = try CertificateIssuer.issue(
            hosts: hosts,
            addresses: addresses,
            validSeconds: validSeconds
        )
        try PrivateFile.write(issued.key, to: files.key, mode: 0o600)
        try PrivateFile.write(issued.certificate, to: files.certificate, mode: 0o644)
        try PrivateFile.write(issued.authority, to: files.caCertificate, mode: 0o644)
        return files
    }

    private var isUsable: Bool {
        guard
            let authority = PrivateFile.read(caCertificate),
            let certificate = PrivateFile.read(certificate),
            let key = PrivateFile.read(key)
        else { return false }
        return CertificateIssuer.Issued(authority: authority, certificate: certificate, key: key)
            .isValid(
                hosts: Self.hosts,
                addresses: Self.addresses,
                seconds: Self.renewalSeconds
            )
    }
}
