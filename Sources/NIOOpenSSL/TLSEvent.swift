/// What the layers above TLS learn from it, as a user inbound event.
package enum TLSEvent: Hashable, Sendable {
    /// Application data may flow. `version` is e.g. "TLSv1.3"; the subject is that of a verified client certificate, as
    /// RFC 2253 writes it.
    case handshakeCompleted(version: String, applicationProtocol: String?, clientCertificateSubject: String?)
}
