import COpenSSL

/// A version of TLS that a server may demand at least.
package enum TLSVersion: Sendable {
    case tls12
    case tls13

    var openSSLNumber: Int32 {
        switch self {
        case .tls12: TLS1_2_VERSION
        case .tls13: TLS1_3_VERSION
        }
    }
}
