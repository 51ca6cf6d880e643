import AsyncHTTPClient
import Foundation
import NIOCore
import NIOPosix
import NIOSSL

/// Why no answer came, in one sentence that says what to do.
struct NoAnswer {
    let failure: CommandFailure

    /// Finds the reason; a certificate that was refused is looked at once more, without sending anything.
    init(_ error: any Error, from address: ServerAddress, trusting caCertificate: String?) async {
        failure = CommandFailure(await Self.sentence(error, address, caCertificate))
    }

    private static func sentence(_ error: any Error, _ address: ServerAddress, _ caCertificate: String?) async -> String
    {
        switch error {
        case let error as HTTPClientError: return sentence(error, address)
        case let error as NIOConnectionError: return await sentence(error, address, caCertificate)
        case let error as IOError: return sentence(error, address)
        case let error as NIOSSLError: return await sentence(error, address, caCertificate)
        case is NIOSSLExtraError:
            return await PresentedCertificate(of: address)?.fault(for: address)
                ?? "The certificate of \(address.name) is not for \"\(address.host)\": use the name that it is for in --url."
        case is NIOTooManyBytesError: return "The answer of \(address.name) is longer than 256 MiB: ask for less."
        default: return "\(address.name) gave no answer: \(error)"
        }
    }

    private static func sentence(_ error: HTTPClientError, _ address: ServerAddress) -> String {
        switch error {
        case .connectTimeout, .getConnectionFromPoolTimeout, .tlsHandshakeTimeout:
            "\(address.name) does not let anyone connect: is it running, and is nothing between that drops connections?"
        case .deadlineExceeded, .readTimeout, .writeTimeout:
            "\(address.name) did not answer in time: ask for less, or try again."
        case .remoteConnectionClosed, .uncleanShutdown:
            "\(address.name) closed the connection without an answer: is this Docket's address?"
        default: "\(address.name) gave no answer: \(error)"
        }
    }

    private static func sentence(
        _ error: NIOConnectionError,
        _ address: ServerAddress,
        _ caCertificate: String?
    ) async -> String {
        guard let first = error.connectionErrors.last?.error else {
            return "The host \"\(address.host)\" is not known: is it spelt right in --url?"
        }
        return await sentence(first, address, caCertificate)
    }

    private static func sentence(_ error: IOError, _ address: ServerAddress) -> String {
        switch error.errnoCode {
        case ECONNREFUSED: "Nothing listens on \(address.name): is the server running, and is this its port?"
        case EHOSTUNREACH, ENETUNREACH, ETIMEDOUT, EADDRNOTAVAIL:
            "There is no way to \(address.name) from this machine: is the network up, and the address right?"
        case ECONNRESET, EPIPE: "\(address.name) closed the connection without an answer: is this Docket's address?"
        default: "\(address.name) cannot be reached: \(String(cString: strerror(error.errnoCode)))."
        }
    }

    private static func sentence(_ error: NIOSSLError, _ address: ServerAddress, _ caCertificate: String?) async
        -> String
    {
        // The library keeps its reasons in the words of its error stack only.
        let words = "\(error)"
        if words.contains("CERTIFICATE_VERIFY_FAILED") || error == .unableToValidateCertificate {
            if let fault = await PresentedCertificate(of: address)?.fault(for: address) { return fault }
            return caCertificate.map {
                "The certificate of \(address.name) is not signed by the authority in \($0): give the file of the one that signed it with --ca-certificate."
            }
                ?? "The certificate of \(address.name) is signed by an authority that this machine does not know: give its file with --ca-certificate, or in DOCKET_CA_CERTIFICATE."
        }
        if ["WRONG_VERSION_NUMBER", "HTTP_REQUEST", "RECORD_LAYER", "UNEXPECTED_MESSAGE"].contains(
            where: words.contains
        ) {
            return "\(address.name) does not speak TLS: is the port right?"
        }
        return "\(address.name) ended the TLS handshake: is this Docket's address, and does it allow TLS 1.2 or 1.3?"
    }
}
